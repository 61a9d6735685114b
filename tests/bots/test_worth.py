"""A bot weighs money and carbon by what a point of them is in its scenario, so that it plays a school as it plays a council."""

import pytest

from caffael.bots import Desk, make_bot
from caffael.bots.worth import fill_worths, kilos_a_point, pounds_a_point
from caffael.rules.cards import Cards
from caffael.rules.tender import expected_table
from caffael.rules.terms import NEEDS, NONE, Route
from caffael.scenario import load_pack
from tests.small_table import Game, small_cards


def smaller(cards: Cards, times: int) -> Cards:
    """The same scenario, its money and carbon so many times smaller."""
    cards.settings.money_step //= times
    cards.settings.carbon_budget //= times
    for need in cards.needs[:NEEDS]:
        need.estimate //= times
        need.carbon //= times
    return cards


def worths(cards: Cards, bot: str) -> list[int]:
    """What each bid for the first open need of a game is worth to a bot."""
    game, desk = Game(cards, 2, 11), Desk()
    need = game.state.councils[0].tray[0]
    expected_table(cards, game.state, 0, need, NONE, Route.OPEN, 0, NONE, desk.table)
    fill_worths(cards, game.state, 0, need, Route.OPEN, desk, make_bot(bot))
    return desk.worths[: desk.table.count]


@pytest.mark.parametrize("years", [3, 5])
def test_in_the_standard_game_a_point_is_20_thousand_pounds_and_22_tonnes(years: int) -> None:
    cards = load_pack("smarter-spending", years).cards
    assert (pounds_a_point(cards), kilos_a_point(cards)) == (20_000, 22_125)


@pytest.mark.parametrize("bot", ["balanced", "cheapest", "greenest"])
def test_a_bid_is_worth_the_same_in_a_scenario_of_a_tenth_of_the_size(bot: str) -> None:
    large, small = worths(small_cards(), bot), worths(smaller(small_cards(), 10), bot)
    assert len(set(large)) > 1
    assert small == pytest.approx(large, rel=0.01, abs=3)


def test_a_point_is_never_for_nothing() -> None:
    cards = small_cards()
    cards.settings.money_step = cards.settings.carbon_budget = 1
    assert (pounds_a_point(cards), kilos_a_point(cards)) == (1, 1)
