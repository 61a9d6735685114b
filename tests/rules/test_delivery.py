"""Delivery (`delivery.py`): checks, payments, goals, carbon, contracts that end; chapter 8 of the rulebook."""

import pytest

from caffael.rules.cards import Cards
from caffael.rules.delivery import bring_back, check_bonus, known_record, payment_of, social_points
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Contract
from caffael.rules.terms import FRAMEWORK, NONE, UNKNOWN, WAITING, Goal, Lab, Management, Place, Power, Route
from tests.rules.positions import BUSES, FOOD, Position, change

PROSPEROUS, HEALTHIER, EQUAL, COHESIVE, CULTURE = Goal.PROSPEROUS, Goal.HEALTHIER, Goal.EQUAL, Goal.COHESIVE, Goal.CULTURE


def one_contract(need: dict[str, object] | None = None, settings: dict[str, int] | None = None, **fields: int) -> Position:
    """A council with one plain contract (need 0, supplier 0)."""
    game = Position(**(settings or {}))
    game.supplier(0)
    game.contract(0, 0, need=need, **fields)
    return game


def checked(game: Position) -> tuple[int, ...]:
    """The first check: card, bonuses, needed, reached."""
    return game.seen(Happening.CHECK)[0][2:]


def moved(game: Position, cause: int) -> list[tuple[int, int]]:
    """The goals that moved for a cause, each with its change."""
    return [(row[1], row[2]) for row in game.seen(Happening.GOAL) if row[3] == cause]


# ----------------------------------------------------------------------------------------------------------------------- checks


def test_8_3_contracts_are_delivered_from_the_years_first_council_oldest_first() -> None:
    game = Position(3)
    game.supplier(0, capacity=9)
    for need, seat in ((4, 0), (2, 1), (9, 1), (1, 2)):
        game.contract(need, 0, seat=seat)
    game.finish_year()
    assert [row[:2] for row in game.seen(Happening.CHECK)] == [(0, 4), (1, 2), (1, 9), (2, 1)]
    game.log.clear()
    game.contract(7, 0, seat=0)
    game.contract(8, 0, seat=1)
    game.finish_year()  # the second year begins with the second council; the older ones run their last year
    assert [row[:2] for row in game.seen(Happening.CHECK)] == [(1, 2), (1, 9), (1, 8), (2, 1), (0, 4), (0, 7)]


@pytest.mark.parametrize(
    ("reliability", "card", "managed", "reached"),
    [(4, 2, 0, 0), (4, 3, 0, 1), (4, 2, 1, 1), (4, 1, 1, 1), (1, 5, 0, 0), (1, 6, 0, 1), (2, 2, 1, 0)],
)
def test_8_4_card_and_bonuses_must_reach_seven_less_reliability(reliability: int, card: int, managed: int, reached: int) -> None:
    game = one_contract()
    game.cards.suppliers[0].reputation = reliability
    game.checks(card)
    if managed:
        game.play("pass", "manage need-0")
    else:
        game.finish_year()
    assert checked(game) == (card, 2 * managed, 7 - reliability, reached)


def test_8_4_the_true_reliability_counts_though_nobody_has_seen_the_track_record() -> None:
    game = one_contract()
    game.deal.records[0] = -2
    game.checks(4)
    assert game.state.records[0] == UNKNOWN
    game.finish_year()
    assert checked(game) == (4, 0, 5, 0)


def test_5_6_the_framework_is_checked_like_any_other() -> None:
    game = Position()
    game.contract(0, FRAMEWORK)
    game.checks(1)
    game.finish_year()
    assert checked(game) == (1, 0, 2, 0)  # reliability 5


def test_8_5_managed_engaged_and_the_adaption_lab_add_up_in_the_first_year() -> None:
    game = Position()
    council = game.council()
    council.labs[1] = 3
    contract = Contract(managed=1, engaged=1, age=0)
    assert check_bonus(game.cards, council, contract) == 2 + 1 + 3
    contract.age = 1
    assert check_bonus(game.cards, council, contract) == 2 + 1
    contract.managed = 0
    assert check_bonus(game.cards, council, contract) == 1


@pytest.mark.parametrize(("level", "first", "later"), [(0, 0, 0), (1, 1, 1), (2, 2, 1), (3, 3, 1)])
def test_11_3_the_adaption_lab_adds_its_level_in_the_first_year_and_one_later(level: int, first: int, later: int) -> None:
    game = Position()
    game.council().labs[1] = level
    assert check_bonus(game.cards, game.council(), Contract(age=0)) == first
    assert check_bonus(game.cards, game.council(), Contract(age=2)) == later


def test_13_1_without_labs_there_is_no_adaption_bonus_and_no_second_card() -> None:
    game = one_contract(settings={"labs": 0})
    game.council().labs[1] = 3
    game.checks(1, 6)
    game.finish_year()
    assert checked(game) == (1, 0, 3, 0)
    assert game.seen(Happening.TURNED_AGAIN) == []


@pytest.mark.parametrize("card", [1, 2, 3, 4, 5, 6])
def test_8_6_no_card_passes_or_fails_by_itself(card: int) -> None:
    for reliability, reached in ((6, 1), (1, int(card == 6))):
        game = one_contract()
        game.cards.suppliers[0].reputation = reliability
        game.checks(card)
        game.finish_year()
        assert checked(game)[3] == reached


def test_8_7_with_adaption_lab_2_the_first_missed_check_of_a_year_is_turned_up_again() -> None:
    game = Position()
    game.supplier(0, capacity=9, reputation=1)
    game.council().labs[1] = 2
    for need in (0, 1, 2):
        game.contract(need, 0, age=1, need={"term": 4})
    game.checks(6, 1, 5, 2, 6)  # reached; missed, then 5 + 1 reaches 6; missed for good
    game.finish_year()
    assert game.seen(Happening.TURNED_AGAIN) == [(0, 1, 1, 0, 0, 0)]
    assert [(row[1], row[2], row[5]) for row in game.seen(Happening.CHECK)] == [(0, 6, 1), (1, 5, 1), (2, 2, 0)]


def test_8_7_the_second_card_counts_even_when_it_misses_too() -> None:
    game = one_contract(age=1, need={"term": 4})
    game.cards.suppliers[0].reputation = 1
    game.council().labs[1] = 2
    game.checks(4, 2)
    game.finish_year()
    assert checked(game) == (2, 1, 6, 0)


def test_8_7_a_check_that_is_just_reached_is_not_turned_up_again() -> None:
    game = one_contract(age=1, need={"term": 4})
    game.council().labs[1] = 2
    game.checks(2, 1)  # 2 + 1 reaches the 3 that reliability 4 needs
    game.finish_year()
    assert checked(game) == (2, 1, 3, 1)
    assert game.seen(Happening.TURNED_AGAIN) == []


def test_8_7_with_adaption_lab_1_a_miss_is_a_miss() -> None:
    game = one_contract(age=1, need={"term": 4})
    game.cards.suppliers[0].reputation = 1
    game.council().labs[1] = 1
    game.checks(4, 6)
    game.finish_year()
    assert checked(game)[3] == 0


def test_8_7_each_year_has_its_own_second_card() -> None:
    game = one_contract(need={"term": 4})
    game.cards.suppliers[0].reputation = 1
    game.council().labs[1] = 2
    game.checks(1, 6, 1, 6)
    game.finish_year()
    game.finish_year()
    assert len(game.seen(Happening.TURNED_AGAIN)) == 2


@pytest.mark.parametrize("card", [1, 6])
def test_8_8_after_its_first_check_a_suppliers_track_record_is_open_to_all(card: int) -> None:
    game = one_contract()
    game.deal.records[0] = -1
    game.checks(card)
    game.finish_year()
    assert game.state.records[0] == -1
    assert game.seen(Happening.RECORD_SEEN) == [(NONE, 0, -1, 0, 0, 0)]
    game.finish_year()
    assert len(game.seen(Happening.RECORD_SEEN)) == 1


def test_13_5_without_track_records_none_is_turned_up() -> None:
    game = one_contract(settings={"track_records": 0})
    game.deal.records[0] = -2
    game.checks(3)
    game.finish_year()
    assert checked(game) == (3, 0, 3, 1)
    assert game.state.records[0] == UNKNOWN


def test_2_11_a_record_is_known_when_it_was_turned_up_or_told_to_this_council() -> None:
    game = Position(2)
    game.state.records[3] = 2
    game.state.private[1].records[4] = -1
    assert [known_record(game.state, seat, 3) for seat in (0, 1)] == [2, 2]
    assert [known_record(game.state, seat, 4) for seat in (0, 1)] == [UNKNOWN, -1]
    assert known_record(game.state, 0, FRAMEWORK) == 0


# --------------------------------------------------------------------------------------------------------------------- payments


def test_8_9_the_price_is_paid_over_the_term_with_the_remainder_first() -> None:
    assert [payment_of(Contract(price=100_003, term=3, age=age)) for age in range(3)] == [33_335, 33_334, 33_334]
    assert payment_of(Contract(price=7, term=4, age=0)) == 1 + 3
    assert payment_of(Contract(price=7, term=4, age=3)) == 1


def test_8_9_over_its_life_a_contract_costs_its_price_to_the_pound() -> None:
    game = one_contract(need={"estimate": 100_003, "term": 3}, settings={"years": 4})
    for _ in range(3):
        game.finish_year()
    assert [row[2] for row in game.seen(Happening.PAID)] == [33_335, 33_334, 33_334]
    assert game.council().budget == 1_000_000 - 100_003


def test_8_10_a_missed_year_feeds_nothing_costs_a_tenth_more_and_emits_all_the_same() -> None:
    game = one_contract(need={"estimate": 100_002, "term": 3, "goals": [2, 0, 0, 0, 0, 0, 1]}, quality=5, social=5)
    game.cards.suppliers[0].local = 90
    game.checks(1)
    game.finish_year()
    assert game.seen(Happening.PAID) == [(0, 0, 33_334 + 3_334, 3_334, 0, 0)]
    assert game.council().budget == 1_000_000 - 36_668
    assert game.council().goals == [5] * 7
    assert game.council().carbon == game.state.carbon == 10_000
    assert (game.council().contracts[0].age, game.council().contracts[0].misses) == (1, 1)


def test_8_22_payments_may_bring_the_budget_below_zero() -> None:
    game = one_contract()
    game.council().budget = 20_000
    game.finish_year()
    assert game.council().budget == -30_000


# --------------------------------------------------------------------------------------------------------------- contracts that end


def test_8_11_the_second_miss_ends_a_contract_and_its_need_comes_back_whole() -> None:
    game = one_contract(need={"term": 4, "estimate": 200_000})
    game.state.need_engaged[0] = 1
    game.checks(1, 1)
    game.finish_year()
    assert game.council().running == 1
    game.finish_year()
    assert (game.council().running, game.council().tray[0]) == (0, 0)
    assert game.state.supplier_running[0] == 0
    assert game.state.need_engaged[0] == 0
    assert game.seen(Happening.ENDED) == [(0, 0, 0, 0, 0, 0)]
    game.play("tender need-0", "route open", "weights 40/20/20/20")
    assert (game.council().contracts[0].price, game.council().contracts[0].term) == (200_000, 4)


def test_8_11_a_miss_of_a_one_year_contract_ends_it() -> None:
    game = one_contract(need={"term": 1})
    game.checks(1)
    game.finish_year()
    assert game.council().tray[0] == 0
    assert game.seen(Happening.DELIVERED) == []


def test_8_11_a_longer_contract_that_misses_once_is_done_when_its_term_is_run() -> None:
    game = one_contract(need={"term": 2})
    game.checks(4, 1)
    game.finish_year()
    game.finish_year()
    assert game.seen(Happening.ENDED) == []
    assert game.seen(Happening.DELIVERED) == [(0, 0, 0, 0, 0, 0)]
    assert game.state.need_place[0] == Place.UNDER


def test_8_11_a_second_miss_in_the_last_year_ends_it_too() -> None:
    game = one_contract(need={"term": 2})
    game.checks(1, 1)
    game.finish_year()
    game.finish_year()
    assert game.council().tray[0] == 0
    assert game.seen(Happening.DELIVERED) == []


def test_8_12_a_need_that_finds_the_tray_full_waits_counts_as_unmet_and_comes_back_first() -> None:
    game = one_contract(need={"term": 1, "urgency": 2, "urgency_goal": 3})
    for need in (1, 2, 3):
        game.need(need, urgency=0)
    game.checks(1)
    game.play("pass", "done")
    assert [row[1] for row in game.seen(Happening.UNMET)] == [1, 2, 3, 0]
    assert game.council().goals[3] == 3
    # The tray is still full when the second year opens: it goes on waiting.
    assert (game.council().waiting[0], game.council().waiting_count) == (0, 1)
    assert game.state.need_place[0] == Place.WAITING
    game.play("tender need-2", "route framework")
    game.finish_year()
    assert game.council().tray[:3] == [1, 3, 0]
    assert game.council().waiting_count == 0
    assert game.seen(Happening.NEED_BACK) == [(0, 0, 0, 0, 0, 0)]


def test_8_20_a_contract_that_has_run_its_term_frees_its_supplier_and_its_need_is_done() -> None:
    game = one_contract(age=1)
    game.finish_year()
    assert (game.council().running, game.state.supplier_running[0]) == (0, 0)
    assert game.council().order[0] == NONE
    assert game.state.need_place[0] == Place.UNDER
    assert game.state.needs_under[0] == 0


def test_8_20_the_contracts_that_run_on_keep_their_order() -> None:
    game = Position()
    game.supplier(0, capacity=9)
    for need, age in ((3, 0), (4, 1), (5, 0), (6, 1)):
        game.contract(need, 0, age=age)
    game.finish_year()
    council = game.council()
    assert [council.contracts[council.order[i]].need for i in range(council.running)] == [3, 5]


def test_7_9_a_joint_suppliers_place_is_free_when_the_later_contract_is_over() -> None:
    game = Position(2)
    game.supplier(0)
    game.contract(0, 0, seat=0, partner=1, need={"term": 1})
    game.contract(1, 0, seat=1, partner=0, need={"term": 2})
    game.state.supplier_running[0] = 1
    game.finish_year()
    assert (game.council(0).running, game.council(1).running, game.state.supplier_running[0]) == (0, 1, 1)
    game.finish_year()
    assert (game.council(1).running, game.state.supplier_running[0]) == (0, 0)


def test_7_9_a_joint_suppliers_place_is_freed_once_when_both_end_in_one_year() -> None:
    game = Position(2)
    game.supplier(0)
    game.contract(0, 0, seat=0, partner=1, age=1)
    game.contract(1, 0, seat=1, partner=0, age=1)
    game.state.supplier_running[0] = 1
    game.finish_year()
    assert game.state.supplier_running[0] == 0


def test_8_21_invest_to_save_cuts_cost_and_the_estates_carbon_for_good() -> None:
    game = one_contract(need={"saving": 4_000, "cut": 6_000}, age=1)
    game.council().estate = 10_000
    game.finish_year()
    assert (game.council().saving, game.council().estate) == (4_000, 4_000)
    assert game.seen(Happening.INVESTED) == [(0, 0, 4_000, 6_000, 0, 0)]
    assert game.seen(Happening.GRANT)[0][1:4] == (0, 4_000, 1_000_000 - 50_000 + 4_000)


def test_8_21_an_estate_cannot_emit_less_than_nothing() -> None:
    game = one_contract(need={"cut": 6_000}, age=1)
    game.council().estate = 2_000
    game.finish_year()
    assert game.council().estate == 0
    assert game.seen(Happening.INVESTED)[0][3] == 2_000


def test_8_21_what_ended_by_misses_saves_nothing() -> None:
    game = one_contract(need={"saving": 4_000, "cut": 6_000, "term": 1})
    game.council().estate = 10_000
    game.checks(1)
    game.finish_year()
    assert (game.council().saving, game.council().estate) == (0, 10_000)


# ------------------------------------------------------------------------------------------------------------------------ goals


def test_8_13_reached_feeds_the_goals_of_the_need() -> None:
    game = one_contract(need={"goals": [2, 0, 0, 1, 0, 0, 1]})
    game.finish_year()
    assert game.council().goals == [7, 5, 5, 6, 5, 5, 6]
    assert moved(game, Cause.NEED) == [(0, 2), (3, 1), (6, 1)]


@pytest.mark.parametrize(("quality", "change_"), [(1, -1), (2, -1), (3, 0), (4, 0), (5, 1)])
def test_8_14_the_best_quality_adds_one_to_the_main_goal_and_poor_quality_takes_one(quality: int, change_: int) -> None:
    game = one_contract(need={"main_goal": int(COHESIVE)}, quality=quality)
    game.finish_year()
    assert game.council().goals[COHESIVE] == 5 + change_


@pytest.mark.parametrize(("kept", "points"), [(1, [0, 0, 1, 1, 2, 2]), (0, [0, 0, 0, 0, 1, 1])])
def test_8_15_social_value_comes_whole_only_when_it_is_managed(kept: int, points: list[int]) -> None:
    assert [social_points(Cards(), offer, kept) for offer in range(6)] == points


def test_8_4_a_scenario_sets_what_a_check_must_come_to_and_what_the_adaption_lab_adds_later() -> None:
    game = one_contract()
    game.cards.settings.check_sum, game.cards.settings.adaption_later = 9, 0
    game.council().labs[int(Lab.ADAPTION)] = 1
    contract = game.council().contracts[game.council().order[0]]
    assert check_bonus(game.cards, game.council(), contract) == 1
    contract.age = 1
    assert check_bonus(game.cards, game.council(), contract) == 0
    game.finish_year()
    assert checked(game)[2] == 5, "9 less a reliability of 4"


def test_8_14_a_scenario_sets_what_quality_and_social_value_bring() -> None:
    game = one_contract(need={"main_goal": int(COHESIVE)}, quality=1, social=3)
    game.cards.settings.quality_feeds[:] = [-2, -1, 0, 1, 2]
    game.cards.settings.social_loose[:] = [0, 0, 1, 3, 4, 5]
    game.cards.suppliers[0].social_goal = HEALTHIER
    game.finish_year()
    assert moved(game, Cause.MAIN_GOAL) == [(COHESIVE, -2)]
    assert moved(game, Cause.SOCIAL_VALUE) == [(HEALTHIER, 3)]


@pytest.mark.parametrize(("managed", "points"), [(True, 2), (False, 1)])
def test_8_15_social_value_feeds_the_suppliers_goal(managed: bool, points: int) -> None:
    game = one_contract(social=5)
    game.cards.suppliers[0].social_goal = HEALTHIER
    game.play("pass", *(["manage need-0"] if managed else ["done"]))
    assert moved(game, Cause.SOCIAL_VALUE) == [(HEALTHIER, points)]
    assert game.seen(Happening.SOCIAL) == [(0, 0, 2, points, 0, 0)]


def test_13_6_without_management_nobody_manages_and_promises_are_kept_whole() -> None:
    game = one_contract(social=5, settings={"management": int(Management.OFF)})
    game.play("pass")
    assert game.state.year == 2
    assert moved(game, Cause.SOCIAL_VALUE) == [(HEALTHIER, 2)]
    assert checked(game) == (4, 0, 3, 1)


def test_13_7_automatic_management_counts_every_contract_as_managed_for_no_days() -> None:
    game = one_contract(social=4, settings={"management": int(Management.AUTOMATIC)})
    game.council().days = 1
    game.checks(1)
    game.play("pass")
    assert game.state.year == 2
    assert checked(game) == (1, 2, 3, 1)
    assert moved(game, Cause.SOCIAL_VALUE) == [(HEALTHIER, 2)]


@pytest.mark.parametrize(("share", "points"), [(59, 0), (60, 1), (85, 1)])
def test_8_16_local_money_feeds_prosperous(share: int, points: int) -> None:
    game = one_contract()
    game.cards.suppliers[0].local = share
    game.finish_year()
    assert game.council().goals[PROSPEROUS] == 5 + points


def test_8_17_a_reserved_contract_feeds_more_equal_in_a_year_that_is_reached() -> None:
    for card, points in ((4, 1), (1, 0)):
        game = one_contract(route=Route.RESERVED)
        game.checks(card)
        game.finish_year()
        assert game.council().goals[EQUAL] == 5 + points


@pytest.mark.parametrize(
    ("welsh", "public", "change_"),
    [((1, 1), (1, 1), 1), ((1, 0), (1, 1), -1), ((0, 0), (1, 1), -1), ((1, 0), (1, 0), 1), ((0, 0), (0, 0), 0)],
)
def test_8_18_the_welsh_language_duty_looks_at_all_services_the_public_meets(
    welsh: tuple[int, int], public: tuple[int, int], change_: int
) -> None:
    game = Position()
    for i in range(2):
        game.supplier(i, welsh=welsh[i])
        game.contract(i, i, need={"public": public[i]})
    game.finish_year()
    assert game.council().goals[CULTURE] == 5 + change_


def test_8_18_a_missed_year_counts_for_the_duty_too() -> None:
    game = one_contract(need={"public": 1})
    game.checks(1)
    game.finish_year()
    assert game.council().goals[CULTURE] == 6


@pytest.mark.parametrize(("welsh", "change_"), [(1, 1), (0, -1)])
def test_8_18_the_framework_works_in_welsh_if_its_card_says_so(welsh: int, change_: int) -> None:
    game = Position()
    game.cards.suppliers[FRAMEWORK].welsh = welsh
    game.contract(0, FRAMEWORK, need={"public": 1})
    game.finish_year()
    assert game.council().goals[CULTURE] == 5 + change_


def test_13_11_without_the_duty_nobody_asks_for_welsh() -> None:
    game = one_contract(need={"public": 1}, settings={"welsh_duty": 0})
    game.finish_year()
    assert game.council().goals[CULTURE] == 5


# ----------------------------------------------------------------------------------------------------------------------- carbon


def test_8_19_the_contracts_carbon_is_added_to_the_council_and_the_region_each_year() -> None:
    game = one_contract(carbon=7_777)
    game.finish_year()
    game.finish_year()
    assert game.council().carbon == game.state.carbon == 15_554
    assert game.seen(Happening.CARBON) == [(0, 0, 7_777, 0, 0, 0)] * 2


@pytest.mark.parametrize(("percent", "carbon"), [(20, 1_200), (-15, 850), (-100, 0), (-130, 0)])
def test_10_5_an_event_changes_the_carbon_of_what_is_delivered(percent: int, carbon: int) -> None:
    game = one_contract(carbon=1_000)
    game.council().carbon_change[FOOD] = percent
    game.finish_year()
    assert game.state.carbon == carbon


def with_power(game: Position, power: Power, target: int, amount: int) -> Position:
    """The same game, its council with a finished project of this power."""
    change(game.cards.projects[0], power=int(power), target=target, amount=amount)
    game.council().projects[0], game.council().finished = 1, 1
    return game


def test_11_9_a_managed_contract_is_cleaner_in_that_year() -> None:
    game = with_power(one_contract(carbon=1_000), Power.CLEANER_MANAGED, NONE, 10)
    game.play("pass", "manage need-0")
    assert game.state.carbon == 900
    game.play("pass", "done")
    assert game.state.carbon == 1_900


def test_11_9_event_and_project_are_added_and_not_multiplied() -> None:
    game = with_power(one_contract(carbon=1_000), Power.CLEANER_MANAGED, NONE, 10)
    game.council().carbon_change[FOOD] = 20
    game.play("pass", "manage need-0")
    assert game.state.carbon == 1_100


def test_11_11_a_contract_of_the_category_brings_income_in_a_year_that_is_reached() -> None:
    game = with_power(Position(), Power.INCOME, FOOD, 8_000)
    game.supplier(0, capacity=9, categories=[1, 1, 0])
    game.contract(0, 0)
    game.contract(1, 0, need={"category": BUSES})
    game.contract(2, 0)
    game.checks(4, 4, 1)
    game.finish_year()
    assert game.seen(Happening.INCOME) == [(0, 0, 8_000, 0, 0, 0)]
    assert game.council().budget == 1_000_000 - 50_000 + 8_000 - 50_000 - 55_000


def test_11_12_a_contract_of_the_category_feeds_culture_too() -> None:
    game = with_power(Position(), Power.FEEDS, FOOD, 1)
    game.supplier(0, capacity=9, categories=[1, 1, 0])
    game.contract(0, 0)
    game.contract(1, 0, need={"category": BUSES})
    game.contract(2, 0)
    game.checks(4, 4, 1)
    game.finish_year()
    assert moved(game, Cause.POWER) == [(CULTURE, 1)]


def test_11_17_the_needs_of_contracts_that_were_reached_are_what_fed_the_goals() -> None:
    game = Position(2)
    game.supplier(0, capacity=9)
    game.contract(0, 0, need={"goals": [1, 1, 1, 0, 0, 0, 0]})
    game.contract(1, 0, need={"goals": [0, 0, 0, 1, 1, 1, 1]}, quality=5, social=5)
    game.checks(4, 1)
    game.play("pass", "pass", "done")
    assert game.council().badges[2] == 0


def test_11_15_only_a_reached_last_year_of_a_long_contract_counts() -> None:
    for term, age, card, counts in ((3, 2, 4, 1), (4, 3, 4, 1), (3, 1, 4, 0), (2, 1, 4, 0), (3, 2, 1, 0)):
        game = one_contract(need={"term": term}, age=age)
        game.checks(card)
        game.finish_year()
        assert (game.council().badges[0] > 0) == counts, (term, age, card)


def test_8_12_several_needs_wait_in_their_order_and_one_too_many_is_an_error() -> None:
    game = Position(tray=1)
    game.need(0)
    for need in range(1, WAITING + 1):
        bring_back(game.cards, game.state, 0, need)
    assert game.council().waiting == list(range(1, WAITING + 1))
    with pytest.raises(IndexError, match=r"^more needs wait than a council can hold$"):
        bring_back(game.cards, game.state, 0, WAITING + 1)


@pytest.mark.parametrize("offer", [0, 1, 3])
def test_14_2_an_offer_of_social_value_is_told_where_there_is_one(offer: int) -> None:
    game = one_contract(social=offer)
    game.finish_year()
    assert game.seen(Happening.SOCIAL) == ([(0, 0, offer // 2, 0, 0, 0)] if offer else [])


@pytest.mark.parametrize(("saving", "cut"), [(1, 0), (0, 1)])
def test_8_21_the_smallest_saving_counts(saving: int, cut: int) -> None:
    game = one_contract(need={"term": 1, "saving": saving, "cut": cut})
    game.council().estate = 10
    game.finish_year()
    assert game.seen(Happening.INVESTED) == [(0, 0, saving, cut, 0, 0)]
    assert (game.council().saving, game.council().estate) == (saving, 10 - cut)


def test_11_11_the_smallest_income_is_an_income() -> None:
    game = with_power(one_contract(), Power.INCOME, FOOD, 1)
    game.finish_year()
    assert game.seen(Happening.INCOME) == [(0, 0, 1, 0, 0, 0)]
