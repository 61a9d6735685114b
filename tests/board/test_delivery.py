"""Delivery, review and opening on the board: they follow each other, wait for people, and nothing told is lost."""

from pathlib import Path

import pygame
import pytest

from caffael.board.screens.delivery.screen import ALOUD, DeliveryScreen
from caffael.board.screens.manage import ManageScreen
from caffael.board.screens.review import ReviewScreen
from caffael.board.screens.table.screen import TableScreen
from caffael.board.screens.year import YearScreen
from caffael.board.session import Session
from caffael.board.story.page import TellingScreen
from caffael.match import Match
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.rules.happened import Happening
from caffael.rules.terms import Phase
from caffael.words.language import Language
from tests.board.frame_kit import board, click, pack, press, seats, top


def at_managing(session: Session, players: int = 2, year: int = 2) -> ManageScreen:
    """A table at which people are about to manage their contracts."""
    match = Match.start(pack(3), seats(*["balanced"] * players), 4)
    while match.state.year < year or match.state.phase != Phase.MANAGE:
        match.play(match.bot_action())
    for seat in range(players):
        match.set_player(seat, "you")
    session.match = match
    session.app.push(TableScreen(session))
    session.app.frame()
    screen = session.app.screen
    assert isinstance(screen, ManageScreen)
    return screen


def test_ticks_move_freely_and_only_done_plays_them(tmp_path: Path) -> None:
    session = board(tmp_path)
    screen = at_managing(session)
    match = session.game
    played = len(match.history)
    for need in list(screen.ticked):
        screen.tick(need)
    need = screen.contracts[0].need
    screen.tick(need)
    screen.tick(need)
    assert screen.ticked == []
    for contract in screen.contracts:
        screen.tick(contract.need)
    assert len(screen.ticked) == min(screen.days, len(screen.contracts))
    assert len(match.history) == played, "nothing is played before Done"
    ticked = list(screen.ticked)
    screen.done()
    managed = [row.a for turn in match.history[played:] for row in turn.happenings if row.kind == Happening.MANAGED]
    assert managed == ticked
    assert screen not in session.app.screens


def told_to_delivery(session: Session) -> DeliveryScreen:
    """The delivery that follows when all teams are done with managing."""
    at_managing(session)
    while isinstance(session.app.screen, ManageScreen):
        session.app.screen.done()
    screen = session.app.screen
    assert isinstance(screen, DeliveryScreen)
    return screen


def test_delivery_review_and_opening_follow_each_other_and_lead_back_to_the_table(tmp_path: Path) -> None:
    session = board(tmp_path)
    screen = told_to_delivery(session)
    year = screen.delivery.year
    session.app.frame()
    screen.go()
    review = session.app.screen
    assert isinstance(review, ReviewScreen)
    session.app.frame()
    review.go()
    opening = session.app.screen
    assert isinstance(opening, YearScreen)
    assert opening.chapter.year == year + 1
    session.app.frame()
    opening.go()
    assert top(session) == ScreenId.TABLE


def clocked(session: Session) -> list[float]:
    """Give the board a clock that the test turns."""
    now = [0.0]
    session.app.now = lambda: now[0]
    return now


def wait(session: Session, now: list[float], seconds: float) -> None:
    """Let the board go on by itself for some seconds."""
    for _ in range(round(seconds / 0.3)):
        now[0] += 0.3
        session.app.frame()


def test_deliveries_of_people_go_by_themselves_and_hold_once_at_the_end_with_every_contract_told(tmp_path: Path) -> None:
    session = board(tmp_path, instant=False)
    now = clocked(session)
    screen = told_to_delivery(session)
    assert all(session.game.people(check.seat) for check in screen.checks)
    wait(session, now, 120)
    assert screen.told and session.app.screen is screen, "it holds until somebody goes on"
    wait(session, now, 120)
    assert session.app.screen is screen
    said = [widget.label for widget in screen.tree.top.everything()]
    for check in screen.checks:
        assert any(session.viewer.need(check.need) in words for words in said), "each of their contracts can be read"
    session.app.frame()
    press(session, pygame.K_RETURN)
    assert session.app.screen is not screen


def test_in_a_school_each_own_delivery_stands_as_long_as_its_words_take_to_read_aloud_and_a_press_goes_one_further(tmp_path: Path) -> None:
    session = board(tmp_path, instant=False)
    now = clocked(session)
    session.language = Language("en", "school")
    screen = told_to_delivery(session)
    session.app.frame()
    for at in range(len(screen.checks) - 1):
        words = len(screen.shown_checks[at].words.split())
        assert words > 8
        now[0] += ALOUD * words - 0.1
        session.app.frame()
        assert screen.at == at, "still being read"
        click(session, screen.page.buttons[1].id)
        assert screen.at == at + 1
        session.app.frame()
    assert not screen.told


def test_a_missed_check_of_people_can_be_asked_about_and_the_sheet_stops_the_telling(tmp_path: Path) -> None:
    session = board(tmp_path, instant=False)
    now = clocked(session)
    screen = told_to_delivery(session)
    for check in screen.checks:
        check.reached = False
    screen.rebuild()
    while not screen.reads_why:
        wait(session, now, 0.3)
    at = screen.at
    screen.tree.find("why").press()
    assert any(widget.label == "Needed" for widget in screen.tree.top.everything()), "it says what the check was made of"
    wait(session, now, 30)
    assert screen.at == at
    screen.close()
    wait(session, now, 6)
    assert screen.at > at
    screen.finish()
    assert screen.told
    for seat in range(session.game.state.seats):
        assert all(0 <= level <= session.game.cards.settings.goal_most for level in screen.tally.goals[seat])


def test_deliveries_of_computer_teams_alone_are_left_without_a_press_unless_a_sheet_lies_there(tmp_path: Path) -> None:
    session = board(tmp_path, instant=False)
    now = clocked(session)
    screen = told_to_delivery(session)
    for seat in range(2):
        session.game.set_player(seat, "balanced")
    session.look_again()
    wait(session, now, 1)
    screen.finish()
    screen.press(Open("checks"))
    wait(session, now, 30)
    assert session.app.screen is screen
    screen.close()
    wait(session, now, 6)
    assert session.app.screen is not screen


@pytest.mark.parametrize("code", ["en", "cy"])
def test_the_end_of_the_game_leads_to_the_debrief(tmp_path: Path, code: str) -> None:
    session = board(tmp_path, code="cy" if code == "cy" else "en")
    match = Match.start(pack(3), seats("balanced", "greenest"), 4)
    while match.state.year < 3 or match.state.phase != Phase.MANAGE:
        match.play(match.bot_action())
    session.match = match
    session.app.push(TableScreen(session))
    for _ in range(200):
        session.app.frame()
        screen = session.app.screen
        if isinstance(screen, TellingScreen):
            screen.go()
        if top(session) == ScreenId.DEBRIEF:
            break
    assert top(session) == ScreenId.DEBRIEF
