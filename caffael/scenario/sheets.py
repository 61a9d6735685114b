"""Read the decks: CSV files as spreadsheets write them, strictly, with row numbers as a spreadsheet shows them."""

import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from caffael.scenario.faults import Fault, Spot, listed, near, shown

LARGEST_FILE = 4_000_000
"""Bytes. No real deck comes near it."""


@dataclass(slots=True)
class SheetRow:
    """One row of a deck: its file, its number in the spreadsheet and its cells by column."""

    file: str
    number: int
    cells: dict[str, str]
    torn: bool = False  # its cells cannot be told, so only its id is known
    spots: dict[str, Spot] = field(default_factory=dict)  # of the cells that come from elsewhere

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

    def ids(self) -> list[str]:
        """The ids of the deck in its order, right or wrong."""
        return [row.id for row in self.rows]


def is_there(path: Path) -> bool:
    """Whether there is a file, as far as can be seen."""
    try:
        return path.exists()
    except OSError:
        return True


def read_text(path: Path, file: str, faults: list[Fault]) -> str | None:
    """The text of a file in UTF-8, with or without a byte-order mark; None and a fault when there is none. `file` is what to call it."""
    row, message = None, ""
    try:
        if path.stat().st_size > LARGEST_FILE:
            message = f"The file is larger than {LARGEST_FILE // 1_000_000} MB; no pack needs that much."
        else:
            data = path.read_bytes()
            return data.decode("utf-8-sig")
    except FileNotFoundError:
        message = "The file is missing from the pack."
    except OSError as error:
        message = f"The file cannot be read ({error.strerror or 'unknown reason'})."
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        message = 'The file is not saved as UTF-8; save it again as "CSV UTF-8" (or as UTF-8 text).'
    faults.append(Fault(file, row, None, None, message))
    return None


def read_sheet(path: Path, file: str, known: Sequence[str], needed: Sequence[str], faults: list[Fault]) -> Sheet:
    """Read a deck with its known columns, of which some are needed; write down what is wrong with the table itself."""
    sheet = Sheet(file)
    text = read_text(path, file, faults)
    records = split_cells(sheet.file, text, faults) if text is not None else None
    if records is None:
        return sheet
    head = next((place for place, cells in enumerate(records) if any(cells)), None)
    if head is None:
        message = f"The file is empty; its first row must name the columns: {listed(known, 'and')}."
        faults.append(Fault(sheet.file, None, None, None, message))
        return sheet
    header = without_blank_end(records[head])
    sheet.complete = check_header(sheet.file, head + 1, header, known, needed, faults)
    for number, cells in enumerate(records[head + 1 :], head + 2):
        if any(cells) and sheet.complete:
            sheet.rows.append(read_row(sheet.file, number, cells, header, known, faults))
    return sheet


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


def read_row(file: str, number: int, cells: list[str], header: list[str], known: Sequence[str], faults: list[Fault]) -> SheetRow:
    """One row with its cells by column; of a column that stands there twice the first counts."""
    if len(without_blank_end(cells)) > len(header):
        message = f"The row has {len(cells)} cells for {len(header)} columns; put a text that contains commas in quotation marks."
        faults.append(Fault(file, number, None, cells[len(header)], message))
    elif len(cells) < len(header):
        message = f"The row has only {len(cells)} cells for {len(header)} columns; cells may be empty, but not left out."
        faults.append(Fault(file, number, None, None, message))
    else:
        by_column = {column: cell for column, cell in reversed(list(zip(header, cells, strict=False))) if column in known}
        return SheetRow(file, number, {column: by_column[column] for column in header if column in by_column})
    place = header.index("id")
    return SheetRow(file, number, {"id": cells[place] if place < len(cells) else ""}, torn=True)


def split_cells(file: str, text: str, faults: list[Fault]) -> list[list[str]] | None:
    """The cells of every row, without blanks round them; None and a fault when the text is no CSV."""
    records: list[list[str]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), strict=True):
            records.append([unicodedata.normalize("NFC", cell).strip() for cell in cells])
    except csv.Error:
        message = "From here on cells cannot be told apart; look for a quotation mark that is not closed, or not doubled within a text."
        faults.append(Fault(file, len(records) + 1, None, None, message))
        return None
    return records


def check_header(file: str, number: int, header: list[str], known: Sequence[str], needed: Sequence[str], faults: list[Fault]) -> bool:
    """Write down what is wrong with the names of the columns. Whether rows can be read under them all the same: there must be ids."""
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(header) == 1 and mark in header[0]:
            faults.append(Fault(file, number, None, None, f"The columns are separated by {name}; save the file again with commas."))
            return False
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
