"""Left, below the council: the tray of needs that wait for a tender."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.drawings import draw_need, need_height
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Card, Widget
from caffael.presentation.blocks import Open
from caffael.presentation.cards import need_face
from caffael.presentation.faces import NeedFace

if TYPE_CHECKING:
    from caffael.board.screens.table.screen import TableScreen

GAP = 9.0


def needs_of(table: "TableScreen", seat: int) -> list[int]:
    """The needs in a council's tray."""
    council = table.session.game.state.councils[seat]
    return council.tray[: council.tray_count]


def tray_height(table: "TableScreen", width: float, seat: int) -> float:
    """How high the tray wants to be."""
    needs = needs_of(table, seat)
    if not needs:
        return empty_height(table, width)
    high = sum(need_height(table.look, width, need_face(table.session.viewer, need)) + GAP for need in needs) - GAP
    waiting = waiting_words(table, seat)
    return high + (table.look.words_height(waiting, width, "tiny") + GAP if waiting else 0.0)


def waiting_words(table: "TableScreen", seat: int) -> str:
    """How many needs wait for a place in the tray; empty when none does."""
    count = table.session.game.state.councils[seat].waiting_count
    if count == 0:
        return ""
    return table.session.plural("{n} more need waits for a place in the tray.", "{n} more needs wait for a place in the tray.", count)


def empty_words(table: "TableScreen") -> str:
    """What stands in an empty tray."""
    return table.session.text("The tray is empty: every need has its contract.")


def empty_height(table: "TableScreen", width: float) -> float:
    """How high the empty tray is."""
    return table.look.words_height(empty_words(table), width - 90, "small") + 34


def add_tray(table: "TableScreen", into: Widget, box: Box, seat: int) -> float:
    """Put the need cards into a column and say where they end."""
    needs = needs_of(table, seat)
    top = float(box.top)
    if not needs:
        high = empty_height(table, box.width)
        into.add(
            Card(
                Box(box.left, top, box.width, high),
                empty_words(table),
                lambda painter, where: _draw_empty(painter, table, where),
                rises=False,
            )
        )
        return top + high
    for need in needs:
        face = need_face(table.session.viewer, need)
        high = need_height(table.look, box.width, face)
        card = Card(
            Box(box.left, top, box.width, high),
            face.title,
            _drawn(face),
            _opens(table, seat, need),
            said=face.figures,
            name=f"need {need}",
        )
        into.add(card)
        top += high + GAP
    words = waiting_words(table, seat)
    if words:
        high = table.look.words_height(words, box.width, "tiny")
        into.add(Card(Box(box.left, top, box.width, high), words, lambda painter, where: _draw_waiting(painter, words, where), rises=False))
        top += high + GAP
    return top - GAP


def _drawn(face: NeedFace) -> Callable[[Painter, Box], None]:
    return lambda painter, where: draw_need(painter, where, face)


def _opens(table: "TableScreen", seat: int, need: int) -> Callable[[], None]:
    return lambda: table.press(Open("need", (seat, need)))


def _draw_waiting(painter: Painter, words: str, box: Box) -> None:
    painter.paragraph(words, box, "tiny", "bad", align="centre")


def _draw_empty(painter: Painter, table: "TableScreen", box: Box) -> None:
    painter.rect(box, None, "radius", "line_strong", 2)
    painter.icon("check", (box.left + 42, box.centery), 36, "good")
    painter.paragraph(empty_words(table), Box(box.left + 76, box.top, box.width - 90, box.height), "small", "ink_soft", middle=True)
