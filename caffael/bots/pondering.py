"""A planner that thinks for a time instead of a number of trials: for tables where people wait. Bulk play never goes by the clock."""

import time
from collections.abc import Generator

from caffael.bots.bot import PLANNER, Bot
from caffael.bots.choosing import choose
from caffael.bots.desk import Desk
from caffael.bots.planner import begin_plan, conclude, think
from caffael.rules.cards import Cards
from caffael.rules.records import State, Stream

PORTION = 4
"""Trials between two looks at the clock."""
PLAIN_ITERATIONS = 40
"""Trials of a planner at most where it is not compiled: half a second."""


def ponder(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk, bot: Bot) -> int:
    """Which of the legal actions a bot takes at a table where people wait; as `choose`, but a planner keeps to its time."""
    thought = portions(cards, state, legal, count, stream, desk, bot)
    while True:
        try:
            next(thought)
        except StopIteration as end:
            return int(end.value)


def portions(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk, bot: Bot) -> Generator[None, None, int]:
    """As `ponder`, in portions of a few milliseconds: something else can be done after each."""
    if bot.kind != PLANNER or bot.barred == 1:
        return choose(cards, state, legal, count, stream, desk, bot)
    begin_plan(cards, state, legal, count, stream, desk, bot)
    if bot.milliseconds == 0:
        left = min(bot.iterations, PLAIN_ITERATIONS)
        while left > 0:
            think(cards, min(left, PORTION), desk, bot)
            left -= PORTION
            yield
    else:
        until = time.perf_counter() + bot.milliseconds / 1000
        while time.perf_counter() < until:
            think(cards, PORTION, desk, bot)
            yield
    return conclude(legal, count, desk)
