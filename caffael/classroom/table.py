"""The game as the room asks for it: whoever owns the game plays what a device decides."""

from collections.abc import Sequence
from typing import Protocol

from caffael.match import Match
from caffael.words.language import USUAL, Code, Edition, Language


class Table(Protocol):
    """The owner of the game: the board's session, or a plain match in tests and benches."""

    @property
    def match(self) -> Match | None:
        """The game; None while the room waits for one."""

    @property
    def scores_hidden(self) -> bool:
        """Whether the teacher keeps scores and ranks to the end."""

    def language_for(self, code: Code) -> Language:
        """The words of a device: its language, in the edition of the game."""

    def play(self, seat: int, actions: Sequence[int]) -> None:
        """Play one table action of a seat, its decisions one after the other. All of them or none: raises IllegalAction."""

    def answerable(self) -> bool:
        """Whether a device may play now: False while a page on the big screen must be left first."""


class PlainTable:
    """A game without a screen: what is decided is played at once."""

    def __init__(self, match: Match | None = None, edition: Edition = USUAL, scores_hidden: bool = False) -> None:
        self.match = match
        self.edition = edition
        self.scores_hidden = scores_hidden
        self.open_page = False
        """A page lies on the big screen that must be left first."""

    def language_for(self, code: Code) -> Language:
        """The words of a device."""
        return Language(code, self.edition)

    def play(self, seat: int, actions: Sequence[int]) -> None:
        """Play one table action of a seat, all of it or none."""
        if self.match is None:
            raise ValueError("no game lies on the table")
        self.match.play_together(actions, seat)

    def answerable(self) -> bool:
        """Whether a device may play now."""
        return not self.open_page
