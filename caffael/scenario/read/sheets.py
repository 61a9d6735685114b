"""A deck as a table: its header is looked at, and each row has its number as a spreadsheet shows it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from caffael.scenario.faults import Fault, Spot, listed, near, shown
from caffael.scenario.read.grid import Grid, letters


@dataclass(slots=True)
class SheetRow:
    """One row of a deck: its file, its number in the spreadsheet and its cells by column."""

    file: str
    number: int
    cells: dict[str, str]
    torn: bool = False  # its cells cannot be told, so only its id is known
    spots: dict[str, Spot] = field(default_factory=dict)  # of the cells that come from elsewhere
    odd: dict[str, Fault] = field(default_factory=dict)  # by column: what is worth a second look since other rows were laid over this one

    @property
    def id(self) -> str:
        """The id of the card, right or wrong."""
        return self.cells.get("id", "")

    def spot(self, column: str | None = None) -> Spot:
        """Where a cell stands, or the row."""
        return self.spots.get(column or "") or Spot(self.file, self.number)

    def fault(self, column: str | None, value: str | None, message: str) -> Fault:
        """What is wrong with a cell, or with the row."""
        return self.spot(column).fault(column, value, message)

    def seen_from(self, other: "SheetRow") -> str:
        """What the sentence about another row calls this one."""
        return f"row {self.number}" if self.file == other.file else f"row {self.number} of {self.file}"


@dataclass(slots=True)
class Sheet:
    """A deck as it was read; `complete` is False when its rows or their ids could not be read."""

    file: str
    rows: list[SheetRow] = field(default_factory=list)
    complete: bool = False
    own: list[str] | None = None  # ids in the topmost pack of a chain that writes the deck; None where the lowest alone does

    def ids(self) -> list[str]:
        """The ids of the deck in its order, right or wrong."""
        return [row.id for row in self.rows]


def sheet_of(grid: Grid, file: str, known: Sequence[str], needed: Sequence[str], faults: list[Fault]) -> Sheet:
    """A deck with its known columns, of which some are needed; write down what is wrong with the table itself.

    `file` is what to call it.
    """
    sheet = Sheet(file)
    if not grid.rows:
        message = f"The file is empty; its first row must name the columns: {listed(known, 'and')}."
        faults.append(Fault(file, None, None, None, message))
        return sheet
    head, first = grid.rows[0]
    header = without_blank_end(first)
    sheet.complete = check_header(file, head, header, known, needed, faults)
    torn = note_bad(grid, file, head, header, faults)
    if head in torn or not sheet.complete:
        sheet.complete = False
        return sheet
    places = {column: header.index(column) for column in header if column in known}
    wide = len(header)
    for number, cells in grid.rows[1:]:
        if len(cells) == wide and number not in torn:
            sheet.rows.append(SheetRow(file, number, {column: cells[place] for column, place in places.items()}))
        else:
            sheet.rows.append(odd_row(grid, file, number, cells, places, wide, number in torn, faults))
    return sheet


def note_bad(grid: Grid, file: str, head: int, header: list[str], faults: list[Fault]) -> set[int]:
    """Write down the cells that cannot be read; the numbers of their rows."""
    for bad in grid.bad:
        column = header[bad.column] if bad.row != head and bad.column < len(header) else None
        faults.append(Fault(file, bad.row, column or None, None, bad.sentence()))
    return {bad.row for bad in grid.bad}


def doubled(sheet: Sheet) -> Iterator[Fault]:
    """A fault for every row whose id stands in an earlier one."""
    seen: dict[str, SheetRow] = {}
    for row in sheet.rows:
        if row.id and row.id in seen:
            message = f"The id {shown(row.id)} stands in {seen[row.id].seen_from(row)} already; give this row another one."
            yield row.fault("id", row.id, message)
        seen.setdefault(row.id, row)


def without_blank_end(cells: list[str]) -> list[str]:
    """A row without the empty cells at its end."""
    return cells[: max((place for place, cell in enumerate(cells, 1) if cell), default=0)]


def odd_row(
    grid: Grid, file: str, number: int, cells: list[str], places: dict[str, int], wide: int, torn: bool, faults: list[Fault]
) -> SheetRow:
    """A row that is longer or shorter than the header, or holds a cell that cannot be read."""
    used = len(without_blank_end(cells))
    if used > wide:
        message = f"Cell {letters(used - 1)}{number} stands under no name; name its column in the first row, or empty it."
        if grid.apart:
            message = f"The row has {len(cells)} cells for {wide} columns; put a text that contains {grid.apart} in quotation marks."
        faults.append(Fault(file, number, None, cells[wide] or cells[used - 1], message))
        torn = True
    elif len(cells) < wide and grid.apart:
        message = f"The row has only {len(cells)} cells for {wide} columns; cells may be empty, but not left out."
        faults.append(Fault(file, number, None, None, message))
        torn = True
    cells = [*cells, *[""] * (wide - len(cells))]
    if torn:
        return SheetRow(file, number, {"id": cells[places["id"]]}, torn=True)
    return SheetRow(file, number, {column: cells[place] for column, place in places.items()})


def check_header(file: str, number: int, header: list[str], known: Sequence[str], needed: Sequence[str], faults: list[Fault]) -> bool:
    """Write down what is wrong with the names of the columns. Whether rows can be read under them all the same: there must be ids."""
    seen: set[str] = set()
    for place, column in enumerate(header, 1):
        if not column:
            faults.append(Fault(file, number, None, None, f"Column {place} has no name; name it or take it out."))
        elif column in seen:
            faults.append(Fault(file, number, column, column, f"The column {shown(column)} stands there twice; take one out."))
        elif column not in known:
            guess = near(column, [name for name in known if name not in header])
            faults.append(Fault(file, number, column, column, f"The column {shown(column)} is not known here{guess or '; take it out.'}"))
        seen.add(column)
    for column in needed:
        if column not in seen:
            faults.append(Fault(file, number, column, None, f"The column {shown(column)} is missing; add it to the first row."))
    return "id" in seen
