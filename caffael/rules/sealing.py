"""Sealed tenders: Buy in rounds, in which all councils prepare and write at the same time, and envelopes are then opened one by one.

An envelope holds the decisions of a tender as the action numbers they are. Opening plays them one after the other through `why_not` and
`take`, as turns do, so what may be written, what may still be carried out and what it does have one owner.
"""

from caffael.rules import actions
from caffael.rules.actions import BUYING, OPENING, why_not
from caffael.rules.buying import PASSED, WRITING, begins_tender, clear_desk, take
from caffael.rules.buying import write as write_on_desk
from caffael.rules.cards import Cards
from caffael.rules.happened import Happening, tell
from caffael.rules.reasons import LEGAL, can_buy
from caffael.rules.records import Deal, State, Told
from caffael.rules.terms import DECISIONS, NONE


def hand_over(state: State, seat: int) -> None:
    """Let another council decide next, while envelopes are written. Only for a seat that `actions.phase_for` says may act."""
    state.buyer = seat
    state.decider = seat


def apply_sealed(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
    """Apply a legal action of Buy in a sealed game, but a partner's answer. The phase is Buy again where somebody else comes next."""
    if state.phase == OPENING:
        open_envelope(cards, deal, state, told)
    elif state.phase != BUYING or begins_tender(action):
        write(state, action)
    elif action == actions.WAIT:
        state.sealed[state.buyer] = 1
    elif action == actions.TAKE_BACK:
        take_back(state)
    else:
        prepare(cards, deal, state, action, told)


def prepare(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
    """Do what is done at once and for all to see: engage, train, a project, pass. Who can do nothing else then passes by itself."""
    seat = state.buyer
    take(cards, deal, state, action, told)
    pass_by_itself(cards, state, seat, told)


def write(state: State, action: int) -> None:
    """Write one decision of a tender. Once the tender is whole it is sealed, and nothing of it has happened yet."""
    seat = state.buyer
    written = state.envelopes[seat].written
    place = 0
    while written[place] != NONE:
        place += 1
    written[place] = action
    write_on_desk(state, action)
    if state.phase == BUYING:
        clear_desk(state)
        state.sealed[seat] = 1


def take_back(state: State) -> None:
    """A council takes its envelope back, and nothing is written any more."""
    seat = state.buyer
    state.sealed[seat] = 0
    for i in range(DECISIONS):
        state.envelopes[seat].written[i] = NONE


def open_envelope(cards: Cards, deal: Deal, state: State, told: Told) -> None:
    """Open the next envelope and carry out what is in it by the rules of this moment; what isn't allowed any more comes back, for nothing.

    A joint tender is put to its partner: then the phase is Answer, else Buy.
    """
    seat = state.buyer
    state.sealed[seat] = 0
    state.opened = place_of(state, seat) + 1
    clear_desk(state)
    written = state.envelopes[seat].written
    if written[0] == NONE:
        tell(told, Happening.LAID_NOTHING, seat)
        return
    state.tendered += 1
    came_back = False
    done = WRITING
    for i in range(DECISIONS):
        action = written[i]
        written[i] = NONE
        if action != NONE and not came_back:
            reason = why_not(cards, state, seat, action)
            if reason == LEGAL:
                done = take(cards, deal, state, action, told)
            else:
                tell(told, Happening.CAME_BACK, seat, action, reason)
                came_back = True
    if came_back or done != WRITING:
        clear_desk(state)


def first_of_round(state: State) -> int:
    """The seat whose envelope is opened first in this round: in the year's first the year's first council, then the next one each time."""
    return (state.first + state.round) % state.seats


def place_of(state: State, seat: int) -> int:
    """How many councils are opened before a seat in this round."""
    return (seat - first_of_round(state) + state.seats) % state.seats


def find_writer(cards: Cards, state: State, told: Told) -> bool:
    """Let the next council write, in the order of the round, or open the next envelope once all lie. False when Buy is over.

    While envelopes are written `hand_over` may let any other council decide before it.
    """
    while True:
        first = first_of_round(state)
        if state.opened == NONE:
            begin_round(cards, state, first, told)
        if state.opened == 0:
            for i in range(state.seats):
                seat = (first + i) % state.seats
                if state.councils[seat].passed == 0 and state.sealed[seat] == 0:
                    hand_over(state, seat)
                    return True
        for place in range(state.opened, state.seats):
            seat = (first + place) % state.seats
            if state.sealed[seat] == 1:
                hand_over(state, seat)
                state.phase = OPENING
                return True
        state.opened = NONE
        if state.tendered == 0:
            end_rounds(state, first, told)
            return False
        state.round += 1


def begin_round(cards: Cards, state: State, first: int, told: Told) -> None:
    """Begin a round: nothing is written, and who can do nothing but pass passes by itself."""
    state.opened = 0
    state.tendered = 0
    for i in range(state.seats):
        pass_by_itself(cards, state, (first + i) % state.seats, told)


def pass_by_itself(cards: Cards, state: State, seat: int, told: Told) -> None:
    """Let a council pass that has not, and can do nothing else."""
    if state.councils[seat].passed == 0 and not can_buy(cards, state, seat):
        state.councils[seat].passed = 1
        tell(told, PASSED, seat, 1)


def end_rounds(state: State, first: int, told: Told) -> None:
    """Buy is over with a round in which nobody laid down a tender: who has not passed does."""
    for i in range(state.seats):
        seat = (first + i) % state.seats
        if state.councils[seat].passed == 0:
            state.councils[seat].passed = 1
            tell(told, PASSED, seat, 1)
    state.round = 0
