"""The team timer: it counts a team's time, rests when nobody decides, and only says when the time is over."""

from pathlib import Path

import pygame
import pytest

from caffael.board.screens.tender.screen import TenderScreen
from caffael.board.session import Session
from caffael.board.team_timer import STEPS, TeamTimer
from caffael.match import Seat
from caffael.presentation.screens import ScreenId
from caffael.rules import actions
from caffael.scenario import load_pack
from caffael.scenario.extension import write_extension
from tests.board.frame_kit import board, pack, press, said, seats, top


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def playing(tmp_path: Path, minutes: int, *players: str) -> tuple[Session, Clock]:
    session, clock = board(tmp_path), Clock()
    session.app.now = clock
    session.timer = TeamTimer(clock)
    session.new_game(pack(), seats(*(players or ("you", "you"))))
    session.timer.set(minutes)
    session.app.frame()
    return session, clock


def test_it_counts_down_and_begins_anew_with_another_turn() -> None:
    clock = Clock()
    timer = TeamTimer(clock)
    timer.set(2)
    timer.watch("first", True)
    clock.now += 30
    assert (timer.left, timer.minutes_left, timer.step) == (90, 2, STEPS * 3 // 4)
    timer.watch("first", False)
    clock.now += 1000
    assert timer.left == 90
    timer.watch("first", True)
    clock.now += 90
    assert timer.over and timer.step == 0 and timer.next_wake() is None
    timer.watch("second", True)
    assert not timer.over and timer.left == 120


def test_it_wakes_the_board_when_a_part_of_the_ring_goes() -> None:
    clock = Clock()
    timer = TeamTimer(clock)
    timer.set(4)
    timer.watch("first", True)
    wake = timer.next_wake()
    assert wake is not None and 0 < wake - clock.now <= 4 * 60 / STEPS + 0.1
    before, clock.now = timer.step, wake
    assert timer.step == before - 1


def test_without_minutes_there_is_no_ring_and_nothing_wakes(tmp_path: Path) -> None:
    session, _ = playing(tmp_path, 0)
    assert session.app.screen is not None
    assert not [one for one in session.app.screen.tree.root.everything() if one.role == "timer"]
    assert session.timer.next_wake() is None
    session.show_title()


def test_the_ring_stands_at_table_and_tender_and_says_when_it_is_time(tmp_path: Path) -> None:
    session, clock = playing(tmp_path, 3)
    session.app.rebuild()
    table = session.app.screen
    assert table is not None and table.tree.find("timer").value == "3 minutes left"
    clock.now += 70
    session.app.frame()
    state = session.game.state
    session.push(TenderScreen(session, state.councils[state.decider].tray[0]))
    session.app.frame()
    assert session.app.screen is not None
    assert session.app.screen.tree.find("timer").value == "2 minutes left"
    clock.now += 111
    session.app.frame()
    assert said(session) == "Time to decide"
    assert session.app.screen.tree.find("timer").value == "Time to decide"
    assert session.game.history == []  # nothing was played for the team
    session.show_title()


def test_it_rests_in_the_pause_and_is_set_there(tmp_path: Path) -> None:
    session, clock = playing(tmp_path, 3)
    clock.now += 60
    session.app.frame()
    session.show_menu()
    session.app.frame()
    clock.now += 500
    session.app.frame()
    assert session.timer.left == 120
    menu = session.app.screen
    assert menu is not None
    menu.tree.focus(menu.tree.find("timer"))
    press(session, pygame.K_RIGHT)
    assert session.timer.minutes == 4
    session.pop()
    assert top(session) == ScreenId.TABLE
    session.show_title()


def test_another_team_has_all_its_time(tmp_path: Path) -> None:
    session, clock = playing(tmp_path, 3)
    clock.now += 60
    session.app.frame()
    session.play(actions.PASS)
    while top(session) != ScreenId.TABLE:
        session.go_on()
    session.app.frame()
    assert session.timer.left == 180
    session.show_title()


def test_a_pack_sets_minutes_and_language_unless_another_language_was_chosen(tmp_path: Path) -> None:
    changes: dict[str, object] = {"board.timer_minutes": 5, "board.language": "cy"}
    mine = load_pack(write_extension(tmp_path / "mine", "smarter-spending", "mine", "Mine", changes), 3)
    places = [Seat("Oak", mine.ids.councils[0]), Seat("Ash", mine.ids.councils[1])]
    session = board(tmp_path)
    session.show_title()
    session.new_game(mine, places, 1)
    assert (session.timer.minutes, session.language.code, session.settings.language) == (5, "cy", "en")
    session.show_title()
    assert session.language.code == "en"
    session.switch_language()
    session.switch_language()
    session.new_game(mine, places, 1)
    assert session.language.code == "en"
    session.show_title()
    session.new_game(pack(), seats("you", "you"))
    assert session.timer.minutes == 0
    session.show_title()
