"""A button as a tile: a large picture, and its words beside it on two lines."""

from collections.abc import Sequence

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.dense import VERBS, common_size, dense, denser
from caffael.board.theme import Ink
from caffael.board.widgets import Button

AIR = 10.0
PICTURE = 38.0


class VerbButton(Button):
    """A button with a large picture at the left. `size` is that of its words, and best the same for all in a row."""

    def _face(self, painter: Painter, box: Box, ink: Ink) -> None:
        inner = denser(painter, VERBS)
        painter.icon(self.picture, (box.left + AIR + PICTURE / 2, box.centery), PICTURE, ink)
        left = box.left + AIR + PICTURE + 8
        room = Box(left, box.top + 2, box.right - 6 - left, box.height - 4)
        inner.paragraph(self.label, room, self.size, ink, bold=True, middle=True, least=14)


def words_room(width: float) -> float:
    """How wide the words of a tile may be."""
    return width - AIR - PICTURE - 8 - 6


def size_for(look: Look, labels: Sequence[str], width: float) -> float:
    """The text size at which all these tiles of a width can be read."""
    return common_size(dense(look, VERBS), labels, words_room(width))
