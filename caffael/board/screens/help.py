"""How to play: short pages, a touch apart."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.rows import control
from caffael.board.screens.title_bar import Page
from caffael.board.session import Session
from caffael.board.widgets import ScrollArea
from caffael.board.widgets.base import Widget
from caffael.board.widgets.choice import lines_of
from caffael.presentation import blocks
from caffael.presentation.blocks import Line
from caffael.presentation.help import help_page, pages_of
from caffael.presentation.rows import OneOf
from caffael.presentation.screens import ScreenId

AIR = 26.0
GAP = 22.0
FACT, KEY = 440.0, 620.0
"""How wide the card of a fact and that of a key want to be."""


class HelpScreen(Page):
    """The pages of the help side by side; each fits the screen or scrolls."""

    id = ScreenId.HELP
    has_help = False
    size = "body"

    def __init__(self, session: Session, page: str = "") -> None:
        super().__init__(session)
        self.cards = session.match.cards if session.match is not None else None
        self.page = page if page in pages_of(self.cards) else "minute"

    def tell(self) -> blocks.Page:
        """The page of the help that is open."""
        return help_page(self.session.language, self.page, self.cards)

    def fill(self) -> None:
        """Place the names of the pages and the facts of the one that is open."""
        look, body = self.look, self.body
        high = max(look.measure("target"), look.line_height("body") + 28)
        pages, *shown = self.told.blocks
        assert isinstance(pages, OneOf)
        facts = [fact for fact in shown if isinstance(fact, Line)]
        lines = lines_of(look, pages, body.width)
        high *= lines
        self.into.add(control(pages, Box(body.left, body.top, body.width, high), self._open, lines=lines))
        area = Box(body.left, body.top + high + 24, body.width, body.height - high - 24)
        columns = self._columns(area.width, facts)
        wide = (area.width - GAP * (columns - 1) - 22) / columns
        rows = [facts[at : at + columns] for at in range(0, len(facts), columns)]
        self.size = "lead"
        highs = self._heights(rows, wide)
        if sum(highs) + GAP * len(rows) > area.height:
            self.size = "body"
            highs = self._heights(rows, wide)
        spare = area.height - sum(highs) - GAP * (len(rows) - 1) - 12
        if spare > 0:
            highs = [high + min(spare / len(rows), 40) for high in highs]
        scroll = self.into.add(ScrollArea(area, sum(highs) + GAP * (len(rows) - 1) + 12, name="facts"))
        top = area.top + 4
        for row, deep in zip(rows, highs, strict=True):
            for place, fact in enumerate(row):
                scroll.add(FactCard(Box(area.left + 4 + place * (wide + GAP), top, wide, deep), fact, self.size))
            top += deep + GAP

    def _heights(self, rows: list[list[Line]], wide: float) -> list[float]:
        return [max(self._height(fact, wide) for fact in row) for row in rows]

    def _height(self, fact: Line, wide: float) -> float:
        """How high the card of a fact must be at a width."""
        look = self.look
        inside = wide - 2 * AIR
        if not fact.picture:
            return max(look.words_height(fact.words, inside - _key_width(look.text_scale) - 20, self.size), 54 * look.text_scale) + AIR
        head = max(58.0, look.words_height(fact.title, inside - 76, "lead", True))
        return 2 * AIR + head + 12 + sum(look.words_height(line, inside, self.size) + 6 for line in fact.words.split("\n"))

    def _columns(self, width: float, facts: list[Line]) -> int:
        least, most = (FACT, 3) if facts[0].picture else (KEY, 2)
        return self.look.columns(width, least, min(most, 2 if len(facts) in (2, 4) else most), GAP)

    def _open(self, row: str, page: str) -> None:
        del row
        self.page = page
        self.rebuild()


def _key_width(text_scale: float) -> float:
    return 150.0 * text_scale


class FactCard(Widget):
    """A fact on its card, or what a key does. It can have the focus, so that the keys can reach every line of a long page."""

    role = "text"
    can_focus = True

    def __init__(self, box: Box, fact: Line, size: str) -> None:
        super().__init__(box, fact.title)
        self.size = size
        self.fact = fact

    @property
    def value(self) -> str:
        """What it says."""
        return self.fact.words

    def draw(self, painter: Painter) -> None:
        """Draw the card."""
        fact, look, box = self.fact, painter.look, self.box
        painter.card(box)
        left, top, wide = box.left + AIR, box.top + AIR, box.width - 2 * AIR
        if not fact.picture:
            key = Box(left, box.centery - 25 * look.text_scale, _key_width(look.text_scale), 50 * look.text_scale)
            painter.rect(key, "paper_sunk", "radius_small", "line_strong", 2)
            painter.words(fact.title, key.center, "body", "ink", True, "center", key.width - 16)
            room = Box(key.right + 20, box.top + AIR / 2, wide - key.width - 20, box.height - AIR)
            painter.paragraph(fact.words, room, self.size, middle=True)
            return
        centre = (left + 29, top + 29)
        painter.circle(centre, 31, fact.ink)
        painter.icon(fact.picture, centre, 42, "ink_light")
        if fact.value:
            spot = (left + 54, top + 52)
            painter.circle(spot, 16, "paper", fact.ink, 2.5)
            painter.words(fact.value, spot, 19 / look.text_scale, fact.ink, True, "center")
        head = max(58.0, look.words_height(fact.title, wide - 76, "lead", True))
        painter.paragraph(fact.title, Box(left + 76, top, wide - 76, head), "lead", bold=True, middle=True)
        top += head + 12
        for line in fact.words.split("\n"):
            high = look.words_height(line, wide, self.size)
            painter.paragraph(line, Box(left, top, wide, high + 2), self.size, "ink_soft")
            top += high + 6
