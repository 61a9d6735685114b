"""Workbooks and zips made by hand, sound ones and hostile ones."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def zipped(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def zip_of(folder: Path, within: str = "") -> bytes:
    """A zip of the files of a folder."""
    return zipped({within + path.name: path.read_bytes() for path in sorted(folder.iterdir())})


def excel(table: Sequence[Sequence[object]], name: str = "Sheet1") -> bytes:
    """A workbook as Excel writes it. What reads as a number is one; empty texts are empty cells."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                if isinstance(cell, str) and cell.lstrip("-").isdecimal():
                    sheet.write_number(row, column, float(cell))
                elif cell != "":
                    sheet.write(row, column, cell)
    return made.getvalue()


def worksheet(rows: str, front: str = "") -> str:
    """A worksheet with these rows."""
    return f'{HEAD}{front}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def workbook(sheet: str | bytes, strings: str | None = None, **more: str) -> bytes:
    """A workbook of one sheet, part by part; `more` are sheets by their names."""
    sheets: dict[str, str | bytes] = {"deck": sheet, **more}
    named = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(sheets, 1))
    kinds = [("worksheet", f"worksheets/sheet{at}.xml", f"rId{at}") for at in range(1, len(sheets) + 1)]
    files: dict[str, str | bytes] = {f"xl/worksheets/sheet{at}.xml": content for at, content in enumerate(sheets.values(), 1)}
    if strings is not None:
        kinds.append(("sharedStrings", "sharedStrings.xml", "rIdS"))
        files["xl/sharedStrings.xml"] = strings
    relations = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target, name in kinds)
    root = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    return zipped(
        {
            "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}">{root}</Relationships>',
            "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{named}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
            **files,
        }
    )


def letters(column: int) -> str:
    """What a spreadsheet calls a column of the first 676, counted from 0."""
    return chr(64 + column // 26) * (column >= 26) + chr(65 + column % 26)


def libre_office(table: Sequence[Sequence[str]]) -> bytes:
    """A workbook in LibreOffice's way: shared texts and texts within cells, 3 and 3.0, styled empty cells, a last row on row 1,048,576."""
    texts: list[str] = []
    rows: list[str] = []
    for number, cells in enumerate(table, 1):
        made: list[str] = []
        for column, cell in enumerate(cells):
            place = f'r="{letters(column)}{number}" s="1"'
            if cell == "":
                made.append(f"<c {place}/>")
            elif cell.lstrip("-").isdecimal():
                made.append(f'<c {place} t="n"><v>{cell}{".0" if column % 2 else ""}</v></c>')
            elif column % 3:
                texts.append(cell)
                made.append(f'<c {place} t="s"><v>{len(texts) - 1}</v></c>')
            else:
                made.append(f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>')
        made += [f'<c r="{letters(column)}{number}" s="1"/>' for column in range(len(cells), len(cells) + 3)]
        rows.append(f'<row r="{number}" customFormat="false" ht="12.8" hidden="false" outlineLevel="0">{"".join(made)}</row>')
    rows.append('<row r="1048576" customFormat="false" ht="12.8" hidden="false"><c r="A1048576" s="1"/></row>')
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in texts)
    strings = f'{HEAD}<sst xmlns="{MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{items}</sst>'
    return workbook(worksheet("".join(rows)), strings)
