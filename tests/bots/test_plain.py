"""How beginners play: what lies in the tray, by the first route, with even weights; one of them heeds the forecast of money."""

import pytest

from caffael.bots import Desk, choose, make_bot
from caffael.rules import actions
from caffael.rules.actions import DONE, PASS, REFUSE
from caffael.rules.chance import draw_below, seed_stream
from caffael.rules.forecast import fill_forecast, highest_price, is_safe
from caffael.rules.presets import BALANCED, preset_row
from caffael.rules.records import Forecast, Stream, Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import NONE, Phase, Route
from caffael.scenario import find_packs, load_pack
from tests.rules.positions import Position, change
from tests.small_table import Game, small_cards

BEGINNERS = ("naive", "heedful")
DESK = Desk()


def chosen(game: Game, bot: str) -> int:
    """The action that a bot takes now."""
    legal = game.legal()
    return legal[choose(game.cards, game.state, legal, len(legal), Stream(), DESK, make_bot(bot))]


def with_need(budget: int, **fields: int) -> Position:
    """A council with so much in hand, one need of £100,000 in a year, and one supplier that bids as printed at 100 %."""
    game = Position(years=2)
    change(game.council(), budget=budget, days=6)
    game.need(3, estimate=100_000, term=1, **fields)
    game.supplier(0, price=100)
    return game


HIGHEST = 108_000
COVER = 10_800


@pytest.mark.parametrize("bot", BEGINNERS)
def test_a_beginner_buys_the_first_need_of_its_tray_by_the_open_procedure(bot: str) -> None:
    game = with_need(1_000_000)
    game.need(6)
    for wanted in (actions.TENDER + 3, actions.ROUTE):
        assert chosen(game, bot) == wanted
        game.act(wanted)
    assert actions.ROUTE_OF[0] == Route.OPEN


@pytest.mark.parametrize("bot", BEGINNERS)
def test_where_the_open_procedure_takes_too_many_days_it_takes_the_next_route(bot: str) -> None:
    game = with_need(1_000_000)
    game.council().days = 1
    game.act(chosen(game, bot))
    assert actions.ROUTE_OF[chosen(game, bot) - actions.ROUTE] == Route.QUOTES


def test_one_who_heeds_no_money_buys_what_it_cannot_pay_and_one_who_does_passes() -> None:
    for missing, wanted in ((1, PASS), (0, actions.TENDER + 3)):
        game = with_need(HIGHEST + COVER - missing)
        assert chosen(game, "naive") == actions.TENDER + 3
        assert chosen(game, "heedful") == wanted


def test_one_who_heeds_goes_on_to_a_need_that_it_can_pay() -> None:
    game = with_need(60_000)
    game.need(6, estimate=50_000, term=1)
    assert chosen(game, "heedful") == actions.TENDER + 6


def test_one_who_heeds_looks_at_the_years_to_come() -> None:
    game = with_need(200_000)
    game.contract(1, 1, need={"estimate": 160_000, "term": 2})
    assert chosen(game, "heedful") == PASS
    change(game.cards.councils[0], grant=90_000)
    assert chosen(game, "heedful") == PASS  # this year holds 200 - 80 - 108, but not with two missed checks
    game.council().budget += 20_000
    assert chosen(game, "heedful") == actions.TENDER + 3


@pytest.mark.parametrize("bot", BEGINNERS)
def test_a_beginner_does_not_try_again_in_a_year_in_which_nobody_bid(bot: str) -> None:
    game = with_need(1_000_000)
    game.state.need_failed[3] = game.state.year
    assert chosen(game, bot) == PASS


@pytest.mark.parametrize("bot", BEGINNERS)
def test_a_beginner_manages_its_oldest_contract_first_and_refuses_to_buy_together(bot: str) -> None:
    game = Position(seats=2)
    for number in (5, 2):
        game.contract(number, 1)
    game.council().days = 1
    game.state.phase = Phase.MANAGE
    game.state.buyer = game.state.decider = 0
    assert chosen(game, bot) == actions.MANAGE + 5
    game.council().days = 0
    assert chosen(game, bot) == DONE
    game.state.phase = Phase.ANSWER
    assert chosen(game, bot) == REFUSE


@pytest.mark.parametrize("name", [info.id for info in find_packs()])
def test_the_weights_of_a_beginner_are_those_that_the_board_offers_first(name: str) -> None:
    cards = load_pack(name).cards
    game = Game(cards, 2, 3)
    game.state.phase = Phase.WEIGHTS
    assert chosen(game, "naive") == actions.PUBLISH + preset_row(cards, BALANCED, game.state.drafts[game.state.decider].need)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_others_do_one_who_heeds_publishes_nothing_that_could_leave_a_year_below_zero(seed: int) -> None:
    cards = small_cards()
    for card in cards.needs[: cards.need_count]:
        card.estimate *= 3
    game, stream, begun, passed = Game(cards, 3, seed), Stream(), 0, 0
    seed_stream(stream, seed, 1)
    while game.state.phase != Phase.END:
        state, legal = game.state, game.legal()
        if state.decider != 1:
            game.step(legal[draw_below(stream, len(legal))])
            continue
        action = chosen(game, "heedful")
        if actions.TENDER <= action < actions.ENGAGE:
            begun += 1
            need, table, forecast = action - actions.TENDER, Table(), Forecast()
            route = int(Route.OPEN) if state.councils[1].days >= 2 else int(Route.QUOTES)
            expected_table(cards, state, 1, need, NONE, route, 0, NONE, table)
            fill_forecast(cards, state, 1, need, max(highest_price(cards, need, route, 0, table), 0), forecast)
            assert is_safe(forecast)
        passed += action == PASS and len(legal) > 1
        game.step(action)
    assert begun and passed
