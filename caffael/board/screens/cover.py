"""Eyes to the front: the table is covered until somebody goes on."""

import pygame

from caffael.board.game_screen import GameScreen
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import button
from caffael.board.widgets import Button, Heading, Key, Words
from caffael.presentation.blocks import Page
from caffael.presentation.menu import cover_page
from caffael.presentation.screens import ScreenId

WIDE = 1240.0
CIRCLE = 210.0


class CoverScreen(GameScreen):
    """Nothing of the game is seen, bots wait and no time is counted."""

    id = ScreenId.COVER

    def tell(self) -> Page:
        """What stands on the cover."""
        return cover_page(self.session.language)

    def build(self) -> None:
        """Place the words and the way back."""
        look, root = self.look, self.tree.root
        told = self.tell()
        (uncover,) = told.buttons
        self._picture = told.picture
        size = 92.0
        high = size * 1.4
        line = look.line_height("heading")
        wide, tall = Button.natural(look, uncover.words, uncover.picture)
        across, down = look.board.size
        room = look.room_for(WIDE)
        whole = CIRCLE + 30 + high + line + 50 + tall
        top = (down - whole) / 2
        self._centre = (across / 2, top + CIRCLE / 2)
        top += CIRCLE + 30
        size = min(size, size * room / max(1.0, look.words_width(told.title, size / look.text_scale, True)))
        root.add(Heading(Box((across - room) / 2, top, room, high), told.title, size=size / look.text_scale, align="centre", middle=True))
        root.add(Words(Box((across - room) / 2, top + high, room, line + 4), told.line, size="heading", ink="ink_soft", align="centre"))
        go = root.add(button(uncover, Box((across - wide - 40) / 2, top + high + line + 50, wide + 40, tall), self.back))
        if self.tree.focused is None:
            self.tree.focus(go, quiet=True)

    def back(self) -> None:
        """Go back to the game itself: the pages over it from which it was covered are closed too."""
        super().back()
        while (screen := self.app.screen) is not None and screen.id in (ScreenId.TEACHER, ScreenId.MENU):
            screen.back()

    def draw(self, painter: Painter) -> None:
        """Draw an eye."""
        painter.circle(self._centre, CIRCLE / 2, "paper", "line", 2)
        painter.icon(self._picture, self._centre, CIRCLE * 0.66, "accent")

    def key(self, key: Key) -> bool:
        """Space and Return go on; nothing is undone here."""
        if key.code in (pygame.K_SPACE, pygame.K_RETURN, pygame.K_KP_ENTER):
            self.back()
        return True
