"""Lines, drawn: those of a sheet with a picture, a title, a value and a sentence; and the sentences of the log."""

from collections.abc import Sequence
from functools import partial

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Card, ScrollArea
from caffael.presentation.blocks import Line

PICTURE = 44.0
ARROW = 34.0
AIR = 9.0
LEAST_GAP = 6.0
"""The least gap between two lines that can be pressed."""


def room_of(line: Line, width: float) -> float:
    """How much width the words of a line have."""
    return width - PICTURE - 40 - (ARROW if line.press is not None else 0.0)


def is_stacked(look: Look, line: Line, inside: float) -> bool:
    """Whether the value of a line stands under its title, because there is no room for both side by side."""
    left = inside - look.words_width(line.value, "body", bold=True) - 20
    longest = max((look.words_width(word, "body", bold=True) for word in line.title.split()), default=0.0)
    return bool(line.value) and left < max(longest, inside * 0.3)


def line_height(look: Look, line: Line, width: float) -> float:
    """How high a line is at a width."""
    least = max(PICTURE + 12 if line.words or line.value else PICTURE + 2, words_height(look, line, room_of(line, width)) + 2 * AIR)
    return least if line.press is None else max(least, look.row(LEAST_GAP))


def words_height(look: Look, line: Line, inside: float) -> float:
    """How high all words of a line are."""
    high = title_height(look, line, inside)
    if is_stacked(look, line, inside):
        high += look.words_height(line.value, inside, "body", bold=True)
    if line.words:
        high += look.words_height(line.words, inside, "small")
    return high


def title_height(look: Look, line: Line, inside: float) -> float:
    """How high the title of a line is, beside its value or over it."""
    beside = bool(line.value) and not is_stacked(look, line, inside)
    value = look.words_width(line.value, "body", bold=True) + 20 if beside else 0.0
    return look.words_height(line.title, inside - value, "body", bold=True)


def draw_line(painter: Painter, box: Box, line: Line, raised: bool = False) -> None:
    """Draw a line of a sheet, with the shadow of a card if it is `raised`."""
    look = painter.look
    if raised:
        painter.shadow(box, "radius", 6, 40)
    painter.rect(box, "paper_warm", "radius")
    if line.picture:
        centre = (box.left + 10 + PICTURE / 2, min(box.centery, box.top + 6 + PICTURE / 2))
        painter.icon(line.picture, centre, PICTURE * 0.82, line.ink)
    left, inside = box.left + PICTURE + 24, room_of(line, box.width)
    spare = look.row(LEAST_GAP) - words_height(look, line, inside) - 2 * AIR if line.press is not None else 0.0
    top, right = box.top + AIR + max(0.0, spare / 2), left + inside
    if line.press is not None:
        painter.icon("arrow-right", (box.right - 26, box.centery), 24, "ink_soft")
    high, stacked = title_height(look, line, inside), is_stacked(look, line, inside)
    value = look.words_width(line.value, "body", bold=True) + 20 if line.value and not stacked else 0.0
    painter.paragraph(line.title, Box(left, top, inside - value, high + 1), "body", bold=True)
    if stacked:
        under = look.words_height(line.value, inside, "body", bold=True)
        painter.paragraph(line.value, Box(left, top + high, inside, under + 1), "body", line.value_ink, bold=True)
        high += under
    elif line.value:
        painter.words(line.value, (right, top), "body", line.value_ink, bold=True, anchor="topright")
    if line.words:
        painter.paragraph(line.words, Box(left, top + high, right - left, box.bottom - top - high), "small", "ink_soft")


def fill_log(look: Look, area: ScrollArea, lines: Sequence[Line], size: str) -> None:
    """Put sentences of the log into a scroll area, each with a bar in its team's colour."""
    top = float(area.box.top)
    for line in lines:
        high = look.words_height(line.title, area.box.width - 18, size) + 8
        draw = partial(draw_sentence, line=line, size=size)
        area.add(Card(Box(area.box.left, top, area.box.width, high), line.title, draw, rises=False))
        top += high + 4
    area.extent = top - area.box.top


def draw_sentence(painter: Painter, box: Box, line: Line, size: str) -> None:
    """Draw one sentence of the log."""
    painter.rect(Box(box.left, box.top + 4, 5, box.height - 8), line.ink, 2.5)
    painter.paragraph(line.title, Box(box.left + 16, box.top + 4, box.width - 18, box.height - 4), size)
