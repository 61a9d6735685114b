"""The sheet of paper that the tender and the assessment summary are written on, its heading, and the table under it, dimmed."""

from collections.abc import Callable, Sequence

import pygame

from caffael.board import shapes
from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.window import App, Screen
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


DIM = 150


class Backdrop:
    """The screen beneath a screen, as it was when this one was laid out."""

    def __init__(self, app: App, screen: Screen) -> None:
        self._app = app
        self._screen = screen
        self._look: Look | None = None
        self._words = ""
        self._drawn: pygame.Surface | None = None

    def renew(self, words: str, sheet: Callable[[Painter], None]) -> None:
        """Draw it anew, with the sheet that lies on it; `words` is the language that is spoken now."""
        app = self._app
        below = self._below()
        if below is not None and self._drawn is not None and (self._look is not app.look or self._words != words):
            below.rebuild()
        self._look, self._words = app.look, words
        size, theme = app.surface.get_size(), app.look.theme
        drawn = pygame.Surface(size)
        drawn.blit(shapes.ground(size, theme.colour("ground_top"), theme.colour("ground_bottom")), (0, 0))
        painter = Painter(drawn, app.look, app.look.scale.offset)
        if below is not None:
            below.draw(painter)
            below.tree.root.paint(painter)
        painter.veil(DIM)
        sheet(painter)
        self._drawn = drawn

    def draw(self, painter: Painter) -> None:
        """Copy it."""
        if self._drawn is not None:
            painter.surface.blit(self._drawn, (0, 0))

    def _below(self) -> Screen | None:
        screens = self._app.screens
        place = screens.index(self._screen) if self._screen in screens else len(screens)
        return screens[place - 1] if place > 0 else None
