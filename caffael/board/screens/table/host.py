"""What the parts of the table need of the screen that they belong to."""

from typing import TYPE_CHECKING, Protocol

from caffael.board.drawings.hexmap import HexMap
from caffael.board.screens.sheet_stack import SheetHost
from caffael.board.screens.table.motion import Motion
from caffael.board.story.pace import PacedTree

if TYPE_CHECKING:
    from caffael.board.session import Session


class TableHost(SheetHost, Protocol):
    """The table, as its parts know it. `looking` is the seat whose private note is looked at, `dot` the full one of those that think."""

    news: str
    news_seat: int
    looking: int | None
    pointed_need: int | None
    map: HexMap | None
    engaged: int | None

    @property
    def tree(self) -> PacedTree:
        """Its widgets."""

    @property
    def is_seen(self) -> bool:
        """Whether no other page lies over it."""

    @property
    def session(self) -> "Session":
        """The session."""

    @property
    def motion(self) -> Motion:
        """What moves on the table."""

    @property
    def dot(self) -> int:
        """Which of the dots is full that say that a computer team thinks."""

    def look_privately(self, seat: int, on: bool) -> None:
        """Lift the cover of what only one team knows, or let it fall."""

    def rebuild(self) -> None:
        """Lay the table out anew."""

    def redraw(self) -> None:
        """Draw the table anew."""

    def note_engaged(self, turn: int | None) -> None:
        """Note over the map what engaging the market turned up in a turn, or take the note away."""

    def close_all(self) -> None:
        """Take all sheets away without a word."""

    def write_tender(self, need: int | None = None, partner: int | None = None) -> None:
        """Write a tender for a need, or a joint one with a partner's need."""
