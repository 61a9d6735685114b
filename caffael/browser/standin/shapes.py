"""Shapes: `pygame.draw`, and the vector that a wave is made with."""

import math
from collections.abc import Sequence

from caffael.browser import wire
from caffael.browser.standin.surfaces import Surface, css


class Vector2:
    """A place or a way in the plane."""

    __slots__ = ("x", "y")

    def __init__(self, x: float, y: float) -> None:
        self.x, self.y = float(x), float(y)

    def rotate_rad(self, angle: float) -> "Vector2":
        """The same turned by an angle."""
        across, down = math.cos(angle), math.sin(angle)
        return Vector2(self.x * across - self.y * down, self.x * down + self.y * across)


class Draw:
    """`pygame.draw`."""

    @staticmethod
    def rect(surface: Surface, colour: Sequence[int], rect: Sequence[int], width: int = 0, border_radius: int = 0) -> None:
        """A filled rectangle with round corners."""
        del width
        wire.canvas.rounded(surface.number, css(tuple(colour)), *rect, max(0, border_radius))

    @staticmethod
    def aalines(surface: Surface, colour: Sequence[int], closed: bool, points: Sequence[Sequence[float]]) -> None:
        """A soft line through points."""
        del closed
        wire.canvas.lines(surface.number, css(tuple(colour)), [number for point in points for number in point])


draw = Draw
