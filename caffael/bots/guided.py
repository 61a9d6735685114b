"""One decision of a bot that has a plan: tender what is affordable, engage first, train early, manage what promises most."""

from caffael.bots.desk import Desk
from caffael.bots.money import can_afford
from caffael.bots.worth import best_row, chance_reached, worth_of
from caffael.rules import actions
from caffael.rules.delivery import social_points
from caffael.rules.records import Cards, Contract, Council, State
from caffael.rules.tender import expected_table, fill_bidders, score_bids, tender_days, weigh
from caffael.rules.terms import LABS, NONE, Phase, Route

Taste = tuple[int, int, int, int, int]

LABS_IN_ORDER = (1, 0, 2, 0, 1)
"""Adaption, procurement, data, procurement, adaption: the order in which labs are raised, each by one."""
DAY_WORTH = 150
"""What an officer day is worth, in hundredths of a point: about what managing a contract brings."""
FRAMEWORK_WORTH = 150
"""What one of the few framework uses is worth kept for later."""
NOTHING = -(10**9)


def choose_by_taste(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, taste: Taste) -> int:
    """Which of the legal actions a bot of this taste takes."""
    phase = state.phase
    if count == 1:
        return 0
    if phase == Phase.BUY:
        return choose_in_buy(cards, state, legal, count, desk)
    if phase == Phase.ROUTE:
        return choose_route(cards, state, legal, count, desk, taste)
    if phase == Phase.WEIGHTS:
        return choose_weights(cards, state, legal, count, desk, taste)
    if phase == Phase.MANAGE:
        return choose_to_manage(cards, state, legal, count)
    if phase == Phase.SUPPLIER:
        return choose_supplier(cards, state, legal, count, desk, taste)
    if phase == Phase.PARTNER:
        return choose_partner(cards, state, legal, count)
    return answer(cards, state, legal)


def choose_in_buy(cards: Cards, state: State, legal: list[int], count: int, desk: Desk) -> int:
    """In Buy: a joint tender for the first badge, then the most pressing affordable need (engaged first when days allow),
    then labs and projects; else pass.
    """
    seat = state.decider
    council = state.councils[seat]
    lab = early_lab(cards, state, council)
    if lab != NONE:
        training = find(legal, count, actions.TRAIN + lab)
        if training >= 0:
            return training
    tender = pressing_tender(cards, state, legal, count)
    if tender >= 0:
        need = legal[tender] - actions.TENDER
        joint = find(legal, count, actions.JOINT_TENDER + need)
        if joint >= 0 and council.joint == 0:
            return joint
        engage = find(legal, count, actions.ENGAGE + need)
        if engage >= 0 and council.days >= tender_days(cards, state, seat, Route.OPEN) + actions.engage_days(cards, council):
            return engage
        return tender
    spare = council.days - days_to_manage(state, council)
    lab = next_lab(council)
    if lab != NONE and state.year < cards.settings.years and council.labs[lab] < spare:
        training = find(legal, count, actions.TRAIN + lab)
        if training >= 0:
            return training
    if state.year + 1 < cards.settings.years:
        for i in range(count):
            project = legal[i] - actions.PROJECT
            if 0 <= project < cards.project_count and cards.projects[project].days <= spare:
                if can_afford(cards, state, seat, NONE, cards.projects[project].cost):
                    return i
    return count - 1


def early_lab(cards: Cards, state: State, council: Council) -> int:
    """The lab to raise before anything else: one level a year until the last but one, while days for a tender of each need are left."""
    if cards.settings.labs == 0 or state.year + 1 >= cards.settings.years or sum(council.labs) >= state.year:
        return NONE
    lab = next_lab(council)
    if lab == NONE or council.days - council.labs[lab] - 1 < 2 * council.tray_count:
        return NONE
    return lab


def find(legal: list[int], count: int, action: int) -> int:
    """Where an action stands among the legal ones, or -1."""
    for i in range(count):
        if legal[i] == action:
            return i
    return -1


def pressing_tender(cards: Cards, state: State, legal: list[int], count: int) -> int:
    """Where the tender stands for the affordable need whose neglect costs most a year; -1 when there is none, or no bidder is in sight."""
    best = -1
    most = NOTHING
    for i in range(count):
        need = legal[i] - actions.TENDER
        if not 0 <= need < cards.need_count:
            continue
        if state.need_failed[need] == state.year and find(legal, count, actions.ENGAGE + need) < 0:
            continue
        if not can_afford(cards, state, state.decider, need, 0):
            continue
        card = cards.needs[need]
        pressure = 100 * card.urgency + card.carbon // 400 + 20 * card.term
        if pressure > most:
            best = i
            most = pressure
    return best


def days_to_manage(state: State, council: Council) -> int:
    """Days a bot keeps for managing: more of them as the game goes on and contracts run."""
    return council.running if state.year > 1 else council.running // 2


def next_lab(council: Council) -> int:
    """The lab to raise next by `LABS_IN_ORDER`; NONE when the plan is done."""
    raised = 0
    for lab in range(LABS):
        raised += council.labs[lab]
    return LABS_IN_ORDER[raised] if raised < len(LABS_IN_ORDER) else NONE


def choose_route(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, taste: Taste) -> int:
    """The route whose best bid is worth most, less its days; an open tender with several bidders before a single one."""
    seat = state.decider
    best = 0
    most = NOTHING
    for i in range(count):
        route = actions.ROUTE_OF[legal[i] - actions.ROUTE]
        fill_bidders(cards, state, seat, state.need, NONE, route, actions.SCOPE_OF[legal[i] - actions.ROUTE], desk.table)
        row = best_row(cards, state, seat, state.need, route, desk.table, taste)
        if row == NONE:
            continue
        worth = worth_of(cards, state, seat, state.need, route, desk.table.bidders[row], taste)
        worth -= DAY_WORTH * tender_days(cards, state, seat, route)
        if route == Route.FRAMEWORK:
            worth -= FRAMEWORK_WORTH
        if worth > most:
            best = i
            most = worth
    return best


def choose_weights(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, taste: Taste) -> int:
    """The weights by which, as printed, the bid of most worth wins; among those, where it leads by most."""
    seat = state.decider
    table = desk.table
    expected_table(cards, state, seat, state.need, state.partner, state.route, state.scope, NONE, table)
    best = 0
    most = NOTHING
    lead = 0
    for i in range(count):
        weigh(cards, legal[i] - actions.PUBLISH, table)
        if table.winner == NONE:
            return 0
        winner = table.bidders[table.winner]
        worth = worth_of(cards, state, seat, state.need, state.route, winner, taste)
        margin = winner.total
        for j in range(table.count):
            if table.bidders[j].rank == 1:
                margin = winner.total - table.bidders[j].total
        if worth > most or (worth == most and margin > lead):
            best = i
            most = worth
            lead = margin
    return best


def choose_supplier(cards: Cards, state: State, legal: list[int], count: int, desk: Desk, taste: Taste) -> int:
    """In a direct award: the supplier whose bid is worth most."""
    seat = state.decider
    fill_bidders(cards, state, seat, state.need, NONE, Route.DIRECT, 0, desk.table)
    score_bids(cards, state.need, NONE, desk.table)
    row = best_row(cards, state, seat, state.need, Route.DIRECT, desk.table, taste)
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


def answer(cards: Cards, state: State, legal: list[int]) -> int:
    """A partner agrees when it can afford its own need."""
    wanted = actions.AGREE if can_afford(cards, state, state.decider, state.partner, 0) else actions.REFUSE
    return 0 if legal[0] == wanted else 1


def choose_to_manage(cards: Cards, state: State, legal: list[int], count: int) -> int:
    """The contract whose managing brings most: what its promise adds, and what a missed check would cost."""
    council = state.councils[state.decider]
    best = count - 1
    most = 0
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
    gain += managed * social_points(contract.social, 1) - without * social_points(contract.social, 0)
    if contract.term == 1 or contract.misses > 0:
        gain += (managed - without) * 3
    return gain
