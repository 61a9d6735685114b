"""What a contract would bring in a year, before anybody knows whether it comes: the same numbers as in `delivery.py`, looked at ahead.

Nothing here changes the table. Screens ask it what lies in a bid, and what is at stake in a delivery check.
"""

from caffael.rules.cards import Cards
from caffael.rules.delivery import (
    CULTURE,
    EQUAL,
    FEEDS,
    PROSPEROUS,
    RESERVED,
    cover_of,
    is_kept,
    local_points,
    quality_points,
    social_points,
)
from caffael.rules.powers import power_of
from caffael.rules.records import Contract, Council
from caffael.rules.scoring import debt_points, money_points
from caffael.rules.terms import GOALS


def fill_gains(cards: Cards, council: Council, contract: Contract, gains: list[int]) -> None:
    """Fill a row of goals with what this year of a contract feeds each when its check is reached, by whether it is managed."""
    need = cards.needs[contract.need]
    for goal in range(GOALS):
        gains[goal] = max(need.goals[goal], 0)
    gains[need.main_goal] += quality_points(contract.quality)
    gains[cards.suppliers[contract.supplier].social_goal] += social_points(contract.social, is_kept(cards, contract))
    gains[PROSPEROUS] += local_points(cards, contract.supplier)
    if contract.route == RESERVED:
        gains[EQUAL] += cards.settings.reserved_equal
    gains[CULTURE] += power_of(cards, council, FEEDS, need.category)


def points_of_gains(cards: Cards, council: Council, gains: list[int]) -> int:
    """What it would be worth in the score if goals grew so much now: each step, and the lowest goal's again as often as it counts."""
    most = cards.settings.goal_most
    points = 0
    low_before = most
    low_after = most
    for goal in range(GOALS):
        before = council.goals[goal]
        after = min(max(before + gains[goal], 0), most)
        points += after - before
        low_before = min(low_before, before)
        low_after = min(low_after, after)
    return points + cards.settings.lowest_times * (low_after - low_before)


def points_of_cover(cards: Cards, council: Council, contract: Contract) -> int:
    """What emergency cover for a contract would take from the score now: points for money, and for debt."""
    budget = council.budget
    left = budget - cover_of(cards, contract)
    return money_points(cards, budget) + debt_points(cards, budget) - money_points(cards, left) - debt_points(cards, left)
