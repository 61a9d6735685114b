"""The backs of what lies on the tender sheet: a criterion, the weights, a route."""

from typing import TYPE_CHECKING

from caffael.board.screens.backs import Back
from caffael.words import handbook

if TYPE_CHECKING:
    from caffael.board.game import Session


def criterion_back(session: "Session", criterion: int) -> Back:
    """What a criterion is."""
    return Back((handbook.criterion(session.language, criterion, session.game.cards.settings.people == 1),))


def weights_back(session: "Session", criteria: list[int]) -> Back:
    """What weights are, and each criterion that can have one."""
    people = session.game.cards.settings.people == 1
    entries = [handbook.criterion(session.language, criterion, people) for criterion in criteria]
    return Back((handbook.entry(session.language, "term", "weights"), *entries))


def route_back(session: "Session", route: int, scope: int) -> Back:
    """What a way to buy is."""
    return Back((handbook.route(session.language, route, scope),))
