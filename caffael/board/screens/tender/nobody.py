"""The warning that nobody can bid, and why each supplier of the category can't."""

from collections.abc import Iterable

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Card, Heading, ScrollArea, Widget, Words
from caffael.presentation.blocks import Block, Group, Line, Text

GAP = 10.0
LEAST = 460.0
"""The least width of a supplier's row, at the usual letters."""


class Alert(Words):
    """A plain warning on its own ground."""

    role = "alert"

    def draw(self, painter: Painter) -> None:
        """Draw it."""
        painter.rect(self.box, "warn_pale", "radius", "warn", 2.5)
        painter.icon("warning", (self.box.left + 54, self.box.centery), 56, "warn")
        around = Box(self.box.left + 106, self.box.top + 14, self.box.width - 126, self.box.height - 28)
        painter.paragraph(self.label, around, "heading", bold=True, middle=True)


def add_nobody(root: Widget, look: Look, box: Box, blocks: Iterable[Block]) -> None:
    """Put a warning across the top of a box, and below it who serves the category and can't bid, with the reason."""
    warning, group = blocks
    assert isinstance(warning, Text) and isinstance(group, Group)
    high = max(84.0, look.words_height(warning.words, box.width - 130, "heading", True) + 36)
    root.add(Alert(Box(box.left, box.top + 6, box.width, high), warning.words, name=warning.id))
    top = box.top + high + 26
    line = look.line_height("lead") + 10
    root.add(Heading(Box(box.left, top, box.width, line), group.title, size="lead"))
    top += line + 4
    across = max(1, min(3, int(box.width // (LEAST * look.text_scale))))
    wide = (box.width - 12 - GAP * (across - 1)) / across
    row = max(62.0, look.line_height("body") + look.line_height("small") + 14)
    found = [block for block in group.blocks if isinstance(block, Line)]
    area = root.add(ScrollArea(Box(box.left, top, box.width, box.bottom - top), -(-len(found) // across) * (row + GAP)))
    for place, one in enumerate(found):
        where = Box(box.left + 2 + place % across * (wide + GAP), top + place // across * (row + GAP), wide, row)
        area.add(Card(where, one.title, lambda painter, at, one=one: draw_shut_out(painter, at, one), said=one.words, name=one.id))  # type: ignore[misc]


def draw_shut_out(painter: Painter, box: Box, one: Line) -> None:
    """Draw a supplier that can't bid, with the reason."""
    look, room = painter.look, box.width - 84
    painter.rect(box, "paper_warm", "radius", "line", 1.5)
    painter.icon(one.picture, (box.left + 36, box.centery), 42, one.ink)
    top = box.centery - (look.line_height("body") + look.line_height("small")) / 2
    painter.words(one.title, (box.left + 70, top), "body", bold=True, width=room)
    painter.words(one.words, (box.left + 70, top + look.line_height("body")), "small", "bad", width=room)
