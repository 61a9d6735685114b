"""A deck may be an Excel workbook: it reads to the same cards as a CSV file, and what no deck can hold is told by its cell."""

import io
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from caffael.scenario import Fault, Pack, PackError, load_pack
from caffael.scenario.models import NeedRow, columns_of
from caffael.scenario.read.grid import GridError
from caffael.scenario.read.xlsx_grid import read_xlsx
from tests.scenario.books import MAIN, excel, libre_office, workbook, worksheet, zipped
from tests.scenario.workbench import SHIPPED, Workbench

KNOWN = columns_of(NeedRow)
DECKS = ("needs", "suppliers", "events", "projects", "councils")


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(SHIPPED)


def cell(text: str, place: str = "A1", kind: str = "n") -> str:
    return f'<row r="1"><c r="{place}" t="{kind}">{text}</c></row>'


def rows(content: bytes, deck: str = "needs") -> list[tuple[int, list[str]]]:
    return read_xlsx(content, deck, KNOWN).rows


def refused(content: bytes) -> str:
    with pytest.raises(GridError) as caught:
        read_xlsx(content, "needs", KNOWN)
    return str(caught.value)


def to_workbooks(bench: Workbench, write: object = excel, decks: tuple[str, ...] = DECKS) -> None:
    for deck in decks:
        (bench.folder / f"{deck}.xlsx").write_bytes(write(bench.table(f"{deck}.csv")))  # type: ignore[operator]
        (bench.folder / f"{deck}.csv").unlink()


@pytest.mark.parametrize("write", [excel, libre_office])
def test_every_deck_as_a_workbook_makes_the_same_cards_and_words(bench: Workbench, shipped: Pack, write: object) -> None:
    to_workbooks(bench, write)
    pack = bench.load()
    assert (pack.cards, pack.texts, pack.warnings) == (shipped.cards, shipped.texts, [])


def test_30_needs_and_20_suppliers_are_the_same_as_workbooks_and_with_semicolons(tmp_path: Path) -> None:
    first, second = Workbench(tmp_path / "first"), Workbench(tmp_path / "second")
    for bench in (first, second):
        bench.cell("councils.csv", 2, "home")
        councils = bench.table("councils.csv")
        for row in councils[1:]:
            row[councils[0].index("home")] = ""
        bench.write("councils.csv", councils)
        bench.write("needs.csv", bench.table("needs.csv")[:31])
        bench.write("suppliers.csv", bench.table("suppliers.csv")[:21])
    to_workbooks(first, decks=("needs", "suppliers"))
    for deck in ("needs", "suppliers"):
        table = second.table(f"{deck}.csv")
        lines = [";".join(f'"{cell}"' if ";" in cell or '"' in cell else cell for cell in row) for row in table]
        (second.folder / f"{deck}.csv").write_text("\ufeff" + "\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")
    one, other = first.load(), second.load()
    assert (len(one.ids.needs), len(one.ids.suppliers)) == (30, 20)
    assert (one.cards, one.texts) == (other.cards, other.texts)


def test_a_wrong_cell_is_told_with_the_workbook_and_its_row(bench: Workbench) -> None:
    bench.cell("needs.csv", 5, "urgency", "9")
    to_workbooks(bench, decks=("needs",))
    assert bench.only_fault() == Fault("needs.xlsx", 5, "urgency", "9", '"9" is too large; write a whole number from 1 to 3.')


def test_missing_welsh_in_a_workbook_is_counted(bench: Workbench) -> None:
    bench.cell("needs.csv", 4, "title_cy", "")
    to_workbooks(bench, decks=("needs",))
    (warning,) = bench.load().warnings
    assert (warning.file, warning.row, warning.column) == ("needs.xlsx", 4, "title_cy")


def test_the_sheet_that_is_called_as_the_deck_is_read_else_the_first() -> None:
    one, two = worksheet(cell("<v>1</v>")), worksheet(cell("<v>2</v>"))
    assert rows(workbook(one, Needs=two)) == [(1, ["2"])]
    assert rows(workbook(one, Notes=two)) == [(1, ["1"])]


def test_values_read_as_in_a_csv_file() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(1, 1, [3.0, -2, 0.85, True, False, "  text ", 123_456_789_012.0])
        sheet.write_rich_string(5, 0, "one ", book.add_format({"bold": True}), "text")
        sheet.write_blank(9, 9, None, book.add_format({"bold": True}))
    assert rows(made.getvalue()) == [
        (2, ["", "3", "-2", "0.85", "yes", "no", "text", "123456789012"]),
        (6, ["one text", "", "", "", "", "", "", ""]),
    ]


def test_cells_without_places_follow_each_other() -> None:
    assert rows(workbook(worksheet("<row><c><v>1</v></c><c><v>2</v></c></row><row r='4'><c><v>3</v></c></row>"))) == [
        (1, ["1", "2"]),
        (4, ["3", ""]),
    ]


def test_a_formula_is_told_with_its_column_and_cell(bench: Workbench) -> None:
    table: list[list[object]] = [list(row) for row in bench.table("suppliers.csv")]
    place = table[0].index("price_percent")
    table[4][place] = "=90+5"
    made = io.BytesIO(excel(table))
    (bench.folder / "suppliers.csv").unlink()
    (bench.folder / "suppliers.xlsx").write_bytes(made.getvalue())
    fault = bench.only_fault()
    assert (fault.file, fault.row, fault.column) == ("suppliers.xlsx", 5, "price_percent")
    assert fault.message == "Cell F5 holds a formula; copy the cell and paste its value alone."


def test_errors_and_dates_are_told_with_their_cells() -> None:
    assert [bad.sentence for bad in read_xlsx(workbook(worksheet(cell("<v>#REF!</v>", "C1", "e"))), "needs", KNOWN).bad] == [
        "Cell C1 holds the error #REF!; write what is meant."
    ]
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.add_worksheet().write_datetime("B3", datetime(2024, 5, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
    assert [bad.sentence for bad in read_xlsx(made.getvalue(), "needs", KNOWN).bad] == [
        "Cell B3 holds a date; make its format Text and write what is meant."
    ]


def test_a_cell_beside_the_table_is_told(bench: Workbench) -> None:
    table = bench.table("projects.csv")
    table[2].append("note")
    (bench.folder / "projects.csv").unlink()
    (bench.folder / "projects.xlsx").write_bytes(excel(table))
    wide = len(table[0])
    message = f"Cell {chr(65 + wide)}3 stands under no name; name its column in the first row, or empty it."
    assert bench.only_fault() == Fault("projects.xlsx", 3, None, "note", message)


@pytest.mark.parametrize("ending", [".xls", ".ods", ".xlsm", ".numbers"])
def test_other_spreadsheets_are_named_with_what_to_save_them_as(bench: Workbench, ending: str) -> None:
    (bench.folder / "events.csv").rename(bench.folder / f"events{ending}")
    message = 'This kind of spreadsheet is not read; save it as events.xlsx, or as "CSV UTF-8" called events.csv.'
    assert bench.only_fault() == Fault(f"events{ending}", None, None, None, message)


def test_what_is_no_workbook_is_told() -> None:
    anew = "copy the cells of the deck into a new workbook and save that as .xlsx."
    assert refused(b"id,urgency") == f"The workbook is damaged, or no zip at all; {anew}"
    assert refused(zipped({"a.txt": "a"})) == f"The workbook lacks a part that every workbook has; {anew}"
    assert refused(b"\xd0\xcf\x11\xe0 old") == "This is an old .xls or is protected by a password; save it as .xlsx without one."
    assert refused(workbook("<worksheet>")) == f"The workbook is damaged; {anew}"
    assert refused(workbook(worksheet(cell("<v>7</v>", kind="s")))) == f"The workbook is damaged; {anew}"
    assert refused(workbook(worksheet(cell("<v>1</v>")).encode("utf-16"))) == f"The workbook is not written in UTF-8; {anew}"
    assert refused(workbook(worksheet(cell("<v>1</v>", "a1")))) == f"The workbook is damaged; {anew}"


def test_a_workbook_that_is_called_csv_is_told(bench: Workbench) -> None:
    (bench.folder / "needs.csv").write_bytes(excel(bench.table("needs.csv")))
    assert bench.only_fault().message == "This is an Excel workbook, whatever its name says; rename it so that it ends in .xlsx."


def test_an_empty_workbook_is_told(bench: Workbench) -> None:
    (bench.folder / "events.csv").unlink()
    (bench.folder / "events.xlsx").write_bytes(excel([]))
    assert bench.only_fault().message.startswith("The file is empty; its first row must name the columns")


def test_shared_texts_without_their_phonetics_are_read() -> None:
    strings = f'<sst xmlns="{MAIN}"><si><r><t>ab</t></r><r><t xml:space="preserve"> c</t></r><rPh sb="0" eb="1"><t>zz</t></rPh></si></sst>'
    assert rows(workbook(worksheet(cell("<v>0</v>", kind="s")), strings)) == [(1, ["ab c"])]


@pytest.mark.parametrize("seed", range(30))
def test_spoiled_parts_raise_nothing_but_pack_errors(bench: Workbench, seed: int) -> None:
    import random
    import zipfile

    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(libre_office(bench.table("projects.csv")))) as archive:
        parts = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    for _ in range(chance.randint(1, 3)):
        part = parts[chance.choice(sorted(parts))]
        at = chance.randrange(len(part))
        part[at : at + chance.randint(0, 3)] = chance.choice([b"<", b">", b'"', b"&", b"9", b"", b"/", b"\0", b"\xff", b"<v>", b"</c>"])
    (bench.folder / "projects.csv").unlink()
    (bench.folder / "projects.xlsx").write_bytes(zipped({name: bytes(part) for name, part in parts.items()}))
    try:
        bench.load()
    except PackError as error:
        assert all(fault.message.endswith((".", "?")) for fault in error.faults)
