"""A button as a tile: a large picture, and its words beside it on two lines."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets import Button


class VerbButton(Button):
    """A button as a tile: a large picture, and the verb beside it on two lines."""

    def _face(self, painter: Painter, box: Box, ink: Ink) -> None:
        icon = min(44.0, box.height * 0.56)
        left = box.left + 12
        painter.icon(self.picture, (left + icon / 2, box.centery), icon, ink)
        room = Box(left + icon + 10, box.top + 4, box.right - 10 - (left + icon + 10), box.height - 8)
        painter.paragraph(self.label, room, "body", ink, bold=True, middle=True, most_lines=2)
