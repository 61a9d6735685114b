"""How a beginner plays: it buys what lies in its tray, by the first route, with the weights that are preselected.

About money it asks the forecast of the rules, or nothing at all.
"""

from caffael.bots.bot import Bot
from caffael.bots.desk import Desk
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.forecast import fill_forecast, highest_price, is_safe
from caffael.rules.presets import BALANCED, preset_row
from caffael.rules.reasons import LEGAL, why_not_route
from caffael.rules.records import State
from caffael.rules.tender import expected_table, is_engaged
from caffael.rules.terms import NONE, Phase


def choose_plainly(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, bot: Bot) -> int:
    """Which of the legal actions a beginner takes: the first need of its tray that it may and would buy, the first route (the open
    procedure while it is open to it), the balanced weights, the oldest contract to manage.
    """
    phase = state.phase
    if phase == Phase.WEIGHTS:
        return preselected_weights(cards, state, legal, count)
    if phase == Phase.BUY:
        for i in range(count):
            need = legal[i] - actions.TENDER
            if 0 <= need < cards.need_count and state.need_failed[need] != state.year and would_pay(cards, state, need, desk, bot):
                return i
    return count - 1 if phase == Phase.BUY or phase == Phase.ANSWER else 0


def would_pay(cards: Cards, state: State, need: int, desk: Desk, bot: Bot) -> bool:
    """Whether a beginner buys a need: always, or where it heeds money only when no year would end below zero, whatever is bid and
    however the checks turn out."""
    if bot.heed == 0:
        return True
    seat = state.decider
    route = first_route(cards, state, seat, need)
    expected_table(cards, state, seat, need, NONE, route, 0, NONE, desk.table)
    price = highest_price(cards, need, route, is_engaged(state, need, NONE), desk.table)
    fill_forecast(cards, state, seat, need, max(price, 0), desk.forecast)
    return is_safe(desk.forecast)


def first_route(cards: Cards, state: State, seat: int, need: int) -> int:
    """The first route, in the order of the rules, by which a council can buy a need."""
    for choice in range(actions.ROUTE_CHOICES):
        if why_not_route(cards, state, seat, need, actions.ROUTE_OF[choice]) == LEGAL:
            return actions.ROUTE_OF[choice]
    return NONE


def preselected_weights(cards: Cards, state: State, legal: list[int], count: int) -> int:
    """The place of the weights that lie there for who changes none: the balanced preset."""
    row = preset_row(cards, BALANCED, state.drafts[state.decider].need)
    for i in range(count):
        if legal[i] == actions.PUBLISH + row:
            return i
    return 0
