"""Bots: one policy over cards, state and the legal actions, in whole numbers, so that it compiles too. A bot is a record of numbers.

A bot answers which of the legal actions to take. It never sees the deal.

- `line_up.py`    bots by name and parameters: `make_bot("balanced:carbon=2")`. Which bots there are.
- `bot.py`        the record: tastes, habits, what it is barred from.
- `choosing.py`   `choose`: the policy of every bot.
- `guided.py`     one decision by taste, phase by phase; `buying.py` in Buy; `worth.py` what a bid is worth; `money.py` what is affordable.
- `planner.py`    tree search: `candidates.py` what it thinks about, `guess.py` a deal of its own, `prospect.py` how well a council stands.
- `pondering.py`  a planner by the clock, for tables where people wait.
- `barring.py`    play without a thing, or with the same weights always.
- `desk.py`       the scratch records a bot works on.
"""

from caffael.bots.bot import Bot
from caffael.bots.choosing import Policy, choose
from caffael.bots.desk import Desk
from caffael.bots.line_up import BOTS, NoSuchBotError, make_bot
from caffael.bots.pondering import ponder, portions

__all__ = ["BOTS", "Bot", "Desk", "NoSuchBotError", "Policy", "choose", "make_bot", "ponder", "portions"]
