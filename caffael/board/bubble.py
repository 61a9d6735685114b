"""The bubble of the guide, with the ring round what it points at."""

from collections.abc import Callable

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Button, Words
from caffael.board.widgets.base import Widget

WIDE = 620.0
AIR = 26.0
RING = 8.0
HAND = 64.0
EDGE = 20.0
GAP = 34.0
LEAVE, NEXT = "guide.leave", "guide.next"


class Bubble(Widget):
    """A sentence with a button that leaves the guided game and, where nothing has to be done, one that goes on.

    Without a target it stands `beside` the dialog it speaks of, or at the foot of the page.
    """

    role = "group"
    live = True

    def __init__(
        self,
        look: Look,
        words: str,
        target: Box | None,
        leave: tuple[str, Callable[[], None]],
        on: tuple[str, Callable[[], None]] | None,
        beside: Box,
    ) -> None:
        wide = min(980.0, WIDE * (1 + (look.text_scale - 1) * 0.6))
        inside = wide - 2 * AIR
        high = look.words_height(words, inside - HAND - 10, "lead")
        foot = Button.natural(look, "A", size="body")[1]
        top_part = max(high, HAND)
        box = place_beside(look.board, target or beside, (wide, top_part + foot + 2 * AIR + 16))
        super().__init__(Box(look.board), words, name="guide")
        self.paper, self.target = box, target
        self.add(
            Words(Box(box.left + AIR + HAND + 10, box.top + AIR, inside - HAND - 10, high + 2), words, size="lead", name="guide.words")
        )
        row = box.bottom - AIR - foot
        self._button(look, leave, Box(box.left + AIR, row, 0, foot), LEAVE, "quiet")
        if on is not None:
            button = self._button(look, on, Box(box.right - AIR, row, 0, foot), NEXT, "primary")
            button.box.left -= button.box.width

    def _button(self, look: Look, verb: tuple[str, Callable[[], None]], at: Box, name: str, style: str) -> Button:
        wide = Button.natural(look, verb[0], size="body")[0]
        box = Box(at.left, at.top, wide, at.height)
        return self.add(Button(box, verb[0], verb[1], style="primary" if style == "primary" else "quiet", size="body", name=name))

    def covers(self, at: tuple[float, float]) -> bool:
        """Only its paper is in the way of what lies below."""
        return bool(self.paper.collidepoint(at))

    def draw(self, painter: Painter) -> None:
        """Draw the ring, the paper and the hand."""
        if self.target is not None:
            around = Box(self.target).inflate(2 * RING, 2 * RING)
            painter.rect(around, None, "radius_large", "focus_halo", RING)
            painter.rect(around, None, "radius_large", "accent", RING / 2)
        painter.shadow(self.paper, "radius_large", 30, 150)
        painter.card(self.paper, "paper_warm", "radius_large", "accent", "left", 10)
        painter.icon("hand", (self.paper.left + AIR + HAND / 2, self.paper.top + AIR + HAND / 2), HAND, "accent")


def place_beside(board: Box, target: Box, size: tuple[float, float]) -> Box:
    """A box of a size on the board, beside a target: where it covers least of it; at the foot when that is the whole board."""
    wide, high = size
    if target.width >= board.width:
        return Box((board.width - wide) / 2, board.height - high - EDGE, wide, high)
    middle, centre = target.left + target.width / 2, target.top + target.height / 2
    corners = (
        (target.right + GAP, centre - high / 2),
        (target.left - GAP - wide, centre - high / 2),
        (middle - wide / 2, target.top - GAP - high),
        (middle - wide / 2, target.bottom + GAP),
    )
    boxes = [Box(within(left, board.width - wide), within(top, board.height - high), wide, high) for left, top in corners]
    return min(boxes, key=lambda box: covered(box, target))


def within(at: float, most: float) -> float:
    """A place that leaves a little air to the edges of the window."""
    return max(EDGE, min(at, most - EDGE))


def covered(one: Box, other: Box) -> float:
    """How much of a box another covers."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, wide) * max(0.0, high)
