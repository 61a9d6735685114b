"""Weight cards instead of sliders: each has a name and its weights as bars; one of them is chosen."""

from collections.abc import Callable

import pygame

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Card, Key, ScrollArea
from caffael.presentation.blocks import Offer

AIR = 18.0
GAP = 12.0
EDGE = 8.0
BAR = 20.0


class WeightCard(Card):
    """One weight card. Up and down choose the one before and after it, as with the options of a choice."""

    def __init__(self, box: Box, offer: Offer, choose: Callable[[int], None]):
        drawn = lambda painter, where: painter.cached(("weight card", offer.lines, offer.title), where, self._drawn)  # noqa: E731
        super().__init__(box, offer.title, drawn, self.take, said=offer.said, chosen=offer.chosen, rises=False, name=offer.id)
        self.offer = offer
        self.choose = choose

    def take(self) -> None:
        """Choose it."""
        self.choose(self.offer.action)

    def _drawn(self, painter: Painter, box: Box) -> None:
        draw_weight_card(painter, box, self.offer)

    def key(self, key: Key) -> bool:
        """Go to the next card and choose it."""
        cards = [card for card in (self.parent.children if self.parent else []) if isinstance(card, WeightCard)]
        place = cards.index(self) + {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(key.code, 0)
        if key.ctrl or key.alt or not 0 <= place < len(cards) or cards[place] is self:
            return False
        other, tree = cards[place], self.tree
        other.take()
        if tree is not None:
            tree.focus(other)
        return True


def card_height(look: Look, offer: Offer, width: float) -> float:
    """How high a card is: its title and a line for each criterion."""
    title = look.words_height(offer.title, width - 2 * AIR - EDGE, "lead", True)
    return 2 * AIR - 8 + title + 6 + len(offer.lines) * line_height(look)


def line_height(look: Look) -> float:
    """How high the line of a criterion is."""
    return max(BAR + 8, look.line_height("body") + 2)


def add_weight_cards(look: Look, area: ScrollArea, offers: list[Offer], choose: Callable[[int], None]) -> list[WeightCard]:
    """Put weight cards into a list, and give them in their order."""
    box, found = area.box, []
    top, wide = box.top + 6, box.width - 16
    for offer in offers:
        high = card_height(look, offer, wide)
        found.append(area.add(WeightCard(Box(box.left + 6, top, wide, high), offer, choose)))
        top += high + GAP
    area.extent = top - box.top
    return found


def draw_weight_card(painter: Painter, box: Box, offer: Offer) -> None:
    """Draw a card: its title, and for each criterion icon, name, bar and number in the criterion's colour."""
    look = painter.look
    painter.card(box, edge=offer.ink, edge_width=EDGE)
    left, wide, top = box.left + AIR + EDGE, box.width - 2 * AIR - EDGE, box.top + AIR - 6
    high = look.words_height(offer.title, wide, "lead", True)
    painter.paragraph(offer.title, Box(left, top, wide, high + 2), "lead", bold=True)
    top += high + 6
    line = line_height(look)
    named = min(max(look.words_width(one.title, "body") for one in offer.lines), wide * 0.42)
    number = max(look.words_width(one.value, "body", True) for one in offer.lines) + 6
    for one in offer.lines:
        middle = top + line / 2
        icon = min(line, 30.0)
        painter.icon(one.picture, (left + icon / 2, middle), icon, one.ink)
        painter.words(one.title, (left + icon + 8, middle), "body", anchor="midleft", width=named)
        rail = Box(left + icon + named + 22, middle - BAR / 2, wide - icon - named - 22 - number - 8, BAR)
        painter.rect(rail, "paper_sunk", BAR / 2)
        if one.share:
            painter.rect(Box(rail.left, rail.top, max(BAR, rail.width * one.share), BAR), one.ink, BAR / 2)
        painter.words(one.value, (left + wide, middle), "body", one.ink, True, "midright")
        top += line
