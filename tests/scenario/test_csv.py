"""CSV files as spreadsheets write them in any country: separators, encodings, line ends, and the numbers of their rows."""

from collections.abc import Callable

import pytest

from caffael.scenario import Fault
from caffael.scenario.read.csv_grid import LINES_A_ROW, LONGEST_LINE, read_csv
from caffael.scenario.read.grid import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, GridError
from tests.scenario.workbench import Workbench

KNOWN = ("id", "title_en", "story_en", "urgency")
NOT_UTF8 = 'The file is not saved as UTF-8; save it again as "CSV UTF-8" (or as UTF-8 text).'
NO_END = "From here on cells cannot be told apart; look for a quotation mark that is not closed, or not doubled within a text."


def rows(text: str) -> list[tuple[int, list[str]]]:
    return read_csv(text.encode(), KNOWN).rows


def refused(data: str | bytes) -> tuple[int | None, str]:
    with pytest.raises(GridError) as caught:
        read_csv(data.encode() if isinstance(data, str) else data, KNOWN)
    return caught.value.row, str(caught.value)


def separated(mark: str) -> Callable[[list[list[str]]], str]:
    def write(table: list[list[str]]) -> str:
        return "".join(mark.join(f'"{cell}"' if mark in cell or '"' in cell else cell for cell in row) + "\n" for row in table)

    return write


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize(("encoding", "end"), [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\r"), ("utf-16", "\r\n")])
def test_every_way_of_writing_reads_the_same(bench: Workbench, mark: str, encoding: str, end: str) -> None:
    digest = bench.load().digest
    for file in ("needs.csv", "suppliers.csv"):
        text = separated(mark)(bench.table(file)).replace("\n", end)
        (bench.folder / file).write_bytes(text.encode(encoding))
    pack = bench.load()
    assert (pack.digest, pack.warnings) == (digest, [])


def test_the_separator_is_told_by_the_known_columns() -> None:
    assert rows("id;title_en\na;1,5") == [(1, ["id", "title_en"]), (2, ["a", "1,5"])]
    assert rows("id,title_en\na,1;5;6") == [(1, ["id", "title_en"]), (2, ["a", "1;5;6"])]
    assert rows("urgncy;theme,and;more\n") == [(1, ["urgncy", "theme,and", "more"])]
    assert rows("id\na;b") == [(1, ["id"]), (2, ["a;b"])]
    assert rows('"id";"title_en"\n"a";"b"') == [(1, ["id", "title_en"]), (2, ["a", "b"])]
    assert rows(";;\n\nid;title_en\na;b") == [(3, ["id", "title_en"]), (4, ["a", "b"])]


@pytest.mark.parametrize("first", ["sep=;\n", "sep=;\r\n", "SEP=;\r"])
def test_the_line_in_which_excel_names_the_separator_is_no_row(first: str) -> None:
    assert rows(f"{first}id;title_en\na;b") == [(1, ["id", "title_en"]), (2, ["a", "b"])]


def test_a_row_that_is_too_long_names_the_separator(bench: Workbench) -> None:
    table = bench.table("projects.csv")
    table[2].append("more")
    (bench.folder / "projects.csv").write_text(separated(";")(table), encoding="utf-8")
    assert bench.only_fault().message.endswith("put a text that contains semicolons in quotation marks.")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_numbered_as_a_spreadsheet_does_with_breaks_in_texts(end: str) -> None:
    text = end.join(["id,title_en", 'a,"one', "", 'two"', "", "b,c"])
    assert [(number, cells[0]) for number, cells in rows(text)] == [(1, "id"), (2, "a"), (4, "b")]
    assert refused(text.encode() + b"\xff") == (4, NOT_UTF8)
    assert refused(text.encode() + end.encode() + b"\xff") == (5, NOT_UTF8)
    assert refused(text + end + 'd,"e') == (5, NO_END)


def test_windows_letters_are_refused_with_their_row(bench: Workbench) -> None:
    bench.cell("needs.csv", 2, "title_en", "Two\nlines\nwith a Café")
    text = (bench.folder / "needs.csv").read_text(encoding="utf-8")
    (bench.folder / "needs.csv").write_bytes(text.encode("cp1252", "replace"))
    assert bench.only_fault() == Fault("needs.csv", 2, None, None, NOT_UTF8)


def test_a_torn_wide_file_is_refused() -> None:
    assert refused(b"\xff\xfei\0d") == (None, NOT_UTF8)


def test_rows_columns_and_cells_have_bounds() -> None:
    assert refused("id\n" + "\n" * MOST_ROWS) == (
        MOST_ROWS + 1,
        "The table goes on beyond row 2,000; no deck needs that. Delete the empty rows below the last card.",
    )
    assert len(rows("id\n" + "a\n" * (MOST_ROWS - 1))) == MOST_ROWS
    wide = "The row goes on beyond 100 columns; no deck needs that. Delete the empty columns right of the last one."
    assert refused("id\n" + "," * MOST_COLUMNS) == (2, wide)
    long = "The row is longer than any card; look for a quotation mark that is not closed."
    assert refused("id\n" + "x" * (LONGEST_LINE + 1)) == (2, long)
    assert refused('id\na\n"' + "x\n" * (LINES_A_ROW + 1)) == (3, long)


def test_a_text_that_is_far_too_long_is_told_with_its_cell(bench: Workbench) -> None:
    bench.cell("needs.csv", 3, "story_en", "x" * (LONGEST_CELL + 1))
    fault = bench.only_fault()
    assert (fault.file, fault.row, fault.column) == ("needs.csv", 3, "story_en")
    assert fault.message == "Cell D3 has 5,001 characters; a cell has at most 5,000."
