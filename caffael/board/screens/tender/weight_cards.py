"""Weight cards instead of sliders: each has a name and its weights as bars; one of them is chosen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Card, Key, ScrollArea
from caffael.scenario.texts import WeightCardText
from caffael.words.looks import criterion_ink, criterion_picture
from caffael.words.sentences import criterion_name

if TYPE_CHECKING:
    from caffael.board.game import Session

AIR = 18.0
GAP = 12.0
EDGE = 8.0
BAR = 20.0


class WeightCard(Card):
    """One weight card. Up and down choose the one before and after it, as with the options of a choice."""

    def __init__(self, box: Box, label: str, drawn: Callable[[Painter, Box], None], choose: Callable[[int], None], index: int, said: str):
        super().__init__(box, label, drawn, lambda: choose(index), said=said, rises=False, name=f"weights.{index}")
        self.choose = choose
        self.index = index

    def key(self, key: Key) -> bool:
        """Go to the next card and choose it."""
        cards = [card for card in (self.parent.children if self.parent else []) if isinstance(card, WeightCard)]
        place = cards.index(self) + {pygame.K_UP: -1, pygame.K_DOWN: 1}.get(key.code, 0)
        if key.ctrl or key.alt or not 0 <= place < len(cards) or cards[place] is self:
            return False
        other, tree = cards[place], self.tree
        other.choose(other.index)
        if tree is not None:
            tree.focus(other)
        return True


def card_height(look: Look, title: str, width: float, count: int) -> float:
    """How high a card is: its title and a line for each criterion."""
    return 2 * AIR - 8 + look.words_height(title, width - 2 * AIR - EDGE, "lead", True) + 6 + count * line_height(look)


def line_height(look: Look) -> float:
    """How high the line of a criterion is."""
    return max(BAR + 8, look.line_height("body") + 2)


def add_weight_cards(session: "Session", area: ScrollArea, criteria: list[int], choose: Callable[[int], None]) -> list[WeightCard]:
    """Put the scenario's weight cards into a list, and give them in their order."""
    look, code, box = session.app.look, session.language.code, area.box
    people = session.game.cards.settings.people == 1
    found: list[WeightCard] = []
    top, wide = box.top + 6, box.width - 16
    for text in session.pack.texts.weight_cards:
        title = text.title(code)
        high = card_height(look, title, wide, len(criteria))
        said = ", ".join(
            f"{criterion_name(session.language, criterion, people)} {session.language.percent(text.weights[criterion])}"
            for criterion in criteria
        )
        at = Box(box.left + 6, top, wide, high)
        card = WeightCard(at, title, _drawer(session, text, criteria, people), choose, text.index, said)
        found.append(area.add(card))
        top += high + GAP
    area.extent = top - box.top
    return found


def _drawer(session: "Session", text: WeightCardText, criteria: list[int], people: bool) -> Callable[[Painter, Box], None]:
    title = text.title(session.language.code)
    names = tuple(criterion_name(session.language, criterion, people) for criterion in criteria)
    numbers = tuple(session.language.percent(text.weights[criterion]) for criterion in criteria)

    def drawn(painter: Painter, box: Box) -> None:
        draw_weight_card(painter, box, title, text.weights, criteria, names, numbers, people)

    key = ("weight card", title, text.weights, names)
    return lambda painter, box: painter.cached(key, box, drawn)


def draw_weight_card(
    painter: Painter,
    box: Box,
    title: str,
    weights: tuple[int, ...],
    criteria: list[int],
    names: tuple[str, ...],
    numbers: tuple[str, ...],
    people: bool,
) -> None:
    """Draw a card: its title, and for each criterion icon, name, bar and number in the criterion's colour."""
    look = painter.look
    painter.card(box, edge=criterion_ink(max(criteria, key=lambda criterion: weights[criterion])), edge_width=EDGE)
    left, wide, top = box.left + AIR + EDGE, box.width - 2 * AIR - EDGE, box.top + AIR - 6
    high = look.words_height(title, wide, "lead", True)
    painter.paragraph(title, Box(left, top, wide, high + 2), "lead", bold=True)
    top += high + 6
    line = line_height(look)
    named = min(max(look.words_width(name, "body") for name in names), wide * 0.42)
    number = max(look.words_width(number, "body", True) for number in numbers) + 6
    for criterion, name, said in zip(criteria, names, numbers, strict=True):
        middle, ink = top + line / 2, criterion_ink(criterion)
        icon = min(line, 30.0)
        painter.icon(criterion_picture(criterion, people), (left + icon / 2, middle), icon, ink)
        painter.words(name, (left + icon + 8, middle), "body", anchor="midleft", width=named)
        rail = Box(left + icon + named + 22, middle - BAR / 2, wide - icon - named - 22 - number - 8, BAR)
        painter.rect(rail, "paper_sunk", BAR / 2)
        if weights[criterion]:
            painter.rect(Box(rail.left, rail.top, max(BAR, rail.width * weights[criterion] / 100), BAR), ink, BAR / 2)
        painter.words(said, (left + wide, middle), "body", ink, True, "midright")
        top += line
