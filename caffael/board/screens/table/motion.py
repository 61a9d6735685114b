"""What moves on the table when it has changed: money counts, petals grow, carbon fills up, suppliers slide in, a contract flies home.

The table tells it what it shows (`follow`, after it was built); drawings ask it for the numbers of the moment. It decides nothing: at the
end of every movement stands what the rules say.
"""

from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

import pygame

from caffael.board import shapes
from caffael.board.animation import between, ease_in_out
from caffael.board.drawings.cards import draw_supplier
from caffael.board.drawings.hexmap import HexMap, token_radius
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.session import Session
from caffael.board.story.pace import PacedTree
from caffael.board.widgets import Widget
from caffael.presentation.cards import supplier_face
from caffael.presentation.faces import Tile
from caffael.rules.terms import NONE

COUNT = 0.7
FLIGHT = 0.75
SLIDE = 0.6
STEPS = 24
"""A number that counts is written anew at most so many times."""
PETAL = 0.25
"""A petal grows in steps of this, so that few flowers have to be drawn."""
CARD = (148.0, 246.0)
LIFT = 120.0
"""How far a flight bends upwards."""


class Moving(Protocol):
    """A table on which something moves."""

    map: HexMap | None

    @property
    def session(self) -> Session:
        """The session."""

    @property
    def tree(self) -> PacedTree:
        """Its widgets."""

    @property
    def is_seen(self) -> bool:
        """Whether no other page lies over it."""

    def redraw(self) -> None:
        """Draw it anew."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the table shows and can move: by seat goals, budgets and running contracts; the region's carbon; the market in its order."""

    goals: tuple[tuple[int, ...], ...]
    budgets: tuple[int, ...]
    contracts: tuple[tuple[tuple[int, int], ...], ...]
    carbon: int
    market: tuple[int, ...]

    @classmethod
    def of(cls, session: Session) -> "Shown":
        """What lies on the table now."""
        state = session.game.state
        councils = [state.councils[seat] for seat in range(state.seats)]
        return cls(
            goals=tuple(tuple(council.goals) for council in councils),
            budgets=tuple(council.budget for council in councils),
            contracts=tuple(tuple((one.need, one.supplier) for one in session.viewer.contracts(seat)) for seat in range(state.seats)),
            carbon=state.carbon,
            market=tuple(state.market[: state.market_count]),
        )


@dataclass(slots=True)
class Flight:
    """A won contract on its way to its council: the supplier, where it comes from, and how far it is."""

    seat: int
    supplier: int
    begin: Box
    share: float = 0.0


class Motion:
    """The movements of one table."""

    def __init__(self, table: Moving) -> None:
        self._table = table
        self._before: Shown | None = None
        self._now: Shown | None = None
        self._counted = 1.0
        self._slid = 1.0
        self._turn = 0
        self._flights: list[Flight] = []
        self._parts: dict[tuple[str, int], Widget] = {}
        self._places: list[Box] = []

    # What the table tells

    def begin(self) -> None:
        """Forget the widgets of the last layout."""
        self._parts.clear()

    def part(self, kind: str, seat: int, widget: Widget) -> None:
        """Take note of a widget that shows what can move; `seat` is NONE for what belongs to all."""
        self._parts[kind, seat] = widget

    def market_lies(self, places: list[Box]) -> None:
        """Take note of where the suppliers lie, in their order."""
        self._places = [Box(place) for place in places]

    def follow(self) -> None:
        """Move from what was seen before to what lies on the table now."""
        table = self._table
        if not table.is_seen:
            return
        now = Shown.of(table.session)
        before, self._now = self._now, now
        if before is None or len(before.goals) != len(now.goals):
            table.session.flies_from = None
            return
        if before == now:
            self._enliven()
            return
        self._before = before
        self._turn += 1
        turn = self._turn
        self._counted = self._slid = 0.0
        self._flights = self._new_flights(before, now)
        table.session.flies_from = None
        self._enliven()
        table.session.app.move(COUNT, lambda share: self._count(turn, share), lambda: self._enliven(turn))
        table.session.app.move(SLIDE, lambda share: self._slide(turn, share), lambda: self._enliven(turn), travels=True)
        for flight in list(self._flights):
            table.session.app.move(FLIGHT, partial(self._fly, flight), ease=ease_in_out, travels=True)

    @property
    def moving(self) -> bool:
        """Whether anything moves."""
        return self._counted < 1 or self._slid < 1 or bool(self._flights)

    # What drawings ask

    def goals(self, seat: int) -> list[float]:
        """A council's goals at this moment."""
        goals = self._table.session.game.state.councils[seat].goals
        if self._before is None or self._counted >= 1:
            return [float(goal) for goal in goals]
        before = self._before.goals[seat]
        return [round(between(first, last, self._counted) / PETAL) * PETAL for first, last in zip(before, goals, strict=True)]

    def budget(self, seat: int) -> int:
        """A council's budget at this moment."""
        budget = self._table.session.game.state.councils[seat].budget
        return budget if self._before is None else self._number(self._before.budgets[seat], budget)

    def carbon(self) -> int:
        """The region's carbon at this moment."""
        carbon = self._table.session.game.state.carbon
        return carbon if self._before is None else self._number(self._before.carbon, carbon)

    def shift(self, place: int) -> tuple[float, float]:
        """How far a supplier of the market is still away from its place, across and down; new ones come from the end."""
        if self._before is None or self._now is None or self._slid >= 1 or place >= min(len(self._now.market), len(self._places)):
            return 0.0, 0.0
        supplier, here, left = self._now.market[place], self._places[place], 1 - self._slid
        was = self._before.market.index(supplier) if supplier in self._before.market else len(self._places)
        if was < len(self._places):
            return (self._places[was].left - here.left) * left, (self._places[was].top - here.top) * left
        board = self._table.session.app.look.board
        if len(self._places) > 1 and self._places[0].left == self._places[1].left:
            return 0.0, (board.height + 30 - here.top) * left
        return (board.width + 30 - here.left) * left, 0.0

    def tile(self, tile: Tile) -> Tile:
        """A tile without the contracts that still fly to it."""
        coming = sum(flight.seat == tile.team for flight in self._flights)
        return replace(tile, contracts=tuple(tile.contracts)[:-coming]) if coming else tile

    def draw(self, painter: Painter) -> None:
        """Draw what flies."""
        for flight in self._flights:
            _draw_flight(painter, self._table, flight)

    # Moving

    def _number(self, first: int, last: int) -> int:
        return last if self._counted >= 1 else round(between(first, last, round(self._counted * STEPS) / STEPS))

    def _count(self, turn: int, share: float) -> None:
        if turn == self._turn:
            self._counted = share

    def _slide(self, turn: int, share: float) -> None:
        if turn == self._turn:
            self._slid = share

    def _fly(self, flight: Flight, share: float) -> None:
        flight.share = share
        if share >= 1 and flight in self._flights:
            self._flights.remove(flight)
            self._table.redraw()

    def _enliven(self, turn: int = NONE) -> None:
        """Say which widgets are drawn on every frame; all others lie still meanwhile."""
        if turn in (NONE, self._turn):
            self._table.tree.enliven([widget for (kind, seat), widget in self._parts.items() if self._moves(kind, seat)])

    def _moves(self, kind: str, seat: int) -> bool:
        before, now = self._before, self._now
        if before is None or now is None:
            return False
        if kind == "market":
            return self._slid < 1 and before.market != now.market
        if self._counted >= 1:
            return False
        if kind == "carbon":
            return before.carbon != now.carbon
        grown, paid = before.goals[seat] != now.goals[seat], before.budgets[seat] != now.budgets[seat]
        return {"flower": grown, "money": paid, "council": grown or paid}[kind]

    def _new_flights(self, before: Shown, now: Shown) -> list[Flight]:
        table, flights = self._table, []
        for seat, contracts in enumerate(now.contracts):
            old = list(before.contracts[seat])
            for contract in contracts[-2:]:
                if contract in old:
                    continue
                begin = table.session.flies_from or self._card_of(contract[1], before)
                if begin is not None:
                    flights.append(Flight(seat, contract[1], begin))
        return flights

    def _card_of(self, supplier: int, before: Shown) -> Box | None:
        market = self._parts.get(("market", NONE))
        if market is None or supplier not in before.market or not market.children:
            return None
        return Box(market.children[min(before.market.index(supplier), len(market.children) - 1)].box)


def _draw_flight(painter: Painter, table: Moving, flight: Flight) -> None:
    """Draw a supplier's card that grows smaller on its way to its place on the map."""
    if table.map is None:
        return
    tile = next((one for one in table.map.tiles if one.team == flight.seat), None)
    if tile is None:
        return
    count = len(tile.contracts)
    end = table.map.token_at(tile.key, count - 1, count)
    share, size = flight.share, 2 * token_radius(table.map.side, count)
    start = (flight.begin.left + min(flight.begin.width / 2, 260.0), flight.begin.centery)
    high = between(CARD[1], size, share)
    wide = high * CARD[0] / CARD[1]
    bend = LIFT * 4 * share * (1 - share)
    box = Box(0, 0, wide, high)
    box.center = (between(start[0], end[0], share), between(start[1], end[1], share) - bend)
    pixels = painter.pixels(box)
    face = supplier_face(table.session.viewer, flight.supplier)
    whole = painter.pixels(Box(0, 0, *CARD)).size

    def make() -> pygame.Surface:
        surface = shapes.clear(whole)
        draw_supplier(Painter(surface, painter.look), Box(0, 0, *CARD), face)
        return surface

    card = painter.look.store.get(("flying", face, whole), make)
    painter.surface.blit(pygame.transform.smoothscale(card, pixels.size), pixels)
