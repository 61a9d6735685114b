"""Apply one action and move the game on: the one owner of the turn order.

`step` changes the state and writes into `told` what happened. After it, it is again somebody's decision, or the game is over.
"""

from caffael.rules import actions
from caffael.rules.actions import ANSWERING, BUYING, MANAGING, OVER, why_not
from caffael.rules.buying import DONE, PASSED, WRITING, clear_desk, take
from caffael.rules.cards import Cards
from caffael.rules.delivery import deliver
from caffael.rules.happened import Happening, forget, tell
from caffael.rules.reasons import LEGAL, can_buy, can_manage
from caffael.rules.records import Deal, State, Told
from caffael.rules.sealing import apply_sealed, find_writer, hand_over
from caffael.rules.terms import Management
from caffael.rules.year import end_game, open_year, review


def step(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> int:
    """Apply an action for the seat that decides now and move the game on.

    Returns Reason.LEGAL, or why the action is refused; then nothing has changed.
    """
    return step_for(cards, deal, state, state.decider, action, told)


def step_for(cards: Cards, deal: Deal, state: State, seat: int, action: int, told: Told) -> int:
    """As `step`, for a seat: in a sealed game several may decide at the same time."""
    reason = why_not(cards, state, seat, action)
    if reason != LEGAL:
        return reason
    forget(told)
    if seat != state.decider:
        hand_over(state, seat)
    apply(cards, deal, state, action, told)
    return LEGAL


def begin(cards: Cards, deal: Deal, state: State, told: Told) -> None:
    """Move a table that was just laid to its first decision."""
    state.phase = BUYING
    move_on(cards, deal, state, state.first, told)


def apply(cards: Cards, deal: Deal, state: State, action: int, told: Told) -> None:
    """Apply a legal action of the seat that decides now and move on to the next decision."""
    if state.phase == MANAGING:
        apply_in_manage(cards, deal, state, action, told)
        return
    if cards.settings.sealed == 1 and state.phase != ANSWERING:
        apply_sealed(cards, deal, state, action, told)
        if state.phase != BUYING:
            return
        start = state.buyer
    else:
        done = take(cards, deal, state, action, told)
        if done == WRITING:
            return
        clear_desk(state)
        start = (state.buyer + 1) % state.seats if done == DONE else state.buyer
    move_on(cards, deal, state, start, told)


def move_on(cards: Cards, deal: Deal, state: State, start: int, told: Told) -> None:
    """Move the game to its next decision: Buy from seat `start` on, or Manage from the `start`-th council of the year on. A sealed Buy
    goes in rounds instead.

    Years pass until somebody can decide, or the game is over.
    """
    while True:
        if state.phase == BUYING:
            if cards.settings.sealed == 1:
                if find_writer(cards, state, told):
                    return
            elif find_buyer(cards, state, start, told):
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
