"""The title: the name of the game over the hills, and where to go from here."""

import random
from functools import partial

import pygame

from caffael.board.drawings.scenery import hills, sky
from caffael.board.game_screen import GameScreen
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import button
from caffael.board.screens.title_bar import MARGIN, add_corner, go
from caffael.board.widgets import Button, Heading, Key
from caffael.presentation.menu import title_page
from caffael.presentation.screens import ScreenId

FOOT = 260.0
"""From the last button to the foot of the board."""
NAME_SIZE = 120.0


class TitleScreen(GameScreen):
    """New game, go on with a saved one, the guided game, how to play, settings, language, leave."""

    id = ScreenId.TITLE

    def build(self) -> None:
        """Place the buttons in the middle, language and settings in the corner."""
        look, root = self.look, self.tree.root
        self.told = title_page(self.session.language)
        rows = self.told.buttons
        width = max(Button.natural(look, row.words, row.picture)[0] for row in rows) + 40
        high = Button.natural(look, rows[0].words)[1] + 6
        across, down = look.board.size
        top = down - FOOT - len(rows) * high - 16 * (len(rows) - 1)
        self._top = top
        size = self._name_size
        root.add(
            Heading(
                Box(160, top - 54 * look.text_scale - size * 1.3, across - 320, size * 1.4),
                self.told.title,
                size=size / look.text_scale,
                align="centre",
            )
        )
        for place, row in enumerate(rows):
            box = Box((across - width) / 2, top + place * (high + 16), width, high)
            root.add(button(row, box, partial(go, self, row, {"learn": self.session.learn}), named=False))
        add_corner(self, across - MARGIN, with_help=False, leave=self.app.machine.can_be_left)
        if self.tree.focused is None:
            self.tree.focus(root.children[1], quiet=True)

    @property
    def _name_size(self) -> float:
        return NAME_SIZE - 30 * (self.look.text_scale - 1)

    def draw(self, painter: Painter) -> None:
        """Draw the hills, the emblem and the line under the name."""
        across = self.look.board.width
        painter.scene("title-sky", sky(self.look.board))
        if painter.look.theme.scenes.share > 0:
            _stars(painter)
        painter.scene("hills", hills(self.look.board))
        line = 54 * self.look.text_scale
        room = self._top - line - self._name_size * 1.25 - 36
        painter.icon(self.told.picture, (across / 2, 26 + room / 2), min(300.0, room))
        painter.paragraph(self.told.line, Box(160, self._top - line - 8, across - 320, line), "lead", "ink_soft", align="centre")

    def key(self, key: Key) -> bool:
        """Escape does not close the window by chance."""
        return key.code == pygame.K_ESCAPE

    def back(self) -> None:
        """Stay: leaving is a button of its own."""


def _stars(painter: Painter) -> None:
    """Draw the stars of the dark look."""
    across, lowest = painter.look.board.width, hills(painter.look.board).top + 60
    chance = random.Random(15)
    places = [(chance.uniform(0, across), chance.uniform(0, lowest), chance.uniform(0.8, 2.4)) for _ in range(120)]
    shine = painter.hex_code("shine")
    body = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{r:.1f}" fill="{shine}" fill-opacity="{r / 3:.2f}"/>' for x, y, r in places)
    painter.svg(body, painter.look.board, "stars")
