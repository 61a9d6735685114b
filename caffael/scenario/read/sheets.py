"""A deck as a table: its header is looked at, and each row has its number as a spreadsheet shows it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from caffael.scenario.faults import Fault, Spot, cut, listed, near, shown
from caffael.scenario.read.grid import ID, Grid, cell_called, column_named, head_of, letters
from caffael.words.sentence import InBoth, Sentence

MOST_RUNS = 20
"""Places that one warning names."""


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
        return self.cells.get(ID, "")

    @property
    def card(self) -> InBoth:
        """What to call the card where its row alone would say nothing: its title in both languages, and its id."""
        english = next((self.cells[name] for name in ("title_en", "name_en", "name") if self.cells.get(name)), "")
        welsh = self.cells.get("title_cy") or self.cells.get("name_cy") or english
        return titled(english, welsh, self.id)

    def spot(self, column: str | None = None) -> Spot:
        """Where a cell stands, or the row."""
        return self.spots.get(column or "") or Spot(self.file, self.number)

    def card_spot(self) -> Spot:
        """Where the card as a whole stands: the row that changed it last, else its own."""
        return next(reversed(self.spots.values()), Spot(self.file, self.number))

    def fault(self, column: str | None, value: str | None, message: Sentence) -> Fault:
        """What is wrong with a cell, or with the row."""
        return self.spot(column).fault(column, value, message)

    def seen_from(self, other: "SheetRow") -> Sentence:
        """What the sentence about another row calls this one."""
        if self.file == other.file:
            return Sentence("row {n}", n=str(self.number))
        return Sentence("row {n} of {file}", n=str(self.number), file=self.file)


def titled(english: str, welsh: str, name: str) -> InBoth:
    """What to call a card: its title in both languages, and its id."""
    return InBoth(*(f"{shown(title)} ({cut(name)})" if title else shown(name) for title in (english, welsh)))


@dataclass(slots=True)
class Sheet:
    """A deck as it was read; `complete` is False when its rows or their ids could not be read. `odd` are warnings about the spreadsheet."""

    file: str
    rows: list[SheetRow] = field(default_factory=list)
    complete: bool = False
    own: list[str] | None = None  # ids in the topmost pack of a chain that writes the deck; None where the lowest alone does
    odd: list[Fault] = field(default_factory=list)

    def ids(self) -> list[str]:
        """The ids of the deck in its order, right or wrong."""
        return [row.id for row in self.rows]

    def plainly(self, meant: Mapping[str, Callable[[str], str]]) -> Self:
        """The sheet itself, its cells as they are meant: by their columns, what each cell means however it is written."""
        for row in self.rows:
            row.cells = {column: meant[column](cell) for column, cell in row.cells.items()}
        return self


def sheet_of(grid: Grid, file: str, known: Sequence[str], needed: Sequence[str], faults: list[Fault]) -> Sheet:
    """A deck with its known columns, of which some are needed; write down what is wrong with the table itself.

    `file` is what to call it.
    """
    sheet = Sheet(file)
    if not grid.rows:
        pattern = "The file is empty; its first row must name the columns: {columns}."
        faults.append(Fault(file, None, None, None, Sentence(pattern, columns=listed(known, "and"))))
        return sheet
    found = head_of(grid.rows, known)
    at = found or 0
    head, first = grid.rows[at]
    header = [column_named(cell, known) for cell in without_blank_end(first)]
    if found is None and 2 * sum(column in known for column in header) < sum(map(bool, header)):
        note_bad(grid, file, head, header, faults)
        pattern = "No row names the columns; write their names into the first row: {columns}."
        faults.append(Fault(file, head, None, header[0], Sentence(pattern, columns=listed(known, "and"))))
        return sheet
    if at:
        pattern = "The names of the columns stand in row {row}, below a title or notes; delete the rows above them."
        faults.append(Fault(file, grid.rows[0][0], None, None, Sentence(pattern, row=str(head))))
    cards = grid.rows[at + 1 :]
    sheet.complete = check_header(file, head, header, filled(cards), known, needed, faults)
    torn = note_bad(grid, file, head, header, faults)
    if head in torn or not sheet.complete:
        sheet.complete = False
        return sheet
    places = {column: header.index(column) for column in header if column in known}
    for number, cells in cards:
        ends = ends_early(file, number, cells, header, needed)
        faults += ends
        sheet.rows.append(row_of(grid, file, number, cells, places, len(header), bool(ends) or number in torn, faults))
    sheet.odd = [*odd_of(grid, file, head, header)]
    return sheet


def filled(rows: Sequence[tuple[int, list[str]]]) -> set[int]:
    """The columns, counted from 0, in which some cell of these rows is filled."""
    return {place for _, cells in rows for place, cell in enumerate(cells) if cell}


def note_bad(grid: Grid, file: str, head: int, header: list[str], faults: list[Fault]) -> set[int]:
    """Write down the cells that cannot be read, from the names of the columns on; the numbers of their rows."""
    bads = [bad for bad in grid.bad if bad.row >= head]
    for bad in bads:
        column = header[bad.column] if bad.row != head and bad.column < len(header) else None
        faults.append(Fault(file, bad.row, column or None, None, bad.sentence))
    return {bad.row for bad in bads}


def doubled(sheet: Sheet) -> Iterator[Fault]:
    """A fault for every row whose id stands in an earlier one."""
    seen: dict[str, SheetRow] = {}
    for row in sheet.rows:
        if row.id and row.id in seen:
            pattern = "The id {id} stands in {row} already; give this row another one."
            yield row.fault(ID, row.id, Sentence(pattern, id=shown(row.id), row=seen[row.id].seen_from(row)))
        seen.setdefault(row.id, row)


def without_blank_end(cells: list[str]) -> list[str]:
    """A row without the empty cells at its end."""
    return cells[: max((place for place, cell in enumerate(cells, 1) if cell), default=0)]


def ends_early(file: str, number: int, cells: list[str], header: list[str], needed: Sequence[str]) -> list[Fault]:
    """A fault where a row ends before a cell that must be filled."""
    lacks = [column for column in header[len(cells) :] if column in needed]
    if not lacks:
        return []
    pattern = "The row ends after {cells} of {columns} cells, but these must be filled too: {names}."
    message = Sentence(pattern, cells=len(cells), columns=len(header), names=listed(lacks, "and"))
    return [Fault(file, number, None, None, message)]


def row_of(
    grid: Grid, file: str, number: int, cells: list[str], places: dict[str, int], wide: int, torn: bool, faults: list[Fault]
) -> SheetRow:
    """A row of a deck. One that is shorter than the header ends in empty cells, as many programs write them; a longer one is a fault."""
    used = len(without_blank_end(cells))
    if used > wide:
        message = Sentence(
            "Cell {cell} stands under no name; name its column in the first row, or empty it.", cell=cell_called(number, used - 1)
        )
        if grid.apart:
            message = Sentence(
                "The row has {cells} cells for {columns} columns; put a text that contains {signs} in quotation marks.",
                cells=len(cells),
                columns=wide,
                signs=grid.apart,
            )
        faults.append(Fault(file, number, None, cells[wide] or cells[used - 1], message))
        torn = True
    if len(cells) < wide:
        cells = [*cells, *[""] * (wide - len(cells))]
    if torn:
        return SheetRow(file, number, {ID: cells[places[ID]]}, torn=True)
    return SheetRow(file, number, {column: cells[place] for column, place in places.items()})


def check_header(
    file: str, number: int, header: list[str], used: set[int], known: Sequence[str], needed: Sequence[str], faults: list[Fault]
) -> bool:
    """Write down what is wrong with the names of the columns. Whether rows can be read under them all the same: there must be ids.

    A column that is wholly empty, its name too, is passed over.
    """
    seen: set[str] = set()
    for place, column in enumerate(header):
        if not column:
            if place in used:
                message = Sentence("Column {column} has no name; name it or take it out.", column=letters(place))
                faults.append(Fault(file, number, None, None, message))
        elif column in seen:
            message = Sentence("The column {column} stands there twice; take one out.", column=shown(column))
            faults.append(Fault(file, number, column, column, message))
        elif column not in known:
            end = near(column, [name for name in known if name not in header]) or Sentence("; take it out.")
            message = Sentence("The column {column} is not known here{end}", column=shown(column), end=end)
            faults.append(Fault(file, number, column, column, message))
        seen.add(column)
    for column in needed:
        if column not in seen:
            message = Sentence("The column {column} is missing; add it to the first row.", column=shown(column))
            faults.append(Fault(file, number, column, None, message))
    return ID in seen


def odd_of(grid: Grid, file: str, head: int, header: list[str]) -> Iterator[Fault]:
    """What a workbook hides or merges, though it is read all the same; and what is odd about it as a whole."""
    for message in grid.odd:
        yield Fault(file, None, None, None, message)
    rows = {number for number, _ in grid.rows if number > head}
    hidden = [number for number in grid.hidden_rows if number in rows]
    if hidden:
        message = Sentence.plural(
            "Row {rows} is hidden in the spreadsheet, but its card is played all the same; show the row, or delete it.",
            "Rows {rows} are hidden in the spreadsheet, but their cards are played all the same; show the rows, or delete them.",
            len(hidden),
            rows=in_runs(hidden, str),
        )
        yield Fault(file, hidden[0], None, None, message)
    used = filled([(number, cells) for number, cells in grid.rows if number > head])
    veiled = [place for place in grid.hidden_columns if place in used and place < len(header)]
    if veiled:
        message = Sentence.plural(
            "Column {columns} is hidden in the spreadsheet, but it is read all the same; show it, or delete it.",
            "Columns {columns} are hidden in the spreadsheet, but they are read all the same; show them, or delete them.",
            len(veiled),
            columns=in_runs(veiled, letters),
        )
        yield Fault(file, None, header[veiled[0]], None, message)
    for row, merged in grid.merged:
        if row >= head:
            pattern = "The cells {cells} are merged; what they show is read for the first column alone. Unmerge them and fill each."
            yield Fault(file, row, None, None, Sentence(pattern, cells=merged))


def in_runs(numbers: list[int], called: Callable[[int], str]) -> str:
    """Numbers in their order as a list, those that follow each other as one: 3, 7-9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown_runs = [called(run[0]) if len(run) == 1 else f"{called(run[0])}–{called(run[-1])}" for run in runs[:MOST_RUNS]]
    return ", ".join([*shown_runs, "…"] if len(runs) > MOST_RUNS else shown_runs)
