"""A screen over which sheets can be laid that say where a number comes from, each with a back where there is one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from caffael.board.game_screen import GameScreen
from caffael.board.screens.choice import shown_dialog
from caffael.board.screens.sheet_stack import SheetStack
from caffael.board.widgets import Dialog, Key, Widget
from caffael.presentation.blocks import Choice, Sheet
from caffael.presentation.press import Do, Open, Play, Press
from caffael.presentation.sheets.registry import SHEETS
from caffael.presentation.viewer import Viewer

if TYPE_CHECKING:
    from caffael.board.session import Session


class SheetedScreen(GameScreen):
    """`open` lays a sheet; T turns the sheet on top over, or the card that has the focus."""

    def __init__(self, session: "Session") -> None:
        super().__init__(session)
        self.sheets = SheetStack(self)

    def open(self, make: Callable[[], Dialog]) -> None:
        """Lay a sheet over all others. It is made anew when language or letters change."""
        self.sheets.lay(make)

    def press(self, press: Press | None) -> None:
        """Do what a press of a button, line or card means."""
        match press:
            case Play(action):
                self.play(action)
            case Open(name, about):
                self.open(lambda: shown_dialog(self, self.sheet(name, *about)))
            case Do(what, about):
                self.do(what, *about)

    def sheet(self, name: str, *about: int) -> Sheet | Choice:
        """What a sheet says. A screen that shows more than the game itself has sheets of its own."""
        return SHEETS[name](self.viewer, *about)

    @property
    def viewer(self) -> Viewer:
        """The game as this screen may show it."""
        return self.session.viewer

    def play(self, action: int) -> None:
        """Play an action for the team that the screen is shown to."""
        self.session.play(action, self.viewer.seat)

    def do(self, what: str, *about: int) -> None:
        """Do something in this screen's own way."""
        raise KeyError(what)

    def close(self) -> None:
        """Take the sheet on top away."""
        self.tree.close(self.tree.dialogs[-1] if self.tree.dialogs else None)

    def sheets_gone(self) -> None:
        """Nothing waits for the last sheet here."""

    def show_card(self, widget: Widget) -> None:
        """No card of this screen has another side, unless a kind of screen says so."""

    def drop_dialogs(self) -> None:
        """Take every sheet away without a word."""
        self.sheets.clear()
        super().drop_dialogs()

    def rebuild(self) -> None:
        """Build again, and lay the sheets that lay there."""
        super().rebuild()
        self.sheets.raise_all()

    def key(self, key: Key) -> bool:
        """T turns a card over."""
        if key.code == pygame.K_t and not (key.ctrl or key.alt):
            return self.sheets.turn_focused()
        return super().key(key)
