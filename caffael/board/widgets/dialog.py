"""A sheet over the screen that wants an answer first."""

from collections.abc import Callable

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Widget

EDGE = 12
AIR = 44


def middle(board: Box, width: float, height: float) -> Box:
    """A box of a size in the middle of the board."""
    return Box((board.width - width) / 2, (board.height - height) / 2, width, height)


class Dialog(Widget):
    """A sheet with a title in the middle of the board; what it holds is placed in `inside`. Escape closes it, unless it `must_answer`."""

    role = "dialog"

    def __init__(
        self,
        board: Box,
        width: float,
        height: float,
        title: str,
        *,
        line: str = "",
        picture: str = "",
        ink: Ink = "accent",
        must_answer: bool = False,
        text_scale: float = 1.0,
        on_closed: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(middle(board, width, height), title)
        self.line = line
        self.picture = picture
        self.ink = ink
        self.must_answer = must_answer
        self.on_closed = on_closed
        self._head = (94.0 if line else 68.0) * text_scale

    @property
    def value(self) -> str:
        """The line under the title."""
        return self.line

    @property
    def inside(self) -> Box:
        """Where there is room for what it holds, below a title in letters of the text scale it was given."""
        top = self.box.top + EDGE + AIR * 0.75 + self._head
        return Box(self.box.left + AIR, top, self.box.width - 2 * AIR, self.box.bottom - AIR * 0.75 - top)

    def dismiss(self) -> None:
        """Close it without an answer, if that is allowed."""
        if not self.must_answer and (tree := self.tree):
            tree.close(self)

    def closed(self) -> None:
        """Tell whoever opened it that it is gone."""
        if self.on_closed:
            self.on_closed()

    def draw(self, painter: Painter) -> None:
        """Draw the sheet and its title."""
        painter.shadow(self.box, "radius_large", 34, 150)
        painter.card(self.box, "paper", "radius_large", self.ink, "top", EDGE)
        left, top = self.box.left + AIR, self.box.top + EDGE + AIR * 0.75
        width = self.box.width - 2 * AIR
        if self.picture:
            painter.picture(self.picture, Box(left - 4, top - 4, 60, 60), self.ink)
            left, width = left + 72, width - 72
        painter.words(self.label, (left, top), "title" if not self.line else "heading", bold=True, width=width)
        if self.line:
            painter.words(self.line, (left, top + painter.look.line_height("heading")), "body", "ink_soft", width=width)
