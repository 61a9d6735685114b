"""The year (`year.py`): how it opens and how it is reviewed; chapters 3 and 9 of the rulebook."""

import pytest

from caffael.rules.happened import Cause, Happening, forget
from caffael.rules.terms import NONE, Goal, Phase, Place
from caffael.rules.year import open_year, own_carbon_points, region_failed, review
from tests.rules.positions import FOOD, Position, change, effect
from tests.small_table import Game, small_cards

RESILIENT, GLOBAL = Goal.RESILIENT, Goal.GLOBAL


def first_place(kinds: list[int], kind: int) -> int:
    """Where a kind of happening comes first."""
    return kinds.index(kind)


# ------------------------------------------------------------------------------------------------------------------------ Open


def test_3_2_the_first_council_moves_on_each_year() -> None:
    game = Position(3, years=5)
    firsts = [game.state.first]
    for _ in range(4):
        game.finish_year()
        firsts.append(game.state.first)
        assert game.state.decider == game.state.first
    assert firsts == [0, 1, 2, 0, 1]
    assert [row[1:3] for row in game.seen(Happening.YEAR_OPENED)] == [(2, 1), (3, 2), (4, 0), (5, 1)]


def test_3_3_each_council_gets_its_grant_and_what_it_saves() -> None:
    game = Position(2)
    game.cards.councils[0].grant = 200_000
    game.council().saving = 4_000
    game.finish_year()
    assert game.council(0).budget == 1_204_000
    assert game.council(1).budget == 1_000_000
    assert (0, 200_000, 4_000, 1_204_000, 0, 0) in game.seen(Happening.GRANT)


def test_3_4_officer_days_return_and_those_that_were_left_are_gone() -> None:
    game = Position()
    game.play("train data")
    assert game.council().days == 5
    game.finish_year()
    assert game.council().days == 6
    assert game.seen(Happening.DAYS) == [(0, 6, 0, 0, 0, 0)]


def test_3_4_a_shared_prize_has_earned_one_day_more_for_one_year() -> None:
    game = Position()
    game.council().bonus_days = 1
    game.finish_year()
    assert game.council().days == 7
    game.finish_year()
    assert game.council().days == 6


def refreshing(**settings: int) -> Position:
    """A row of four suppliers that is refreshed each year, from a deck of seven in order."""
    game = Position(refresh=1, market=4, leave=2, **settings)
    game.cards.supplier_count = 7
    for i in range(7):
        game.plain_supplier(i)
        game.deal.suppliers[i] = i
    for i in range(4):
        game.supplier(i)
    game.state.supplier_next = 4
    return game


def test_3_5_two_idle_suppliers_leave_from_the_second_year_on() -> None:
    game = refreshing(years=4)
    game.contract(0, 0)
    game.finish_year()
    assert [row[1] for row in game.seen(Happening.SUPPLIER_LEFT)] == [1, 2]
    assert game.state.market[:5] == [0, 3, 4, 5, NONE]
    game.finish_year()  # the contract is over now, and supplier 0 has been in the market longest
    assert [row[1] for row in game.seen(Happening.SUPPLIER_LEFT)] == [1, 2, 0, 3]
    assert game.state.market[:5] == [4, 5, 6, 1, NONE]


def test_3_5_more_leave_when_the_row_is_longer_than_its_size() -> None:
    game = refreshing()
    game.supplier(4)
    game.supplier(5)
    game.supplier(6)
    game.finish_year()
    assert [row[1] for row in game.seen(Happening.SUPPLIER_LEFT)] == [0, 1, 2]
    assert game.state.market[:5] == [3, 4, 5, 6, NONE]


def test_3_6_the_row_is_filled_from_the_deck_with_new_cards_on_the_right() -> None:
    game = refreshing()
    game.finish_year()
    assert [row[1] for row in game.seen(Happening.SUPPLIER_CAME)] == [4, 5]
    assert game.state.market[:5] == [2, 3, 4, 5, NONE]


def test_13_15_without_refresh_the_suppliers_of_the_first_year_stay() -> None:
    game = refreshing()
    game.cards.settings.refresh = 0
    game.finish_year()
    assert game.state.market[:5] == [0, 1, 2, 3, NONE]
    assert game.seen(Happening.SUPPLIER_CAME) == game.seen(Happening.SUPPLIER_LEFT) == []


def drawing() -> Position:
    """A council that draws two needs a year from a deck in order, in a game of four years."""
    game = Position(draw=2, years=4)
    for i in range(8):
        game.plain_need(i)
        game.deal.needs[i] = i
    return game


def test_3_7_two_needs_are_drawn_and_a_draw_without_a_free_place_lapses() -> None:
    game = drawing()
    game.finish_year()
    assert game.council().tray[:4] == [0, 1, NONE, NONE]
    game.finish_year()
    assert game.council().tray[:4] == [0, 1, 2, NONE]
    game.finish_year()
    assert game.council().tray[:4] == [0, 1, 2, NONE]
    assert game.state.need_place[3] == Place.DECK
    assert [row[1] for row in game.seen(Happening.NEED_DRAWN)] == [0, 1, 2]


def test_3_7_needs_that_waited_come_first() -> None:
    game = drawing()
    council = game.council()
    game.need(5)
    council.waiting[0], council.waiting_count = 7, 1
    game.state.need_place[7] = Place.WAITING
    game.finish_year()
    assert council.tray[:3] == [5, 7, 0]
    assert council.waiting_count == 0


def test_13_18_what_was_left_unbought_goes_under_its_deck_and_what_waited_comes_back_where_the_scenario_says_so() -> None:
    game = drawing()
    game.cards.settings.needs_leave = 1
    council = game.council()
    game.need(5)
    council.waiting[0], council.waiting_count = 7, 1
    game.state.need_place[7] = Place.WAITING
    game.finish_year()
    assert council.tray[:3] == [7, 0, 1]
    assert council.waiting_count == 0
    assert (game.state.need_place[5], game.state.need_seat[5]) == (Place.UNDER, NONE)
    assert [row[1] for row in game.seen(Happening.NEED_LEFT)] == [5]
    assert game.state.councils[0].unmet == 2, "it stayed unmet in the year before, as did the one that waited"


def test_3_7_councils_draw_from_the_years_first() -> None:
    game = Position(2, draw=1)
    for i in range(4):
        game.deal.needs[i] = i
    game.finish_year()
    assert [row[:2] for row in game.seen(Happening.NEED_DRAWN)] == [(1, 0), (0, 1)]


def test_3_7_in_the_first_year_as_many_needs_are_drawn_as_the_scenario_says() -> None:
    for number in (1, 3):
        cards = small_cards()
        cards.settings.first_draw = number
        assert Game(cards, seats=1).state.councils[0].tray_count == number


def test_3_9_money_days_suppliers_needs_event_come_in_this_order() -> None:
    game = refreshing(draw=1)
    game.event(effect(kind=1, amount=-20_000))
    game.finish_year()
    kinds = game.kinds()
    order = [
        Happening.YEAR_OPENED,
        Happening.GRANT,
        Happening.DAYS,
        Happening.SUPPLIER_LEFT,
        Happening.SUPPLIER_CAME,
        Happening.NEED_DRAWN,
        Happening.EVENT,
        Happening.EFFECT,
    ]
    places = [first_place(kinds, int(kind)) for kind in order]
    assert places == sorted(places)


def test_3_10_what_lasts_a_year_ends_when_the_next_one_opens() -> None:
    game = Position()
    council = game.council()
    council.price_change[FOOD], council.carbon_change[FOOD] = 10, 20
    council.turned_again = council.engaged_year = council.tenders_year = 1
    council.fed[3] = council.long_term = 1
    game.state.emergency[FOOD] = 1
    game.finish_year()
    assert (council.price_change[FOOD], council.carbon_change[FOOD], game.state.emergency[FOOD]) == (0, 0, 0)
    assert (council.turned_again, council.engaged_year, council.tenders_year, council.passed) == (0, 0, 0, 0)
    assert (council.fed[3], council.long_term) == (0, 0)
    assert council.carbon_year == 0


# ---------------------------------------------------------------------------------------------------------------------- Review


def test_9_1_the_review_takes_its_steps_in_order_each_for_all_councils() -> None:
    game = Position(2, own_carbon=1, carbon_budget=300_000)
    game.need(0, carbon=400_000)
    game.need(1, seat=1, carbon=0)
    for seat in range(2):
        game.council(seat).budget = -30_000
        game.council(seat).engagements = 3
        game.council(seat).projects[0] = 1
    game.state.project_first[0] = 1
    game.finish_year()
    kinds = [int(k) for k in (Happening.UNMET, Happening.OWN_CARBON, Happening.MARK, Happening.PRIZE, Happening.NOTICE, Happening.BADGE)]
    reviewed = [kind for kind in game.kinds() if kind in kinds]
    assert reviewed == [kinds[0]] * 2 + [kinds[1]] * 2 + [kinds[2]] * 2 + [kinds[3]] * 2 + [kinds[4]] * 2 + [kinds[5]] * 2


def test_9_2_the_estate_emits_its_carbon_every_year() -> None:
    game = Position(2)
    game.council(0).estate = 10_000
    game.finish_year()
    game.finish_year()
    assert (game.council(0).carbon, game.council(1).carbon, game.state.carbon) == (20_000, 0, 20_000)
    assert game.seen(Happening.CARBON) == [(0, NONE, 10_000, 0, 0, 0)] * 2


def test_9_3_an_unmet_need_takes_its_urgency_and_emits_the_old_way() -> None:
    game = Position()
    game.need(0, urgency=3, urgency_goal=2, carbon=12_345)
    game.need(1, urgency=1, urgency_goal=2, carbon=1)
    game.finish_year()
    assert game.council().goals == [5, 5, 1, 5, 5, 5, 5]
    assert game.state.carbon == game.council().carbon == 12_346
    assert game.council().unmet == 2
    assert [row[1] for row in game.seen(Happening.UNMET)] == [0, 1]


def test_9_3_a_need_that_waits_is_unmet_too() -> None:
    game = Position()
    game.plain_need(4, urgency=2, urgency_goal=1)
    game.council().waiting[0], game.council().waiting_count = 4, 1
    game.state.need_place[4] = Place.WAITING
    game.finish_year()
    assert game.council().goals[1] == 3
    assert game.state.carbon == 10_000


def test_9_3_a_need_with_a_running_contract_is_met() -> None:
    game = Position()
    game.contract(0, 0, carbon=6_000)
    game.finish_year()
    assert game.seen(Happening.UNMET) == []
    assert game.state.carbon == 6_000


@pytest.mark.parametrize(
    ("carbon", "points"),
    [(0, 2), (49_999, 2), (50_000, 1), (74_999, 1), (75_000, 0), (100_000, 0), (100_001, -1), (150_000, -1), (150_001, -2), (900_000, -2)],
)
def test_9_4_own_carbon_against_the_yearly_share_moves_two_goals(carbon: int, points: int) -> None:
    assert own_carbon_points(carbon, 100_000) == points
    game = Position(own_carbon=1, carbon_budget=300_000, years=3)
    game.council().estate = carbon
    game.finish_year()
    assert game.council().goals == [5, 5 + points, 5, 5, 5, 5, 5 + points]
    assert game.seen(Happening.OWN_CARBON) == [(0, carbon, 100_000, 0, 0, 0)]


def test_9_4_estate_contracts_and_unmet_needs_of_this_year_all_count() -> None:
    game = Position(own_carbon=1, carbon_budget=300_000, years=3)
    game.council().estate = 20_000
    game.need(0, carbon=30_000, urgency=0)
    game.supplier(0)
    game.contract(1, 0, carbon=40_000, need={"term": 4})
    game.finish_year()
    game.finish_year()
    assert [row[1] for row in game.seen(Happening.OWN_CARBON)] == [90_000, 90_000]


def test_13_10_without_the_own_carbon_share_goals_stay_and_the_region_still_counts() -> None:
    game = Position(own_carbon=0, carbon_budget=300_000)
    game.council().estate = 900_000
    game.finish_year()
    assert game.council().goals == [5] * 7
    assert game.state.carbon == 900_000
    assert region_failed(game.cards, game.state)


@pytest.mark.parametrize(
    ("carbon", "marks"), [(149_999, 0), (150_000, 1), (300_000, 2), (449_999, 2), (450_000, 3), (600_000, 4), (900_000, 4)]
)
def test_9_5_a_mark_is_reached_when_the_regions_carbon_is_at_it(carbon: int, marks: int) -> None:
    game = Position(2, carbon_budget=300_000)
    game.council(1).estate = carbon
    game.finish_year()
    assert game.state.marks == marks
    assert [row[1] for row in game.seen(Happening.MARK)] == list(range(marks))


def test_9_5_each_mark_is_reached_once() -> None:
    game = Position(carbon_budget=300_000)
    game.council().estate = 80_000
    for _ in range(3):
        game.finish_year()
    assert [row[1:3] for row in game.seen(Happening.MARK)] == [(0, 80_000), (1, 160_000), (2, 240_000)]


def test_13_14_without_carbon_there_are_no_marks_no_failing_region_and_no_judging() -> None:
    game = Position(carbon=0, own_carbon=1, carbon_budget=300_000)
    game.council().estate = 900_000
    game.finish_year()
    assert game.state.marks == 0
    assert not region_failed(game.cards, game.state)
    assert game.council().goals == [5] * 7


def test_9_6_a_prize_is_paid_at_review_and_can_avert_a_notice() -> None:
    game = Position()
    game.council().labs[0] = 1
    game.council().budget = 10_000
    game.play("project project-0")
    assert (game.council().budget, game.state.fund) == (0, 100_000)
    game.council().budget = -15_000
    game.finish_year()
    assert game.seen(Happening.PRIZE) == [(0, 0, 15_000, 1, 0, 0)]
    assert (game.council().budget, game.state.fund) == (0, 85_000)
    assert game.seen(Happening.NOTICE) == []
    assert game.council().days == 6


def test_9_7_a_budget_below_zero_brings_a_notice_and_every_goal_loses_one() -> None:
    game = Position(2)
    game.council(0).budget, game.council(1).budget = -1, 0
    game.finish_year()
    assert game.council(0).goals == [4] * 7
    assert game.council(1).goals == [5] * 7
    assert (game.council(0).notices, game.council(0).restricted, game.council(1).restricted) == (1, 1, 0)
    assert game.seen(Happening.NOTICE) == [(0, -1, 0, 0, 0, 0)]
    assert {row[3] for row in game.seen(Happening.GOAL)} == {Cause.NOTICE}


def test_9_7_a_notice_ends_at_the_next_review_unless_the_budget_is_still_below_zero() -> None:
    game = Position(years=5)
    game.council().budget = -100
    game.finish_year()
    game.finish_year()
    assert (game.council().notices, game.council().restricted) == (2, 1)
    game.council().budget = 0
    game.finish_year()
    assert (game.council().notices, game.council().restricted) == (2, 0)


def test_9_7_running_contracts_go_on_under_a_notice() -> None:
    game = Position()
    game.supplier(0)
    game.contract(0, 0, need={"goals": [0, 0, 2, 0, 0, 0, 0]})
    game.council().budget, game.council().restricted = -10, 1
    game.finish_year()
    assert game.council().goals[2] == 5 + 2 - 1
    assert game.council().running == 1


def test_13_13_without_section_114_there_are_no_notices_but_debt_still_costs() -> None:
    game = Position(section_114=0)
    game.council().budget = -30_000
    game.finish_year()
    assert (game.council().notices, game.council().restricted, game.council().goals) == (0, 0, [5] * 7)
    assert game.score().debt == -2


def test_9_8_badges_are_given_after_the_money() -> None:
    game = Position()
    game.council().budget = -1
    game.council().engagements = 3
    game.finish_year()
    kinds = game.kinds()
    assert kinds.index(int(Happening.NOTICE)) < kinds.index(int(Happening.BADGE)) < kinds.index(int(Happening.YEAR_OPENED))


# ---------------------------------------------------------------------------------------------------------------------- the end


def test_12_1_the_game_ends_after_the_review_of_its_last_year() -> None:
    game = Position(2, years=3)
    for _ in range(3):
        assert game.state.phase != Phase.END
        game.finish_year()
    assert (game.state.phase, game.state.year) == (Phase.END, 3)
    assert game.log[-1][0] == Happening.ENDED_GAME
    assert game.seen(Happening.ENDED_GAME) == [(NONE, 0, 60_000_000, 0, 0, 0)]


@pytest.mark.parametrize(("carbon", "failed"), [(599_999, 0), (600_000, 0), (600_001, 1)])
def test_12_8_the_region_fails_above_its_budget_and_not_at_it(carbon: int, failed: int) -> None:
    game = Position(2, years=1, carbon_budget=300_000)
    game.council().estate = carbon
    game.finish_year()
    assert region_failed(game.cards, game.state) == bool(failed)
    assert game.seen(Happening.ENDED_GAME) == [(NONE, carbon, 600_000, failed, 0, 0)]


def test_9_1_and_3_9_every_step_goes_round_from_the_years_first_council() -> None:
    game = Position(3, years=3, first_draw=1, draw=1, carbon_budget=300_000)
    game.cards.settings.own_carbon = 1
    for seat in range(3):
        game.need(seat, seat=seat)
        change(game.council(seat), budget=-1, engagements=3)
    game.state.year, game.state.first = 2, 1
    review(game.cards, game.state, game.told)
    for kind in (Happening.UNMET, Happening.NOTICE, Happening.BADGE):
        assert [row[0] for row in game.happened(kind)] == [1, 2, 0], kind
    assert [row[0] for row in game.happened(Happening.OWN_CARBON)] == [1, 2, 0]
    forget(game.told)
    game.state.year = 1
    open_year(game.cards, game.deal, game.state, game.told)
    assert [row[0] for row in game.happened(Happening.GRANT)] == [1, 2, 0]
    assert [row[0] for row in game.happened(Happening.NEED_DRAWN)] == [1, 2, 0]


def test_9_2_the_smallest_estate_emits() -> None:
    game = Position()
    game.council().estate = 1
    game.finish_year()
    assert game.seen(Happening.CARBON) == [(0, NONE, 1, 0, 0, 0)]
