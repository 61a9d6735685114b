"""The sheet of paper that the tender and the assessment summary are written on, its heading, and the table under it, dimmed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from caffael.board import shapes
from caffael.board.drawings.chips import chip_size, chips_height, draw_chip, flow_chips
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.window import App, Screen
from caffael.presentation.blocks import Chip

MARGIN, FOOT = 36.0, 28.0
"""So much of the table is seen beside the sheet, and over and under it."""
EDGE = 14.0
AIR = 36.0
TILE = 84.0
SHRUNK = 1.25
"""The line of the heading breaks where it would need so much more width than there is."""


def sheet_box(look: Look) -> Box:
    """Say where the sheet lies on the board."""
    return Box(look.board.inflate(-2 * MARGIN, -2 * FOOT))


def inside(look: Look) -> Box:
    """Say where on the sheet there is room."""
    sheet = sheet_box(look)
    return Box(sheet.left + AIR, sheet.top + EDGE + 20, sheet.width - 2 * AIR, sheet.height - EDGE - 20 - 26)


def draw_sheet(painter: Painter, team: int) -> None:
    """Draw the paper with the edge of a team's colour."""
    sheet = sheet_box(painter.look)
    painter.shadow(sheet, "radius_large", 34, 170)
    painter.card(sheet, "paper", "radius_large", f"team.{team}", "top", EDGE, line=None)


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of the sheet: the category's icon, the title and a line under it, and after that chips of goals.

    The title ends at `right`; the line stands below `free_from` and has room to the edge of `box`. Where that is not enough it breaks, and
    the chips stand under it.
    """

    look: Look
    box: Box
    picture: str
    title: str
    line: str
    chips: Sequence[Chip]
    right: float
    free_from: float

    @property
    def left(self) -> float:
        """Where the words begin."""
        return self.box.left + TILE + 22

    @property
    def room(self) -> float:
        """How wide the line may be."""
        return self.box.right - self.left

    @property
    def breaks(self) -> bool:
        """Whether line and chips stand under each other."""
        short = [(chip, chip.short) for chip in self.chips]
        needed = self.look.words_width(self.line, "body") + chips_width(self.look, short)
        return needed > self.room * (1 if self.look.tall else SHRUNK)

    @property
    def under(self) -> float:
        """Where the line begins."""
        return max(self.box.top - 4 + self.look.line_height("title") * 0.98, self.free_from)

    @property
    def bottom(self) -> float:
        """Where the heading ends, with its air."""
        look = self.look
        if not self.breaks:
            least = self.box.top + max(TILE, look.line_height("title") * 0.92 + look.line_height("body") + 2) + 26
            return max(least, self.free_from + look.line_height("body") + 4)
        chips = chips_height(look, self.room, list(self.chips), CHIP_GAPS) + 10 if self.chips else 0.0
        return max(self.box.top + TILE, self.under + look.words_height(self.line, self.room, "body") + chips) + 18

    def draw(self, painter: Painter) -> None:
        """Draw it."""
        look, left, room = self.look, self.left, self.room
        tile = Box(self.box.left, self.box.top, TILE, TILE)
        painter.rect(tile, f"category.{self.picture}.pale", "radius")
        painter.icon(self.picture, tile.center, TILE * 0.72, f"category.{self.picture}")
        painter.words(self.title, (left, self.box.top - 4), "title", bold=True, width=self.right - left)
        if self.breaks:
            high = look.words_height(self.line, room, "body")
            painter.paragraph(self.line, Box(left, self.under, room, high + 2), "body", "ink_soft")
            flow_chips(painter, Box(left, self.under + high + 8, room, 0), list(self.chips), CHIP_GAPS)
            return
        named = [(chip, chip.words) for chip in self.chips]
        short = [(chip, chip.short) for chip in self.chips]
        shown = named if look.words_width(self.line, "body") + chips_width(look, named) <= room else short
        said = painter.words(self.line, (left, self.under), "body", "ink_soft", width=room - chips_width(look, shown))
        at = said.right + 20
        for chip, words in shown:
            height = chip_size(look, words, chip.picture, "small")[1]
            where = (at, said.centery - height / 2)
            at = draw_chip(painter, where, words, chip.picture, ink=chip.ink, fill=chip.fill, size="small").right + 8


def chips_width(look: Look, chips: list[tuple[Chip, str]]) -> float:
    """Say how much room chips of goals want after a line."""
    return 20 + sum(chip_size(look, words, chip.picture, "small")[0] + 8 for chip, words in chips) if chips else 0.0


DIM = 150
CHIP_GAPS = (8, 6)


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
