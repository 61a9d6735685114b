"""What a cell shows is what it means, in every kind of spreadsheet: formats, capitals, yes in two languages, signs nobody sees."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from caffael.authoring.starting import csv_text
from caffael.authoring.workbook import workbook as own_workbook
from caffael.scenario import Fault
from caffael.scenario.models import DECKS, NeedRow, SupplierRow, columns_of, deck_of, needed_columns, plainly
from caffael.scenario.read.csv_grid import read_csv
from caffael.scenario.read.formats import shown_number
from caffael.scenario.read.grid import Grid
from caffael.scenario.read.letters import healed, trimmed
from caffael.scenario.read.plainly import plain_number, plain_percent, plain_phrase, plain_yes_no
from caffael.scenario.read.sheets import Sheet, sheet_of
from caffael.scenario.read.xlsx_grid import read_xlsx
from caffael.words.typefaces import UNSEEN
from tests.scenario.books import excel
from tests.scenario.workbench import Workbench

KNOWN = columns_of(NeedRow)
WELSH = "Dŵr i dŷ bob ysgol – â’r £5 “ffres” ï ö ŷ Ŵ"
Write = Callable[[Workbench, str, list[list[str]]], None]


def as_csv(bench: Workbench, deck: str, table: list[list[str]]) -> None:
    bench.write(f"{deck}.csv", table)


def as_workbook(bench: Workbench, deck: str, table: list[list[str]]) -> None:
    (bench.folder / f"{deck}.csv").unlink()
    (bench.folder / f"{deck}.xlsx").write_bytes(excel(table))


def book_of(write: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        write(book)
    return made.getvalue()


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1, "0%", "100%"),
        (0.95, "0%", "95%"),
        (0.955, "0.0%", "95.5%"),
        (0.955, "0%", "96%"),
        (1.2, "0.00%", "120%"),
        (0.1 + 0.2, "", "0.3"),
        (29.999999999996, "General", "30"),
        (2.6, "0", "3"),
        (2.5, "#,##0.00", "2.5"),
        (60000, '"£"#,##0', "60000"),
        (60000.004, "£#,##0.00", "60000"),
        (-3, "0;[Red]-0", "-3"),
        (60000, "#,##0,", "60000"),
        (0.5, "# ?/?", "0.5"),
        (123456789012, "", "123456789012"),
        (0.85, "@", "0.85"),
    ],
)
def test_a_number_reads_as_its_cell_shows_it(value: float, code: str, shown: str) -> None:
    assert shown_number(value, code) == shown


@given(st.floats(allow_nan=True, allow_infinity=True), st.text(alphabet='0#?,.%;"[]_*\\ E/@£', max_size=12))
def test_every_number_in_every_format_shows_something(value: float, code: str) -> None:
    assert shown_number(value, code)


@given(st.integers(-(2**53) + 1, 2**53 - 1), st.sampled_from(["", "General", "0", "0.00", "#,##0", "£#,##0.00", "0.0", "@"]))
def test_a_whole_number_stays_itself_in_every_plain_format(value: int, code: str) -> None:
    assert shown_number(float(value), code) == str(value)


def test_a_cell_of_percent_is_what_it_shows(bench: Workbench) -> None:
    before = bench.load()
    table = bench.table("suppliers.csv")
    places = [table[0].index(name) for name in ("price_percent", "local_percent", "carbon_percent")]

    def write(book: xlsxwriter.Workbook) -> None:
        sheet, percent = book.add_worksheet("suppliers"), book.add_format({"num_format": "0%"})
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                if row and column in places:
                    sheet.write_number(row, column, int(cell) / 100, percent)
                else:
                    sheet.write_string(row, column, cell)

    (bench.folder / "suppliers.csv").unlink()
    (bench.folder / "suppliers.xlsx").write_bytes(book_of(write))
    assert bench.load().cards == before.cards


@pytest.mark.parametrize("write", [as_csv, as_workbook])
def test_percent_where_no_percent_is_asked_for_is_told(bench: Workbench, write: Write) -> None:
    table = bench.table("needs.csv")
    table[3][table[0].index("urgency")] = "100%"
    write(bench, "needs", table)
    assert bench.only_fault().message == '"100%" is not a whole number; write a whole number from 1 to 3.'


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("£60,000", "60000"),
        ("£ 60,000.00", "60000"),
        ("60 000", "60000"),
        ("60\u00a0000", "60000"),
        ("-£20,000", "-20000"),
        ("\u22123", "-3"),
        ("30.0", "30"),
        ("29.999999999996", "30"),
        ("30.000000000004", "30"),
        ("\u200b5\ufeff", "5"),
    ],
)
def test_a_number_with_signs_of_money_or_thousands_is_read(text: str, number: str) -> None:
    assert plain_number(text) == number


@pytest.mark.parametrize("text", ["1,5", "12,50", "60.000", "1.5", "5 %", "20k", "1,0000", "-", "", "£", "$5", "+-5", "1e5", "five"])
def test_what_may_mean_another_number_stays_as_it_is(text: str) -> None:
    assert plain_number(text) == text


@given(st.integers(-(10**11), 10**11))
def test_a_number_is_the_same_with_thousands_apart_or_not(value: int) -> None:
    assert plain_number(f"{value:,}") == plain_number(f"{value:,}".replace(",", "\u202f")) == plain_number(f"{value}.00") == str(value)


@given(st.text(max_size=20))
def test_reading_a_cell_plainly_twice_changes_nothing_more(text: str) -> None:
    for model in DECKS:
        for plain in plainly(model).values():
            assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("write", [as_csv, as_workbook])
@pytest.mark.parametrize(
    ("yes", "no"), [("TRUE", "FALSE"), ("Yes", "No"), ("YES", "nO"), ("Ie", "Nac ydy"), ("Ydy", "Na"), ("y", "n"), ("1", "0")]
)
def test_yes_and_no_in_two_languages_and_as_spreadsheets_write_them(bench: Workbench, write: Write, yes: str, no: str) -> None:
    before = bench.load()
    table = bench.table("needs.csv")
    place = table[0].index("public")
    write(bench, "needs", [table[0], *([*row[:place], yes if row[place] == "yes" else no, *row[place + 1 :]] for row in table[1:])])
    assert bench.load().cards == before.cards


@pytest.mark.parametrize("write", [as_csv, as_workbook])
@pytest.mark.parametrize("other", [str.upper, str.title, str.swapcase])
def test_capitals_do_not_matter_in_columns_ids_and_words(bench: Workbench, write: Write, other: Callable[[str], str]) -> None:
    before = bench.load()
    for model in DECKS:
        deck = deck_of(model)
        table = bench.table(f"{deck}.csv")
        texts = [name.endswith(("_en", "_cy")) or name in ("name", "source") for name in table[0]]
        rows = [[cell if text else other(cell) for cell, text in zip(row, texts, strict=True)] for row in table[1:]]
        write(bench, deck, [[other(name) for name in table[0]], *rows])
    after = bench.load()
    assert (after.cards, after.ids, after.texts, after.warnings) == (before.cards, before.ids, before.texts, before.warnings)


def test_capitals_do_not_matter_in_the_scenario_file(bench: Workbench) -> None:
    before = bench.load()
    bench.toml("[rules]", "[Rules]")
    bench.toml("[weights]", "[WEIGHTS]")
    bench.toml('id = "food"', 'ID = "Food"')
    bench.toml('ending = "gentle"', 'Ending = "Gentle"')
    path = bench.folder / "scenario.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("[routes.", "[Routes."), encoding="utf-8")
    after = bench.load()
    assert (after.cards, after.ids, after.spots.keys()) == (before.cards, before.ids, before.spots.keys())


@pytest.mark.parametrize(("column", "written", "meant"), [("kind", "Social Enterprise", "social-enterprise"), ("kind", "SME", "sme")])
def test_words_to_choose_may_have_blanks_and_capitals(column: str, written: str, meant: str) -> None:
    assert plainly(SupplierRow)[column](written) == meant


def test_an_effect_may_have_capitals_and_signs_of_money() -> None:
    assert plain_phrase("Budget -£20,000 if Budget below 200,000") == "budget -20000 if budget below 200000"
    assert plain_phrase("goal culture \u20131") == plain_phrase("goal culture \u22121") == "goal culture -1"


@given(st.text(alphabet="a b", min_size=1).filter(str.strip), st.text(alphabet="\u200b\ufeff\u00ad\u2060\u200e\u202c\u00a0\t ", max_size=4))
def test_signs_that_nobody_sees_are_taken_from_both_ends(text: str, unseen: str) -> None:
    assert trimmed(f"{unseen}{text}{unseen}") == text.strip()


@pytest.mark.parametrize("write", [as_csv, as_workbook])
@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200e", "\u202c"])
def test_signs_that_nobody_sees_do_not_matter_within_ids_words_and_numbers(bench: Workbench, write: Write, sign: str) -> None:
    before = bench.load()
    table = bench.table("needs.csv")
    for column in ("id", "category", "theme", "estimate_gbp", "public"):
        place = table[0].index(column)
        table[2][place] = table[2][place][:2] + sign + table[2][place][2:]
    table[0][3] += sign
    write(bench, "needs", table)
    after = bench.load()
    assert (after.cards, after.ids) == (before.cards, before.ids)


OLD = ("cp1252", "latin-1", "mac_roman", "cp850")


def read_as(text: str, letters: str) -> str:
    """A text in UTF-8 as a program shows it that reads it in other letters; what Windows leaves free stands for itself."""
    return "".join(bytes([byte]).decode(letters, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize(("letters", "times"), [*((letters, 1) for letters in OLD), ("cp1252", 2)])
def test_garbled_welsh_is_told_with_what_it_was(letters: str, times: int) -> None:
    text = WELSH
    for _ in range(times):
        text = read_as(text, letters)
    assert text != WELSH
    assert healed(text) == WELSH


LIKE_GARBLED = ("â€", "Ôäó")
"""Right letters that read as garbled ones (a dash, ™); nobody writes them."""


@given(
    st.text(alphabet="aeiouy âêîôûŵŷäëïöüáéíóúýàèìòùÊÎÔÛŴŶÉ’‘–—…£€½!?.,").filter(lambda text: not any(one in text for one in LIKE_GARBLED))
)
def test_letters_that_are_right_are_not_taken_for_garbled_ones(text: str) -> None:
    assert healed(text) == text


def test_no_pack_that_ships_has_garbled_letters(bench: Workbench) -> None:
    assert bench.load().warnings == []


@pytest.mark.parametrize("write", [as_csv, as_workbook])
def test_garbled_letters_are_a_warning_by_row_and_column(bench: Workbench, write: Write) -> None:
    table = bench.table("needs.csv")
    table[4][table[0].index("title_cy")] = "DÅµr i dÅ· bob ysgol"
    write(bench, "needs", table)
    (warning,) = bench.load().warnings
    assert (warning.row, warning.column) == (5, "title_cy")
    assert '"Dŵr i dŷ bob ysgol"' in warning.message


def test_garbled_letters_of_the_scenario_file_are_a_warning_by_line(bench: Workbench) -> None:
    line = bench.toml('title_cy = "', 'title_cy = "Câ€™r ')
    (warning,) = [found for found in bench.load().warnings if "garbled" in found.message]
    assert (warning.file, warning.row) == ("scenario.toml", line)


def test_a_letter_that_windows_wrote_as_a_question_mark_is_a_warning(bench: Workbench) -> None:
    bench.cell("needs.csv", 5, "title_cy", "D?r i bob ysgol")
    (warning,) = bench.load().warnings
    assert (warning.row, warning.column) == (5, "title_cy")
    assert '"D?r"' in warning.message


@pytest.mark.parametrize("write", [as_csv, as_workbook])
def test_a_lost_letter_is_a_fault_by_row_and_column(bench: Workbench, write: Write) -> None:
    table = bench.table("needs.csv")
    table[4][table[0].index("title_cy")] = "D\ufffdr"
    write(bench, "needs", table)
    fault = bench.only_fault()
    assert (fault.row, fault.column) == (5, "title_cy")
    assert fault.message.startswith("The text has lost a letter")


def sheet_from(grid: Grid) -> Sheet:
    faults: list[Fault] = []
    sheet = sheet_of(grid, "needs.csv", KNOWN, ["id"], faults)
    assert faults == []
    return sheet.plainly(plainly(NeedRow))


CELL = st.text(alphabet="aŵŷ é1,;\"'\n-£", max_size=8).map(lambda text: " ".join(text.split()))
ROWS = st.lists(st.fixed_dictionaries({"id": st.from_regex(r"[a-z]{1,5}", fullmatch=True), "title_en": CELL, "title_cy": CELL}), max_size=5)


@settings(deadline=None)
@given(ROWS)
def test_what_is_written_reads_back_the_same_as_csv_and_as_a_workbook(rows: list[dict[str, str]]) -> None:
    meant = [{column: row.get(column, "") for column in KNOWN} for row in rows]
    one = sheet_from(read_csv(csv_text(NeedRow, rows).encode("utf-8-sig"), KNOWN))
    other = sheet_from(read_xlsx(own_workbook(NeedRow, rows, {}), "needs", KNOWN))
    assert [row.cells for row in one.rows] == [row.cells for row in other.rows] == meant


@given(ROWS, st.data())
def test_a_ragged_table_is_the_padded_one(rows: list[dict[str, str]], data: st.DataObject) -> None:
    head = ["id", "title_en", "title_cy", "source"]
    full = [[row["id"], row["title_en"], row["title_cy"], ""] for row in rows]
    ragged = []
    for row in full:
        filled = max(place for place, cell in enumerate(row, 1) if cell)
        ragged.append(row[: data.draw(st.integers(filled, len(row) + 2))] + [""] * data.draw(st.integers(0, 2)))
    grids = [Grid([(number, cells) for number, cells in enumerate([head, *table], 1)], apart="commas") for table in (full, ragged)]
    assert sheet_from(grids[0]).rows == sheet_from(grids[1]).rows


@pytest.mark.parametrize("write", [as_csv, as_workbook])
def test_a_title_and_notes_above_the_names_are_one_fault(bench: Workbench, write: Write) -> None:
    table = bench.table("needs.csv")
    write(bench, "needs", [["Our needs 2026"], ["ask Mrs Jones, then print"], [], *table])
    fault = bench.only_fault()
    assert (fault.row, fault.message) == (1, "The names of the columns stand in row 4, below a title or notes; delete the rows above them.")


def test_cards_below_a_title_are_checked_all_the_same(bench: Workbench) -> None:
    bench.cell("needs.csv", 3, "urgency", "9")
    bench.write("needs.csv", [["Our needs 2026"], *bench.table("needs.csv")])
    assert [fault.row for fault in bench.faults()] == [1, 4]


def test_a_table_whose_columns_nobody_names_is_one_fault(bench: Workbench) -> None:
    bench.write("needs.csv", bench.table("needs.csv")[1:])
    fault = bench.only_fault()
    assert fault.message.startswith("No row names the columns; write their names into the first row: id, title_en")


def test_our_own_csv_begins_with_the_mark_by_which_excel_reads_welsh_letters(tmp_path: Path) -> None:
    from caffael.authoring.starting import start_pack

    folder = start_pack(tmp_path / "my-game", as_csv=True)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in folder.glob("*.csv"))


def sheets(**tables: list[list[str]]) -> Callable[[xlsxwriter.Workbook], None]:
    def write(book: xlsxwriter.Workbook) -> None:
        for name, table in tables.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(table):
                sheet.write_row(row, 0, cells)

    return write


CARDS = [["id", "title_en", "urgency"], ["milk", "Milk", "2"]]
NOTES = [["Ask Mrs Jones"], ["Print before Friday"]]


def grid(write: Callable[[xlsxwriter.Workbook], None]) -> Grid:
    return read_xlsx(book_of(write), "needs", KNOWN)


def test_the_sheet_with_the_columns_is_read_whatever_it_is_called() -> None:
    assert grid(sheets(Notes=NOTES, Cards=CARDS)).rows[0][1] == CARDS[0]
    assert grid(sheets(needs=NOTES, Cards=CARDS)).rows[0][1] == CARDS[0]


def test_of_several_sheets_with_the_columns_the_one_called_as_the_deck_is_read_and_the_others_named() -> None:
    found = grid(sheets(Old=[*CARDS, ["bread", "Bread", "1"]], Needs=CARDS))
    assert len(found.rows) == 2
    assert [str(odd) for odd in found.odd] == [
        'The sheet "Old" has the columns of a deck too, but only the sheet "Needs" is read; take it out, or move its cards.'
    ]


def test_a_sheet_that_is_another_deck_is_told_that_nobody_reads_it(bench: Workbench) -> None:
    rows = {deck: bench.table(f"{deck}.csv") for deck in ("needs", "suppliers")}
    (bench.folder / "needs.csv").unlink()
    (bench.folder / "needs.xlsx").write_bytes(book_of(sheets(needs=rows["needs"], Cyflenwyr=rows["suppliers"], Notes=NOTES)))
    assert [str(warning.message) for warning in bench.load().advise() if warning.file == "needs.xlsx"] == [
        'The sheet "Cyflenwyr" is not read, as this file is "needs" alone; put its cards into a file of their own called suppliers.xlsx.'
    ]


def test_several_sheets_that_may_be_meant_are_named(bench: Workbench) -> None:
    (bench.folder / "needs.csv").unlink()
    (bench.folder / "needs.xlsx").write_bytes(book_of(sheets(One=CARDS, Two=CARDS)))
    message = 'Any of the sheets "One" and "Two" could be this deck; call the right one "needs", or take the others out.'
    assert bench.only_fault().message == message


def test_a_hidden_sheet_is_read_last_and_told() -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheets(needs=CARDS, Cards=[*CARDS, ["bread", "Bread", "1"]])(book)
        book.get_worksheet_by_name("Cards").activate()
        book.get_worksheet_by_name("needs").hide()

    assert len(grid(write).rows) == 3

    def alone(book: xlsxwriter.Workbook) -> None:
        sheets(Notes=NOTES, needs=CARDS)(book)
        book.get_worksheet_by_name("needs").hide()

    found = grid(alone)
    assert len(found.rows) == 2
    assert found.odd[0].startswith('The cards stand on the sheet "needs", which is hidden')


def test_hidden_rows_and_columns_are_played_and_told(bench: Workbench) -> None:
    before = bench.load()
    table = bench.table("needs.csv")

    def write(book: xlsxwriter.Workbook) -> None:
        sheets(needs=table)(book)
        sheet = book.get_worksheet_by_name("needs")
        for row in (2, 5, 6, 7, 900):
            sheet.set_row(row, None, None, {"hidden": True})
        sheet.set_column(3, 4, None, None, {"hidden": True})
        sheet.set_column(60, 70, None, None, {"hidden": True})

    (bench.folder / "needs.csv").unlink()
    (bench.folder / "needs.xlsx").write_bytes(book_of(write))
    after = bench.load()
    assert after.cards == before.cards
    assert [(warning.row, str(warning.message).partition(" in the")[0]) for warning in after.warnings] == [
        (None, "Columns D–E are hidden"),
        (3, "Rows 3, 6–8 are hidden"),
    ]


def test_cells_merged_downwards_all_say_what_they_show_and_those_merged_across_are_told() -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheets(needs=[["id", "category", "title_en", "title_cy"], *([name, "", "", ""] for name in ("a", "b", "c"))])(book)
        sheet = book.get_worksheet_by_name("needs")
        sheet.merge_range("B2:B4", "food")
        sheet.merge_range("C3:D3", "Milk")

    found = grid(write)
    assert [cells[1] for _, cells in found.rows] == ["category", "food", "food", "food"]
    sheet = sheet_from(found)
    assert [(odd.row, str(odd.message).partition(";")[0]) for odd in sheet.odd] == [(3, "The cells C3:D3 are merged")]


def changed(text: bytes, words: dict[bytes, bytes]) -> bytes:
    for word, other in words.items():
        text = text.replace(word, other)
    return text


@pytest.mark.parametrize("strict", [False, True])
def test_a_workbook_whose_parts_have_other_names_is_read(bench: Workbench, strict: bool) -> None:
    before = bench.load()
    called = {b"workbook.xml": b"workbook22.xml", b"sheet1.xml": b"Blatt1.xml", b"sharedStrings.xml": b"texts.xml"}
    other = {b"http://schemas.openxmlformats.org/spreadsheetml/2006": b"http://purl.oclc.org/ooxml/spreadsheetml"}
    other |= {b"http://schemas.openxmlformats.org/officeDocument/2006": b"http://purl.oclc.org/ooxml/officeDocument"}
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(excel(bench.table("needs.csv")))) as before_it, zipfile.ZipFile(made, "w") as archive:
        for name in before_it.namelist():
            named = changed(name.encode(), called).decode()
            data = changed(before_it.read(name), called if name.endswith(".rels") else {})
            archive.writestr(named, changed(data, other if strict else {}))
    (bench.folder / "needs.csv").unlink()
    (bench.folder / "needs.xlsx").write_bytes(made.getvalue())
    assert bench.load().cards == before.cards


def test_every_column_that_must_be_filled_is_known_to_be_read_plainly() -> None:
    for model in DECKS:
        assert set(needed_columns(model)) <= set(plainly(model)) == set(columns_of(model))


def test_percent_and_yes_that_are_none_stay_for_the_checks_to_name() -> None:
    assert (plain_percent("95.5%"), plain_percent("%"), plain_percent("95 %"), plain_yes_no("maybe")) == ("95.5%", "%", "95", "maybe")
    assert "\u200b" not in trimmed("\u200ba\u200b")
    assert UNSEEN
