"""What a year of a contract would bring: a picture and a number for each thing; in a row of bids on one line, after a few words."""

from collections.abc import Iterable, Sequence

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.blocks import Chip
from caffael.presentation.faces import BidderFace, Fact

AIR = 8.0
GAP = 18.0
SIZES = ("small", "tiny")
DENSE = (9.0, 1.25, 1.0)
"""Letters grow no further than these text scales where there is no room for them."""


def brings_high(look: Look) -> float:
    """How high the line is, with its air."""
    return look.line_height("small") + AIR


def above_brings(look: Look, box: Box) -> Box:
    """What is left of a row above the line."""
    return Box(box.left, box.top, box.width, box.height - brings_high(look))


def brings_titled(look: Look, width: float, faces: Iterable[BidderFace]) -> bool:
    """Whether all rows of a list have room for the words before what is brought: all have them, or none."""
    return all(_wide(look, face.brings_title, face.brings, SIZES[0]) <= width for face in faces)


def draw_brings(painter: Painter, box: Box, face: BidderFace, titled: bool = True) -> None:
    """Draw the line at the foot of a row; where it is too long without the words before it, and in smaller letters."""
    look = painter.look
    room = Box(box.left, box.bottom - brings_high(look), box.width, brings_high(look) - 2)
    painter.rect(Box(room.left, room.top - 1, room.width, 1.5), "line")
    for dense in DENSE:
        letters = painter.dense(dense)
        for size in SIZES:
            for title in (face.brings_title, "") if titled else ("",):
                if _wide(letters.look, title, face.brings, size) <= room.width or (dense, size, title) == (DENSE[-1], SIZES[-1], ""):
                    _draw(letters, room, title, face.brings, size)
                    return


def _wide(look: Look, title: str, facts: Sequence[Fact], size: str) -> float:
    icon = look.line_height(size)
    before = look.words_width(title, size) + GAP if title else 0.0
    return before + sum(icon + 5 + look.words_width(fact.words, size, True) + GAP for fact in facts) - GAP


def _draw(painter: Painter, room: Box, title: str, facts: Sequence[Fact], size: str) -> None:
    look, left, middle = painter.look, room.left, room.centery
    icon = look.line_height(size)
    if title:
        left = painter.words(title, (left, middle), size, "ink_soft", anchor="midleft").right + GAP
    for fact in facts:
        painter.icon(fact.picture, (left + icon / 2, middle), icon, fact.ink)
        said = painter.words(fact.words, (left + icon + 5, middle), size, bold=True, anchor="midleft", width=room.right - left - icon - 5)
        left = said.right + GAP


FLOW = 12.0
LEAD = 4.0


def flow_lines(look: Look, chips: Sequence[Chip | Fact], width: float) -> list[list[Chip | Fact]]:
    """Pictures with their numbers in lines that fit a width."""
    lines: list[list[Chip | Fact]] = [[]]
    used = 0.0
    for chip in chips:
        wide = look.line_height("small") + 3 + look.words_width(chip.words, "small", True) + FLOW
        if lines[-1] and used + wide - FLOW > width:
            lines.append([])
            used = 0.0
        lines[-1].append(chip)
        used += wide
    return lines


def flow_high(look: Look, chips: Sequence[Chip | Fact], width: float) -> float:
    """How high these lines are."""
    return len(flow_lines(look, chips, width)) * (look.line_height("small") + LEAD) if chips else 0.0


def draw_flow(painter: Painter, box: Box, chips: Sequence[Chip | Fact]) -> None:
    """Draw pictures with their numbers, line by line from the top of a box."""
    look = painter.look
    icon = look.line_height("small")
    for place, line in enumerate(flow_lines(look, chips, box.width)):
        left, middle = box.left, box.top + (place + 0.5) * (icon + LEAD)
        for chip in line:
            painter.icon(chip.picture, (left + icon / 2, middle), icon, chip.ink)
            words = painter.words(
                chip.words, (left + icon + 3, middle), "small", bold=True, anchor="midleft", width=box.right - left - icon - 3
            )
            left = words.right + FLOW
