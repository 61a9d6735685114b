"""A spreadsheet as it was read, whatever kind of file it came from: its rows with their numbers, and cells that cannot be read."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from caffael.scenario.read.letters import plain_word
from caffael.words.sentence import Sentence

MOST_ROWS = 2_000
"""Rows of a deck with its empty ones. The largest deck that fits has 120 cards."""
MOST_COLUMNS = 100
"""Columns of a deck. The widest has 27."""
LONGEST_CELL = 5_000
"""Characters in a cell. The longest text that is asked for has 500."""
LETTERS = 26
ID = "id"
"""The column that every deck has."""
FIRST_ROWS = 20
"""Rows in which the names of the columns are looked for: a title and some notes may stand above them."""
UNKNOWN_PART = 3
"""A row with more than a third of unknown names does not name the columns of a deck."""
BETWEEN = re.compile(r"[\s_-]+")


class GridError(Exception):
    """A spreadsheet that cannot be read: the row if one can be told, and a plain sentence."""

    def __init__(self, row: int | None, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.row = row
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Bad:
    """A cell that cannot be read: its row, its column from 0, and a sentence about it."""

    row: int
    column: int
    sentence: Sentence


@dataclass(slots=True)
class Grid:
    """The rows of a spreadsheet, each with its number as a spreadsheet shows it, their cells without blanks round them.

    `apart` is what keeps the cells of a row apart, in words: commas, semicolons or tabs; nothing in a workbook. Rows and columns that a
    workbook hides are named, and ranges of cells side by side that it merges; `odd` are sentences about the workbook as a whole.
    """

    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    apart: str = ""
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[tuple[int, str]] = field(default_factory=list)  # row and range
    odd: list[Sentence] = field(default_factory=list)


def column_named(cell: str, known: Collection[str]) -> str:
    """The known column that a cell of the first row means, whatever its capitals and blanks; the cell itself where it means none."""
    plain = BETWEEN.sub("_", plain_word(cell))
    return plain if plain in known else cell


def head_of(rows: Sequence[tuple[int, list[str]]], known: Collection[str]) -> int | None:
    """Which of the rows, counted from 0, names the columns; None where none of the first ones does.

    It has an id and, but for an id alone, another column, and most of its names are known.
    """
    best, most = None, 0
    for place, (_, cells) in enumerate(rows[:FIRST_ROWS]):
        named = [column_named(cell, known) for cell in cells if cell]
        right = sum(name in known for name in named)
        if ID in named and right > most and (len(named) - right) * UNKNOWN_PART <= len(named):
            best, most = place, right
    return best


def letters(column: int) -> str:
    """What a spreadsheet calls a column, counted from 0: A to Z, then AA."""
    text = ""
    column += 1
    while column:
        column, place = divmod(column - 1, LETTERS)
        text = chr(ord("A") + place) + text
    return text


def cell_called(row: int, column: int) -> str:
    """What a spreadsheet calls a cell, its column counted from 0."""
    return f"{letters(column)}{row}"


def too_long_cells(row: int, cells: list[str]) -> Iterator[Bad]:
    """The cells of a row that hold more text than any card can show."""
    for column, cell in enumerate(cells):
        if len(cell) > LONGEST_CELL:
            yield Bad(row, column, too_long(row, column, len(cell)))


def too_long(row: int, column: int, length: int) -> Sentence:
    """The sentence about a cell that holds more text than any card can show."""
    pattern = "Cell {cell} has {length} characters; a cell has at most {most}."
    return Sentence(pattern, cell=cell_called(row, column), length=length, most=LONGEST_CELL)


def too_many_rows() -> Sentence:
    """The sentence about rows without end."""
    return Sentence("The table goes on beyond row {most}; no deck needs that. Delete the empty rows below the last card.", most=MOST_ROWS)


def too_many_columns() -> Sentence:
    """The sentence about columns without end."""
    pattern = "The row goes on beyond {most} columns; no deck needs that. Delete the empty columns right of the last one."
    return Sentence(pattern, most=MOST_COLUMNS)
