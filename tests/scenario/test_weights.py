"""The weights that may be published are exactly those that steps, limits and the number of criteria allow."""

from itertools import product
from typing import Any

import pytest

from caffael.scenario.rule_tables import RulesTable, WeightsTable, all_weights


def weights(counted: bool = True, **table: Any) -> list[tuple[int, ...]]:
    return all_weights(WeightsTable.model_validate(table), RulesTable.model_validate({"carbon": counted}))


def by_trying_all(step: int, lows: tuple[int, ...], highs: tuple[int, ...], needed: int) -> list[tuple[int, ...]]:
    return [
        row
        for row in product(range(0, 101, step), repeat=4)
        if sum(row) == 100
        and all(low <= weight <= high for low, weight, high in zip(lows, row, highs, strict=True))
        and sum(weight > 0 for weight in row) >= needed
    ]


@pytest.mark.parametrize("step", [5, 10, 20, 25, 50])
@pytest.mark.parametrize("needed", [1, 2, 3, 4])
def test_they_are_what_trying_all_finds_in_the_same_order(step: int, needed: int) -> None:
    assert weights(step_percent=step, criteria_at_least=needed) == by_trying_all(step, (10, 0, 0, 0), (70, 70, 70, 70), needed)


def test_limits_of_each_criterion_count() -> None:
    table: dict[str, Any] = {"quality": {"min": 20, "max": 40}, "social_value": {"max": 10}, "carbon": {"min": 30}}
    assert weights(**table) == by_trying_all(10, (10, 20, 0, 30), (70, 40, 10, 70), 3)


def test_the_standard_steps_allow_183_ways_and_no_limits_286() -> None:
    everything: Any = {"min": 0, "max": 100}
    assert len(weights()) == 183
    names = ("price", "quality", "social_value", "carbon")
    assert len(weights(criteria_at_least=1, **dict.fromkeys(names, everything))) == 286


def test_people_leave_social_value_without_weight() -> None:
    rows = weights(people=True)
    assert rows == by_trying_all(10, (10, 0, 0, 0), (70, 70, 0, 70), 3)


def test_without_carbon_nothing_is_weighed_for_it() -> None:
    assert weights(counted=False) == by_trying_all(10, (10, 0, 0, 0), (70, 70, 70, 0), 3)


def test_with_two_criteria_left_both_are_needed() -> None:
    assert weights(counted=False, people=True) == [(price, 100 - price, 0, 0) for price in range(30, 80, 10)]
