"""What is asked before a tender is published, on one sheet: whether it shall be, and who the class thinks will win."""

import math
from collections.abc import Callable
from typing import NamedTuple

import pygame

from caffael.board.drawings.cards import SIZE, draw_supplier
from caffael.board.drawings.supplier_low import HIGH as LOW_HIGH
from caffael.board.drawings.supplier_low import WIDE as LOW_WIDE
from caffael.board.drawings.supplier_low import draw_supplier_low
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
        self.bar = Box(box.left, box.top + look.words_height(sheet.story, box.width, asked_size(look)) + 20, box.width, BAR)
        if money is not None:
            said = money_height(look, money, box.width, asked_size(look))
            self.add(
                MoneyWords(
                    Box(box.left, self.bar.bottom + 18 if self.weights else self.bar.top - 4, box.width, said), money, asked_size(look)
                )
            )
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
        painter.paragraph(self.sheet.story, Box(box.left, box.top, box.width, self.bar.top - box.top), asked_size(painter.look))
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


LARGE_FROM = 1.3


def asked_size(look: Look) -> str:
    """The size of the question's letters: one step less where all letters are large, for what is asked needs the room."""
    return "lead" if look.text_scale < LARGE_FROM else "body"


def told_size(look: Look) -> str:
    """The size of what is told under a heading of the question."""
    return "body" if look.text_scale < LARGE_FROM else "small"


def money_of(sheet: Sheet) -> Line | None:
    """What the tender would leave, where the sheet says that."""
    return next((line for line in sheet.lines if line.id == NAME), None)


def asked_height(look: Look, sheet: Sheet, wide: float) -> float:
    """How high the question is in a dialog of a width, with the weights and what it would leave."""
    money = money_of(sheet)
    bar = BAR + 22 if len(sheet.lines) > (money is not None) else 0.0
    said = 0.0 if money is None else money_height(look, money, wide - AIR, asked_size(look)) + 18
    return look.words_height(sheet.story, wide - AIR, asked_size(look)) + 16 + bar + said


WIDE = 1780.0
AIR = 88.0
GAP = 12.0
BADGE = 22.0
RISE = 34.0
"""How far a card's number stands above it, at the card's left corner, where it covers none of its signs."""
MOST_GROWN = 1.4
"""The number grows no further than this with the letters."""
LETTERS = tuple(2.0 - step / 20 for step in range(24))
"""Sizes of the cards, from twice as large as in the market row; the largest at which all bidders have room is taken."""
LEAST = 1.0
"""Letters on the cards are no smaller than such a share of what the reader asked for: rather the cards are low, or scroll."""
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
        head, said = look.line_height("heading") + 6, look.words_height(choice.story, wide - AIR, told_size(look))
        around = 12 + 66 + 68 * look.text_scale + asked_height(look, sheet, wide) + 20 + Button.natural(look, "X")[1] + 14
        self.cards = _card_plan(look, len(self.bidders), wide - AIR, look.highest - around - head - said - 10)
        rows = math.ceil(len(self.bidders) / self.cards.columns)
        go = blocks.Button("predict nobody", choice.button, Do("publish"), style="plain")
        more = head + said + 10 + rows * self.cards.pitch
        seen = min(more, look.highest - around)
        super().__init__(look, sheet, self.skip, wide=wide, more=seen, go=go)
        room = self.room
        self.area = self.add(ScrollArea(Box(room.left, room.top, room.width, seen), more, name="bidders"))
        self.area.add(Heading(Box(room.left, room.top, room.width, head), choice.title))
        self.area.add(Words(Box(room.left, room.top + head, room.width, said), choice.story, size=told_size(look), ink="ink_soft"))
        self._add_cards(Box(room.left, room.top + head + said + 10, room.width, 0))

    def _add_cards(self, room: Box) -> None:
        plan = self.cards
        for place, offer in enumerate(self.choice.offers):
            row, column = divmod(place, plan.columns)
            in_row = min(plan.columns, len(self.bidders) - row * plan.columns)
            left = room.centerx - (in_row * (plan.wide + GAP) - GAP) / 2 + column * (plan.wide + GAP)
            box = Box(left, room.top + row * plan.pitch, plan.wide, plan.rise + plan.high)
            draw = _Face(offer, plan, self.choice.ink)
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


class CardPlan(NamedTuple):
    """How the bidders' cards stand: how large their letters are, whether they are low, how large each is and how many stand in a row."""

    scale: float
    low: bool
    wide: float
    high: float
    columns: int
    rise: float

    @property
    def pitch(self) -> float:
        """How far one row of cards is below the other."""
        return self.rise + self.high + GAP


def _card_plan(look: Look, count: int, width: float, height: float) -> CardPlan:
    """The largest cards of which all fit; low ones, which scroll, where letters would be smaller than the reader asked for."""
    rise = RISE * min(look.text_scale, MOST_GROWN)
    for low, size in ((False, SIZE), (True, (LOW_WIDE, LOW_HIGH))):
        for scale in LETTERS:
            plan = _plan_at(scale, low, size, count, width, rise)
            if scale >= LEAST * look.text_scale and plan.columns and math.ceil(count / plan.columns) * plan.pitch <= height:
                return plan
    plan = _plan_at(look.text_scale, True, (LOW_WIDE, LOW_HIGH), count, width, rise)
    return plan if plan.columns else plan._replace(columns=1, wide=width)


def _plan_at(scale: float, low: bool, size: tuple[float, float], count: int, width: float, rise: float) -> CardPlan:
    """How cards with such letters stand, with as many in each row as in the others; no columns: there is no room for one."""
    wide, high = size[0] * scale, size[1] * scale
    columns = min(count, int((width + GAP) // (wide + GAP)))
    return CardPlan(scale, low, wide, high, math.ceil(count / math.ceil(count / columns)) if columns else 0, rise)


class _Face:
    """Draws a supplier's card with letters of the size that its room allows, and its number over its left corner."""

    def __init__(self, offer: Offer, plan: CardPlan, ink: str) -> None:
        assert isinstance(offer.face, SupplierFace)
        self.face = offer.face
        self.plan = plan
        self.number = offer.said
        self.ink = ink

    def __call__(self, painter: Painter, box: Box) -> None:
        rise = self.plan.rise
        card = Box(box.left, box.top + rise, box.width, box.height - rise)
        draw = draw_supplier_low if self.plan.low else draw_supplier
        draw(Painter(painter.surface, painter.look.lettered(self.plan.scale), painter.offset), card, self.face)
        if self.number:
            radius = BADGE * rise / RISE
            centre = (card.left + radius, card.top - rise + radius + 2)
            painter.circle(centre, radius, self.ink, "paper", 3)
            painter.words(self.number, centre, 26 * rise / RISE / painter.look.text_scale, "ink_light", bold=True, anchor="center")
