"""Who of the category can't bid, and why: found by asking the rules the same question with one thing changed at a time."""

from dataclasses import dataclass
from enum import Enum

from caffael.rules.cards import Cards
from caffael.rules.records import State
from caffael.rules.tender import can_bid, tender_size
from caffael.rules.terms import Route, Scope
from caffael.words.language import words


class Hindrance(Enum):
    """What keeps a supplier of the category from bidding."""

    BUSY = words("no free place for another contract")
    TOO_LARGE = words("the contract is too large for it")
    NOT_SUPPORTED = words("not a supported employment provider")
    NOT_LOCAL = words("not a local firm")
    NOT_SMALL = words("not a small firm")
    NOT_ASKED = words("further back in the row, so not asked")


@dataclass(frozen=True, slots=True)
class ShutOut:
    """A supplier of the market that serves the category and can't bid."""

    supplier: int
    hindrance: Hindrance


def shut_out(cards: Cards, state: State, need: int, partner: int, route: int, scope: int, bidders: list[int]) -> list[ShutOut]:
    """The suppliers of the row that serve a need's category and are not among the bidders, in the order of the row."""
    category = cards.needs[need].category
    found: list[ShutOut] = []
    for place in range(state.market_count):
        supplier = state.market[place]
        if cards.suppliers[supplier].categories[category] == 1 and supplier not in bidders:
            found.append(ShutOut(supplier, _hindrance(cards, state, supplier, category, tender_size(cards, need, partner), route, scope)))
    return found


def _hindrance(cards: Cards, state: State, supplier: int, category: int, size: int, route: int, scope: int) -> Hindrance:
    if can_bid(cards, state, supplier, category, size, route, scope):
        return Hindrance.NOT_ASKED
    if not can_bid(cards, state, supplier, category, 0, Route.OPEN, Scope.ALL):
        return Hindrance.BUSY
    if not can_bid(cards, state, supplier, category, size, Route.LOTS if route == Route.LOTS else Route.OPEN, Scope.ALL):
        return Hindrance.TOO_LARGE
    if route == Route.RESERVED:
        return Hindrance.NOT_SUPPORTED
    return Hindrance.NOT_LOCAL if scope == Scope.LOCAL else Hindrance.NOT_SMALL
