"""The market: rows of suppliers at the foot, or with large letters a column at the right."""

from functools import partial

from caffael.board.drawings.cards import SIZE, draw_supplier, supplier_size
from caffael.board.drawings.supplier_low import draw_supplier_low, low_size
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.host import TableHost
from caffael.board.screens.table.layout import FOOT, Layout, has_column, market_rows
from caffael.board.widgets import Card, ScrollArea, Widget
from caffael.board.widgets.card import Drawer
from caffael.presentation.faces import SupplierFace
from caffael.presentation.plain import is_plain
from caffael.presentation.table.region import market, market_face
from caffael.rules.terms import NONE

GAP = 8.0
EDGE = 12.0
BAR = 12.0
"""Room for the bar of a row that scrolls, between two rows."""
TALL = 1.1
"""Up to this text scale a supplier stands on a tall card, from there on on a low one."""


def market_height(table: TableHost) -> float:
    """How high the market is where it lies at the foot, with the air below it; nothing where it is a column."""
    look = table.look
    if has_column(look):
        return 0.0
    rows = market_rows(look)
    return rows * (_size(table, rows)[1] + GAP) - GAP + FOOT


def _size(table: TableHost, rows: int) -> tuple[float, float]:
    """How large a card is."""
    look, count = table.look, -(-max(1, len(table.viewer.market)) // rows)
    if look.text_scale > TALL:
        return low_size(look)
    width, height = supplier_size(look, count, look.board.width - 2 * EDGE, GAP)
    if width < SIZE[0] * look.text_scale and is_plain(table.viewer):
        return SIZE[0] * look.text_scale, SIZE[1] * look.text_scale
    return width, height


def add_market(table: TableHost, into: Widget, layout: Layout) -> ScrollArea:
    """Put the suppliers in their places; where they are too many they scroll across, or down in a column."""
    cards = market(table.viewer)
    if layout.down:
        room = layout.market
        width, height = room.width, low_size(table.look)[1]
        extent = len(cards) * (height + GAP) - GAP
        area = ScrollArea(room, extent, label=table.viewer.text("The market"), name="market")
        area.bleed = EDGE
        places = [Box(room.left, room.top + place * (height + GAP), width, height) for place in range(len(cards))]
    else:
        (width, height), room = _size(table, layout.rows), layout.market.inflate(-2 * EDGE, 0)
        per_row = -(-len(cards) // layout.rows)
        whole = per_row * (width + GAP) - GAP
        left = EDGE + max(0.0, (room.width - whole) / 2)
        area = ScrollArea(room, whole, sideways=True, label=table.viewer.text("The market"), name="market")
        places = [
            Box(left + place % per_row * (width + GAP), room.top + place // per_row * (height + GAP), width, height)
            for place in range(len(cards))
        ]
    table.motion.part("market", NONE, into.add(area))
    low = table.look.text_scale > TALL
    for place, (card, box) in enumerate(zip(cards, places, strict=True)):
        drawn = _drawn(table, table.viewer.market[place], place, low)
        area.add(Card(box, card.face.name, drawn, partial(table.press, card.press), said=card.face.said, name=card.id))
    table.motion.market_lies(places)
    return area


def shown_face(table: TableHost, supplier: int) -> SupplierFace:
    """A supplier's card as it is shown at this moment: with private knowledge while it is looked at.

    It is lit for a need of the council at the left alone, as another's, or one that is bought, is not pointed at any more.
    """
    seat = table.looking
    viewer = table.viewer if seat is None else table.session.viewer_at(seat)
    need = table.pointed_need if table.pointed_need in table.viewer.tray(table.viewer.seat) else None
    return market_face(viewer, supplier, need, private=seat is not None)


def _drawn(table: TableHost, supplier: int, place: int, low: bool) -> Drawer:
    card = draw_supplier_low if low else draw_supplier

    def draw(painter: Painter, where: Box) -> None:
        away = table.motion.shift(place)
        card(painter, where.move(*away) if any(away) else where, shown_face(table, supplier))

    return draw
