"""Three calm dots: a computer team is thinking."""

from caffael.board.painter import Painter

DOTS = 3
APART = 1.7
"""From one dot to the next, in dots."""


def dots_width(size: float) -> float:
    """How wide the dots are."""
    return size * (1 + (DOTS - 1) * APART)


def draw_dots_of_thought(painter: Painter, right: float, middle: float, size: float, ink: str, full: int) -> None:
    """Draw the dots with their right end at a place; one of them is full, the others pale."""
    for dot in range(DOTS):
        centre = (right - size / 2 - (DOTS - 1 - dot) * size * APART, middle)
        painter.circle(centre, size / 2, ink if dot == full else "line_strong")
