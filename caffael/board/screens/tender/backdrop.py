"""The table under a sheet: drawn once, dimmed, and copied from then on."""

from collections.abc import Callable

import pygame

from caffael.board import shapes
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.window import App, Screen

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
