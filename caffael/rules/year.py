"""The year: how it opens and how it is reviewed. (Buying is in `step.py` and `tender.py`, delivery in `delivery.py`.)"""

from caffael.rules.cards import Cards
from caffael.rules.decks import clear_idle, draw_need, fill_market, put_under
from caffael.rules.delivery import add_carbon, take_back_waiting
from caffael.rules.events import turn_up_event, yearly_share
from caffael.rules.happened import Cause, Happening, tell
from caffael.rules.powers import award_badges, look_all, move_all_goals, move_goal, pay_prizes
from caffael.rules.records import Deal, State, Told
from caffael.rules.terms import CATEGORIES, GOALS, MARKS, NONE, Goal

RESILIENT = int(Goal.RESILIENT)
GLOBAL = int(Goal.GLOBAL)
UNMET_NEED = int(Happening.UNMET)
FOR_UNMET = int(Cause.UNMET)


def open_year(cards: Cards, deal: Deal, state: State, told: Told) -> None:
    """Open a year: grant and days arrive, the market is refreshed, needs are drawn, the event is turned over."""
    settings = cards.settings
    state.year += 1
    state.first = (state.year - 1) % state.seats
    tell(told, Happening.YEAR_OPENED, NONE, state.year, state.first)
    for category in range(CATEGORIES):
        state.emergency[category] = 0
    for i in range(state.seats):
        open_council(cards, state, (state.first + i) % state.seats, told)
    if settings.refresh == 1 and state.year > 1:
        clear_idle(state, max(settings.leave, state.market_count - settings.market), told)
    if settings.refresh == 1 or state.year == 1:
        fill_market(cards, deal, state, settings.market, told)
    for i in range(state.seats):
        draw_needs(cards, deal, state, (state.first + i) % state.seats, told)
    turn_up_event(cards, deal, state, told)
    for seat in range(state.seats):
        state.councils[seat].carbon_year = 0
    look_all(cards, deal, state)


def open_council(cards: Cards, state: State, seat: int, told: Told) -> None:
    """Give a council its grant, what it saves, and its officer days, and clear what counted for last year only."""
    council = state.councils[seat]
    grant = cards.councils[council.card].grant
    council.budget += grant + council.saving
    tell(told, Happening.GRANT, seat, grant, council.saving, council.budget)
    council.days = cards.settings.days + council.bonus_days
    council.bonus_days = 0
    tell(told, Happening.DAYS, seat, council.days)
    council.passed = 0
    council.engaged_year = 0
    council.tenders_year = 0
    council.turned_again = 0
    council.long_term = 0
    fed = council.fed
    for goal in range(GOALS):
        fed[goal] = 0
    price_change = council.price_change
    carbon_change = council.carbon_change
    for category in range(CATEGORIES):
        price_change[category] = 0
        carbon_change[category] = 0


def draw_needs(cards: Cards, deal: Deal, state: State, seat: int, told: Told) -> None:
    """Draw a council's needs into the free places of its tray; those that wait come first.

    The first need of the game is of its own category.
    """
    if cards.settings.needs_leave == 1:
        clear_tray(state, seat, told)
    take_back_waiting(cards, state, seat, told)
    if state.year > 1:
        for _ in range(cards.settings.draw):
            draw_need(cards, deal, state, seat, NONE, told)
        return
    own = cards.councils[state.councils[seat].card].first_category
    for i in range(cards.settings.first_draw):
        if i > 0 or own == NONE or draw_need(cards, deal, state, seat, own, told) == NONE:
            draw_need(cards, deal, state, seat, NONE, told)


def clear_tray(state: State, seat: int, told: Told) -> None:
    """Put what a council left unbought under the deck: it has cost its urgency, and others see to it or nobody does."""
    council = state.councils[seat]
    for i in range(council.tray_count):
        need = council.tray[i]
        council.tray[i] = NONE
        state.need_seat[need] = NONE
        put_under(state, need)
        tell(told, Happening.NEED_LEFT, seat, need)
    council.tray_count = 0


def review(cards: Cards, state: State, told: Told) -> None:
    """Review the year, in this order: unmet needs, own carbon, the region's marks, money, badges."""
    for i in range(state.seats):
        review_unmet(cards, state, (state.first + i) % state.seats, told)
    for i in range(state.seats):
        review_own_carbon(cards, state, (state.first + i) % state.seats, told)
    review_marks(cards, state, told)
    pay_prizes(cards, state, told)
    for i in range(state.seats):
        review_money(cards, state, (state.first + i) % state.seats, told)
    for i in range(state.seats):
        award_badges(cards, state, (state.first + i) % state.seats, told)


def review_unmet(cards: Cards, state: State, seat: int, told: Told) -> None:
    """The old way goes on: an unmet need takes its urgency off its goal and emits its baseline carbon.

    The council's own estate emits too.
    """
    council = state.councils[seat]
    if council.estate > 0:
        add_carbon(state, seat, NONE, council.estate, told)
    for i in range(council.tray_count):
        leave_unmet(cards, state, seat, council.tray[i], told)
    for i in range(council.waiting_count):
        leave_unmet(cards, state, seat, council.waiting[i], told)


def leave_unmet(cards: Cards, state: State, seat: int, need: int, told: Told) -> None:
    """Count one need that stayed unmet this year."""
    card = cards.needs[need]
    state.councils[seat].unmet += 1
    tell(told, UNMET_NEED, seat, need)
    move_goal(cards, state, seat, card.urgency_goal, -card.urgency, FOR_UNMET, need, told)
    add_carbon(state, seat, need, card.carbon, told)


def own_carbon_points(carbon: int, share: int) -> int:
    """What a year's own carbon does to two goals: above the share -1, above 150 % -2; below 75 % +1, below 50 % +2."""
    if carbon * 100 > share * 150:
        return -2
    if carbon > share:
        return -1
    if carbon * 100 < share * 50:
        return 2
    if carbon * 100 < share * 75:
        return 1
    return 0


def review_own_carbon(cards: Cards, state: State, seat: int, told: Told) -> None:
    """Judge a council's carbon of the year against its yearly share."""
    if cards.settings.own_carbon == 0 or cards.settings.carbon == 0:
        return
    council = state.councils[seat]
    share = yearly_share(cards)
    points = own_carbon_points(council.carbon_year, share)
    tell(told, Happening.OWN_CARBON, seat, council.carbon_year, share)
    move_goal(cards, state, seat, GLOBAL, points, Cause.OWN_CARBON, NONE, told)
    move_goal(cards, state, seat, RESILIENT, points, Cause.OWN_CARBON, NONE, told)


def region_budget(cards: Cards, state: State) -> int:
    """The region's carbon budget for the whole game, in kg."""
    return cards.settings.carbon_budget * state.seats


def review_marks(cards: Cards, state: State, told: Told) -> None:
    """Find the carbon marks that the region has reached; each brings its climate event next year."""
    if cards.settings.carbon == 0:
        return
    while state.marks < MARKS and state.carbon * 100 >= region_budget(cards, state) * cards.settings.marks[state.marks]:
        tell(told, Happening.MARK, NONE, state.marks, state.carbon)
        state.marks += 1


def review_money(cards: Cards, state: State, seat: int, told: Told) -> None:
    """A budget below zero brings a Section 114 notice: -1 on every goal, and next year frameworks only, no joint tenders, no projects."""
    council = state.councils[seat]
    council.restricted = 0
    if cards.settings.section_114 == 1 and council.budget < 0:
        council.restricted = 1
        council.notices += 1
        tell(told, Happening.NOTICE, seat, council.budget)
        move_all_goals(cards, state, seat, -1, Cause.NOTICE, told)


def region_failed(cards: Cards, state: State) -> bool:
    """Whether the region is over its carbon budget (more than 100 %)."""
    return cards.settings.carbon == 1 and state.carbon > region_budget(cards, state)


def end_game(cards: Cards, state: State, told: Told) -> None:
    """Write down how the region came through."""
    failed = 1 if region_failed(cards, state) else 0
    tell(told, Happening.ENDED_GAME, NONE, state.carbon, region_budget(cards, state), failed)
