"""What weights are set with: a slider for each criterion, all with the same rail so that their lengths can be compared, or weight cards."""

from collections.abc import Callable
from itertools import pairwise

import pygame

from caffael.board.drawings.brings import draw_flow, flow_high
from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.widgets import Card, Key, Widget
from caffael.board.widgets.slider import STEPS
from caffael.presentation.blocks import Offer, Slider
from caffael.words.colours import mix

THUMB = 21.0
TRACK = 18.0


class WeightSlider(Widget):
    """One weight. It does not set its own number: it says where it was moved to, and is told where that has led.

    `on_move` hears a percentage that may lie between two steps; `on_step` hears how many steps up or down. What lies outside `low` to
    `high` can't be reached and is hatched.
    """

    role = "slider"
    can_focus = True

    def __init__(self, box: Box, slider: Slider, on_move: Callable[[float], None], on_step: Callable[[int], None]) -> None:
        super().__init__(box, slider.title, name=slider.id, more=slider.more)
        self.slider = slider
        self.on_move = on_move
        self.on_step = on_step
        self.low, self.high = slider.values[0], slider.values[-1]
        self.step = min((after - before for before, after in pairwise(slider.values)), default=1)

    @property
    def number(self) -> int:
        """The weight."""
        return self.slider.number

    @property
    def value(self) -> str:
        """The weight in words."""
        return self.slider.value

    @staticmethod
    def natural_height(look: Look) -> float:
        """Say how high a slider wants to be."""
        return look.line_height("lead") + 2 * THUMB + 8

    @property
    def rail(self) -> Box:
        """The groove the thumb runs in."""
        return Box(self.box.left, self.box.bottom - THUMB - TRACK / 2, self.box.width, TRACK)

    def place_of(self, percent: float) -> float:
        """Say where along the board a percentage lies."""
        return self.rail.left + TRACK / 2 + percent / 100 * (self.rail.width - TRACK)

    def show(self, slider: Slider) -> None:
        """Show what is true now."""
        if slider != self.slider:
            self.slider = slider
            self.changed()

    def shape(self, look: Look) -> tuple[Box, float]:
        """Ring the whole of it."""
        return self.box.inflate(16, 4), look.measure("radius")

    def pointer_down(self, at: Point) -> None:
        """Go to where the rail is touched."""
        self.pointer_drag(at)

    def pointer_drag(self, at: Point) -> None:
        """Follow the finger."""
        share = (at[0] - self.rail.left - TRACK / 2) / max(1.0, self.rail.width - TRACK)
        self.on_move(max(float(self.low), min(float(self.high), share * 100)))

    def wheel(self, steps: float) -> bool:
        """Go up or down by one step."""
        self.on_step(1 if steps > 0 else -1)
        return True

    def key(self, key: Key) -> bool:
        """Go by one step with the arrows, by three with the page keys, to the ends with Home and End."""
        if key.ctrl or key.alt:
            return False
        if key.code in STEPS:
            self.on_step(STEPS[key.code])
        elif key.code in (pygame.K_HOME, pygame.K_END):
            self.on_move(float(self.low if key.code == pygame.K_HOME else self.high))
        else:
            return False
        return True

    def draw(self, painter: Painter) -> None:
        """Draw it from a kept picture: one for each number it can have."""
        key = ("weight", self.slider, self.held or self.hovered)
        box = Box(self.box)
        painter.cached(key, box, lambda inner, where: self._at(inner, where, box), bleed=40)

    def _at(self, painter: Painter, where: Box, box: Box) -> None:
        """Draw it as if it stood somewhere else."""
        self.box = where
        self._draw(painter)
        self.box = box

    def _draw(self, painter: Painter) -> None:
        """Draw icon, label and number over the rail, its limits and the thumb."""
        look = painter.look
        row = self.box.top + look.line_height("lead") / 2
        icon = look.line_height("lead")
        said = painter.words(self.value, (self.box.right, row), "heading", "ink", True, "midright")
        painter.icon(self.slider.picture, (self.box.left + icon / 2, row), icon, self.slider.ink)
        left = self.box.left + icon + 10
        name = painter.words(self.label, (left, row), "lead", bold=True, anchor="midleft", width=max(40.0, said.left - left - 12))
        room = said.left - name.right - 28
        limits = self.slider.limits
        if limits and look.words_width(limits, "tiny") <= room:
            painter.words(limits, (name.right + 14, row + 2), "tiny", "ink_soft", anchor="midleft")
        self._rail(painter)
        thumb = self.place_of(self.number)
        radius = THUMB + (2 if self.held or self.hovered else 0)
        around = Box(thumb - radius, self.rail.centery - radius, 2 * radius, 2 * radius)
        painter.shadow(around, radius, 8, 90)
        painter.rect(around, "ink_light", radius, self.slider.ink, 6)
        painter.circle((thumb, self.rail.centery), 5, self.slider.ink)

    def _rail(self, painter: Painter) -> None:
        theme, rail, thumb = painter.look.theme, self.rail, self.place_of(self.number)
        painter.rect(rail, mix(theme.colour("paper_sunk"), theme.colour("line"), 0.55), TRACK / 2, "line_strong", 1.5)
        free = Box(self.place_of(self.low) - TRACK / 2, rail.top, self.place_of(self.high) - self.place_of(self.low) + TRACK, TRACK)
        painter.rect(free, "paper_sunk", TRACK / 2, "line", 1.5)
        if self.number > 0:
            painter.rect(Box(rail.left, rail.top, thumb - rail.left, rail.height), self.slider.ink, TRACK / 2)
        for percent in range(self.low, self.high + 1, max(1, self.step)):
            at = self.place_of(percent)
            painter.circle((at, rail.centery), 2.5, "ink_light" if at < thumb else "line_strong")
        for percent, beyond in ((self.low, self.low > 0), (self.high, self.high < 100)):
            if beyond:
                stop = self.place_of(percent) + (-TRACK * 0.72 if percent == self.low else TRACK * 0.72)
                painter.rect(Box(stop - 2.5, rail.top - 7, 5, TRACK + 14), "line_strong", 2.5)


CARD_AIR = 18.0
GAP = 12.0
EDGE = 8.0
BAR = 20.0
LEAST_WIDE, MOST_GROWN = 290.0, 1.3
"""How wide a card is at least; it grows so far with the letters."""
MOST_IN_LINES = 4
"""More cards than these show what counts in one bar, so that all are in sight."""
PICTURE = 1.35
"""How large a card's picture is, of a line of its title."""


NEIGHBOURS = {pygame.K_UP: -1, pygame.K_LEFT: -1, pygame.K_DOWN: 1, pygame.K_RIGHT: 1}


class WeightCard(Card):
    """One weight card. Arrows choose the one before and after it, as with the options of a choice."""

    def __init__(self, box: Box, offer: Offer, choose: Callable[[int], None], compact: bool = False) -> None:
        super().__init__(box, offer.title, self._kept, self.take, said=offer.said, chosen=offer.chosen, rises=False, name=offer.id)
        self.offer = offer
        self.choose = choose
        self.compact = compact

    def take(self) -> None:
        """Choose it."""
        self.choose(self.offer.action)

    def _kept(self, painter: Painter, box: Box) -> None:
        offer = self.offer
        painter.cached(("weight card", offer.lines, offer.title, offer.note, offer.chips, self.compact), box, self._drawn)

    def _drawn(self, painter: Painter, box: Box) -> None:
        draw_weight_card(painter, box, self.offer, self.compact)

    def key(self, key: Key) -> bool:
        """Go to the next card and choose it."""
        cards = [card for card in (self.parent.children if self.parent else []) if isinstance(card, WeightCard)]
        place = cards.index(self) + NEIGHBOURS.get(key.code, 0)
        if key.ctrl or key.alt or not 0 <= place < len(cards) or cards[place] is self:
            return False
        other, tree = cards[place], self.tree
        other.take()
        if tree is not None:
            tree.focus(other)
        return True


def card_height(look: Look, offer: Offer, width: float, compact: bool) -> float:
    """How high a card is: its title, what counts, and what would come of it."""
    title = max(picture_side(look), look.words_height(offer.title, width - 2 * CARD_AIR - EDGE - picture_side(look) - 10, "lead", True))
    counts = bar_height(look) + 6 if compact else len(offer.lines) * line_height(look)
    said = look.words_height(offer.note, width - 2 * CARD_AIR - EDGE, "small", True)
    outcome = said + 6 + flow_high(look, offer.chips, width - 2 * CARD_AIR - EDGE) if offer.note else 0.0
    return 2 * CARD_AIR - 8 + title + 6 + counts + outcome


def picture_side(look: Look) -> float:
    """How large a card's picture is."""
    return look.line_height("lead") * PICTURE


def bar_height(look: Look) -> float:
    """How high the bar of a compact card is."""
    return look.line_height("small") + 6


def line_height(look: Look) -> float:
    """How high the line of a criterion is."""
    return max(BAR + 8, look.line_height("body") + 2)


def cards_height(look: Look, offers: list[Offer], width: float) -> float:
    """How high the weight cards are, side by side in as many rows as they need."""
    rows = _rows(look, offers, width)
    return sum(high for _, high in rows) + GAP * (len(rows) - 1)


def _rows(look: Look, offers: list[Offer], width: float) -> list[tuple[list[Offer], float]]:
    """The cards row by row, as many in each as in the others, each row as high as its highest card."""
    count = len(offers)
    across = max(1, min(count, int((width + GAP) // (LEAST_WIDE * min(look.text_scale, MOST_GROWN) + GAP))))
    across = -(-count // -(-count // across))
    wide = (width - GAP * (across - 1)) / across
    rows = [offers[first : first + across] for first in range(0, count, across)]
    return [(row, max(card_height(look, offer, wide, count > MOST_IN_LINES) for offer in row)) for row in rows]


def add_weight_cards(look: Look, into: Widget, box: Box, offers: list[Offer], choose: Callable[[int], None]) -> list[WeightCard]:
    """Put weight cards side by side, two by two where there is less room, and give them in their order."""
    rows, found, top = _rows(look, offers, box.width), [], box.top
    across = len(rows[0][0])
    wide = (box.width - GAP * (across - 1)) / across
    for row, high in rows:
        for column, offer in enumerate(row):
            found.append(
                into.add(WeightCard(Box(box.left + column * (wide + GAP), top, wide, high), offer, choose, len(offers) > MOST_IN_LINES))
            )
        top += high + GAP
    return found


def draw_weight_card(painter: Painter, box: Box, offer: Offer, compact: bool) -> None:
    """Draw a card: its title, what each criterion counts, in lines or in one bar, who would win and what a year of that brings."""
    look = painter.look
    painter.card(box, edge=offer.ink, edge_width=EDGE)
    left, wide, top = box.left + CARD_AIR + EDGE, box.width - 2 * CARD_AIR - EDGE, box.top + CARD_AIR - 6
    side = picture_side(look)
    high = max(side, look.words_height(offer.title, wide - side - 10, "lead", True))
    painter.icon(offer.picture, (left + side / 2, top + high / 2), side, offer.ink)
    painter.paragraph(offer.title, Box(left + side + 10, top, wide - side - 10, high + 2), "lead", bold=True, middle=True)
    top += high + 6
    top += (_draw_bar if compact else _draw_lines)(painter, Box(left, top, wide, 0), offer)
    if offer.note:
        said = look.words_height(offer.note, wide, "small", True)
        painter.paragraph(offer.note, Box(left, top + 2, wide, said + 2), "small", bold=True)
        draw_flow(painter, Box(left, top + 4 + said, wide, 0), offer.chips)


def _draw_lines(painter: Painter, box: Box, offer: Offer) -> float:
    """Draw a line for each criterion; give how high they are."""
    look, left, top = painter.look, box.left, box.top
    line = line_height(look)
    named = min(max(look.words_width(one.title, "body") for one in offer.lines), box.width * 0.42)
    number = max(look.words_width(one.value, "body", True) for one in offer.lines) + 6
    for one in offer.lines:
        middle = top + line / 2
        icon = min(line, 30.0)
        painter.icon(one.picture, (left + icon / 2, middle), icon, one.ink)
        painter.words(one.title, (left + icon + 8, middle), "body", anchor="midleft", width=named)
        rail = Box(left + icon + named + 22, middle - BAR / 2, box.width - icon - named - 22 - number - 8, BAR)
        painter.rect(rail, "paper_sunk", BAR / 2)
        if one.share:
            painter.rect(Box(rail.left, rail.top, max(BAR, rail.width * one.share), BAR), one.ink, BAR / 2)
        painter.words(one.value, (box.right, middle), "body", one.ink, True, "midright")
        top += line
    return top - box.top


def _draw_bar(painter: Painter, box: Box, offer: Offer) -> float:
    """Draw the criteria as the parts of one bar, with picture and number where there is room; give how high it is with its air."""
    look, left, high = painter.look, box.left, bar_height(painter.look)
    for one in offer.lines:
        part = Box(left, box.top, box.width * one.share - 2, high)
        left += box.width * one.share
        if not one.share:
            continue
        painter.rect(part, one.ink, 5)
        number, icon = look.words_width(one.value, "small", True), look.line_height("small")
        if part.width >= icon + number + 10:
            painter.icon(one.picture, (part.centerx - number / 2 - 2, part.centery), icon, "ink_light")
            painter.words(one.value, (part.centerx + icon / 2 + 2, part.centery), "small", "ink_light", True, "center")
        else:
            painter.icon(one.picture, part.center, min(icon, part.width - 4), "ink_light")
    return high + 6
