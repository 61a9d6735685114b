"""Read an Excel workbook: the sheet that is called as the deck, or else its first one."""

import io
from datetime import date, time, timedelta
from typing import Any

from python_calamine import CalamineError, load_workbook

from caffael.scenario.read.grid import Bad, Grid, GridError
from caffael.scenario.read.xlsx_guard import WorkbookError, guarded

OLD = b"\xd0\xcf\x11\xe0"
"""How an .xls begins, and also an .xlsx that is protected by a password."""
ANEW = "copy the cells of the deck into a new workbook and save that as .xlsx."
DATE = "holds a date; make its format Text and write what is meant."
EXACT = 2**53


def read_xlsx(data: bytes, deck: str) -> Grid:
    """The rows of a workbook's sheet. Raises GridError."""
    if data.startswith(OLD):
        raise GridError(None, "This is an old .xls or is protected by a password; save it as .xlsx without one.")
    try:
        found = guarded(data, deck)
        rows = rows_of(found.data)
    except WorkbookError as error:
        raise GridError(None, f"The workbook {error}; {ANEW}") from None
    grid = Grid(bad=found.cells.bad)
    known = {(bad.row, bad.column) for bad in grid.bad}
    for number, values in enumerate(rows, 1):
        if any(value != "" for value in values):
            for column, value in enumerate(values):
                if isinstance(value, (date, time, timedelta)) and (number, column) not in known:
                    grid.bad.append(Bad(number, column, DATE))
            grid.rows.append((number, [cell_of(value) for value in values]))
    return grid


def rows_of(data: bytes) -> list[list[Any]]:
    """The values of the only sheet, from its first cell on."""
    try:
        return load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OverflowError, OSError):
        raise WorkbookError("is damaged") from None


def cell_of(value: Any) -> str:
    """A value as a CSV file would have it: whole numbers without a point, yes and no for what is true or false."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return str(int(value))
    return str(value)
