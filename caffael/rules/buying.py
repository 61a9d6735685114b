"""One decision of Buy carried out: what is done at once, and a tender decision by decision. Whose turn comes next is not decided here."""

from caffael.rules import actions
from caffael.rules.actions import BUYING, CHOOSING_PARTNER, CHOOSING_ROUTE, CHOOSING_SUPPLIER, WEIGHING, engage_days
from caffael.rules.cards import Cards
from caffael.rules.decks import draw_supplier
from caffael.rules.drafts import begin_draft
from caffael.rules.happened import Cause, Happening, tell
from caffael.rules.powers import finish_project, look_all, move_goal, power_of, see_record, train
from caffael.rules.publication import award_directly, publish
from caffael.rules.reasons import ROUTE_OF, SCOPE_OF
from caffael.rules.records import Deal, State, Told
from caffael.rules.tender import BY_FRAMEWORK, DIRECT, JOINT, OPEN, WIDER_MARKET, can_bid
from caffael.rules.terms import NONE, Goal, Phase, Power

ANSWERING = int(Phase.ANSWER)
PASSED = int(Happening.PASSED)
COHESIVE = int(Goal.COHESIVE)
INVOLVE = int(Power.INVOLVE)
BY_POWER = int(Cause.POWER)

WRITING = 0
DONE = 1
REFUSED = 2
"""What `take` answers: the tender is still being written or waits for a partner's answer; the table action is done; the partner refused."""


def take(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> int:
    """Carry out one decision of Buy for the council whose turn it is, or its partner's answer. Returns WRITING, DONE or REFUSED."""
    phase = state.phase
    if phase == BUYING and not begins_tender(action):
        return act(cards, deal, state, action, told)
    if phase == ANSWERING:
        return answer(cards, deal, state, action, told)
    write(state, action)
    if state.phase != BUYING:
        return WRITING
    draft = state.drafts[state.buyer]
    if draft.route == DIRECT:
        award_directly(cards, state, action - actions.SUPPLIER, told)
    elif draft.partner != NONE:
        return ask_partner(state, told)
    else:
        publish(cards, deal, state, told)
    state.table_actions += 1
    return DONE


def begins_tender(action: int) -> bool:
    """Whether an action of Buy is the first decision of a tender, alone or together with a partner."""
    return actions.TENDER <= action < actions.ENGAGE or actions.JOINT_TENDER <= action < actions.PARTNER


def write(state: State, action: int) -> None:
    """Write one decision of a tender on its council's desk: the phase is that of the next decision, or Buy once the tender is whole.

    A framework asks for no weights. Where a direct award goes is not written down: it is the last decision.
    """
    draft = state.drafts[state.buyer]
    phase = state.phase
    if phase == BUYING:
        if action < actions.ENGAGE:
            begin_draft(draft, action - actions.TENDER)
            state.phase = CHOOSING_ROUTE
        else:
            begin_draft(draft, action - actions.JOINT_TENDER)
            draft.route = JOINT
            state.phase = CHOOSING_PARTNER
    elif phase == CHOOSING_ROUTE:
        draft.route = ROUTE_OF[action - actions.ROUTE]
        draft.scope = SCOPE_OF[action - actions.ROUTE]
        if draft.route == BY_FRAMEWORK:
            state.phase = BUYING
        else:
            state.phase = CHOOSING_SUPPLIER if draft.route == DIRECT else WEIGHING
    elif phase == CHOOSING_PARTNER:
        draft.partner = action - actions.PARTNER
        state.phase = WEIGHING
    else:
        if phase == WEIGHING:
            draft.weights = action - actions.PUBLISH
        state.phase = BUYING


def act(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> int:
    """A table action of Buy that is done at once: pass, train, a project, engage."""
    seat = state.buyer
    if action == actions.PASS:
        state.councils[seat].passed = 1
        tell(told, PASSED, seat, 0)
    elif action < actions.PROJECT:
        train(cards, deal, state, seat, action - actions.TRAIN, told)
    elif action < actions.ROUTE:
        finish_project(cards, state, seat, action - actions.PROJECT, told)
    else:
        engage(cards, deal, state, seat, action - actions.ENGAGE, told)
    state.table_actions += 1
    return DONE


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


def ask_partner(state: State, told: Told) -> int:
    """Put a joint tender to the council whose need is to join it: it decides next."""
    draft = state.drafts[state.buyer]
    state.need_asked[draft.need] = state.year
    state.decider = state.need_seat[draft.partner]
    state.phase = ANSWERING
    tell(told, Happening.JOINT_ASKED, state.buyer, draft.need, draft.partner, draft.weights, state.decider)
    return WRITING


def answer(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> int:
    """The partner's answer: agreed, the joint tender is published; refused, no day is spent."""
    draft = state.drafts[state.buyer]
    if action == actions.AGREE:
        tell(told, Happening.JOINT_AGREED, state.decider, draft.partner, draft.need, cards.settings.partner_days)
        publish(cards, deal, state, told)
        state.table_actions += 1
        return DONE
    tell(told, Happening.JOINT_REFUSED, state.decider, draft.partner, draft.need)
    return REFUSED


def clear_desk(state: State) -> None:
    """Nothing lies on the desk of the council whose turn it is, and what it does next in Buy is open again."""
    begin_draft(state.drafts[state.buyer], NONE)
    state.phase = BUYING
