"""Lay what an extending pack writes over what the extended pack has: tables over tables, rows over rows.

Of everything that is laid the spot is kept, so that a fault still names the file in which the wrong value stands.
"""

from typing import Any

from caffael.scenario.faults import BY_ID, Fault, listed, near, shown
from caffael.scenario.layers.both_languages import parted
from caffael.scenario.models import DeckRow, needed_columns
from caffael.scenario.read.sheets import Sheet, SheetRow, doubled
from caffael.scenario.read.toml_text import KeyPath, Spots, dotted, spot_at
from caffael.words.language import words
from caffael.words.sentence import Sentence

CAMPAIGN = ("campaign",)
EMPTY = "-"
"""What a cell of an extending pack says to be empty."""
DEEPEST = 6
"""How deep tables are looked into. The deepest of the format is four, so below it there are only faults."""
NO_ID = {
    "need": words("The cell is empty; write the id of a need."),
    "supplier": words("The cell is empty; write the id of a supplier."),
    "event": words("The cell is empty; write the id of an event."),
    "project": words("The cell is empty; write the id of a project."),
    "council": words("The cell is empty; write the id of a council."),
}
NOT_THERE = {
    "need": words("{id} is not in {file}, and a new need must also have {columns}{end}"),
    "supplier": words("{id} is not in {file}, and a new supplier must also have {columns}{end}"),
    "event": words("{id} is not in {file}, and a new event must also have {columns}{end}"),
    "project": words("{id} is not in {file}, and a new project must also have {columns}{end}"),
    "council": words("{id} is not in {file}, and a new council must also have {columns}{end}"),
}


Odd = dict[KeyPath, Fault]
"""What is worth a second look in tables that were laid, by the path of the value."""


def lay_tables(under: dict[str, Any], under_spots: Spots, over: dict[str, Any], over_spots: Spots, odd: Odd) -> None:
    """Lay tables over others, which are changed in place along with their spots and what is odd about them."""
    fill_out(under_spots, under, ())
    fill_out(over_spots, over, ())
    under_spots[()] = over_spots[()]
    Laying(under_spots, over_spots, odd).lay(under, over, (), ())


def fill_out(spots: Spots, value: object, path: KeyPath) -> None:
    """Give every value a spot of its own, also those within a table that is written in one line."""
    spots[path] = spot_at(spots, path)
    if len(path) < DEEPEST and isinstance(value, dict):
        for key, inner in value.items():
            fill_out(spots, inner, (*path, key))
    elif len(path) < DEEPEST and isinstance(value, list):
        for place, inner in enumerate(value):
            fill_out(spots, inner, (*path, place))


class Laying:
    """Tables being laid over others: the spots of both, and what is odd about the outcome."""

    def __init__(self, under: Spots, over: Spots, odd: Odd) -> None:
        self.under = under
        self.over = over
        self.odd = odd

    def lay(self, under: dict[str, Any], over: dict[str, Any], path: KeyPath, over_path: KeyPath) -> None:
        """Lay one table over another; each has its own path, as lists of tables are counted differently."""
        self.part(under, over, path, over_path)
        for key, value in over.items():
            inner, over_inner = (*path, key), (*over_path, key)
            known = under.get(key)
            if isinstance(value, dict) and isinstance(known, dict) and len(inner) < DEEPEST:
                self.under[inner] = self.over[over_inner]
                if inner == CAMPAIGN:
                    self.leave_game(known, value)
                self.lay(known, value, inner, over_inner)
            elif inner in [(name,) for name in BY_ID] and isinstance(value, list) and isinstance(known, list):
                self.under[inner] = self.over[over_inner]
                self.lay_by_id(known, value, key)
            else:
                under[key] = value
                self.move_spots(value, inner, over_inner)

    def leave_game(self, under: dict[str, Any], over: dict[str, Any]) -> None:
        """Take out what a game of a campaign says of itself: another game has another next one, another campaign nothing of it."""
        campaign, game = (key in over and over[key] != under.get(key) for key in ("id", "game"))
        for key in [key for key in under if campaign or (game and key == "next")]:
            del under[key]
            self.under.pop((*CAMPAIGN, key), None)

    def part(self, under: dict[str, Any], over: dict[str, Any], path: KeyPath, over_path: KeyPath) -> None:
        """Take out the Welsh of texts whose English is written anew, and write down what no longer belongs together."""
        for key in over:
            self.odd.pop((*path, key), None)
        emptied = [key for key, value in over.items() if value == ""]
        for apart in parted(under, over, emptied, [str(inner[-1]) for inner in self.odd if inner[:-1] == path]):
            inner = (*path, apart.other)
            if apart.goes:
                under.pop(apart.other, None)
                self.under.pop(inner, None)
            if apart.message:
                self.odd[inner] = spot_at(self.over, (*over_path, apart.written)).fault(dotted(inner), None, apart.message)

    def lay_by_id(self, under: list[Any], over: list[Any], name: str) -> None:
        """Lay each table over the one with its id. A new one is added, and so is one that comes twice, which is a fault."""
        places: dict[str, int] = {}
        for place, entry in enumerate(under):
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                places.setdefault(entry["id"], place)
        for over_place, entry in enumerate(over):
            known = places.pop(entry["id"], None) if isinstance(entry, dict) and isinstance(entry.get("id"), str) else None
            if known is None:
                under.append(entry)
                self.move_spots(entry, (name, len(under) - 1), (name, over_place))
            else:
                self.under[(name, known)] = self.over[(name, over_place)]
                self.lay(under[known], entry, (name, known), (name, over_place))

    def move_spots(self, value: object, path: KeyPath, over_path: KeyPath) -> None:
        """The spots of a value that is taken over as a whole."""
        self.under[path] = spot_at(self.over, over_path)
        if len(over_path) < DEEPEST and isinstance(value, dict):
            for key, inner in value.items():
                self.move_spots(inner, (*path, key), (*over_path, key))
        elif len(over_path) < DEEPEST and isinstance(value, list):
            for place, inner in enumerate(value):
                self.move_spots(inner, (*path, place), (*over_path, place))


def lay_rows(under: Sheet, over: Sheet, model: type[DeckRow], faults: list[Fault]) -> Sheet:
    """Lay the rows of a deck over those of the extended pack's. A filled cell replaces, an empty one does not; a new row must be complete.

    A hyphen alone empties a cell that may be empty. The rows of the extended deck are changed in place. The file of the whole is that of
    the extending pack.
    """
    faults += doubled(over)
    laid = Sheet(over.file, [*under.rows], complete=under.complete and over.complete, odd=[*under.odd, *over.odd])
    known: dict[str, SheetRow] = {}
    for row in under.rows:
        known.setdefault(row.id, row)
    seen: set[str] = set()
    for row in over.rows[: 2 * model.most]:  # every card changed and as many added: what goes beyond cannot fit
        if row.id and row.id in seen:
            continue
        emptied = empty_hyphens(row, model)
        seen.add(row.id)
        changed = known.get(row.id) if row.id else None
        if changed is None:
            laid.rows.append(row)
            check_new_row(row, under, model, faults)
        elif not row.torn:
            lay_row(changed, row, emptied)
    return laid


def empty_hyphens(row: SheetRow, model: type[DeckRow]) -> list[str]:
    """Empty the cells of a row that hold a hyphen alone and may be empty; their columns."""
    columns = [column for column, cell in row.cells.items() if cell == EMPTY and column not in needed_columns(model)]
    for column in columns:
        row.cells[column] = ""
    return columns


def lay_row(under: SheetRow, over: SheetRow, emptied: list[str]) -> None:
    """Put the filled cells of a row into the row that it changes, and empty those that it empties, and the Welsh of another text."""
    apart = list(parted(under.cells, over.cells, emptied, under.odd))
    for column, cell in over.cells.items():
        if (cell or column in emptied) and column != "id":
            under.cells[column] = cell
            under.spots[column] = over.spot()
            under.odd.pop(column, None)
    for text in apart:
        if text.goes:
            under.cells[text.other] = ""
            under.spots[text.other] = over.spot()
        if text.message:
            under.odd[text.other] = over.spot().fault(text.other, None, text.message)


def check_new_row(row: SheetRow, under: Sheet, model: type[DeckRow], faults: list[Fault]) -> None:
    """A row with a new id has every cell that a card needs; one that has not may be a row with a mistyped id."""
    if row.torn:
        return
    lacks = [column for column in needed_columns(model) if column != "id" and not row.cells.get(column)]
    if not row.id:
        faults.append(row.fault("id", None, Sentence(NO_ID[model.card])))
    elif lacks and under.complete:
        end = near(row.id, under.ids()) or "."
        lacking = listed(lacks, "and")
        message = Sentence(NOT_THERE[model.card], id=shown(row.id), file=under.file, columns=lacking, end=end)
        faults.append(row.fault("id", row.id, message))
    row.torn = not row.id or bool(lacks)
