"""What a bot buys first: the need that is worth most to it, by its taste; and one that watches the region's carbon."""

import pytest

from caffael.bots import Desk, choose, make_bot
from caffael.bots.buying import worth_of_need
from caffael.bots.worth import carbon_taste
from caffael.rules import actions
from caffael.rules.records import Stream
from caffael.rules.terms import Goal
from tests.rules.positions import Position, change

DESK = Desk()


def two_needs(**second: int) -> Position:
    """A council with days for one tender, and two needs that are alike but for what is said of the second."""
    game = Position(years=4, labs=0, engagement=0)
    change(game.council(), budget=2_000_000, days=2)
    game.need(3, estimate=100_000, term=2, carbon=400_000, urgency=1)
    game.need(4, **({"estimate": 100_000, "term": 2, "carbon": 400_000, "urgency": 1} | second))
    for need in (3, 4):
        game.cards.needs[need].goals[:] = [0, 2, 0, 0, 0, 0, 0]
    game.supplier(0, price=100)
    return game


def bought(game: Position, bot: str = "balanced") -> int:
    """The need that a bot begins a tender for."""
    legal = game.legal()
    action = legal[choose(game.cards, game.state, legal, len(legal), Stream(), DESK, make_bot(bot))]
    return action - actions.TENDER


@pytest.mark.parametrize(
    ("second", "need"),
    [
        ({}, 3),
        ({"urgency": 3}, 4),
        ({"estimate": 60_000}, 4),
        ({"estimate": 140_000}, 3),
        ({"carbon": 4_000}, 4),
    ],
)
def test_the_need_that_is_worth_most_is_bought_first(second: dict[str, int], need: int) -> None:
    assert bought(two_needs(**second)) == need


def test_who_looks_at_the_price_alone_buys_the_cheaper_need_whatever_it_feeds() -> None:
    game = two_needs(estimate=90_000)
    game.cards.needs[4].goals[:] = [0] * 7
    assert (bought(game, "cheapest"), bought(game, "balanced")) == (4, 3)


def test_a_need_that_feeds_the_lowest_goal_is_worth_more() -> None:
    game = two_needs()
    game.council().goals[int(Goal.RESILIENT)] = 6
    before = worth_of_need(game.cards, game.state, 3, make_bot("balanced"))
    game.council().goals[int(Goal.RESILIENT)] = 4
    assert worth_of_need(game.cards, game.state, 3, make_bot("balanced")) > before


def test_years_after_the_end_are_worth_nothing() -> None:
    game = two_needs()
    before = worth_of_need(game.cards, game.state, 3, make_bot("balanced"))
    game.state.year = 4
    assert worth_of_need(game.cards, game.state, 3, make_bot("balanced")) < before


def test_carbon_counts_for_more_to_who_watches_it_and_most_while_it_runs_ahead_of_the_years() -> None:
    game = two_needs()
    game.state.year = 3
    game.cards.settings.carbon_budget = 400_000
    budget = 400_000 * game.state.seats
    tastes = []
    for carbon in (budget // 2, budget // 2 + 1):
        game.state.carbon = carbon
        tastes.append([carbon_taste(game.cards, game.state, make_bot(bot)) for bot in ("balanced", "balanced:watch=1")])
    assert tastes == [[100, 150], [100, 300]]
