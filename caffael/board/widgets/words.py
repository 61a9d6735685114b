"""Words that stand on the screen and can be read out, but not pressed."""

from caffael.board.painter import Align, Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Widget


class Words(Widget):
    """A piece of text in a box. `**` marks what is bold."""

    role = "text"

    def __init__(
        self,
        box: Box,
        words: str,
        *,
        size: float | str = "body",
        ink: Ink = "ink",
        bold: bool = False,
        align: Align = "left",
        middle: bool = False,
        name: str = "",
    ) -> None:
        super().__init__(box, words, name=name)
        self.size = size
        self.ink = ink
        self.bold = bold
        self.align: Align = align
        self.middle = middle

    def draw(self, painter: Painter) -> None:
        """Draw the words, wrapped, made smaller if they must."""
        painter.paragraph(self.label, self.box, self.size, self.ink, self.bold, self.align, self.middle)


class Heading(Words):
    """Words that name what comes below them."""

    role = "heading"

    def __init__(self, box: Box, words: str, *, size: float | str = "heading", ink: Ink = "ink", align: Align = "left") -> None:
        super().__init__(box, words, size=size, ink=ink, bold=True, align=align)
