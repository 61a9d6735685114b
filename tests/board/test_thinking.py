"""Bots think on a thread: the board draws on, says that they think, and drops what nobody waits for any more."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from caffael.board.session import Session
from caffael.bots import Bot, Desk, ponder
from caffael.presentation.screens import ScreenId
from caffael.rules.cards import Cards
from caffael.rules.records import State, Stream
from tests.board.frame_kit import board, pack, seats, top


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


class SlowPolicy:
    """A policy that thinks until it is let go, and may fail."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.asked = 0
        self.fails = False

    def __call__(self, cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk, bot: Bot) -> int:
        self.asked += 1
        self.go.wait(20)
        if self.fails:
            raise RuntimeError("planted")
        return ponder(cards, state, legal, count, stream, desk, bot)


def playing(tmp_path: Path, *players: str) -> tuple[Session, SlowPolicy]:
    """A game in which the bot to move thinks; the opening was told already."""
    session, policy = board(tmp_path, instant=False), SlowPolicy()
    session.policy = policy
    session.settings.bot_pace = "at once"
    session.new_game(pack(), seats(*players))
    while session.page_tells:
        session.go_on()
    return session, policy


def frames_until(session: Session, done: Callable[[], bool]) -> None:
    """Draw until something holds."""
    until = time.monotonic() + 20
    while not done():
        assert time.monotonic() < until
        session.app.frame()
        time.sleep(0.005)


def test_the_board_draws_on_while_a_bot_thinks_and_plays_what_it_decides(tmp_path: Path) -> None:
    session, policy = playing(tmp_path, "balanced", "you")
    match = session.game
    policy.go.set()
    expected = match.bot_action()
    policy.go.clear()
    policy.asked = 0
    frames_until(session, lambda: policy.asked == 1)
    started = time.monotonic()
    for _ in range(10):
        session.app.redraw()
        session.app.frame()
    assert time.monotonic() - started < 5 and not match.history
    policy.go.set()
    frames_until(session, lambda: bool(match.history))
    assert match.history[0].action == expected
    session.close()


def test_a_seat_that_people_take_back_is_not_played_by_the_thought_that_was_begun(tmp_path: Path) -> None:
    session, policy = playing(tmp_path, "balanced", "you")
    frames_until(session, lambda: policy.asked == 1)
    session.game.set_player(0, "you")
    session.show_table()
    policy.go.set()
    for _ in range(30):
        session.app.frame()
        time.sleep(0.005)
    assert not session.game.history and session.deciding_seat() == 0
    session.close()


def test_the_title_is_there_at_once_while_a_bot_still_thinks(tmp_path: Path) -> None:
    session, policy = playing(tmp_path, "balanced", "you")
    frames_until(session, lambda: policy.asked == 1)
    session.show_title()
    session.app.frame()
    assert top(session) == ScreenId.TITLE and session.match is None
    policy.go.set()
    for _ in range(10):
        session.app.frame()
    session.close()


def test_a_bot_whose_thinking_fails_is_written_down_and_the_usual_bot_plays_in_its_place(tmp_path: Path) -> None:
    session, policy = playing(tmp_path, "planner", "you")
    policy.fails = True
    policy.go.set()
    frames_until(session, lambda: bool(session.game.history))
    assert session.game.history[0].seat == 0 and session.game.policy is policy
    log = next((tmp_path / "state").rglob("faults.log"))
    assert "planted" in log.read_text(encoding="utf-8")
    session.close()


def test_the_pause_between_two_actions_follows_the_setting(tmp_path: Path) -> None:
    session, policy = playing(tmp_path, "balanced", "you")
    policy.go.set()
    session.settings.bot_pace = "calm"
    session.show_table()
    while session.page_tells:
        session.go_on()
    table = session.app.screen
    assert table is not None
    frames_until(session, lambda: policy.asked >= 1)
    for _ in range(20):
        session.app.frame()
    assert not session.game.history
    session.close()
