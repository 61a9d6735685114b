"""The pause menu, over the game. Everything is saved already, so leaving asks nothing."""

from collections.abc import Callable

from caffael.authoring.own.settings import MOST_MINUTES
from caffael.board.game import GameScreen, Session
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, WIDTH, Box
from caffael.board.screens.campaign import game_words
from caffael.board.widgets import Button, Heading, Stepper, Words
from caffael.board.window import Screen
from caffael.presentation.screens import ScreenId

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
        match = self.session.match
        slip = match is not None and match.can_undo_slip()
        no_slip = session.text("Only a choice that turned nothing up can be taken back.")
        again = match is not None and match.can_redo()
        nothing = session.text("Nothing was taken back.")
        rows: list[tuple[str, str, Callable[[], None], str]] = [
            (session.text("Go back to the game"), "play", self.back, ""),
            (session.text("Undo the last choice"), "undo", self._undo, "" if slip else no_slip),
            (session.text("Play it again"), "redo", self._redo, "" if again else nothing),
            (session.text("For the teacher"), "teacher", self._teacher, ""),
            (session.text("Learn how to play"), "help", self.session.show_help, ""),
            (session.text("Change the settings"), "settings", lambda: self.session.show(ScreenId.SETTINGS), ""),
            (session.text("Leave the game for the title page"), "quit", self.session.show_title, ""),
        ]
        wide = max(Button.natural(look, words, picture)[0] for words, picture, _, _ in rows) + 30
        saved = session.text("Everything is saved. You can leave and go on another day.")
        campaign = None if match is None else match.pack.campaign
        if campaign is not None:
            saved = f"{game_words(session, campaign)}. {saved}"
        note = look.words_height(saved, wide, "body")
        title = look.line_height("title")
        count = len(rows) + 1
        high = min(Button.natural(look, rows[0][0])[1], (HEIGHT - 2 * AIR - 60 - title - note - GAP * (count + 1)) / count)
        whole = 2 * AIR + title + 14 + note + 24 + count * (high + GAP) - GAP
        self._sheet = Box((WIDTH - wide) / 2 - AIR, (HEIGHT - whole) / 2, wide + 2 * AIR, whole)
        left, top = self._sheet.left + AIR, self._sheet.top + AIR
        root.add(Heading(Box(left, top - 6, wide, title + 2), session.text("Pause"), size="title"))
        top += title + 14
        root.add(Words(Box(left, top, wide, note + 2), saved, ink="ink_soft"))
        top += note + 24
        for place, (words, picture, go, why) in enumerate(rows):
            style = "plain" if place else "primary"
            box = Box(left, top + place * (high + GAP), wide, high)
            root.add(Button(box, words, go, style="primary" if style == "primary" else "plain", picture=picture, enabled=not why, why=why))
        self._timer(Box(left, top + len(rows) * (high + GAP), wide, high))
        if self.tree.focused is None:
            self.tree.focus(root.children[2], quiet=True)

    def _timer(self, box: Box) -> None:
        session, root = self.session, self.tree.root
        label = session.text("Team timer")
        at = Box(box.left + box.width * 0.45, box.top, box.width * 0.55, box.height)
        root.add(Words(Box(box.left + 8, box.top, box.width * 0.45 - 20, box.height), label, size="lead", bold=True, middle=True))
        stepper = Stepper(
            at,
            label,
            session.timer.minutes,
            session.timer.set,
            high=MOST_MINUTES,
            words=lambda n: session.plural("{n} minute", "{n} minutes", n) if n else session.text("off"),
            why_low=session.text("The timer is off."),
            why_high=session.text("This is the most."),
            name="timer",
        )
        root.add(stepper)

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

    def _undo(self) -> None:
        self.session.pop()
        self.session.undo()

    def _teacher(self) -> None:
        self.session.pop()
        self.session.show_teacher()

    def _redo(self) -> None:
        self.session.pop()
        self.session.redo()
