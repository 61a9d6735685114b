"""Apply one action and move the game on: the one owner of the turn order.

`step` changes the state and writes into `told` what happened. After it, it is again somebody's decision, or the game is over.
"""

from caffael.rules import actions
from caffael.rules.actions import (
    ANSWERING,
    BUYING,
    CHOOSING_PARTNER,
    CHOOSING_ROUTE,
    CHOOSING_SUPPLIER,
    MANAGING,
    OVER,
    WEIGHING,
    why_not,
)
from caffael.rules.cards import Cards
from caffael.rules.decks import draw_supplier
from caffael.rules.delivery import deliver
from caffael.rules.drafts import begin_draft
from caffael.rules.happened import Cause, Happening, forget, tell
from caffael.rules.powers import finish_project, look_all, move_goal, power_of, see_record, train
from caffael.rules.publication import award_directly, publish
from caffael.rules.reasons import LEGAL, ROUTE_OF, SCOPE_OF, can_buy, can_manage, engage_days
from caffael.rules.records import Deal, State, Told
from caffael.rules.tender import BY_FRAMEWORK, DIRECT, JOINT, OPEN, WIDER_MARKET, can_bid
from caffael.rules.terms import NONE, Goal, Management, Power
from caffael.rules.year import end_game, open_year, review

PASSED = int(Happening.PASSED)
COHESIVE = int(Goal.COHESIVE)
INVOLVE = int(Power.INVOLVE)
BY_POWER = int(Cause.POWER)


def step(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> int:
    """Apply an action for the seat that decides now and move the game on.

    Returns Reason.LEGAL, or why the action is refused; then nothing has changed.
    """
    reason = why_not(cards, state, state.decider, action)
    if reason != LEGAL:
        return reason
    forget(told)
    apply(cards, deal, state, action, told)
    return LEGAL


def begin(cards: Cards, deal: Deal, state: State, told: Told) -> None:
    """Move a table that was just laid to its first decision."""
    state.phase = BUYING
    move_on(cards, deal, state, state.first, told)


def apply(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
    """Apply a legal action and move on to the next decision."""
    phase = state.phase
    if phase == BUYING:
        apply_in_buy(cards, deal, state, action, told)
    elif phase == CHOOSING_ROUTE:
        choose_route(cards, deal, state, action - actions.ROUTE, told)
    elif phase == WEIGHING:
        choose_weights(cards, deal, state, action - actions.PUBLISH, told)
    elif phase == MANAGING:
        apply_in_manage(cards, deal, state, action, told)
    elif phase == CHOOSING_SUPPLIER:
        award_directly(cards, state, action - actions.SUPPLIER, told)
        end_turn(cards, deal, state, told)
    elif phase == CHOOSING_PARTNER:
        state.drafts[state.buyer].partner = action - actions.PARTNER
        state.phase = WEIGHING
    else:
        answer(cards, deal, state, action, told)


def apply_in_buy(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
    """One action of Buy: pass, train, a project, engage, or begin a tender."""
    seat = state.buyer
    if action == actions.PASS:
        state.councils[seat].passed = 1
        tell(told, PASSED, seat, 0)
    elif action < actions.PROJECT:
        train(cards, deal, state, seat, action - actions.TRAIN, told)
    elif action < actions.ROUTE:
        finish_project(cards, state, seat, action - actions.PROJECT, told)
    elif action < actions.ENGAGE:
        begin_draft(state.drafts[seat], action - actions.TENDER)
        state.phase = CHOOSING_ROUTE
        return
    elif action < actions.JOINT_TENDER:
        engage(cards, deal, state, seat, action - actions.ENGAGE, told)
    else:
        begin_draft(state.drafts[seat], action - actions.JOINT_TENDER)
        state.drafts[seat].route = JOINT
        state.phase = CHOOSING_PARTNER
        return
    end_turn(cards, deal, state, told)


def engage(cards: Cards, deal: Deal, state: State, seat: int, need: int, told: Told) -> None:
    """Engage the market for a need: one more supplier of its category is searched,
    and the track records of all who could bid are turned up.
    """
    council = state.councils[seat]
    days = engage_days(cards, council)
    council.days -= days
    council.engagements += 1
    council.engaged_year += 1
    state.need_engaged[need] = 1
    tell(told, Happening.ENGAGED, seat, need, days)
    card = cards.needs[need]
    for _ in range(1 + power_of(cards, council, WIDER_MARKET, NONE)):
        draw_supplier(cards, deal, state, card.category, told)
    for supplier in state.market[: state.market_count]:
        if can_bid(cards, state, supplier, card.category, card.estimate, OPEN, 0):
            see_record(cards, deal, state, supplier, told)
    move_goal(cards, state, seat, COHESIVE, power_of(cards, council, INVOLVE, NONE), BY_POWER, need, told)
    look_all(cards, deal, state)


def choose_route(cards: Cards, deal: Deal, state: State, choice: int, told: Told) -> None:
    """Take the route. A framework needs no weights and is called off at once; a direct award chooses its supplier next."""
    draft = state.drafts[state.buyer]
    draft.route = ROUTE_OF[choice]
    draft.scope = SCOPE_OF[choice]
    if draft.route == BY_FRAMEWORK:
        publish(cards, deal, state, told)
        end_turn(cards, deal, state, told)
    elif draft.route == DIRECT:
        state.phase = CHOOSING_SUPPLIER
    else:
        state.phase = WEIGHING


def choose_weights(cards: Cards, deal: Deal, state: State, weights: int, told: Told) -> None:
    """Publish the tender with these weights; a joint one is put to the partner first."""
    draft = state.drafts[state.buyer]
    draft.weights = weights
    if draft.partner == NONE:
        publish(cards, deal, state, told)
        end_turn(cards, deal, state, told)
        return
    state.need_asked[draft.need] = state.year
    state.decider = state.need_seat[draft.partner]
    state.phase = ANSWERING
    tell(told, Happening.JOINT_ASKED, state.buyer, draft.need, draft.partner, weights, state.decider)


def answer(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
    """The partner's answer: agreed, the joint tender is published; refused, the turn goes on and no day is spent."""
    buyer = state.buyer
    draft = state.drafts[buyer]
    if action == actions.AGREE:
        tell(told, Happening.JOINT_AGREED, state.decider, draft.partner, draft.need, cards.settings.partner_days)
        publish(cards, deal, state, told)
        end_turn(cards, deal, state, told)
        return
    tell(told, Happening.JOINT_REFUSED, state.decider, draft.partner, draft.need)
    begin_draft(draft, NONE)
    state.phase = BUYING
    if can_buy(cards, state, buyer):
        state.decider = buyer
    else:
        move_on(cards, deal, state, buyer, told)


def end_turn(cards: Cards, deal: Deal, state: State, told: Told) -> None:
    """One table action is done: the next council that has not passed has its turn."""
    state.table_actions += 1
    begin_draft(state.drafts[state.buyer], NONE)
    state.phase = BUYING
    move_on(cards, deal, state, (state.buyer + 1) % state.seats, told)


def move_on(cards: Cards, deal: Deal, state: State, start: int, told: Told) -> None:
    """Move the game to its next decision: Buy from seat `start` on, or Manage from the `start`-th council of the year on.

    Years pass until somebody can decide, or the game is over.
    """
    while True:
        if state.phase == BUYING:
            if find_buyer(cards, state, start, told):
                return
            begin_managing(cards, state)
            start = 0
        if find_manager(cards, state, start):
            return
        finish_year(cards, deal, state, told)
        if state.phase == OVER:
            return
        start = state.first


def find_buyer(cards: Cards, state: State, start: int, told: Told) -> bool:
    """Give the turn to the next council that has not passed; who can do nothing else passes by itself. False when all have passed."""
    for i in range(state.seats):
        seat = (start + i) % state.seats
        council = state.councils[seat]
        if council.passed == 0:
            if can_buy(cards, state, seat):
                state.buyer = seat
                state.decider = seat
                return True
            council.passed = 1
            tell(told, PASSED, seat, 1)
    return False


def begin_managing(cards: Cards, state: State) -> None:
    """Begin Manage: nothing is ticked yet; where management is automatic every contract counts as managed."""
    automatic = 1 if cards.settings.management == Management.AUTOMATIC else 0
    for seat in range(state.seats):
        council = state.councils[seat]
        for i in range(council.running):
            council.contracts[council.order[i]].managed = automatic
    state.phase = MANAGING


def find_manager(cards: Cards, state: State, start: int) -> bool:
    """Let the next council (counted from the year's first) with a day and a contract manage. False when there is none."""
    for i in range(start, state.seats):
        seat = (state.first + i) % state.seats
        if can_manage(cards, state, seat):
            state.buyer = seat
            state.decider = seat
            return True
    return False


def apply_in_manage(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
    """Tick a contract to manage this year, for one day, or be done."""
    seat = state.buyer
    if action != actions.DONE:
        need = action - actions.MANAGE
        council = state.councils[seat]
        council.days -= 1
        for i in range(council.running):
            contract = council.contracts[council.order[i]]
            if contract.need == need:
                contract.managed = 1
        tell(told, Happening.MANAGED, seat, need)
        state.table_actions += 1
        if can_manage(cards, state, seat):
            return
    move_on(cards, deal, state, (seat - state.first) % state.seats + 1, told)


def finish_year(cards: Cards, deal: Deal, state: State, told: Told) -> None:
    """Deliver and review the year; then open the next, or end the game."""
    deliver(cards, deal, state, told)
    review(cards, state, told)
    if state.year >= cards.settings.years:
        end_game(cards, state, told)
        state.phase = OVER
        return
    open_year(cards, deal, state, told)
    state.phase = BUYING
