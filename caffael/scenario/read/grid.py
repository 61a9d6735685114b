"""A spreadsheet as it was read, whatever kind of file it came from: its rows with their numbers, and cells that cannot be read."""

from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_ROWS = 2_000
"""Rows of a deck with its empty ones. The largest deck that fits has 120 cards."""
MOST_COLUMNS = 100
"""Columns of a deck. The widest has 27."""
LONGEST_CELL = 5_000
"""Characters in a cell. The longest text that is asked for has 500."""
LETTERS = 26


class GridError(Exception):
    """A spreadsheet that cannot be read: the row if one can be told, and a plain sentence."""

    def __init__(self, row: int | None, message: str) -> None:
        super().__init__(message)
        self.row = row


@dataclass(frozen=True, slots=True)
class Bad:
    """A cell that cannot be read: its row, its column from 0, and what is wrong, as goes on from "Cell C5"."""

    row: int
    column: int
    what: str

    def sentence(self) -> str:
        """The sentence about it."""
        return f"Cell {letters(self.column)}{self.row} {self.what}"


@dataclass(slots=True)
class Grid:
    """The rows of a spreadsheet, each with its number as a spreadsheet shows it, their cells without blanks round them.

    `apart` is what keeps the cells of a row apart, in words: commas, semicolons or tabs; nothing in a workbook.
    """

    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    apart: str = ""


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A to Z, then AA."""
    text = ""
    column += 1
    while column:
        column, place = divmod(column - 1, LETTERS)
        text = chr(ord("A") + place) + text
    return text


def too_long_cells(row: int, cells: list[str]) -> Iterator[Bad]:
    """The cells of a row that hold more text than any card can show."""
    for column, cell in enumerate(cells):
        if len(cell) > LONGEST_CELL:
            yield Bad(row, column, f"has {len(cell):,} characters; a cell has at most {LONGEST_CELL:,}.")


def too_many_rows() -> str:
    """The sentence about rows without end."""
    return f"The table goes on beyond row {MOST_ROWS:,}; no deck needs that. Delete the empty rows below the last card."


def too_many_columns() -> str:
    """The sentence about columns without end."""
    return f"The row goes on beyond {MOST_COLUMNS} columns; no deck needs that. Delete the empty columns right of the last one."
