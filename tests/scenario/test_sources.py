"""A folder gives its plain files and nothing else; names that nearly are a pack's are told what they should be."""

import os
import socket
from pathlib import Path

import pytest

from caffael.scenario import Fault, PackError, load_pack
from caffael.scenario.bars import load_bars
from caffael.scenario.read.sources import FileRefusedError, FolderSource
from tests.scenario.workbench import Extending, Workbench

LINK = "This is a link to another place; put the file itself here."
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files and links for few people")
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
    for name in ("README.txt", "map.png", "need.png", "needs.md", "seeds.csv", "old needs.csv", "notes.xlsx", "needs.ods"):
        (bench.folder / name).write_bytes(b"\0anything")
    (bench.folder / "projects").mkdir()
    assert bench.load().warnings == []


@pytest.mark.parametrize(
    ("file", "name", "right"),
    [
        ("needs.csv", "need.csv", "needs.csv"),
        ("needs.csv", "Needs.csv", "needs.csv"),
        ("suppliers.csv", "suppliers.CSV", "suppliers.csv"),
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


def test_a_near_miss_beside_the_right_file_is_warned_of(bench: Workbench) -> None:
    (bench.folder / "need.csv").write_text("id\n")
    assert bench.load().warnings == [Fault("need.csv", None, None, None, "The name of this file should be needs.csv; rename it.")]


def test_a_deck_is_there_once(bench: Workbench) -> None:
    (bench.folder / "needs.xlsx").write_bytes(b"")
    assert bench.only_fault() == Fault("needs.csv", None, None, None, "There are both needs.csv and needs.xlsx; keep one of them.")
