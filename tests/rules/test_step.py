"""Turns (`step.py`): who decides when, and what an action does to the order of play; chapters 3, 4, 7 and 8 of the rulebook."""

from collections.abc import Callable

import pytest

from caffael.rules.copying import copy_into, words_of
from caffael.rules.happened import Happening
from caffael.rules.reasons import Reason
from caffael.rules.records import Deal, State, Told
from caffael.rules.step import begin, step
from caffael.rules.terms import NONE, UNKNOWN, Phase, Place, Route
from tests.rules.positions import BUSES, FOOD, Position, change
from tests.small_table import Game, small_cards

FAIR = "weights 40/20/20/20"


def turn(game: Position) -> tuple[int, Phase]:
    """Who decides now, and what."""
    return game.state.decider, Phase(game.state.phase)


# ------------------------------------------------------------------------------------------------------------------------ turns


def test_3_1_a_year_is_open_buy_manage_deliver_review_in_this_order() -> None:
    game = Position()
    game.supplier(0)
    game.contract(0, 0, need={"term": 4})
    game.need(1)
    game.play("pass", "manage need-0")
    kinds = game.kinds()
    order = [Happening.PASSED, Happening.MANAGED, Happening.CHECK, Happening.UNMET, Happening.YEAR_OPENED]
    assert [kinds.index(int(kind)) for kind in order] == sorted(kinds.index(int(kind)) for kind in order)


def test_4_1_one_action_at_a_time_from_the_years_first_council() -> None:
    game = Position(3, years=3)
    order: list[int] = []
    for _ in range(5):
        order.append(game.state.decider)
        game.play("train data" if len(order) < 4 else "train procurement")
    assert order == [0, 1, 2, 0, 1]
    game.finish_year()
    assert turn(game) == (1, Phase.BUY)


def test_4_1_a_whole_tender_is_one_action() -> None:
    game = Position(2)
    game.need(0)
    game.supplier(0)
    game.play("tender need-0")
    assert turn(game) == (0, Phase.ROUTE)
    game.play("route open")
    assert turn(game) == (0, Phase.WEIGHTS)
    game.play(FAIR)
    assert turn(game) == (1, Phase.BUY)
    assert game.state.table_actions == 1


def test_4_2_passing_is_final_and_the_others_go_on() -> None:
    game = Position(3)
    game.play("pass")
    order: list[int] = []
    while game.state.year == 1 and len(order) < 4:
        order.append(game.state.decider)
        game.play("train data" if len(order) <= 2 else "pass")
    assert order == [1, 2, 1, 2]
    assert game.state.year == 2
    assert game.seen(Happening.PASSED)[0] == (0, 0, 0, 0, 0, 0)


def test_4_2_in_the_next_year_everybody_is_in_again() -> None:
    game = Position(2)
    game.finish_year()
    assert [game.council(seat).passed for seat in (0, 1)] == [0, 0]


def test_4_3_a_council_that_can_do_nothing_else_passes_by_itself() -> None:
    game = Position(3)
    game.council(1).days = 0
    game.play("train data")
    assert turn(game) == (2, Phase.BUY)
    assert game.seen(Happening.PASSED) == [(1, 1, 0, 0, 0, 0)]


def test_4_3_years_pass_by_themselves_when_nobody_can_decide() -> None:
    game = Position(2, labs=0, engagement=0, projects=0, years=4)
    game.play("pass")
    assert turn(game)[1] == Phase.END  # the trays are empty in every later year too
    assert [row[1] for row in game.seen(Happening.YEAR_OPENED)] == [2, 3, 4]


def test_4_12_what_is_not_allowed_costs_nothing() -> None:
    game, before = Position(2), State()
    game.need(0)
    copy_into(before, game.state)
    deal = Deal()
    copy_into(deal, game.deal)
    told = game.told.count
    for action in (-5, 1, 10_000):
        assert game.step(action) != Reason.LEGAL
    assert list(words_of(before)) == list(words_of(game.state))
    assert list(words_of(deal)) == list(words_of(game.deal))
    assert game.told.count == told


def test_4_11_a_tender_is_three_decisions_need_route_weights() -> None:
    game = Position()
    game.need(0)
    game.play("tender need-0", "route quotes-local")
    assert (game.state.drafts[0].need, game.state.drafts[0].scope) == (0, 1)
    game.play(FAIR)
    assert game.state.drafts == State().drafts


def test_4_11_a_framework_asks_for_no_weights_and_a_direct_award_for_a_supplier() -> None:
    game = Position()
    for need in (0, 1):
        game.need(need)
    game.supplier(0)
    game.play("tender need-0", "route framework")
    assert turn(game) == (0, Phase.BUY)
    game.state.emergency[FOOD] = 1
    game.play("tender need-1", "route direct")
    assert turn(game) == (0, Phase.SUPPLIER)
    game.play("supplier supplier-0")
    assert turn(game) == (0, Phase.BUY)


# -------------------------------------------------------------------------------------------------------------------- engaging


def engaging() -> Position:
    """A need of food, four suppliers in the row and three in the deck."""
    game = Position()
    game.need(0, estimate=100_000)
    game.supplier(0)
    game.supplier(1, categories=[0, 1, 0])
    game.supplier(2, capacity=1)
    game.state.supplier_running[2] = 1
    game.supplier(3, largest=99_999)
    game.cards.supplier_count = 7
    game.deal.suppliers[:7] = [0, 1, 2, 3, 4, 5, 6]
    game.plain_supplier(4, categories=[0, 0, 1])
    game.plain_supplier(5)
    game.plain_supplier(6)
    for i in range(7):
        game.deal.records[i] = 1
    return game


def test_4_6_engaging_costs_a_day_and_is_a_turn() -> None:
    game = engaging().play("engage need-0")
    assert (game.council().days, game.council().engagements, game.state.need_engaged[0]) == (5, 1, 1)
    assert game.seen(Happening.ENGAGED) == [(0, 0, 1, 0, 0, 0)]


def test_4_7_one_more_supplier_of_the_category_joins_the_row_on_the_right() -> None:
    game = engaging().play("engage need-0")
    assert game.state.market[:6] == [0, 1, 2, 3, 5, NONE]
    assert game.state.supplier_place[4] == Place.DECK


def test_4_7_if_nobody_can_come_the_rest_still_happens() -> None:
    game = engaging()
    game.cards.supplier_count = 4
    game.play("engage need-0")
    assert game.state.market_count == 4
    assert game.state.records[0] == 1
    assert game.council().engagements == 1


def test_4_8_the_track_records_of_all_who_could_bid_are_turned_up_the_newcomers_too() -> None:
    game = engaging().play("engage need-0")
    # 1 sells no food, 2 is full, 3 is too small, 4 and 6 lie in the deck.
    assert [game.state.records[i] for i in range(7)] == [1, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 1, UNKNOWN]
    assert [row[1:3] for row in game.seen(Happening.RECORD_SEEN)] == [(0, 1), (5, 1)]


def test_13_5_without_track_records_engaging_turns_none_up() -> None:
    game = engaging()
    game.cards.settings.track_records = 0
    game.play("engage need-0")
    assert game.state.records[0] == UNKNOWN
    assert game.state.market_count == 5


# -------------------------------------------------------------------------------------------------------------- buying together


def neighbours(seats: int = 2) -> Position:
    """Councils with a need of food each; the first has procurement lab 2 and may ask."""
    game = Position(seats)
    game.council().labs[0] = 2
    for seat in range(seats):
        game.need(seat, seat=seat)
    game.supplier(0)
    return game


def test_7_3_the_partner_sees_the_weights_and_answers() -> None:
    game = neighbours().play("joint need-0")
    assert turn(game) == (0, Phase.PARTNER)
    game.play("partner need-1")
    assert turn(game) == (0, Phase.WEIGHTS)
    game.play(FAIR)
    assert turn(game) == (1, Phase.ANSWER)
    weights = game.state.drafts[0].weights
    assert game.cards.weights[weights * 4 : weights * 4 + 4] == [40, 20, 20, 20]
    assert game.seen(Happening.JOINT_ASKED) == [(0, 0, 1, weights, 1, 0)]
    game.play("agree")
    assert turn(game) == (1, Phase.BUY)
    assert game.council(0).running == game.council(1).running == 1


def test_7_3_on_a_refusal_no_day_is_spent_and_it_is_still_the_askers_turn() -> None:
    game = neighbours(3).play("joint need-0", "partner need-1", FAIR, "refuse")
    assert turn(game) == (0, Phase.BUY)
    assert [game.council(seat).days for seat in range(3)] == [6, 6, 6]
    assert game.seen(Happening.JOINT_REFUSED) == [(1, 1, 0, 0, 0, 0)]
    assert game.why("joint need-0") == Reason.ALREADY_ASKED
    assert game.state.table_actions == 0


def test_7_3_the_refusing_council_may_still_ask_with_its_own_need() -> None:
    game = neighbours()
    game.council(1).labs[0] = 2
    game.play("joint need-0", "partner need-1", FAIR, "refuse", "pass")
    assert game.why("joint need-1") == Reason.LEGAL


def test_7_3_next_year_the_need_may_be_asked_for_again() -> None:
    game = neighbours().play("joint need-0", "partner need-1", FAIR, "refuse")
    game.finish_year()
    game.play("pass")
    assert turn(game) == (0, Phase.BUY)
    assert game.why("joint need-0") == Reason.LEGAL


def test_7_3_after_a_refusal_an_asker_that_can_do_nothing_else_passes_by_itself() -> None:
    game = neighbours()
    settings = game.cards.settings
    settings.labs = settings.engagement = settings.projects = 0
    for route in range(7):
        game.cards.routes[route].on = 0
    game.council(0).passed = 0
    game.play("joint need-0", "partner need-1", FAIR, "refuse")
    assert (0, 1, 0, 0, 0, 0) in game.seen(Happening.PASSED)
    assert turn(game) == (1, Phase.BUY)  # it may ask with its own need


def test_7_4_a_council_that_has_passed_may_still_agree() -> None:
    game = neighbours()
    game.play("train data", "pass", "joint need-0", "partner need-1", FAIR)
    assert game.council(1).passed == 1
    assert turn(game) == (1, Phase.ANSWER)
    game.play("agree")
    assert game.council(1).running == 1
    assert turn(game) == (0, Phase.BUY)


# -------------------------------------------------------------------------------------------------------------------- managing


def managers() -> Position:
    """Three councils; the first has two contracts, the second none, the third one."""
    game = Position(3)
    game.supplier(0, capacity=9)
    game.contract(0, 0)
    game.contract(1, 0)
    game.contract(2, 0, seat=2)
    return game.play("pass", "pass", "pass")


def test_8_1_councils_manage_from_the_years_first_and_those_without_contracts_are_skipped() -> None:
    game = managers()
    assert turn(game) == (0, Phase.MANAGE)
    game.play("manage need-1", "done")
    assert turn(game) == (2, Phase.MANAGE)
    game.play("manage need-2")
    assert game.state.year == 2
    assert [row[:2] for row in game.seen(Happening.MANAGED)] == [(0, 1), (2, 2)]
    assert [row[3] for row in game.seen(Happening.CHECK)] == [0, 2, 2]


def test_8_1_managing_costs_a_day_each_and_ends_when_nothing_is_left_to_tick() -> None:
    game = managers().play("manage need-0")
    assert game.council(0).days == 5
    assert turn(game) == (0, Phase.MANAGE)
    game.play("manage need-1")
    assert turn(game) == (2, Phase.MANAGE)
    assert game.council(0).days == 4


def test_8_1_councils_without_a_day_are_skipped() -> None:
    game = Position(2)
    game.supplier(0, capacity=9)
    game.contract(0, 0)
    game.contract(1, 0, seat=1)
    game.council(0).days = 0
    game.play("pass", "pass")
    assert turn(game) == (1, Phase.MANAGE)


def test_8_1_the_second_year_begins_with_its_first_council() -> None:
    game = managers()
    game.finish_year()
    game.play("pass", "pass", "pass")
    assert turn(game) == (2, Phase.MANAGE)  # council 1 is first, but has no contract


def test_8_2_a_tick_counts_for_this_year_only() -> None:
    game = managers().play("manage need-0")
    assert game.council(0).contracts[0].managed == 1
    game.finish_year()
    game.play("pass", "pass", "pass")
    assert [contract.managed for contract in game.council(0).contracts[:2]] == [0, 0]
    assert game.why("manage need-0") == Reason.NOT_NOW or game.state.decider != 0


def test_8_2_a_contract_of_this_year_can_be_managed() -> None:
    game = Position()
    game.need(0)
    game.supplier(0)
    game.play("tender need-0", "route open", FAIR, "pass", "manage need-0")
    assert game.seen(Happening.CHECK)[0][3] == 2


# ------------------------------------------------------------------------------------------------------------------------ whole


def test_2_7_a_game_is_its_deal_and_its_list_of_choices() -> None:
    first = Game(seats=4, seed=20)
    choices: list[int] = []
    while first.state.phase != Phase.END:
        legal = first.legal()
        choices.append(legal[len(choices) * 5 % len(legal)])
        first.step(choices[-1])
    again, told = Game(seats=4, seed=20), Told()
    for choice in choices:
        assert step(again.cards, again.deal, again.state, choice, told) == Reason.LEGAL
    assert list(words_of(first.state)) == list(words_of(again.state))


def test_4_1_a_table_that_was_just_laid_begins_with_its_first_council() -> None:
    game = Position(2)
    game.need(0, seat=1, category=BUSES)
    game.state.decider = 1
    begin(game.cards, game.deal, game.state, game.told)
    assert turn(game) == (0, Phase.BUY)


def at_the_end_of_its_days(seats: int = 1) -> Position:
    """Nothing can be done but to tender, and no contract is managed: who has spent its days has ended its year, and is delivered to."""
    game = Position(seats, labs=0, engagement=0, projects=0, management=0)
    for seat in range(seats):
        game.need(seat, seat=seat)
        game.council(seat).days = 1
        game.contract(10 + seat, 1, seat=seat)
    game.supplier(0)
    return game


def by_framework() -> Position:
    return at_the_end_of_its_days().play("tender need-0", "route framework")


def by_quotes() -> Position:
    return at_the_end_of_its_days().play("tender need-0", "route quotes", FAIR)


def by_direct_award() -> Position:
    game = at_the_end_of_its_days()
    game.state.emergency[0] = 1
    return game.play("tender need-0", "route direct", "supplier supplier-0")


def together(answer: str) -> Position:
    game = at_the_end_of_its_days(2)
    for route in range(Route.JOINT):
        game.cards.routes[route].on = 0
    game.council(0).days = 2
    game.council(1).passed = 1
    return game.play("joint need-0", "partner need-1", FAIR, answer)


def by_agreeing() -> Position:
    return together("agree")


def by_refusing() -> Position:
    return together("refuse")


@pytest.mark.parametrize("play", [by_framework, by_quotes, by_direct_award, by_agreeing, by_refusing])
def test_4_3_the_last_thing_that_can_be_done_ends_the_year(play: Callable[[], Position]) -> None:
    game = play()
    # Whoever has nothing left in its tray has nothing to do in the years to come either.
    assert (game.state.year, game.state.phase) == ((2, Phase.BUY) if play is by_refusing else (3, Phase.END))
    assert game.state.drafts == State().drafts
    assert all(row[1] == 1 for row in game.seen(Happening.PASSED))


def test_4_3_a_table_where_nobody_can_do_anything_is_over_when_it_is_laid() -> None:
    cards = small_cards()
    change(cards.settings, days=0, first_draw=0, draw=0, projects=0, events=0)
    game = Game(cards, seats=2)
    assert (game.state.phase, game.state.year) == (Phase.END, 3)
    assert len(game.happened(Happening.PASSED)) == 6


def test_7_3_after_a_refusal_nothing_lies_drafted() -> None:
    game = neighbours(3).play("joint need-0", "partner need-1", FAIR, "refuse")
    assert game.state.drafts == State().drafts


def test_8_1_managing_goes_round_from_the_years_first_council_to_the_last() -> None:
    game = Position(4)
    game.supplier(0, capacity=9)
    for seat in range(4):
        game.contract(seat, 0, seat=seat)
    game.state.first = 1
    game.play(*["pass"] * 4, *["done"] * 3)
    assert turn(game) == (0, Phase.MANAGE)
    game.state.phase = Phase.BUY
    for seat in range(4):
        game.council(seat).passed = 0
    begin(game.cards, game.deal, game.state, game.told)
    asked = []
    for _ in range(4):
        game.play("pass")
    while game.state.year == 1:
        asked.append(game.state.decider)
        game.play("done")
    assert asked == [1, 2, 3, 0]


def test_14_2_every_turn_and_every_tick_is_a_table_action() -> None:
    game = managers()
    assert game.state.table_actions == 3
    game.play("manage need-0", "manage need-1", "done")
    assert game.state.table_actions == 5


def test_8_1_a_council_with_one_day_left_may_manage() -> None:
    game = Position()
    game.supplier(0)
    game.contract(0, 0)
    game.council().days = 1
    game.cards.settings.labs = game.cards.settings.engagement = 0
    game.play("pass")
    assert turn(game) == (0, Phase.MANAGE)
