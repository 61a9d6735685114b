"""Bars: how much of something there is, and what a score is made of."""

import itertools
from collections.abc import Sequence

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.blocks import Line
from caffael.presentation.faces import Part


def draw_bar(painter: Painter, box: Box, share: float, ink: Ink, ground: Ink = "paper_sunk") -> None:
    """Draw a bar filled to a share from 0 to 1."""
    radius = box.height / 2
    painter.rect(box, ground, radius)
    if share > 0:
        painter.rect(Box(box.left, box.top, max(box.height, box.width * min(1.0, share)), box.height), ink, radius)


LONGEST = 1.6
"""How much of what may be used a marked bar has room for."""


def draw_marked_bar(painter: Painter, bar: Box, line: Line) -> None:
    """Draw what was used of a share against its marks, each with its words below it where there is room; the share itself stands out."""
    look, full = painter.look, bar.width / LONGEST
    painter.rect(bar, "ink_light", bar.height / 2, "line", 1.5)
    ink = "bad" if line.share > 1 else "criterion.carbon"
    painter.rect(Box(bar.left, bar.top, max(bar.height, min(bar.width, full * line.share)), bar.height), ink, bar.height / 2)
    written = marks_height(look, line, bar.width) > 0
    for mark in line.marks:
        at, broad = bar.left + full * mark.share, 4.0 if mark.share == 1 else 2.5
        painter.rect(Box(at - broad / 2, bar.top - 4, broad, bar.height + 8), "ink", broad / 2)
        if written:
            painter.words(mark.words, (at, bar.bottom + 5), MARK_WORDS, "ink" if mark.share == 1 else "ink_soft", anchor="midtop")


MARK_WORDS = "tiny"


def marks_height(look: Look, line: Line, width: float) -> float:
    """How high the words of the marks under a bar are: nothing where they would lie over each other."""
    places = [mark.share * width / LONGEST for mark in line.marks]
    widest = max((look.words_width(mark.words, MARK_WORDS) for mark in line.marks), default=0.0)
    apart = min((after - before for before, after in itertools.pairwise(places)), default=0.0)
    fits = bool(places) and apart > widest + 4 and places[-1] + widest / 2 <= width + 14
    return look.line_height(MARK_WORDS) + 2 if fits else 0.0


def draw_pips(painter: Painter, box: Box, count: int, most: int, ink: Ink, ground: Ink = "paper_sunk") -> None:
    """Draw a bar in equal parts of which `count` are filled."""
    gap = min(4.0, box.width / most * 0.16)
    width = (box.width - gap * (most - 1)) / most
    for place in range(most):
        part = Box(box.left + place * (width + gap), box.top, width, box.height)
        painter.rect(part, ink if place < count else ground, min(box.height, width) * 0.36)


def draw_score_bar(painter: Painter, box: Box, parts: Sequence[Part], total: float = 100.0, size: float | str = "small") -> None:
    """Draw a score as the parts it is made of, in the order given; what is missing to the total stays empty.

    A part is named by its place and its number, never by colour alone; a number too wide for its part is left out.
    """
    radius = min(box.height / 2, 8.0)
    painter.rect(box, "paper_sunk", radius)
    left = box.left
    shown = [part for part in parts if part.points > 0]
    for place, part in enumerate(shown):
        right = left + box.width * part.points / total
        cell = Box(left, box.top, right - left, box.height)
        corners = (place == 0, place == len(shown) - 1, place == len(shown) - 1, place == 0)
        painter.rect(cell, f"criterion.{part.criterion}", radius, corners=corners)
        if place:
            painter.rect(Box(left, box.top, 2, box.height), "paper")
        if part.words and painter.look.words_width(part.words, size, bold=True) < cell.width - 4:
            painter.words(part.words, cell.center, size, "ink_light", bold=True, anchor="center")
        left = right


def draw_share_ring(painter: Painter, box: Box, share: float, ink: Ink, ground: Ink = "paper_sunk", width: float = 5.0) -> None:
    """Draw a ring filled clockwise from the top to a share from 0 to 1."""
    painter.svg(ring_svg(box.width, share, painter.hex_code(ink), painter.hex_code(ground), width), box)


def ring_svg(size: float, share: float, ink: str, ground: str, width: float) -> str:
    """Write the SVG of a ring filled clockwise from the top."""
    middle = size / 2
    radius = middle - width / 2 - 0.5
    body = f'<circle cx="{middle}" cy="{middle}" r="{radius}" fill="none" stroke="{ground}" stroke-width="{width}"/>'
    if share <= 0:
        return body
    if share >= 0.999:
        return body.replace(ground, ink)
    length = round(6.2832 * radius, 2)
    dash = f'stroke-dasharray="{round(length * share, 2)} {length}" transform="rotate(-90 {middle} {middle})"'
    return body + f'<circle cx="{middle}" cy="{middle}" r="{radius}" fill="none" stroke="{ink}" stroke-width="{width}" {dash}/>'


WIDTH = 6.0


def draw_timer_ring(painter: Painter, box: Box, share: float, minutes: int, ink: Ink) -> None:
    """Draw a calm ring that grows shorter; when nothing is left a clock stands in it."""
    painter.circle(box.center, box.width / 2, "gold_pale" if share <= 0 else "ink_light")
    draw_share_ring(painter, box, share, ink, "line", WIDTH)
    if share <= 0:
        painter.icon("timer", box.center, box.width * 0.6, "ink")
    else:
        painter.words(str(minutes), box.center, box.width * 0.4 / painter.look.text_scale, bold=True, anchor="center")
