"""How the board is set for the people before it, kept from one evening to the next."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from platformdirs import user_config_path

from caffael.board.sounds import VOLUMES
from caffael.board.theme import LOOKS
from caffael.words.language import CODES, Code

TEXT_SCALES = (1.0, 1.25, 1.5, 1.75)
MOVEMENTS = ("full", "reduced", "off")
"""How much moves: everything; only what grows or counts in its place; nothing."""
FOLDER_VARIABLE = "CAFFAEL_SETTINGS"
"""An environment variable that may name another folder for the settings."""
FILE = "settings.json"
BOT_PACES = {"calm": 1.8, "quick": 0.7, "at once": 0.0}
"""Seconds between two actions of computer teams."""


@dataclass(slots=True)
class Settings:
    """What can be set.

    `movement` is one of `MOVEMENTS`, `look` one of the theme's. `instant` is for a board that plays by itself: nothing waits or moves;
    it is never kept.
    """

    language: Code = "en"
    full_screen: bool = False
    text_scale: float = 1.0
    movement: str = "full"
    look: str = "light"
    hide_scores: bool = False  # until the game is over
    predict: bool = True  # the class says who will win before a tender is published
    hints: bool = True  # a line on the table says what a team could think of
    bot_pace: str = "quick"
    sounds: str = "quiet"  # one of `VOLUMES`
    instant: bool = False


def settings_folder() -> Path:
    """Where the settings lie."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    return user_config_path("caffael", appauthor=False)


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
    if kept.get("language") in CODES:
        settings.language = kept["language"]
    if kept.get("text_scale") in TEXT_SCALES:
        settings.text_scale = float(kept["text_scale"])
    for name in ("full_screen", "hide_scores", "predict", "hints"):
        if isinstance(kept.get(name), bool):
            setattr(settings, name, kept[name])
    if kept.get("bot_pace") in BOT_PACES:
        settings.bot_pace = kept["bot_pace"]
    if kept.get("reduced_motion") is True:  # as it was kept before there were steps
        settings.movement = "off"
    if kept.get("movement") in MOVEMENTS:
        settings.movement = kept["movement"]
    if kept.get("sounds") in VOLUMES:
        settings.sounds = kept["sounds"]
    if kept.get("look") in LOOKS:
        settings.look = kept["look"]
    return settings


def keep_settings(settings: Settings, folder: Path | None = None) -> bool:
    """Write the settings down; say whether that worked. The file is never there half written."""
    place = folder or settings_folder()
    row = {field.name: asdict(settings)[field.name] for field in fields(settings) if field.name != "instant"}
    draft = place / f".{FILE}.draft"
    try:
        place.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(row, indent=2) + "\n", encoding="utf-8")
        draft.replace(place / FILE)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        return False
    return True
