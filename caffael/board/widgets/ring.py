"""The ring that shows where the keys go."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets.base import Widget


def draw_ring(painter: Painter, widget: Widget) -> None:
    """Draw a dark ring in a light one, so that it is seen on paper and on colour."""
    box, radius = widget.shape(painter.look)
    width = painter.look.measure("focus_width")
    around = Box(box).inflate(4 * width, 4 * width)
    painter.rect(around, None, radius + 2 * width, "focus_halo", 2 * width)
    painter.rect(Box(box).inflate(3 * width, 3 * width), None, radius + 1.5 * width, "focus", width)
