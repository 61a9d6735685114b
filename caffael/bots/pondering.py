"""A planner that thinks for a time instead of a number of trials: for tables where people wait. Bulk play never goes by the clock."""

import time

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
    if bot.kind != PLANNER or bot.barred == 1:
        return choose(cards, state, legal, count, stream, desk, bot)
    begin_plan(cards, state, legal, count, stream, desk, bot)
    if bot.milliseconds == 0:
        think(cards, min(bot.iterations, PLAIN_ITERATIONS), desk, bot)
    else:
        until = time.perf_counter() + bot.milliseconds / 1000
        while time.perf_counter() < until:
            think(cards, PORTION, desk, bot)
    return conclude(legal, count, desk)
