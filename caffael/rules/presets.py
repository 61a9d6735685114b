"""Presets: rows of weights by name, for who does not weigh a tender out: balanced, and each criterion put first; they follow the need."""

from caffael.rules.cards import Cards
from caffael.rules.tender import CARBON, PRICE, QUALITY, SOCIAL_VALUE
from caffael.rules.terms import CRITERIA, NONE

BALANCED = 0
"""The preset in which all criteria count as the need asks. That of a criterion has the criterion's number and one."""
PRESETS = 1 + CRITERIA
USUAL = (40, 40, 100, 180)
"""What each criterion counts, beside the others, for a need that costs and emits as much as the mean of its scenario: these serve
*balanced* best over many games (docs/design-notes.md)."""
MORE = 130
"""What a preset puts first counts so much, in per cent of what it counts in the balanced one."""
WHOLE = 100
LEAST_AT_STAKE = 20
MOST_AT_STAKE = 600
"""The least and most that a need's price or carbon counts, in per cent of the usual."""


def preset_row(cards: Cards, preset: int, need: int) -> int:
    """The row of weights that a preset gives for a need (NONE: for none of them); NONE where the scenario has no weights.

    The dearer a year of the need is, the more price counts, and the more it emits, the more carbon does (`at_stake`). What a preset puts
    first counts 30 % more, and at least a step more than in the balanced one, where the scenario allows it.
    """
    balanced = nearest_row(cards, BALANCED, need, NONE)
    if preset == BALANCED or balanced == NONE:
        return balanced
    leaning = nearest_row(cards, preset, need, cards.weights[balanced * CRITERIA + preset - 1])
    return balanced if leaning == NONE else leaning


def nearest_row(cards: Cards, preset: int, need: int, above: int) -> int:
    """The row nearest to a preset's shares; of equals the one with more on the first criteria.

    Only rows count in which what the preset puts first weighs more than `above` (NONE: all of them); NONE when there is none.
    """
    parts = (
        counted(cards, PRICE, preset, need),
        counted(cards, QUALITY, preset, need),
        counted(cards, SOCIAL_VALUE, preset, need),
        counted(cards, CARBON, preset, need),
    )
    whole = parts[PRICE] + parts[QUALITY] + parts[SOCIAL_VALUE] + parts[CARBON]
    best = NONE
    least = 0
    for row in range(cards.weights_count):
        if above != NONE and cards.weights[row * CRITERIA + preset - 1] <= above:
            continue
        away = 0
        for criterion in range(CRITERIA):
            gap = cards.weights[row * CRITERIA + criterion] * whole - WHOLE * parts[criterion]
            away += gap * gap
        if best == NONE or away < least or (away == least and has_more_first(cards, row, best)):
            best = row
            least = away
    return best


def counted(cards: Cards, criterion: int, preset: int, need: int) -> int:
    """What a criterion counts in a preset for a need, beside the others: more where it comes first, nothing where it never counts."""
    if not counts_anything(cards, criterion):
        return 0
    return part_of(cards, criterion, need) * (MORE if criterion == preset - 1 else WHOLE)


def part_of(cards: Cards, criterion: int, need: int) -> int:
    """What a criterion counts for a need beside the others; the same as they where there is no need to follow.

    Where quality and social value are joined, quality stands for both.
    """
    if need == NONE:
        return WHOLE
    part = USUAL[criterion]
    if criterion == QUALITY and cards.settings.people == 1:
        part += USUAL[SOCIAL_VALUE]
    return part * at_stake(cards, criterion, need) // WHOLE


def at_stake(cards: Cards, criterion: int, need: int) -> int:
    """What a year of a need costs or emits, in per cent of the mean of the scenario's needs and within bounds; 100 for other criteria."""
    if criterion != PRICE and criterion != CARBON:
        return WHOLE
    own = 0
    every = 0
    for i in range(cards.need_count):
        amount = cards.needs[i].carbon if criterion == CARBON else cards.needs[i].estimate // cards.needs[i].term
        every += amount
        if i == need:
            own = amount
    if every == 0:
        return WHOLE
    return min(max(own * cards.need_count * WHOLE // every, LEAST_AT_STAKE), MOST_AT_STAKE)


def counts_anything(cards: Cards, criterion: int) -> bool:
    """Whether a criterion counts anything in some row. What never does is as far from its share in every row, so it decides nothing."""
    for row in range(cards.weights_count):
        if cards.weights[row * CRITERIA + criterion] > 0:
            return True
    return False


def has_more_first(cards: Cards, row: int, other: int) -> bool:
    """Whether a row has more than another on the first criterion in which they differ."""
    for criterion in range(CRITERIA):
        one = cards.weights[row * CRITERIA + criterion]
        its = cards.weights[other * CRITERIA + criterion]
        if one != its:
            return one > its
    return False
