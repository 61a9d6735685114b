"""The warning that nobody can bid, and why each supplier of the category can't."""

from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.lines import supplier_name
from caffael.board.screens.tender.shut_out import ShutOut
from caffael.board.widgets import Card, Heading, ScrollArea, Widget, Words
from caffael.words.looks import KIND_IDS

if TYPE_CHECKING:
    from caffael.board.game import Session

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


def add_nobody(root: Widget, session: "Session", box: Box, warning: str, found: list[ShutOut]) -> None:
    """Put a warning across the top of a box, and below it who serves the category and can't bid, with the reason."""
    look = session.app.look
    high = max(84.0, look.words_height(warning, box.width - 130, "heading", True) + 36)
    root.add(Alert(Box(box.left, box.top + 6, box.width, high), warning, name="nobody"))
    top = box.top + high + 26
    line = look.line_height("lead") + 10
    title = session.text("Who can't bid, and why") if found else session.text("No supplier in the market serves this category now.")
    root.add(Heading(Box(box.left, top, box.width, line), title, size="lead"))
    top += line + 4
    across = max(1, min(3, int(box.width // (LEAST * look.text_scale))))
    wide = (box.width - 12 - GAP * (across - 1)) / across
    row = max(62.0, look.line_height("body") + look.line_height("small") + 14)
    area = root.add(ScrollArea(Box(box.left, top, box.width, box.bottom - top), -(-len(found) // across) * (row + GAP)))
    for place, one in enumerate(found):
        where = Box(box.left + 2 + place % across * (wide + GAP), top + place // across * (row + GAP), wide, row)
        area.add(shut_out_card(session, where, one))


def shut_out_card(session: "Session", box: Box, one: ShutOut) -> Card:
    """A supplier that can't bid, with the reason."""
    name, why = supplier_name(session, one.supplier), one.hindrance.said(session.language)
    kind = KIND_IDS[session.game.cards.suppliers[one.supplier].kind]

    def draw(painter: Painter, where: Box) -> None:
        look, room = painter.look, where.width - 84
        painter.rect(where, "paper_warm", "radius", "line", 1.5)
        painter.icon(kind, (where.left + 36, where.centery), 42, "ink_soft")
        top = where.centery - (look.line_height("body") + look.line_height("small")) / 2
        painter.words(name, (where.left + 70, top), "body", bold=True, width=room)
        painter.words(why, (where.left + 70, top + look.line_height("body")), "small", "bad", width=room)

    return Card(box, name, draw, said=why, name=f"shut out.{one.supplier}")
