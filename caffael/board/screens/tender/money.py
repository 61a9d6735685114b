"""What a contract would leave, in a sentence with a sign: under the bids, and in the question before it is published."""

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets import Words
from caffael.presentation.blocks import Group, Line, Text
from caffael.presentation.money import money_line

PICTURE = 28.0
GAP = 12.0
NAME = "money"


def money_of(group: Group) -> Line | None:
    """The sentence of a group about money, as a line; None where there is none."""
    return next((money_line(block) for block in group.blocks if isinstance(block, Text) and block.id == NAME), None)


def money_height(look: Look, line: Line, width: float, size: str = "body") -> float:
    """How high the sentence is."""
    return max(PICTURE, look.words_height(line.title, width - PICTURE - GAP, size)) + 2


class MoneyWords(Words):
    """The sentence in a box, behind its picture; what is missing stands out in words, sign and colour."""

    def __init__(self, box: Box, line: Line, size: str = "body") -> None:
        super().__init__(Box(box), line.title, size=size, name=NAME)
        self.show(line)

    def show(self, line: Line) -> None:
        """Say something else."""
        self.label, self.picture = line.title, line.picture
        self.warns = line.ink != "ink"
        self.ink: Ink = line.ink

    def draw(self, painter: Painter) -> None:
        """Draw the picture and the sentence."""
        box, ink = self.box, self.ink if self.warns else "ink_soft"
        painter.icon(self.picture, (box.left + PICTURE / 2, box.centery), PICTURE, ink)
        around = Box(box.left + PICTURE + GAP, box.top, box.width - PICTURE - GAP, box.height)
        painter.paragraph(self.label, around, self.size, self.ink, self.warns, middle=True)
