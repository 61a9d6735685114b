"""The planner compiled for the board chooses what the plain one chooses, and is taken only where nobody has to wait for it."""

import pytest

from caffael.bots import Desk, choose, make_bot, ponder
from caffael.cli import planner_choice as thinking
from caffael.rules.actions import legal_actions
from caffael.rules.chance import seed_stream
from caffael.rules.records import State, Stream
from caffael.rules.terms import CHOICES, Phase
from caffael.rules.view import view
from caffael.scenario import load_pack
from caffael.simulation.play import compiled
from caffael.simulation.play.quick_planner import QuickPlanner
from tests.small_table import Game


def test_it_chooses_what_the_plain_planner_chooses() -> None:
    cards = load_pack("smarter-spending", 3).cards
    quick, plain, bot = QuickPlanner(), Desk(), make_bot("planner:iterations=12")
    game, sight, legal, phases = Game(cards, 2, 5), State(), [0] * CHOICES, set()
    for number in range(40):
        count = legal_actions(cards, game.state, game.state.decider, legal)
        view(game.state, game.state.decider, sight)
        streams = (Stream(), Stream())
        for stream in streams:
            seed_stream(stream, number, 1)
        choice = choose(cards, sight, legal, count, streams[0], plain, bot)
        assert quick(cards, sight, legal, count, streams[1], plain, bot) == choice
        phases.add(game.state.phase)
        game.step(legal[choice])
    assert {Phase.BUY, Phase.ROUTE, Phase.WEIGHTS} <= phases


def test_it_keeps_to_its_time() -> None:
    cards = load_pack("smarter-spending", 3).cards
    game, legal = Game(cards, 2, 5), [0] * CHOICES
    count = legal_actions(cards, game.state, game.state.decider, legal)
    for policy in (QuickPlanner(), ponder):
        assert 0 <= policy(cards, game.state, legal, count, Stream(b=1), Desk(), make_bot("planner:seconds=0.05")) < count


def test_the_board_takes_the_compiled_planner_only_when_it_is_ready_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "is_compiled", lambda entries: False)
    assert thinking.best_planner() is ponder
    monkeypatch.setattr(compiled, "is_compiled", lambda entries: entries == compiled.PLANNING)
    assert isinstance(thinking.best_planner(), QuickPlanner)


def test_other_bots_never_look_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thinking, "best_planner", lambda: pytest.fail("nobody plans here"))
    cards = load_pack("smarter-spending", 3).cards
    game, legal = Game(cards, 2, 5), [0] * CHOICES
    count = legal_actions(cards, game.state, game.state.decider, legal)
    assert 0 <= thinking.Thinker()(cards, game.state, legal, count, Stream(b=1), Desk(), make_bot("balanced")) < count
