"""What a contract would bring in a year, before anybody knows whether it comes: the same numbers as in `delivery.py`, looked at ahead.

Nothing here changes the table. Screens ask it what lies in a bid, and what is at stake in a delivery check.
"""

from caffael.rules.cards import Cards
from caffael.rules.delivery import INCOME, STEPS, carbon_when, cover_of, feeding, misses_to_end, payment_of
from caffael.rules.powers import power_of
from caffael.rules.records import Contract, Council
from caffael.rules.scoring import debt_points, money_points
from caffael.rules.terms import GOALS

PAID = 0
"""A year of a contract that is only paid: nothing grows, and nothing goes wrong. What a check brings or costs is told against it."""
REACHED = 1
MISSED = 2


def fill_gains(cards: Cards, council: Council, contract: Contract, gains: list[int]) -> None:
    """Fill a row of goals with what this year of a contract feeds each when its check is reached, by whether it is managed."""
    for goal in range(GOALS):
        gains[goal] = 0
    for step in range(STEPS):
        goal, points, _ = feeding(cards, council, contract, step)
        gains[goal] += points


def carbon_of_year(cards: Cards, council: Council, contract: Contract) -> int:
    """What a year of a contract without events emits, in kg, by whether it is managed."""
    return carbon_when(cards, council, contract, contract.managed, 0)


def carbon_saved(cards: Cards, council: Council, contract: Contract) -> int:
    """How many kg less a contract emits this year when it is managed than when it is not."""
    change = council.carbon_change[cards.needs[contract.need].category]
    return carbon_when(cards, council, contract, 0, change) - carbon_when(cards, council, contract, 1, change)


def income_of(cards: Cards, council: Council, contract: Contract) -> int:
    """What projects earn with a year of a contract whose check is reached, in pounds."""
    return power_of(cards, council, INCOME, cards.needs[contract.need].category)


def points_when_reached(cards: Cards, council: Council, contract: Contract) -> int:
    """What this year of a contract adds to the score when its check is reached."""
    return points_when(cards, council, contract, REACHED) - points_when(cards, council, contract, PAID)


def points_when_missed(cards: Cards, council: Council, contract: Contract) -> int:
    """What this year of a contract does to the score when its check is missed; never above 0."""
    return points_when(cards, council, contract, MISSED) - points_when(cards, council, contract, PAID)


def points_when(cards: Cards, council: Council, contract: Contract, outcome: int) -> int:
    """Points for goals, money and needs at the end of this year by how a contract goes; what else the year brings is left out."""
    settings = cards.settings
    left = left_when(cards, council, contract, outcome)
    notice = brings_notice(cards, left)
    points = money_points(cards, left) + debt_points(cards, left)
    if notice:
        points -= settings.notice_points
    if outcome == MISSED and ends_when_missed(cards, contract):
        points -= settings.unmet_points
    lowest = settings.goal_most
    for goal in range(GOALS):
        level = goal_when(cards, council, contract, goal, outcome, notice)
        points += level
        lowest = min(lowest, level)
    return points + settings.lowest_times * lowest


def left_when(cards: Cards, council: Council, contract: Contract, outcome: int) -> int:
    """What is left of the budget when all contracts are paid for this year, by how this one goes."""
    left = council.budget
    for i in range(council.running):
        left -= payment_of(council.contracts[council.order[i]])
    if outcome == REACHED:
        left += income_of(cards, council, contract)
    elif outcome == MISSED:
        left -= cover_of(cards, contract)
    return left


def brings_notice(cards: Cards, left: int) -> bool:
    """Whether a budget with so much left at Review brings a Section 114 notice."""
    return cards.settings.section_114 == 1 and left < 0


def cover_brings_notice(cards: Cards, council: Council, contract: Contract) -> bool:
    """Whether emergency cover for a contract is what would take the budget below zero."""
    paid = left_when(cards, council, contract, PAID)
    return brings_notice(cards, left_when(cards, council, contract, MISSED)) and not brings_notice(cards, paid)


def ends_when_missed(cards: Cards, contract: Contract) -> bool:
    """Whether one more missed check ends a contract, so that its need comes back."""
    return contract.misses + 1 >= misses_to_end(cards, contract)


def goal_when(cards: Cards, council: Council, contract: Contract, goal: int, outcome: int, notice: bool) -> int:
    """Where a goal stands at the end of this year by how a contract goes: every move stops at the ends of the track."""
    level = council.goals[goal]
    if outcome == REACHED:
        for step in range(STEPS):
            fed, points, _ = feeding(cards, council, contract, step)
            if fed == goal:
                level = min(max(level + points, 0), cards.settings.goal_most)
    need = cards.needs[contract.need]
    if outcome == MISSED and ends_when_missed(cards, contract) and need.urgency_goal == goal:
        level = max(level - need.urgency, 0)
    return max(level - 1, 0) if notice else level
