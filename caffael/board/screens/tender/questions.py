"""What is asked before a tender is published, on one sheet: whether it shall be, and who the class thinks will win."""

import math
from collections.abc import Callable

import pygame

from caffael.board.drawings.cards import SIZE, draw_supplier
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.money import NAME, MoneyWords, money_height
from caffael.board.widgets import Button, Card, Dialog, Heading, Key, ScrollArea, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Choice, Line, Offer, Sheet
from caffael.presentation.faces import SupplierFace
from caffael.presentation.press import Do

BAR = 56.0
"""How high the bar of weights is."""


class ConfirmDialog(Dialog):
    """A short question with the weights as they will stand, and what it would leave.

    The focus begins on the way back: a second Return publishes nothing.

    A kind of it that asks more keeps `more` room for that between the weights and the buttons, and says what its button is.
    """

    def __init__(
        self,
        look: Look,
        sheet: Sheet,
        on_publish: Callable[[], None],
        *,
        wide: float = 0.0,
        more: float = 0.0,
        go: blocks.Button | None = None,
    ) -> None:
        self.sheet = sheet
        scale = look.text_scale
        wide = wide or look.room_for(min(1500.0, 1020 * (1 + (scale - 1) * 0.6)))
        asked, buttons = asked_height(look, sheet, wide), Button.natural(look, "X")[1]
        high = 12 + 66 + 68 * scale + asked + 20 + more + buttons + 14
        super().__init__(look.board, wide, high, sheet.title, picture=sheet.picture, ink=sheet.ink, text_scale=scale)
        box, money = self.inside, money_of(sheet)
        self.weights = [line for line in sheet.lines if line is not money]
        self.bar = Box(box.left, box.top + look.words_height(sheet.story, box.width, "lead") + 20, box.width, BAR)
        if money is not None:
            said = money_height(look, money, box.width, "lead")
            self.add(MoneyWords(Box(box.left, self.bar.bottom + 18 if self.weights else self.bar.top - 4, box.width, said), money, "lead"))
        self.room = Box(box.left, box.top + asked + 12, box.width, more)
        stay, goes = sheet.buttons[0], go or sheet.buttons[1]
        go_wide, stay_wide = Button.natural(look, goes.words)[0], Button.natural(look, stay.words)[0]
        top = box.bottom - buttons
        self.add(
            Button(
                Box(box.right - go_wide - stay_wide - 18, top, stay_wide, buttons), stay.words, self.dismiss, style=stay.style, name=stay.id
            )
        )
        self.foot = Button(
            Box(box.right - go_wide, top, go_wide, buttons), goes.words, on_publish, style=goes.style, ink=goes.ink, name=goes.id
        )
        self.add(self.foot)

    def draw(self, painter: Painter) -> None:
        """Draw the question and the weights as one bar of 100 %."""
        super().draw(painter)
        box, left = self.inside, self.bar.left
        painter.paragraph(self.sheet.story, Box(box.left, box.top, box.width, self.bar.top - box.top), "lead")
        for line in self.weights:
            cell = Box(left, self.bar.top, self.bar.width * line.share - 4, self.bar.height)
            painter.rect(cell, line.ink, "radius_small")
            said = min(cell.width - 8, painter.look.words_width(line.value, "lead", True))
            icon = 34.0 if said + 50 < cell.width else 0.0
            at = cell.centerx - (said + icon) / 2
            if icon:
                painter.icon(line.picture, (at + 14, cell.centery), 30, "ink_light")
            painter.words(line.value, (at + icon, cell.centery), "lead", "ink_light", True, "midleft", cell.width - 8)
            left += self.bar.width * line.share


def money_of(sheet: Sheet) -> Line | None:
    """What the tender would leave, where the sheet says that."""
    return next((line for line in sheet.lines if line.id == NAME), None)


def asked_height(look: Look, sheet: Sheet, wide: float) -> float:
    """How high the question is in a dialog of a width, with the weights and what it would leave."""
    money = money_of(sheet)
    bar = BAR + 22 if len(sheet.lines) > (money is not None) else 0.0
    said = 0.0 if money is None else money_height(look, money, wide - AIR, "lead") + 18
    return look.words_height(sheet.story, wide - AIR, "lead") + 16 + bar + said


WIDE = 1780.0
AIR = 88.0
GAP = 26.0
BADGE = 22.0
RISE = 24.0
"""How far a card's number stands above it."""
LETTERS = tuple(2.0 - step / 10 for step in range(13))
"""Sizes of the cards, from twice as large as in the market row; the largest at which all bidders have room is taken."""
DIGITS = (*range(pygame.K_1, pygame.K_9 + 1),)
PADS = (*range(pygame.K_KP_1, pygame.K_KP_9 + 1),)


class PredictDialog(ConfirmDialog):
    """The same question with the bidders side by side: who will win?

    Any card publishes with that guess, and so does the button without one. The way back and Escape publish nothing.
    """

    def __init__(self, look: Look, sheet: Sheet, choice: Choice, on_named: Callable[[int | None], None]) -> None:
        self.choice = choice
        self.on_named = on_named
        self.bidders = [offer.action for offer in choice.offers]
        wide = look.room_for(WIDE)
        head, said = look.line_height("heading") + 6, look.words_height(choice.story, wide - AIR, "body")
        around = 12 + 66 + 68 * look.text_scale + asked_height(look, sheet, wide) + 20 + Button.natural(look, "X")[1] + 14
        scale, columns = self._layout(wide - AIR, look.highest - around - head - said - 18)
        rows = math.ceil(len(self.bidders) / columns)
        go = blocks.Button("predict nobody", choice.button, Do("publish"), style="plain")
        more = head + said + 18 + rows * (card_height(scale) + GAP)
        seen = min(more, look.highest - around)
        super().__init__(look, sheet, self.skip, wide=wide, more=seen, go=go)
        room = self.room
        self.area = self.add(ScrollArea(Box(room.left, room.top, room.width, seen), more, name="bidders"))
        self.area.add(Heading(Box(room.left, room.top, room.width, head), choice.title))
        self.area.add(Words(Box(room.left, room.top + head, room.width, said), choice.story, ink="ink_soft"))
        self._cards(Box(room.left, room.top + head + said + 18, room.width, 0), scale, columns)

    def _layout(self, width: float, height: float) -> tuple[float, int]:
        """The largest letters at which all cards fit, and how many stand side by side; the smallest where none do."""
        count = len(self.bidders)
        for scale in LETTERS:
            columns = min(count, int((width + GAP) // (SIZE[0] * scale + GAP)))
            rows = math.ceil(count / columns)
            if rows * (card_height(scale) + GAP) <= height:
                return scale, math.ceil(count / rows)
        return LETTERS[-1], min(count, int((width + GAP) // (SIZE[0] * LETTERS[-1] + GAP)))

    def _cards(self, room: Box, scale: float, columns: int) -> None:
        wide, high = SIZE[0] * scale, card_height(scale)
        for place, offer in enumerate(self.choice.offers):
            row, column = divmod(place, columns)
            in_row = min(columns, len(self.bidders) - row * columns)
            left = room.centerx - (in_row * (wide + GAP) - GAP) / 2 + column * (wide + GAP)
            box = Box(left, room.top + row * (high + GAP), wide, RISE + high)
            draw = _Face(offer, scale, self.choice.ink)
            self.area.add(Card(box, offer.title, draw, lambda named=offer.action: self.on_named(named), said=offer.said, name=offer.id))  # type: ignore[misc]

    def skip(self) -> None:
        """Go on without a guess."""
        self.on_named(None)

    def number(self, key: Key) -> bool:
        """Take the number of a card; say whether there is such a card."""
        for digits in (DIGITS, PADS):
            if key.code in digits and digits.index(key.code) < len(self.bidders):
                self.on_named(self.bidders[digits.index(key.code)])
                return True
        return False


class _Face:
    """Draws a supplier's card with letters of the size that its room allows, and its number over its upper edge."""

    def __init__(self, offer: Offer, scale: float, ink: str) -> None:
        assert isinstance(offer.face, SupplierFace)
        self.face = offer.face
        self.scale = scale
        self.number = offer.said
        self.ink = ink

    def __call__(self, painter: Painter, box: Box) -> None:
        card = Box(box.left, box.top + RISE, box.width, box.height - RISE)
        draw_supplier(Painter(painter.surface, painter.look.lettered(self.scale), painter.offset), card, self.face)
        if self.number:
            centre = (card.centerx, card.top)
            painter.circle(centre, BADGE, self.ink, "paper", 3)
            painter.words(self.number, centre, 26 / painter.look.text_scale, "ink_light", bold=True, anchor="center")


def card_height(scale: float) -> float:
    """How high a card with such letters is."""
    return SIZE[1] * scale
