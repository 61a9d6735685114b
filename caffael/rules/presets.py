"""Presets: rows of weights by name, for who does not weigh a tender out: balanced, and each criterion put first."""

from caffael.rules.cards import Cards
from caffael.rules.terms import CRITERIA, NONE

BALANCED = 0
"""The preset in which all criteria count as equally as the scenario allows. That of a criterion has the criterion's number and one."""
PRESETS = 1 + CRITERIA
TWICE = 2
"""A criterion put first counts twice as much as each of the others."""
WHOLE = 100


def preset_row(cards: Cards, preset: int, need: int) -> int:
    """The row of weights that a preset gives for a need (NONE: for none of them); NONE where the scenario has no weights.

    It is the row that is nearest to the preset's shares; of equals the one with more on the first criteria.
    """
    first = preset - 1
    parts = criteria_used(cards) + (TWICE - 1 if preset != BALANCED else 0)
    best = NONE
    least = 0
    for row in range(cards.weights_count):
        away = 0
        for criterion in range(CRITERIA):
            gap = cards.weights[row * CRITERIA + criterion] * parts - WHOLE * (TWICE if criterion == first else 1)
            away += gap * gap
        if best == NONE or away < least or (away == least and has_more_first(cards, row, best)):
            best = row
            least = away
    return best


def criteria_used(cards: Cards) -> int:
    """How many criteria count anything in some row. What never does is as far from its share in every row, so it decides nothing."""
    used = 0
    for criterion in range(CRITERIA):
        for row in range(cards.weights_count):
            if cards.weights[row * CRITERIA + criterion] > 0:
                used += 1
                break
    return used


def has_more_first(cards: Cards, row: int, other: int) -> bool:
    """Whether a row has more than another on the first criterion in which they differ."""
    for criterion in range(CRITERIA):
        one = cards.weights[row * CRITERIA + criterion]
        its = cards.weights[other * CRITERIA + criterion]
        if one != its:
            return one > its
    return False
