"""Find packs: those that ship, by id, and any folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from caffael.resources import folder as resource_folder
from caffael.scenario.draft import read_scenario
from caffael.scenario.faults import SCENARIO_FILE, Fault, PackError, listed, near, shown
from caffael.scenario.texts import Words
from caffael.scenario.toml_text import read_toml


@dataclass(frozen=True, slots=True)
class PackInfo:
    """What a list of packs shows. `faults` says why one cannot be chosen; only its scenario.toml was looked at."""

    id: str
    folder: Path
    title: Words
    line: Words = Words()
    level: int = 1
    ages: str = ""
    minutes: int = 0
    years: int = 0
    years_offered: tuple[int, ...] = ()
    faults: tuple[Fault, ...] = ()


def find_packs(places: Sequence[Path] = ()) -> list[PackInfo]:
    """The packs that ship, and those within more folders, the easiest first. A broken one is listed with its faults. Never raises."""
    found = [pack_info(folder) for place in (*shipped(), *places) for folder in folders_in(place)]
    return sorted(found, key=lambda info: (bool(info.faults), info.level, info.id))


def shipped() -> list[Path]:
    """The folder of the packs that ship, if this installation has it."""
    try:
        return [resource_folder("scenarios")]
    except FileNotFoundError:
        return []


def folders_in(place: Path) -> list[Path]:
    """The folders that hold a scenario.toml, by name."""
    try:
        return sorted(folder for folder in place.iterdir() if (folder / SCENARIO_FILE).is_file())
    except OSError:
        return []


def pack_info(folder: Path) -> PackInfo:
    """What a list shows of one pack."""
    faults: list[Fault] = []
    data, lines = read_toml(folder, faults)
    scenario = read_scenario(data, lines, faults) if data is not None else None
    if scenario is None:
        return PackInfo(folder.name, folder, Words(folder.name, folder.name), faults=tuple(faults))
    return PackInfo(
        id=scenario.id,
        folder=folder,
        title=Words(scenario.title_en, scenario.title_cy),
        line=Words(scenario.line_en, scenario.line_cy),
        level=scenario.level,
        ages=scenario.ages,
        minutes=scenario.minutes,
        years=scenario.years,
        years_offered=tuple(scenario.offered),
    )


def find_folder(path_or_id: str | Path) -> Path:
    """The folder of a pack, by the id of one that ships or by its path (of the folder, or of its scenario.toml)."""
    name = str(path_or_id)
    ships = [folder for place in shipped() for folder in folders_in(place)]
    if isinstance(path_or_id, str):
        for folder in ships:
            if path_or_id == folder.name:
                return folder
    try:
        if name and Path(name).is_dir():
            return Path(name)
        if Path(name).name == SCENARIO_FILE and Path(name).is_file():
            return Path(name).parent
    except (OSError, ValueError):
        pass  # a name that no folder can have
    raise PackError([Fault("", None, None, name, f"There is no pack {shown(name)}{instead(name, [folder.name for folder in ships])}")])


def instead(name: str, ids: list[str]) -> str:
    """The end of the sentence about a pack that is not there: the nearest of those that ship, and all of them."""
    if not ids:
        return "; this installation has none, so write the path of a folder."
    return f"{near(name, ids) or '; write the path of a folder or the id of one that ships.'} Caffael ships with {listed(ids, 'and')}."
