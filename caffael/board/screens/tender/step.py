"""What the pages of the tender have in common."""

from collections.abc import Callable
from typing import Protocol

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Button, Card, Heading, Tree, Widget
from caffael.board.window import App
from caffael.presentation.blocks import Group, Offer, Page
from caffael.presentation.press import Press
from caffael.presentation.tender.draft import Draft
from caffael.presentation.viewer import Viewer


class Desk(Protocol):
    """The sheet that a page lies on: what a page needs of it."""

    app: App
    draft: Draft

    @property
    def look(self) -> Look:
        """How the board looks."""

    @property
    def tree(self) -> Tree:
        """Its widgets."""

    @property
    def viewer(self) -> Viewer:
        """Who writes the tender."""

    @property
    def instant(self) -> bool:
        """Whether nothing glides."""

    def redraw(self) -> None:
        """Draw again what is there."""

    def choose(self, action: int) -> None:
        """Take what an offer stands for."""

    def press(self, press: Press) -> None:
        """Do what a press does."""


class Step:
    """One page of the sheet. `build` puts its widgets into a box of the sheet, `draw` draws what lies under them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def build(self, box: Box, page: Page) -> None:
        """Put the widgets in their places."""

    def draw(self, painter: Painter) -> None:
        """Draw what lies under the widgets."""

    def add_last(self) -> None:
        """Put what comes after the buttons of the sheet in its place."""

    def heading(self, box: Box, group: Group) -> float:
        """The heading of a group across the top of a box; say how high it is."""
        line = self.desk.look.line_height("heading") + 8
        self.desk.tree.root.add(Heading(Box(box.left, box.top, box.width, line), group.title))
        return line

    def card(self, box: Box, offer: Offer, drawn: Callable[[Painter, Box], None]) -> Card:
        """An offer as a card."""
        return Card(
            box,
            offer.title,
            drawn,
            lambda: self.desk.choose(offer.action),
            said=offer.said,
            chosen=offer.chosen,
            name=offer.id,
            enabled=not offer.why,
            why=offer.why,
            more=offer.more,
        )

    def add_turn(self, area: Widget, left: float, top: float, name: str, press: Press | None) -> None:
        """Add the small button that turns a card over, where it has another side."""
        if press is not None:
            side, words = self.desk.look.measure("target"), self.desk.viewer.text("Turn over")
            turn = lambda: self.desk.press(press)  # noqa: E731
            area.add(Button(Box(left, top, side, side), words, turn, style="plain", picture="swap", icon_only=True, name=f"turn.{name}"))


def groups(page: Page) -> list[Group]:
    """The groups of a page."""
    return [block for block in page.blocks if isinstance(block, Group)]
