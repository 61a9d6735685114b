"""How the board draws what can be set and pressed: one widget for each row, and rows one under the other."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from caffael.board.look import Look
from caffael.board.scale import Box
from caffael.board.widgets import Button, Choice, ScrollArea, Stepper, TextLine, Toggle, Widget, Words
from caffael.board.widgets.choice import lines_of
from caffael.presentation import blocks, rows
from caffael.presentation.rows import Row

GAP = 18.0
AIR = 40.0
BESIDE = 300.0
"""The sentence of a button stands under it where there is less room beside it than this, at 100 %."""
NAMED = 0.36
"""The share of a row that its words take."""

Change = Callable[[str, Any], None]
"""Hears the id of a row and what it is set to now."""


def control(row: Row, box: Box, change: Change, *, size: str = "body", bare: bool = False, lines: int = 1) -> Widget:
    """What sets a row. A `bare` switch has its words elsewhere; the options of a choice may stand on several lines."""
    changed = partial(change, row.id)
    match row:
        case rows.OneOf():
            return Choice(box, row, changed, size=size, lines=lines)
        case rows.Toggle():
            return Toggle(box, row, changed, bare=bare, size=size)
        case rows.Stepper():
            return Stepper(box, row, changed)
        case rows.Field():
            return TextLine(box, row, changed, size=size)


def button(offered: blocks.Button, box: Box, go: Callable[[], None], *, size: str = "lead", named: bool = True) -> Button:
    """A button as it is offered; one that is not `named` goes by its words."""
    name, style, picture = offered.id if named else "", offered.style, offered.picture
    return Button(box, offered.words, go, style=style, picture=picture, ink=offered.ink, size=size, name=name, why=offered.why)


class Rows:
    """Puts rows into an area that scrolls when they need more room than there is."""

    def __init__(self, look: Look, area: ScrollArea, change: Change, press: Callable[[blocks.Button], None]) -> None:
        self.look = look
        self.area = area
        self.change = change
        self.press = press
        box = area.box
        self.left, self.width = box.left + AIR, box.width - 2 * AIR - 16
        self.top = box.top + AIR * 0.7
        self.high = max(look.measure("target"), look.line_height("body") + 24)

    def put(self, shown: Sequence[blocks.Block]) -> None:
        """Rows and buttons; the buttons that stand together are as wide as each other."""
        buttons = [block for block in shown if isinstance(block, blocks.Button)]
        if buttons:
            self._buttons(buttons)
        for block in shown:
            match block:
                case rows.OneOf():
                    self._choice(block)
                case rows.Stepper():
                    box = self._named(block.words)
                    box.width = min(box.width, 420.0 * max(1.0, self.look.text_scale**0.5))
                    self._control(block, box)
                case rows.Toggle():
                    high = max(self.high, self.look.words_height(block.words, self.width - 100, "body"))
                    self._control(block, Box(self.left, self.top, self.width, high))

    def _buttons(self, buttons: Sequence[blocks.Button]) -> None:
        """Buttons with their sentences beside them."""
        wide = max(Button.natural(self.look, one.words, one.picture, "body")[0] for one in buttons)
        wide = min(wide + 16, self.width * 0.5)
        if self.width - wide - 28 < BESIDE * self.look.text_scale:
            self._buttons_over(buttons)
            return
        for one in buttons:
            words = max(1.0, self.width - wide - 28)
            high = max(self.high, self.look.words_height(one.line, words, "body"))
            box = Box(self.left, self.top + (high - self.high) / 2, wide, self.high)
            self.area.add(button(one, box, partial(self.press, one), size="body"))
            self.area.add(Words(Box(box.right + 28, self.top, words, high), one.line, ink="ink_soft", middle=True))
            self.top += high + GAP

    def _buttons_over(self, buttons: Sequence[blocks.Button]) -> None:
        """Buttons with their sentences under them."""
        for one in buttons:
            wide = min(self.width, Button.natural(self.look, one.words, one.picture, "body")[0] + 16)
            self.area.add(button(one, Box(self.left, self.top, wide, self.high), partial(self.press, one), size="body"))
            self.top += self.high + 6
            if one.line:
                high = self.look.words_height(one.line, self.width, "body")
                self.area.add(Words(Box(self.left, self.top, self.width, high + 2), one.line, ink="ink_soft"))
                self.top += high
            self.top += GAP

    def _choice(self, row: rows.OneOf) -> None:
        box = self._named(row.words)
        needed = len(row.options) * (max(self.look.words_width(option.label, "body", True) for option in row.options) + 30)
        lines = 1
        if needed > box.width:
            self.top += self.high
            lines = lines_of(self.look, row, self.width)
            box = Box(self.left, self.top, self.width, self.high * lines)
        else:
            box.width = min(box.width, max(needed, 420.0))
        self._control(row, box, lines)

    def _control(self, row: Row, box: Box, lines: int = 1) -> None:
        self.area.add(control(row, box, self.change, lines=lines))
        self.top += box.height + GAP

    def space(self) -> None:
        """A little room between two groups."""
        self.top += GAP * 0.6

    def done(self) -> None:
        """All rows are there."""
        self.area.extent = self.top - self.area.box.top + AIR * 0.4

    def _named(self, words: str) -> Box:
        """Put the words of a row at its left, and give the room at its right."""
        box = Box(self.left, self.top, self.width * NAMED - 20, self.high)
        self.area.add(Words(box, words, bold=True, middle=True))
        return Box(self.left + self.width * NAMED, self.top, self.width * (1 - NAMED), self.high)
