"""Events (`events.py`): every effect and every condition; chapter 10 of the rulebook."""

import pytest

from caffael.rules.events import meets, take_effect, turn_up_event
from caffael.rules.happened import Happening
from caffael.rules.reasons import Reason
from caffael.rules.terms import CATEGORIES, NONE, Condition, EffectKind, Goal, Lab, Place
from tests.rules.positions import BUSES, CARE, FOOD, Position, change, effect


def take(game: Position, *effects: dict[str, int]) -> Position:
    """Apply an event card with these effects at once."""
    game.event(*effects)
    game.cards.settings.events = 0
    take_effect(game.cards, game.deal, game.state, game.cards.events[0], game.told)
    return game


def holds(game: Position, condition: Condition, target: int = NONE, amount: int = 0, seat: int = 0) -> bool:
    """Whether a council meets a condition."""
    card = game.cards.events[0].effects[0]
    change(card, condition=int(condition), condition_target=target, condition_amount=amount)
    return meets(game.cards, game.state, seat, card)


def test_10_1_one_event_a_year_from_the_top_of_the_deck() -> None:
    game = Position(years=4)
    game.event(effect(kind=EffectKind.BUDGET, amount=5_000), number=6)
    game.deal.events[1] = 2
    change(game.cards.events[2].effects[0], kind=int(EffectKind.BUDGET), amount=300)
    game.finish_year()
    assert (game.state.event, game.council().budget) == (6, 1_005_000)
    game.finish_year()
    assert (game.state.event, game.council().budget) == (2, 1_005_300)
    assert [row[1] for row in game.seen(Happening.EVENT)] == [6, 2]


def test_10_1_effects_are_taken_in_the_order_of_the_card_and_councils_from_the_years_first() -> None:
    game = Position(3)
    game.state.first = 2
    take(
        game,
        effect(kind=EffectKind.DAYS, amount=1),
        effect(kind=EffectKind.BUDGET, amount=-1),
        effect(kind=EffectKind.GOAL, target=2, amount=1),
    )
    told = [(row.seat, row.a) for row in game.told.rows[: game.told.count] if row.kind == Happening.EFFECT]
    days, budget, goal = int(EffectKind.DAYS), int(EffectKind.BUDGET), int(EffectKind.GOAL)
    assert told == [(seat, kind) for kind in (days, budget, goal) for seat in (2, 0, 1)]


def test_10_1_an_effect_reaches_only_the_councils_that_meet_its_condition() -> None:
    game = Position(3)
    game.council(1).budget = 50
    condition = {"condition": int(Condition.BUDGET_BELOW), "condition_amount": 51}
    take(game, effect(kind=EffectKind.GOAL, target=Goal.HEALTHIER, amount=-2, **condition))
    assert [game.council(seat).goals[2] for seat in range(3)] == [5, 3, 5]


@pytest.mark.parametrize("amount", [20_000, -20_000, -3_000_000])
def test_10_2_budget(amount: int) -> None:
    game = take(Position(2), effect(kind=EffectKind.BUDGET, amount=amount))
    assert [game.council(seat).budget for seat in range(2)] == [1_000_000 + amount] * 2


@pytest.mark.parametrize(("amount", "days"), [(1, 7), (-2, 4), (-9, 0)])
def test_10_3_officer_days_but_not_below_nothing(amount: int, days: int) -> None:
    assert take(Position(), effect(kind=EffectKind.DAYS, amount=amount)).council().days == days


def test_10_4_price_of_one_category_or_of_all() -> None:
    game = take(Position(), effect(kind=EffectKind.PRICE, target=BUSES, amount=10))
    assert game.council().price_change[:4] == [0, 10, 0, 0]
    game = take(Position(), effect(kind=EffectKind.PRICE, target=NONE, amount=-4))
    assert game.council().price_change == [-4] * CATEGORIES
    last = CATEGORIES - 1
    game = take(Position(), effect(kind=EffectKind.PRICE, target=last, amount=5), effect(kind=EffectKind.CARBON, target=last, amount=7))
    assert (game.council().price_change, game.council().carbon_change) == ([0] * last + [5], [0] * last + [7])


def test_10_4_the_price_of_the_year_is_on_every_bid() -> None:
    game = take(Position(), effect(kind=EffectKind.PRICE, target=FOOD, amount=10))
    game.supplier(0, price=90, capacity=9)
    for need in range(2):
        game.need(need)
    game.play("tender need-0", "route open", "weights 40/20/20/20", "tender need-1", "route framework")
    assert [contract.price for contract in game.council().contracts[:2]] == [100_000, 110_000]


def test_10_5_carbon_of_what_is_delivered_but_not_of_estates_and_unmet_needs() -> None:
    game = take(Position(), effect(kind=EffectKind.CARBON, target=NONE, amount=20))
    game.council().estate = 1_000
    game.need(1, carbon=100)
    game.supplier(0)
    game.contract(0, 0, carbon=10_000)
    game.finish_year()
    assert [row[1:3] for row in game.seen(Happening.CARBON)] == [(0, 12_000), (NONE, 1_000), (1, 100)]


def test_10_5_carbon_of_one_category() -> None:
    game = take(Position(), effect(kind=EffectKind.CARBON, target=CARE, amount=15))
    assert game.council().carbon_change[:4] == [0, 0, 15, 0]


def test_10_6_a_goal_goes_up_or_down_within_its_track() -> None:
    game = Position()
    game.council().goals[5] = 19
    take(game, effect(kind=EffectKind.GOAL, target=Goal.CULTURE, amount=3), effect(kind=EffectKind.GOAL, target=Goal.EQUAL, amount=-1))
    assert (game.council().goals[5], game.council().goals[3]) == (20, 4)


def test_10_7_more_suppliers_come_as_extra_cards() -> None:
    game = Position(market=1)
    game.supplier(3)
    game.deal.suppliers[:3] = [3, 5, 1]
    take(game, effect(kind=EffectKind.MARKET, amount=2))
    assert game.state.market[:4] == [3, 5, 1, NONE]


def test_10_7_idle_suppliers_leave_those_longest_in_the_market_first() -> None:
    game = Position()
    for i in (4, 2, 3):
        game.supplier(i)
    game.state.supplier_running[4] = 1
    take(game, effect(kind=EffectKind.MARKET, amount=-1))
    assert game.state.market[:3] == [4, 3, NONE]
    assert game.state.supplier_place[2] == Place.UNDER


@pytest.mark.parametrize(("amount", "fund"), [(30_000, 130_000), (-40_000, 60_000), (-500_000, 0)])
def test_10_8_the_fund_but_not_below_nothing(amount: int, fund: int) -> None:
    game = take(Position(3), effect(kind=EffectKind.FUND, amount=amount))
    assert game.state.fund == fund  # once, however many councils there are


def test_10_9_an_emergency_allows_direct_awards_of_its_category_this_year() -> None:
    game = Position()
    game.event(effect(kind=EffectKind.EMERGENCY, target=FOOD))
    game.finish_year()
    game.cards.settings.events = 0
    game.supplier(0, categories=[1, 1, 0])
    game.need(0)
    game.need(1, category=BUSES)
    game.play("tender need-0")
    assert game.why("route direct") == Reason.LEGAL
    game.play("route framework", "tender need-1")
    assert game.why("route direct") == Reason.NO_EMERGENCY
    game.play("route framework")
    game.finish_year()
    assert game.state.emergency[FOOD] == 0


def test_10_10_effects_add_up_and_are_never_multiplied() -> None:
    game = Position()
    take(game, effect(kind=EffectKind.PRICE, target=BUSES, amount=10), effect(kind=EffectKind.PRICE, target=NONE, amount=5))
    game.supplier(0, categories=[0, 1, 0], price=100)
    game.need(0, category=BUSES)
    game.play("tender need-0", "route open", "weights 40/20/20/20")
    assert game.council().contracts[0].price == 115_000


def test_10_11_always() -> None:
    assert holds(Position(), Condition.ALWAYS)


def test_10_11_budget() -> None:
    game = Position()
    game.council().budget = 99
    assert holds(game, Condition.BUDGET_BELOW, amount=100)
    assert not holds(game, Condition.BUDGET_BELOW, amount=99)
    assert holds(game, Condition.BUDGET_AT_LEAST, amount=99)
    assert not holds(game, Condition.BUDGET_AT_LEAST, amount=100)


def test_10_11_goals() -> None:
    game = Position()
    game.council().goals[Goal.CULTURE] = 8
    assert holds(game, Condition.GOAL_BELOW, Goal.CULTURE, 9)
    assert not holds(game, Condition.GOAL_BELOW, Goal.CULTURE, 8)
    assert holds(game, Condition.GOAL_AT_LEAST, Goal.CULTURE, 8)
    assert not holds(game, Condition.GOAL_AT_LEAST, Goal.PROSPEROUS, 8)


def test_10_11_labs() -> None:
    game = Position()
    game.council().labs[Lab.DATA] = 2
    assert holds(game, Condition.LAB_AT_LEAST, Lab.DATA, 2)
    assert not holds(game, Condition.LAB_AT_LEAST, Lab.DATA, 3)
    assert holds(game, Condition.LAB_BELOW, Lab.ADAPTION, 1)
    assert not holds(game, Condition.LAB_BELOW, Lab.DATA, 2)


def test_10_11_open_needs_and_those_that_wait() -> None:
    game = Position()
    game.need(0)
    game.council().waiting_count = 1
    assert holds(game, Condition.UNMET_AT_LEAST, amount=2)
    assert not holds(game, Condition.UNMET_AT_LEAST, amount=3)


def test_10_11_running_contracts() -> None:
    game = Position()
    game.contract(0, 0)
    assert holds(game, Condition.CONTRACTS_AT_LEAST, amount=1)
    assert not holds(game, Condition.CONTRACTS_AT_LEAST, amount=2)
    assert holds(game, Condition.CONTRACTS_BELOW, amount=2)
    assert not holds(game, Condition.CONTRACTS_BELOW, amount=1)


def test_10_11_runs_or_lacks_a_contract_of_a_category() -> None:
    game = Position()
    game.contract(0, 0, need={"category": BUSES})
    assert holds(game, Condition.RUNS, BUSES)
    assert not holds(game, Condition.RUNS, FOOD)
    assert holds(game, Condition.LACKS, FOOD)
    assert not holds(game, Condition.LACKS, BUSES)


def test_10_11_the_council_is_looked_at_with_its_new_needs_and_grant() -> None:
    game = Position(draw=1)
    game.cards.councils[0].grant = 500
    condition = {"condition": int(Condition.BUDGET_AT_LEAST), "condition_amount": 1_000_500}
    unmet = {"condition": int(Condition.UNMET_AT_LEAST), "condition_amount": 1}
    game.event(effect(kind=EffectKind.GOAL, target=0, amount=1, **condition), effect(kind=EffectKind.GOAL, target=1, amount=1, **unmet))
    game.finish_year()
    assert game.council().goals[:2] == [6, 6]


@pytest.mark.parametrize(("carbon", "over"), [(0, False), (100_000, False), (100_001, True)])
def test_10_12_carbon_against_the_share_looks_at_the_year_before(carbon: int, over: bool) -> None:
    game = Position(carbon_budget=300_000, years=3)
    game.council().estate = carbon
    assert not holds(game, Condition.CARBON_OVER_SHARE)  # the first year
    assert holds(game, Condition.CARBON_UNDER_SHARE)
    game.event(
        effect(kind=EffectKind.GOAL, target=0, amount=1, condition=int(Condition.CARBON_OVER_SHARE)),
        effect(kind=EffectKind.GOAL, target=1, amount=1, condition=int(Condition.CARBON_UNDER_SHARE)),
    )
    game.finish_year()
    assert game.council().goals[:2] == ([6, 5] if over else [5, 6])


def climate(**settings: int) -> Position:
    """A council whose estate reaches one mark after the other, with climate events that cost £1,000 times the mark."""
    game = Position(climate_events=1, carbon_budget=400_000, **settings)
    for mark in range(4):
        change(game.cards.climate[mark].effects[0], kind=int(EffectKind.BUDGET), amount=-1_000 * (mark + 1))
    return game


def test_10_13_a_climate_event_comes_the_year_after_its_mark_and_once() -> None:
    game = climate(years=4)
    game.council().estate = 100_000
    game.finish_year()
    assert game.council().budget == 999_000
    game.council().estate = 0
    game.finish_year()
    assert game.council().budget == 999_000
    assert game.seen(Happening.CLIMATE_EVENT) == [(NONE, 0, 0, 0, 0, 0)]


def test_10_13_several_marks_of_one_year_bring_all_their_events_in_order_after_the_event_of_the_year() -> None:
    game = climate(years=4)
    game.event(effect(kind=EffectKind.DAYS, amount=1))
    game.council().estate = 310_000
    game.finish_year()
    assert [row[1] for row in game.seen(Happening.CLIMATE_EVENT)] == [0, 1, 2]
    assert game.council().budget == 1_000_000 - 6_000
    assert (game.state.climate_come, game.state.climate_now) == (3, 3)
    kinds = game.kinds()
    assert kinds.index(int(Happening.EVENT)) < kinds.index(int(Happening.CLIMATE_EVENT))
    game.finish_year()  # 620,000 kg: the last mark
    assert (game.state.climate_come, game.state.climate_now) == (4, 1)


def test_10_13_marks_of_the_last_year_bring_nothing() -> None:
    game = climate(years=1)
    game.council().estate = 500_000
    game.finish_year()
    assert game.state.marks == 4
    assert game.seen(Happening.CLIMATE_EVENT) == []


def test_13_3_without_events_climate_events_still_come() -> None:
    game = climate(years=3)
    game.council().estate = 100_000
    game.finish_year()
    assert game.seen(Happening.EVENT) == []
    assert game.state.event == NONE
    assert len(game.seen(Happening.CLIMATE_EVENT)) == 1


def test_13_4_without_climate_events_marks_are_reached_and_bring_nothing() -> None:
    game = climate(years=3)
    game.cards.settings.climate_events = 0
    game.council().estate = 200_000
    game.finish_year()
    assert game.state.marks == 2
    assert (game.council().budget, game.seen(Happening.CLIMATE_EVENT)) == (1_000_000, [])


def test_10_1_an_effect_behind_an_empty_one_or_one_of_the_region_counts_too() -> None:
    game = take(Position(), effect(kind=EffectKind.NOTHING), effect(kind=EffectKind.FUND, amount=5), effect(kind=EffectKind.DAYS, amount=2))
    assert (game.state.fund, game.council().days) == (100_005, 8)


def test_14_2_every_effect_is_told_with_its_kind_target_and_amount() -> None:
    region = [(EffectKind.MARKET, NONE, -1), (EffectKind.FUND, NONE, -7), (EffectKind.EMERGENCY, 1, 0)]
    councils = [(EffectKind.PRICE, 1, 4), (EffectKind.GOAL, 3, -2), (EffectKind.CARBON, NONE, 9)]
    for kind, target, amount in region + councils:
        game = take(Position(), effect(kind=kind, target=target, amount=amount))
        rows = [(row.seat, row.a, row.b, row.c) for row in game.told.rows[: game.told.count] if row.kind == Happening.EFFECT]
        assert rows == [(NONE if (kind, target, amount) in region else 0, kind, target, amount)]


@pytest.mark.parametrize(("cards", "event"), [(0, NONE), (1, 3)])
def test_10_1_a_deck_may_have_one_event_or_none(cards: int, event: int) -> None:
    game = Position(years=4)
    game.event(effect(kind=EffectKind.DAYS, amount=1), number=3)
    game.cards.event_count = cards
    train_and_look(game)
    game.finish_year()
    assert (game.state.event, game.state.private[0].event) == (event, event)


def train_and_look(game: Position) -> None:
    """Give the first council a data lab that shows the next event."""
    game.council().labs[Lab.DATA] = 2


def test_10_13_a_climate_event_may_bring_suppliers_or_change_budgets() -> None:
    game = climate()
    change(game.cards.climate[0].effects[0], kind=int(EffectKind.MARKET), target=NONE, amount=2)
    change(game.cards.climate[0].effects[1], kind=int(EffectKind.BUDGET), target=NONE, amount=-3)
    before, budget = game.state.market_count, game.council().budget
    game.state.marks = 1
    turn_up_event(game.cards, game.deal, game.state, game.told)
    assert (game.state.market_count, game.council().budget) == (before + 2, budget - 3)
