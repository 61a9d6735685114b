"""Read a CSV file as spreadsheets write it: with commas, semicolons or tabs, in UTF-8 or in the UTF-16 that Excel calls Unicode text.

Which sign keeps cells apart is told by the row whose column names are known, mostly the first. The file is read row by row and left as
soon as it is beyond every measure.
"""

import codecs
import csv
import re
from collections.abc import Collection, Iterator
from itertools import islice

from caffael.scenario.read.grid import (
    FIRST_ROWS,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    GridError,
    column_named,
    too_long_cells,
    too_many_columns,
    too_many_rows,
)
from caffael.scenario.read.letters import trimmed
from caffael.words.sentence import Sentence

COMMAS, SEMICOLONS, TABS = Sentence("commas"), Sentence("semicolons"), Sentence("tabs")
APART = {",": COMMAS, ";": SEMICOLONS, "\t": TABS}
LONGEST_LINE = 100_000
"""Characters of a line. A card with every text at its longest has about 3,000."""
LINES_A_ROW = 500
"""Lines of one row, whose texts may have breaks in them."""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
SAID = re.compile(r"sep=(.)[\r\n]*", re.IGNORECASE)
"""What Excel may write before the first row; it is no row of its own."""
WORKBOOK = b"PK\x03\x04"
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NOT_UTF8 = Sentence('The file is not saved as UTF-8; save it again as "CSV UTF-8" (or as UTF-8 text).')
NO_END = Sentence("From here on cells cannot be told apart; look for a quotation mark that is not closed, or not doubled within a text.")
LONG = Sentence("The row is longer than any card; look for a quotation mark that is not closed.")
A_WORKBOOK = Sentence("This is an Excel workbook, whatever its name says; rename it so that it ends in .xlsx.")


class Lines(Iterator[str]):
    """The lines of a text, for the reader of CSV; those of one row are counted. Raises GridError beyond measure."""

    def __init__(self, text: str) -> None:
        self._found = LINE.finditer(text)
        self.rows = 0
        self.in_row = 0

    def __next__(self) -> str:
        line = next(self._found)[0]
        self.in_row += 1
        if len(line) > LONGEST_LINE or self.in_row > LINES_A_ROW:
            raise GridError(self.rows + 1, LONG)
        return line


def read_csv(data: bytes, known: Collection[str]) -> Grid:
    """The rows of a CSV file, of which some columns are known. Raises GridError."""
    text = text_of_csv(data, known)
    said = SAID.match(text)
    if said:
        text = text[said.end() :]
    apart = said[1] if said and said[1] in APART else apart_in(text, known)
    grid = Grid(apart=APART[apart])
    lines = Lines(text)
    try:
        for cells in csv.reader(lines, delimiter=apart, strict=True):
            lines.rows += 1
            lines.in_row = 0
            if lines.rows > MOST_ROWS:
                raise GridError(lines.rows, too_many_rows())
            if len(cells) > MOST_COLUMNS:
                raise GridError(lines.rows, too_many_columns())
            row = [trimmed(cell) for cell in cells]
            if any(row):
                grid.rows.append((lines.rows, row))
                if sum(map(len, row)) > LONGEST_CELL:
                    grid.bad += too_long_cells(lines.rows, row)
    except csv.Error:
        raise GridError(lines.rows + 1, NO_END) from None
    return grid


def text_of_csv(data: bytes, known: Collection[str]) -> str:
    """The text of a file, with or without a byte-order mark. Raises GridError."""
    if data.startswith(WORKBOOK):
        raise GridError(None, A_WORKBOOK)
    if data.startswith(WIDE):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise GridError(None, NOT_UTF8) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        raise GridError(row_after(before, apart_in(before, known)), NOT_UTF8) from None


def row_after(text: str, apart: str) -> int | None:
    """The row in which a text breaks off; None beyond every measure."""
    lines = Lines(f"{text}?")
    try:
        for _ in csv.reader(lines, delimiter=apart):
            lines.rows += 1
            lines.in_row = 0
            if lines.rows >= MOST_ROWS:
                return None
    except (csv.Error, GridError):
        return None
    return lines.rows


def apart_in(text: str, known: Collection[str]) -> str:
    """The sign that keeps cells apart: the one with which one of the first rows has most of the known columns, or else most cells.

    A title or notes may stand above the names of the columns.
    """
    lines = (found[0] for found in islice(LINE.finditer(text), MOST_ROWS))
    best, most = ",", (0, 1)
    for place, line in enumerate(islice((line for line in lines if line.strip(" ,;\t\r\n")), FIRST_ROWS)):
        for sign in APART:
            try:
                cells = next(csv.reader([line[:LONGEST_LINE]], delimiter=sign), [])
            except csv.Error:
                continue
            found = (sum(column_named(cell, known) in known for cell in cells[: 2 * MOST_COLUMNS]), len(cells))
            if found > most and (place == 0 or found[0] > most[0]):
                best, most = sign, found
    return best
