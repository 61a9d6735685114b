"""The sheet of paper that the tender and the assessment summary are written on, and its heading."""

from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box

SHEET = Box(36, 28, 1848, 1024)
EDGE = 14.0
AIR = 36.0
TILE = 84.0
Chips = list[tuple[str, str]]


def inside(sheet: Box = SHEET) -> Box:
    """Say where on the sheet there is room."""
    return Box(sheet.left + AIR, sheet.top + EDGE + 20, sheet.width - 2 * AIR, sheet.height - EDGE - 20 - 26)


def head_height(look: Look) -> float:
    """Say how high the heading is."""
    return max(TILE, look.line_height("title") * 0.92 + look.line_height("body") + 2) + 10


def draw_sheet(painter: Painter, team: int) -> None:
    """Draw the paper with the edge of a team's colour."""

    painter.shadow(SHEET, "radius_large", 34, 170)
    painter.card(SHEET, "paper", "radius_large", f"team.{team}", "top", EDGE, line=None)


def draw_head(painter: Painter, category: str, title: str, line: str, chips: Chips, right: float) -> None:
    """Draw the category's icon, the title and a line under it; chips of goals stand after the line as far as there is room."""
    look, box = painter.look, inside()
    tile = Box(box.left, box.top, TILE, TILE)
    painter.rect(tile, f"category.{category}.pale", "radius")
    painter.icon(category, tile.center, TILE * 0.72, f"category.{category}")
    left = tile.right + 22
    painter.words(title, (left, box.top - 4), "title", bold=True, width=right - left)
    under = box.top - 4 + look.line_height("title") * 0.98
    said = painter.words(line, (left, under), "body", "ink_soft", width=right - left)
    at = said.right + 20
    for goal, words in chips:
        width, height = chip_size(look, words, goal, "small")
        if at + width > right:
            break
        draw_chip(painter, (at, said.centery - height / 2), words, goal, ink=f"goal.{goal}", fill=f"goal.{goal}.pale", size="small")
        at += width + 8
