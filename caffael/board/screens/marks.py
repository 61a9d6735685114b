"""The marks of a carbon track or bar as things to press: each says what it pays or costs, and whether it has been passed."""

from collections.abc import Callable, Iterable

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Card, Widget
from caffael.presentation.faces import Mark

MIDDLE = 0.5


def add_marks(
    look: Look, into: Widget, placed: Iterable[tuple[Box, Mark]], press: Callable[[Mark], None], within: Box | None = None
) -> None:
    """Lay something to press over the words of each mark, which are drawn already: as large as a finger, outwards from the middle, but not
    out of a box.
    """
    least = max(look.measure("target"), look.finger)
    for words, mark in placed:
        wide, high = max(words.width, least), max(words.height, least)
        box = Box(words.left if mark.share >= MIDDLE else words.right - wide, words.centery - high / 2, wide, high)
        box = box if within is None else box.clip(within)
        go = lambda mark=mark: press(mark)  # noqa: E731
        into.add(Card(box, mark.words, _nothing, go, rises=False, said=mark.told, radius="radius_small", name=f"mark {mark.words}"))


def _nothing(painter: Painter, box: Box) -> None:
    """The mark is drawn with its track."""
