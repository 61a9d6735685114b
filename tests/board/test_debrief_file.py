"""Keeping a debrief from the board: a page is written, and a page of the board says where for as long as it is open."""

import shutil
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pygame
import pytest

from caffael.board import debrief_file, file_manager
from caffael.board.debrief_file import keep_match, keeping_folder
from caffael.board.screens.debrief import DebriefScreen
from caffael.board.session import Session
from caffael.export import paper_command
from caffael.presentation.screens import ScreenId
from caffael.saves.places import FOLDER_VARIABLE
from tests.board.frame_kit import board, click, pack, press, seats


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


def shown(session: Session) -> list[str]:
    """Every word of the page that is seen."""
    screen = session.app.screen
    assert screen is not None
    return [widget.label for widget in screen.tree.root.everything()]


def noted(row: list[Any], what: Any) -> bool:
    """Write down what was asked for, and say that it was done."""
    row.append(what)
    return True


def test_the_last_page_and_the_saved_games_keep_the_debrief(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = session.game.path
    assert saved is not None
    kept = tmp_path / "games" / f"{saved.stem}-cy.html"
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen)
    screen.open(len(screen.pages) - 1)
    press_labelled(session, "Cadw hanes y gêm")
    assert str(kept) in shown(session) and '<html lang="cy">' in kept.read_text("utf-8")
    press(session, pygame.K_ESCAPE)
    assert session.app.screen is screen
    kept.unlink()
    session.show(ScreenId.SAVES)
    click(session, "keep.0")
    assert str(kept) in shown(session) and kept.is_file()
    session.pop()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("caffael.board.screens.kept.kept_as", refuse)
    click(session, "keep.0")
    assert any(word.startswith("Nid oes modd ysgrifennu") and "ni chaniateir hynny" in word for word in shown(session))
    assert not any(name in shown(session) for name in ("Copïo'r lleoliad", "Dangos yn y ffolder"))


def test_a_kept_debrief_is_shown_in_its_folder_copied_and_kept_on_paper(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    copied: list[str] = []
    monkeypatch.setattr("caffael.board.machine.shower", lambda: partial(noted, asked))
    monkeypatch.setattr("caffael.board.machine.copy_text", partial(noted, copied))
    assert session.game.path is not None
    page = tmp_path / "games" / f"{session.game.path.stem}-cy.html"
    keep_match(session)
    click(session, "show")
    click(session, "copy")
    assert asked == [page] and copied == [str(page)] and "Mae'r lleoliad ar y clipfwrdd." in shown(session)
    click(session, "paper")
    assert page.with_suffix(".pdf").read_bytes().startswith(b"%PDF") and str(page.with_suffix(".pdf")) in shown(session)
    click(session, "copy")
    assert copied[-1].endswith(".pdf")
    click(session, "figures")
    assert page.with_suffix(".csv").read_bytes().count(b"\n") > 5 and str(page.with_suffix(".csv")) in shown(session)
    click(session, "file")
    given = tmp_path / "games" / "Files" / session.game.path.name
    assert given.read_bytes() == session.game.path.read_bytes() and str(given) in shown(session)
    press(session, pygame.K_ESCAPE)
    session.set_language("en")
    assert str(page) in shown(session) and "Show in folder" in shown(session)


def test_where_no_pdf_can_be_made_the_command_that_brings_it_is_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caffael.board.screens.kept.can_make_paper", lambda: False)
    keep_match(session)
    command = f"{sys.executable} -m pip install fpdf2 uharfbuzz"
    assert any(word.endswith(command) for word in shown(session)) and "Ei gadw fel PDF hefyd" not in shown(session)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert paper_command() == ""
    session.app.rebuild()
    assert any("agorwch y dudalen mewn porwr" in word for word in shown(session))


def test_a_folder_is_shown_by_what_the_computer_has_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(file_manager, "run", lambda *command: noted(started, command))
    file = tmp_path / "debrief.html"
    monkeypatch.setattr(sys, "platform", "darwin")
    show = file_manager.shower()
    assert show is not None and show(file) and started.pop() == ("open", "-R", str(file))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    show = file_manager.shower()
    assert show is not None and show(file) and started.pop() == ("xdg-open", str(tmp_path))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert file_manager.shower() is None
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("os.startfile", lambda path: started.append((str(path),)), raising=False)
    show = file_manager.shower()
    assert show is not None and show(file) and started == [(str(tmp_path),)]


def test_a_program_of_the_desktop_that_is_not_there_raises_nothing() -> None:
    assert not file_manager.run("no-such-program-of-caffael")


def test_debriefs_go_to_documents_unless_the_games_have_a_folder_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    monkeypatch.setattr(debrief_file, "user_documents_path", lambda: tmp_path)
    assert keeping_folder(None) == tmp_path / "Caffael"
    assert keeping_folder(tmp_path / "stick") == tmp_path / "stick"
    monkeypatch.setattr(debrief_file, "user_documents_path", lambda: tmp_path / "none")
    assert keeping_folder(None).name == "games"
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "usb"))
    assert keeping_folder(None) == tmp_path / "usb"
