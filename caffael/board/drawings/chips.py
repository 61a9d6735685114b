"""Chips: a word or a number in a small rounded frame, with an icon."""

from collections.abc import Sequence

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.presentation.blocks import Chip


def chip_size(look: Look, words: str, picture: str = "", size: float | str = "small") -> tuple[float, float]:
    """Say how wide and high a chip is."""
    line = look.line_height(size)
    icon = line + (4 if words else 0) if picture else 0.0
    return icon + look.words_width(words, size, bold=True) + line * 0.9, line * 1.32


def draw_chip(
    painter: Painter,
    at: Point,
    words: str,
    picture: str = "",
    *,
    ink: Ink = "ink",
    fill: Ink | None = "paper_sunk",
    line: Ink | None = None,
    size: float | str = "small",
    most: float = 9999.0,
) -> Box:
    """Draw a chip with its top left corner at a point and give the box it took; it is no wider than `most`."""
    look = painter.look
    width, height = chip_size(look, words, picture, size)
    width = min(width, most)
    box = Box(at[0], at[1], width, height)
    painter.rect(box, fill, height / 2, line, 2)
    step = look.line_height(size)
    left = box.left + step * 0.45
    if picture:
        painter.icon(picture, (left + step / 2, box.centery), step, ink)
        left += step + 4
    painter.words(words, (left, box.centery), size, ink, bold=True, anchor="midleft", width=box.right - left - step * 0.4)
    return box


def chip_rows(look: Look, chips: Sequence[Chip], width: float, gap: float = 10.0, size: str = "small") -> list[list[Chip]]:
    """Chips in rows that fit a width, with a gap between them."""
    rows: list[list[Chip]] = [[]]
    used = 0.0
    for chip in chips:
        wide = chip_size(look, chip.words, chip.picture, size)[0]
        if rows[-1] and used + wide > width:
            rows.append([])
            used = 0.0
        rows[-1].append(chip)
        used += wide + gap
    return rows


def flow_chips(painter: Painter, box: Box, chips: Sequence[Chip], gaps: Point = (10, 8)) -> float:
    """Draw chips from the upper left of a box, row by row, with gaps between them and between the rows, and say where they end."""
    top, high = box.top, chip_size(painter.look, "1")[1]
    for row in chip_rows(painter.look, chips, box.width, gaps[0]):
        left = box.left
        for chip in row:
            draw_chip(painter, (left, top), chip.words, chip.picture, ink=chip.ink, fill=chip.fill, most=box.width)
            left += chip_size(painter.look, chip.words, chip.picture)[0] + gaps[0]
        top += high + gaps[1]
    return top - gaps[1] if chips else box.top


def chips_height(look: Look, width: float, chips: Sequence[Chip], gaps: Point = (10, 8)) -> float:
    """How high `flow_chips` will be."""
    return len(chip_rows(look, chips, width, gaps[0])) * (chip_size(look, "1")[1] + gaps[1]) - gaps[1]
