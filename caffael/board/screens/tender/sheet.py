"""The sheet of paper that the tender and the assessment summary are written on, and its heading."""

from collections.abc import Sequence

from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.blocks import Chip

SHEET = Box(36, 28, 1848, 1024)
EDGE = 14.0
AIR = 36.0
TILE = 84.0


def inside(sheet: Box = SHEET) -> Box:
    """Say where on the sheet there is room."""
    return Box(sheet.left + AIR, sheet.top + EDGE + 20, sheet.width - 2 * AIR, sheet.height - EDGE - 20 - 26)


def head_height(look: Look) -> float:
    """Say how high the heading is."""
    return max(TILE, look.line_height("title") * 0.92 + look.line_height("body") + 2) + 12


def draw_sheet(painter: Painter, team: int) -> None:
    """Draw the paper with the edge of a team's colour."""

    painter.shadow(SHEET, "radius_large", 34, 170)
    painter.card(SHEET, "paper", "radius_large", f"team.{team}", "top", EDGE, line=None)


def draw_head(painter: Painter, category: str, title: str, line: str, chips: Sequence[Chip], right: float, free_from: float) -> None:
    """Draw the category's icon, the title and a line under it, and after that chips of goals.

    The title ends at `right`; the line stands below `free_from` and has room to the edge of the sheet.
    """
    look, box = painter.look, inside()
    tile = Box(box.left, box.top, TILE, TILE)
    painter.rect(tile, f"category.{category}.pale", "radius")
    painter.icon(category, tile.center, TILE * 0.72, f"category.{category}")
    left = tile.right + 22
    painter.words(title, (left, box.top - 4), "title", bold=True, width=right - left)
    under = max(box.top - 4 + look.line_height("title") * 0.98, free_from)
    room = box.right - left
    named = [(chip, chip.words) for chip in chips]
    short = [(chip, chip.short) for chip in chips]
    shown = named if look.words_width(line, "body") + chips_width(look, named) <= room else short
    said = painter.words(line, (left, under), "body", "ink_soft", width=room - chips_width(look, shown))
    at = said.right + 20
    for chip, words in shown:
        height = chip_size(look, words, chip.picture, "small")[1]
        where = (at, said.centery - height / 2)
        at = draw_chip(painter, where, words, chip.picture, ink=chip.ink, fill=chip.fill, size="small").right + 8


def chips_width(look: Look, chips: list[tuple[Chip, str]]) -> float:
    """Say how much room chips of goals want after a line."""
    return 20 + sum(chip_size(look, words, chip.picture, "small")[0] + 8 for chip, words in chips) if chips else 0.0
