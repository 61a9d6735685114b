"""What is dragged onto the window, chosen from a folder or named on the command line: a saved game opens, the rest is called what it is."""

import shutil
import sys
from pathlib import Path

import pytest

from caffael.board import options
from caffael.board.options import BoardOptions
from caffael.board.screens.chooser import ChooserScreen
from caffael.board.session import Session
from caffael.cli.app import run_command
from caffael.match import Match
from caffael.presentation.screens import ScreenId
from caffael.saves import verify
from tests.board.frame_kit import board, drop, pack, said, seats, top


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "user" / "games"))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A saved game in a folder of downloads, two actions long."""
    match = Match.start(pack(), seats("you", "you"), 3, tmp_path / "downloads" / "from-ms-evans.caffael")
    for _ in range(2):
        match.play(match.legal()[-1])
    match.close()
    assert match.path is not None
    return match.path


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = board(tmp_path)
    session.show_title()
    return session


@pytest.mark.parametrize("name", ["game.caffael", "GAME.CAFFAEL", "game.caffael.txt", "attachment"])
def test_a_dropped_saved_game_goes_on_where_it_stopped_and_in_its_file(session: Session, record: Path, name: str) -> None:
    path = record.rename(record.with_name(name))
    drop(session, path)
    assert session.match is not None and len(session.game.history) == 2 and session.game.path == path
    session.game.play(session.game.legal()[-1])
    assert verify(path).actions == 3
    drop(session, path)
    assert "leave this one for the title page first" in said(session)


def test_a_damaged_saved_game_says_so(session: Session, record: Path) -> None:
    record.write_bytes(record.read_bytes().replace(b'"seat"', b'"sead"', 1))
    drop(session, record)
    assert session.match is None and "was changed or damaged" in said(session)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("letter.pdf", b"%PDF-1.7", "a PDF document"),
        ("plan.docx", b"PK\x03\x04", "a document of a word processor"),
        ("photo.JPG", b"\xff\xd8\xff", "a picture"),
        ("needs.xlsx", b"PK\x03\x04", "a spreadsheet"),
        ("debrief.html", b"<html>", "a page for the browser"),
        ("nothing.txt", b"", "an empty file"),
        ("scan", b"%PDF-1.4", "a PDF document"),
        ("strange.xyz", b"??", "a file that Caffael doesn't know"),
    ],
)
def test_anything_else_is_called_what_it_is_in_one_sentence(
    session: Session, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    drop(session, tmp_path / name)
    assert said(session).startswith(f"“{name}” is no game: {words}") and top(session) == ScreenId.TITLE


def test_a_folder_without_a_game_and_a_file_that_is_gone_are_told(session: Session, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    drop(session, tmp_path / "photos")
    assert "a folder without a file scenario.toml" in said(session)
    drop(session, tmp_path / "gone.pdf")
    assert "there is nothing of this name" in said(session)


def test_a_saved_game_is_opened_from_a_file_out_of_the_list_of_games(session: Session, record: Path) -> None:
    session.looked_in = record.parent
    session.show(ScreenId.SAVES)
    page = session.app.screen
    assert page is not None
    next(widget for widget in page.tree.root.everything() if widget.label == "Open from a file").press()
    chooser = session.app.screen
    assert isinstance(chooser, ChooserScreen) and chooser.entries == [record]
    chooser.open(chooser.entries[0])
    assert session.game.path == record


@pytest.mark.parametrize("before", [["caffael"], ["caffael", "play"]])
def test_a_saved_game_named_on_the_command_line_opens(record: Path, monkeypatch: pytest.MonkeyPatch, before: list[str]) -> None:
    asked: list[BoardOptions] = []

    def opened(wanted: BoardOptions) -> int:
        asked.append(wanted)
        return 0

    monkeypatch.setattr(options, "open_board", opened)
    monkeypatch.setattr(sys, "argv", [*before, str(record)])
    assert run_command() == 0 and asked[0].resume == record and asked[0].scenario is None


def test_a_pack_named_on_the_command_line_without_a_command_is_played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[BoardOptions] = []

    def opened(wanted: BoardOptions) -> int:
        asked.append(wanted)
        return 0

    shutil.copytree(pack().place, tmp_path / "my pack")
    monkeypatch.setattr(options, "open_board", opened)
    monkeypatch.setattr(sys, "argv", ["caffael", str(tmp_path / "my pack")])
    assert run_command() == 0 and asked[0].scenario == str(tmp_path / "my pack")
