"""A folder gives its plain files and nothing else; names that nearly are a pack's are told what they should be."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from caffael.scenario import Fault, PackError, find_packs, load_pack
from caffael.scenario.bars import load_bars
from caffael.scenario.read.sources import FileRefusedError, FolderSource
from tests.scenario import books
from tests.scenario.workbench import Extending, Workbench

LINK = "This is a link to another place; put the file itself here."
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files and links for few people")
LIKE = "A file of this name is not read; if it belongs to the game, call it needs.csv."
DECKS = "needs.csv, suppliers.csv, events.csv, projects.csv or councils.csv"
UNLIKE = f"This spreadsheet is not read; a deck is called {DECKS}, or the same with .xlsx at the end."
BELOW = "This spreadsheet is not read, as it does not lie beside scenario.toml; put it there, or take it out of the pack."
ODD = "This is a device or a pipe; there should be a file of this name."


@POSIX
def test_a_link_is_refused_wherever_it_leads(bench: Workbench, tmp_path: Path) -> None:
    (bench.folder / "needs.csv").rename(tmp_path / "elsewhere.csv")
    for target in (tmp_path / "elsewhere.csv", Path("suppliers.csv"), Path("/dev/zero"), Path("nowhere")):
        (bench.folder / "needs.csv").symlink_to(target)
        assert bench.only_fault() == Fault("needs.csv", None, None, None, LINK)
        (bench.folder / "needs.csv").unlink()


@POSIX
def test_a_link_for_the_scenario_file_is_refused_too(bench: Workbench, tmp_path: Path) -> None:
    (bench.folder / "scenario.toml").rename(tmp_path / "elsewhere.toml")
    (bench.folder / "scenario.toml").symlink_to(tmp_path / "elsewhere.toml")
    assert Fault("scenario.toml", None, None, None, LINK) in bench.faults()


@POSIX
def test_a_pipe_and_a_socket_are_not_waited_for(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    (bench.folder / "needs.csv").unlink()
    os.mkfifo(bench.folder / "needs.csv")
    assert bench.only_fault() == Fault("needs.csv", None, None, None, ODD)
    (bench.folder / "needs.csv").unlink()
    monkeypatch.chdir(bench.folder)
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("needs.csv")
        assert bench.only_fault() == Fault("needs.csv", None, None, None, ODD)


@POSIX
def test_a_link_or_pipe_that_takes_a_files_place_meanwhile_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, pipe, link = tmp_path / "plain", tmp_path / "pipe", tmp_path / "link"
    plain.write_text("x")
    os.mkfifo(pipe)
    link.symlink_to(plain)
    source = FolderSource(tmp_path)
    look = os.lstat
    monkeypatch.setattr(os, "lstat", lambda _: look(plain))
    with pytest.raises(FileRefusedError, match="device or a pipe"):
        source.read("pipe")
    with pytest.raises(FileRefusedError, match="link to another place"):
        source.read("link")


def test_a_file_is_read_once_and_what_was_read_counts(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")
    source = FolderSource(tmp_path)
    assert source.read("a") == b"before"
    (tmp_path / "a").write_text("after")
    assert source.read("a") == b"before"


def test_a_file_that_vanished_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    source = FolderSource(tmp_path)
    (tmp_path / "a").unlink()
    with pytest.raises(FileRefusedError, match="missing from the pack"):
        source.read("a")
    with pytest.raises(FileRefusedError, match="missing from the pack"):
        source.read("../a")


def test_a_file_that_grows_while_it_is_read_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("x")
    monkeypatch.setattr(os, "read", lambda _, size: b"x" * size)
    with pytest.raises(FileRefusedError, match="larger than 4 MB"):
        FolderSource(tmp_path).read("a")


def test_a_folder_of_very_many_files_is_refused(bench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caffael.scenario.read.sources.MOST_NAMES", 6)
    with pytest.raises(PackError, match=r"The folder holds more than 6 files; give the pack a folder of its own\."):
        load_pack(bench.folder)


def test_files_that_are_no_packs_are_let_lie(bench: Workbench) -> None:
    for name in ("README.txt", "map.png", "need.png", "needs.md", "handout.pdf", "needs.docx", "LICENSE", "scenario.schema.json"):
        (bench.folder / name).write_bytes(b"\0anything")
    (bench.folder / "projects").mkdir()
    (bench.folder / "projects" / "README.txt").write_text("x")
    assert bench.load().warnings == []


@pytest.mark.parametrize(
    "name",
    [
        "~$needs.xlsx",
        "~$eds.xlsx",
        ".~lock.needs.csv#",
        "._needs.csv",
        ".DS_Store",
        "Thumbs.db",
        "Desktop.ini",
        "needs.csv~",
        "needs.csv.bak",
        "~WRL0001.tmp",
        "needs.xlsx.tmp",
        ".needs.csv.swp",
        "needs.csv.crdownload",
    ],
)
def test_what_programs_keep_while_a_file_is_open_is_passed_over_in_silence(bench: Workbench, mine: Extending, name: str) -> None:
    for pack in (bench, mine):
        (pack.folder / name).write_bytes(b"\0anything")
    assert bench.load().warnings == mine.load().warnings == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("needs - Copy.csv", LIKE),
        ("Copy of needs.csv", LIKE),
        ("Our game - needs.csv", LIKE),
        ("needs - Sheet1.csv", LIKE),
        ("needs_final.csv", LIKE),
        ("needs-DESKTOP-4711.CSV", LIKE),
        ("Copi o needs.csv", LIKE),
        ("needs - Copy.xlsx", LIKE.replace("csv", "xlsx")),
        ("needs (1) - Copy.ods", 'This kind of spreadsheet is not read; save it as needs.xlsx, or as "CSV UTF-8" called needs.csv.'),
        ("seeds.csv", UNLIKE),
        ("My game.xlsx", UNLIKE),
        ("Gêm.numbers", UNLIKE),
        ("Book1.XLS", UNLIKE),
        ("export.tsv", UNLIKE),
        ("table.csv.txt", UNLIKE),
        ("old/needs.csv", BELOW),
        ("decks/Book1.ods", BELOW),
    ],
)
def test_a_spreadsheet_that_nobody_reads_is_named_with_the_name_that_it_needs(mine: Extending, name: str, message: str) -> None:
    path = mine.folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("id\n")
    fault = Fault(name, None, None, None, message)
    assert mine.load().warnings == [fault]
    zipped = mine.folder.parent / "zipped.zip"
    files = {f"g/{path.relative_to(mine.folder).as_posix()}": path.read_bytes() for path in mine.folder.rglob("*") if path.is_file()}
    zipped.write_bytes(books.zipped(files))
    assert [(found.file.removeprefix("g/"), found.message) for found in load_pack(zipped).warnings] == [(name, message)]


def test_a_spreadsheet_in_a_zip_beside_the_packs_folder_is_named(mine: Extending) -> None:
    path = mine.folder.parent / "zipped.zip"
    path.write_bytes(books.zipped({"g/scenario.toml": (mine.folder / "scenario.toml").read_bytes(), "needs.csv": "id\n"}))
    assert load_pack(path).warnings == [Fault("needs.csv", None, None, None, BELOW)]


@pytest.mark.parametrize(
    "name", ["need.csv", "needs - Copy.csv", "needs (2).csv", "needs.ods", "Copy of needs.xls", "needs.csv.txt", "NEEDS.XLSX.csv"]
)
def test_a_spreadsheet_beside_the_one_that_is_read_is_told_which_that_is(bench: Workbench, name: str) -> None:
    (bench.folder / name).write_text("id\n")
    message = "This file is not read, needs.csv is; keep one of them and call it needs.csv."
    assert bench.load().warnings == [Fault(name, None, None, None, message)]


def test_a_deck_that_is_missing_is_told_by_the_file_that_may_be_it(bench: Workbench) -> None:
    (bench.folder / "needs.csv").rename(bench.folder / "needs - Sheet1.csv")
    assert bench.only_fault() == Fault("needs - Sheet1.csv", None, None, None, LIKE)
    (bench.folder / "needs - Sheet1.csv").rename(bench.folder / "Book1.csv")
    assert bench.only_fault() == Fault("needs.csv", None, None, None, "The file is missing from the pack.")


@pytest.mark.parametrize("other", [str.upper, str.title, str.swapcase])
def test_capitals_in_the_names_of_a_packs_files_do_not_matter(bench: Workbench, other: Callable[[str], str]) -> None:
    before = bench.load().digest
    for path in list(bench.folder.iterdir()):
        path.rename(bench.folder / other(path.name))
    assert (bench.load().digest, bench.load().warnings) == (before, [])
    assert load_bars(bench.folder) == load_bars("smarter-spending")
    assert load_pack(bench.folder / other("scenario.toml")).digest == before
    (found,) = [info for info in find_packs([bench.folder.parent]) if info.place == bench.folder]
    assert found.faults == ()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere there can't be both")
def test_of_two_files_that_differ_by_capitals_alone_the_right_one_is_read(bench: Workbench) -> None:
    (bench.folder / "Needs.csv").write_text("id\n")
    message = "This file is not read, needs.csv is; keep one of them and call it needs.csv."
    if sorted(path.name for path in bench.folder.iterdir()).count("needs.csv") == 1 and (bench.folder / "needs.csv").stat().st_size > 3:
        assert bench.load().warnings == [Fault("Needs.csv", None, None, None, message)]


@pytest.mark.parametrize("deep", [1, 2, 3])
def test_a_folder_that_holds_nothing_but_the_packs_folder_is_the_pack(bench: Workbench, tmp_path: Path, deep: int) -> None:
    outer = tmp_path / "shelf" / "outer"
    inner = outer.joinpath(*(["my-game"] * deep))
    inner.parent.mkdir(parents=True)
    (outer / "README.txt").write_text("x")
    (outer / ".DS_Store").write_text("x")
    (outer / "__MACOSX").mkdir()
    before = bench.load().digest
    bench.folder.rename(inner)
    pack = load_pack(outer)
    assert (pack.digest, pack.warnings, pack.place) == (before, [], inner)
    assert [info.faults for info in find_packs([tmp_path / "shelf"]) if info.place == inner] == [()]
    mine = Extending(tmp_path / "shelf" / "mine", "outer")
    assert mine.load().digest == before


def test_a_folder_of_several_packs_says_so(bench: Workbench, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    bench.folder.rename(shelf / "one")
    assert load_pack(shelf).warnings == []
    Extending(shelf / "two")
    with pytest.raises(PackError) as caught:
        load_pack(shelf)
    message = 'This folder holds several packs, such as "one" and "two"; write the path of one.'
    assert caught.value.faults == [Fault("shelf", None, None, None, message)]


def test_a_folder_with_a_mistyped_scenario_file_is_not_passed_over_for_another_within(bench: Workbench) -> None:
    (bench.folder / "old").mkdir()
    (bench.folder / "old" / "scenario.toml").write_bytes((bench.folder / "scenario.toml").read_bytes())
    (bench.folder / "scenario.toml").rename(bench.folder / "scenario.toml.txt")
    assert "scenario.toml.txt" in [fault.file for fault in bench.faults()]


@pytest.mark.parametrize(
    ("file", "name", "right"),
    [
        ("needs.csv", "need.csv", "needs.csv"),
        ("suppliers.csv", "Suppleirs.csv", "suppliers.csv"),
        ("suppliers.csv", "supplier.XLSX", "suppliers.xlsx"),
        ("events.csv", "events.csv.txt", "events.csv"),
        ("events.csv", "events (1).csv", "events.csv"),
    ],
)
def test_a_deck_whose_name_is_nearly_right_is_told_its_name(bench: Workbench, file: str, name: str, right: str) -> None:
    (bench.folder / file).rename(bench.folder / name)
    assert bench.only_fault() == Fault(name, None, None, None, f"The name of this file should be {right}; rename it.")


def test_a_mistyped_name_is_a_fault_in_an_extending_pack_where_no_deck_is_needed(mine: Extending) -> None:
    mine.deck("need.csv", "id,urgency", "school-milk,1")
    assert mine.only_fault() == Fault("need.csv", None, None, None, "The name of this file should be needs.csv; rename it.")


def test_a_mistyped_scenario_file_is_told_its_name(bench: Workbench) -> None:
    (bench.folder / "scenario.toml").rename(bench.folder / "Scenario.toml.txt")
    assert Fault("Scenario.toml.txt", None, None, None, "The name of this file should be scenario.toml; rename it.") in bench.faults()


def test_mistyped_bars_are_a_fault_where_bars_are_asked_for_and_else_a_warning(bench: Workbench) -> None:
    (bench.folder / "balance.toml").rename(bench.folder / "balances.toml")
    fault = Fault("balances.toml", None, None, None, "The name of this file should be balance.toml; rename it.")
    assert bench.load().warnings == [fault]
    with pytest.raises(PackError) as caught:
        load_bars(bench.folder)
    assert caught.value.faults == [fault]


def test_a_deck_is_there_once(bench: Workbench) -> None:
    (bench.folder / "needs.xlsx").write_bytes(b"")
    assert bench.only_fault() == Fault("needs.csv", None, None, None, "There are both needs.csv and needs.xlsx; keep one of them.")
