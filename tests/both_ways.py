"""One table for each way of running the rules: interpreted and compiled."""

from collections.abc import Callable

import numpy as np

from caffael.rules.cards import Cards
from caffael.rules.copying import words_of
from caffael.rules.records import Deal, State, Stream, Told
from caffael.rules.terms import CHOICES
from caffael.simulation.play import compiled, games, layout


class BothWays:
    """The same cards on two tables, one for each way of running."""

    def __init__(self, cards: Cards) -> None:
        self.cards = cards
        self.records = (Deal(), State(), State(), Told(), Stream())
        self.arrays = [layout.to_array(record) for record in self.records]
        self.card_array = layout.to_array(cards)
        self.seen_plain = [0] * 200
        self.seen_compiled = np.zeros(200, np.int64)

    def play(self, seed: int, seats: int, every: int) -> tuple[int, int]:
        """The check numbers of one game, interpreted and compiled."""
        councils = [(seed + seat) % self.cards.council_count for seat in range(seats)]
        plain = games.play_randomly(self.cards, *self.records, [0] * CHOICES, seats, councils, seed, self.seen_plain, every)
        asked = (np.zeros(CHOICES, np.int64), seats, np.array(councils), seed, self.seen_compiled, every)
        play: Callable[..., int] = compiled.play_randomly
        fast = play(*(array[0] for array in (self.card_array, *self.arrays)), *asked)
        return plain, int(fast)

    def states_agree(self) -> bool:
        """Whether the two tables look alike to the last word."""
        copy = State()
        layout.from_array(self.arrays[1][0], copy)
        return list(words_of(copy)) == list(words_of(self.records[1]))
