"""One sentence at the foot of the screen, for a while."""

from dataclasses import dataclass

from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box

WIDEST = 1100
FOOT = 36


@dataclass(slots=True)
class Toast:
    """What is being said, and until when by the clock of the tree."""

    words: str
    until: float

    def paint(self, painter: Painter) -> None:
        """Draw it over everything."""
        look = painter.look
        width = min(WIDEST, look.words_width(self.words, "lead") + 8)
        height = look.words_height(self.words, width, "lead")
        box = Box((WIDTH - width) / 2 - 36, HEIGHT - FOOT - height - 36, width + 72, height + 36)
        painter.shadow(box, "radius_large", 22, 130)
        painter.rect(box, "ink", "radius_large")
        painter.paragraph(self.words, Box(box.left + 36, box.top + 18, width, height), "lead", "ink_light", align="centre")
