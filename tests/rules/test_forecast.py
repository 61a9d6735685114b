"""The forecast of money: to the pound what then comes in, is paid and is left, as long as nothing happens that nobody could know."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caffael.rules.actions import AGREE, ANSWERING, BUYING, DONE, ENGAGE, JOINT_TENDER, MANAGING, PASS, TENDER
from caffael.rules.cards import Cards
from caffael.rules.forecast import fill_forecast, first_short, highest_bid_card, highest_price, is_safe, likely_price
from caffael.rules.happened import Happening
from caffael.rules.reasons import LEGAL
from caffael.rules.records import Forecast, State, Table
from caffael.rules.tender import expected_table, is_engaged
from caffael.rules.terms import FRAMEWORK, NONE, Phase, Route
from caffael.rules.view import view
from tests.rules.positions import Position, change
from tests.small_table import Game, small_cards

OPEN = int(Route.OPEN)
ALWAYS_REACHED, SELDOM_REACHED = 6, 1
"""A delivery card that reaches every check, and one that reaches as few as can be."""


def forecast_of(game: Game, seat: int = 0, need: int = NONE, price: int = 0) -> Forecast:
    forecast = Forecast()
    fill_forecast(game.cards, game.state, seat, need, price, forecast)
    return forecast


def rows(forecast: Forecast) -> list[tuple[int, int, int, int, int]]:
    """Each year with what it begins with, what comes, what is due, and what is left."""
    return [(year.year, year.begins, year.comes, year.due, year.left) for year in forecast.years[: forecast.count]]


# ------------------------------------------------------------------------------------------------------------------------- by hand


def test_a_council_without_contracts_keeps_what_it_has_and_gets_its_grants() -> None:
    game = Position(years=3)
    change(game.cards.councils[0], grant=200_000)
    game.council().budget = 50_000
    assert rows(forecast_of(game)) == [(1, 50_000, 0, 0, 50_000), (2, 50_000, 200_000, 0, 250_000), (3, 250_000, 200_000, 0, 450_000)]


def test_each_contract_is_due_by_its_years_with_the_odd_pound_in_the_first() -> None:
    game = Position(years=4)
    game.council().budget = 100_000
    game.contract(1, 1, need={"estimate": 90_001, "term": 2})
    game.contract(2, 1, need={"estimate": 30_000, "term": 3}, age=2)
    assert [row[3] for row in rows(forecast_of(game))] == [45_001 + 10_000, 45_000, 0, 0]
    assert [row[4] for row in rows(forecast_of(game))] == [44_999, -1, -1, -1]


def test_the_odd_pound_was_paid_when_a_contract_is_in_a_later_year() -> None:
    game = Position(years=4)
    game.contract(1, 1, need={"estimate": 90_001, "term": 3}, age=1)
    assert [row[3] for row in rows(forecast_of(game))] == [30_000, 30_000, 0, 0]


def test_what_is_invested_saves_from_the_year_after_the_contract_has_run_its_term() -> None:
    game = Position(years=4)
    game.council().saving = 1_000
    game.contract(1, 1, need={"term": 2, "saving": 7_000})
    assert [row[2] for row in rows(forecast_of(game))] == [0, 1_000, 8_000, 8_000]
    assert [row[2] for row in rows(forecast_of(Position(years=3)))] == [0, 0, 0]


def test_one_contract_more_adds_its_payments_and_its_saving() -> None:
    game = Position(years=4)
    change(game.council(), budget=100_000, days=6)
    game.need(3, term=2, saving=5_000)
    forecast = forecast_of(game, need=3, price=80_001)
    assert [row[2:4] for row in rows(forecast)] == [(0, 40_001), (0, 40_000), (5_000, 0), (5_000, 0)]


def test_what_is_left_at_least_reckons_every_check_missed_and_nothing_saved() -> None:
    game = Position(years=3, emergency_cover=10)
    game.council().budget = 100_000
    game.contract(1, 1, need={"estimate": 90_005, "term": 1, "saving": 9_000})
    years = forecast_of(game).years
    assert [year.left for year in years[:3]] == [9_995, 18_995, 27_995]
    assert [year.least for year in years[:3]] == [100_000 - 90_005 - 9_001] * 3
    change(game.cards.councils[0], grant=20_000)
    game.council().saving = 500
    assert [year.least for year in forecast_of(game).years[:3]] == [994, 994 + 20_500, 994 + 41_000]


def test_the_first_year_below_zero_is_found_and_a_year_that_is_only_safe_with_luck_is_not_safe() -> None:
    game = Position(years=3)
    game.council().budget = 105_000
    assert (first_short(forecast_of(game)), is_safe(forecast_of(game))) == (NONE, True)
    game.contract(1, 1, need={"estimate": 100_000, "term": 1})
    assert (first_short(forecast_of(game)), is_safe(forecast_of(game))) == (NONE, False)
    game.council().budget += 5_000
    assert is_safe(forecast_of(game))  # with a missed check exactly nothing is left
    game.council().budget -= 5_000
    game.contract(2, 1, need={"estimate": 50_000, "term": 2}, age=1, price=10_000)
    assert first_short(forecast_of(game)) == NONE  # exactly nothing is left
    game.council().budget -= 1
    assert first_short(forecast_of(game)) == 0
    game.council().budget += 1
    game.contract(4, 1, need={"estimate": 2, "term": 2}, age=0)
    game.council().budget += 1
    assert first_short(forecast_of(game)) == 1


def test_when_the_game_is_over_nothing_is_to_come() -> None:
    game = Position(years=1)
    assert forecast_of(game).count == 1
    game.finish_year()
    assert game.state.phase == Phase.END
    assert (forecast_of(game).count, first_short(forecast_of(game)), is_safe(forecast_of(game))) == (0, NONE, True)


# --------------------------------------------------------------------------------------------------------------------------- prices


def table_for(game: Game, need: int, route: int, weights: int = NONE) -> Table:
    table = Table()
    expected_table(game.cards, game.state, 0, need, NONE, route, 0, weights, table)
    return table


def test_the_likely_price_is_that_of_the_bid_that_wins_as_printed() -> None:
    game = Position()
    game.need(3, estimate=200_000)
    assert likely_price(game.cards, 3, table_for(game, 3, OPEN)) == NONE
    game.supplier(0, price=110)
    game.supplier(1, price=90)
    for row in range(game.cards.weights_count):
        if game.cards.weights[row * 4] == 60:
            assert likely_price(game.cards, 3, table_for(game, 3, OPEN, row)) == 180_000
    game.cards.suppliers[FRAMEWORK].price = 103
    assert likely_price(game.cards, 3, table_for(game, 3, int(Route.FRAMEWORK))) == 206_000


def test_no_bid_can_pass_the_dearest_supplier_with_the_dearest_bid_card() -> None:
    game = Position()
    game.need(3, estimate=200_000)
    cards = game.cards
    assert highest_price(cards, 3, OPEN, 0, table_for(game, 3, OPEN)) == NONE
    game.supplier(0, price=90)
    game.supplier(1, price=110)
    game.supplier(2, price=100)
    table = table_for(game, 3, OPEN)
    assert highest_price(cards, 3, OPEN, 0, table) == 236_000
    assert highest_price(cards, 3, OPEN, 1, table) == 220_000
    assert highest_price(cards, 3, int(Route.DIRECT), 0, table) == 220_000
    cards.settings.bid_cards = 0
    assert highest_price(cards, 3, OPEN, 0, table) == 220_000
    table.count, table.bidders[1].percent = 1, 300
    assert highest_price(cards, 3, OPEN, 0, table) == table.bidders[0].percent * 2_000, "what stands behind the last bidder bids not"


def test_after_engagement_no_bid_card_counts_above_nothing_but_one_below_it_does() -> None:
    cards = small_cards()
    assert (highest_bid_card(cards, OPEN, 0), highest_bid_card(cards, OPEN, 1)) == (8, 0)
    for i in range(cards.bid_card_count):
        cards.bid_cards[i] = -4 - i
    assert (highest_bid_card(cards, OPEN, 0), highest_bid_card(cards, OPEN, 1)) == (-4, -4)
    cards.bid_card_count = 1
    cards.bid_cards[1] = 5
    assert highest_bid_card(cards, OPEN, 0) == -4, "what stands behind the last card is none"
    assert highest_bid_card(cards, int(Route.FRAMEWORK), 0) == 0


# ------------------------------------------------------------------------------------------------------------------- any game at all


def plain_cards(years: int) -> Cards:
    """Cards of a game in which money moves by grants, contracts and savings alone, and joint tenders need no lab."""
    cards = small_cards()
    change(cards.settings, years=years, events=0, climate_events=0, projects=0)
    for route in (Route.JOINT, Route.LOTS):
        cards.routes[route].labs[0] = 0
    for i, need in enumerate(cards.needs[: cards.need_count]):
        need.saving = 1_000 * (i % 3)
        need.estimate += 7 * i
    return cards


def game_of(seed: int, seats: int, years: int, delivery_card: int) -> Game:
    game = Game(plain_cards(years), seats, seed)
    game.deal.deliveries[:] = [delivery_card] * len(game.deal.deliveries)
    return game


def play(game: Game, choices: list[int]) -> None:
    """Play any legal choices, as many as there are, and stop at the next decision of Buy or Manage."""
    for choice in choices:
        if game.state.phase != Phase.END:
            legal = game.legal()
            game.step(legal[choice % max(len(legal) - (choice % 3 > 0 and len(legal) > 1), 1)])
    while game.state.phase not in (Phase.END, BUYING, MANAGING):
        game.step(game.legal()[0])


def left_at_the_ends(game: Game) -> list[list[int]]:
    """By seat, what each council has when this year and each to come ends, if nobody buys anything more."""
    left: list[list[int]] = [[] for _ in range(game.state.seats)]
    while game.state.phase != Phase.END:
        year = game.state.year
        while game.state.year == year and game.state.phase != Phase.END:
            assert game.step(DONE if game.state.phase == MANAGING else PASS) == LEGAL
        for seat in range(game.state.seats):
            council = game.state.councils[seat]
            came = 0 if game.state.phase == Phase.END else game.cards.councils[council.card].grant + council.saving
            left[seat].append(council.budget - came)
    return left


ANY_GAME = {
    "seed": st.integers(0, 2**40),
    "seats": st.integers(1, 4),
    "years": st.integers(1, 6),
    "choices": st.lists(st.integers(0, 2**16), max_size=60),
}


@settings(max_examples=120, deadline=None, derandomize=True)
@given(**ANY_GAME)
def test_without_luck_the_forecast_is_to_the_pound_what_the_years_then_do(seed: int, seats: int, years: int, choices: list[int]) -> None:
    game = game_of(seed, seats, years, ALWAYS_REACHED)
    play(game, choices)
    forecasts = [forecast_of(game, seat) for seat in range(seats)]
    wanted = [[year.left for year in forecast.years[: forecast.count]] for forecast in forecasts]
    assert left_at_the_ends(game) == wanted


@settings(max_examples=120, deadline=None, derandomize=True)
@given(**ANY_GAME)
def test_however_the_checks_turn_out_at_least_what_the_forecast_says_is_left(seed: int, seats: int, years: int, choices: list[int]) -> None:
    game = game_of(seed, seats, years, SELDOM_REACHED)
    play(game, choices)
    forecasts = [forecast_of(game, seat) for seat in range(seats)]
    for left, forecast in zip(left_at_the_ends(game), forecasts, strict=True):
        assert all(had >= year.least for had, year in zip(left, forecast.years[: forecast.count], strict=True))


@settings(max_examples=120, deadline=None, derandomize=True)
@given(**ANY_GAME)
def test_a_contract_that_is_signed_leaves_what_was_said_before_and_costs_no_more_than_was_said(
    seed: int, seats: int, years: int, choices: list[int]
) -> None:
    game = game_of(seed, seats, years, ALWAYS_REACHED)
    state, signed = game.state, 0
    for choice in choices:
        if state.phase == Phase.END:
            break
        legal = game.legal()
        before = State()
        if state.phase == Phase.BUY and (tender := [action for action in legal if TENDER <= action < ENGAGE or action >= JOINT_TENDER]):
            game.step(tender[choice % len(tender)])
            continue
        draft = state.drafts[state.buyer]
        publishes = state.phase == ANSWERING or (state.phase == Phase.WEIGHTS and draft.partner == NONE)
        action = legal[0] if state.phase == ANSWERING else legal[choice % len(legal)]
        if not publishes or (state.phase == ANSWERING and action != AGREE):
            game.step(action)
            continue
        seat, need, partner, route, scope, year = state.buyer, draft.need, draft.partner, draft.route, draft.scope, state.year
        view(state, seat, before)
        table = Table()
        expected_table(game.cards, before, seat, need, partner, route, scope, NONE, table)
        most = highest_price(game.cards, need, route, is_engaged(before, need, partner), table)
        game.step(action)
        awarded = [row for row in game.happened(Happening.AWARDED) if row[:2] == (seat, need)]
        if awarded and state.year == year and state.phase != Phase.END:
            said = Forecast()
            fill_forecast(game.cards, before, seat, need, awarded[0][3], said)
            assert forecast_of(game, seat) == said
            assert awarded[0][3] <= most
            signed += 1
    if len(choices) > 50 and years > 1:
        assert signed > 0


@pytest.mark.parametrize("seat", [0, 1])
def test_a_seat_needs_to_see_no_more_than_it_may(seat: int) -> None:
    game = game_of(5, 2, 4, ALWAYS_REACHED)
    play(game, list(range(0, 600, 7)))
    seen = State()
    view(game.state, seat, seen)
    forecast = Forecast()
    fill_forecast(game.cards, seen, seat, NONE, 0, forecast)
    assert forecast == forecast_of(game, seat)
