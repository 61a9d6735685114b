"""Read an Excel workbook: the sheet whose columns are the deck's, first of all the one that is called as the deck."""

import io
from collections.abc import Collection, Iterator, Mapping
from datetime import date, time, timedelta
from typing import Any

from caffael.scenario.faults import listed, shown
from caffael.scenario.read.formats import shown_number
from caffael.scenario.read.grid import Bad, Grid, GridError, cell_called, head_of
from caffael.scenario.read.letters import trimmed
from caffael.scenario.read.xlsx_guard import Book, BookSheet
from caffael.scenario.read.xml_walk import DAMAGED, WorkbookError
from caffael.words.sentence import Sentence

OLD = b"\xd0\xcf\x11\xe0"
"""How an .xls begins, and also an .xlsx that is protected by a password."""
OLD_BOOK = Sentence("This is an old .xls or is protected by a password; save it as .xlsx without one.")
Found = tuple[BookSheet, Grid]


def read_xlsx(data: bytes, deck: str, known: Collection[str], others: Mapping[str, Collection[str]] | None = None) -> Grid:
    """The rows of the sheet that is the deck, of which some columns are known; `others` are the other decks' columns. Raises GridError."""
    if data.startswith(OLD):
        raise GridError(None, OLD_BOOK)
    try:
        found = grids_of(Book(data), deck, known)
        grid = chosen(found, deck, known)
        grid.odd += other_decks(found, deck, known, others or {})
        return grid
    except WorkbookError as error:
        pattern = "{why}; copy the cells of the deck into a new workbook and save that as .xlsx."
        raise GridError(None, Sentence(pattern, why=error.sentence)) from None


def is_called(sheet: BookSheet, deck: str) -> bool:
    """Whether a sheet is called as the deck."""
    return trimmed(sheet.name).casefold() == deck


def grids_of(book: Book, deck: str, known: Collection[str]) -> list[Found]:
    """The rows of the sheets. One that cannot be read is passed over where another is the deck. Raises WorkbookError."""
    found: list[Found] = []
    error: WorkbookError | None = None
    for sheet in book.sheets:
        try:
            found.append((sheet, grid_of(book, sheet)))
        except WorkbookError as refused:
            if is_called(sheet, deck):
                raise
            error = error or refused
    if error is not None and not any(fits(grid, known) for _, grid in found):
        raise error
    return found


def fits(grid: Grid, known: Collection[str]) -> bool:
    """Whether a sheet has the columns of the deck."""
    return head_of(grid.rows, known) is not None


def chosen(found: list[Found], deck: str, known: Collection[str]) -> Grid:
    """The grid of the sheet that is the deck: one that is called so and has its columns, else the only other that has; hidden ones last.

    Where none has the columns it is the first that can be seen. Raises GridError where several may be meant.
    """
    fitting = [one for one in found if fits(one[1], known)]
    seen = [one for one in fitting or found if not one[0].hidden] or fitting or found
    called = [one for one in seen if is_called(one[0], deck)]
    if fitting and not called and len(seen) > 1:
        pattern = "Any of the sheets {sheets} could be this deck; call the right one {deck}, or take the others out."
        raise GridError(None, Sentence(pattern, sheets=listed((shown(sheet.name) for sheet, _ in seen), "and"), deck=shown(deck)))
    sheet, grid = (called or seen)[0]
    if fitting and sheet.hidden:
        pattern = "The cards stand on the sheet {sheet}, which is hidden, and are played all the same; show it, so that others find them."
        grid.odd.append(Sentence(pattern, sheet=shown(sheet.name)))
    for other, _ in fitting:
        if other is not sheet:
            pattern = "The sheet {other} has the columns of a deck too, but only the sheet {sheet} is read; take it out, or move its cards."
            grid.odd.append(Sentence(pattern, other=shown(other.name), sheet=shown(sheet.name)))
    return grid


def other_decks(found: list[Found], deck: str, known: Collection[str], others: Mapping[str, Collection[str]]) -> Iterator[Sentence]:
    """A warning for each sheet that is another deck, of which nothing is read here."""
    for sheet, grid in found:
        fitting = [other for other, columns in others.items() if fits(grid, columns)] if not fits(grid, known) else []
        meant = next((other for other in fitting if is_called(sheet, other)), fitting[0] if len(fitting) == 1 else "")
        if meant:
            pattern = "The sheet {sheet} is not read, as this file is {deck} alone; put its cards into a file of their own called {file}."
            yield Sentence(pattern, sheet=shown(sheet.name), deck=shown(deck), file=f"{meant}.xlsx")


def grid_of(book: Book, sheet: BookSheet) -> Grid:
    """The rows of a sheet, as its cells show them. Raises WorkbookError."""
    guarded = book.guarded(sheet)
    cells = guarded.cells
    grid = Grid(bad=cells.bad, hidden_rows=cells.hidden_rows, hidden_columns=cells.hidden_columns)
    known = {(bad.row, bad.column) for bad in grid.bad}
    for number, values in enumerate(values_of(guarded.data), 1):
        if all(value == "" for value in values):
            continue
        for column, value in enumerate(values):
            if isinstance(value, (date, time, timedelta)) and (number, column) not in known:
                pattern = "Cell {cell} holds a date; make its format Text and write what is meant."
                grid.bad.append(Bad(number, column, Sentence(pattern, cell=cell_called(number, column))))
        styles = [cells.styles.get((number, column), -1) for column in range(len(values))]
        codes = [book.codes[style] if 0 <= style < len(book.codes) else "" for style in styles]
        row = [shown_value(value, code) for value, code in zip(values, codes, strict=True)]
        if any(row):
            grid.rows.append((number, row))
    rows = dict(grid.rows)
    for first, column, last, last_column in cells.merged:
        text = rows.get(first, [])[column : column + 1]
        if text and text[0] and last_column > column:
            grid.merged.append((first, f"{cell_called(first, column)}:{cell_called(last, last_column)}"))
    for first, column, number in cells.below():
        text = rows.get(first, [])[column : column + 1]
        if text and number in rows and not rows[number][column]:
            rows[number][column] = text[0]
    return grid


def values_of(data: bytes) -> list[list[Any]]:
    """The values of the only sheet, from its first cell on."""
    from python_calamine import CalamineError, load_workbook  # noqa: PLC0415 - loaded with the first workbook; packs that ship have none

    try:
        return load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OverflowError, OSError):
        raise WorkbookError(DAMAGED) from None


def shown_value(value: Any, code: str) -> str:
    """A value as its cell shows it and a CSV file would have it; yes and no for what is true or false."""
    if isinstance(value, str):
        return trimmed(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return shown_number(value, code)
    return str(value)
