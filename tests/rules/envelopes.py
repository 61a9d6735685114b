"""Positions of sealed games set up by hand, and what lies in their envelopes."""

from typing import Any

from caffael.rules.actions import legal_actions, why_not
from caffael.rules.notation import from_text, to_text
from caffael.rules.reasons import Reason
from caffael.rules.terms import CHOICES, NONE, Phase, Route
from tests.rules.positions import Position

FAIR = "weights 40/20/20/20"
DEAR = "weights 60/20/20/0"


def sealed(seats: int = 2, **settings: Any) -> Position:
    """A bare table on which tenders are sealed; joint tenders need no lab."""
    game = Position(seats, sealed=1, **settings)
    game.cards.routes[Route.JOINT].labs[0] = 0
    return game


def needy(seats: int = 2, **supplier: Any) -> Position:
    """A sealed table on which each council has a need of food, of its own number, and one supplier can bid for all of them."""
    game = sealed(seats)
    for seat in range(seats):
        game.need(seat, seat=seat)
    game.supplier(0, **supplier)
    return game


def legal_for(game: Position, seat: int) -> list[str]:
    """The legal actions of a seat, by their written form."""
    row = [0] * CHOICES
    return [to_text(action, game.cards, game.ids) for action in row[: legal_actions(game.cards, game.state, seat, row)]]


def why_for(game: Position, seat: int, text: str) -> Reason:
    """Why an action is not legal for a seat."""
    return Reason(why_not(game.cards, game.state, seat, from_text(text, game.cards, game.ids)))


def tender(need: int, route: str = "open", weights: str = FAIR) -> tuple[str, ...]:
    """The three decisions of a tender."""
    return f"tender need-{need}", f"route {route}", weights


def joint(need: int, partner: int) -> tuple[str, ...]:
    """The three decisions of a joint tender."""
    return f"joint need-{need}", f"partner need-{partner}", FAIR


def written(game: Position, seat: int) -> list[str]:
    """What lies in a seat's envelope."""
    return [to_text(action, game.cards, game.ids) for action in game.state.envelopes[seat].written if action != NONE]


def contracts(game: Position, seat: int) -> list[tuple[int, int]]:
    """The need and the supplier of each running contract of a council."""
    council = game.council(seat)
    return [(council.contracts[place].need, council.contracts[place].supplier) for place in council.order[: council.running]]


def opened_in_order(game: Position) -> list[int]:
    """Open every envelope of the round; by whose they were."""
    order = []
    while game.state.phase == Phase.OPEN:
        order.append(game.state.decider)
        game.play("open")
    return order
