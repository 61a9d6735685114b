"""What others' moves do to who is likely to win a council's open need: the table as it lies, against the same table without the moves.

A move that gives a supplier work takes one of its places and makes it dearer; engaging brings suppliers to the market. Nothing else that a
council does in Buy changes who may bid for another's need, and for how much.
"""

from collections.abc import Sequence

from caffael.rules.cards import Cards
from caffael.rules.decks import take_out
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State, Table
from caffael.rules.tender import OPEN, expected_table
from caffael.rules.terms import FRAMEWORK, NONE, Scope

AWARDED = int(Happening.AWARDED)
ENGAGED = int(Happening.ENGAGED)
SUPPLIER_CAME = int(Happening.SUPPLIER_CAME)
YEAR_OPENED = int(Happening.YEAR_OPENED)
ALL = int(Scope.ALL)


def likely_winner(cards: Cards, state: State, seat: int, need: int, weights: int, table: Table) -> int:
    """Who would win a need by the open procedure with these weights, as printed; NONE where nobody can bid."""
    expected_table(cards, state, seat, need, NONE, OPEN, ALL, weights, table)
    return table.bidders[table.winner].supplier if table.count > 0 else NONE


def is_move(lines: Sequence[Happened], count: int) -> bool:
    """Whether a turn of which so many lines tell may have changed who bids, and for how much."""
    for line in lines[:count]:
        if line.kind == YEAR_OPENED:
            return False
        if line.kind == AWARDED or line.kind == ENGAGED:
            return True
    return False


def has_part(lines: Sequence[Happened], count: int, seat: int) -> bool:
    """Whether it was this council that engaged, or that signed a contract, its partner's too, in a turn."""
    for line in lines[:count]:
        if line.kind == YEAR_OPENED:
            return False
        if line.seat == seat and (line.kind == AWARDED or line.kind == ENGAGED):
            return True
    return False


def take_back(state: State, lines: Sequence[Happened], count: int) -> None:
    """Take back what a turn did to the market: whom it gave work is as free as before, whom it brought is not there.

    What the year did by itself after the turn stays; so does a place that a contract has set free again at its end.
    """
    freed = NONE
    engaged = 0
    for line in lines[:count]:
        if line.kind == YEAR_OPENED:
            return
        if line.kind == ENGAGED:
            engaged = 1
        elif line.kind == AWARDED:
            if line.b != freed and line.b != FRAMEWORK and is_running(state, line.seat, line.a, line.b):
                freed = line.b  # a joint tender takes one place for both contracts
                state.supplier_running[line.b] -= 1
        elif line.kind == SUPPLIER_CAME and engaged == 1:
            leave_market(state, line.a)


def leave_market(state: State, supplier: int) -> None:
    """Take a supplier out of the row where it is there."""
    for i in range(state.market_count):
        if state.market[i] == supplier:
            take_out(state.market, state.market_count, supplier)
            state.market_count -= 1
            return


def is_running(state: State, seat: int, need: int, supplier: int) -> bool:
    """Whether a council's contract for a need still runs with a supplier."""
    council = state.councils[seat]
    for i in range(council.running):
        contract = council.contracts[council.order[i]]
        if contract.need == need and contract.supplier == supplier:
            return True
    return False
