"""Bots: policies as plain functions over cards, state and the legal actions, in whole numbers, so that they compile too.

A policy answers which of the legal actions to take. It never sees the deal. `random` takes any; the others engage, manage and
train alike and differ only in what they value in a bid (their taste, see `worth.py`).

- `desk.py`    the scratch records a bot works on.
- `worth.py`   what a bid is worth to a taste.
- `money.py`   what a council can still afford.
- `guided.py`  one decision, phase by phase.
"""

from collections.abc import Callable

from caffael.bots.desk import Desk
from caffael.bots.guided import choose_by_taste
from caffael.bots.worth import BALANCED, CHEAPEST, GREENEST, LOCAL
from caffael.rules.chance import draw_below
from caffael.rules.records import Cards, State, Stream

Policy = Callable[[Cards, State, list[int], int, Stream, Desk], int]


def random(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk) -> int:
    """Any legal action, each as likely as the others."""
    return draw_below(stream, count)


def cheapest(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk) -> int:
    """Wants the lowest price in every tender."""
    return choose_by_taste(cards, state, legal, count, desk, CHEAPEST)


def greenest(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk) -> int:
    """Wants the least carbon in every tender."""
    return choose_by_taste(cards, state, legal, count, desk, GREENEST)


def local(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk) -> int:
    """Wants the most local supplier in every tender."""
    return choose_by_taste(cards, state, legal, count, desk, LOCAL)


def balanced(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk) -> int:
    """Wants what serves the score: goals fed, promises kept, carbon and money weighed against each other."""
    return choose_by_taste(cards, state, legal, count, desk, BALANCED)


BOTS: dict[str, Policy] = {"random": random, "cheapest": cheapest, "greenest": greenest, "local": local, "balanced": balanced}
"""Every bot by its name, in the order in which they are offered."""
