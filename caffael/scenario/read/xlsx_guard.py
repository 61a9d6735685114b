"""Look through an Excel workbook before it is read, so that a small file cannot fill the memory or take minutes.

A workbook is a zip of XML files. The zip is looked at as every other; then the few parts that are read are walked through with bounds on
everything, and laid anew into a workbook of one sheet, so that whoever reads it sees exactly what was looked at.
"""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field

from caffael.scenario.read.grid import LETTERS, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Bad, letters
from caffael.scenario.read.xml_walk import Attributes, Walk, XmlRefusedError, local, walk
from caffael.scenario.read.zip_source import Archive, ZipLimits, ZipRefusedError

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


LIMITS = ZipLimits(entries=200, entry=8_000_000, total=20_000_000)
"""A workbook with the standard scenario's needs has 10 entries, of which the largest unpacks to 60,000 bytes."""
WORKBOOK_PART = "xl/workbook.xml"
RELATIONS_PART = "xl/_rels/workbook.xml.rels"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
ROOT_PART = "_rels/.rels"
RELATIONS = f'{HEAD}<Relationships xmlns="{PACKAGE}">'
ROOT = f'{RELATIONS}<Relationship Id="book" Type="{OFFICE}/officeDocument" Target="{WORKBOOK_PART}"/></Relationships>'
ONE_SHEET = f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="deck" sheetId="1" r:id="sheet"/></sheets></workbook>'
PARTS = {"worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}
"""The parts that are read, by what a workbook calls its relation to them, and where they are laid."""


class WorkbookError(Exception):
    """A workbook that is not read; its text is the reason, as goes on from "The workbook"."""


@dataclass(slots=True)
class SheetNames(Walk):
    """The sheets of a workbook: the name of each and its relation."""

    sheets: list[tuple[str, str]] = field(default_factory=list)

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note a sheet."""
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if local(key) == "id" and key != "id"), "")
            self.sheets.append((attributes.get("name", ""), relation))


@dataclass(slots=True)
class Relations(Walk):
    """What a workbook is related to: the kind and the entry of each part, by the id of the relation."""

    parts: dict[str, tuple[str, str]] = field(default_factory=dict)

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note a relation."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            entry = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
            self.parts[attributes.get("Id", "")] = (kind, entry.removeprefix("/"))


@dataclass(frozen=True, slots=True)
class Guarded:
    """A workbook of one sheet that may be read, and what was noted of its cells."""

    data: bytes
    cells: CellWalk


def guarded(data: bytes, deck: str) -> Guarded:
    """The sheet that is called as the deck, or else the first one, in a workbook of its own. Raises WorkbookError."""
    try:
        archive = Archive(data, LIMITS)
        names, relations = SheetNames(), Relations()
        walk(part(archive, WORKBOOK_PART), names)
        walk(part(archive, RELATIONS_PART), relations)
        parts = {"worksheet": chosen(names, relations, deck)}
        parts |= {kind: entry for kind, entry in relations.parts.values() if kind in ("sharedStrings", "styles")}
        contents = {kind: part(archive, entry) for kind, entry in parts.items()}
        strings = StringWalk()
        walk(contents.get("sharedStrings", f"{HEAD}<sst/>".encode()), strings)
        walk(contents.get("styles", f"{HEAD}<styleSheet/>".encode()), Walk())
        cells = CellWalk(strings.lengths)
        walk(contents["worksheet"], cells)
    except (ZipRefusedError, XmlRefusedError) as error:
        raise WorkbookError(str(error)) from None
    return Guarded(laid_anew(contents), cells)


def part(archive: Archive, entry: str) -> bytes:
    """A part of the workbook."""
    if entry not in archive.entries:
        raise WorkbookError("lacks a part that every workbook has")
    return archive.read(entry)


def chosen(names: SheetNames, relations: Relations, deck: str) -> str:
    """The entry of the sheet that is the deck."""
    sheets = [(name, relations.parts[relation]) for name, relation in names.sheets if relation in relations.parts]
    found = {name.strip().casefold(): entry for name, (kind, entry) in reversed(sheets) if kind == "worksheet"}
    if not found:
        raise WorkbookError("has no sheet with cells")
    return found.get(deck) or list(found.values())[-1]


def laid_anew(contents: dict[str, bytes]) -> bytes:
    """A workbook of these parts alone."""
    ids = {kind: "sheet" if kind == "worksheet" else kind for kind in contents}
    relations = "".join(f'<Relationship Id="{ids[kind]}" Type="{OFFICE}/{kind}" Target="{PARTS[kind]}"/>' for kind in contents)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(ROOT_PART, ROOT)
        archive.writestr(WORKBOOK_PART, ONE_SHEET)
        archive.writestr(RELATIONS_PART, f"{RELATIONS}{relations}</Relationships>")
        for kind, content in contents.items():
            archive.writestr(f"xl/{PARTS[kind]}", content)
    return made.getvalue()
