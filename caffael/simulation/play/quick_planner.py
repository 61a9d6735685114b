"""The planner, compiled, for the board: the same choices by the same rules, some fifty times quicker."""

import time
from functools import cache
from typing import Any

import numpy as np

from caffael.bots import Bot, Desk, choose, make_bot
from caffael.bots.bot import PLANNER
from caffael.rules.actions import legal_actions
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.deal import lay_table, shuffle_decks
from caffael.rules.records import Deal, State, Stream, Told
from caffael.rules.step import begin
from caffael.rules.terms import CHOICES
from caffael.scenario import load_pack
from caffael.scenario.finding import find_packs
from caffael.simulation.play import compiled, layout

PORTION = 100
"""Trials between two looks at the clock."""


class QuickPlanner:
    """A policy for `Match.policy`: planners think compiled, other bots as they are. It keeps a game's cards from one call to the next."""

    def __init__(self) -> None:
        self.cards: Cards | None = None
        self.card_array = layout.to_array(Cards())
        self.desk = layout.to_array(Desk())

    def __call__(self, cards: Cards, state: State, legal: list[int], count: int, stream: Stream, desk: Desk, bot: Bot) -> int:
        """Which of the legal actions the bot takes: its place in the row."""
        if bot.kind != PLANNER or bot.barred == 1:
            return choose(cards, state, legal, count, stream, desk, bot)
        if cards is not self.cards:
            self.cards, self.card_array = cards, layout.to_array(cards)
        own = Stream()
        copy_into(own, stream)
        arrays = (state, own, bot)
        table, draws, planner = (layout.to_array(record)[0] for record in arrays)
        choices = np.array(legal, np.int64)
        begin_plan, think, conclude = entries()
        begin_plan(self.card_array[0], table, choices, count, draws, self.desk[0], planner)
        if bot.milliseconds == 0:
            think(self.card_array[0], bot.iterations, self.desk[0], planner)
        else:
            until = time.perf_counter() + bot.milliseconds / 1000
            while time.perf_counter() < until:
                think(self.card_array[0], PORTION, self.desk[0], planner)
        return int(conclude(choices, count, self.desk[0]))


@cache
def entries() -> tuple[Any, Any, Any]:
    """The planner's compiled steps."""
    return compiled.begin_plan, compiled.think, compiled.conclude


def get_planner_ready() -> None:
    """Compile the planner's steps, or load them as they were compiled before."""
    cards = load_pack(find_packs()[0].id).cards
    deal, state, told, stream, legal = Deal(), State(), Told(), Stream(), [0] * CHOICES
    shuffle_decks(cards, 0, stream, deal)
    lay_table(cards, deal, state, 1, [0], told)
    begin(cards, deal, state, told)
    count = legal_actions(cards, state, state.decider, legal)
    QuickPlanner()(cards, state, legal, count, stream, Desk(), make_bot("planner:iterations=1"))
