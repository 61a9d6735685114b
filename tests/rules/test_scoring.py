"""The score (`scoring.py`), the ranking and the three endings; chapter 12 of the rulebook."""

import pytest

from caffael.rules.records import Score
from caffael.rules.scoring import fill_ranking, lowest_goal, over_share, somebody_wins
from caffael.rules.terms import SEATS, Ending
from tests.rules.positions import Position


def ranked(game: Position) -> tuple[list[int], list[int]]:
    """Totals and ranks of all councils."""
    totals, ranks = [0] * SEATS, [0] * SEATS
    fill_ranking(game.cards, game.state, Score(), totals, ranks)
    return totals[: game.state.seats], ranks[: game.state.seats]


def has_winner(game: Position) -> bool:
    """Whether somebody wins."""
    return somebody_wins(game.cards, game.state, ranked(game)[0] + [0] * (SEATS - game.state.seats))


def test_12_2_the_score_of_the_rulebooks_example() -> None:
    game = Position()
    settings = game.cards.settings
    settings.lowest_times = settings.badge_points = settings.unmet_points = 1  # the numbers of the standard game
    council = game.council()
    council.goals[:] = [8, 7, 9, 6, 10, 5, 7]
    council.badges[1] = council.badges[4] = 2
    council.budget = 230_000
    game.need(0)
    score = game.score()
    assert (score.goals, score.lowest, score.badges, score.money) == (52, 5, 2, 2)
    assert (score.debt, score.unmet, score.notices, score.carbon) == (0, -1, 0, 0)
    assert score.total == 60


@pytest.mark.parametrize(("budget", "points"), [(0, 0), (99_999, 0), (100_000, 1), (199_999, 1), (1_000_000, 10), (-400_000, 0)])
def test_12_3_a_point_for_each_full_hundred_thousand_left(budget: int, points: int) -> None:
    game = Position()
    game.council().budget = budget
    assert game.score().money == points


@pytest.mark.parametrize(("budget", "points"), [(0, 0), (-1, -1), (-25_000, -1), (-25_001, -2), (-50_000, -2), (-60_000, -3), (5, 0)])
def test_12_4_a_point_less_for_each_started_twenty_five_thousand_of_debt(budget: int, points: int) -> None:
    game = Position()
    game.council().budget = budget
    assert game.score().debt == points


def test_12_5_unmet_needs_are_those_in_the_tray_and_those_that_wait_at_the_end() -> None:
    game = Position()
    game.need(0)
    game.need(1)
    game.council().waiting_count = 1
    game.council().unmet = 17  # over the years
    assert game.score().unmet == -6


def test_12_6_every_notice_of_the_game_costs_three() -> None:
    game = Position(years=1)
    game.council().notices = 1
    game.council().budget = -10
    game.finish_year()
    assert game.score().notices == -6


def test_12_7_the_higher_score_stands_first() -> None:
    game = Position(3)
    game.council(1).goals[0] = 9
    game.council(2).goals[0] = 7
    assert ranked(game)[1] == [2, 0, 1]


def test_12_7_ties_go_to_the_higher_lowest_goal() -> None:
    game = Position(2)
    # 35 + 3 x 5 = 50 against 38 + 3 x 4 = 50.
    game.council(1).goals[:] = [4, 9, 5, 5, 5, 5, 5]
    totals, ranks = ranked(game)
    assert totals[0] == totals[1]
    assert ranks == [0, 1]


def test_12_7_then_to_less_carbon() -> None:
    game = Position(2)
    game.council(0).carbon, game.council(1).carbon = 101, 100
    assert ranked(game)[1] == [1, 0]


def test_12_7_then_the_place_is_shared() -> None:
    game = Position(4)
    game.council(3).goals[0] = 6
    assert ranked(game)[1] == [1, 1, 1, 0]
    game.council(3).goals[0] = 4
    assert ranked(game)[1] == [0, 0, 0, 3]


@pytest.mark.parametrize(("carbon", "full"), [(300_000, 0), (400_000, 0), (403_999, 0), (404_000, 1), (447_000, 11), (800_000, 100)])
def test_12_9_full_per_cents_over_the_own_share(carbon: int, full: int) -> None:
    game = Position(carbon_budget=400_000)
    assert over_share(game.cards, carbon) == full


def failing(ending: Ending) -> Position:
    """Two councils with a share of 400 t each: one emitted 447 t, the other 360 t; together 807 of 800 t."""
    game = Position(2, carbon_budget=400_000, ending=int(ending))
    game.council(0).carbon, game.council(1).carbon, game.state.carbon = 447_000, 360_000, 807_000
    return game


def test_12_9_at_a_gentle_end_each_full_five_per_cent_over_costs_a_point() -> None:
    game = failing(Ending.GENTLE)
    assert (game.score(0).carbon, game.score(1).carbon) == (-2, 0)
    assert game.score(0).total == game.score(1).total - 2
    assert has_winner(game)


def test_12_9_who_is_over_its_share_loses_so_many_points_whatever_by_where_the_scenario_says_so() -> None:
    game = failing(Ending.GENTLE)
    game.cards.settings.over_points = 6
    assert (game.score(0).carbon, game.score(1).carbon) == (-8, 0)
    game.council(0).carbon = 400_001
    assert game.score(0).carbon == -6
    game.council(0).carbon = 400_000
    assert game.score(0).carbon == 0


def test_12_9_if_the_region_does_not_fail_nobody_loses() -> None:
    game = failing(Ending.GENTLE)
    game.state.carbon = 800_000
    assert game.score(0).carbon == 0


def test_12_10_at_a_hard_end_nobody_wins_if_the_region_fails_and_the_ranking_is_still_there() -> None:
    game = failing(Ending.HARD)
    assert not has_winner(game)
    assert ranked(game)[1] == [1, 0]  # the same score; less carbon
    assert game.score(0).carbon == 0
    game.state.carbon = 800_000
    assert has_winner(game)


@pytest.mark.parametrize(("goal", "carbon", "wins"), [(30, 800_000, True), (29, 800_000, False), (30, 800_001, False)])
def test_12_11_at_a_shared_end_all_win_when_the_region_holds_and_the_mean_reaches_the_target(goal: int, carbon: int, wins: bool) -> None:
    game = failing(Ending.SHARED)
    game.state.carbon = carbon
    # 35 + 15 goals and 10 for a million: 60 each. Council 0 gets 30 more by goals, council 1 needs 30 more too: mean 90.
    game.council(0).goals[0] = 5 + 30
    game.council(1).goals[1] = 5 + goal
    assert has_winner(game) == wins


def test_13_14_without_carbon_nobody_loses_by_it_at_the_end() -> None:
    for ending in Ending:
        game = failing(ending)
        game.cards.settings.carbon = 0
        game.cards.settings.shared_target = 0
        assert game.score(0).carbon == 0
        assert has_winner(game)


def test_12_2_one_council_alone_is_first() -> None:
    assert ranked(Position(1))[1] == [0]


def test_12_2_every_part_of_the_score_is_in_its_sum() -> None:
    game = Position(1, years=1, ending=Ending.GENTLE)
    council = game.council()
    council.goals[:] = [9, 5, 5, 5, 5, 5, 5]
    council.badges[0] = 1
    council.budget, council.notices = -30_000, 2
    council.carbon = game.state.carbon = 36_000_000  # 20 % over its share
    game.need(0)
    score = game.score()
    parts = (score.goals, score.lowest, score.badges, score.money, score.debt, score.unmet, score.notices, score.carbon)
    assert parts == (39, 15, 2, 0, -2, -2, -6, -4)
    assert score.total == sum(parts) == 42


@pytest.mark.parametrize("lowest", range(7))
def test_12_2_the_lowest_goal_may_be_any(lowest: int) -> None:
    game = Position(2)
    for seat in range(2):
        game.council(seat).goals[:] = [9] * 7
    game.council(1).goals[lowest], game.council(1).goals[(lowest + 1) % 7] = 2, 16
    assert game.score(1).lowest == 6
    assert [lowest_goal(game.state, seat) for seat in range(2)] == [9, 2]


def test_12_7_empty_seats_have_no_score_and_stand_last() -> None:
    game = Position(2)
    totals, ranks = [99] * SEATS, [99] * SEATS
    fill_ranking(game.cards, game.state, Score(), totals, ranks)
    assert totals[2:] == [0] * 4 and ranks[2:] == [SEATS] * 4


def test_12_3_and_12_9_a_scenario_may_count_every_pound_and_every_kilogram() -> None:
    game = Position(money_step=1, carbon_budget=50)
    game.council().budget = 1
    assert game.score().money == 1
    assert [over_share(game.cards, carbon) for carbon in (0, 50, 51)] == [0, 0, 2]
