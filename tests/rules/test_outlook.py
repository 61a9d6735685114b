"""What a contract would bring in a year (`outlook.py`): what is said beforehand is what delivery then does."""

from itertools import product

import pytest

from caffael.rules.happened import Cause, Happening
from caffael.rules.outlook import fill_gains, points_of_cover, points_of_gains
from caffael.rules.records import Score
from caffael.rules.scoring import fill_score
from caffael.rules.terms import GOALS, Goal, Management, Power, Route
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


def score(game: Position) -> int:
    row = Score()
    fill_score(game.cards, game.state, 0, row)
    return row.total


@pytest.mark.parametrize(
    ("goals", "grown"),
    [
        ([5] * 7, [1] * 7),
        ([5] * 7, [2, 0, 0, 0, 0, 0, 0]),
        ([4, 5, 5, 5, 5, 5, 5], [3, 0, 0, 0, 0, 0, 0]),
        ([5, 5, 5, 5, 5, 5, 4], [-2, 0, 0, 0, 0, 0, 1]),
        ([19, 20, 20, 20, 20, 20, 20], [3, 1, 0, 0, 0, 0, 0]),
        ([0, 5, 5, 5, 5, 5, 5], [-1, 0, 0, 0, 0, 0, 0]),
    ],
)
def test_points_of_what_grows_are_those_of_the_score(goals: list[int], grown: list[int]) -> None:
    game = Position()
    change(game.council(), goals=goals)
    before, said = score(game), points_of_gains(game.cards, game.council(), grown)
    change(game.council(), goals=[min(max(at + more, 0), 20) for at, more in zip(goals, grown, strict=True)])
    assert score(game) - before == said


@pytest.mark.parametrize(("budget", "lost"), [(300_000, 1), (305_000, 0), (4_999, 1), (0, 1), (-20_001, 1), (-20_000, 0), (5_000, 0)])
def test_emergency_cover_costs_the_points_that_its_money_would_have_made(budget: int, lost: int) -> None:
    game = running()  # £100,000 for two years: £50,000 a year, and £5,000 for cover
    game.council().budget = budget
    before, said = score(game), points_of_cover(game.cards, game.council(), game.council().contracts[0])
    game.council().budget -= 5_000
    assert before - score(game) == said == lost


def test_emergency_cover_is_what_a_missed_check_costs_more() -> None:
    game = running(price=100_001, age=0)
    game.checks(1)
    game.play("pass", "done")
    paid = game.seen(Happening.PAID)[0]
    assert paid[2:4] == (50_001 + 5_001, 5_001)
    assert not [row for row in game.seen(Happening.GOAL) if row[3] == Cause.NEED]
