"""Fonts: `pygame.font`. The page has loaded their files by name before the board opens (`FACES`)."""

from pathlib import Path
from typing import NamedTuple

from caffael.browser import wire
from caffael.browser.standin.constants import DIRECTION_LTR, DIRECTION_RTL
from caffael.browser.standin.surfaces import OPAQUE, Surface, css

FACES: dict[str, str] = {}
"""The name of each typeface for the page, by the path of its file."""


def init() -> None:
    """Nothing has to be made ready."""


class Line(NamedTuple):
    """Words in a typeface, size and colour: how far it goes above its line, whether it is written from the right, how large it is."""

    words: str
    face: str
    pixels: int
    ink: str
    above: int
    from_right: bool
    size: tuple[int, int]

    def lay(self, to: int, x: int, y: int, alpha: int) -> None:
        """Write it on a canvas."""
        wire.canvas.text(to, self.words, self.face, self.pixels, self.ink, x, y + self.above, self.from_right, alpha)

    def make(self) -> int:
        """Write it on a canvas of its own."""
        number: int = wire.canvas.make(*self.size, False)
        self.lay(number, 0, 0, OPAQUE)
        return number


class Font:
    """A typeface at a size in pixels."""

    def __init__(self, path: str, size: int) -> None:
        self._face = face_of(path)
        self._size = size
        self._direction = DIRECTION_LTR
        self._above: int = round(wire.canvas.ascent(self._face, size))
        self._high: int = self._above + round(wire.canvas.descent(self._face, size))

    def get_ascent(self) -> int:
        """How far it goes above its line."""
        return self._above

    def get_height(self) -> int:
        """How high it is in all."""
        return self._high

    def set_direction(self, direction: int) -> None:
        """Write from the left, or from the right."""
        self._direction = direction

    def size(self, words: str) -> tuple[int, int]:
        """How wide and high words are."""
        return round(wire.canvas.measure(words, self._face, self._size)), self._high

    def render(self, words: str, smooth: bool, colour: tuple[int, ...]) -> Surface:
        """Words as a surface with a clear ground."""
        del smooth
        size = (max(1, self.size(words)[0]), max(1, self._high))
        line = Line(words, self._face, self._size, css(tuple(colour)), self._above, self._direction == DIRECTION_RTL, size)
        return Surface(size, recipe=line)


def face_of(path: str) -> str:
    """The name by which the page knows a typeface. One that it has not loaded is a KeyError."""
    return FACES[str(Path(path))]
