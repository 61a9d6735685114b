"""The cells of a worksheet and the formats of a workbook, walked through with bounds on everything before a reader sees them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from caffael.scenario.read.formats import format_codes
from caffael.scenario.read.grid import LETTERS, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Bad, cell_called, too_long
from caffael.scenario.read.xml_walk import DAMAGED, Attributes, Walk, WorkbookError
from caffael.words.sentence import Sentence

PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
ROW = re.compile(r"[1-9][0-9]{0,6}")
COUNT = re.compile(r"[0-9]{1,7}")
MOST_TEXT = 4_000_000
"""Characters of all cells together, as many as a CSV file may have."""
MOST_TOLD = 50
"""Formulas and errors that are told one by one."""
MOST_MERGED = 500
"""Merged ranges that are looked at."""
FILLING = ("v", "is", "f")
"""Elements with which a cell is not empty. Empty ones may lie anywhere: spreadsheets write the format of the last row on earth."""
YES = ("1", "true")
NUMBERS = ("", "n")
"""Kinds of cells that hold a number."""
NOTHING = re.compile(r"0(\.0*)?")
"""The height of a row, or the width of a column, that nobody sees."""
Range = tuple[int, int, int, int]
"""First row and column, last row and column."""


@dataclass(slots=True)
class StringWalk(Walk):
    """The shared texts of a workbook: how long each is."""

    lengths: list[int] = field(default_factory=list)

    def begin(self, name: str, _: Attributes) -> None:
        """Note that a text begins."""
        if name == "si":
            self.lengths.append(0)

    def text(self, text: str) -> None:
        """Note more of a text."""
        if self.lengths:
            self.lengths[-1] += len(text)


@dataclass(slots=True)
class StyleWalk(Walk):
    """The formats of a workbook's numbers, and which of them each style of cells uses."""

    named: dict[int, str] = field(default_factory=dict)
    used: list[int] = field(default_factory=list)
    within: str = ""

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note a format or a style."""
        if name in ("numFmts", "cellXfs"):
            self.within = name
        elif name == "numFmt" and self.within == "numFmts":
            self.named[count_of(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "xf" and self.within == "cellXfs":
            self.used.append(count_of(attributes.get("numFmtId")))

    def end(self, name: str) -> None:
        """Note that the formats or styles end."""
        if name == self.within:
            self.within = ""

    def codes(self) -> list[str]:
        """The format of each style."""
        return format_codes(self.named, self.used)


@dataclass(slots=True)
class CellWalk(Walk):
    """The cells of a worksheet. Raises WorkbookError for what is beyond every measure."""

    strings: list[int]
    bad: list[Bad] = field(default_factory=list)
    styles: dict[tuple[int, int], int] = field(default_factory=dict)  # of cells with numbers, by row and column
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    row: int = 0
    column: int = -1
    kind: str = ""
    value: list[str] | None = None  # of the cell one is in
    total: int = 0

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note where a row or cell lies, and a formula; what is hidden, and what is merged."""
        if name == "row":
            self.row, self.column = self.row_of(attributes.get("r")), -1
            if is_hidden(attributes, "ht") and self.row <= MOST_ROWS:
                self.hidden_rows.append(self.row)
        elif name == "c":
            self.column += 1
            if "r" in attributes:
                self.row, self.column = place_of(attributes["r"])
            self.kind = attributes.get("t", "")
            self.value = []
            if self.kind in NUMBERS and "s" in attributes:
                self.styles[self.row, self.column] = count_of(attributes["s"])
        elif name in FILLING:
            if self.row > MOST_ROWS or self.column >= MOST_COLUMNS:
                pattern = "The workbook goes on to cell {cell}, while a deck has at most {rows} rows and {columns} columns"
                raise WorkbookError(Sentence(pattern, cell=cell_called(self.row, self.column), rows=MOST_ROWS, columns=MOST_COLUMNS))
            if name == "f":
                pattern = "Cell {cell} holds a formula; copy the cell and paste its value alone."
                self.note(Sentence(pattern, cell=cell_called(self.row, self.column)))
        elif name == "col" and is_hidden(attributes, "width"):
            first, last = count_of(attributes.get("min")), count_of(attributes.get("max"))
            self.hidden_columns += range(max(first - 1, 0), min(last, MOST_COLUMNS))
        elif name == "mergeCell" and len(self.merged) < MOST_MERGED:
            first_cell, _, last_cell = attributes.get("ref", "").partition(":")
            self.merged.append((*place_of(first_cell), *place_of(last_cell or first_cell)))

    def row_of(self, text: str | None) -> int:
        """The number of a row, which may be left out."""
        if text is None:
            return self.row + 1
        if not ROW.fullmatch(text):
            raise WorkbookError(DAMAGED)
        return int(text)

    def text(self, text: str) -> None:
        """Note what a cell holds."""
        if self.value is not None:
            self.value.append(text)

    def end(self, name: str) -> None:
        """Note how long the text of a cell is, and an error in it."""
        if name != "c" or self.value is None:
            return
        value = "".join(self.value)
        self.value = None
        length = len(value)
        if self.kind == "s" and value.strip():
            if not value.strip().isdecimal() or int(value[:9]) >= len(self.strings):
                raise WorkbookError(DAMAGED)
            length = self.strings[int(value)]
        elif self.kind == "e":
            pattern = "Cell {cell} holds the error {error}; write what is meant."
            self.note(Sentence(pattern, cell=cell_called(self.row, self.column), error=value[:10]))
        self.total += length
        if length > LONGEST_CELL:
            self.note(too_long(self.row, self.column, length))
        if self.total > MOST_TEXT:
            raise WorkbookError(Sentence("The workbook has more than {n} million characters", n=MOST_TEXT // 1_000_000))

    def note(self, sentence: Sentence) -> None:
        """Note a cell that cannot be read."""
        if len(self.bad) < MOST_TOLD:
            self.bad.append(Bad(self.row, self.column, sentence))

    def below(self) -> Iterator[tuple[int, int, int]]:
        """The cells that lie below the first of a merged range: the first's row, its column, and the row of each."""
        for first, column, last, _ in self.merged:
            for row in range(first + 1, min(last, MOST_ROWS) + 1):
                yield first, column, row


def is_hidden(attributes: Attributes, size: str) -> bool:
    """Whether a row or a column is hidden, or so small that nobody sees it."""
    return attributes.get("hidden") in YES or bool(NOTHING.fullmatch(attributes.get(size, "")))


def place_of(text: str) -> tuple[int, int]:
    """The row and the column of a cell."""
    found = PLACE.fullmatch(text)
    if not found:
        raise WorkbookError(DAMAGED)
    column = 0
    for letter in found[1]:
        column = column * LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1


def count_of(text: str | None) -> int:
    """A number of a workbook; 0 where it is none."""
    return int(text) if text and COUNT.fullmatch(text) else 0
