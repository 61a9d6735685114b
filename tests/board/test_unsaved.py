"""A game that can't be written: the board says so for as long as it is so, and nobody leaves it without having been asked."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pygame
import pytest

from caffael.board.screens.unsaved import UnsavedScreen
from caffael.board.session import Session
from caffael.presentation.screens import ScreenId
from caffael.saves import verify
from caffael.saves.places import takes
from tests.board.frame_kit import board, click, pack, press, said, seats, top


class Disk:
    """A disk that is full while `full` is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        real = os.write

        def write(file: int, data: Any) -> int:
            if self.full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return real(file, data)

        monkeypatch.setattr(os, "write", write)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A game at the table, with a home and Documents of the test."""
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    places = {name: tmp_path / "home" / name / "Caffael" for name in ("documents", "temporary")}
    for place in places.values():
        place.parent.mkdir(parents=True)
    monkeypatch.setattr("caffael.saves.places.other_folders", lambda: places)
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"), 3)
    session.show_table()
    session.settings.instant = False
    return session


def play(session: Session) -> None:
    session.game.play(session.game.legal()[-1])
    session._tell_trouble()
    session.app.redraw()
    session.app.frame()


def standing(session: Session) -> str:
    screen = session.app.screen
    assert screen is not None
    return screen.tree.standing


def close_window(session: Session) -> None:
    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    session.app.frame()


def test_the_board_says_for_as_long_as_it_is_so_that_a_game_is_not_saved(session: Session, disk: Disk) -> None:
    play(session)
    assert standing(session) == ""
    disk.full = True
    play(session)
    assert "not saved" in standing(session) and "disk is full" in said(session)
    screen = session.app.screen
    assert screen is not None
    screen.tree.toast = None
    assert "The game is not saved now. The menu says why and what helps." in [node.label for node in screen.tree.describe(session.app.look)]
    plain = pygame.image.tobytes(session.app.surface, "RGB")
    disk.full = False
    play(session)
    assert standing(session) == "" and pygame.image.tobytes(session.app.surface, "RGB") != plain


def test_the_menu_tells_the_truth_and_saves_again(session: Session, disk: Disk) -> None:
    disk.full = True
    play(session)
    session.show_menu()
    menu = session.app.screen
    assert menu is not None
    words = [widget.label for widget in menu.tree.root.everything()]
    assert any("disk is full" in word for word in words) and not any("Everything is saved" in word for word in words)
    next(widget for widget in menu.tree.root.everything() if widget.label == "Save the game").press()
    page = session.app.screen
    assert isinstance(page, UnsavedScreen)
    click(session, "again")
    assert page.told.title == "The game is not saved"
    disk.full = False
    click(session, "again")
    assert page.told.title == "The game is saved" and session.game.trouble is None
    page.back()
    menu.rebuild()
    assert any("Everything is saved" in widget.label for widget in menu.tree.root.everything())


def test_leaving_an_unsaved_game_asks_and_another_place_takes_it(session: Session, disk: Disk, tmp_path: Path) -> None:
    play(session)
    old = session.game.path
    disk.full = True
    play(session)
    session.show_menu()
    leave = next(w for w in session.app.screen.tree.root.everything() if w.label == "Leave the game for the title page")  # type: ignore[union-attr]
    leave.press()
    page = session.app.screen
    assert isinstance(page, UnsavedScreen) and session.match is not None
    disk.full = False
    click(session, "place.documents")
    path = session.game.path
    assert old is not None and path == tmp_path / "home" / "documents" / "Caffael" / old.name
    assert verify(path).actions == 2 and str(path) in [w.label for w in page.tree.root.everything()]
    page.leave()
    assert top(session) == ScreenId.TITLE and session.match is None


def test_a_place_that_takes_nothing_leaves_the_game_where_it_was(session: Session, disk: Disk, tmp_path: Path) -> None:
    disk.full = True
    play(session)
    before = session.game.path
    session.leave_or_ask(session.show_title)
    click(session, "place.documents")
    assert session.game.path == before and session.game.trouble is not None
    disk.full = False
    assert session.game.save_again() and before is not None and verify(before).holds


def test_a_window_that_is_closed_asks_once_and_a_second_time_closes(session: Session, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    disk.full = True
    play(session)
    clock = [session.app.now()]
    monkeypatch.setattr(session.app, "now", lambda: clock[0])
    close_window(session)
    assert top(session) == ScreenId.UNSAVED and session.app._running
    close_window(session)
    assert session.app._running  # the same press, twice
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.TABLE
    clock[0] += 5
    close_window(session)
    assert top(session) == ScreenId.UNSAVED and session.app._running  # it is asked again once somebody has gone on
    clock[0] += 5
    close_window(session)
    assert not session.app._running


def test_a_window_that_is_closed_over_a_saved_game_closes(session: Session) -> None:
    play(session)
    close_window(session)
    assert not session.app._running


def test_a_game_that_can_be_written_again_is_written_before_anybody_is_asked(session: Session, disk: Disk) -> None:
    disk.full = True
    play(session)
    path = session.game.path
    disk.full = False
    session.leave_or_ask(session.show_title)
    assert top(session) == ScreenId.TITLE and path is not None and verify(path).actions == 1


def test_a_folder_deleted_in_mid_game_troubles_nobody(session: Session, tmp_path: Path) -> None:
    play(session)
    shutil.rmtree(tmp_path / "games")
    play(session)
    assert standing(session) == "" and session.game.path is not None and verify(session.game.path).actions == 2


def test_a_drive_that_cannot_say_when_all_is_written_is_told_once(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(file: int) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(os, "fsync", unknown)
    play(session)
    assert "is saved" in said(session) and standing(session) == ""
    session.app.screen.tree.toast = None  # type: ignore[union-attr]
    play(session)
    assert said(session) == ""


def test_places_are_offered_only_where_they_take_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert takes(tmp_path / "new", 5000) and takes(tmp_path, 0)
    assert list(tmp_path.iterdir()) == []
    assert not takes(tmp_path / "none" / "new", 10)
