"""What the three steps of the tender have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Button

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.tender.screen import TenderScreen


class Step:
    """One page of the sheet. `build` puts its widgets into a box of the sheet, `draw` draws what lies under them."""

    def __init__(self, screen: "TenderScreen") -> None:
        self.screen = screen
        self.session = screen.session
        self.draft = screen.draft
        self.box = Box(0, 0, 0, 0)

    def build(self, box: Box) -> None:
        """Put the widgets in their places."""
        self.box = Box(box)

    def draw(self, painter: Painter) -> None:
        """Draw what lies under the widgets."""


def turn_button(session: "Session", box: Box, turn: Callable[[], None], name: str) -> Button:
    """The small button that turns a card over."""
    return Button(box, session.text("Turn over"), turn, style="plain", picture="swap", icon_only=True, name=name)
