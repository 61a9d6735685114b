"""What a contract would bring in a year (`outlook.py`): what is said beforehand is what delivery then does."""

from copy import deepcopy
from itertools import product

import pytest

from caffael.rules.delivery import payment_of
from caffael.rules.happened import Cause, Happening
from caffael.rules.outlook import (
    carbon_of_year,
    carbon_saved,
    cover_brings_notice,
    fill_gains,
    points_when_missed,
    points_when_reached,
)
from caffael.rules.records import Score
from caffael.rules.scoring import fill_score
from caffael.rules.terms import GOALS, NONE, Goal, Management, Power, Route
from tests.rules.positions import BUSES, FOOD, Position, change

NEED = {"goals": [0, 2, 0, 1, 0, 0, 0], "main_goal": Goal.RESILIENT}


def running(supplier: dict[str, int] | None = None, settings: dict[str, int] | None = None, **fields: int) -> Position:
    """A council with one contract that feeds "resilient" by 2 and "more equal" by 1."""
    game = Position(**(settings or {}))
    game.supplier(0, **{"social_goal": Goal.COHESIVE, **(supplier or {})})
    game.contract(0, 0, need=NEED, **fields)
    return game


def gains(game: Position) -> list[int]:
    """What the contract would bring if its check were reached."""
    row = [9] * GOALS
    fill_gains(game.cards, game.council(), game.council().contracts[0], row)
    return row


@pytest.mark.parametrize(
    ("quality", "social", "local", "route", "managed"),
    [*product((2, 3, 5), (1, 3, 5), (59, 60), (Route.OPEN, Route.RESERVED), (0, 1))],
)
def test_what_a_year_would_bring_is_what_it_brings(quality: int, social: int, local: int, route: int, managed: int) -> None:
    game = running({"local": local}, {"labs": 0}, quality=quality, social=social, route=route)
    before = list(game.council().goals)
    game.council().contracts[0].managed = managed
    said = gains(game)
    game.play("pass", *(["manage need-0"] if managed else []))
    if not managed:
        game.play("done")
    assert game.seen(Happening.CHECK)[0][5] == 1
    assert [after - at for after, at in zip(game.council().goals, before, strict=True)] == said


def test_what_feeds_one_goal_from_several_sides_adds_up() -> None:
    game = running({"social_goal": Goal.RESILIENT, "local": 60}, {"management": Management.OFF}, social=5)
    change(game.cards.needs[0], goals=[1, 2, 0, 0, 0, 1, 0])
    change(game.cards.projects[0], power=Power.FEEDS, target=FOOD, amount=2)
    game.council().projects[0], game.council().finished = 1, 1
    found = gains(game)
    assert found[Goal.RESILIENT] == 2 + 2
    assert found[Goal.PROSPEROUS] == 1 + 1
    assert found[Goal.CULTURE] == 1 + 2


def test_without_managing_in_the_game_a_promise_counts_whole() -> None:
    assert gains(running({}, {"management": Management.OFF}, social=5))[Goal.COHESIVE] == 2
    assert gains(running({}, {"management": Management.CHOICE}, social=5))[Goal.COHESIVE] == 1


def test_a_project_that_feeds_culture_counts_for_contracts_of_its_category() -> None:
    game = running()
    change(game.cards.projects[0], power=Power.FEEDS, target=FOOD, amount=2)
    assert gains(game)[Goal.CULTURE] == 0
    game.council().projects[0], game.council().finished = 1, 1
    assert gains(game)[Goal.CULTURE] == 2
    game.cards.needs[0].category = BUSES
    assert gains(game)[Goal.CULTURE] == 0


def test_a_goal_that_a_need_would_lower_is_not_lowered() -> None:
    game = running()
    game.cards.needs[0].goals[Goal.HEALTHIER] = -1
    assert gains(game)[Goal.HEALTHIER] == 0


def total(game: Position) -> int:
    row = Score()
    fill_score(game.cards, game.state, 0, row)
    return row.total


def found(game: Position, *, managed: bool = False) -> tuple[int, int, int]:
    """What is said of the one contract if its check is reached and if it is missed, and what its year then makes of the score
    besides its payment. Which of the two comes is up to the delivery card.
    """
    council = game.council()
    contract = council.contracts[0]
    contract.managed = int(managed)
    said = points_when_reached(game.cards, council, contract), points_when_missed(game.cards, council, contract)
    paid = deepcopy(game)
    paid.council().budget -= payment_of(contract)
    if paid.cards.settings.section_114 and paid.council().budget < 0:
        change(paid.council(), goals=[max(goal - 1, 0) for goal in paid.council().goals], notices=1)
    before = total(paid)
    contract.managed = 0
    game.play("pass", *(["manage need-0"] if managed else ["done"]))
    return *said, total(game) - before


GOALS_AT = [
    [5] * 7,
    [4, 5, 5, 5, 5, 5, 5],
    [5, 4, 5, 5, 5, 5, 5],
    [19, 20, 20, 20, 20, 20, 20],
    [20, 19, 20, 20, 20, 20, 20],
    [0, 5, 5, 5, 5, 5, 5],
    [1, 0, 0, 1, 1, 0, 0],
    [20] * 7,
]
BUDGETS = [1_000_000, 300_000, 355_000, 350_000, 54_999, 55_000, 50_000, 49_999, 25_000, 0, -20_001]


@pytest.mark.parametrize(("goals", "quality", "budget"), [*product(GOALS_AT, (2, 3, 5), (1_000_000,)), *product(GOALS_AT, (3,), BUDGETS)])
@pytest.mark.parametrize(("misses", "section"), [(0, 1), (1, 1), (0, 0)])
@pytest.mark.parametrize("card", [1, 6])
def test_the_points_that_are_said_are_those_that_the_year_then_makes(
    goals: list[int], quality: int, budget: int, misses: int, section: int, card: int
) -> None:
    game = running({}, {"labs": 0, "section_114": section, "misses_most": 2}, quality=quality, social=5, age=0, misses=misses)
    change(game.cards.needs[0], term=3, urgency=2, urgency_goal=Goal.HEALTHIER)
    change(game.council().contracts[0], term=3, price=150_000)
    change(game.council(), goals=goals, budget=budget)
    game.checks(card)
    reached, missed, came = found(game)
    assert came == (reached if card == 6 else missed)
    assert missed <= 0


def test_what_would_pass_the_end_of_the_track_on_the_way_is_lost() -> None:
    game = running({}, {"labs": 0}, quality=2)
    change(game.cards.needs[0], goals=[0, 1, 0, 0, 0, 0, 0])
    change(game.council(), goals=[20] * 7)
    game.checks(6)
    reached, _, came = found(game)
    assert gains(running({}, {}, quality=2))[Goal.RESILIENT] == 1
    assert reached == came == -1 - game.cards.settings.lowest_times, "up from the top is nothing, and then down by 1"


def test_what_a_project_earns_counts_when_the_check_is_reached() -> None:
    game = running({}, {"labs": 0})
    change(game.cards.projects[0], power=Power.INCOME, target=FOOD, amount=20_000)
    game.council().projects[0], game.council().finished = 1, 1
    game.council().budget = 330_000  # 50,000 are paid, 280,000 stay
    plain = points_when_reached(game.cards, game.council(), game.council().contracts[0])
    game.checks(6)
    reached, _, came = found(game)
    assert plain == reached == came
    game.cards.projects[0].target = BUSES
    assert points_when_reached(game.cards, game.council(), game.council().contracts[0]) < reached


def test_a_notice_is_said_only_where_cover_is_what_brings_it() -> None:
    for budget, brings in [(55_000, False), (54_999, True), (50_000, True), (49_999, False)]:
        game = running()
        game.council().budget = budget
        contract = game.council().contracts[0]
        assert cover_brings_notice(game.cards, game.council(), contract) == brings
        game.cards.settings.section_114 = 0
        assert not cover_brings_notice(game.cards, game.council(), contract)


def test_what_the_other_contracts_cost_is_paid_too() -> None:
    game = running()
    game.supplier(1)
    game.contract(1, 1)
    game.council().budget = 105_000
    assert not cover_brings_notice(game.cards, game.council(), game.council().contracts[0])
    game.council().budget -= 1
    assert cover_brings_notice(game.cards, game.council(), game.council().contracts[0])


@pytest.mark.parametrize("change_by", [-20, 0, 20])
@pytest.mark.parametrize("cleaner", [0, 25])
def test_carbon_saved_by_managing_is_what_managing_alone_saves(change_by: int, cleaner: int) -> None:
    emitted = []
    for managed in (False, True):
        game = running()
        if cleaner:
            change(game.cards.projects[0], power=Power.CLEANER_MANAGED, target=NONE, amount=cleaner)
            game.council().projects[0], game.council().finished = 1, 1
        game.council().carbon_change[FOOD] = change_by
        council = game.council()
        contract = council.contracts[0]
        contract.managed = int(managed)
        said, year = carbon_saved(game.cards, council, contract), carbon_of_year(game.cards, council, contract)
        assert year == 10_000 * (100 - cleaner * managed) // 100, "a year without events"
        contract.managed = 0
        game.play("pass", "manage need-0" if managed else "done")
        emitted.append(game.seen(Happening.CARBON)[0][2])
    assert emitted == [10_000 * (100 + change_by) // 100, 10_000 * (100 + change_by - cleaner) // 100]
    assert said == emitted[0] - emitted[1]


def test_emergency_cover_is_what_a_missed_check_costs_more() -> None:
    game = running(price=100_001, age=0)
    game.checks(1)
    game.play("pass", "done")
    paid = game.seen(Happening.PAID)[0]
    assert paid[2:4] == (50_001 + 5_001, 5_001)
    assert not [row for row in game.seen(Happening.GOAL) if row[3] == Cause.NEED]
