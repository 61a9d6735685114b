"""Where packs lie: those that ship, those within a folder, and one pack by its id or path. A pack is a folder or a zip."""

import os
from pathlib import Path

from caffael.resources import folder as resource_folder
from caffael.scenario.faults import SCENARIO_FILE, Fault, PackError, listed, near, shown
from caffael.scenario.read.sources import ZIP, FileRefusedError, FolderSource, Source
from caffael.scenario.read.zip_source import ZipSource

ANYWHERE = "write the path of a folder or zip, or the id of one that ships."


def shipped() -> list[Path]:
    """The folder of the packs that ship, if this installation has it."""
    try:
        return [resource_folder("scenarios")]
    except FileNotFoundError:
        return []


def packs_in(place: Path) -> list[Path]:
    """The packs within a folder, by name: folders that hold a scenario.toml, and zips. What begins with a point is being written."""
    try:
        return sorted(found for found in place.iterdir() if not found.name.startswith(".") and is_pack(found))
    except OSError:
        return []


def is_pack(place: Path) -> bool:
    """Whether a pack lies here: a zip, or a folder with a scenario.toml."""
    try:
        return os.path.lexists(place / SCENARIO_FILE) or (place.suffix.lower() == ZIP and place.is_file())
    except (OSError, ValueError):
        return False  # a name that nothing can have


def name_of(place: Path) -> str:
    """What a pack is called where it lies: the name of its folder, or of its zip without the ending."""
    return place.stem if place.suffix.lower() == ZIP and not place.is_dir() else place.name


def shipped_packs() -> dict[str, Path]:
    """The places of the packs that ship, by id."""
    return {name_of(found): found for place in shipped() for found in packs_in(place)}


def find_place(path_or_id: str | Path) -> Path:
    """The place of a pack, by the id of one that ships or by its path (of the folder, of the zip, or of its scenario.toml).

    Raises PackError with one fault when there is none.
    """
    name = str(path_or_id)
    ships = shipped_packs()
    if isinstance(path_or_id, str) and path_or_id in ships:
        return ships[path_or_id]
    try:
        if name and (Path(name).is_dir() or (Path(name).suffix.lower() == ZIP and Path(name).is_file())):
            return Path(name)
        if Path(name).name == SCENARIO_FILE and Path(name).is_file():
            return Path(name).parent
    except (OSError, ValueError):
        pass  # a name that nothing can have
    raise PackError([Fault("", None, None, name, f"There is no pack {shown(name)}{instead(name, ANYWHERE)}")])


def instead(name: str, mend: str) -> str:
    """The end of the sentence about a pack that is not there: the nearest of those that ship or how to mend it, and all of them."""
    ids = list(shipped_packs())
    if not ids:
        return "; this installation has none, so write the path of a folder or zip."
    return f"{near(name, ids) or f'; {mend}'} Caffael ships with {listed(ids, 'and')}."


def open_place(place: Path) -> Source:
    """The files of a pack at a place. Raises FileRefusedError when its folder or zip cannot be read."""
    return FolderSource(place) if place.is_dir() else ZipSource(place)


def open_pack(path_or_id: str | Path) -> Source:
    """The files of a pack, by its id or path. Raises PackError with one fault."""
    place = find_place(path_or_id)
    try:
        return open_place(place)
    except FileRefusedError as error:
        raise PackError([Fault(place.name, None, None, None, str(error))]) from None
