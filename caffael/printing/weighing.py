"""What may be published as weights, read off the pack's own list of them."""

from math import gcd

from caffael.rules.records import Cards
from caffael.rules.terms import CRITERIA, Criterion


def weight_rows(cards: Cards) -> list[tuple[int, ...]]:
    """Every row of weights that may be published, in per cent, in the order of the criteria."""
    return [tuple(cards.weights[first : first + CRITERIA]) for first in range(0, cards.weights_count * CRITERIA, CRITERIA)]


def used_criteria(cards: Cards) -> list[Criterion]:
    """The criteria that some row weighs."""
    rows = weight_rows(cards)
    return [criterion for criterion in Criterion if any(row[criterion] > 0 for row in rows)]


def step_of(cards: Cards) -> int:
    """The step in which weights are shared out, in per cent."""
    return gcd(*(weight for row in weight_rows(cards) for weight in row)) or 100


def range_of(cards: Cards, criterion: Criterion) -> tuple[int, int]:
    """The least and the most that may stand on a criterion."""
    weights = [row[criterion] for row in weight_rows(cards)]
    return min(weights), max(weights)


def least_criteria(cards: Cards) -> int:
    """How many criteria have to be above 0 at least."""
    return min(sum(weight > 0 for weight in row) for row in weight_rows(cards))
