"""What the parts of the table, its sheets and its pickers need of the screen that they belong to."""

from typing import Protocol

from caffael.board.screens.sheet_stack import SheetHost
from caffael.presentation.blocks import Press


class TableHost(SheetHost, Protocol):
    """The table, as its parts know it."""

    news: str

    @property
    def shown_seat(self) -> int:
        """Whose council lies at the left."""

    @property
    def buying(self) -> bool:
        """Whether people decide now what to buy."""

    def press(self, press: Press) -> None:
        """Do what a press of a button or card means."""

    def rebuild(self) -> None:
        """Lay the table out anew."""

    def redraw(self) -> None:
        """Draw the table anew."""

    def close_all(self) -> None:
        """Take all sheets away without a word."""

    def play(self, action: int) -> None:
        """Play an action for the team whose turn it is, and go on."""

    def pass_now(self) -> None:
        """Pass."""

    def write_tender(self, need: int | None, partner: int | None) -> None:
        """Write a tender for a need, or a joint one with a partner's need."""

    def go_on(self) -> None:
        """Go on with whoever's turn it is."""

    def step_forward(self) -> None:
        """Play again what was taken back."""
