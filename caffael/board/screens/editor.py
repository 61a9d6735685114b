"""The simple editor: a pack changed by a few settings becomes a pack of one's own, which stands on the shelf beside it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pygame

from caffael.authoring.own.own_game import OwnGame, begin
from caffael.board.incoming_packs import show_on_shelf
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import Change, button, control
from caffael.board.screens.title_bar import Page, question
from caffael.board.session import Session
from caffael.board.widgets import Card, Heading, Key, ScrollArea, Stepper, Words
from caffael.board.widgets.choice import WIDE
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Text
from caffael.presentation.rows import Field, OneOf, Row, Toggle
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.editor import editor_page, leave_question, proposed
from caffael.saves import own_folder
from caffael.scenario import PackError
from caffael.scenario import Words as PackWords

EDGE = 22.0
AIR = 20.0
STEPPER = 330.0
SIGN = 66.0
"""How wide the signs at both ends of a stepper are in that."""
GAP = 16.0
ONE_COLUMN = 1.4
"""From this text scale on the settings stand one below the other."""


class EditorScreen(Page):
    """Each setting says in a sentence what it does, and can be set back to what the pack has."""

    id = ScreenId.EDITOR

    def __init__(self, session: Session, path: Path, own: bool, title: PackWords) -> None:
        super().__init__(session)
        self.game: OwnGame = begin(path, own, proposed(title))
        self.touched = False  # whether a title was typed

    def tell(self) -> blocks.Page:
        """The settings as they are."""
        return editor_page(self.session.language, self.game)

    def verbs(self) -> Mapping[str, Callable[..., None]]:
        """Undo, set back, save."""
        reset = lambda place: self.reset(self.game.settings()[place])  # noqa: E731
        return {"undo": self.undo, "reset all": self.reset_all, "save": self.save, "reset": reset}

    def fill(self) -> None:
        """Place the title's line and the settings by group."""
        body, look = self.body, self.look
        name, *groups = self.told.blocks
        assert isinstance(name, Field)
        high = max(look.measure("target"), look.line_height("lead") + 24)
        named = look.words_width(name.words, "lead", True) + 34
        self.paper = Box(body.left, body.top, body.width - 12, high + 2 * 14)
        self.into.add(Words(Box(body.left + EDGE, body.top + 14, named, high), name.words, size="lead", bold=True, middle=True))
        line = Box(body.left + EDGE + named, body.top + 14, self.paper.width - 2 * EDGE - named, high)
        self.into.add(control(name, line, self._type, size="lead"))
        top = self.paper.bottom + 14
        self.area = area = self.into.add(ScrollArea(Box(body.left, top, body.width - 12, body.bottom - top), name="settings"))
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
                    card.build(area, box, lambda row, value: self.set(row.removeprefix("setting."), value), self.do)
                top += deep + GAP
        area.extent = top - area.box.top

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
            self.app.say(error.faults[0].said(session.language), 10)
            return
        except OSError as error:
            self.failed(error)
            return
        show_on_shelf(session, path)
        self.report("saved")


class SettingCard:
    """One setting: its name, its sentence, what sets it, a way back to the pack's own value, and what is wrong; laid out at a width."""

    def __init__(self, look: Look, shown: Group, wide: float) -> None:
        self.look, self.shown, self.wide = look, shown, wide
        sentence, row, *more = shown.blocks
        assert isinstance(sentence, Text) and isinstance(row, Row)
        self.sentence, self.row = sentence.words, row
        self.reset = next((block for block in more if isinstance(block, blocks.Button)), None)
        self.fault = next((block.words for block in more if isinstance(block, Text)), "")
        self.control = (self._control_width(), max(look.measure("target"), look.line_height("body") + 24))
        self.stands_below = not isinstance(row, Toggle) and self.control[0] > wide * 0.46
        room = wide - 2 * AIR - look.measure("target") - 10
        self.room = room if self.stands_below else room - self.control[0] - 18
        self.foot = look.words_height(self.fault, wide - 2 * AIR - 44, "body") + 12 if self.fault else 0.0
        words = look.words_height(shown.title, self.room, "lead", True) + look.words_height(self.sentence, self.room, "small") + 4
        inside = words + self.control[1] + 12 if self.stands_below else max(words, self.control[1])
        self.height = inside + 2 * AIR - 8 + self.foot

    def _control_width(self) -> float:
        row, look = self.row, self.look
        if isinstance(row, Toggle):
            return WIDE + 12
        if isinstance(row, OneOf):
            each = max(look.words_width(option.label, "body", True) for option in row.options) + 34
            return min(each * len(row.options) + 10, self.wide - 2 * AIR)
        return STEPPER + 110 * (look.text_scale - 1) + 2 * max(0.0, look.measure("target") - SIGN)

    def build(self, into: ScrollArea, box: Box, change: Change, press: Callable[[blocks.Button], None]) -> None:
        """Put card, control and the way back into the list."""
        into.add(Card(box, self.shown.title, self._draw, said=self.sentence, rises=False, name=self.shown.id))
        (wide, high), back = self.control, self.look.measure("target")
        if self.stands_below:
            at = Box(box.left + AIR, box.bottom - AIR + 4 - self.foot - high, wide, high)
            corner = Box(box.right - AIR - back + 8, box.top + AIR - 8, back, back)
        else:
            at = Box(box.right - AIR - wide, box.top + AIR - 4, wide, high)
            corner = Box(at.left - back - 10, at.top + (high - back) / 2, back, back)
        made = into.add(control(self.row, at, change, bare=True))
        if isinstance(made, Stepper):
            made.turned_by_wheel = False
        if self.reset is not None:
            way = into.add(button(self.reset, corner, partial(press, self.reset), size="lead"))
            way.style, way.icon_only, way.more = "quiet", True, way.label

    def _draw(self, painter: Painter, box: Box) -> None:
        look, room, changed, fault = self.look, self.room, self.reset is not None, self.fault
        painter.card(box, "gold_pale" if changed else "paper", edge="bad" if fault else ("gold" if changed else None))
        left, top = box.left + AIR, box.top + AIR - 6
        high = look.words_height(self.shown.title, room, "lead", True)
        painter.paragraph(self.shown.title, Box(left, top, room, high + 2), "lead", bold=True)
        deep = look.words_height(self.sentence, room, "small")
        painter.paragraph(self.sentence, Box(left, top + high + 4, room, deep + 2), "small", "ink_soft")
        if fault:
            foot = box.bottom - AIR + 20 - self.foot
            painter.icon("warning", (left + 16, foot + look.line_height("body") / 2), 32, "bad")
            painter.paragraph(fault, Box(left + 44, foot, self.wide - 2 * AIR - 44, self.foot - 10), "body", "bad")
