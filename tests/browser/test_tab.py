"""The board in a tab, without a browser: how it opens, what the page tells it, and how bots think between two frames."""

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from caffael.board.thinking import Thought
from caffael.bots import Desk, make_bot, ponder, portions
from caffael.browser import thinking
from caffael.browser.ahead import AHEAD, READING, Ahead
from caffael.browser.thinking import SlicedThinker
from caffael.match import Match, Question, Seat
from caffael.scenario import load_pack

TITLE = """
import sys
from caffael.browser import tab
from tests.browser.paper import Paper
tab.install(Paper(), lambda kind, message: None)
opened = tab.open_tab(1366, 768, 1.0, sys.argv[1], None)
opened.frame()
print(opened.session.app.screen.id, opened.session.language.code, opened.session.unsaved is None)
print(*sorted({name.split(".")[0] if "caffael" not in name else name for name in sys.modules}))
"""
HEAVY = (
    "pydantic",
    "pydantic_core",
    "python_calamine",
    "jinja2",
    "xlsxwriter",
    "numpy",
    "caffael.match",
    "caffael.scenario",
    "caffael.bots",
)


@pytest.mark.parametrize("code", ["en", "cy"])
def test_the_title_speaks_the_browsers_language_and_needs_no_match_and_no_pack(code: str, tmp_path: Path) -> None:
    where = {**os.environ, "CAFFAEL_SETTINGS": str(tmp_path), "CAFFAEL_GAMES": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", TITLE, code], capture_output=True, text=True, check=True, env=where)
    screen, modules = done.stdout.splitlines()[-2:]
    assert screen.split()[:2] == ["title", code]
    assert [name for name in HEAVY if name in modules.split()] == []


@pytest.fixture
def match() -> Iterator[Match]:
    """A game whose first seat is a planner's."""
    pack = load_pack("our-town")
    seats = [Seat("One", pack.ids.councils[0], "planner"), Seat("Two", pack.ids.councils[1], "balanced")]
    match = Match.start(pack, seats, 3)
    while match.bot_to_move() != "planner" or len(match.legal()) < 2:
        match.play(match.bot_action())
    yield match
    match.close()


def question(match: Match) -> Question:
    return match.question("planner:iterations=24")


def test_a_thought_in_portions_comes_to_what_the_whole_thought_comes_to(match: Match) -> None:
    thinker = SlicedThinker()
    thought, slices = thinker.ask(question(match)), 0
    while not thought.ready:
        thinker.go_on()
        slices += 1
    assert thought.fault is None
    assert thought.action == question(match).answer(Desk())
    assert not thinker.busy


def test_a_thought_that_nobody_waits_for_is_dropped_and_the_next_is_thought(match: Match, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thinking, "SLICE", 0.0001)  # one portion at a time
    thinker = SlicedThinker()
    first, second = thinker.ask(question(match)), thinker.ask(question(match))
    thinker.go_on()
    first.dropped = True
    while thinker.busy:
        thinker.go_on()
    assert (first.ready, second.ready) == (False, True)


def test_a_thought_that_fails_keeps_its_fault(match: Match) -> None:
    def fail(*asked: object) -> int:
        raise RuntimeError(asked)

    thinker = SlicedThinker()
    thought = thinker.ask(replace(question(match), policy=fail))
    thinker.go_on()
    assert isinstance(thought.fault, RuntimeError) and isinstance(thought, Thought)


def test_portions_and_pondering_take_as_many_trials(match: Match) -> None:
    asked = question(match)
    bot = make_bot("planner:iterations=24", match.pack.ids)
    row = [*asked.legal, *[0] * 300]
    steps, yielded = portions(asked.cards, asked.seen, row, len(asked.legal), asked.stream, Desk(), bot), 0
    while True:
        try:
            next(steps)
            yielded += 1
        except StopIteration as end:
            chosen = end.value
            break
    again = question(match)
    assert yielded > 1
    assert chosen == ponder(again.cards, again.seen, row, len(again.legal), again.stream, Desk(), bot)


def test_what_a_game_needs_is_loaded_one_by_one_once_the_title_was_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("first_of_two", "second_of_two"):
        (tmp_path / f"{name}.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    ahead = Ahead(["first_of_two", "second_of_two"])
    assert ahead.go_on() == READING and "first_of_two" not in sys.modules
    assert ahead.go_on() == 0.0 and "first_of_two" in sys.modules and "second_of_two" not in sys.modules
    ahead.go_on()
    assert "second_of_two" in sys.modules and not ahead.busy


def test_what_is_loaded_ahead_is_there() -> None:
    assert [name for name in AHEAD if importlib.util.find_spec(name) is None] == []
