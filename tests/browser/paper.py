"""A page that draws nothing and remembers what it was asked for, so that the stand-in for pygame can be tried without a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from caffael.browser import wire


class Paper:
    """The canvases of a page: each has a number, and every drawing is written down."""

    def __init__(self) -> None:
        self.drawn: list[tuple[Any, ...]] = []
        self.dropped: list[int] = []
        self.told: list[tuple[str, dict[str, Any]]] = []
        self._last = 0

    def make(self, width: int, height: int, opaque: bool) -> int:
        del width, height, opaque
        self._last += 1
        return self._last

    def drop(self, number: int) -> None:
        self.dropped.append(number)

    def measure(self, words: str, face: str, size: int) -> float:
        del face
        return len(words) * size * 0.5

    def ascent(self, face: str, size: int) -> float:
        del face
        return size * 1.0

    def descent(self, face: str, size: int) -> float:
        del face
        return size * 0.25

    def svg(self, source: str, width: int, height: int) -> int:
        return self._made("svg", source, width, height)

    def blurred(self, source: int, spread: float) -> int:
        return self._made("blurred", source, spread)

    def picture(self, width: int, height: int, pixels: bytes) -> int:
        return self._made("picture", width, height, len(pixels))

    def _made(self, *asked: Any) -> int:
        self.drawn.append(asked)
        return self.make(1, 1, False)

    def __getattr__(self, name: str) -> Any:
        return lambda *asked: self.drawn.append((name, *asked))


@contextmanager
def paper() -> Iterator[Paper]:
    """Draw on paper for a while."""
    before = wire.canvas, wire._page
    page = Paper()
    wire.use(page, lambda kind, message: page.told.append((kind, message)))
    try:
        yield page
    finally:
        wire.use(*before)
