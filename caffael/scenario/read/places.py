"""Where packs lie: those that ship, those within a folder, and one pack by its id or path. A pack is a folder or a zip."""

import os
from pathlib import Path

from caffael.resources import folder as resource_folder
from caffael.scenario.faults import SCENARIO_FILE, Fault, PackError, listed, near, shown
from caffael.scenario.read.sources import ZIP, FileRefusedError, FolderSource, Source, names_in, passed_over
from caffael.scenario.read.zip_source import MOST_NAMED, ZipSource
from caffael.words.sentence import Sentence

ANYWHERE = Sentence("; write the path of a folder or zip, or the id of one that ships.")
DEEPEST = 3
"""Folders within each other in which a pack is looked for. Unpacking a zip often makes one round the pack's own."""


def shipped() -> list[Path]:
    """The folder of the packs that ship, if this installation has it."""
    try:
        return [resource_folder("scenarios")]
    except FileNotFoundError:
        return []


def packs_in(place: Path) -> list[Path]:
    """The packs within a folder, by name: folders that hold a scenario.toml, or nothing but a folder that does, and zips.

    What begins with a point is being written.
    """
    try:
        inside = sorted(found for found in place.iterdir() if not passed_over(found.name))
    except OSError:
        return []
    return [pack for found in inside if (pack := found if is_pack(found) else unwrapped(found)) is not None]


def is_pack(place: Path) -> bool:
    """Whether a pack lies here: a zip, or a folder with a scenario.toml."""
    try:
        if os.path.lexists(place / SCENARIO_FILE) or (place.suffix.lower() == ZIP and place.is_file()):
            return True
        return place.is_dir() and any(name.lower() == SCENARIO_FILE for name in names_in(place))
    except (OSError, ValueError):
        return False  # a name that nothing can have


def unwrapped(place: Path) -> Path | None:
    """The pack of a folder that holds nothing but one folder in which it lies, perhaps with files beside it; None where there is none."""
    for _ in range(DEEPEST):
        if was_meant(place):
            return None
        try:
            inside = [inner for name in names_in(place) if not passed_over(name) and (inner := place / name).is_dir()]
        except (OSError, ValueError):
            return None
        if len(inside) != 1 or inside[0].is_symlink():
            return None
        place = inside[0]
        if is_pack(place):
            return place
    return None


def name_of(place: Path) -> str:
    """What a pack is called where it lies: the name of its folder, or of its zip without the ending."""
    return place.stem if place.suffix.lower() == ZIP and not place.is_dir() else place.name


def shipped_packs() -> dict[str, Path]:
    """The places of the packs that ship, by id."""
    return {name_of(found): found for place in shipped() for found in packs_in(place)}


def was_meant(place: Path) -> bool:
    """Whether a folder was meant to be a pack: it holds something like a scenario.toml."""
    return any(name.lower().startswith("scenario.") for name in names_in(place))


def find_place(path_or_id: str | Path) -> Path:
    """The place of a pack, by the id of one that ships or by its path (of the folder, of the zip, or of its scenario.toml).

    Raises PackError with one fault when there is none.
    """
    name = str(path_or_id)
    ships = shipped_packs()
    if isinstance(path_or_id, str) and path_or_id in ships:
        return ships[path_or_id]
    try:
        if name and Path(name).is_dir():
            return Path(name) if is_pack(Path(name)) else unwrapped(Path(name)) or the_one_of(Path(name))
        if name and Path(name).suffix.lower() == ZIP and Path(name).is_file():
            return Path(name)
        if Path(name).name.lower() == SCENARIO_FILE and Path(name).is_file():
            return Path(name).parent
    except (OSError, ValueError):
        pass  # a name that nothing can have
    message = Sentence("There is no pack {name}{end}", name=shown(name), end=instead(name, ANYWHERE))
    raise PackError([Fault("", None, None, name, message)])


def the_one_of(place: Path) -> Path:
    """The only pack in a folder without a scenario.toml, or else the folder itself. Raises PackError where it holds several packs."""
    found = [pack for pack in packs_in(place) if pack.is_dir()]
    if len(found) < 2 or was_meant(place):
        return place if not found or was_meant(place) else found[0]
    names = listed([shown(name_of(pack)) for pack in found[:MOST_NAMED]], "and")
    message = Sentence("This folder holds several packs, such as {names}; write the path of one.", names=names)
    raise PackError([Fault(place.name, None, None, None, message)])


def instead(name: str, mend: Sentence) -> Sentence:
    """The end of the sentence about a pack that is not there: the nearest of those that ship or how to mend it, and all of them."""
    ids = list(shipped_packs())
    if not ids:
        return Sentence("; this installation has none, so write the path of a folder or zip.")
    return Sentence("{end} Caffael ships with {packs}.", end=near(name, ids) or mend, packs=listed(ids, "and"))


def open_place(place: Path) -> Source:
    """The files of a pack at a place. Raises FileRefusedError when its folder or zip cannot be read."""
    return FolderSource(place) if place.is_dir() else ZipSource(place)


def open_pack(path_or_id: str | Path) -> Source:
    """The files of a pack, by its id or path. Raises PackError with one fault."""
    place = find_place(path_or_id)
    try:
        return open_place(place)
    except FileRefusedError as error:
        raise PackError([Fault(place.name, None, None, None, error.sentence)]) from None
