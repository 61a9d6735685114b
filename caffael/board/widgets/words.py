"""Words that stand on the screen and can be read out, but not pressed; and the sentence at its foot."""

from dataclasses import KW_ONLY, dataclass

from caffael.board.painter import Align, Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Widget

WIDEST = 1100
FOOT = 36


@dataclass(eq=False, repr=False)
class Words(Widget):
    """A piece of text in a box. `**` marks what is bold."""

    role = "text"

    _: KW_ONLY
    size: float | str = "body"
    ink: Ink = "ink"
    bold: bool = False
    align: Align = "left"
    middle: bool = False

    def draw(self, painter: Painter) -> None:
        """Draw the words, wrapped, made smaller if they must."""
        painter.paragraph(self.label, self.box, self.size, self.ink, self.bold, self.align, self.middle)


@dataclass(eq=False, repr=False)
class Heading(Words):
    """Words that name what comes below them."""

    role = "heading"

    _: KW_ONLY
    size: float | str = "heading"
    bold: bool = True


@dataclass(slots=True)
class Toast:
    """What is being said, and until when by the clock of the tree."""

    words: str
    until: float

    def paint(self, painter: Painter) -> None:
        """Draw it over everything."""
        look = painter.look
        width = min(WIDEST, look.board.width - 152, look.words_width(self.words, "lead") + 8)
        height = look.words_height(self.words, width, "lead")
        box = Box((look.board.width - width) / 2 - 36, look.board.height - FOOT - height - 36, width + 72, height + 36)
        painter.shadow(box, "radius_large", 22, 130)
        painter.rect(box, "ink", "radius_large")
        painter.paragraph(self.words, Box(box.left + 36, box.top + 18, width, height), "lead", "ink_light", align="centre")


def paint_standing(painter: Painter, words: str) -> None:
    """Draw what is said for as long as it is so: a narrow band at the top, over everything."""
    look = painter.look
    width, height = min(look.board.width - 80.0, look.words_width(words, "small", True) + 44), look.line_height("small") + 10
    box = Box((look.board.width - width) / 2, 0, width, height)
    painter.rect(box, "bad", "radius_small")
    painter.paragraph(words, box.inflate(-24, -4), "small", "ink_light", True, align="centre", middle=True, least="tiny")
