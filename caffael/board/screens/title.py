"""The title: the name of the game over the hills, and where to go from here."""

import pygame

from caffael.board.game import GameScreen
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box
from caffael.board.widgets import Button, Key
from caffael.language import CODES, NAMES

HILLS = Box(0, HEIGHT - 420, WIDTH, 420)


class TitleScreen(GameScreen):
    """New game, go on with a saved one, how to play, settings, language, leave."""

    def build(self) -> None:
        """Place the buttons in the middle, language and settings in the corner."""
        text, root = self.session.text, self.tree.root
        rows = [
            (text("Begin a new game"), "play", lambda: self.session.show("ScenariosScreen"), "primary"),
            (text("Go on with a saved game"), "save", lambda: self.session.show("SavesScreen"), "plain"),
            (text("Learn how to play"), "help", self.session.show_help, "plain"),
        ]
        width = max(Button.natural(self.look, words, picture)[0] for words, picture, _, _ in rows) + 40
        high = Button.natural(self.look, rows[0][0])[1] + 8
        top = 560.0
        for words, picture, go, style in rows:
            box = Box((WIDTH - width) / 2, top, width, high)
            root.add(Button(box, words, go, style="primary" if style == "primary" else "plain", picture=picture))
            top += high + 16
        self._corner()
        if self.tree.focused is None:
            self.tree.focus(root.children[0], quiet=True)

    def _corner(self) -> None:
        text, look, root = self.session.text, self.look, self.tree.root
        right, top = WIDTH - 40.0, 36.0
        other = CODES[1 - CODES.index(self.session.language.code)]
        for words, picture, go in (
            (text("Leave the game"), "quit", self.session.app.quit),
            (text("Change the settings"), "settings", lambda: self.session.show("SettingsScreen")),
            (NAMES[other], "language", self.session.switch_language),
        ):
            short = words if picture == "language" else ""
            wide, high = Button.natural(look, short, picture, "body")
            wide = wide if short else high
            box = Box(right - wide, top, wide, high)
            root.add(Button(box, words, go, style="plain", picture=picture, icon_only=not short, size="body", name=picture))
            right -= wide + 14

    def draw(self, painter: Painter) -> None:
        """Draw the hills, the emblem and the name."""
        painter.picture("hills", HILLS)
        painter.icon("emblem", (WIDTH / 2, 210), 290)
        painter.words("Caffael", (WIDTH / 2, 352), 120, "ink", bold=True, anchor="midtop")
        line = self.session.text("A board game of public money and the good it can do")
        painter.paragraph(line, Box(260, 492, WIDTH - 520, 50), "lead", "ink_soft", align="centre")

    def key(self, key: Key) -> bool:
        """Escape does not close the window by chance."""
        return key.code == pygame.K_ESCAPE

    def back(self) -> None:
        """Stay: leaving is a button of its own."""
