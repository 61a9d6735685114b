"""Middle: the region. The map of the councils, the carbon track round it, the year track above."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.drawings import HexMap, draw_carbon_track, draw_year_track, track_inside
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.table.dense import TRACK, dense, denser
from caffael.board.widgets import Card, Widget
from caffael.presentation.blocks import Open
from caffael.presentation.cards import map_tiles
from caffael.presentation.faces import Mark, Tile
from caffael.rules.terms import MARKS, NONE
from caffael.rules.year import region_budget

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.screen import TableScreen

NAME_ROOM = 1.42
"""How wide a name may be on a tile, in sides of the tile."""
FOOT_RIGHT = 0.755
"""Up to this share of the width there is room beside the end of the carbon track."""


def carbon_share(session: "Session", kilograms: int) -> float:
    """How much of the region's carbon budget so many kilograms are."""
    budget = region_budget(session.game.cards, session.game.state)
    return kilograms / budget if budget > 0 else 0.0


def carbon_marks(session: "Session", kilograms: int) -> list[Mark]:
    """The marks of the carbon track, as far as they have been passed."""
    settings = session.game.cards.settings
    share = carbon_share(session, kilograms) * 100
    marks = settings.marks[:MARKS]
    return [Mark(mark / 100, session.language.percent(mark), share >= mark) for mark in marks]


def carbon_words(session: "Session", kilograms: int) -> str:
    """How much the region has emitted of what it may."""
    budget = region_budget(session.game.cards, session.game.state)
    return session.text("{used} of {budget} CO₂e", used=session.language.carbon(kilograms), budget=session.language.carbon(budget))


def add_years(table: "TableScreen", into: Widget, box: Box) -> None:
    """Put the year track in its place."""
    match = table.session.game
    years = [str(year + 1) for year in range(match.cards.settings.years)]
    label = table.session.text("Year {year} of {years}", year=match.state.year, years=match.cards.settings.years)
    into.add(Card(box, label, lambda painter, where: draw_year_track(painter, where, years, match.state.year - 1), rises=False))


def add_region(table: "TableScreen", into: Widget, box: Box) -> None:
    """Put the carbon track and the map in their places."""
    session, look = table.session, dense(table.look, TRACK)
    match = session.game
    carbon = match.cards.settings.carbon == 1
    foot = look.line_height("heading") + look.line_height("tiny")
    track = Box(box.left, box.top, box.width, box.height)
    if carbon:
        ring = Card(
            track, carbon_words(session, match.state.carbon), lambda painter, where: _draw_track(painter, table, where), rises=False
        )
        table.motion.part("carbon", NONE, into.add(ring))
        inside = track_inside(Painter(table.app.surface, look), track)
        inside = Box(inside.left, inside.top - 10, inside.width, track.bottom - 4 - (inside.top - 10))
    else:
        inside = track
    tiles = map_tiles(session.viewer)
    table.map = HexMap(inside, tiles)
    table.land = inside.inflate(30, 10)
    seats = {tile.key: tile.team for tile in tiles}
    letters = name_scale(look, tiles, table.map.side)
    for tile in sorted(tiles, key=lambda one: (one.turn, one.team is not None)):
        into.add(
            Card(
                table.map.box_of(tile.key),
                tile.name,
                _drawn(table, tile, letters),
                _opens(table, tile, seats[tile.key]),
                rises=False,
                within=table.map.within(tile.key),
                name=f"tile {tile.key}",
                radius=table.map.side,
            )
        )
    if carbon:
        words = carbon_words(session, match.state.carbon)
        width = max(look.words_width(words, "heading", bold=True), look.words_width(foot_words(session), "tiny")) + 8
        place = Box(box.centerx - width / 2, box.bottom - foot, width, foot)
        place.left = max(place.left, table.map_right_of(place))
        place.width = min(width, box.left + box.width * FOOT_RIGHT - place.left)
        into.add(
            Card(
                place,
                words,
                lambda painter, where: _draw_foot(painter, session, where),
                lambda: table.press(Open("carbon")),
                said=foot_words(session),
                name="carbon",
            )
        )


def foot_words(session: "Session") -> str:
    """What the carbon track counts."""
    return session.text("the region's carbon, shared by all")


def _draw_track(painter: Painter, table: "TableScreen", box: Box) -> None:
    session, carbon = table.session, table.motion.carbon()
    draw_carbon_track(denser(painter, TRACK), box, carbon_share(session, carbon), carbon_marks(session, carbon))


def _draw_foot(whole: Painter, session: "Session", box: Box) -> None:
    painter = denser(whole, TRACK)
    look = painter.look
    carbon = session.game.state.carbon
    ink = "bad" if carbon_share(session, carbon) > 1 else "ink"
    painter.words(carbon_words(session, carbon), (box.centerx, box.top), "heading", ink, bold=True, anchor="midtop", width=box.width)
    painter.words(
        foot_words(session), (box.centerx, box.top + look.line_height("heading") - 4), "tiny", "ink_soft", anchor="midtop", width=box.width
    )


def name_scale(look: Look, tiles: list[Tile], side: float) -> float:
    """The text scale at which the longest word of the councils' names stands in a tile, so that none has to be broken."""
    plain = dense(look, 1.0)
    longest = max(plain.words_width(word, "small", bold=True) for tile in tiles for word in tile.name.split())
    return min(1.0, side * NAME_ROOM / longest)


def _drawn(table: "TableScreen", tile: Tile, letters: float) -> Callable[[Painter, Box], None]:
    def draw(painter: Painter, _: Box) -> None:
        if table.map is not None:
            table.map.draw_tile(denser(painter, letters), table.motion.tile(tile))

    return draw


def _opens(table: "TableScreen", tile: Tile, seat: int | None) -> Callable[[], None]:
    if seat is None:
        return lambda: table.press(Open("neighbour", (table.session.pack.ids.councils.index(tile.key),)))
    return lambda: table.press(Open("council", (seat,)))
