"""Keeping a debrief from the board: a page is written, and one sentence says where."""

from pathlib import Path

import pytest

from caffael.board import debrief_file
from caffael.board.debrief_file import keeping_folder
from caffael.board.screens.debrief import DebriefScreen
from caffael.board.session import Session
from caffael.presentation.screens import ScreenId
from caffael.saves.places import FOLDER_VARIABLE
from tests.board.frame_kit import board, click, pack, said, seats


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A game of one bot that is over, saved in a folder of the test."""
    session = board(tmp_path, code="cy")
    session.new_game(pack(), seats("balanced"), 7)
    while not session.game.finished:
        session.game.play(session.game.bot_action())
    return session


def press_labelled(session: Session, label: str) -> None:
    screen = session.app.screen
    assert screen is not None
    next(widget for widget in screen.tree.root.everything() if widget.label == label).press()


def test_the_last_page_and_the_saved_games_keep_the_debrief(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = session.game.path
    assert saved is not None
    kept = tmp_path / "games" / f"{saved.stem}-cy.html"
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen)
    screen.open(len(screen.pages) - 1)
    press_labelled(session, "Cadw hanes y gêm")
    assert str(kept) in said(session) and '<html lang="cy">' in kept.read_text("utf-8")
    kept.unlink()
    session.show(ScreenId.SAVES)
    click(session, "keep.0")
    assert str(kept) in said(session) and kept.is_file()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("caffael.export.keep_in", refuse)
    click(session, "keep.0")
    assert said(session).startswith("Nid oes modd ysgrifennu") and "ni chaniateir hynny" in said(session)


def test_debriefs_go_to_documents_unless_the_games_have_a_folder_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    monkeypatch.setattr(debrief_file, "user_documents_path", lambda: tmp_path)
    assert keeping_folder(None) == tmp_path / "Caffael"
    assert keeping_folder(tmp_path / "stick") == tmp_path / "stick"
    monkeypatch.setattr(debrief_file, "user_documents_path", lambda: tmp_path / "none")
    assert keeping_folder(None).name == "games"
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "usb"))
    assert keeping_folder(None) == tmp_path / "usb"
