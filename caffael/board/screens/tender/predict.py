"""Who will win? The bidders as cards before they turn up; the class names one after a show of hands, or nobody does."""

import math
from collections.abc import Callable

import pygame

from caffael.board.drawings.supplier_card import SIZE, draw_supplier
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import HEIGHT, Box, Scale
from caffael.board.widgets import Button, Card, Dialog, Key, Words
from caffael.presentation.blocks import Choice, Offer
from caffael.presentation.faces import SupplierFace

WIDE = 1780.0
AIR = 88.0
HIGHEST = HEIGHT - 60.0
GAP = 26.0
BADGE = 22.0
RISE = 24.0
"""How far a card's number stands above it."""
LETTERS = tuple(2.0 - step / 10 for step in range(13))
"""Sizes of the cards, from twice as large as in the market row; the largest at which all bidders have room is taken."""
DIGITS = (*range(pygame.K_1, pygame.K_9 + 1),)
PADS = (*range(pygame.K_KP_1, pygame.K_KP_9 + 1),)


class PredictDialog(Dialog):
    """The bidders side by side. Any card goes on, and so does the button without one; Escape goes back and publishes nothing."""

    def __init__(self, look: Look, choice: Choice, on_named: Callable[[int | None], None]) -> None:
        self.choice = choice
        self.on_named = on_named
        self.bidders = [offer.action for offer in choice.offers]
        said = look.words_height(choice.story, WIDE - AIR, "body")
        foot = Button.natural(look, "X")[1]
        around = 78 + 68 * look.text_scale + said + 18 + 20 + foot
        scale, columns = self._layout(WIDE - AIR, HIGHEST - around)
        rows = math.ceil(len(self.bidders) / columns)
        super().__init__(
            WIDE,
            around + rows * (card_height(scale) + GAP),
            choice.title,
            picture=choice.picture,
            ink=choice.ink,
            text_scale=look.text_scale,
        )
        box = self.inside
        self.add(Words(Box(box.left, box.top, box.width, said), choice.story, ink="ink_soft"))
        self._cards(Box(box.left, box.top + said + 18, box.width, 0), scale, columns)
        wide = Button.natural(look, choice.button)[0]
        skip = Button(Box(box.right - wide, box.bottom - foot, wide, foot), choice.button, self.skip, style="plain", name="predict nobody")
        self.add(skip)

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
            self.add(Card(box, offer.title, draw, lambda named=offer.action: self.on_named(named), said=offer.said, name=offer.id))  # type: ignore[misc]

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
        draw_supplier(Painter(painter.surface, lettered(painter.look, self.scale), painter.offset), card, self.face)
        if self.number:
            centre = (card.centerx, card.top)
            painter.circle(centre, BADGE, self.ink, "paper", 3)
            painter.words(self.number, centre, 26 / painter.look.text_scale, "ink_light", bold=True, anchor="center")


def card_height(scale: float) -> float:
    """How high a card with such letters is."""
    return SIZE[1] * scale


def lettered(look: Look, text: float) -> Look:
    """The same look with letters of another size."""
    return Look(look.theme, Scale(look.scale.width, look.scale.height, text), look.letters, look.pictures, look.store)
