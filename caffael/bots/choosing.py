"""The one policy that every bot plays by: random, guided by its taste, or planning; without what it is barred from."""

from collections.abc import Callable

from caffael.bots.barring import leave_out
from caffael.bots.bot import PLANNER, RANDOM, Bot
from caffael.bots.desk import Desk
from caffael.bots.guided import choose_by_taste
from caffael.bots.planner import plan
from caffael.rules.cards import Cards
from caffael.rules.chance import draw_below
from caffael.rules.records import State, Stream

Policy = Callable[[Cards, State, list[int], int, Stream, Desk, Bot], int]
"""What `choose` is, interpreted or compiled."""


def choose(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk, bot: Bot) -> int:
    """Which of the `count` legal actions a bot takes: its place in the row. The bot never sees the deal."""
    if bot.barred == 0:
        return decide(cards, state, legal, count, stream, desk, bot)
    kept = leave_out(cards, state, legal, count, desk.allowed, desk.places, bot)
    return desk.places[decide(cards, state, desk.allowed, kept, stream, desk, bot)]


def decide(cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk, bot: Bot) -> int:
    """Which of these actions the bot takes, by its kind."""
    if bot.kind == RANDOM:
        return draw_below(stream, count)
    if bot.kind == PLANNER:
        return plan(cards, state, legal, count, stream, desk, bot)
    return choose_by_taste(cards, state, legal, count, desk, bot)
