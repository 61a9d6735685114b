"""Eyes to the front: the table is covered until somebody goes on."""

import pygame

from caffael.board.game import GameScreen
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box
from caffael.board.widgets import Button, Heading, Key, Words
from caffael.presentation.screens import ScreenId

WIDE = 1240.0
CIRCLE = 210.0


class CoverScreen(GameScreen):
    """Nothing of the game is seen, bots wait and no time is counted."""

    id = ScreenId.COVER

    def build(self) -> None:
        """Place the words and the way back."""
        session, look, root = self.session, self.look, self.tree.root
        title, words = session.text("Eyes to the front"), session.text("The game waits.")
        size = 92.0
        high = size * 1.4
        line = look.line_height("heading")
        wide, tall = Button.natural(look, session.text("Go back to the game"), "play")
        whole = CIRCLE + 30 + high + line + 50 + tall
        top = (HEIGHT - whole) / 2
        self._centre = (WIDTH / 2, top + CIRCLE / 2)
        top += CIRCLE + 30
        root.add(Heading(Box((WIDTH - WIDE) / 2, top, WIDE, high), title, size=size / look.text_scale, align="centre"))
        root.add(Words(Box((WIDTH - WIDE) / 2, top + high, WIDE, line + 4), words, size="heading", ink="ink_soft", align="centre"))
        go = Button(
            Box((WIDTH - wide - 40) / 2, top + high + line + 50, wide + 40, tall),
            session.text("Go back to the game"),
            self.back,
            picture="play",
            name="uncover",
        )
        root.add(go)
        if self.tree.focused is None:
            self.tree.focus(go, quiet=True)

    def draw(self, painter: Painter) -> None:
        """Draw an eye."""
        painter.circle(self._centre, CIRCLE / 2, "paper", "line", 2)
        painter.icon("eye", self._centre, CIRCLE * 0.66, "accent")

    def key(self, key: Key) -> bool:
        """Space goes on; nothing is undone here."""
        if key.code == pygame.K_SPACE:
            self.back()
        return True
