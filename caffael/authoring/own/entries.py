"""What stands on the shelf: packs that ship, the user's own, and those that were opened from elsewhere."""

import os
import string
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from caffael.saves import own_folder
from caffael.scenario import Fault, Pack, PackError, PackInfo, find_packs, load_pack
from caffael.scenario.finding import pack_info
from caffael.scenario.read.places import is_pack

MEDIA = ("/media", "/run/media", "/mnt", "/Volumes")
"""Folders in which other systems than Windows show sticks and discs."""


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


@dataclass(slots=True)
class Entry:
    """A pack on the shelf. `pack` and all of its faults are known once `look` has been called; before, those of its scenario.toml."""

    info: PackInfo
    path: Path
    own: bool = False
    opened: bool = False  # from elsewhere, and not kept
    pack: Pack | None = None
    faults: tuple[Fault, ...] = ()
    looked: bool = False

    def look(self) -> None:
        """Read the whole pack, if that has not been done."""
        if not self.looked:
            self.looked = True
            try:
                self.pack = load_pack(self.path)
            except PackError as error:
                self.faults = tuple(error.faults)

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """What is worth a second thought."""
        return () if self.pack is None else tuple(self.pack.warnings)


def entry_of(info: PackInfo) -> Entry:
    """An entry for what a list of packs shows."""
    path = info.place
    return Entry(info, path, own=path.parent == own_folder(), faults=info.faults)


def shelf(opened: Sequence[Path]) -> list[Entry]:
    """All of the shelf by level, at the end what has faults; what was opened from elsewhere comes first of its level."""
    entries = [entry_of(info) for info in find_packs([own_folder()])]
    there = {entry.path.resolve() for entry in entries}
    for path in opened:
        if path.resolve() not in there:
            entry = entry_of(pack_info(path))
            entry.path, entry.opened, entry.own = path, True, False
            entries.append(entry)
    return sorted(
        entries, key=lambda entry: (bool(entry.faults), entry.info.level, entry.own, not entry.opened, game_of(entry), entry.info.id)
    )


def game_of(entry: Entry) -> int:
    """Which game of its campaign a pack is; 0 for one without."""
    return 0 if entry.info.campaign is None else entry.info.campaign.game
