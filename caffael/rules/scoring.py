"""The score and its parts, the ranking, and who has won."""

from caffael.rules.cards import Cards
from caffael.rules.records import Score, State
from caffael.rules.terms import BADGES, GOALS, SEATS, Ending
from caffael.rules.year import region_failed


def fill_score(cards: Cards, state: State, seat: int, score: Score) -> None:
    """A council's score as it stands now, in its parts; `total` is their sum.

    Seven goals + 3 x the lowest + 2 x badges + 1 for each full £100k left - 1 for each started £25k of debt - 2 x unmet needs
    - 3 x Section 114 notices, and what a gentle end takes for carbon.
    """
    settings = cards.settings
    council = state.councils[seat]
    goals = 0
    for goal in range(GOALS):
        goals += council.goals[goal]
    badges = 0
    for badge in range(BADGES):
        if council.badges[badge] > 0:
            badges += 1
    score.goals = goals
    score.lowest = settings.lowest_times * lowest_goal(state, seat)
    score.badges = settings.badge_points * badges
    score.money = money_points(cards, council.budget)
    score.debt = debt_points(cards, council.budget)
    score.unmet = -settings.unmet_points * (council.tray_count + council.waiting_count)
    score.notices = -settings.notice_points * council.notices
    score.carbon = 0
    if settings.ending == Ending.GENTLE and region_failed(cards, state):
        score.carbon = carbon_points(cards, council.carbon)
    score.total = score.goals + score.lowest + score.badges + score.money + score.debt + score.unmet + score.notices + score.carbon


def money_points(cards: Cards, budget: int) -> int:
    """A point for each full £100,000 left."""
    return budget // cards.settings.money_step if budget > 0 else 0


def debt_points(cards: Cards, budget: int) -> int:
    """A point less for each started £25,000 below zero."""
    return -((cards.settings.debt_step - 1 - budget) // cards.settings.debt_step) if budget < 0 else 0


def carbon_points(cards: Cards, carbon: int) -> int:
    """What a council loses at a gentle end when the region has failed, by its own carbon of the whole game in kg; never above 0."""
    settings = cards.settings
    lost = over_share(cards, carbon) // settings.over_step
    if carbon > settings.carbon_budget:
        lost += settings.over_points
    return -lost


def over_share(cards: Cards, carbon: int) -> int:
    """By how many full per cent a council's carbon of the whole game is over its own share; 0 when it is not."""
    share = cards.settings.carbon_budget
    return max(carbon - share, 0) * 100 // share


def lowest_goal(state: State, seat: int) -> int:
    """A council's lowest goal."""
    lowest = state.councils[seat].goals[0]
    for goal in range(GOALS):
        lowest = min(lowest, state.councils[seat].goals[goal])
    return lowest


def beats(state: State, totals: list[int], one: int, other: int) -> bool:
    """Whether one seat stands before another: the score, then the higher lowest goal, then less carbon; else the place is shared."""
    if totals[one] != totals[other]:
        return totals[one] > totals[other]
    low_one = lowest_goal(state, one)
    low_other = lowest_goal(state, other)
    if low_one != low_other:
        return low_one > low_other
    return state.councils[one].carbon < state.councils[other].carbon


def fill_ranking(cards: Cards, state: State, score: Score, totals: list[int], ranks: list[int]) -> None:
    """Fill each seat's total and its rank (0 = first; shared ranks are equal). Rows of SEATS; `score` is used on the way."""
    for seat in range(SEATS):
        totals[seat] = 0
        ranks[seat] = SEATS
    for seat in range(state.seats):
        fill_score(cards, state, seat, score)
        totals[seat] = score.total
    for seat in range(state.seats):
        before = 0
        for other in range(state.seats):
            if other != seat and beats(state, totals, other, seat):
                before += 1
        ranks[seat] = before


def somebody_wins(cards: Cards, state: State, totals: list[int]) -> bool:
    """Whether the game has a winner: not at a hard end whose region failed.

    At a shared end only when the mean score reaches the target too.
    """
    failed = region_failed(cards, state)
    if cards.settings.ending == Ending.HARD:
        return not failed
    if cards.settings.ending == Ending.SHARED:
        return not failed and mean_score(state, totals) >= cards.settings.shared_target
    return True


def mean_score(state: State, totals: list[int]) -> int:
    """The mean score of all councils, rounded down: it reaches a whole target exactly when the scores themselves do."""
    total = 0
    for seat in range(state.seats):
        total += totals[seat]
    return total // state.seats
