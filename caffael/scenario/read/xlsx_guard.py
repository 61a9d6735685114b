"""Look through an Excel workbook before it is read, so that a small file cannot fill the memory or take minutes.

A workbook is a zip of XML files. The zip is looked at as every other; then the few parts that are read are walked through with bounds on
everything, and each sheet is laid anew into a workbook of its own, so that whoever reads it sees exactly what was looked at.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from caffael.scenario.read.xlsx_cells import YES, CellWalk, StringWalk, StyleWalk
from caffael.scenario.read.xml_walk import Attributes, Walk, WorkbookError, local, walk
from caffael.scenario.read.zip_source import Archive, ZipLimits, ZipRefusedError
from caffael.words.sentence import Sentence

LIMITS = ZipLimits(entries=200, entry=8_000_000, total=20_000_000)
"""A workbook with the standard scenario's needs has 10 entries, of which the largest unpacks to 60,000 bytes."""
MOST_SHEETS = 30
"""Sheets of a workbook that are looked at."""
WORKBOOK_PART = "xl/workbook.xml"
"""Where the workbook itself lies when nothing says otherwise."""
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
EMPTY_PARTS = {"sharedStrings": f"{HEAD}<sst/>".encode(), "styles": f"{HEAD}<styleSheet/>".encode()}
"""What stands for a part that a workbook may lack."""


@dataclass(slots=True)
class SheetNames(Walk):
    """The sheets of a workbook: the name of each, its relation, and whether it is hidden."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note a sheet."""
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if local(key) == "id" and key != "id"), "")
            hidden = attributes.get("state", "visible") in ("hidden", "veryHidden", *YES)
            self.sheets.append((attributes.get("name", ""), relation, hidden))


@dataclass(slots=True)
class Relations(Walk):
    """What a part is related to: the kind and the entry of each other part, by the id of the relation. `folder` is the part's own."""

    folder: str
    parts: dict[str, tuple[str, str]] = field(default_factory=dict)

    def begin(self, name: str, attributes: Attributes) -> None:
        """Note a relation."""
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            entry = posixpath.normpath(posixpath.join("/", self.folder, attributes.get("Target", "")))
            self.parts[attributes.get("Id", "")] = (kind, entry.lstrip("/"))

    def of_kind(self, kind: str) -> str | None:
        """The entry of the first part of a kind."""
        return next((entry for found, entry in self.parts.values() if found == kind), None)


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet with cells: its name, whether it is hidden, and its entry."""

    name: str
    hidden: bool
    entry: str


@dataclass(frozen=True, slots=True)
class Guarded:
    """A workbook of one sheet that may be read, and what was noted of its cells."""

    data: bytes
    cells: CellWalk


class Book:
    """A workbook whose parts were found sound, as far as all sheets share them. Raises WorkbookError."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = Archive(data, LIMITS)
        except ZipRefusedError as error:
            raise refused(error) from None
        self._entries = {name.casefold(): name for name in self._archive.entries}
        root = Relations("")
        if ROOT_PART in self._archive.entries:
            walk(self._part(ROOT_PART), root)
        book = root.of_kind("officeDocument") or WORKBOOK_PART
        folder, _, name = book.rpartition("/")
        names, relations = SheetNames(), Relations(folder)
        walk(self._part(book), names)
        walk(self._part(f"{folder}/_rels/{name}.rels".lstrip("/")), relations)
        found = [(called, hidden, relations.parts.get(relation, ("", ""))) for called, relation, hidden in names.sheets]
        self.sheets = [BookSheet(called, hidden, entry) for called, hidden, (kind, entry) in found if kind == "worksheet"][:MOST_SHEETS]
        if not self.sheets:
            raise WorkbookError(Sentence("The workbook has no sheet with cells"))
        entries = {kind: relations.of_kind(kind) for kind in EMPTY_PARTS}
        self._shared = {kind: self._part(entry) for kind, entry in entries.items() if entry is not None}
        self._strings, styles = StringWalk(), StyleWalk()
        walk(self._shared.get("sharedStrings", EMPTY_PARTS["sharedStrings"]), self._strings)
        walk(self._shared.get("styles", EMPTY_PARTS["styles"]), styles)
        self.codes = styles.codes()

    def guarded(self, sheet: BookSheet) -> Guarded:
        """A sheet in a workbook of its own. Raises WorkbookError."""
        content = self._part(sheet.entry)
        cells = CellWalk(self._strings.lengths)
        walk(content, cells)
        return Guarded(laid_anew({"worksheet": content, **self._shared}), cells)

    def _part(self, entry: str) -> bytes:
        """A part of the workbook, whose name may have other capitals than it is called by."""
        name = self._entries.get(entry.casefold())
        if name is None:
            raise WorkbookError(Sentence("The workbook lacks a part that every workbook has"))
        try:
            return self._archive.read(name)
        except ZipRefusedError as error:
            raise refused(error) from None


def refused(error: ZipRefusedError) -> WorkbookError:
    """What is wrong with the zip that a workbook is."""
    return WorkbookError(Sentence("The workbook {why}", why=error.why))


def laid_anew(contents: dict[str, bytes]) -> bytes:
    """A workbook of these parts alone."""
    ids = {kind: "sheet" if kind == "worksheet" else kind for kind in contents}
    relations = "".join(f'<Relationship Id="{ids[kind]}" Type="{OFFICE}/{kind}" Target="{PARTS[kind]}"/>' for kind in contents)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(ROOT_PART, ROOT)
        archive.writestr(WORKBOOK_PART, ONE_SHEET)
        archive.writestr("xl/_rels/workbook.xml.rels", f"{RELATIONS}{relations}</Relationships>")
        for kind, content in contents.items():
            archive.writestr(f"xl/{PARTS[kind]}", content)
    return made.getvalue()
