"""What the parts of the table, its sheets and its pickers need of the screen that they belong to."""

from typing import Protocol

from caffael.board.screens.sheet_stack import SheetHost


class TableHost(SheetHost, Protocol):
    """The table, as its parts know it."""

    news: str

    @property
    def shown_seat(self) -> int:
        """Whose council lies at the left."""

    @property
    def buying(self) -> bool:
        """Whether people decide now what to buy."""

    def rebuild(self) -> None:
        """Lay the table out anew."""

    def redraw(self) -> None:
        """Draw the table anew."""
