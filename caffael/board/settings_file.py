"""What is set, kept in a file from one evening to the next."""

import json
import os
from dataclasses import asdict, fields
from pathlib import Path

from platformdirs import user_config_path

from caffael.presentation.settings import LONGEST_ADDRESS, LOOKS, MOVEMENTS, PACES, TEXT_SCALES, VOLUMES, WAYS, Settings
from caffael.resources import write_whole
from caffael.words.language import CODES

FOLDER_VARIABLE = "CAFFAEL_SETTINGS"
"""An environment variable that may name another folder for the settings."""
FILE = "settings.json"
OFFERED = {
    "language": CODES,
    "text_scale": TEXT_SCALES,
    "movement": MOVEMENTS,
    "look": LOOKS,
    "bot_pace": PACES,
    "sounds": VOLUMES,
    "way": WAYS,
}
SWITCHES = ("full_screen", "hide_scores", "predict", "hints")


def settings_folder() -> Path:
    """Where the settings lie."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    return user_config_path("caffael", appauthor=False)


def was_kept(folder: Path | None = None) -> bool:
    """Whether anything was set and kept before."""
    return (folder or settings_folder()).joinpath(FILE).is_file()


def load_settings(folder: Path | None = None) -> Settings:
    """The settings as they were kept; whatever is missing or makes no sense is as it is at first."""
    try:
        kept = json.loads((folder or settings_folder()).joinpath(FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    settings = Settings()
    if not isinstance(kept, dict):
        return settings
    kept = {name: value for name, value in kept.items() if isinstance(value, str | int | float)}
    if kept.get("reduced_motion") is True:  # as it was kept before there were steps
        settings.movement = "off"
    for name, offered in OFFERED.items():
        if kept.get(name) in offered:
            setattr(settings, name, kept[name])
    settings.text_scale = float(settings.text_scale)
    for name in SWITCHES:
        if isinstance(kept.get(name), bool):
            setattr(settings, name, kept[name])
    relay = kept.get("relay")
    if isinstance(relay, str) and len(relay) <= LONGEST_ADDRESS and relay.isprintable():
        settings.relay = relay
    return settings


def keep_settings(settings: Settings, folder: Path | None = None) -> bool:
    """Write the settings down; say whether that worked. The file is never there half written."""
    place = folder or settings_folder()
    row = {field.name: asdict(settings)[field.name] for field in fields(settings) if field.name != "instant"}
    try:
        place.mkdir(parents=True, exist_ok=True)
        write_whole(place / FILE, (json.dumps(row, indent=2) + "\n").encode())
    except OSError:
        return False
    return True
