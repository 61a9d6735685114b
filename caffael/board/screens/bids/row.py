"""One bid of the assessment summary: who, the printed price, the bid card, the true price, the bar and the sum.

Under all of them what came of it: the seal, who won and why, and the contract in a few numbers.
"""

import math
from collections.abc import Callable, Sequence

from caffael.board.animation import between, ease_in_out, ease_out
from caffael.board.drawings.brings import above_brings, brings_titled, draw_brings
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.bids.schedule import Timeline
from caffael.board.screens.tender.rows import HALF, TALL_FROM, draw_facts, draw_place, draw_points, draw_points_still, draw_who, row_lines
from caffael.board.theme import Ink
from caffael.board.widgets import Widget
from caffael.presentation.blocks import Assessed, Group, Line, Text
from caffael.presentation.faces import Fact

CARD = 84.0
WHOLE, HALVES = 1420.0, 920.0
"""How wide a row wants to be for one line, and for two."""
HIGH = {1: 44.0, 2: 66.0, 3: 105.0}
"""How high it is at least by its lines, at 100 %."""


def lines_of(look: Look, width: float) -> int:
    """On how many lines a bid stands."""
    return row_lines(look, width, WHOLE, HALVES)


class BidRow(Widget):
    """A bid at a moment of the story. `now` is set by the screen. Pressing it asks where its price and points come from."""

    role = "button"
    can_focus = True

    def __init__(
        self, box: Box, line: Assessed, timeline: Timeline, team: int, weighed: bool, on_press: Callable[[int], None] | None = None
    ) -> None:
        super().__init__(box, line.bid.face.name, name=line.id)
        self.line = line
        self.timeline = timeline
        self.team = team
        self.weighed = weighed
        self.on_press = on_press
        self.now = 0.0
        self.titled = True

    def press(self) -> None:
        """Ask where the numbers come from."""
        if self.on_press is not None:
            self.on_press(self.line.bid.face.supplier)

    @property
    def value(self) -> str:
        """Whether the class had named it; price, bid card and points in words, as soon as they are known."""
        known = self.line.bid.said if self.now >= self.timeline.run else ""
        return f"{known} {self.line.guess}".strip()

    @property
    def turned(self) -> float:
        """How far its card has been turned up."""
        return self.timeline.flipped(self.line.place, self.now)

    def draw(self, painter: Painter) -> None:
        """Draw the row as it is now."""
        line, box, look = self.line, self.box, painter.look
        won = line.bid.rank == 0 and self.timeline.moved(self.now) >= 1 and self.now >= self.timeline.seal
        upper = above_brings(look, box)
        parts = columns(look, upper, self.timeline.cards, self.weighed)
        known = self.turned >= 1
        arrived = self.timeline.moved(self.now) >= 1
        place = (line.bid.rank if arrived else line.printed.rank) + 1
        key = ("bid row", line.bid.face, won, known, place, self.weighed, self.timeline.cards, line.guess, self.titled)
        painter.cached(key, box, lambda inner, where: self._still(inner, where, won, known, str(place)))
        if self.timeline.cards:
            draw_bid_card(painter, parts["card"], self.turned, line.card, line.card_words, self.team)
        if not self.weighed:
            return
        run = ease_out(self.timeline.run_in(self.now))
        points = tuple(between(first, last, run) for first, last in zip(line.printed.points, line.bid.points, strict=True))
        (draw_points_still if run in (0.0, 1.0) else draw_points)(painter, parts["bar"], points, "body" if upper.height > 50 else "small")
        total = line.bid.total if self.timeline.run_in(self.now) >= 1 else line.printed.total if self.now < self.timeline.run else ""
        size = "heading" if upper.height > 48 else "lead"
        if total:
            ink: Ink = "ink" if total == line.bid.total else "ink_soft"
            painter.words(total, (box.right - 18, parts["bar"].centery), size, ink, bold=True, anchor="midright")

    def _still(self, painter: Painter, box: Box, won: bool, known: bool, place: str) -> None:
        line, look = self.line, painter.look
        upper = above_brings(look, box)
        parts = columns(look, upper, self.timeline.cards, self.weighed)
        roomy = upper.height > 66 and lines_of(look, box.width) == 1
        if won:
            painter.shadow(box, "radius", 9, 90)
        painter.rect(box, "gold_pale" if won else "paper_warm", "radius", "gold" if won else "line", 4 if won else 1.5)
        if self.weighed:
            draw_place(painter, parts["place"], place, won)
        draw_who(painter, parts["who"], line.bid.face, "lead" if roomy else "body")
        if line.guess:
            draw_guess(painter, box, parts["place"] if self.weighed else None, self.team)
        face = (line.bid if known else line.printed).face
        price = Fact("pound", "criterion.price", face.money, 100, face.percent)
        draw_facts(painter, parts["price"], [price], "lead" if roomy else "body")
        draw_facts(
            painter,
            parts["facts"],
            list(line.bid.face.facts[1:]),
            "lead" if not self.weighed and lines_of(look, box.width) == 1 else "body",
        )
        left = parts["who"].left if lines_of(look, box.width) == 1 else box.left + 14
        draw_brings(painter, Box(left, box.top, box.right - left - 16, box.height), (line.bid if known else line.printed).face, self.titled)

    def has_title(self, look: Look) -> bool:
        """Whether there is room for the words before what a year of it brings."""
        box = self.box
        one = lines_of(look, box.width) == 1
        left = columns(look, above_brings(look, box), self.timeline.cards, self.weighed)["who"].left if one else box.left + 14
        return brings_titled(look, box.right - left - 16, (self.line.bid.face, self.line.printed.face))


def draw_guess(painter: Painter, box: Box, place: Box | None, team: int) -> None:
    """Draw a raised hand on the row that the class had named, beside its place, and an edge in the team's colour."""
    painter.rect(Box(box.left, box.top + 6, 7, box.height - 12), f"team.{team}", 3)
    centre = (box.left + 18, box.top + 18)
    if place is not None:
        centre = (place.centerx + min(place.width, place.height) * 0.41 + 10, max(place.centery - 4, box.top + 16))
    painter.circle(centre, 13, f"team.{team}", "paper", 2)
    painter.icon("hand", centre, 18, "ink_light")


def columns(look: Look, box: Box, cards: bool, weighed: bool) -> dict[str, Box]:
    """Say where the parts of a row stand in it."""
    unit = look.text_scale
    total = look.words_width("100.0", "heading", bold=True) + 26 if weighed else 0.0
    place = Box(box.left + 8, box.top + 4, min(52.0 * unit, box.height - 8) if weighed else 8.0, box.height - 8)
    card = CARD * unit if cards else 0.0
    lines = lines_of(look, box.width)
    if lines == 3:
        third = box.height / 3
        place.height = third - 4
        who = Box(place.right + 8, box.top + 4, box.right - place.right - 24 - card, third - 4)
        card_box = Box(box.right - card - 10, box.top + 6, card, third - 8)
        price = Box(box.left + 14, box.top + third, 150 * unit, third - 4)
        facts = Box(price.right, price.top, box.right - price.right - 14, price.height)
        bar = Box(box.left + 14, box.bottom - third * 0.86, max(60.0, box.width - total - 30), third * 0.66)
        return {"place": place, "who": who, "price": price, "card": card_box, "facts": facts, "bar": bar}
    if lines == 2:
        place.height = box.height / 2
        half = box.width * (HALF if weighed else 1.0)
        who = Box(place.right + 8, box.top + 4, half - place.width - 34 - card, box.height / 2 - 4)
        card_box = Box(box.left + half - card - 8, box.top + 6, card, box.height / 2 - 8)
        price = Box(box.left + 14, box.top + box.height / 2, 150 * unit, box.height / 2 - 6)
        facts = Box(price.right, price.top, half - 150 * unit - 20, price.height)
        bar = Box(box.left + half + 14, box.top + box.height * 0.26, max(60.0, box.width - half - total - 18), box.height * 0.48)
        return {"place": place, "who": who, "price": price, "card": card_box, "facts": facts, "bar": bar}
    who = Box(place.right + 8, box.top + 2, 330 if weighed else 560, box.height - 4)
    price = Box(who.right + 14, box.top + 2, 150 if weighed else 220, box.height - 4)
    high = min(60.0, box.height - 8)
    card_box = Box(price.right + 4, box.centery - high / 2, card, high)
    facts = Box(card_box.right + 20, box.top + 2, 420 if weighed else box.right - card_box.right - 40, box.height - 4)
    thick = min(44.0, box.height - 14)
    bar = Box(facts.right + 10, box.centery - thick / 2, max(60.0, box.right - facts.right - total - 14), thick)
    return {"place": place, "who": who, "price": price, "card": card_box, "facts": facts, "bar": bar}


def draw_bid_card(painter: Painter, box: Box, turned: float, change: int, words: str, team: int) -> None:
    """Draw a bid card: its back in the team's colour, its face with what it does to the price; half turned it is narrow."""
    if turned >= 1:
        face: Ink = "bad_pale" if change > 0 else "good_pale" if change < 0 else "paper"
        ink: Ink = "bad" if change > 0 else "good" if change < 0 else "ink_soft"
        key = ("bid card", change, words)

        def draw(inner: Painter, where: Box) -> None:
            inner.shadow(where, "radius_small", 6, 70)
            inner.rect(where, face, "radius_small", ink, 2.5)
            size = "body" if where.height > 40 else "small"
            inner.words(words, where.center, size, ink, bold=True, anchor="center", width=where.width - 8)

        painter.cached(key, box, draw)
        return
    wide = max(3.0, box.width * abs(math.cos(math.pi * ease_in_out(turned))))
    lift = 6 * math.sin(math.pi * turned)
    card = Box(box.centerx - wide / 2, box.top - lift, wide, box.height)
    if turned < 0.5:
        painter.rect(card, f"team.{team}", "radius_small", f"team.{team}.pale", 2.5)
        if wide > box.width * 0.6:
            painter.icon("bid", card.center, min(box.height, box.width) * 0.6, "ink_light")
    else:
        painter.rect(card, "paper", "radius_small", "line_strong", 2.5)


NARROW = 1700.0
"""On a board narrower than this a tile explains its number on more lines."""
TILE, TALL_TILE, TILE_GAP = 165.0, 225.0, 14.0
"""How wide a tile wants to be, on a wide board and on one that is higher than wide; and the gap between two."""


def verdict_height(look: Look, verdict: Group, width: float) -> float:
    """Say how high the verdict is above its tiles."""
    text = width - 150
    last = sum(look.words_height(line, text, "body", bold) + 4 for line, bold in _last_lines(verdict))
    return look.line_height("heading") + look.words_height(_why(verdict).words, text, "lead") + last + 20


def tiles_height(look: Look, width: float, count: int) -> float:
    """Say how high the tiles are, in as many rows as they need."""
    rows = -(-count // tile_columns(look, width, count))
    return rows * (tile_height(look) + TILE_GAP) - TILE_GAP


def tile_columns(look: Look, width: float, count: int) -> int:
    """Say how many tiles stand side by side."""
    return look.columns(width, TALL_TILE if look.tall else TILE, count, TILE_GAP)


def tile_height(look: Look) -> float:
    """Say how high a tile is."""
    return look.line_height("lead") + tile_lines(look) * look.line_height("small") + 10


def tile_lines(look: Look) -> int:
    """Say on how many lines a tile explains its number at most."""
    if look.board.width < NARROW:
        return 3 if look.tall else 5
    return 2 if look.text_scale < TALL_FROM else 3


def draw_verdict(painter: Painter, box: Box, verdict: Group, sealed: float) -> None:
    """Draw the seal as it comes down, and what it says; nothing before."""
    if sealed <= 0:
        return
    look = painter.look
    painter.rect(box, "gold_pale", "radius", "gold", 2.5)
    size = min(box.height - 16, 116.0) * (1 + 0.8 * (1 - ease_out(sealed)))
    painter.icon(verdict.picture, (box.left + 72, box.centery), round(size), "team.3")
    if sealed < 1:
        return
    left, width = box.left + 136, box.width - 150
    top = box.top + 8
    painter.words(verdict.title, (left, top), "heading", bold=True, width=width)
    top += look.line_height("heading")
    why = _why(verdict).words
    top += painter.paragraph(why, Box(left, top, width, look.words_height(why, width, "lead") + 1), "lead") + 2
    for line, bold in _last_lines(verdict):
        high = look.words_height(line, width, "body", bold)
        painter.paragraph(line, Box(left, top, width, high + 1), "body", "ink" if bold else "ink_soft", bold)
        top += high + 2


def _why(verdict: Group) -> Text:
    return next(one for one in verdict.blocks if isinstance(one, Text) and one.id == "why")


def _last_lines(verdict: Group) -> list[tuple[str, bool]]:
    """What stands under the reason: what the real buyer asked and whether the class was right, in bold, and what happens next."""
    return [(one.words, one.id in ("guess", "real")) for one in verdict.blocks if isinstance(one, Text) and one.id != "why"]


def draw_tiles(painter: Painter, box: Box, facts: Sequence[Line]) -> None:
    """Draw the contract's numbers side by side, in several rows where they have no room in one."""
    look = painter.look
    across = tile_columns(look, box.width, len(facts))
    rows = -(-len(facts) // across)
    wide, high = (box.width - TILE_GAP * (across - 1)) / across, (box.height - TILE_GAP * (rows - 1)) / rows
    for place, fact in enumerate(facts):
        row, column = divmod(place, across)
        tile = Box(box.left + column * (wide + TILE_GAP), box.top + row * (high + TILE_GAP), wide, high)
        painter.rect(tile, "paper_warm", "radius", "line", 1.5)
        icon = min(54.0, wide * 0.2) * min(1.25, look.text_scale)
        painter.icon(fact.picture, (tile.left + 14 + icon / 2, tile.centery), icon, fact.ink)
        left, room = tile.left + icon + 26, wide - icon - 38
        under = min(tile_lines(look) * look.line_height("small"), look.words_height(fact.title, room, "small"))
        top = tile.centery - (look.line_height("lead") + under) / 2
        painter.words(fact.value, (left, top), "lead", bold=True, width=room)
        rest = Box(left, top + look.line_height("lead"), room, under + 2)
        painter.paragraph(fact.title, rest, "small", "ink_soft", most_lines=tile_lines(look))
