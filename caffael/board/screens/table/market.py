"""Bottom: the market, a row of suppliers."""

from functools import partial

from caffael.board.drawings.cards import draw_supplier, supplier_size
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.host import TableHost
from caffael.board.widgets import Card, ScrollArea, Widget
from caffael.board.widgets.card import Drawer
from caffael.presentation.faces import SupplierFace
from caffael.presentation.table.region import market, market_face
from caffael.rules.terms import NONE

GAP = 8.0
EDGE = 12.0
FOOT = 14.0
LETTERS = 1.0
"""Up to this text scale the letters of the suppliers grow."""


def market_height(table: TableHost) -> float:
    """How high the row is, with the air below it."""
    return supplier_size(table.look.dense(LETTERS), max(1, len(table.viewer.market)))[1] + FOOT


def add_market(table: TableHost, into: Widget) -> ScrollArea:
    """Put the row of suppliers at the foot of the screen; where it is too long it scrolls across."""
    cards = market(table.viewer)
    room = table.look.board.width - 2 * EDGE
    width, height = supplier_size(table.look.dense(LETTERS), max(1, len(cards)), room, GAP)
    whole = len(cards) * (width + GAP) - GAP
    left = EDGE + max(0.0, (room - whole) / 2)
    where = Box(EDGE, table.look.board.height - FOOT - height, room, height)
    area = into.add(ScrollArea(where, whole, sideways=True, label=table.viewer.text("The market"), name="market"))
    table.motion.part("market", NONE, area)
    for place, card in enumerate(cards):
        box = Box(left + place * (width + GAP), area.box.top, width, height)
        drawn = _drawn(table, table.viewer.market[place], place, width + GAP)
        area.add(Card(box, card.face.name, drawn, partial(table.press, card.press), said=card.face.kind_words, name=card.id))
    return area


def shown_face(table: TableHost, supplier: int) -> SupplierFace:
    """A supplier's card as it is shown at this moment: with private knowledge while it is looked at."""
    seat = table.looking
    viewer = table.viewer if seat is None else table.session.viewer_at(seat)
    return market_face(viewer, supplier, table.pointed_need, private=seat is not None)


def _drawn(table: TableHost, supplier: int, place: int, step: float) -> Drawer:
    def draw(painter: Painter, where: Box) -> None:
        away = table.motion.shift(place, step, where.left)
        draw_supplier(painter.dense(LETTERS), where.move(away, 0) if away else where, shown_face(table, supplier))

    return draw
