"""Fonts: `pygame.font`. The page has loaded their files by name before the board opens (`FACES`)."""

from pathlib import Path

from caffael.browser import wire
from caffael.browser.standin.constants import DIRECTION_LTR, DIRECTION_RTL
from caffael.browser.standin.surfaces import Surface, css, taken

FACES: dict[str, str] = {}
"""The name of each typeface for the page, by the path of its file."""


def init() -> None:
    """Nothing has to be made ready."""


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
        ink, from_right = css(tuple(colour)), self._direction == DIRECTION_RTL
        return taken(wire.canvas.text(words, self._face, self._size, ink, *size, self._above, from_right), size)


def face_of(path: str) -> str:
    """The name by which the page knows a typeface. One that it has not loaded is a KeyError."""
    return FACES[str(Path(path))]
