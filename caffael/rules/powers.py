"""Labs, innovation projects, badges, and what they let a council do."""

from caffael.rules.cards import Cards
from caffael.rules.decks import next_supplier
from caffael.rules.happened import Happening, tell
from caffael.rules.records import Council, Deal, State, Told
from caffael.rules.terms import GOALS, NONE, UNKNOWN, Badge, Lab, Route

PROCUREMENT = int(Lab.PROCUREMENT)
ADAPTION = int(Lab.ADAPTION)
DATA = int(Lab.DATA)
LONG_TERM = int(Badge.LONG_TERM)
PREVENTION = int(Badge.PREVENTION)
INTEGRATION = int(Badge.INTEGRATION)
COLLABORATION = int(Badge.COLLABORATION)
INVOLVEMENT = int(Badge.INVOLVEMENT)
JOINT = int(Route.JOINT)
LAB_TOP = 3
GOAL_MOVED = int(Happening.GOAL)
RECORD_SEEN = int(Happening.RECORD_SEEN)
TRAINED = int(Happening.TRAINED)


def labs_reach(cards: Cards, council: Council, levels: list[int]) -> bool:
    """Whether a council's labs have the levels asked for. With labs switched off every level counts as reached."""
    labs = council.labs
    return (labs[0] >= levels[0] and labs[1] >= levels[1] and labs[2] >= levels[2]) or cards.settings.labs == 0


def power_of(cards: Cards, council: Council, power: int, target: int) -> int:
    """How much of a power a council's finished projects give it, for a category (or NONE where the power has no target)."""
    if council.finished == 0:
        return 0
    amount = 0
    for project in range(cards.project_count):
        if council.projects[project] > 0:
            card = cards.projects[project]
            if card.power == power and (card.target == target or target == NONE):
                amount += card.amount
    return amount


def move_goal(cards: Cards, state: State, seat: int, goal: int, change: int, cause: int, need: int, told: Told) -> None:
    """Move a goal of a council along its track; what would pass either end is lost."""
    if change == 0:
        return
    council = state.councils[seat]
    before = council.goals[goal]
    after = before + change
    if after < 0:
        after = 0
    elif after > cards.settings.goal_most:
        after = cards.settings.goal_most
    council.goals[goal] = after
    tell(told, GOAL_MOVED, seat, goal, after - before, cause, need, change - (after - before))


def move_all_goals(cards: Cards, state: State, seat: int, change: int, cause: int, told: Told) -> None:
    """Move every goal of a council by the same number."""
    for goal in range(GOALS):
        move_goal(cards, state, seat, goal, change, cause, NONE, told)


def train_days(council: Council, lab: int) -> int:
    """Officer days to raise a lab by one: its next level."""
    return council.labs[lab] + 1


def train(cards: Cards, deal: Deal, state: State, seat: int, lab: int, told: Told) -> None:
    """Raise a lab by one. A data lab looks at once at what it may see."""
    council = state.councils[seat]
    days = train_days(council, lab)
    council.days -= days
    council.labs[lab] += 1
    tell(told, TRAINED, seat, lab, council.labs[lab], days)
    look(cards, deal, state, seat)


def look(cards: Cards, deal: Deal, state: State, seat: int) -> None:
    """Write down what the data lab shows its own council: at 1 the track records in the market,
    at 2 next year's event and the next two suppliers.
    """
    level = state.councils[seat].labs[DATA]
    if level == 0 or cards.settings.labs == 0:
        return
    private = state.private[seat]
    if cards.settings.track_records == 1:
        known = private.records
        records = deal.records
        for supplier in state.market[: state.market_count]:
            known[supplier] = records[supplier]
    if level >= 2:
        private.event = NONE
        if cards.settings.events == 1 and state.year < cards.settings.years and cards.event_count > 0:
            private.event = deal.events[state.event_next % cards.event_count]
        for i in range(2):
            private.suppliers[i] = next_supplier(cards, deal, state, i, NONE)


def look_all(cards: Cards, deal: Deal, state: State) -> None:
    """Let every council look again, after cards have moved."""
    for seat in range(state.seats):
        if state.councils[seat].labs[DATA] > 0:
            look(cards, deal, state, seat)


def see_record(cards: Cards, deal: Deal, state: State, supplier: int, told: Told) -> None:
    """Turn up a supplier's track record for all, once."""
    if cards.settings.track_records == 1 and supplier < cards.supplier_count and state.records[supplier] == UNKNOWN:
        state.records[supplier] = deal.records[supplier]
        tell(told, RECORD_SEEN, NONE, supplier, deal.records[supplier])


def finish_project(cards: Cards, state: State, seat: int, project: int, told: Told) -> None:
    """Pay for a project and finish it; its power lasts. The prize is paid at Review (see `pay_prizes`)."""
    council = state.councils[seat]
    card = cards.projects[project]
    council.days -= card.days
    council.budget -= card.cost
    council.projects[project] = state.year
    council.finished += 1
    if state.project_first[project] == 0:
        state.project_first[project] = state.year
    tell(told, Happening.PROJECT, seat, project, card.cost, card.days)


def pay_prizes(cards: Cards, state: State, told: Told) -> None:
    """Pay the prizes of projects first finished this year from the Challenge Fund: shared, with a day more next year each,
    when several councils finished the same one.
    """
    for project in range(cards.project_count):
        if state.project_first[project] != state.year:
            continue
        finishers = 0
        for seat in range(state.seats):
            if state.councils[seat].projects[project] == state.year:
                finishers += 1
        share = min(cards.projects[project].prize, state.fund) // finishers
        for i in range(state.seats):
            seat = (state.first + i) % state.seats
            council = state.councils[seat]
            if council.projects[project] == state.year:
                council.budget += share
                state.fund -= share
                if finishers > 1:
                    council.bonus_days += 1
                tell(told, Happening.PRIZE, seat, project, share, finishers)


def award_badge(cards: Cards, state: State, seat: int, badge: int, told: Told) -> None:
    """Give a council a badge, once."""
    council = state.councils[seat]
    if cards.settings.badges == 1 and council.badges[badge] == 0:
        council.badges[badge] = state.year
        tell(told, Happening.BADGE, seat, badge)


def can_be_won(cards: Cards, state: State, badge: int) -> bool:
    """Whether this game has what a badge is won by: joint tenders of more than one council, or engaging."""
    if badge == COLLABORATION:
        return cards.routes[JOINT].on == 1 and state.seats > 1
    return badge != INVOLVEMENT or cards.settings.engagement == 1


def award_badges(cards: Cards, state: State, seat: int, told: Told) -> None:
    """Give a council the badges of the ways of working that it has earned, at Review."""
    council = state.councils[seat]
    settings = cards.settings
    if council.long_term == 1:
        award_badge(cards, state, seat, LONG_TERM, told)
    if state.year >= 2 and council.tray_count == 0 and council.waiting_count == 0:
        award_badge(cards, state, seat, PREVENTION, told)
    if sum(council.fed) == GOALS:
        award_badge(cards, state, seat, INTEGRATION, told)
    if council.joint > 0:
        award_badge(cards, state, seat, COLLABORATION, told)
    if council.engagements >= settings.involvement:
        award_badge(cards, state, seat, INVOLVEMENT, told)
