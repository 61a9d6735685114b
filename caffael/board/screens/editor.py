"""The simple editor: a pack changed by a few settings becomes a pack of one's own, which stands on the shelf beside it."""

from pathlib import Path

import pygame

from caffael.authoring.own.own_game import OwnGame, begin
from caffael.authoring.own.places import own_folder
from caffael.authoring.own.settings import GROUPS, SETTINGS
from caffael.board.game import Session
from caffael.board.opening import show_on_shelf
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.editor_rows import SettingRow, row_height
from caffael.board.screens.question import question
from caffael.board.screens.title_bar import Page, panel
from caffael.board.widgets import Button, Dialog, Heading, Key, ScrollArea, TextLine, Words
from caffael.presentation.screens import ScreenId
from caffael.scenario import PackError
from caffael.scenario import Words as PackWords
from caffael.words.language import CODES, Language

AIR = 22.0
GAP = 16.0
LONGEST_TITLE = 60
ONE_COLUMN = 1.4
"""From this text scale on the settings stand one below the other."""


class EditorScreen(Page):
    """Each setting says in a sentence what it does, and can be set back to what the pack has."""

    id = ScreenId.EDITOR

    def __init__(self, session: Session, path: Path, own: bool, title: PackWords) -> None:
        super().__init__(session)
        self.game: OwnGame = begin(path, own, proposed(title))
        self._area: ScrollArea | None = None
        self._sheet = Box(0, 0, 0, 0)
        self.touched = False  # whether a title was typed

    def title(self) -> str:
        """What is done here."""
        return self.session.text("Change this game")

    def foot(self) -> list[Button]:
        """Undo, set back, save."""
        session, game = self.session, self.game
        changed = any(game.changed(key) for key in game.settings())
        nothing = session.text("Nothing has been changed yet.")
        faulty = session.text("Something does not fit together yet; it says what in red.") if game.faults else ""
        return [
            self.button(session.text("Undo"), self.undo, "undo", why="" if game.can_undo else nothing),
            self.button(session.text("Set everything back"), self.reset_all, "redo", why="" if changed else nothing),
            self.button(session.text("Save"), self.save, "save", True, faulty),
        ]

    def fill(self) -> None:
        """Place the title's line and the settings by group."""
        body, look, session, game = self.body, self.look, self.session, self.game
        high = max(look.measure("target"), look.line_height("lead") + 24)
        label = session.text("Title")
        named = look.words_width(label, "lead", True) + 34
        self._sheet = Box(body.left, body.top, body.width - 12, high + 2 * 14)
        self.into.add(Words(Box(body.left + AIR, body.top + 14, named, high), label, size="lead", bold=True, middle=True))
        line = Box(body.left + AIR + named, body.top + 14, self._sheet.width - 2 * AIR - named, high)
        hint = game.title(session.language.code)
        self.into.add(TextLine(line, label, game.typed, self._type, hint=hint, longest=LONGEST_TITLE, name="title"))
        scrolled = self._area.scrolled if self._area is not None else 0.0
        top = self._sheet.bottom + 14
        self._area = area = self.into.add(ScrollArea(Box(body.left, top, body.width - 12, body.bottom - top), name="settings"))
        columns = 1 if look.text_scale >= ONE_COLUMN else 2
        wide = (area.box.width - 24 - GAP * (columns - 1)) / columns
        top = area.box.top + 2
        for title, group in GROUPS:
            line_high = look.line_height("heading")
            area.add(Heading(Box(area.box.left + 8, top + 6, area.box.width - 30, line_high), session.text(title)))
            top += line_high + 16
            shown = [setting.key for setting in group if setting.key in game.settings()]
            for first in range(0, len(shown), columns):
                keys = shown[first : first + columns]
                faults = {key: " ".join(game.blamed.get(key, [])) for key in keys}
                deep = max(row_height(look, session, SETTINGS[key], wide, faults[key]) for key in keys)
                for column, key in enumerate(keys):
                    box = Box(area.box.left + 6 + column * (wide + GAP), top, wide, deep)
                    SettingRow(self, SETTINGS[key], faults[key]).build(area, box)
                top += deep + GAP
        area.extent = top - area.box.top
        area.scroll_to(scrolled)

    def draw(self, painter: Painter) -> None:
        """Draw the sheet of the title."""
        panel(painter, self._sheet)

    # What is pressed

    def set(self, key: str, value: object) -> None:
        """Change a setting."""
        self.game.set(key, value)
        self.rebuild()

    def reset(self, key: str) -> None:
        """Set a setting back."""
        self.game.reset(key)
        self.rebuild()
        row = next((one for one in self.tree.reachable() if one.name == f"setting.{key}"), None)
        self.tree.focus(row, quiet=True)

    def reset_all(self) -> None:
        """Set everything back."""
        self.game.reset_all()
        self.rebuild()

    def undo(self) -> None:
        """Take the last change back, and show where it was."""
        if not self.game.can_undo:
            return
        key = self.game.undo()
        self.rebuild()
        self.tree.focus(self.tree.find(f"setting.{key}"), quiet=True)

    def key(self, key: Key) -> bool:
        """Ctrl+Z takes the last change back, Ctrl+S saves."""
        if key.ctrl and key.code == pygame.K_z:
            self.undo()
        elif key.ctrl and key.code == pygame.K_s:
            if not self.game.faults:
                self.save()
        else:
            return super().key(key)
        return True

    def _type(self, typed: str) -> None:
        self.game.typed = typed
        self.touched = True

    def back(self) -> None:
        """Leave; what would be lost is asked about first."""
        if self.game.can_undo or self.touched:
            self.ask(self._question)
        else:
            self.session.pop()

    def _question(self) -> Dialog:
        session = self.session
        words = session.text("What was changed here is not saved yet.")
        do = (session.text("Leave without saving"), session.pop)
        return question(session, session.text("Leave this page?"), words, "trash", do, session.text("Stay here"))

    def save(self) -> None:
        """Write the pack, and go to the shelf where it is chosen."""
        session = self.session
        try:
            path = self.game.save(own_folder())
        except PackError as error:
            self.game.faults = error.faults
            self.rebuild()
            self.app.say(str(error.faults[0]), 10)
            return
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.app.say(session.text("That can't be written on this computer: {reason}", reason=reason), 10)
            return
        show_on_shelf(session, path)
        self.app.say(session.text("Saved. It stands on the shelf."))


def proposed(title: PackWords) -> PackWords:
    """The title of an own pack before anybody types one, in both languages."""
    english, welsh = (Language(code).text("{title} – our own", title=title(code)) for code in CODES)
    return PackWords(english, welsh)
