"""The ring of the team timer: how much of its time a team has left, with the minutes in the middle."""

from caffael.board.drawings.bars import draw_share_ring
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink

WIDTH = 6.0


def draw_timer_ring(painter: Painter, box: Box, share: float, minutes: int, ink: Ink) -> None:
    """Draw a calm ring that grows shorter; when nothing is left a clock stands in it."""
    painter.circle(box.center, box.width / 2, "gold_pale" if share <= 0 else "ink_light")
    draw_share_ring(painter, box, share, ink, "line", WIDTH)
    if share <= 0:
        painter.icon("timer", box.center, box.width * 0.6, "ink")
    else:
        painter.words(str(minutes), box.center, box.width * 0.4 / painter.look.text_scale, bold=True, anchor="center")
