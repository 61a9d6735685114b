"""What the class's room asks of the session whose game it is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from caffael.words.language import Language

if TYPE_CHECKING:
    from caffael.board.window import App
    from caffael.match import Match
    from caffael.presentation.playback import Playback
    from caffael.presentation.settings import Settings


class Lesson(Protocol):
    """A session, as its room knows it."""

    app: "App"
    settings: "Settings"
    language: Language
    match: "Match | None"
    playback: "Playback | None"
    skipping: bool
    class_waits: bool

    @property
    def game(self) -> "Match":
        """The game that is being played."""

    @property
    def hides_scores(self) -> bool:
        """Whether the teacher keeps scores and ranks to the end."""

    @property
    def tells_something(self) -> bool:
        """Whether a page tells something."""

    def now(self) -> float:
        """The session's clock."""

    def deciding_seat(self) -> int | None:
        """The seat of people that decides now."""

    def play_for_device(self, seat: int, actions: Sequence[int]) -> None:
        """Play one table action of a seat."""

    def room_changed(self) -> None:
        """Lay anew what shows the room."""
