"""The warning that nobody can bid, and why each supplier of the category can't."""

from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.faces import KINDS
from caffael.board.screens.tender.lines import supplier_name
from caffael.board.screens.tender.shut_out import ShutOut, shut_out

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.tender.draft import Draft


def draw_nobody(painter: Painter, session: "Session", draft: "Draft", box: Box) -> None:
    """Draw the warning of a tender that is not published yet."""
    found = shut_out(session.game.cards, draft.state, draft.need, draft.partner, draft.route, draft.scope, [])
    warning = session.text("Nobody can bid for this. If you publish, the days are gone and the need stays.")
    used = draw_warning(painter, box, warning)
    draw_shut_out(painter, Box(box.left, used.bottom + 20, box.width, box.bottom - used.bottom - 20), session, found)


def draw_warning(painter: Painter, box: Box, words: str) -> Box:
    """Draw a plain warning across the top of a box, and say which part of it that took."""
    high = max(84.0, painter.look.words_height(words, box.width - 130, "heading", True) + 36)
    around = Box(box.left, box.top + 6, box.width, high)
    painter.rect(around, "warn_pale", "radius", "warn", 2.5)
    painter.icon("warning", (around.left + 54, around.centery), 56, "warn")
    painter.paragraph(
        words, Box(around.left + 106, around.top + 14, around.width - 126, around.height - 28), "heading", bold=True, middle=True
    )
    return around


def draw_shut_out(painter: Painter, box: Box, session: "Session", found: list[ShutOut]) -> None:
    """Draw who serves the category and can't bid, with the reason, in as many columns as needed."""
    look = painter.look
    title = session.text("Who can't bid, and why") if found else session.text("No supplier in the market serves this category now.")
    painter.words(title, box.topleft, "lead", bold=True, width=box.width)
    top = box.top + look.line_height("lead") + 12
    high = max(62.0, look.line_height("body") + look.line_height("small") + 14)
    rows = max(1, int((box.bottom - top) // (high + 8)))
    across = max(1, -(-len(found) // rows))
    wide = (box.width - 12 * (across - 1)) / across
    for place, one in enumerate(found):
        cell = Box(box.left + place // rows * (wide + 12), top + place % rows * (high + 8), wide, high)
        painter.rect(cell, "paper_warm", "radius", "line", 1.5)
        painter.icon(KINDS[session.game.cards.suppliers[one.supplier].kind], (cell.left + 36, cell.centery), 42, "ink_soft")
        room = wide - 84
        painter.words(supplier_name(session, one.supplier), (cell.left + 70, cell.top + 6), "body", bold=True, width=room)
        said = one.hindrance.said(session.language)
        painter.words(said, (cell.left + 70, cell.top + 6 + look.line_height("body")), "small", "bad", width=room)
