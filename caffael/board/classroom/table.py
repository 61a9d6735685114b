"""The game as the room asks for it: what a device decides is played by the session, and moves the board's pages as a person at it would."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caffael.board.classroom.lesson import Lesson
from caffael.presentation.screens import ScreenId
from caffael.words.language import USUAL, Code, Language

if TYPE_CHECKING:
    from caffael.match import Match

HELD = (ScreenId.COVER, ScreenId.UNSAVED, ScreenId.TIMELINE)
"""Pages that must be left first: eyes are to the front, or the teacher looks for another point of the game."""


class SessionTable:
    """The game of a session."""

    def __init__(self, session: Lesson) -> None:
        self.session = session

    @property
    def match(self) -> "Match | None":
        """The game that is played; the one beneath while the teacher looks back in it."""
        watched = self.session.playback
        return self.session.match if watched is None else watched.live

    @property
    def scores_hidden(self) -> bool:
        """Whether the teacher keeps scores and ranks to the end."""
        match = self.match
        return self.session.hides_scores and match is not None and not match.finished

    def language_for(self, code: Code) -> Language:
        """The words of a device: its language, in the edition of the game."""
        match = self.match
        return Language(code, USUAL if match is None else match.pack.wording)

    def answerable(self) -> bool:
        """Whether a device may play now: not while a page of the big screen tells something, is covered, or shows another point of the
        game, nor while a bot stands in for everybody. Once a game is over and told, devices see its end: the rules refuse the rest.
        """
        session, match = self.session, self.match
        if match is None or session.playback is not None or session.skipping or session.tells_something:
            return False
        return not any(screen.id in HELD for screen in session.app.screens)

    def play(self, seat: int, actions: Sequence[int]) -> None:
        """Play one table action of a seat, all of its decisions or none. Raises IllegalAction."""
        self.session.play_for_device(seat, actions)
