"""Middle: the region. The map of the councils, the carbon track round it, the year track above."""

from collections.abc import Sequence
from functools import partial

from caffael.board.drawings.carbon_track import (
    bar_height,
    bar_mark_boxes,
    draw_carbon_bar,
    draw_carbon_track,
    mark_boxes,
    track_inside,
    track_oval,
)
from caffael.board.drawings.hexmap import HexMap
from caffael.board.drawings.scenery import ground_oval
from caffael.board.drawings.tokens import draw_year_track
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.marks import add_marks
from caffael.board.screens.table.host import TableHost
from caffael.board.screens.table.layout import LARGE
from caffael.board.widgets import Card, Widget
from caffael.board.widgets.card import Drawer
from caffael.presentation.blocks import Line, Placed
from caffael.presentation.faces import Tile
from caffael.presentation.marks import carbon_marks
from caffael.presentation.table.region import carbon_line, carbon_share, land, year_words
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import NONE

LETTERS = 1.2
"""Up to this text scale the letters round the map grow."""
NAMES_ENOUGH = 0.95
CLEARLY = 1.12
"""A straight track is chosen where names in the ring are smaller than that share of theirs, and hexes without it that much larger."""
WORDS_APART = 16.0
NAME_ROOM, MOST_NAME_ROOM = 1.42, 1.68
"""How wide a name may be on a tile, in sides of the tile; with large letters, and where names would be small, up to its edges."""
SMALL_NAME = 0.75
"""Names smaller than this share of theirs take all the room of their tiles."""
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
    laid, line = land(viewer), carbon_line(viewer)
    tiles = [one.face for one in laid]
    if viewer.cards.settings.carbon == 0:
        table.map = HexMap(ground_oval(box), tiles)
        _add_tiles(table, into, laid)
        return box.inflate(30, 10)
    ring, foot = lay_map(look, box, tiles, line)
    bar, words, ground = lay_straight(look, box, tiles, line)
    straight = is_better(look, tiles, bar.side, ring.side)
    table.map = bar if straight else ring
    track = Card(
        Box(box.left, box.top, box.width, bar_height(look, box.width)) if straight else box,
        line.title,
        lambda painter, where: _draw_track(painter, table, where, straight),
        rises=False,
    )
    table.motion.part("carbon", NONE, into.add(track))
    marks = carbon_marks(viewer, viewer.state.carbon)
    places = bar_mark_boxes(look, track.box, marks) if straight else mark_boxes(look, box, marks)
    add_marks(look, into, places, lambda _: table.press(line.press), track.box)
    _add_tiles(table, into, laid)
    drawn = lambda painter, where: _draw_foot(painter, table.viewer, where, straight)  # noqa: E731
    foot = words if straight else foot
    into.add(Card(foot, line.title, drawn, partial(table.press, line.press), said=line.words, name=line.id))
    if straight:
        return ground
    inside = track_inside(look, box)
    return Box(inside.left, inside.top - 10, inside.width, box.bottom - 4 - (inside.top - 10)).inflate(30, 10)


def is_better(look: Look, tiles: Sequence[Tile], straight: float, ring: float) -> bool:
    """Whether a straight track serves better than a ring: the names in the ring would be small, and they get clearly larger without it."""
    plain = look.dense(LETTERS)
    return name_scale(plain, tiles, ring) < NAMES_ENOUGH * plain.text_scale and straight > ring * CLEARLY


def _add_tiles(table: TableHost, into: Widget, laid: Sequence[Placed[Tile]]) -> None:
    """Put the councils on the map; those that are played and the one whose turn it is come last."""
    if table.map is None:
        return
    for one in sorted(laid, key=lambda one: (one.face.turn, one.face.team is not None)):
        into.add(
            Card(
                table.map.box_of(one.face.key),
                one.face.name,
                _drawn(table, one.face),
                partial(table.press, one.press),
                rises=False,
                within=table.map.within(one.face.key),
                name=one.id,
                radius=table.map.side,
            )
        )


def lay_straight(look: Look, box: Box, tiles: Sequence[Tile], line: Line) -> tuple[HexMap, Box, Box]:
    """The map below a straight carbon track, the words of the track between the two, and the land under the map."""
    top = box.top + bar_height(look, box.width)
    title, small = look.words_width(line.title, "lead", bold=True), look.words_width(line.words, "tiny")
    both = title + WORDS_APART + small + 8
    high = look.line_height("lead") + (0.0 if both <= box.width else look.line_height("tiny") - 4)
    wide = min(box.width, both if both <= box.width else max(title, small) + 8)
    words = Box(box.centerx - wide / 2, top, wide, high)
    ground = Box(box.left, words.bottom + 2, box.width, box.bottom - words.bottom - 4)
    return HexMap(ground, tiles), words, ground.inflate(16, 0)


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


def _draw_track(painter: Painter, table: TableHost, box: Box, straight: bool) -> None:
    viewer, carbon = table.viewer, table.motion.carbon()
    draw = draw_carbon_bar if straight else draw_carbon_track
    draw(painter.dense(LETTERS), box, carbon_share(viewer, carbon), carbon_marks(viewer, carbon))


def _draw_foot(whole: Painter, viewer: Viewer, box: Box, straight: bool) -> None:
    painter, line = whole.dense(LETTERS), carbon_line(viewer)
    ink, size = "bad" if carbon_share(viewer, viewer.state.carbon) > 1 else "ink", "lead" if straight else "heading"
    high = painter.look.line_height(size)
    if straight and box.height < high + 4:
        taken = painter.words(line.title, (box.left + 4, box.top), size, ink, bold=True, width=box.width)
        left = taken.right + WORDS_APART
        painter.words(line.words, (left, taken.centery + 2), "tiny", "ink_soft", anchor="midleft", width=box.right - left)
        return
    painter.words(line.title, (box.centerx, box.top), size, ink, bold=True, anchor="midtop", width=box.width)
    painter.words(line.words, (box.centerx, box.top + high - 4), "tiny", "ink_soft", anchor="midtop", width=box.width)


def name_scale(look: Look, tiles: Sequence[Tile], side: float) -> float:
    """The text scale at which the longest word of the councils' names stands in a tile, so that none has to be broken."""
    plain = look.dense(1.0)
    longest = max(plain.words_width(word, "small", bold=True) for tile in tiles for word in tile.name.split())
    large, wide = side * NAME_ROOM / longest, side * MOST_NAME_ROOM / longest
    if look.text_scale >= LARGE:
        return min(look.text_scale, wide)
    return min(look.text_scale, max(large, min(SMALL_NAME, wide)))


def _drawn(table: TableHost, tile: Tile) -> Drawer:
    def draw(painter: Painter, _: Box) -> None:
        if table.map is not None:
            table.map.draw_tile(painter, table.motion.tile(tile))

    return draw
