"""The finale on the board: no name before the region's fate, one place at a time, by a press or by itself, all at once without movement."""

from pathlib import Path

import pygame
import pytest

from caffael.board.options import BoardOptions, make_session
from caffael.board.screens.finale import FATE_TIME, FILLING, PLACE_TIME, FinaleScreen
from caffael.board.session import Session
from caffael.match import Match
from caffael.presentation.blocks import Line
from caffael.presentation.screens import ScreenId
from caffael.presentation.settings import Settings
from tests.board.frame_kit import click, pack, press, seats, top


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def at_the_end(
    folder: Path, *, movement: str = "full", budget: int | None = None, hidden: bool = False
) -> tuple[Session, Clock, list[str]]:
    """A game whose last action is played on the board; its finale is what is told next. Gives what is heard, too."""
    session = make_session(BoardOptions(size=(1280, 720), seed=7), Settings(language="en", movement=movement, hide_scores=hidden))
    session.games = folder
    clock = Clock()
    heard: list[str] = []
    session.app.now = clock
    session.hear = heard.append  # type: ignore[method-assign, assignment]
    session.begin(Match.start(pack(), seats("balanced", "greenest", "local"), 7, save=folder))
    last = Match.start(pack(), seats("balanced", "greenest", "local"), 7)
    while not last.finished:
        last.play(last.bot_action())
    while len(session.game.history) < len(last.history) - 1:
        session.game.play(last.history[len(session.game.history)].action)
    if budget is not None:
        session.game.cards.settings.carbon_budget = budget
    session.forget_stories()
    session.show_table()
    session.play(last.history[-1].action)
    while top(session) is not ScreenId.FINALE:
        assert session.telling is not None
        session.app.animator.finish()
        session.go_on()
    return session, clock, heard


def finale(session: Session) -> FinaleScreen:
    """The finale that is seen."""
    screen = session.app.screen
    assert isinstance(screen, FinaleScreen)
    return screen


def read_out(session: Session) -> str:
    """All that a screen reader can come to, and what it says by itself."""
    session.app.frame()
    screen = finale(session)
    return " ".join([*screen.drawn_words(), *(f"{node.label} {node.value}" for node in screen.tree.describe(session.app.look))])


def pass_time(session: Session, clock: Clock, seconds: float) -> None:
    """Let time go by, a frame every tenth of a second."""
    for _ in range(round(seconds * 10)):
        clock.now += 0.1
        session.app.frame()


def named(session: Session) -> list[str]:
    """The councils that are named anywhere on the screen."""
    return [name for name in session.viewer.councils if name in read_out(session)]


def test_nobody_and_no_fate_is_named_while_the_bar_still_fills(tmp_path: Path) -> None:
    session, clock, _ = at_the_end(tmp_path)
    pass_time(session, clock, FILLING / 2)
    screen = finale(session)
    assert named(session) == [] and screen.sky == "waiting"
    assert screen.steps[0].title not in read_out(session) and "wins" not in read_out(session)


@pytest.mark.parametrize("budget", [1, 10_000])
def test_a_reader_hears_no_carbon_of_the_region_before_its_bar_is_full(tmp_path: Path, budget: int) -> None:
    session, clock, _ = at_the_end(tmp_path, budget=budget)
    pass_time(session, clock, 0.5)
    total = next(block for block in finale(session).steps[0].blocks if isinstance(block, Line))
    assert total.title not in read_out(session)
    assert "How did the region come through?" in read_out(session)
    pass_time(session, clock, FILLING)
    assert total.title in read_out(session)


@pytest.mark.parametrize(("budget", "sky", "sound"), [(10**9, "kept", "delivered"), (10**4, "failed", "climate")])
def test_the_fate_comes_before_any_name_with_its_sky_and_its_sound(tmp_path: Path, budget: int, sky: str, sound: str) -> None:
    session, _, heard = at_the_end(tmp_path, budget=budget)
    heard.clear()
    press(session, pygame.K_SPACE)
    screen = finale(session)
    assert screen.sky == sky and screen.steps[0].title in read_out(session) and named(session) == []
    assert heard == [sound]


def test_each_press_tells_one_more_place_from_the_last_to_the_first(tmp_path: Path) -> None:
    session, _, heard = at_the_end(tmp_path)
    order = [session.viewer.council(standing.seat) for standing in session.viewer.ranking()]
    press(session, pygame.K_SPACE)
    for place in range(len(order)):
        press(session, pygame.K_SPACE)
        assert set(named(session)) == set(order[len(order) - 1 - place :])
        assert not finale(session).told
        press(session, pygame.K_SPACE)
    assert not finale(session).told and "wins" not in read_out(session)
    press(session, pygame.K_SPACE)
    assert finale(session).told and f"{order[0]} wins" in read_out(session) and heard[-1] == "award"
    press(session, pygame.K_SPACE)
    assert top(session) is ScreenId.DEBRIEF


def test_it_goes_on_by_itself_and_holds_at_the_end(tmp_path: Path) -> None:
    session, clock, _ = at_the_end(tmp_path)
    pass_time(session, clock, FATE_TIME + 0.5)
    assert len(named(session)) == 1
    pass_time(session, clock, PLACE_TIME)
    assert len(named(session)) == 2
    pass_time(session, clock, 3 * PLACE_TIME)
    assert finale(session).told
    pass_time(session, clock, 60)
    assert top(session) is ScreenId.FINALE


def test_it_can_be_skipped(tmp_path: Path) -> None:
    session, _, _ = at_the_end(tmp_path)
    click(session, "skip")
    assert finale(session).told and len(named(session)) == 3
    click(session, "go on")
    assert top(session) is ScreenId.DEBRIEF


def test_without_movement_all_is_there_at_once(tmp_path: Path) -> None:
    session, _, _ = at_the_end(tmp_path, movement="off")
    assert finale(session).told and len(named(session)) == 3 and finale(session).sky in ("kept", "failed")


def test_an_escape_and_another_language_lose_nothing_of_it(tmp_path: Path) -> None:
    session, _, _ = at_the_end(tmp_path)
    for _ in range(2):
        press(session, pygame.K_SPACE)
    session.switch_language()
    assert len(named(session)) == 1
    press(session, pygame.K_ESCAPE)
    assert top(session) is ScreenId.MENU
    session.pop()
    assert len(named(session)) == 1


def test_scores_that_the_teacher_hid_are_told_in_the_finale(tmp_path: Path) -> None:
    session, _, _ = at_the_end(tmp_path, hidden=True)
    click(session, "skip")
    assert all(str(standing.total) in read_out(session) for standing in session.viewer.ranking())
