"""How large a map's hexes can be, and where they lie: in a box; or within an oval, with words at its foot that nothing may cover."""

import math
from functools import lru_cache
from typing import NamedTuple

from caffael.board.painter import Point
from caffael.board.scale import Box

STEP = math.sqrt(3)
"""How far the middles of two neighbours in a row lie apart, in sides."""
CORNERS = tuple((math.sin(math.tau * k / 6), math.cos(math.tau * k / 6)) for k in range(6))
EDGES = tuple(
    (first[0] + (last[0] - first[0]) * part / 4, first[1] + (last[1] - first[1]) * part / 4)
    for first, last in zip(CORNERS, CORNERS[1:] + CORNERS[:1], strict=True)
    for part in range(4)
)
"""Points along the edges: where an oval is open at its foot, an edge can leave it between two corners that lie in it."""
LARGEST = 130.0
"""A map of few councils does not grow beyond this side."""
HALVINGS, HEIGHTS = 14, 48
"""So often the room between a size that fits and one that does not is halved, to a hundredth of a unit; so many heights are
tried for each size."""

Places = tuple[Point, ...]


class Oval(NamedTuple):
    """An ellipse by its middle and half its width and height; the line above which everything lies, and words that are left free.

    Where the ellipse is open at its foot, things may lie in the opening too, down to that line.
    """

    centre: Point
    wide: float
    high: float
    foot: float
    opening: float = 0.0
    """Half the width of the opening."""
    words: tuple[float, float, float] | None = None
    """From where to where the words go, and where they begin from above; they reach down to the foot."""

    def half(self, y: float) -> float:
        """How far it reaches to each side at a height."""
        out = 1 - ((y - self.centre[1]) / self.high) ** 2
        half = self.wide * math.sqrt(out) if out > 0 else 0.0
        return max(half, self.opening) if y > self.centre[1] else half


class Layout(NamedTuple):
    """The side of the hexes, and where the place (0, 0) lies."""

    side: float
    origin: Point


def filling(box: Box, places: Places) -> Layout:
    """The largest hexes at these places, in sides, that fill a box, in its middle."""
    left, right = min(x for x, _ in places) - STEP / 2, max(x for x, _ in places) + STEP / 2
    top, bottom = min(y for _, y in places) - 1, max(y for _, y in places) + 1
    side = min(LARGEST, box.width / (right - left), box.height / (bottom - top))
    return Layout(side, (box.centerx - side * (left + right) / 2, box.centery - side * (top + bottom) / 2))


@lru_cache(maxsize=64)
def within(oval: Oval, places: Places) -> Layout:
    """The largest hexes at these places, in sides, that lie in an oval. The size is found by halving."""
    low, high = 0.0, min(LARGEST, oval.wide, oval.high)
    ends, step = _ends(places), 0
    for _ in range(HALVINGS):
        side = (low + high) / 2
        fits = _height_with_room(oval, places, ends, side, step)
        if fits is None:
            high = side
        else:
            low, step = side, fits
    origin = _origin(oval, places, ends, low) if low > 0 else None
    return Layout(0.0, oval.centre) if origin is None else Layout(low, origin)


def hex_half(side: float, below: float) -> float:
    """How far to each side of its middle a hex reaches at a line; below: how far its lowest corner lies below that line."""
    return STEP * max(0.0, min(side / 2, below))


def _ends(places: Places) -> list[tuple[float, float, float]]:
    """The heights at which points of edges lie, each with the first and the last one there, in sides.

    The highest comes first, the lowest second, and the rest from both ends on: what has no room shows in the outermost.
    """
    rows: dict[float, tuple[float, float]] = {}
    for x, y in places:
        for dx, dy in EDGES:
            at, corner = round(y + dy, 6), x + dx
            first, last = rows.get(at, (corner, corner))
            rows[at] = min(first, corner), max(last, corner)
    heights = sorted(rows)
    inwards = [at for pair in zip(heights, reversed(heights), strict=True) for at in pair][: len(heights)]
    return [(at, *rows[at]) for at in inwards]


def _heights(oval: Oval, ends: list[tuple[float, float, float]], side: float) -> list[float]:
    """The heights at which the place (0, 0) may lie, from above; none where hexes of this size are too high for the oval."""
    low = oval.centre[1] - oval.high - side * ends[0][0]
    high = (oval.foot if oval.opening else min(oval.centre[1] + oval.high, oval.foot)) - side * ends[1][0]
    return [low + (high - low) * step / HEIGHTS for step in range(HEIGHTS + 1)] if low <= high else []


def _height_with_room(oval: Oval, places: Places, ends: list[tuple[float, float, float]], side: float, step: int) -> int | None:
    """One of the heights at which hexes of a size have room, looked for from `step` on; None where they have none."""
    heights = _heights(oval, ends, side)
    order: list[int] = [*range(step, len(heights)), *range(min(step, len(heights)))]
    for at in order:
        span = _span(oval, ends, side, heights[at])
        if span is not None and any(last >= first for first, last in _beside(oval, places, side, heights[at], *span)):
            return at
    return None


def _origin(oval: Oval, places: Places, ends: list[tuple[float, float, float]], side: float) -> Point | None:
    """Where the place (0, 0) lies with most room to both sides; None where hexes of this size have no room."""
    best: tuple[float, Point] | None = None
    for y in _heights(oval, ends, side):
        span = _span(oval, ends, side, y)
        for first, last in () if span is None else _beside(oval, places, side, y, *span):
            if last >= first and (best is None or last - first > best[0]):
                best = last - first, ((first + last) / 2, y)
    return best[1] if best else None


def _span(oval: Oval, ends: list[tuple[float, float, float]], side: float, y: float) -> tuple[float, float] | None:
    """From where to where the origin may lie at a height so that every edge is in the ellipse; None where it cannot."""
    left, right = -math.inf, math.inf
    for at, first, last in ends:
        half = oval.half(y + side * at)
        left, right = max(left, oval.centre[0] - half - side * first), min(right, oval.centre[0] + half - side * last)
        if left > right:
            return None
    return left, right


def _beside(oval: Oval, places: Places, side: float, y: float, left: float, right: float) -> list[tuple[float, float]]:
    """What is left of a span so that no hex covers the words: as it is where all lie above them, else to their left or right."""
    if oval.words is None:
        return [(left, right)]
    begin, end, top = oval.words
    reach = [(side * x, hex_half(side, y + side * (at + 1) - top)) for x, at in places]
    low = [(x, half) for x, half in reach if half > 0]
    if not low:
        return [(left, right)]
    return [(left, min(right, *(begin - half - x for x, half in low))), (max(left, *(end + half - x for x, half in low)), right)]
