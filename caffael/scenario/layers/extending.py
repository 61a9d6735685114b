"""Packs that extend a pack: they write only what differs.

`extends = "smarter-spending"` at the top of scenario.toml names a pack that ships, or one that lies beside this pack: `our-base` is the
folder `our-base` or the zip `our-base.zip` in the same folder as this pack. That pack may extend another in its turn, up to four below
one another; each is laid over the one it extends.

- **scenario.toml** is laid over that of the extended pack. A table changes the keys it has and leaves the others; so a card of a plain
  deck is taken out by `0`: `bid_cards = { -8 = 0 }`. A list is replaced as a whole, but each [[category]] and [[subject]] is laid over the
  one with its id, or added when there is none. `id` and the titles are always the pack's own; all else that it leaves out is the extended
  pack's.
- **Texts** in both languages belong together: where a pack writes English anew and no Welsh, the Welsh from below is left out.
- **A deck** (needs, suppliers, events, projects, councils; each .csv or .xlsx) need not be there, and its first row names `id` and
  whatever columns are needed. A row with the id of a card changes the cells that are filled; an empty cell is as in the extended pack,
  and a hyphen alone (`-`) empties a cell that may be empty. A row with a new id is a new card, must be complete, and comes after the
  others.
- **only_own** `= ["needs"]` keeps of a deck the cards alone that the pack writes itself: new ones, and those of the other pack that it has
  a row for. Where it writes none, those of the nearest pack below that does.
- **[leave_out]** takes cards out: `needs = ["school-milk"]`, and likewise `suppliers`, `events`, `projects` and `councils`. A supplier
  that is left out also goes from the home suppliers that councils have from the extended pack.
- **balance.toml**, when it is not there, is the extended pack's (see `bars`).

A fault in what comes from an extended pack has that pack before its file: smarter-spending/needs.csv.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from caffael.scenario.cells import ID
from caffael.scenario.faults import SCENARIO_FILE, Fault, Spot, listed, shown
from caffael.scenario.layers.capitals import in_small_letters
from caffael.scenario.layers.deck_files import deck_file, misses, note_missing, read_grid
from caffael.scenario.layers.laying import Odd, empty_hyphens, lay_rows, lay_tables
from caffael.scenario.layers.leaving import (
    LEAVE_OUT,
    ONLY_OWN,
    check_lower,
    keep_own,
    leave_homes,
    leave_out,
    left_out,
    only_own,
    refuse_lowest,
)
from caffael.scenario.models import (
    DECKS,
    CouncilRow,
    DeckRow,
    EventRow,
    ProjectRow,
    SupplierRow,
    columns_of,
    deck_of,
    needed_columns,
    plainly,
)
from caffael.scenario.read.grid import GridError
from caffael.scenario.read.places import instead, is_pack, name_of, open_place, shipped_packs, unwrapped
from caffael.scenario.read.sheets import Sheet, sheet_of
from caffael.scenario.read.sources import ZIP, FileRefusedError, Source
from caffael.scenario.read.toml_text import Spots, TomlFile, read_toml, spot_at
from caffael.words.sentence import Sentence

OWN = ("id", "title_en", LEAVE_OUT, ONLY_OWN)
"""What every pack has of its own."""
MOST_BELOW = 4
"""Packs below one another that a pack may stand on. A teacher's pack on a year's on a school's on one that ships: that is three."""
NAME = Sentence("the id of a pack that ships, or the name of one that lies beside this one, like our-base")
SWITCHES = {EventRow.file: ("events", "climate_events"), ProjectRow.file: ("projects",)}
"""Decks that may be left out when these rules are all off."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One pack of a chain: its files, its name as the pack above writes it (none for the topmost), and the cards it leaves out."""

    source: Source
    spots: Spots
    name: str = ""
    left_out: dict[str, list[str]] = field(default_factory=dict)  # by deck
    only_own: frozenset[str] = frozenset()  # decks of which it keeps its own cards alone

    def file(self, name: str) -> str:
        """What to call one of its files."""
        return f"{self.name}/{name}" if self.name else name


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a pack's scenario.toml, laid over those of the packs it extends; None when they cannot be read.

    `layers` are these packs, the lowest first and the pack itself last. `lost` says that the pack extends another which cannot be read, or
    may extend one, so that nothing is known of its decks. `torn` says that lines were taken out which nobody can read. `switched_off` are
    decks that the lowest pack need not have. `odd` is what is worth a second look since tables were laid over others.
    """

    data: dict[str, Any] | None
    spots: Spots
    layers: tuple[Layer, ...]
    lost: bool = False
    torn: bool = False
    switched_off: frozenset[str] = frozenset()
    odd: Odd = field(default_factory=dict)


@dataclass(slots=True)
class Written:
    """What one pack of a chain writes."""

    source: Source
    name: str
    data: dict[str, Any]
    spots: Spots
    taken_out: tuple[str, ...] = ()

    def layer(self) -> Layer:
        """The pack without its tables."""
        names = {deck_of(model): left_out(self.data, model) for model in DECKS}
        return Layer(self.source, self.spots, self.name, names, only_own(self.data))


def read_tables(source: Source, faults: list[Fault]) -> Tables:
    """Read scenario.toml, and those of the packs below."""
    own = read_own(source, "", faults)
    chain = [] if own.data is None else read_chain(Written(source, "", own.data, own.spots, own.taken_out), faults)
    if not chain or ("extends" not in chain[-1].data and any("extends" in line for line in chain[-1].taken_out)):
        return Tables(None, own.spots, (Layer(source, own.spots),), lost=True)
    torn = any(written.taken_out for written in chain)
    layers = tuple(written.layer() for written in reversed(chain))
    refuse_lowest(chain[-1].data, chain[-1].spots, faults)
    for written in chain[1:-1]:
        check_lower(written.data, written.spots, faults)
    lowest = chain.pop()
    merged, off, odd = lowest.data, decks_off(lowest.data), Odd()
    for over in reversed(chain):
        for key in OWN:
            merged.pop(key, None)
            lowest.spots.pop((key,), None)
        lay_tables(merged, lowest.spots, over.data, over.spots, odd)
        off |= decks_off(merged)
    return Tables(merged, lowest.spots, layers, torn=torn, switched_off=off, odd=odd)


def read_own(source: Source, called: str, faults: list[Fault]) -> TomlFile:
    """What a pack's own scenario.toml says, or one whose name is nearly that. `called` is what to put before its name."""
    if source.called(SCENARIO_FILE) is None:
        note_missing(source, SCENARIO_FILE, called, faults, needed=True)
        nearly = next((miss.found for miss in misses(source) if miss.right == SCENARIO_FILE and miss.sure), None)
        found = read_toml(source, nearly, called + nearly, faults) if nearly else TomlFile(None, {(): Spot(called + SCENARIO_FILE)})
        return in_small_letters(found)
    return in_small_letters(read_toml(source, SCENARIO_FILE, called + SCENARIO_FILE, faults))


def read_chain(top: Written, faults: list[Fault]) -> list[Written]:
    """A pack and all that it stands on, the lowest last; empty and a fault when one of them cannot be read."""
    chain = [top]
    while "extends" in chain[-1].data:
        found = find_extended(chain, faults)
        if found is None:
            return []
        name, source = found
        own = read_own(source, f"{name}/", faults)
        if own.data is None:
            return []
        chain.append(Written(source, name, own.data, own.spots, own.taken_out))
    return chain


def find_extended(chain: Sequence[Written], faults: list[Fault]) -> tuple[str, Source] | None:
    """The name and files of the pack that the lowest of a chain extends; None and a fault when there is none."""
    lowest = chain[-1]
    written = lowest.data["extends"]
    message = why_not_name(written)
    places = [] if message else places_called(written, lowest.source.place)
    if not message and not places:
        pattern = "There is no pack {name} that ships or lies beside this one{end}"
        message = Sentence(pattern, name=shown(written), end=instead(written, Sentence("; write {choices}.", choices=NAME)))
    elif len(places) > 1:
        message = Sentence("Both {name} and {zip} lie beside this pack; keep one.", name=shown(written), zip=shown(written + ZIP))
    elif places:
        message = why_not_chain(chain, places[0])
    if message:
        value = written if isinstance(written, str) else None
        faults.append(spot_at(lowest.spots, ("extends",)).fault("extends", value, message))
        return None
    try:
        return written, open_place(places[0])
    except FileRefusedError as error:
        faults.append(Fault(places[0].name, None, None, None, error.sentence))
        return None


def why_not_name(written: object) -> Sentence | None:
    """Why this cannot name a pack, in a sentence; None when it can."""
    if not isinstance(written, str):
        return Sentence("{name} is not a text in quotation marks; write {expected}.", name=shown(written), expected=NAME)
    if any(sign in written for sign in "/\\:") or written in (".", ".."):
        pattern = "{name} is a path; lay the pack that is extended beside this one and write its name alone, like our-base."
        return Sentence(pattern, name=shown(written))
    if not ID.fullmatch(written):
        pattern = "{name} cannot be the name of a pack that is extended: small letters, figures and hyphens; write {expected}."
        return Sentence(pattern, name=shown(written), expected=NAME)
    return None


def places_called(name: str, above: Path) -> list[Path]:
    """The places of packs that another may mean by a name: the one that ships, else those beside it."""
    if name in shipped_packs():
        return [shipped_packs()[name]]
    beside = Path(os.path.abspath(above)).parent  # noqa: PTH100 - a pack that is linked here has its fellows here
    found = [beside / f"{name}{ZIP}"] if is_pack(beside / f"{name}{ZIP}") else []
    pack = beside / name if is_pack(beside / name) else unwrapped(beside / name)
    return [pack, *found] if pack is not None else found


def why_not_chain(chain: Sequence[Written], place: Path) -> Sentence | None:
    """Why a chain cannot go on with this pack, in a sentence; None when it can."""
    real = os.path.realpath(place)
    above = [os.path.realpath(written.source.place) for written in chain]
    if real == above[-1]:
        return Sentence("A pack cannot extend itself; write {expected}.", expected=NAME)
    if real in above:
        round_it = [name_of(Path(found)) for found in [*above[above.index(real) :], real]]
        pattern = "The packs extend each other in a ring: {ring}; let one of them extend a pack that ships."
        return Sentence(pattern, ring=", ".join(map(shown, round_it)))
    if len(chain) > MOST_BELOW:
        names = [written.name for written in chain[1:]]
        pattern = "This is the pack below {names}; at most {most} may lie below one another, so extend a lower one."
        return Sentence(pattern, names=listed(names, "and"), most=MOST_BELOW)
    return None


def decks_off(data: dict[str, Any] | None) -> frozenset[str]:
    """The decks that may be left out because their rules are off."""
    return frozenset(model.file for model in DECKS if switched_off(data, model.file))


def switched_off(data: dict[str, Any] | None, file: str) -> bool:
    """Whether a deck may be left out because its rules are off."""
    rules = data.get("rules") if data is not None else None
    switches = SWITCHES.get(file, ())
    return bool(switches) and isinstance(rules, dict) and all(rules.get(switch) is False for switch in switches)


def read_sheets(tables: Tables, faults: list[Fault]) -> dict[str, Sheet]:
    """The sheets of all decks, by their files as .csv."""
    sheets: dict[str, Sheet] = {}
    for model in DECKS:
        sheets[model.file] = read_alone(tables, model, faults) if tables.lost else read_deck_sheet(tables, model, sheets, faults)
    return sheets


def read_alone(tables: Tables, model: type[DeckRow], faults: list[Fault]) -> Sheet:
    """The sheet of a deck as the pack itself writes it, where nothing is known of what lies below; its empty cells may be filled there."""
    sheet = read_layer(tables.layers[-1], model, ["id"], False, faults)
    sheet.complete = False
    for row in sheet.rows:
        empty_hyphens(row, model)
    return sheet


def read_deck_sheet(tables: Tables, model: type[DeckRow], sheets: dict[str, Sheet], faults: list[Fault]) -> Sheet:
    """The sheet of one deck, after those before it."""
    lowest, *others = tables.layers
    may_lack = model.file in tables.switched_off or (tables.torn and model.file in SWITCHES) or switched_off(tables.data, model.file)
    laid = read_layer(lowest, model, needed_columns(model), not may_lack, faults)
    for layer in others:
        before = len(faults)
        over = read_layer(layer, model, ["id"], False, faults)
        unread = len(faults) > before and not over.rows  # a fault says so already; nothing follows from its having no cards
        leave_out(laid, over, layer.left_out[deck_of(model)], layer.spots, model, faults)
        own = [name for name in over.ids() if name] or laid.own
        if deck_of(model) in layer.only_own and not unread:
            keep_own(laid, own, layer.spots, model, faults)
        if model is CouncilRow:
            gone = layer.left_out[deck_of(SupplierRow)]
            leave_homes(laid, gone, sheets[SupplierRow.file].ids() if deck_of(SupplierRow) in layer.only_own else None)
        laid = lay_rows(laid, over, model, faults)
        laid.own = own
    return laid


def read_layer(layer: Layer, model: type[DeckRow], columns: list[str], needed: bool, faults: list[Fault]) -> Sheet:
    """The sheet of a deck as one pack writes it; these columns it must have."""
    file = layer.file(model.file)
    try:
        name = deck_file(layer.source, model)
        if name is None:
            before = len(faults)
            note_missing(layer.source, model.file, layer.file(""), faults, needed)
            return Sheet(file, complete=len(faults) == before)
        file = layer.file(name)
        return sheet_of(read_grid(layer.source, name, model), file, columns_of(model), columns, faults).plainly(plainly(model))
    except GridError as error:
        faults.append(Fault(file, error.row, None, None, error.sentence))
        return Sheet(file)
