"""Labs, innovation projects, badges (`powers.py`); chapter 11 of the rulebook, and the goal tracks."""

import pytest

from caffael.rules.happened import Cause, Happening
from caffael.rules.powers import look, move_goal, pay_prizes, power_of, see_record, train_days
from caffael.rules.reasons import Reason, engage_days
from caffael.rules.terms import FRAMEWORK, NONE, SUPPLIERS, UNKNOWN, Badge, Goal, Lab, Power
from tests.rules.positions import FOOD, Position, change


@pytest.mark.parametrize(("before", "change_", "after"), [(5, 3, 8), (19, 3, 20), (20, 1, 20), (1, -2, 0), (0, -1, 0), (17, 3, 20)])
def test_2_3_what_would_pass_either_end_of_a_track_is_lost(before: int, change_: int, after: int) -> None:
    game = Position()
    game.council().goals[Goal.HEALTHIER] = before
    move_goal(game.cards, game.state, 0, Goal.HEALTHIER, change_, Cause.NEED, 7, game.told)
    assert game.council().goals == [5, 5, after, 5, 5, 5, 5]
    row = game.told.rows[0]
    assert (row.kind, row.a, row.b, row.c, row.d, row.e) == (Happening.GOAL, 2, after - before, Cause.NEED, 7, change_ - (after - before))


def test_2_3_a_change_of_nothing_is_not_told() -> None:
    game = Position()
    move_goal(game.cards, game.state, 0, 0, 0, Cause.NEED, NONE, game.told)
    assert game.told.count == 0


# ------------------------------------------------------------------------------------------------------------------------ labs


def test_11_1_training_costs_as_many_days_as_the_new_level() -> None:
    game = Position()
    game.council().days = 7
    assert train_days(game.council(), Lab.DATA) == 1
    game.play("train data", "train data", "train data")
    assert (game.council().labs, game.council().days) == ([0, 0, 3], 1)
    assert game.seen(Happening.TRAINED) == [(0, Lab.DATA, level, level, 0, 0) for level in (1, 2, 3)]


def test_11_1_what_a_lab_gives_it_gives_at_once() -> None:
    game = Position()
    game.supplier(0)
    game.need(0)
    game.deal.records[0] = 2
    game.play("train data")
    assert game.state.private[0].records[0] == 2
    game.play("train procurement", "tender need-0")
    assert game.why("route lots") == Reason.LEGAL


def test_11_4_data_lab_1_shows_the_track_records_in_the_market_to_its_council_alone() -> None:
    game = Position(2)
    game.supplier(0)
    game.supplier(3)
    game.deal.records[0], game.deal.records[3], game.deal.records[4] = -2, 1, 2
    game.play("train data")
    assert [game.state.private[0].records[i] for i in (0, 3, 4)] == [-2, 1, UNKNOWN]
    assert [game.state.private[1].records[i] for i in (0, 3)] == [UNKNOWN, UNKNOWN]
    assert game.state.records[0] == UNKNOWN
    assert game.state.private[0].event == NONE


def test_11_4_newcomers_are_seen_too() -> None:
    game = Position(refresh=1, market=1, leave=0)
    game.cards.supplier_count = 2
    game.deal.suppliers[:2] = [1, 0]
    game.deal.records[1] = 2
    game.council().labs[Lab.DATA] = 1
    game.finish_year()
    assert game.state.private[0].records[1] == 2


def test_11_5_data_lab_2_shows_next_years_event_and_the_next_two_suppliers() -> None:
    game = Position()
    game.event(number=4)
    game.deal.suppliers[:3] = [6, 2, 9]
    game.council().labs[Lab.DATA] = 2
    look(game.cards, game.deal, game.state, 0)
    private = game.state.private[0]
    assert (private.event, private.suppliers) == (4, [6, 2])
    game.finish_year()
    assert game.state.event == 4


def test_11_5_in_the_last_year_there_is_no_next_event() -> None:
    game = Position(years=1)
    game.event(number=4)
    game.council().labs[Lab.DATA] = 2
    look(game.cards, game.deal, game.state, 0)
    assert game.state.private[0].event == NONE


def test_11_5_with_one_supplier_left_the_second_place_is_empty() -> None:
    game = Position()
    game.cards.supplier_count = 1
    game.deal.suppliers[0] = 0
    game.council().labs[Lab.DATA] = 2
    look(game.cards, game.deal, game.state, 0)
    assert game.state.private[0].suppliers == [0, NONE]


def test_11_6_with_data_lab_3_the_first_engagement_each_year_costs_no_day_and_counts() -> None:
    game = Position()
    game.council().labs[Lab.DATA] = 3
    game.need(0)
    game.need(1)
    game.play("engage need-0")
    assert (game.council().days, game.council().engagements) == (6, 1)
    game.play("engage need-1")
    assert (game.council().days, game.council().engagements) == (5, 2)
    assert [row[2] for row in game.seen(Happening.ENGAGED)] == [0, 1]
    game.finish_year()
    assert engage_days(game.cards, game.council()) == 0


def test_13_1_without_labs_a_data_lab_shows_nothing_and_engaging_costs_its_day() -> None:
    game = Position(labs=0)
    game.supplier(0)
    game.council().labs[Lab.DATA] = 3
    look(game.cards, game.deal, game.state, 0)
    assert game.state.private[0].records[0] == UNKNOWN
    assert engage_days(game.cards, game.council()) == 1


# -------------------------------------------------------------------------------------------------------------------- projects


def test_11_7_a_project_costs_days_and_money_and_is_finished_at_once() -> None:
    game = Position()
    game.council().labs[0] = 1
    change(game.cards.projects[0], days=2, cost=29_000)
    game.play("project project-0")
    assert (game.council().days, game.council().budget, game.council().projects[0], game.council().finished) == (4, 971_000, 1, 1)
    assert game.seen(Happening.PROJECT) == [(0, 0, 29_000, 2, 0, 0)]
    assert game.why("project project-0") == Reason.PROJECT_FINISHED


def test_11_7_its_power_lasts_and_powers_of_several_projects_add_up() -> None:
    game = Position(years=3)
    for project in range(2):
        change(game.cards.projects[project], power=int(Power.INCOME), target=FOOD, amount=8_000 + project)
        game.council().projects[project] = 1
    game.council().finished = 2
    assert power_of(game.cards, game.council(), Power.INCOME, FOOD) == 16_001
    assert power_of(game.cards, game.council(), Power.INCOME, FOOD + 1) == 0
    assert power_of(game.cards, game.council(), Power.INVOLVE, NONE) == 0
    game.finish_year()
    assert power_of(game.cards, game.council(), Power.INCOME, FOOD) == 16_001


def test_11_10_a_wider_market_searches_more_suppliers_at_an_engagement() -> None:
    game = Position()
    change(game.cards.projects[2], power=int(Power.WIDER_MARKET), target=NONE, amount=1)
    game.council().projects[2], game.council().finished = 1, 1
    for i in range(4):
        game.plain_supplier(i)
        game.deal.suppliers[i] = i
    game.need(0)
    game.play("engage need-0")
    assert game.state.market[:3] == [0, 1, NONE]


def test_11_13_each_engagement_feeds_cohesive_communities() -> None:
    game = Position()
    change(game.cards.projects[5], power=int(Power.INVOLVE), target=NONE, amount=1)
    game.council().projects[5], game.council().finished = 1, 1
    game.need(0)
    game.need(1)
    game.play("engage need-0", "engage need-1")
    assert game.council().goals == [5, 5, 5, 5, 7, 5, 5]
    assert {row[3] for row in game.seen(Happening.GOAL)} == {Cause.POWER}


def finished_by(*years: int, fund: int = 100_000, prize: int = 15_000) -> Position:
    """As many councils as years are given; each has finished project 0 in its year, 0 is never."""
    game = Position(len(years))
    game.state.fund = fund
    game.cards.projects[0].prize = prize
    for seat, year in enumerate(years):
        game.council(seat).projects[0] = year
        game.council(seat).finished = int(year > 0)
    game.state.project_first[0] = min(year for year in years if year > 0)
    game.finish_year()
    return game


def test_9_6_the_first_to_finish_gets_the_prize() -> None:
    game = finished_by(0, 1)
    assert [game.council(seat).budget for seat in (0, 1)] == [1_000_000, 1_015_000]
    assert game.state.fund == 85_000


def test_9_6_several_in_one_year_share_it_and_have_a_day_more_each() -> None:
    game = finished_by(1, 1, 0)
    assert [game.council(seat).budget for seat in range(3)] == [1_007_500, 1_007_500, 1_000_000]
    assert [game.council(seat).days for seat in range(3)] == [7, 7, 6]
    assert game.seen(Happening.PRIZE) == [(0, 0, 7_500, 2, 0, 0), (1, 0, 7_500, 2, 0, 0)]


def test_9_6_a_rest_stays_in_the_fund() -> None:
    game = finished_by(1, 1, 1, prize=10_000)
    assert game.council(0).budget == 1_003_333
    assert game.state.fund == 90_001


def test_9_6_a_fund_that_holds_less_than_the_prize_pays_what_it_has() -> None:
    game = finished_by(1, 1, fund=9_000)
    assert (game.council(0).budget, game.state.fund) == (1_004_500, 0)
    game = finished_by(1, 1, fund=0)
    assert (game.council(0).budget, game.council(0).days) == (1_000_000, 7)


def test_9_6_who_finishes_it_in_a_later_year_gets_no_prize() -> None:
    game = Position(2, years=3)
    game.council(0).labs[0] = game.council(1).labs[0] = 1
    game.play("project project-0")
    game.finish_year()
    assert game.state.decider == 1
    game.play("project project-0")
    game.finish_year()
    assert game.seen(Happening.PRIZE) == [(0, 0, 15_000, 1, 0, 0)]
    assert game.council(1).budget == 990_000


# ---------------------------------------------------------------------------------------------------------------------- badges


def badges(game: Position, seat: int = 0) -> list[int]:
    """The badges a council has, in their order."""
    return [badge for badge in range(5) if game.council(seat).badges[badge] > 0]


def test_11_14_a_badge_is_won_once_and_stays() -> None:
    game = Position(years=4)
    game.council().engagements = 3
    game.finish_year()
    game.finish_year()
    assert game.seen(Happening.BADGE)[0] == (0, Badge.INVOLVEMENT, 0, 0, 0, 0)
    assert [row[1] for row in game.seen(Happening.BADGE)].count(int(Badge.INVOLVEMENT)) == 1
    assert game.council().badges[Badge.INVOLVEMENT] == 1
    game.need(0)
    game.finish_year()
    assert Badge.PREVENTION in badges(game)  # won in the second year, though a need is unmet now


@pytest.mark.parametrize(("age", "wins"), [(2, True), (1, False)])
def test_11_15_long_term_is_a_contract_of_three_years_reached_in_its_last(age: int, wins: bool) -> None:
    game = Position()
    game.supplier(0)
    game.contract(0, 0, age=age, need={"term": 3})
    game.finish_year()
    assert (Badge.LONG_TERM in badges(game)) == wins


def test_11_16_prevention_is_nothing_unmet_from_the_second_year_on() -> None:
    game = Position()
    game.finish_year()
    assert badges(game) == []
    game.finish_year()
    assert badges(game) == [Badge.PREVENTION]


def test_11_16_a_need_in_the_tray_or_waiting_prevents_prevention() -> None:
    for waiting in (False, True):
        game = Position()
        game.finish_year()
        if waiting:
            game.council().waiting[0], game.council().waiting_count = 3, 1
        else:
            game.need(3)
        game.finish_year()
        assert badges(game) == []


def test_11_17_integration_is_all_seven_goals_fed_in_one_year() -> None:
    for goals, wins in (([1, 1, 1, 1, 1, 1, 1], True), ([1, 1, 1, 1, 1, 1, 0], False)):
        game = Position()
        game.supplier(0, local=90)
        game.contract(0, 0, need={"goals": [goals[0], goals[1], goals[2], 0, 0, 0, 0]})
        game.contract(1, 0, need={"goals": [0, 0, 0, goals[3], goals[4], goals[5], goals[6]]}, social=5)
        game.cards.suppliers[0].social_goal = int(Goal.GLOBAL)
        game.finish_year()
        assert (Badge.INTEGRATION in badges(game)) == wins


def test_11_17_a_goal_at_the_end_of_its_track_was_fed_all_the_same() -> None:
    game = Position()
    game.supplier(0)
    game.contract(0, 0, need={"goals": [1] * 7})
    game.council().goals[:] = [20] * 7
    game.finish_year()
    assert Badge.INTEGRATION in badges(game)


def test_11_18_collaboration_is_won_by_both_partners() -> None:
    game = Position(2)
    game.council(0).labs[0] = 2
    game.supplier(0)
    game.need(0)
    game.need(1, seat=1)
    game.play("joint need-0", "partner need-1", "weights 40/20/20/20", "agree")
    game.finish_year()
    assert (badges(game, 0), badges(game, 1)) == ([Badge.COLLABORATION], [Badge.COLLABORATION])


@pytest.mark.parametrize(("engagements", "wins"), [(2, False), (3, True)])
def test_11_19_involvement_is_three_engagements_over_the_game(engagements: int, wins: bool) -> None:
    game = Position()
    game.council().engagements = engagements - 1
    game.need(0)
    game.play("engage need-0")
    game.finish_year()
    assert (Badge.INVOLVEMENT in badges(game)) == wins


def test_13_12_without_badges_none_are_given() -> None:
    game = Position(badges=0)
    game.council().engagements = 3
    game.finish_year()
    game.finish_year()
    assert badges(game) == []


def test_9_6_a_shared_prize_is_told_from_the_years_first_council() -> None:
    game = Position(3)
    for seat in range(3):
        game.council(seat).projects[0] = 1
    game.state.project_first[0], game.state.first, game.cards.projects[0].prize = 1, 1, 9_000
    pay_prizes(game.cards, game.state, game.told)
    assert game.happened(Happening.PRIZE) == [(seat, 0, 3_000, 3, 0, 0) for seat in (1, 2, 0)]


def test_9_6_each_shared_prize_earns_a_day_and_a_project_behind_an_older_one_is_paid_too() -> None:
    game = Position(2)
    game.state.year = 2
    for seat in range(2):
        game.council(seat).projects[0], game.council(seat).projects[1], game.council(seat).projects[3] = 1, 2, 2
    for project, year in enumerate((1, 2, 0, 2)):
        game.state.project_first[project] = year
    pay_prizes(game.cards, game.state, game.told)
    assert [row[1] for row in game.happened(Happening.PRIZE)] == [1, 1, 3, 3]
    assert [game.council(seat).bonus_days for seat in range(2)] == [2, 2]


def test_5_6_the_framework_has_no_track_record_to_turn_up_however_many_suppliers_there_are() -> None:
    game = Position()
    game.cards.supplier_count = SUPPLIERS
    see_record(game.cards, game.deal, game.state, FRAMEWORK, game.told)
    assert game.happened(Happening.RECORD_SEEN) == []
    see_record(game.cards, game.deal, game.state, SUPPLIERS - 1, game.told)
    assert game.happened(Happening.RECORD_SEEN) == [(NONE, SUPPLIERS - 1, 0, 0, 0, 0)]
