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
) -> Box:
    """Draw a chip with its top left corner at a point and give the box it took."""
    look = painter.look
    width, height = chip_size(look, words, picture, size)
    box = Box(at[0], at[1], width, height)
    painter.rect(box, fill, height / 2, line, 2)
    step = look.line_height(size)
    left = box.left + step * 0.45
    if picture:
        painter.icon(picture, (left + step / 2, box.centery), step, ink)
        left += step + 4
    painter.words(words, (left, box.centery), size, ink, bold=True, anchor="midleft")
    return box


def draw_goal_chip(painter: Painter, at: Point, goal: str, words: str, size: float | str = "small") -> Box:
    """Draw a goal's icon and number in the goal's colours."""
    return draw_chip(painter, at, words, goal, ink=f"goal.{goal}", fill=f"goal.{goal}.pale", size=size)


def draw_chips_right(painter: Painter, right: Point, chips: list[tuple[str, str, Ink, Ink]], size: float | str = "small") -> None:
    """Draw chips (words, picture, ink, fill) that end at a top right corner, in the order they are read."""
    left = right[0] - sum(chip_size(painter.look, words, picture, size)[0] + 6 for words, picture, _, _ in chips) + 6
    for words, picture, ink, fill in chips:
        left = draw_chip(painter, (left, right[1]), words, picture, ink=ink, fill=fill, size=size).right + 6


def flow_chips(painter: Painter, box: Box, chips: Sequence[Chip], gaps: Point = (10, 8)) -> None:
    """Draw chips from the upper left of a box, line by line, with gaps between them and between the lines."""
    left, top = box.left, box.top
    for chip in chips:
        wide, high = chip_size(painter.look, chip.words, chip.picture)
        if left > box.left and left + wide > box.right:
            left, top = box.left, top + high + gaps[1]
        draw_chip(painter, (left, top), chip.words, chip.picture, ink=chip.ink, fill=chip.fill)
        left += wide + gaps[0]


def chips_height(look: Look, width: float, chips: Sequence[Chip], gaps: Point = (10, 8)) -> float:
    """How high `flow_chips` will be."""
    rows, left = 1, 0.0
    for chip in chips:
        wide = chip_size(look, chip.words, chip.picture)[0]
        if left > 0 and left + wide > width:
            rows, left = rows + 1, 0.0
        left += wide + gaps[0]
    return rows * (chip_size(look, "1")[1] + gaps[1]) - gaps[1]
