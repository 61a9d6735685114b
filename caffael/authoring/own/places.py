"""Where packs of the user lie, what of a path is a pack, and where to begin to look for one."""

import os
import string
import sys
from pathlib import Path

from caffael.saves import games_folder
from caffael.scenario.read.places import is_pack

MEDIA = ("/media", "/run/media", "/mnt", "/Volumes")
"""Folders in which other systems than Windows show sticks and discs."""


def own_folder() -> Path:
    """The folder of the user's own packs, beside the saved games. It is made when the first one is kept."""
    return games_folder().parent / "scenarios"


def pack_at(path: Path) -> Path | None:
    """The pack that a path means: itself, the folder round a file of it, or the only pack within a folder; None where there is none."""
    if is_pack(path):
        return path
    try:
        if path.is_file():
            return path.parent if is_pack(path.parent) else None
        inside = [inner for inner in path.iterdir() if inner.is_dir() and is_pack(inner)]
    except (OSError, ValueError):
        return None
    return inside[0] if len(inside) == 1 else None


def first_places() -> list[Path]:
    """Where a search may begin: downloads, desktop, documents, home, the own packs, and what is plugged in."""
    home = Path.home()
    named = [home / "Downloads", home / "Desktop", home / "Documents", home, own_folder()]
    found = [*named, *(drives() if sys.platform == "win32" else plugged_in())]
    return [place for at, place in enumerate(found) if place not in found[:at] and is_folder(place)]


def drives() -> list[Path]:
    """The drives of a Windows computer, without the old floppy letters."""
    return [Path(f"{letter}:\\") for letter in string.ascii_uppercase[2:]]


def plugged_in() -> list[Path]:
    """Sticks and discs elsewhere: in a folder of the user's name, or right in the folder for them."""
    found: list[Path] = []
    for media in MEDIA:
        for place in folders_within(Path(media)):
            found += folders_within(place) if place.name == os.environ.get("USER") else [place]
    return found


def folders_within(place: Path) -> list[Path]:
    """The folders within one, by name; none where it cannot be looked into."""
    try:
        return sorted(inner for inner in place.iterdir() if inner.is_dir())
    except OSError:
        return []


def is_folder(place: Path) -> bool:
    """Whether a place is a folder, also where looking is forbidden."""
    try:
        return place.is_dir()
    except OSError:
        return False
