"""The pause menu, over the game. Leaving asks nothing while everything is saved."""

from collections.abc import Callable
from functools import partial

from caffael.board.game_screen import GameScreen
from caffael.board.given_file import give_match
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import button, control
from caffael.board.screens.title_bar import go
from caffael.board.session import Session
from caffael.board.widgets import Button, Heading, Words
from caffael.board.widgets.dialog import middle
from caffael.board.window import Screen
from caffael.presentation.menu import menu_page
from caffael.presentation.rows import Stepper
from caffael.presentation.saving import why_unkept
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.saves import game_words
from caffael.presentation.teaching import watched_words

AIR = 52.0
GAP = 16.0


class MenuScreen(GameScreen):
    """Back to the game, undo a slip, help, settings, leave."""

    id = ScreenId.MENU
    help_page = "keys"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.beneath: Screen | None = session.app.screen

    def build(self) -> None:
        """Place the buttons one under the other."""
        look, session, root = self.look, self.session, self.tree.root
        match = session.match
        told = menu_page(
            session.language,
            undo=session.can_undo,
            redo=match is not None and match.can_redo(),
            minutes=session.timer.minutes,
            unkept=why_unkept(session.language, self.app.machine.storage),
            trouble="" if session.unsaved is None else session.unsaved.said(session.language),
            watched="" if session.playback is None else watched_words(session.viewer),
            game="" if match is None or match.pack.campaign is None else game_words(session.language, match.pack.campaign),
        )
        rows, saved = told.buttons, told.line
        wide = max(Button.natural(look, row.words, row.picture)[0] for row in rows) + 30
        note = look.words_height(saved, wide, "body")
        title = look.line_height("title")
        count = len(rows) + 1
        high = min(Button.natural(look, rows[0].words)[1], (look.board.height - 2 * AIR - 60 - title - note - GAP * (count + 1)) / count)
        whole = 2 * AIR + title + 14 + note + 24 + count * (high + GAP) - GAP
        self._sheet = middle(look.board, wide + 2 * AIR, whole)
        left, top = self._sheet.left + AIR, self._sheet.top + AIR
        root.add(Heading(Box(left, top - 6, wide, title + 2), told.title, size="title"))
        top += title + 14
        root.add(Words(Box(left, top, wide, note + 2), saved, ink="ink_soft"))
        top += note + 24
        ways = {"undo": session.undo, "redo": session.redo, "teacher": session.show_teacher, "file": lambda: give_match(session)}
        own = {name: partial(self._leave_and, do) for name, do in ways.items()}
        for place, row in enumerate(rows):
            box = Box(left, top + place * (high + GAP), wide, high)
            root.add(button(row, box, partial(go, self, row, own), named=False))
        (timer,) = told.blocks
        assert isinstance(timer, Stepper)
        box = Box(left, top + len(rows) * (high + GAP), wide, high)
        root.add(Words(Box(box.left + 8, box.top, wide * 0.45 - 20, high), timer.words, size="lead", bold=True, middle=True))
        root.add(control(timer, Box(box.left + wide * 0.45, box.top, wide * 0.55, high), lambda _, minutes: session.timer.set(minutes)))
        if self.tree.focused is None:
            self.tree.focus(root.children[2], quiet=True)

    def draw(self, painter: Painter) -> None:
        """Draw the game beneath, dimmed, and the sheet."""
        if self.beneath is not None:
            self.beneath.draw(painter)
            self.beneath.tree.root.paint(painter)
        painter.veil()
        painter.shadow(self._sheet, "radius_large", 34, 150)
        painter.card(self._sheet, "paper", "radius_large", "accent", "top", 12)

    def rebuild(self) -> None:
        """Lay the game beneath out anew as well."""
        if self.beneath is not None:
            self.beneath.rebuild()
        super().rebuild()

    def _leave_and(self, do: Callable[[], object]) -> None:
        self.session.pop()
        do()
