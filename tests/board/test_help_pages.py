"""F1 opens the help at the page that fits the screen."""

from pathlib import Path

import pygame
import pytest

from caffael.board import screens
from caffael.board.game_screen import GameScreen
from caffael.board.screens.help import HelpScreen
from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.session import Session
from caffael.presentation.help import PAGES
from caffael.presentation.screens import STORIES, ScreenId
from tests.board.frame_kit import board, pack, press, seats, top


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    session = board(tmp_path)
    session.new_game(pack(), seats("you", "you"))
    session.app.frame()
    return session


def page_of(session: Session) -> str:
    """The page of the help that F1 opens; it is closed again."""
    press(session, pygame.K_F1)
    help_screen = session.app.screen
    assert isinstance(help_screen, HelpScreen)
    press(session, pygame.K_F1)
    assert top(session) != ScreenId.HELP
    return help_screen.page


def test_f1_helps_with_what_is_on_the_screen(session: Session) -> None:
    assert page_of(session) == "minute"
    session.push(TenderScreen(session))
    assert page_of(session) == "routes"
    session.pop()
    session.show_menu()
    assert page_of(session) == "keys"
    session.show_debrief()
    assert page_of(session) == "goals"


def test_a_game_without_that_page_begins_at_the_first_one(session: Session) -> None:
    for route in session.game.cards.routes[1:]:
        route.on = 0
    session.push(TenderScreen(session))
    assert page_of(session) == "minute"


@pytest.mark.parametrize("name", ScreenId)
def test_every_screen_is_found_by_its_name_and_names_a_page_of_the_help(name: ScreenId) -> None:
    kind = screens.screen_class(name)
    assert issubclass(kind, GameScreen) and kind.help_page in PAGES
    assert kind.id is name
    assert name not in STORIES or kind.help_page == "year"
