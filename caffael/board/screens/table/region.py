"""Middle: the region. The map of the councils, the carbon track round it, the year track above."""

from collections.abc import Sequence
from functools import partial

from caffael.board.drawings.carbon_track import draw_carbon_track, mark_boxes, track_inside, track_oval
from caffael.board.drawings.hexmap import HexMap
from caffael.board.drawings.scenery import ground_oval
from caffael.board.drawings.tokens import draw_year_track
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.marks import add_marks
from caffael.board.screens.table.host import TableHost
from caffael.board.widgets import Card, Widget
from caffael.board.widgets.card import Drawer
from caffael.presentation.blocks import Line
from caffael.presentation.faces import Tile
from caffael.presentation.marks import carbon_marks
from caffael.presentation.table.region import carbon_line, carbon_share, land, year_words
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import NONE

LETTERS = 1.2
"""Up to this text scale the letters round the map grow."""
NAME_ROOM = 1.42
"""How wide a name may be on a tile, in sides of the tile."""
FOOT_RIGHT = 0.735
"""Up to this share of the width there is room beside the end of the carbon track."""
WORD_AIR = 8.0
"""Left free between words at the foot and the map."""


def add_years(table: TableHost, into: Widget, box: Box) -> None:
    """Put the year track in its place."""
    viewer = table.viewer
    years = [str(year + 1) for year in range(viewer.cards.settings.years)]
    drawn = lambda painter, where: draw_year_track(painter, where, years, table.viewer.state.year - 1)  # noqa: E731
    into.add(Card(box, year_words(viewer), drawn, rises=False))


def add_region(table: TableHost, into: Widget, box: Box) -> Box:
    """Put the carbon track and the map in their places, and say where the land under the map lies."""
    viewer, look = table.viewer, table.look.dense(LETTERS)
    laid, carbon = land(viewer), viewer.cards.settings.carbon == 1
    tiles = [one.face for one in laid]
    line = carbon_line(viewer)
    ground, foot = Box(box.left, box.top, box.width, box.height), None
    if carbon:
        ring = Card(box, line.title, lambda painter, where: _draw_track(painter, table, where), rises=False)
        table.motion.part("carbon", NONE, into.add(ring))
        marks = mark_boxes(look, box, carbon_marks(viewer, viewer.state.carbon))
        add_marks(look, into, marks, lambda mark: table.press(line.press))
        ground = track_inside(look, box)
        ground = Box(ground.left, ground.top - 10, ground.width, box.bottom - 4 - (ground.top - 10))
        table.map, foot = lay_map(look, box, tiles, line)
    else:
        table.map = HexMap(ground_oval(ground), tiles)
    letters = name_scale(look, tiles, table.map.side)
    for one in sorted(laid, key=lambda one: (one.face.turn, one.face.team is not None)):
        into.add(
            Card(
                table.map.box_of(one.face.key),
                one.face.name,
                _drawn(table, one.face, letters),
                partial(table.press, one.press),
                rises=False,
                within=table.map.within(one.face.key),
                name=one.id,
                radius=table.map.side,
            )
        )
    if foot is not None:
        drawn = lambda painter, where: _draw_foot(painter, table.viewer, where)  # noqa: E731
        into.add(Card(foot, line.title, drawn, partial(table.press, line.press), said=line.words, name=line.id))
    return ground.inflate(30, 10)


def lay_map(look: Look, box: Box, tiles: Sequence[Tile], line: Line) -> tuple[HexMap, Box]:
    """The map within the carbon track of a box, and the words at its foot, where they leave the map most room: in the middle or beside."""
    oval = track_oval(look, box)
    high = look.line_height("heading") + look.line_height("tiny")
    width = max(look.words_width(line.title, "heading", bold=True), look.words_width(line.words, "tiny")) + 8
    aside = max(0.0, box.width * (FOOT_RIGHT - 0.5) - width / 2)
    found = []
    for left in (box.centerx - width / 2 + move for move in (0.0, aside, -aside)):
        words = (left - WORD_AIR, left + width + WORD_AIR, box.bottom - high)
        found.append((HexMap(oval._replace(words=words), tiles), Box(left, box.bottom - high, width, high)))
    return max(found, key=lambda one: one[0].side)


def _draw_track(painter: Painter, table: TableHost, box: Box) -> None:
    viewer, carbon = table.viewer, table.motion.carbon()
    draw_carbon_track(painter.dense(LETTERS), box, carbon_share(viewer, carbon), carbon_marks(viewer, carbon))


def _draw_foot(whole: Painter, viewer: Viewer, box: Box) -> None:
    painter, line = whole.dense(LETTERS), carbon_line(viewer)
    ink = "bad" if carbon_share(viewer, viewer.state.carbon) > 1 else "ink"
    painter.words(line.title, (box.centerx, box.top), "heading", ink, bold=True, anchor="midtop", width=box.width)
    under = box.top + painter.look.line_height("heading") - 4
    painter.words(line.words, (box.centerx, under), "tiny", "ink_soft", anchor="midtop", width=box.width)


def name_scale(look: Look, tiles: list[Tile], side: float) -> float:
    """The text scale at which the longest word of the councils' names stands in a tile, so that none has to be broken."""
    plain = look.dense(1.0)
    longest = max(plain.words_width(word, "small", bold=True) for tile in tiles for word in tile.name.split())
    return min(1.0, side * NAME_ROOM / longest)


def _drawn(table: TableHost, tile: Tile, letters: float) -> Drawer:
    def draw(painter: Painter, _: Box) -> None:
        if table.map is not None:
            table.map.draw_tile(painter.dense(letters), table.motion.tile(tile))

    return draw
