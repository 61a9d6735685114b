"""What a bot has to decide, with all that it may know: apart from the game, so that it can think while the board goes on."""

from dataclasses import dataclass

from caffael.bots import Bot, Desk, Policy
from caffael.rules.cards import Cards
from caffael.rules.records import State, Stream
from caffael.rules.terms import CHOICES


@dataclass(frozen=True, slots=True)
class Question:
    """One decision of a bot. `seen` and `stream` are its own copies; the cards never change."""

    policy: Policy
    cards: Cards
    seen: State
    legal: list[int]
    stream: Stream
    bot: Bot

    def answer(self, desk: Desk) -> int:
        """The action it decides on. The same question has one answer, unless the bot thinks by the clock. A desk serves one at a time."""
        row = self.legal + [0] * (CHOICES - len(self.legal))
        return self.legal[self.policy(self.cards, self.seen, row, len(self.legal), self.stream, desk, self.bot)]
