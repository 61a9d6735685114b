"""Tokens: small wooden and coloured pieces that are counted by eye, and the track of the years."""

from collections.abc import Sequence

from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.words.colours import mix

DOTS = 3
APART = 1.7
"""From one dot of a computer team that thinks to the next, in dots."""


def tokens_width(size: float, count: int) -> float:
    """Say how wide a row of tokens is."""
    return count * size + max(0, count - 1) * size * 0.22


def draw_tokens(painter: Painter, at: Point, count: int, most: int, ink: Ink, size: float = 34.0, picture: str = "person") -> Box:
    """Draw a row of tokens from a top left corner: `count` of them there, the rest of `most` spent. Give the box it took."""
    for place in range(most):
        left = at[0] + place * size * 1.22
        draw_token(painter, (left + size / 2, at[1] + size / 2), size / 2, ink, picture, spent=place >= count)
    return Box(at[0], at[1], tokens_width(size, most), size)


def draw_token(painter: Painter, centre: Point, radius: float, ink: Ink, picture: str = "", spent: bool = False) -> None:
    """Draw one round piece with its icon; a spent one is the dent it leaves."""
    box = Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
    theme = painter.look.theme

    def draw(inner: Painter, where: Box) -> None:
        if spent:
            inner.rect(where, "paper_sunk", radius, "line_strong", 1.5)
            inner.rect(where.inflate(-radius * 0.5, -radius * 0.5), None, radius, "line", 1.5)
            return
        colour = theme.colour(ink)
        inner.shadow(where, radius, 7, 100)
        inner.rect(where.move(0, radius * 0.14), mix(colour, theme.colour("deep"), 0.5), radius)
        inner.rect(where, colour, radius)
        inner.rect(where.inflate(-radius * 0.34, -radius * 0.34), None, radius, mix(colour, theme.colour("shine"), 0.45), 1.5)
        if picture:
            inner.icon(picture, where.center, radius * 1.24, "ink_light")

    painter.cached(("token", ink, picture, spent), box, draw, bleed=radius * 0.3 + 8)


def draw_dots(painter: Painter, at: Point, count: int, most: int, ink: Ink, size: float = 11.0) -> Box:
    """Draw small dots, `count` of `most` filled, from the left middle of a row."""
    for place in range(most):
        centre = (at[0] + size / 2 + place * size * 1.3, at[1])
        painter.circle(centre, size / 2, ink if place < count else None, ink if place < count else "line_strong", 1.5)
    return Box(at[0], at[1] - size / 2, size * 1.3 * most - size * 0.3, size)


def dots_width(size: float) -> float:
    """How wide the three calm dots of a computer team that thinks are."""
    return size * (1 + (DOTS - 1) * APART)


def draw_dots_of_thought(painter: Painter, right: float, middle: float, size: float, ink: str, full: int) -> None:
    """Draw the dots with their right end at a place; one of them is full, the others pale."""
    for dot in range(DOTS):
        centre = (right - size / 2 - (DOTS - 1 - dot) * size * APART, middle)
        painter.circle(centre, size / 2, ink if dot == full else "line_strong")


def draw_year_track(painter: Painter, box: Box, years: Sequence[str], now: int) -> None:
    """Draw one disc for each year on a plank of wood; years before `now` (counted from 0) are ticked, the rest are to come."""
    painter.wood(box, box.height / 2)
    step = (box.width - box.height * 0.4) / max(1, len(years))
    radius = min(box.height * 0.36, step * 0.42)
    first = box.left + box.height * 0.2 + step / 2
    letters = painter.look.text_scale
    large, small = (min(painter.look.theme.size(size), radius * share / letters) for size, share in (("lead", 1.4), ("body", 1.2)))
    painter.rect(Box(first, box.centery - 2, step * (len(years) - 1), 4), "wood_dark", 2)
    for place, year in enumerate(years):
        centre = (first + place * step, box.centery)
        around = Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
        if place == now:
            grown = around.inflate(radius * 0.34, radius * 0.34)
            painter.shadow(grown, radius * 1.2, 10, 120)
            painter.rect(grown, "ink", radius * 1.2, "ink_light", 3)
            painter.words(year, centre, large, "ink_light", bold=True, anchor="center", width=radius * 1.7)
        elif place < now:
            painter.rect(around, "wood_dark", radius)
            painter.icon("check", centre, radius * 1.15, "wood_mark")
        else:
            painter.rect(around, "paper", radius, "wood_dark", 2)
            painter.words(year, centre, small, "ink_soft", bold=True, anchor="center", width=radius * 1.7)
