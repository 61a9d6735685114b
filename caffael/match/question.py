"""One decision of a bot, apart from the game: it can be answered on another thread."""

from collections.abc import Generator
from dataclasses import dataclass

from caffael.bots import Bot, Desk, Policy, ponder, portions
from caffael.rules.cards import Cards
from caffael.rules.records import State, Stream
from caffael.rules.terms import CHOICES


@dataclass(frozen=True, slots=True)
class Question:
    """One decision of a bot. `seen` and `stream` are its own; from neither can be reckoned what lies face down. The cards never change."""

    policy: Policy
    cards: Cards
    seen: State
    legal: list[int]
    stream: Stream
    bot: Bot

    def answer(self, desk: Desk) -> int:
        """The action it decides on. The same question has one answer, unless the bot thinks by the clock. A desk serves one at a time."""
        return self.legal[self.policy(self.cards, self.seen, self._row(), len(self.legal), self.stream, desk, self.bot)]

    def answer_in_portions(self, desk: Desk) -> Generator[None, None, int]:
        """As `answer`, a few milliseconds at a time where the bot decides in the plain way; else all at once."""
        if self.policy is not ponder:
            return self.answer(desk)
        place = yield from portions(self.cards, self.seen, self._row(), len(self.legal), self.stream, desk, self.bot)
        return self.legal[place]

    def _row(self) -> list[int]:
        return self.legal + [0] * (CHOICES - len(self.legal))
