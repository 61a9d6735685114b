"""What is wrong with a file or its table is told, and row numbers are those of a spreadsheet."""

from caffael.scenario import Fault
from caffael.scenario.read.sheets import without_blank_end
from tests.scenario.workbench import Workbench


def test_a_mistyped_column_is_named_and_guessed(bench: Workbench) -> None:
    table = bench.table("needs.csv")
    place = table[0].index("urgency")
    table[0][place] = "urgncy"
    bench.write("needs.csv", table)
    assert bench.faults() == [
        Fault("needs.csv", 1, "urgncy", "urgncy", 'The column "urgncy" is not known here; did you mean "urgency"?'),
        Fault("needs.csv", 1, "urgency", None, 'The column "urgency" is missing; add it to the first row.'),
    ]


def test_an_unknown_column_does_not_hide_faults_in_its_rows(bench: Workbench) -> None:
    bench.cell("needs.csv", 4, "public", "maybe")
    table = [[*row, "x"] for row in bench.table("needs.csv")]
    table[0][-1] = "colour"
    bench.write("needs.csv", table)
    assert bench.faults() == [
        Fault("needs.csv", 1, "colour", "colour", 'The column "colour" is not known here; take it out.'),
        Fault("needs.csv", 4, "public", "maybe", '"maybe" is neither yes nor no; write yes or no.'),
    ]


def test_a_column_may_not_stand_there_twice(bench: Workbench) -> None:
    bench.write("needs.csv", [[*row, row[1]] for row in bench.table("needs.csv")])
    assert bench.only_fault() == Fault("needs.csv", 1, "title_en", "title_en", 'The column "title_en" stands there twice; take one out.')


def test_a_column_without_a_name_is_told(bench: Workbench) -> None:
    bench.write(
        "projects.csv", [[*row[:3], "" if number == 0 else "note", *row[3:]] for number, row in enumerate(bench.table("projects.csv"))]
    )
    assert bench.only_fault() == Fault("projects.csv", 1, None, None, "Column D has no name; name it or take it out.")


def test_a_column_that_is_wholly_empty_is_passed_over(bench: Workbench) -> None:
    digest = bench.load().digest
    bench.write("projects.csv", [["", *row[:3], "", *row[3:]] for row in bench.table("projects.csv")])
    assert bench.load().digest == digest


def test_a_row_with_too_many_cells_is_told(bench: Workbench) -> None:
    table = bench.table("needs.csv")
    table[4].append("more")
    bench.write("needs.csv", table)
    wide = len(table[0])
    message = f"The row has {wide + 1} cells for {wide} columns; put a text that contains commas in quotation marks."
    assert bench.only_fault() == Fault("needs.csv", 5, None, "more", message)


def test_a_row_may_end_before_its_empty_cells(bench: Workbench) -> None:
    before = bench.load()
    for file in ("needs.csv", "suppliers.csv", "events.csv", "projects.csv", "councils.csv"):
        bench.write(file, [without_blank_end(row) for row in bench.table(file)])
    after = bench.load()
    assert (after.digest, after.texts, after.warnings) == (before.digest, before.texts, before.warnings)


def test_a_row_that_ends_before_cells_that_must_be_filled_is_told_once(bench: Workbench) -> None:
    table = bench.table("events.csv")
    wide = len(table[0])
    table[2] = table[2][:1]
    bench.write("events.csv", table)
    message = f"The row ends after 1 of {wide} cells, but these must be filled too: title_en."
    assert bench.only_fault() == Fault("events.csv", 3, None, None, message)


def test_a_torn_supplier_is_still_known_to_its_council(bench: Workbench) -> None:
    home = bench.cell("councils.csv", 2, "home").split()[0]
    table = bench.table("suppliers.csv")
    row = bench.row_of("suppliers.csv", "id", home)
    table[row - 1] = table[row - 1][:2]
    bench.write("suppliers.csv", table)
    assert bench.only_fault().row == row


def test_rows_are_numbered_as_a_spreadsheet_shows_them(bench: Workbench) -> None:
    table = bench.table("needs.csv")
    table[1][table[0].index("story_en")] = "Two lines,\nin one cell."
    table[3][table[0].index("urgency")] = "9"
    table.insert(1, [""] * len(table[0]))
    table.insert(1, [])
    bench.write("needs.csv", table)
    assert bench.only_fault().row == 6


def test_blank_rows_at_the_end_are_skipped(bench: Workbench) -> None:
    count = bench.load().cards.need_count
    bench.add("needs.csv", [""] * len(bench.table("needs.csv")[0]))
    assert bench.load().cards.need_count == count


def test_a_quotation_mark_that_is_not_closed_is_told(bench: Workbench) -> None:
    path = bench.folder / "councils.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[4] = '"' + lines[4].replace('"', "")
    path.write_text("\n".join(lines[:5]), encoding="utf-8")
    fault = bench.only_fault()
    assert (fault.file, fault.row) == ("councils.csv", 5)
    assert fault.message.startswith("From here on cells cannot be told apart;")


def test_a_file_with_a_byte_order_mark_reads_the_same(bench: Workbench) -> None:
    digest = bench.load().digest
    for path in bench.folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert bench.load().digest == digest


def test_letters_made_of_two_signs_become_one(bench: Workbench) -> None:
    bench.cell("needs.csv", 2, "title_cy", "Dw\u0302r")
    assert bench.load().need(0).title("cy") == "D\u0175r"


def test_another_encoding_is_named_with_its_row(bench: Workbench) -> None:
    bench.cell("needs.csv", 3, "title_en", "Café")
    path = bench.folder / "needs.csv"
    path.write_bytes(path.read_bytes().decode().replace("Café", "Caf\udce9").encode("utf-8", "surrogateescape"))
    message = 'The file is not saved as UTF-8; save it again as "CSV UTF-8" (or as UTF-8 text).'
    assert bench.only_fault() == Fault("needs.csv", 3, None, None, message)


def test_a_missing_file_is_told(bench: Workbench) -> None:
    (bench.folder / "events.csv").unlink()
    assert bench.only_fault() == Fault("events.csv", None, None, None, "The file is missing from the pack.")


def test_missing_suppliers_do_not_make_every_home_wrong(bench: Workbench) -> None:
    (bench.folder / "suppliers.csv").unlink()
    assert bench.only_fault() == Fault("suppliers.csv", None, None, None, "The file is missing from the pack.")


def test_an_empty_file_is_told(bench: Workbench) -> None:
    (bench.folder / "events.csv").write_text("\n\n")
    fault = bench.only_fault()
    assert fault.message.startswith("The file is empty; its first row must name the columns: id, title_en, title_cy")


def test_a_folder_in_the_place_of_a_file_is_told(bench: Workbench) -> None:
    (bench.folder / "events.csv").unlink()
    (bench.folder / "events.csv").mkdir()
    assert bench.only_fault().message.startswith("This is a folder;")


def test_a_file_that_is_far_too_large_is_not_read(bench: Workbench) -> None:
    (bench.folder / "events.csv").write_bytes(b"x" * 4_000_001)
    assert bench.only_fault() == Fault("events.csv", None, None, None, "The file is larger than 4 MB; no pack needs that much.")
