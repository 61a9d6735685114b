"""Look through an Excel workbook before it is read, so that a small file cannot fill the memory or take minutes.

A workbook is a zip of XML files. The zip is looked at as every other; then the few parts that are read are walked through with bounds on
everything, and laid anew into a workbook of one sheet, so that whoever reads it sees exactly what was looked at.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from caffael.scenario.read.xlsx_cells import CellWalk, StringWalk
from caffael.scenario.read.xml_walk import Attributes, Walk, XmlRefusedError, local, walk
from caffael.scenario.read.zip_source import Archive, ZipLimits, ZipRefusedError

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
