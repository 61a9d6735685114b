"""What is noted of the cells of a worksheet before it is read: that they lie within bounds, how long their texts are, and which hold
what no deck can have.
"""

import re
from dataclasses import dataclass, field

from caffael.scenario.read.grid import LETTERS, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Bad, letters
from caffael.scenario.read.xml_walk import Attributes, Walk, XmlRefusedError

PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
ROW = re.compile(r"[1-9][0-9]{0,6}")
MOST_TEXT = 4_000_000
"""Characters of all cells together, as many as a CSV file may have."""
MOST_TOLD = 50
"""Formulas and errors that are told one by one."""
FILLING = ("v", "is", "f")
"""Elements with which a cell is not empty. Empty ones may lie anywhere: spreadsheets write the format of the last row on earth."""
FORMULA = "holds a formula; copy the cell and paste its value alone."


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
class CellWalk(Walk):
    """The cells of a worksheet. Raises XmlRefusedError for what is beyond every measure."""

    strings: list[int]
    bad: list[Bad] = field(default_factory=list)
    row: int = 0
    column: int = -1
    kind: str = ""
    value: list[str] | None = None  # of the cell one is in
    total: int = 0

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note where a row or cell lies, and a formula."""
        if name == "row":
            self.row, self.column = self.row_of(attributes.get("r")), -1
        elif name == "c":
            self.column += 1
            if "r" in attributes:
                self.row, self.column = self.place_of(attributes["r"])
            self.kind = attributes.get("t", "")
            self.value = []
        elif name in FILLING:
            if self.row > MOST_ROWS or self.column >= MOST_COLUMNS:
                place = f"{letters(self.column)}{self.row}"
                raise XmlRefusedError(f"goes on to cell {place}, while a deck has at most {MOST_ROWS:,} rows and {MOST_COLUMNS} columns")
            if name == "f":
                self.note(FORMULA)

    def row_of(self, text: str | None) -> int:
        """The number of a row, which may be left out."""
        if text is None:
            return self.row + 1
        if not ROW.fullmatch(text):
            raise XmlRefusedError("is damaged")
        return int(text)

    def place_of(self, text: str) -> tuple[int, int]:
        """The row and the column of a cell."""
        found = PLACE.fullmatch(text)
        if not found:
            raise XmlRefusedError("is damaged")
        column = 0
        for letter in found[1]:
            column = column * LETTERS + ord(letter) - ord("A") + 1
        return int(found[2]), column - 1

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
                raise XmlRefusedError("is damaged")
            length = self.strings[int(value)]
        elif self.kind == "e":
            self.note(f"holds the error {value[:10]}; write what is meant.")
        self.total += length
        if length > LONGEST_CELL:
            self.note(f"has {length:,} characters; a cell has at most {LONGEST_CELL:,}.")
        if self.total > MOST_TEXT:
            raise XmlRefusedError(f"has more than {MOST_TEXT // 1_000_000} million characters")

    def note(self, what: str) -> None:
        """Note a cell that cannot be read."""
        if len(self.bad) < MOST_TOLD:
            self.bad.append(Bad(self.row, self.column, what))
