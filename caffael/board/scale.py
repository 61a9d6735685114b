"""From the units of the board to the pixels of any window.

Everything on the board is placed in units. The board takes the shape of the window, from 16 : 9 (1920 x 1080 units) over 4 : 3
(1440 x 1080) and 3 : 4 (1080 x 1440) to 9 : 16 (1080 x 1920); in windows that are longer still it stands in the middle, and what is left
over at the sides is ground. A screen asks `board` how much room it has. The text scale makes letters larger without moving anything: a
screen that wants to make room for larger letters asks for `text` when it lays itself out.
"""

from dataclasses import dataclass, field

import pygame

Box = pygame.FRect
"""A rectangle in units."""

USUAL = (1920, 1080)
"""The window that measures are thought in: one pixel to a unit."""
SHORT = 1080.0
"""The short side of the board in units, unless the window is nearly square."""
LONGEST, MIDDLE = 16 / 9, 4 / 3
"""The long side to the short one, at most; and where the board stops to get narrower, so that nothing loses its room."""
LEAST = 1 / 3
"""The fewest pixels of a unit: in a window smaller than 640 x 360 the board is cut off at its edges."""
FINGER = 44
"""Pixels that a finger needs each way, on a screen with one pixel of the window to each of the system."""
TEXT_SCALES = (1.0, 1.25, 1.5, 1.75)


@dataclass(frozen=True, slots=True)
class Scale:
    """How large the board is in a window of this size (`board`, units), how many pixels a unit has (`factor`), where it begins (`offset`).

    `density` is how many of them there are to a pixel of the system, in which fingers are measured. `foot` are pixels at the foot of the
    window that the board leaves free.
    """

    width: int = USUAL[0]
    height: int = USUAL[1]
    text: float = 1.0
    density: float = 1.0
    foot: int = 0
    board: Box = field(init=False)
    factor: float = field(init=False)
    offset: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        room = max(1, self.height - self.foot)
        wide, high = board_size(self.width / room)
        factor = max(LEAST, min(self.width / wide, room / high))
        object.__setattr__(self, "board", Box(0, 0, wide, high))
        object.__setattr__(self, "factor", factor)
        object.__setattr__(self, "offset", (round((self.width - wide * factor) / 2), round((room - high * factor) / 2)))

    @property
    def finger(self) -> float:
        """How many units a finger needs each way."""
        return FINGER * self.density / self.factor

    def px(self, units: float) -> int:
        """Say how many whole pixels a length has; anything above nothing has at least one."""
        return max(1, round(units * self.factor)) if units > 0 else 0

    def font(self, size: float) -> int:
        """Say how many pixels high a text size is, with the reader's text scale."""
        return max(6, round(size * self.factor * self.text))

    def rect(self, box: Box) -> pygame.Rect:
        """Say which pixels of the window a box covers. Boxes that touch stay touching."""
        return span(box, self.factor, self.offset)

    def to_units(self, pixel: tuple[float, float]) -> tuple[float, float]:
        """Say where on the board a pixel of the window is."""
        left, top = self.offset
        return (pixel[0] - left) / self.factor, (pixel[1] - top) / self.factor

    def to_pixels(self, point: tuple[float, float]) -> tuple[int, int]:
        """Say which pixel of the window a point of the board is."""
        left, top = self.offset
        return round(point[0] * self.factor) + left, round(point[1] * self.factor) + top


def board_size(shape: float) -> tuple[float, float]:
    """How wide and high the board is in units, by the width of the window to its height.

    From 16 : 9 to 4 : 3 only the long side gets shorter; between 4 : 3 and 3 : 4 the board keeps as much room as it has there.
    """
    shape = max(1 / LONGEST, min(LONGEST, shape))
    if shape >= MIDDLE:
        return SHORT * shape, SHORT
    if shape <= 1 / MIDDLE:
        return SHORT, SHORT / shape
    room = SHORT * SHORT * MIDDLE
    return (room * shape) ** 0.5, (room / shape) ** 0.5


def span(box: Box, factor: float, offset: tuple[float, float]) -> pygame.Rect:
    """Say which whole pixels a box covers at a factor, after moving it by an offset in pixels."""
    x, y, width, height = box
    dx, dy = offset
    left, top = round(x * factor + dx), round(y * factor + dy)
    right, bottom = round((x + width) * factor + dx), round((y + height) * factor + dy)
    return pygame.Rect(left, top, right - left, bottom - top)
