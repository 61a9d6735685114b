"""What a seat can decide now: its legal actions in a fixed order, and why any other is not legal. The one owner of legality.

An action is one small decision, a whole number (its text form is in `notation.py`). Publishing a tender is three: the need, the
route, the weights. `legal_actions` lists by kind and asks the same functions of `reasons.py` as `why_not`, so the two can't differ.
"""

from caffael.rules.cards import Cards
from caffael.rules.copying import count_up
from caffael.rules.reasons import (
    FOR_ANY_NEED,
    FOR_NO_NEED,
    LEGAL,
    ROUTE_CHOICES,
    ROUTE_OF,
    SCOPE_OF,
    Reason,
    engage_days,
    may_innovate,
    may_join,
    open_routes,
    why_not_engage,
    why_not_joint,
    why_not_manage,
    why_not_partner,
    why_not_project,
    why_not_route,
    why_not_supplier,
    why_not_tender,
    why_not_train,
)
from caffael.rules.records import State
from caffael.rules.terms import LABS, NEEDS, NONE, PROJECTS, SUPPLIERS, WEIGHTS, Phase

__all__ = ["LEGAL", "ROUTE_CHOICES", "ROUTE_OF", "SCOPE_OF", "Reason", "engage_days", "legal_actions", "phase_for", "phase_of", "why_not"]

# Where each kind of action begins. A kind's actions lie side by side, so an action is its kind's first number plus what it is about.
PASS = 0
DONE = 1
AGREE = 2
REFUSE = 3
TRAIN = 4
PROJECT = TRAIN + LABS
ROUTE = PROJECT + PROJECTS
TENDER = ROUTE + ROUTE_CHOICES
ENGAGE = TENDER + NEEDS
JOINT_TENDER = ENGAGE + NEEDS
PARTNER = JOINT_TENDER + NEEDS
MANAGE = PARTNER + NEEDS
SUPPLIER = MANAGE + NEEDS
PUBLISH = SUPPLIER + SUPPLIERS
WAIT = PUBLISH + WEIGHTS
TAKE_BACK = WAIT + 1
OPEN = TAKE_BACK + 1
ACTIONS = OPEN + 1

BUYING = int(Phase.BUY)
CHOOSING_ROUTE = int(Phase.ROUTE)
WEIGHING = int(Phase.WEIGHTS)
CHOOSING_SUPPLIER = int(Phase.SUPPLIER)
CHOOSING_PARTNER = int(Phase.PARTNER)
ANSWERING = int(Phase.ANSWER)
MANAGING = int(Phase.MANAGE)
OVER = int(Phase.END)
OPENING = int(Phase.OPEN)


def phase_for(state: State, seat: int) -> int:
    """The phase in which a seat decides now; NONE while another one does.

    The one place that says who may act: one seat at a time, so that turns go in order. While envelopes of a sealed game are written, and
    no tender lies half written, every council that has not passed.
    """
    if seat == state.decider:
        return state.phase
    if state.opened == 0 and state.phase == BUYING and 0 <= seat < state.seats and state.councils[seat].passed == 0:
        return BUYING
    return NONE


def why_not(cards: Cards, state: State, seat: int, action: int) -> int:
    """Why an action is not legal for a seat now, or Reason.LEGAL. Takes any whole number for an action."""
    if action < 0 or action >= ACTIONS:
        return Reason.NO_SUCH_ACTION
    if state.phase == OVER:
        return Reason.GAME_OVER
    if action >= WAIT and cards.settings.sealed != 1:
        return Reason.SEALED_OFF
    phase = phase_for(state, seat)
    if phase != phase_of(action):
        return why_not_in_phase(state, phase)
    if phase == BUYING and (state.sealed[seat] == 1) != (action == TAKE_BACK):
        return Reason.NO_ENVELOPE if action == TAKE_BACK else Reason.ENVELOPE_LIES
    if action < TRAIN or action >= WAIT:
        return LEGAL
    if action < PROJECT:
        return why_not_train(cards, state, seat, action - TRAIN)
    if action < ROUTE:
        return why_not_project(cards, state, seat, action - PROJECT)
    if action < TENDER:
        return why_not_route(cards, state, seat, state.drafts[seat].need, ROUTE_OF[action - ROUTE])
    if action >= PUBLISH:
        return LEGAL if action - PUBLISH < cards.weights_count else Reason.NO_SUCH_ACTION
    if action >= SUPPLIER:
        return why_not_supplier(cards, state, state.drafts[seat].need, action - SUPPLIER)
    need = (action - TENDER) % NEEDS
    if need >= cards.need_count:
        return Reason.NO_SUCH_ACTION
    if action < ENGAGE:
        return why_not_tender(cards, state, seat, need)
    if action < JOINT_TENDER:
        return why_not_engage(cards, state, seat, need)
    if action < PARTNER:
        return why_not_joint(cards, state, seat, need)
    if action < MANAGE:
        return why_not_partner(cards, state, seat, state.drafts[seat].need, need)
    return why_not_manage(cards, state, seat, need)


def why_not_in_phase(state: State, phase: int) -> int:
    """Why a seat that decides in this phase, NONE for in none, can't take an action of another one."""
    if state.phase == OPENING:
        return Reason.BEING_OPENED
    return Reason.ANOTHER_DECIDES if phase == NONE else Reason.NOT_NOW


def phase_of(action: int) -> int:
    """The phase in which an action of this kind is decided."""
    if action < TRAIN:
        if action == PASS:
            return BUYING
        return MANAGING if action == DONE else ANSWERING
    if action < TENDER:
        return BUYING if action < ROUTE else CHOOSING_ROUTE
    if action < PARTNER:
        return BUYING
    if action < MANAGE:
        return CHOOSING_PARTNER
    if action < SUPPLIER:
        return MANAGING
    if action < WAIT:
        return CHOOSING_SUPPLIER if action < PUBLISH else WEIGHING
    return OPENING if action == OPEN else BUYING


# ------------------------------------------------------------------------------------------------------------------- the legal actions


def legal_actions(cards: Cards, state: State, seat: int, legal: list[int]) -> int:
    """Fill a row of CHOICES numbers with the legal actions of a seat now, in a fixed order, and return their count.

    None while another seat decides, and once the game is over. Buy: tenders and engagements and joint tenders by the tray, labs,
    projects, in a sealed game an empty envelope, pass; whose envelope lies may take it back. Manage: contracts by age, then done.
    """
    phase = phase_for(state, seat)
    if phase == BUYING:
        return legal_in_buy(cards, state, seat, legal)
    count = 0
    if phase == WEIGHING:
        count_up(legal, PUBLISH, cards.weights_count)
        return cards.weights_count
    drafted = state.drafts[seat].need
    if phase == CHOOSING_ROUTE:
        is_open = False  # choices of one route lie side by side, so each route is asked once
        for choice in range(ROUTE_CHOICES):
            if choice == 0 or ROUTE_OF[choice] != ROUTE_OF[choice - 1]:
                is_open = why_not_route(cards, state, seat, drafted, ROUTE_OF[choice]) == LEGAL
            if is_open:
                legal[count] = ROUTE + choice
                count += 1
    elif phase == MANAGING:
        council = state.councils[seat]
        if council.days >= 1:
            for i in range(council.running):
                contract = council.contracts[council.order[i]]
                if contract.managed == 0:
                    legal[count] = MANAGE + contract.need
                    count += 1
        legal[count] = DONE
        count += 1
    elif phase == CHOOSING_SUPPLIER:
        for supplier in state.market[: state.market_count]:
            if why_not_supplier(cards, state, drafted, supplier) == LEGAL:
                legal[count] = SUPPLIER + supplier
                count += 1
    elif phase == CHOOSING_PARTNER:
        for other in range(state.seats):
            if other != seat:
                council = state.councils[other]
                for i in range(council.tray_count):
                    if why_not_partner(cards, state, seat, drafted, council.tray[i]) == LEGAL:
                        legal[count] = PARTNER + council.tray[i]
                        count += 1
    elif phase == ANSWERING:
        legal[0] = AGREE
        legal[1] = REFUSE
        count = 2
    elif phase == OPENING:
        legal[0] = OPEN
        count = 1
    return count


def legal_in_buy(cards: Cards, state: State, seat: int, legal: list[int]) -> int:
    """Fill a row with what a council may do in Buy; passing is always the last."""
    if state.sealed[seat] == 1:
        legal[0] = TAKE_BACK
        return 1
    council = state.councils[seat]
    count = 0
    tray = council.tray[: council.tray_count]
    routes = open_routes(cards, state, seat)
    if routes != FOR_NO_NEED:
        for need in tray:
            if routes == FOR_ANY_NEED or why_not_tender(cards, state, seat, need) == LEGAL:
                legal[count] = TENDER + need
                count += 1
    for need in tray:
        if why_not_engage(cards, state, seat, need) == LEGAL:
            legal[count] = ENGAGE + need
            count += 1
    if may_join(cards, council):
        for need in tray:
            if why_not_joint(cards, state, seat, need) == LEGAL:
                legal[count] = JOINT_TENDER + need
                count += 1
    if council.days > 0:
        for lab in range(LABS):
            if why_not_train(cards, state, seat, lab) == LEGAL:
                legal[count] = TRAIN + lab
                count += 1
    if may_innovate(cards, council):
        for project in range(cards.project_count):
            if why_not_project(cards, state, seat, project) == LEGAL:
                legal[count] = PROJECT + project
                count += 1
    if cards.settings.sealed == 1:
        legal[count] = WAIT
        count += 1
    legal[count] = PASS
    return count + 1
