"""The simple editor: a pack changed by a few settings becomes a pack of one's own, which stands on the shelf beside it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pygame

from caffael.authoring.own.own_game import OwnGame, begin
from caffael.authoring.own.places import own_folder
from caffael.board.opening import show_on_shelf
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.editor_rows import SettingCard
from caffael.board.screens.rows import control
from caffael.board.screens.title_bar import Page, panel, question
from caffael.board.session import Session
from caffael.board.widgets import Heading, Key, ScrollArea, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Group
from caffael.presentation.rows import Field
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.editor import editor_page, leave_question, proposed
from caffael.scenario import PackError
from caffael.scenario import Words as PackWords

AIR = 22.0
GAP = 16.0
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

    def tell(self) -> blocks.Page:
        """The settings as they are."""
        return editor_page(self.session.language, self.game)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Undo, set back, save."""
        return {"undo": self.undo, "reset all": self.reset_all, "save": self.save, "reset": self._reset_at}

    def fill(self) -> None:
        """Place the title's line and the settings by group."""
        body, look = self.body, self.look
        name, *groups = self.told.blocks
        assert isinstance(name, Field)
        high = max(look.measure("target"), look.line_height("lead") + 24)
        named = look.words_width(name.words, "lead", True) + 34
        self._sheet = Box(body.left, body.top, body.width - 12, high + 2 * 14)
        self.into.add(Words(Box(body.left + AIR, body.top + 14, named, high), name.words, size="lead", bold=True, middle=True))
        line = Box(body.left + AIR + named, body.top + 14, self._sheet.width - 2 * AIR - named, high)
        self.into.add(control(name, line, self._type, size="lead"))
        scrolled = self._area.scrolled if self._area is not None else 0.0
        top = self._sheet.bottom + 14
        self._area = area = self.into.add(ScrollArea(Box(body.left, top, body.width - 12, body.bottom - top), name="settings"))
        columns = 1 if look.text_scale >= ONE_COLUMN else 2
        wide = (area.box.width - 24 - GAP * (columns - 1)) / columns
        top = area.box.top + 2
        for group in [block for block in groups if isinstance(block, Group)]:
            line_high = look.line_height("heading")
            area.add(Heading(Box(area.box.left + 8, top + 6, area.box.width - 30, line_high), group.title))
            top += line_high + 16
            cards = [SettingCard(look, shown, wide) for shown in group.blocks if isinstance(shown, Group)]
            for first in range(0, len(cards), columns):
                row = cards[first : first + columns]
                deep = max(card.height for card in row)
                for column, card in enumerate(row):
                    box = Box(area.box.left + 6 + column * (wide + GAP), top, wide, deep)
                    card.build(area, box, self._set, self.do)
                top += deep + GAP
        area.extent = top - area.box.top
        area.scroll_to(scrolled)

    def draw(self, painter: Painter) -> None:
        """Draw the sheet of the title."""
        panel(painter, self._sheet)

    # What is pressed

    def _set(self, row: str, value: Any) -> None:
        self.set(row.removeprefix("setting."), value)

    def _reset_at(self, place: int) -> None:
        self.reset(self.game.settings()[place])

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

    def _type(self, row: str, typed: str) -> None:
        del row
        self.game.typed = typed
        self.touched = True

    def back(self) -> None:
        """Leave; what would be lost is asked about first."""
        if self.game.can_undo or self.touched:
            self.ask(lambda: question(self.session, leave_question(self.session.language), self.session.pop))
        else:
            self.session.pop()

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
            self.failed(error)
            return
        show_on_shelf(session, path)
        self.report("saved")
