"""Chips: a word or a number in a small rounded frame, with an icon."""

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink


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
