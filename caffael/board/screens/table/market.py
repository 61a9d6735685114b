"""Bottom: the market, a row of suppliers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.drawings import draw_supplier, supplier_size
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box
from caffael.board.screens.table.dense import MARKET, dense, denser
from caffael.board.widgets import Card, ScrollArea, Widget
from caffael.presentation.blocks import Open
from caffael.presentation.cards import supplier_face
from caffael.presentation.faces import SupplierFace
from caffael.rules.tender import can_bid
from caffael.rules.terms import NONE, Route

if TYPE_CHECKING:
    from caffael.board.screens.table.screen import TableScreen

GAP = 8.0
EDGE = 12.0
FOOT = 14.0


def market_height(table: "TableScreen") -> float:
    """How high the row is, with the air below it."""
    return supplier_size(dense(table.look, MARKET), max(1, table.session.game.state.market_count))[1] + FOOT


def add_market(table: "TableScreen", into: Widget) -> None:
    """Put the row of suppliers at the foot of the screen; where it is too long it scrolls across."""
    match = table.session.game
    count = match.state.market_count
    width, height = supplier_size(dense(table.look, MARKET), max(1, count), WIDTH - 2 * EDGE, GAP)
    whole = count * (width + GAP) - GAP
    room = WIDTH - 2 * EDGE
    left = EDGE + max(0.0, (room - whole) / 2)
    area = into.add(
        ScrollArea(
            Box(EDGE, HEIGHT - FOOT - height, room, height), whole, sideways=True, label=table.session.text("The market"), name="market"
        )
    )
    if table.market_scrolled:
        table.after_build.append(lambda: area.scroll_to(table.market_scrolled))
    table.market_area = area
    table.motion.part("market", NONE, area)
    for place in range(count):
        supplier = match.state.market[place]
        face = shown_face(table, supplier)
        area.add(
            Card(
                Box(left + place * (width + GAP), area.box.top, width, height),
                face.name,
                _drawn(table, supplier, place, width + GAP),
                _opens(table, supplier),
                said=face.kind_words,
                name=f"supplier {supplier}",
            )
        )


def shown_face(table: "TableScreen", supplier: int) -> SupplierFace:
    """A supplier's card as the table shows it: lit or faint while a need is pointed at, with private knowledge while it is looked at."""
    seat, need = table.looking, table.pointed_need
    viewer = table.session.viewer if seat is None else table.session.viewer_at(seat)
    if need is None:
        return supplier_face(viewer, supplier, seat)
    match = table.session.game
    card = match.cards.needs[need]
    fits = can_bid(match.cards, match.state, supplier, card.category, card.estimate, Route.OPEN, 0)
    return supplier_face(viewer, supplier, seat, picked=fits, faint=not fits)


def _drawn(table: "TableScreen", supplier: int, place: int, step: float) -> Callable[[Painter, Box], None]:
    def draw(painter: Painter, where: Box) -> None:
        away = table.motion.shift(place, step, where.left)
        draw_supplier(denser(painter, MARKET), where.move(away, 0) if away else where, shown_face(table, supplier))

    return draw


def _opens(table: "TableScreen", supplier: int) -> Callable[[], None]:
    return lambda: table.press(Open("supplier", (supplier,)))
