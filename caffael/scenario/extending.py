"""Packs that extend a pack: they write only what differs.

`extends = "smarter-spending"` at the top of scenario.toml names a pack that ships by its id, or any other by its path from the pack's
own folder (`extends = "../our-base"`). It goes one level: a pack that extends another cannot be extended.

- **scenario.toml** is laid over that of the extended pack. A table changes the keys it has and leaves the others; so a card of a plain
  deck is taken out by `0`: `bid_cards = { -8 = 0 }`. A list is replaced as a whole, but each [[category]] and [[subject]] is laid over the
  one with its id, or added when there is none. `id` and `title_en` are always the pack's own; all else that it leaves out is the extended
  pack's.
- **A deck** (needs.csv, suppliers.csv, events.csv, projects.csv, councils.csv) need not be there, and its first row names `id` and
  whatever columns are needed. A row with the id of a card changes the cells that are filled; an empty cell is as in the extended pack.
  A row with a new id is a new card, must be complete, and comes after the others. A cell cannot be emptied; leave the card out and add
  it anew with another id.
- **[leave_out]** takes cards out: `needs = ["school-milk"]`, and likewise `suppliers`, `events`, `projects` and `councils`. A supplier
  that is left out also goes from the home suppliers that councils have from the extended pack.
- **balance.toml**, when it is not there, is the extended pack's (see `bars`).

A fault in what comes from the extended pack has that pack before its file: smarter-spending/needs.csv.
"""

from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Any

from caffael.scenario.faults import SCENARIO_FILE, Fault, shown
from caffael.scenario.laying import lay_tables
from caffael.scenario.models import DECKS, EventRow, ProjectRow
from caffael.scenario.places import instead, shipped_packs
from caffael.scenario.toml_text import Spots, read_toml, spot_at

OWN = ("id", "title_en")
"""What every pack has of its own."""
SWITCHES = {EventRow.file: ("events", "climate_events"), ProjectRow.file: ("projects",)}
"""Decks that may be left out when these rules are all off."""


@dataclass(frozen=True, slots=True)
class Extended:
    """The pack that another extends: its folder, its name as the other writes it, and the decks it need not have."""

    folder: Path
    name: str
    switched_off: frozenset[str]

    def file(self, name: str) -> str:
        """What to call one of its files."""
        return f"{self.name}/{name}"


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a pack's scenario.toml, laid over those of the pack it extends; None when they cannot be read.

    `lost` says that the pack extends another which cannot be read, so that nothing is known of its decks.
    """

    data: dict[str, Any] | None
    spots: Spots
    extended: Extended | None = None
    lost: bool = False


def read_tables(folder: Path, faults: list[Fault]) -> Tables:
    """Read scenario.toml, and that of the pack it extends."""
    data, spots = read_toml(folder / SCENARIO_FILE, SCENARIO_FILE, faults)
    if data is None:
        return Tables(None, spots, lost=("extends",) in spots)
    if "extends" not in data:
        refuse_leave_out(data, spots, faults)
        return Tables(data, spots)
    found = find_extended(folder, data["extends"], spots, faults)
    if found is None:
        return Tables(None, spots, lost=True)
    name, place = found
    under, under_spots = read_toml(place / SCENARIO_FILE, f"{name}/{SCENARIO_FILE}", faults)
    if under is None:
        return Tables(None, spots, lost=True)
    if "extends" in under:
        message = (
            f"{shown(name)} itself extends {shown(under['extends'])}; a pack that extends another cannot be extended, so extend that one."
        )
        faults.append(spot_at(spots, ("extends",)).fault("extends", name, message))
        return Tables(None, spots, lost=True)
    refuse_leave_out(under, under_spots, faults)
    extended = Extended(place, name, frozenset(model.file for model in DECKS if switched_off(under, model.file)))
    for key in OWN:
        under.pop(key, None)
        under_spots.pop((key,), None)
    lay_tables(under, under_spots, data, spots)
    return Tables(under, under_spots, extended)


def refuse_leave_out(data: dict[str, Any], spots: Spots, faults: list[Fault]) -> None:
    """A pack that extends none has nothing to leave out."""
    if "leave_out" in data:
        message = "Only a pack that extends another can leave out cards; take this table out, or write extends at the top of the file."
        faults.append(spot_at(spots, ("leave_out",)).fault("leave_out", None, message))


def find_extended(folder: Path, written: object, spots: Spots, faults: list[Fault]) -> tuple[str, Path] | None:
    """The name and folder of the pack that is extended; None and a fault when there is none."""
    message = ""
    place = folder
    if not isinstance(written, str):
        message = f"{shown(written)} is not a text in quotation marks; write the id of a pack that ships, or a path from this folder."
    elif written in shipped_packs():
        place = shipped_packs()[written]
    elif Path(written).is_absolute() or PureWindowsPath(written).anchor:
        message = f"{shown(written)} is a path of this computer alone; write the id of a pack that ships, or a path from this folder."
    elif not written or not holds_pack(folder / written):
        message = f"There is no pack {shown(written)} as seen from this folder{instead(written)}"
    else:
        place = folder / written
    if not message and place.resolve() == folder.resolve():
        message = "A pack cannot extend itself; write the id of a pack that ships, or a path from this folder."
    if message:
        faults.append(spot_at(spots, ("extends",)).fault("extends", str(written) if isinstance(written, str) else None, message))
        return None
    return str(written), place


def holds_pack(folder: Path) -> bool:
    """Whether there is a scenario.toml in a folder."""
    try:
        return (folder / SCENARIO_FILE).is_file()
    except (OSError, ValueError):
        return False  # a name that no folder can have


def switched_off(data: dict[str, Any] | None, file: str) -> bool:
    """Whether a deck may be left out because its rules are off."""
    rules = data.get("rules") if data is not None else None
    switches = SWITCHES.get(file, ())
    return bool(switches) and isinstance(rules, dict) and all(rules.get(switch) is False for switch in switches)
