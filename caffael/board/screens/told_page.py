"""A page of sentences, and of buttons with their sentences beside them, one under the other."""

from typing import Any

from caffael.board.screens.rows import AIR, GAP, Rows
from caffael.board.screens.title_bar import Page
from caffael.board.widgets import ScrollArea, Words
from caffael.presentation.blocks import Button, Text

INKS = {"bad": "bad", "soft": "ink_soft", "accent": "accent"}


class ToldPage(Page):
    """A page of sentences, of what can be set, and of what can be done, in this order."""

    def set(self, name: str, value: Any) -> None:
        """Take note of what a row was set to, by its id; a page without rows has nothing to set."""

    def fill(self) -> None:
        """Place sentences and buttons on a sheet of paper."""
        look, body = self.look, self.body
        wide = min(body.width, 1500.0 * max(1.0, look.text_scale**0.4))
        self.paper = body.inflate(wide - body.width, 0)
        area = self.area = ScrollArea(self.paper.inflate(0, -16), label=self.told.title, name="told")
        area.bleed = 0.0
        self.into.add(area)
        rows = Rows(look, area, self.set, self.do)
        rows.put([])
        for block in self.told.blocks:
            if isinstance(block, Text):
                size = "lead" if block.tone in ("lead", "bad") else "body"
                high = look.words_height(block.words, rows.width, size)
                box = (rows.left, rows.top, rows.width, high + 2)
                area.add(Words(type(body)(*box), block.words, size=size, ink=INKS.get(block.tone, "ink"), name=block.id))
                rows.top += high + GAP
        rows.space()
        rows.put([block for block in self.told.blocks if not isinstance(block, Text | Button)])
        rows.put([block for block in self.told.blocks if isinstance(block, Button)])
        rows.done()
        self.paper.height = min(self.paper.height, rows.top - self.paper.top + AIR * 0.6)
