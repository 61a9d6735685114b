"""The debrief on the board: the region's fate first, nobody hinted at before it, and every kind of end told as the rulebook has it."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pygame
import pytest

from caffael.board.game import Session
from caffael.board.screens.debrief import DebriefScreen
from caffael.board.screens.debrief.fate import FatePage
from caffael.board.screens.debrief.ranking import RankingPage
from caffael.match import Match
from caffael.presentation.debrief.verdict import verdict
from caffael.rules.terms import Ending
from tests.board.frame_kit import board, played


@pytest.fixture(scope="module")
def match() -> Match:
    """A short game of three bots, to be looked at under one end after another."""
    return played("balanced", "greenest", "local")


@pytest.fixture
def session(tmp_path: Path, match: Match) -> Iterator[Session]:
    session = board(tmp_path)
    session.match = match
    settings = match.cards.settings
    before = settings.ending, settings.carbon_budget, settings.shared_target
    goals = [(council, list(council.goals), council.carbon, council.budget) for council in match.state.councils]
    yield session
    settings.ending, settings.carbon_budget, settings.shared_target = before
    for council, levels, carbon, budget in goals:
        council.goals[:], council.carbon, council.budget = levels, carbon, budget
    pygame.event.clear()


def end_with(session: Session, ending: Ending, budget: int, target: int = 0) -> DebriefScreen:
    settings = session.game.cards.settings
    settings.ending, settings.carbon_budget, settings.shared_target = ending, budget, target
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen)
    session.app.frame()
    return screen


PLENTY, TIGHT = 10_000_000, 100_000


def verdict_of(screen: DebriefScreen) -> str:
    return verdict(screen.session.viewer, screen.debrief)


def words_of(screen: DebriefScreen) -> str:
    return " ".join(f"{widget.label} {widget.value}" for widget in screen.tree.root.everything())


@pytest.mark.parametrize("ending", list(Ending))
@pytest.mark.parametrize("budget", [PLENTY, TIGHT])
def test_the_region_comes_first_and_nobody_is_named_before_it(session: Session, ending: Ending, budget: int) -> None:
    screen = end_with(session, ending, budget, 50)
    assert isinstance(screen.page, FatePage) and isinstance(screen.pages[1], RankingPage)
    said = words_of(screen)
    standings = session.game.ranking()
    assert all(session.text("Place {place}: {n} points", place=1, n=standing.total) not in said for standing in standings)
    assert verdict_of(screen) not in said
    screen.open(1)
    assert verdict_of(screen) in words_of(screen)


def test_a_hard_end_says_by_how_much_what_would_have_saved_it_and_who_would_have_won(session: Session) -> None:
    screen = end_with(session, Ending.HARD, TIGHT)
    region = screen.debrief.region
    said = words_of(screen)
    assert session.language.carbon(region.over) in said
    assert 0 < len(region.savers) <= 3
    for saver in region.savers:
        assert session.language.carbon(saver.saved) in said
    for row, team in zip(screen.debrief.carbon, session.teams, strict=True):
        assert team in said and session.language.carbon(row.total) in said
    assert session.game.winners() == []
    assert verdict_of(screen).startswith("Nobody wins") and screen.debrief.teams[0].team in verdict_of(screen)


def test_a_shared_end_is_won_or_lost_against_its_target(session: Session) -> None:
    mean = sum(standing.total for standing in session.game.ranking()) // 3
    won = end_with(session, Ending.SHARED, PLENTY, mean)
    assert won.debrief.winners == [0, 1, 2] and "All councils win together" in verdict_of(won)
    lost = end_with(session, Ending.SHARED, PLENTY, mean + 1)
    assert lost.debrief.winners == [] and str(mean + 1) in verdict_of(lost)
    assert "the region failed" in verdict_of(end_with(session, Ending.SHARED, TIGHT, 0))


def test_a_tie_says_what_decided_it(session: Session) -> None:
    first, second, third = session.game.state.councils[:3]
    third.goals[:] = [0] * len(third.goals)
    for council in (first, second):
        council.goals[:] = [9] * len(council.goals)
        council.budget, council.carbon = 0, 100
    end = partial(end_with, session, Ending.GENTLE, PLENTY)
    level(session, first, second)
    assert "share the first place" in verdict_of(end())
    second.carbon = 99
    assert "less carbon decided" in verdict_of(end()) and end().debrief.winners == [1]


def level(session: Session, first: object, second: object) -> None:
    """Give two councils the same points."""
    for council in (first, second):
        council.badges[:] = [0] * len(council.badges)  # type: ignore[attr-defined]
        council.notices = 0  # type: ignore[attr-defined]
    short = session.game.ranking()
    totals = {row.seat: row.total for row in short}
    behind, ahead = (first, second) if totals[0] < totals[1] else (second, first)
    behind.budget += abs(totals[0] - totals[1]) * session.game.cards.settings.money_step  # type: ignore[attr-defined]
    assert ahead.budget == 0  # type: ignore[attr-defined]


def test_each_number_of_a_score_opens_to_where_it_came_from(session: Session) -> None:
    screen = end_with(session, Ending.GENTLE, TIGHT)
    screen.open(1)
    for team in screen.debrief.teams:
        for part in team.parts:
            cell = next((one for one in screen.tree.root.everything() if one.name == f"part.{team.seat}.{part.kind}"), None)
            if cell is None:
                assert all(other.points == 0 for row in screen.debrief.teams for other in row.parts if other.kind == part.kind)
                continue
            cell.press()
            lines = [widget.label for widget in screen.tree.dialogs[-1].everything() if widget.role == "text"]
            assert lines
            if part.kind == "goals":
                assert len(lines) >= 8
            screen.tree.close()


def test_all_pages_are_told_in_welsh_with_long_names_and_large_letters(tmp_path: Path) -> None:
    session = board(tmp_path, code="cy", text_scale=1.75)
    session.match = played(*["cheapest"] * 6)
    for seat in session.match.seats:
        seat.team = "Castell y Grysmwnt a'r Cylch"
    session.show_debrief()
    screen = session.app.screen
    assert isinstance(screen, DebriefScreen)
    for place in range(len(screen.pages)):
        screen.open(place)
        assert session.app.frame()
