"""Where the table is dense, letters grow only so far with the reader's text scale: whoever presses a card reads it large on its sheet."""

from collections.abc import Sequence

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Scale

MARKET = 1.0
VERBS = 1.3
TRACK = 1.2
CHIPS = 1.2
LETTERS = tuple(22.0 - step / 2 for step in range(15))


def dense(look: Look, most: float) -> Look:
    """The same look with letters no larger than a text scale."""
    if look.text_scale <= most:
        return look
    return Look(look.theme, Scale(look.scale.width, look.scale.height, most), look.letters, look.pictures, look.store)


def denser(painter: Painter, most: float) -> Painter:
    """The same painter with letters no larger than a text scale."""
    look = dense(painter.look, most)
    return painter if look is painter.look else Painter(painter.surface, look, painter.offset)


def common_size(look: Look, labels: Sequence[str], width: float, lines: int = 2) -> float:
    """The largest text size at which every label stands in a width on so many lines, no word broken."""
    for size in LETTERS:
        words = max(look.words_width(word, size, bold=True) for label in labels for word in label.split())
        high = max(look.words_height(label, width, size, bold=True) for label in labels)
        if words <= width and high <= lines * look.line_height(size) + 1:
            return size
    return LETTERS[-1]
