"""Delivery, review and opening on the board: they follow each other, wait for people, and nothing told is lost."""

from pathlib import Path

import pytest

from caffael.board.screens.delivery.screen import DeliveryScreen
from caffael.board.screens.manage import ManageScreen
from caffael.board.screens.review import ReviewScreen
from caffael.board.screens.table.screen import TableScreen
from caffael.board.screens.year import YearScreen
from caffael.board.session import Session
from caffael.match import Match
from caffael.presentation.screens import ScreenId
from caffael.rules.happened import Happening
from caffael.rules.terms import Phase
from tests.board.frame_kit import board, pack, seats, top


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


def test_a_missed_check_of_people_waits_and_skipping_tells_the_rest(tmp_path: Path) -> None:
    session = board(tmp_path, instant=False)
    now = [0.0]
    session.app.now = lambda: now[0]
    screen = told_to_delivery(session)
    assert session.game.seats[screen.checks[-1].seat].player == "you"
    screen.checks[-1].reached = False
    missed = [place for place, check in enumerate(screen.checks) if not check.reached]
    for _ in range(400):
        if screen.told or screen.paused:
            break
        now[0] += 0.3
        session.app.frame()
    if missed:
        assert screen.paused and screen.at == missed[0]
        now[0] += 60
        session.app.frame()
        assert screen.paused, "it waits until somebody goes on"
        screen.tree.find("why").press()
        assert any(widget.label == "Needed" for widget in screen.tree.top.everything()), "and says what the check was made of"
        screen.close()
    screen.finish()
    assert screen.told
    for seat in range(session.game.state.seats):
        assert all(0 <= level <= session.game.cards.settings.goal_most for level in screen.tally.goals[seat])


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
        if isinstance(screen, DeliveryScreen | ReviewScreen | YearScreen):
            screen.go()
        if top(session) == ScreenId.DEBRIEF:
            break
    assert top(session) == ScreenId.DEBRIEF
