"""Two parts of a screen: side by side on a board that is wide, one below the other on one that is higher than wide."""

from caffael.board.look import Look
from caffael.board.scale import Box


def split(look: Look, box: Box, wide: float, high: float, gap: float, stacked: bool = False) -> tuple[Box, Box]:
    """Cut a box in two: the first part is `wide` on a wide board, and `high` on one that is higher than wide or where it is `stacked`."""
    if look.tall or stacked:
        return Box(box.left, box.top, box.width, high), Box(box.left, box.top + high + gap, box.width, box.height - high - gap)
    return Box(box.left, box.top, wide, box.height), Box(box.left + wide + gap, box.top, box.width - wide - gap, box.height)
