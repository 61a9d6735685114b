"""One decision of a bot that has a plan: tender what is affordable, engage first, train early, manage what promises most."""

from caffael.bots.bot import Bot
from caffael.bots.buying import choose_in_buy, find
from caffael.bots.desk import Desk
from caffael.bots.money import can_afford
from caffael.bots.plain import choose_plainly
from caffael.bots.worth import chance_reached, fill_worths
from caffael.rules import actions
from caffael.rules.cards import Cards
from caffael.rules.delivery import social_points
from caffael.rules.records import Contract, State
from caffael.rules.tender import (
    DIRECT,
    add_bidders,
    enter_race,
    expected_table,
    fill_bidders,
    find_suppliers,
    lead_of,
    score_bids,
    tender_days,
)
from caffael.rules.terms import NONE, Phase, Route

DAY_WORTH = 150
"""What an officer day is worth, in hundredths of a point: about what managing a contract brings."""
FRAMEWORK_WORTH = 150
"""What one of the few framework uses is worth kept for later."""
NOTHING = -(10**9)


def choose_by_taste(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, bot: Bot) -> int:
    """Which of the legal actions a bot of this taste takes."""
    phase = state.phase
    if count == 1:
        return 0
    if bot.plain == 1:
        return choose_plainly(cards, state, legal, count, desk, bot)
    if phase == Phase.BUY:
        return choose_in_buy(cards, state, legal, count, bot)
    if phase == Phase.ROUTE:
        return choose_route(cards, state, legal, count, desk, bot)
    if phase == Phase.WEIGHTS:
        return choose_weights(cards, state, legal, count, desk, bot)
    if phase == Phase.MANAGE:
        return choose_to_manage(cards, state, legal, count, bot)
    if phase == Phase.SUPPLIER:
        return choose_supplier(cards, state, legal, count, desk, bot)
    if phase == Phase.PARTNER:
        return choose_partner(cards, state, legal, count)
    return answer(cards, state, legal, bot)


def choose_route(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, bot: Bot) -> int:
    """The route whose best bid is worth most, less its days."""
    seat = state.decider
    need = state.drafts[seat].need
    best = 0
    most = NOTHING
    find_suppliers(cards, state, need, desk.table)
    for i in range(count):
        route = actions.ROUTE_OF[legal[i] - actions.ROUTE]
        add_bidders(cards, state, seat, need, NONE, route, actions.SCOPE_OF[legal[i] - actions.ROUTE], desk.table)
        row = fill_worths(cards, state, seat, need, route, desk, bot)
        if row == NONE:
            continue
        worth = desk.worths[row] - DAY_WORTH * tender_days(cards, state, seat, route)
        if route == Route.FRAMEWORK:
            worth -= FRAMEWORK_WORTH
        if worth > most:
            best = i
            most = worth
    return best


def choose_weights(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, bot: Bot) -> int:
    """The weights by which, as printed, the bid of most worth wins; among those, where it leads by most."""
    seat = state.decider
    draft = state.drafts[seat]
    expected_table(cards, state, seat, draft.need, draft.partner, draft.route, draft.scope, NONE, desk.table)
    favourite = fill_worths(cards, state, seat, draft.need, draft.route, desk, bot)
    worth = desk.worths[favourite] if favourite != NONE else NOTHING
    while worth > NOTHING:
        best = widest_lead(cards, legal, count, worth, desk, bot)
        if best != NONE:
            return best
        worth = next_worth(desk, worth)
    return 0


def widest_lead(cards: Cards, legal: list[int], count: int, worth: int, desk: Desk, bot: Bot) -> int:
    """Where the weights stand by which a bid of this worth leads by most (the first of equals); NONE when no weights make one win."""
    best = NONE
    lead = NONE
    for row in range(desk.table.count):
        if desk.worths[row] == worth:
            enter_race(desk.table, row, desk.race)
            for i in range(0, count, bot.coarse):
                least = lead - 1 if i < best else lead
                ahead = lead_of(cards, legal[i] - actions.PUBLISH, desk.table, desk.race, least)
                if ahead > least:
                    best = i
                    lead = ahead
    return best


def next_worth(desk: Desk, worth: int) -> int:
    """The worth of the bid that is worth most of those below a worth; NOTHING when there is none."""
    most = NOTHING
    for row in range(desk.table.count):
        if most < desk.worths[row] < worth:
            most = desk.worths[row]
    return most


def choose_supplier(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, bot: Bot) -> int:
    """In a direct award: the supplier whose bid is worth most."""
    seat = state.decider
    need = state.drafts[seat].need
    fill_bidders(cards, state, seat, need, NONE, DIRECT, 0, desk.table)
    score_bids(cards, need, NONE, desk.table)
    row = fill_worths(cards, state, seat, need, DIRECT, desk, bot)
    return max(find(legal, count, actions.SUPPLIER + desk.table.bidders[row].supplier), 0)


def choose_partner(cards: Cards, state: State, legal: list[int], count: int) -> int:
    """The partner's need that is nearest in size, so that one supplier can carry both."""
    best = 0
    nearest = -1
    for i in range(count):
        size = cards.needs[legal[i] - actions.PARTNER].estimate
        if nearest < 0 or size < nearest:
            best = i
            nearest = size
    return best


def answer(cards: Cards, state: State, legal: list[int], bot: Bot) -> int:
    """A partner agrees when it joins others at all and can afford its own need."""
    own = state.drafts[state.buyer].partner
    agrees = bot.join == 1 and bot.no_need[own] == 0 and can_afford(cards, state, state.decider, own, 0, bot)
    return 0 if legal[0] == (actions.AGREE if agrees else actions.REFUSE) else 1


def choose_to_manage(cards: Cards, state: State, legal: list[int], count: int, bot: Bot) -> int:
    """The contract whose managing brings most: what its promise adds, and what a missed check would cost."""
    council = state.councils[state.decider]
    best = count - 1
    most = 0
    if bot.manage == 0:
        return best
    for i in range(count - 1):
        need = legal[i] - actions.MANAGE
        for j in range(council.running):
            contract = council.contracts[council.order[j]]
            if contract.need == need:
                gain = managing_gain(cards, state, contract)
                if gain > most:
                    best = i
                    most = gain
    return best


def managing_gain(cards: Cards, state: State, contract: Contract) -> int:
    """What managing a contract this year adds, in hundredths of a point."""
    seat = state.decider
    without = chance_reached(cards, state, seat, contract.supplier, contract.reliability_change)
    managed = chance_reached(cards, state, seat, contract.supplier, contract.reliability_change + cards.settings.managed_bonus)
    card = cards.needs[contract.need]
    fed = sum(card.goals) + 1
    gain = (managed - without) * fed
    gain += managed * social_points(cards, contract.social, 1) - without * social_points(cards, contract.social, 0)
    if contract.term == 1 or contract.misses > 0:
        gain += (managed - without) * 3
    return gain
