"""One setting of the editor: a card with its name, its sentence, what sets it, a way back to the pack's own value, and what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import Change, button, control
from caffael.board.widgets import Card, ScrollArea, Stepper
from caffael.board.widgets.toggle import WIDE
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Text
from caffael.presentation.rows import OneOf, Row, Toggle

AIR = 20.0
STEPPER = 330.0
Press = Callable[[blocks.Button], None]


@dataclass(slots=True)
class SettingCard:
    """The card of one setting, and how it is laid out at a width."""

    look: Look
    shown: Group
    wide: float

    @property
    def sentence(self) -> str:
        """What the setting does."""
        return next(block.words for block in self.shown.blocks if isinstance(block, Text))

    @property
    def fault(self) -> str:
        """What is wrong with it."""
        return next((block.words for block in self.shown.blocks if isinstance(block, Text) and block.tone == "bad"), "")

    @property
    def row(self) -> Row:
        """What sets it."""
        return next(block for block in self.shown.blocks if isinstance(block, Row))

    @property
    def reset(self) -> blocks.Button | None:
        """The way back to the pack's own value, where it was changed."""
        return next((block for block in self.shown.blocks if isinstance(block, blocks.Button)), None)

    # How it is laid out

    @property
    def control_width(self) -> float:
        """How wide what sets it is."""
        row, look = self.row, self.look
        if isinstance(row, Toggle):
            return WIDE + 12
        if isinstance(row, OneOf):
            each = max(look.words_width(option.label, "body", True) for option in row.options) + 34
            return min(each * len(row.options) + 10, self.wide - 2 * AIR)
        return STEPPER + 110 * (look.text_scale - 1)

    @property
    def control_height(self) -> float:
        """How high what sets it is."""
        return max(self.look.measure("target"), self.look.line_height("body") + 24)

    @property
    def stands_below(self) -> bool:
        """Whether what sets it stands under the words, where there is not enough room beside them."""
        return not isinstance(self.row, Toggle) and self.control_width > self.wide * 0.46

    @property
    def words_width(self) -> float:
        """How much room the words have."""
        room = self.wide - 2 * AIR - self.look.measure("target") - 10
        return room if self.stands_below else room - self.control_width - 18

    @property
    def foot(self) -> float:
        """How much room what is wrong takes at the foot."""
        return self.look.words_height(self.fault, self.wide - 2 * AIR - 44, "body") + 12 if self.fault else 0.0

    @property
    def height(self) -> float:
        """How high the card is."""
        look, room = self.look, self.words_width
        words = look.words_height(self.shown.title, room, "lead", True) + look.words_height(self.sentence, room, "small") + 4
        inside = words + self.control_height + 12 if self.stands_below else max(words, self.control_height)
        return inside + 2 * AIR - 8 + self.foot

    def build(self, into: ScrollArea, box: Box, change: Change, press: Press) -> None:
        """Put card, control and the way back into the list."""
        into.add(Card(box, self.shown.title, self._draw, said=self.sentence, rises=False, name=self.shown.id))
        wide, high, back = self.control_width, self.control_height, self.look.measure("target")
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
        look, room, changed, fault = self.look, self.words_width, self.reset is not None, self.fault
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
