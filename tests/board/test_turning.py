"""Any card of the table turns over, by touch and by key, and its back says what it is in the game and in the real world."""

from pathlib import Path

import pygame

from caffael.presentation.screens import ScreenId
from caffael.words import handbook
from tests.board.frame_kit import board, click, pack, press, seats, tab_to, top


def test_a_need_turns_over_by_touch_and_by_key_and_back_again(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(pack(), seats("you"))
    session.app.frame()
    screen = session.app.screen
    assert screen is not None
    need = session.game.state.councils[0].tray[0]
    click(session, f"need {need}")
    assert top(session) == ScreenId.TENDER
    screen = session.app.screen
    assert screen is not None
    click(session, "about")
    click(session, "turn over")
    entry = handbook.entry(session.language, "term", "need")
    assert screen.tree.find("entry term.need").label == entry.title
    assert entry.world in screen.tree.find("entry term.need").value
    source = session.pack.need(need).source
    assert any(source in widget.label for widget in screen.tree.top.everything())
    session.switch_language()
    session.app.frame()
    assert screen.tree.find("entry term.need").label == "Angen"
    press(session, pygame.K_t)
    assert not any(widget.name == "entry term.need" for widget in screen.tree.top.everything())
    press(session, pygame.K_ESCAPE)
    assert not screen.tree.dialogs
    tab_to(session, "about")
    press(session, pygame.K_t)
    assert screen.tree.find("entry term.need").visible
    press(session, pygame.K_ESCAPE)
    press(session, pygame.K_ESCAPE)
    assert top(session) == ScreenId.TABLE
    screen = session.app.screen
    assert screen is not None
    tab_to(session, f"need {need}")
    press(session, pygame.K_t)
    assert screen.tree.find("entry term.need").visible
    session.show_title()


def test_what_has_no_back_is_not_turned(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(pack(), seats("you"))
    session.app.frame()
    press(session, pygame.K_t)
    assert session.app.screen is not None
    assert not session.app.screen.tree.dialogs
    session.show_title()
