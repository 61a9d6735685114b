"""The names on the map: each within its own hex, broken only between words, and all of nearly the same size."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.faces import Tile

RANGE = 1.3
"""How much larger than the smallest name of a map another one may be."""
SMALLEST = 7.0
"""Where even letters of this size are too large, a word is shortened."""
EDGE = 1.5
"""Left free between a name and the edge of its hex."""
PAD = 6.0
MIDDLE = -0.36
"""Where the middle of a name lies above contracts, in sides."""


class Name(NamedTuple):
    """The lines of a name, how large their letters are, in pixels, and a box for each line."""

    size: int
    lines: tuple[str, ...]
    boxes: tuple[Box, ...]
    whole: bool = True


def half_width(side: float, y: float) -> float:
    """How far a hex that stands on a corner reaches to each side of its middle, at a height."""
    return math.sqrt(3) * max(0.0, min(side / 2, side - abs(y)))


def largest_name(look: Look, tiles: Sequence[Tile], side: float) -> int:
    """How large the letters on a map may be, in pixels: little larger than on the tile that has least room for its name."""
    full = look.font("small")
    least = min((name_on(look, tile, Box(0, 0, 0, 0), side, full).size for tile in tiles), default=full)
    return min(full, int(least * RANGE))


def name_on(look: Look, tile: Tile, box: Box, side: float, largest: int) -> Name:
    """The name of a tile as it stands in its hex: as large as it can, and then on as few lines as it can."""
    smallest = min(largest, look.scale.px(SMALLEST))
    for size in range(largest, smallest - 1, -1):
        for lines in _breaks(tile.name.split(" ")):
            boxes = _boxes(look, tile, box, side, size, len(lines))
            if all(_wide(look, line, size) <= one.width for line, one in zip(lines, boxes, strict=True)):
                return Name(size, lines, boxes)
    words = tuple(tile.name.split(" "))
    boxes = _boxes(look, tile, box, side, smallest, len(words))
    rooms = [max(1, int(one.width * look.scale.factor)) for one in boxes]
    cut = tuple(look.letters.shorten(word, room, smallest, True) for word, room in zip(words, rooms, strict=True))
    return Name(smallest, cut, boxes, whole=False)


def draw_name(painter: Painter, box: Box, tile: Tile, side: float, largest: int) -> None:
    """Draw the name of a tile; on a council that is played each line has a plate, so that it stands clear of the pattern."""
    look, theme = painter.look, painter.look.theme
    name = name_on(look, tile, box, side, largest)
    ink = "land_ink" if tile.team is None else "ink"
    if tile.team is not None:
        for plate in plates(look, name):
            painter.rect(plate, theme.teams[tile.team % len(theme.teams)].pale, 8)
    for line, one in zip(name.lines, name.boxes, strict=True):
        drawn = look.letters.render(line, name.size, theme.colour(ink), True)
        painter.surface.blit(drawn, drawn.get_rect(center=painter.pixels(one).center))


def plates(look: Look, name: Name) -> list[Box]:
    """The plate under each line: a little wider than its words, and never wider than the hex there."""
    wide = [min(one.width, _wide(look, line, name.size) + 2 * PAD) for line, one in zip(name.lines, name.boxes, strict=True)]
    return [Box(one.centerx - width / 2, one.top, width, one.height) for one, width in zip(name.boxes, wide, strict=True)]


def _wide(look: Look, words: str, size: int) -> float:
    return look.letters.width(words, size, True) / look.scale.factor


def _breaks(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every way to break words into lines, those with few lines first."""
    for count in range(1, len(words) + 1):
        yield from _broken(words, count)


def _broken(words: list[str], count: int) -> Iterator[tuple[str, ...]]:
    if count == 1:
        yield (" ".join(words),)
        return
    for first in range(1, len(words) - count + 2):
        for rest in _broken(words[first:], count - 1):
            yield (" ".join(words[:first]), *rest)


def _boxes(look: Look, tile: Tile, box: Box, side: float, size: int, count: int) -> tuple[Box, ...]:
    """The room that each of so many lines has: from edge to edge of the hex at its height; contracts lie below all of them."""
    high = look.letters.height(size) / look.scale.factor
    foot = side * (-0.02 if len(tile.contracts) <= 3 else -0.11)
    middle = min(side * MIDDLE, foot - high * count / 2) if tile.contracts else 0.0
    rows = [middle + (row - count / 2) * high for row in range(count)]
    rooms = [max(0.0, half_width(side, max(abs(top), abs(top + high))) - EDGE) for top in rows]
    return tuple(Box(box.centerx - room, box.centery + top, 2 * room, high) for top, room in zip(rows, rooms, strict=True))
