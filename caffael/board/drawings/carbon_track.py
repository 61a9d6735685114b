"""The carbon track: blocks in a ring round the region, from the lower left over the top to the lower right; or in a straight bar."""

import itertools
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from caffael.board.drawings.fitting import Oval
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Theme
from caffael.presentation.faces import Mark
from caffael.words.colours import Colour, mix, written

BLOCKS = 52
BLOCK = 26.0
"""How wide a block is."""
OPEN = 0.235
"""Half of the opening at the foot, in turns of the circle left and right of its lowest point, times two thirds."""
BAR_BLOCKS = 40
STRAIGHT = 0.88
"""How wide the blocks of the straight bar are, in steps from one to the next."""
TALL = 1.85
"""How high the open ring is, in halves of its whole oval."""
INNER = 0.75
"""How far the line of a mark goes in from the middle of the blocks, in blocks; their corners go less far."""


def draw_carbon_track(
    painter: Painter, box: Box, share: float, marks: Sequence[Mark], *, blocks: int = BLOCKS, block: float = BLOCK
) -> None:
    """Draw the ring in a box; `share` is what has been emitted of what may be, 1 and more being all of it.

    The filled blocks go from green over amber to red, and each mark has its words and its own picture once it is passed.
    """
    _draw_places(painter, track_places(track_middles(painter.look, box, block), blocks), share, marks, block)


def draw_carbon_bar(painter: Painter, box: Box, share: float, marks: Sequence[Mark]) -> None:
    """Draw the track as a straight bar, with the words of its marks above it, where a ring would leave the map too little room."""
    places = bar_places(painter.look, box)
    _draw_places(painter, places, share, marks, (places[1][0] - places[0][0]) * STRAIGHT)


def bar_places(look: Look, box: Box) -> tuple[tuple[float, float, float], ...]:
    """Say where the blocks of the straight bar are in its box: centre, and no turn."""
    ends = look.words_width("100 %", "small", bold=True) * 0.5 + look.line_height("small") * 0.6 + 4
    wide = box.width - 2 * ends
    step = wide / BAR_BLOCKS
    middle = box.bottom - step * 0.62
    return tuple((box.left + ends + (place + 0.5) * step, middle, 0.0) for place in range(BAR_BLOCKS))


def bar_height(look: Look, width: float) -> float:
    """Say how high the straight bar is with the words of its marks."""
    places = bar_places(look, Box(0, 0, width, 0))
    return max(look.finger - 3, (places[1][0] - places[0][0]) * 1.5 + look.line_height("small") + 10)


def _draw_places(painter: Painter, places: Sequence[tuple[float, float, float]], share: float, marks: Sequence[Mark], block: float) -> None:
    blocks = len(places)
    filled = round(max(0.0, min(1.0, share)) * blocks * 4) / 4
    for place, (x, y, turn) in enumerate(places):
        _block(painter, (x, y), turn, (place + 0.5) / blocks, max(0.0, min(1.0, filled - place)), block)
    for mark in marks:
        _mark(painter, places, mark, block)


def _field(look: Look, box: Box) -> Box:
    """Where the ring lies in its box, so that there is room for the words of its marks."""
    return box.inflate(-2 * (look.words_width("100 %", "small", bold=True) + 30), -2 * (look.line_height("small") + 14))


def track_middles(look: Look, box: Box, block: float = BLOCK) -> Box:
    """Say in which box the oval lies through the middles of the blocks, down to where it is open."""
    return _field(look, box).inflate(-block, -block)


def track_inside(look: Look, box: Box, block: float = BLOCK) -> Box:
    """Say where inside the ring there is room, as for the map."""
    return _field(look, box).inflate(-2 * (block + 30), -2 * (block + 6))


def track_oval(look: Look, box: Box, block: float = BLOCK) -> Oval:
    """Say within which oval things lie on no block, mark or word of the ring, and not below its box."""
    middles = track_middles(look, box, block)
    wide, high = middles.width / 2, middles.height / TALL
    places = track_places(middles, BLOCKS)
    end = mark_place(look, places, Mark(1.0, "100 %", passed=True), block).words.left
    opening = max(0.0, min(places[-1][0] - block, end) - middles.centerx)
    return Oval((middles.left + wide, middles.top + high), wide - block * INNER, high - block * INNER, box.bottom, opening)


def track_places(field: Box, count: int) -> tuple[tuple[float, float, float], ...]:
    """Say where the blocks are: centre and turn in degrees, evenly spaced along an ellipse that is open at the foot."""
    return _places(field.left, field.top, field.width, field.height, count)


@lru_cache(maxsize=16)
def _places(left: float, top: float, width: float, height: float, count: int) -> tuple[tuple[float, float, float], ...]:
    wide, high = width / 2, height / TALL
    centre = (left + wide, top + high)
    begin, end = math.pi * (1.5 - OPEN), math.pi * (-0.5 + OPEN)
    fine = [begin + (end - begin) * step / 2000 for step in range(2001)]
    points = [(centre[0] + wide * math.cos(angle), centre[1] - high * math.sin(angle)) for angle in fine]
    lengths = [0.0]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        lengths.append(lengths[-1] + math.hypot(x1 - x0, y1 - y0))
    places: list[tuple[float, float, float]] = []
    at = 0
    for block in range(count):
        wanted = lengths[-1] * block / (count - 1)
        while at < 1999 and lengths[at + 1] < wanted:
            at += 1
        (x0, y0), (x1, y1) = points[at], points[at + 1]
        places.append((x0, y0, math.degrees(math.atan2(y1 - y0, x1 - x0))))
    return tuple(places)


def track_colour(theme: Theme, share: float) -> Colour:
    """Say which colour the track has at a share of its length."""
    low, middle, high = (theme.colour(f"track_{name}") for name in ("low", "middle", "high"))
    return mix(low, middle, share / 0.6) if share < 0.6 else mix(middle, high, min(1.0, (share - 0.6) / 0.3))


def _block(painter: Painter, centre: tuple[float, float], turn: float, share: float, part: float, size: float) -> None:
    side = size * 1.6
    middle, angle = side / 2, round(turn)
    box = Box(centre[0] - side / 2, centre[1] - side / 2, side, side)
    turned = f'<g transform="translate({middle} {middle}) rotate({angle})">'
    painter.svg(lambda: f"{turned}{_block_svg(painter.look.theme, share, part, size)}</g>", box, ("block", share, part, angle))


def _block_svg(theme: Theme, share: float, part: float, size: float) -> str:
    half = size / 2
    colour, empty = track_colour(theme, share), theme.colour("track_empty")
    fill = written(mix(empty, colour, part))
    edge = mix(colour, theme.colour("deep"), 0.4) if part >= 1 else mix(theme.colour("line"), theme.colour("line_strong"), 0.5)
    line = written(edge)
    body = (
        f'<rect x="{-half}" y="{-half - 2}" width="{size}" height="{size + 4}" rx="{size * 0.24:.1f}" fill="{fill}" '
        f'stroke="{line}" stroke-width="1.6"/>'
    )
    if part >= 1:
        shine = written(theme.colour("shine"))
        light = f'stroke="{shine}" stroke-opacity="0.5" stroke-width="2.6" stroke-linecap="round"'
        body += f'<path d="M{-half + 6} {-half + 3}H{half - 6}" {light}/>'
    return body


class MarkPlace(NamedTuple):
    """Where a mark of the track stands, which way is out, and the box of its words with their picture."""

    at: tuple[float, float]
    out: tuple[float, float]
    words: Box


def mark_place(look: Look, places: Sequence[tuple[float, float, float]], mark: Mark, block: float = BLOCK) -> MarkPlace:
    """Say where a mark of the track stands, and its words."""
    last = len(places) - 1
    before = max(0, min(last - 1, math.floor(mark.share * len(places)) - 1))
    if mark.share >= 1:
        x, y, turn = places[last]
    else:
        x, y = ((places[before][axis] + places[before + 1][axis]) / 2 for axis in (0, 1))
        turn = (places[before][2] + places[before + 1][2]) / 2
    angle = math.radians(turn - 90)
    out = math.cos(angle), math.sin(angle)
    line = look.line_height("small")
    width = look.words_width(mark.words, "small", bold=True) + (line * 1.1 + 4 if mark.passed else 0)
    away = block * 0.95 + 8
    words = Box(x + out[0] * (away + width / 2) - width / 2, y + out[1] * (away + line / 2) - line / 2, width, line)
    return MarkPlace((x, y), out, words)


def mark_boxes(look: Look, box: Box, marks: Sequence[Mark], block: float = BLOCK) -> list[tuple[Box, Mark]]:
    """Say where the words of each mark stand round a ring in a box."""
    places = track_places(track_middles(look, box, block), BLOCKS)
    return [(mark_place(look, places, mark, block).words, mark) for mark in marks]


def bar_mark_boxes(look: Look, box: Box, marks: Sequence[Mark]) -> list[tuple[Box, Mark]]:
    """Say where each mark stands on a straight bar in a box: its words and the bar below them."""
    places = bar_places(look, box)
    words = [mark_place(look, places, mark, (places[1][0] - places[0][0]) * STRAIGHT).words for mark in marks]
    return [(Box(one.left, box.top, one.width, box.height), mark) for one, mark in zip(words, marks, strict=True)]


def _mark(painter: Painter, places: Sequence[tuple[float, float, float]], mark: Mark, block: float) -> None:
    (x, y), out, words = mark_place(painter.look, places, mark, block)
    ink = "bad" if mark.passed else "ink_soft"
    if mark.share < 1:
        ends = [(x + out[0] * far, y + out[1] * far) for far in (-block * INNER, block * 0.95)]
        _stroke(painter, ends[0], ends[1], ink)
    left = words.left
    if mark.passed:
        icon = words.height * 1.1
        painter.icon("climate", (left + icon / 2, words.centery), icon, "bad")
        left += icon + 4
    painter.words(mark.words, (left, words.centery), "small", ink, bold=True, anchor="midleft")


def _stroke(painter: Painter, first: tuple[float, float], last: tuple[float, float], ink: str) -> None:
    box = Box(min(first[0], last[0]) - 4, min(first[1], last[1]) - 4, abs(first[0] - last[0]) + 8, abs(first[1] - last[1]) + 8)
    path = f"M{first[0] - box.left:.1f} {first[1] - box.top:.1f}L{last[0] - box.left:.1f} {last[1] - box.top:.1f}"
    painter.svg(f'<path d="{path}" stroke="{painter.hex_code(ink)}" stroke-width="4" stroke-linecap="round"/>', box)
