"""Where packs lie: the folder of those that ship, and the folder of one pack by its id or path."""

from pathlib import Path

from caffael.resources import folder as resource_folder
from caffael.scenario.faults import SCENARIO_FILE, Fault, PackError, listed, near, shown


def shipped() -> list[Path]:
    """The folder of the packs that ship, if this installation has it."""
    try:
        return [resource_folder("scenarios")]
    except FileNotFoundError:
        return []


def folders_in(place: Path) -> list[Path]:
    """The folders that hold a scenario.toml, by name. A folder whose name begins with a point is one that is being written."""
    try:
        return sorted(folder for folder in place.iterdir() if (folder / SCENARIO_FILE).is_file() and not folder.name.startswith("."))
    except OSError:
        return []


def shipped_packs() -> dict[str, Path]:
    """The folders of the packs that ship, by id."""
    return {folder.name: folder for place in shipped() for folder in folders_in(place)}


def find_folder(path_or_id: str | Path) -> Path:
    """The folder of a pack, by the id of one that ships or by its path (of the folder, or of its scenario.toml).

    Raises PackError with one fault when there is none.
    """
    name = str(path_or_id)
    ships = shipped_packs()
    if isinstance(path_or_id, str) and path_or_id in ships:
        return ships[path_or_id]
    try:
        if name and Path(name).is_dir():
            return Path(name)
        if Path(name).name == SCENARIO_FILE and Path(name).is_file():
            return Path(name).parent
    except (OSError, ValueError):
        pass  # a name that no folder can have
    raise PackError([Fault("", None, None, name, f"There is no pack {shown(name)}{instead(name)}")])


def instead(name: str) -> str:
    """The end of the sentence about a pack that is not there: the nearest of those that ship, and all of them."""
    ids = list(shipped_packs())
    if not ids:
        return "; this installation has none, so write the path of a folder."
    return f"{near(name, ids) or '; write the path of a folder or the id of one that ships.'} Caffael ships with {listed(ids, 'and')}."
