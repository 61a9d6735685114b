"""The question before a tender is published, because it can't be taken back."""

from collections.abc import Callable

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Button, Dialog
from caffael.presentation.blocks import Sheet


class ConfirmDialog(Dialog):
    """A short question with the weights as they will stand. The focus begins on the way back."""

    def __init__(self, look: Look, sheet: Sheet, on_publish: Callable[[], None]) -> None:
        self.sheet = sheet
        scale = look.text_scale
        wide = min(1500.0, 1020 * (1 + (scale - 1) * 0.6))
        words_high = look.words_height(sheet.story, wide - 88, "lead")
        bar = 78.0 if sheet.lines else 0.0
        buttons = Button.natural(look, "X")[1]
        high = 12 + 66 + 68 * scale + words_high + 20 + bar + buttons + 34
        super().__init__(wide, high, sheet.title, picture=sheet.picture, ink=sheet.ink, text_scale=scale)
        box = self.inside
        self.bar = Box(box.left, box.top + words_high + 24, box.width, 56)
        stay, go = sheet.buttons
        go_wide, stay_wide = Button.natural(look, go.words)[0], Button.natural(look, stay.words)[0]
        top = box.bottom - buttons
        stay_box = Box(box.right - go_wide - stay_wide - 18, top, stay_wide, buttons)
        self.add(Button(stay_box, stay.words, self.dismiss, style=stay.style, name=stay.id))
        self.add(Button(Box(box.right - go_wide, top, go_wide, buttons), go.words, on_publish, ink=go.ink, name=go.id))

    def draw(self, painter: Painter) -> None:
        """Draw the question and the weights as one bar of 100 %."""
        super().draw(painter)
        box, left = self.inside, self.bar.left
        painter.paragraph(self.sheet.story, Box(box.left, box.top, box.width, self.bar.top - box.top - 8), "lead")
        for line in self.sheet.lines:
            cell = Box(left, self.bar.top, self.bar.width * line.share - 4, self.bar.height)
            painter.rect(cell, line.ink, "radius_small")
            said = min(cell.width - 8, painter.look.words_width(line.value, "lead", True))
            icon = 34.0 if said + 50 < cell.width else 0.0
            at = cell.centerx - (said + icon) / 2
            if icon:
                painter.icon(line.picture, (at + 14, cell.centery), 30, "ink_light")
            painter.words(line.value, (at + icon, cell.centery), "lead", "ink_light", True, "midleft", cell.width - 8)
            left += self.bar.width * line.share
