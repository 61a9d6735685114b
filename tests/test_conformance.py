"""Every scenario, with 1 to 6 councils, comes to its end with every bot, by legal choices alone."""

from functools import cache

import pytest

from caffael.bots import BOTS, Desk, choose, make_bot
from caffael.rules.actions import legal_actions, why_not
from caffael.rules.chance import seed_stream
from caffael.rules.reasons import LEGAL
from caffael.rules.records import State, Stream
from caffael.rules.step import step
from caffael.rules.terms import CHOICES, SEATS, Phase
from caffael.rules.view import view
from caffael.scenario import find_packs, load_pack
from tests import invariants
from tests.small_table import Game

STANDARD = "smarter-spending"
GAMES_OF_STANDARD = 2
"""Games of each cell of the standard scenario. The others have one: bulk play sees a thousand of each, in tests/simulation."""
QUICK = {"planner": "planner:iterations=2"}
"""How a bot is called here that would think too long."""
EVERY_TABLE = ("random", "balanced")
"""Bots that play every scenario with every number of councils."""
LONGEST = 5_000
SCENARIOS = [(pack.id, years) for pack in find_packs() for years in pack.years_offered]


def seats_for(scenario: str, bot: str) -> range:
    """How many councils play: 1 to 6. Of the other scenarios most bots play the smallest and the largest table."""
    return range(1, SEATS + 1, 1 if scenario == STANDARD or bot in EVERY_TABLE else SEATS - 1)


CELLS = [(scenario, years, seats, bot) for scenario, years in SCENARIOS for bot in BOTS for seats in seats_for(scenario, bot)]
load_once = cache(load_pack)


@pytest.mark.parametrize(("scenario", "years", "seats", "name"), CELLS)
def test_a_game_comes_to_its_end(scenario: str, years: int, seats: int, name: str) -> None:
    pack = load_once(scenario, years)
    cards, bot = pack.cards, make_bot(QUICK.get(name, name), pack.ids)
    for number in range(GAMES_OF_STANDARD if scenario == STANDARD and name not in QUICK else 1):
        game = Game(cards, seats, 100 * seats + number)
        desk, stream, legal, sight = Desk(), Stream(), [0] * CHOICES, State()
        seed_stream(stream, number, 1)
        decisions = 0
        while game.state.phase != Phase.END:
            count = legal_actions(cards, game.state, game.state.decider, legal)
            assert count > 0, "nobody can decide and the game is not over"
            view(game.state, game.state.decider, sight)
            choice = choose(cards, sight, legal, count, stream, desk, bot)
            assert 0 <= choice < count
            assert why_not(cards, game.state, game.state.decider, legal[choice]) == LEGAL
            assert step(cards, game.deal, game.state, legal[choice], game.told) == LEGAL
            decisions += 1
            assert decisions < LONGEST
        assert game.state.year == years
        invariants.cheap(cards, game.state)
