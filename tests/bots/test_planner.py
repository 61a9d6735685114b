"""The planner: legal choices, the same for the same view, and an obvious one is found."""

import pytest

from caffael.bots import Desk, choose, make_bot
from caffael.bots.desk import NODES
from caffael.bots.planner import bits_of, root_of
from caffael.rules import actions
from caffael.rules.chance import seed_stream
from caffael.rules.copying import copy_into, words_of
from caffael.rules.records import State, Stream
from caffael.rules.terms import Phase
from caffael.rules.view import view
from tests.small_table import Game, small_cards

ROOM_OF_ITS_OWN = Desk()


def choice(game: Game, state: State, bot: str, seed: int = 1, desk: Desk | None = None) -> int:
    """The action that a bot takes in a state."""
    stream = Stream()
    seed_stream(stream, seed, 1)
    legal = game.legal()
    return legal[choose(game.cards, state, legal, len(legal), stream, desk or ROOM_OF_ITS_OWN, make_bot(bot))]


@pytest.mark.parametrize("seats", [1, 2, 4])
def test_every_choice_is_legal_and_the_game_comes_to_its_end(seats: int) -> None:
    game, sight = Game(seats=seats, seed=3), State()
    phases = set()
    while game.state.phase != Phase.END:
        phases.add(game.state.phase)
        view(game.state, game.state.decider, sight)
        before = list(words_of(sight))
        action = choice(game, sight, "planner:iterations=3")
        assert list(words_of(sight)) == before, "a bot changed the table"
        assert action in game.legal()
        assert game.step(action) == 0
    assert {Phase.BUY, Phase.ROUTE, Phase.WEIGHTS, Phase.MANAGE} <= phases


def test_the_choice_does_not_depend_on_what_is_face_down_or_on_a_used_desk() -> None:
    game, sight, other = Game(seats=2, seed=8), State(), State()
    for number in range(40):
        if game.state.phase == Phase.END:
            break
        seat = game.state.decider
        copy_into(other, game.state)
        other.private[1 - seat].records[:] = [(number + i) % 3 for i in range(len(other.private[0].records))]
        other.private[1 - seat].event = number % 9
        other.private[1 - seat].suppliers[:] = [1, 2]
        view(game.state, seat, sight)
        bot = "planner:iterations=4"
        chosen = choice(game, sight, bot, number)
        assert choice(game, other, bot, number) == chosen, "it saw what another seat alone knows"
        if number % 10 == 0:
            assert choice(game, sight, bot, number, Desk()) == chosen, "it remembers other decisions"
        assert game.step(chosen) == 0


def treasure() -> Game:
    """The first decision of a one-year game in which one project brings a fortune, that no bot by taste thinks of so late."""
    cards = small_cards()
    cards.settings.years = 1
    cards.projects[4].prize = 5_000_000
    for i in range(cards.project_count):
        cards.projects[i].labs[:] = [0, 0, 0]
    game = Game(cards, seats=1, seed=2)
    game.state.fund = 5_000_000
    return game


@pytest.mark.parametrize("seed", range(3))
def test_an_obvious_choice_is_found(seed: int) -> None:
    game = treasure()
    wanted = actions.PROJECT + 4
    assert wanted in game.legal()
    assert choice(game, game.state, "balanced") != wanted
    while game.state.councils[0].projects[4] == 0:
        assert game.state.phase != Phase.END, "the fortune was left lying"
        assert game.step(choice(game, game.state, "planner:iterations=60", seed)) == 0


def test_a_full_tree_is_searched_on() -> None:
    game = treasure()
    desk = Desk()
    assert choice(game, game.state, f"planner:iterations={NODES + 50}", 1, desk) in game.legal()
    assert 1 < desk.grown <= NODES


def test_roots_and_halvings_are_those_of_whole_numbers() -> None:
    for number in [*range(200), 10**12, 2**52 - 1]:
        root = root_of(number)
        assert root * root <= number < (root + 1) * (root + 1)
    assert [bits_of(number) for number in (0, 1, 2, 3, 4, 255, 256)] == [0, 0, 1, 1, 2, 7, 8]
