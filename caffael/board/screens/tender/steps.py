"""The pages of the tender without weights: step one, the need; step two, the route; and the award, which has no weights."""

from collections.abc import Callable
from typing import Protocol

from caffael.board.drawings.brings import above_brings, brings_high, draw_brings
from caffael.board.drawings.chips import chip_size, chips_height, draw_chip, flow_chips
from caffael.board.drawings.scenery import draw_vignette
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.money import MoneyWords, money_height, money_of
from caffael.board.screens.tender.rows import draw_facts, draw_who, row_lines
from caffael.board.theme import Ink
from caffael.board.widgets import Button, Card, Heading, ScrollArea, Tree, Widget
from caffael.board.window import App
from caffael.presentation.blocks import Bid, Chip, Group, Offer, Page, Text
from caffael.presentation.press import Press
from caffael.presentation.tender.draft import Draft
from caffael.presentation.viewer import Viewer
from caffael.words.looks import category_art


class Desk(Protocol):
    """The sheet that a page lies on: what a page needs of it."""

    app: App
    draft: Draft

    @property
    def look(self) -> Look:
        """How the board looks."""

    @property
    def tree(self) -> Tree:
        """Its widgets."""

    @property
    def viewer(self) -> Viewer:
        """Who writes the tender."""

    @property
    def instant(self) -> bool:
        """Whether nothing glides."""

    def redraw(self) -> None:
        """Draw again what is there."""

    def choose(self, action: int) -> None:
        """Take what an offer stands for."""

    def press(self, press: Press) -> None:
        """Do what a press does."""


class Step:
    """One page of the sheet. `build` puts its widgets into a box of the sheet, `draw` draws what lies under them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def build(self, box: Box, page: Page) -> None:
        """Put the widgets in their places."""

    def draw(self, painter: Painter) -> None:
        """Draw what lies under the widgets."""

    def add_last(self) -> None:
        """Put what comes after the buttons of the sheet in its place."""

    def heading(self, box: Box, group: Group, into: Widget | None = None) -> float:
        """The heading of a group across the top of a box; say how high it is."""
        line = self.desk.look.line_height("heading") + 8
        (into or self.desk.tree.root).add(Heading(Box(box.left, box.top, box.width, line), group.title))
        return line

    def card(self, box: Box, offer: Offer, drawn: Callable[[Painter, Box], None]) -> Card:
        """An offer as a card."""
        return Card(
            box,
            offer.title,
            drawn,
            lambda: self.desk.choose(offer.action),
            said=offer.said,
            chosen=offer.chosen,
            name=offer.id,
            why=offer.why,
            more=offer.more,
        )

    def add_turn(self, area: Widget, left: float, top: float, name: str, press: Press | None, side: float = 0.0) -> None:
        """Add the small button that turns a card over, where it has another side."""
        if press is not None:
            side, words = side or self.desk.look.measure("target"), self.desk.viewer.text("Turn over")
            turn = lambda: self.desk.press(press)  # noqa: E731
            area.add(Button(Box(left, top, side, side), words, turn, style="plain", picture="turn", icon_only=True, name=f"turn.{name}"))


def groups(page: Page) -> list[Group]:
    """The groups of a page."""
    return [block for block in page.blocks if isinstance(block, Group)]


NEED_GAP = 26.0
NEED, TALL_NEED = 320.0, 470.0
"""How wide a need's card wants to be, on a wide board and on one that is higher than wide."""
WIDEST = 800.0
EDGE = 12.0
TILE = 84.0


class NeedStep(Step):
    """The tray as large cards."""

    def build(self, box: Box, page: Page) -> None:
        """A card for each need of the tray."""
        look, group = self.desk.look, groups(page)[0]
        needs = [block for block in group.blocks if isinstance(block, Offer)]
        line = self.heading(box, group)
        across = look.columns(box.width, TALL_NEED if look.tall else NEED, max(1, min(3, len(needs))), NEED_GAP)
        wide = min(WIDEST, (box.width - NEED_GAP * (across - 1)) / across)
        room = Box(box.left, box.top + line + 14, box.width, box.height - line - 14)
        high = max((card_height(look, offer, wide) for offer in needs), default=0.0)
        rows = -(-len(needs) // across)
        begin = box.left + (box.width - across * wide - (across - 1) * NEED_GAP) / 2
        area = self.desk.tree.root.add(ScrollArea(room, rows * (high + NEED_GAP) + 8))
        for place, offer in enumerate(needs):
            where = Box(begin + 6 + place % across * (wide + NEED_GAP), room.top + 6 + place // across * (high + NEED_GAP), wide - 12, high)
            area.add(self.card(where, offer, lambda painter, at, offer=offer: draw_need(painter, at, offer)))  # type: ignore[misc]
            self.add_turn(area, where.right - look.measure("target") - 14, where.top + EDGE + 12, offer.id, offer.turns)


def front_height(look: Look, wide: float) -> float:
    """How high the picture of a card of a width is; it leaves room for large letters."""
    return min(0.34 * wide, 200.0 if look.text_scale < 1.4 else 96.0)


def card_height(look: Look, offer: Offer, wide: float) -> float:
    """How high a need's card is, with its chips and room for a reason."""
    inner, small = wide - 12 - 60, look.line_height("small")
    words = look.words_height(offer.title, inner, "heading", True) + look.words_height(offer.note, inner, "lead")
    words += look.words_height(offer.said, inner, "body")
    chips, why = chips_height(look, inner, offer.chips, (8, 8)), 3 * small + 12 if offer.why else 0.0
    return 62 + front_height(look, wide - 12) + words + chips + why + 56


def draw_need(painter: Painter, box: Box, offer: Offer) -> None:
    """Draw a need's card from a kept picture."""
    painter.cached(("tender need", offer), box, lambda inner, where: _draw_need(inner, where, offer))


def _draw_need(painter: Painter, box: Box, offer: Offer) -> None:
    look, ink = painter.look, offer.ink
    painter.card(box, "paper" if not offer.why else "paper_warm", "radius", ink, "top", EDGE)
    left, width = box.left + 30, box.width - 60
    front = Box(box.left + 1, box.top + EDGE, box.width - 2, front_height(look, box.width))
    draw_vignette(painter, front, category_art(offer.picture), 0, line=False)
    painter.rect(Box(front.left, front.bottom, front.width, 2), "line")
    tile = Box(left, front.bottom - TILE / 2 + 4, TILE, TILE)
    painter.shadow(tile, "radius", 7, 60)
    painter.rect(tile, f"{ink}.pale", "radius", "paper", 4)
    painter.icon(offer.picture, tile.center, 62, ink)
    above = (tile.right + 18, (front.bottom + tile.bottom) / 2 + 2)
    painter.words(offer.above, above, "body", "ink_soft", anchor="midleft", width=width - 102)
    top = tile.bottom + 14
    top += painter.paragraph(offer.title, Box(left, top, width, 400), "heading", bold=True) + 8
    top += painter.paragraph(offer.note, Box(left, top, width, 500), "lead") + 12
    top += painter.paragraph(offer.said, Box(left, top, width, 200), "body", "ink_soft") + 12
    top = flow_chips(painter, Box(left, top, width, 0), offer.chips, (8, 8)) + 10
    if offer.why:
        painter.icon("lock", (left + 14, top + 18), 28, "bad")
        painter.paragraph(offer.why, Box(left + 38, top + 4, width - 38, 3 * look.line_height("small") + 2), "small", "bad")


ROUTE_GAP = 22.0
ROUTE = 375.0
"""How wide a route's card wants to be."""
ROUTE_AIR = 20.0


class RouteStep(Step):
    """The routes of this game as cards, those that can't be taken greyed with the reason."""

    def build(self, box: Box, page: Page) -> None:
        """A card for each route, and the buttons of quotes at the foot of theirs."""
        look, group = self.desk.look, groups(page)[0]
        offers = [block for block in group.blocks if isinstance(block, Offer)]
        self.scopes = [offer for offer in offers if offer.id.startswith("scope")]
        self.quotes = offers[offers.index(self.scopes[0]) - 1] if self.scopes else None
        cards = [offer for offer in offers if offer not in self.scopes]
        line = self.heading(box, group)
        most = look.columns(box.width - 12, ROUTE, 4, ROUTE_GAP)
        across = min(most, len(cards)) if len(cards) != 5 and len(cards) != 6 else min(most, 3)
        wide = min(560.0 * look.text_scale, (box.width - ROUTE_GAP * (across - 1) - 12) / max(1, across))
        room = Box(box.left, box.top + line + 8, box.width, box.height - line - 8)
        rows = [cards[at : at + across] for at in range(0, len(cards), max(1, across))]
        needed = [max(self._height(offer, wide) for offer in row) for row in rows]
        spare = max(0.0, (room.height - 12 - sum(needed)) / max(1, len(rows)) - ROUTE_GAP)
        highs = [min(max(430.0, high), high + spare) for high in needed]
        area = self.desk.tree.root.add(ScrollArea(room, sum(highs) + len(rows) * ROUTE_GAP + 10))
        top, side = room.top + 6, look.measure("target")
        for row, high in zip(rows, highs, strict=True):
            for place, offer in enumerate(row):
                where = Box(box.left + 6 + place * (wide + ROUTE_GAP), top, wide, high)
                area.add(self.card(where, offer, lambda painter, at, offer=offer: self._draw_route(painter, at, offer)))  # type: ignore[misc]
                self.add_turn(area, where.right - side - 10, where.top + ROUTE_AIR + (60 - side) / 2, offer.id, offer.turns)
                if offer is self.quotes:
                    self._scopes(area, where)
            top += high + ROUTE_GAP

    def _scopes(self, area: ScrollArea, card: Box) -> None:
        look = self.desk.look
        high = max(look.measure("target"), look.line_height("small") + 20)
        wide = (card.width - 2 * ROUTE_AIR - 8 * (len(self.scopes) - 1)) / len(self.scopes)
        for place, offer in enumerate(self.scopes):
            button = Button(
                Box(card.left + ROUTE_AIR + place * (wide + 8), card.bottom - ROUTE_AIR - high, wide, high),
                offer.title,
                lambda action=offer.action: self.desk.choose(action),  # type: ignore[misc]
                style="plain",
                size="small",
                name=offer.id,
                why=offer.why,
                more=offer.more,
            )
            area.add(button)

    def _height(self, offer: Offer, wide: float) -> float:
        look, inner = self.desk.look, wide - 2 * ROUTE_AIR
        name = look.words_height(offer.title, self._name_width(inner), "lead", True)
        who = look.words_height(offer.said, inner, "body")
        rows = self._chips(inner, offer.chips[:2])[1]
        one = chip_size(look, "1", "day", "small")[1]
        chips = one * rows + 6 * (rows - 1)
        foot = max(66.0, look.line_height("small") + 20) if offer is self.quotes else 0.0 if offer.why else one
        why = look.words_height(offer.why, inner - 34, "small") + 6 if offer.why else 0.0
        return ROUTE_AIR + max(60.0, name) + 12 + who + 12 + chips + 12 + why + foot + ROUTE_AIR

    def _name_width(self, inner: float) -> float:
        """How wide a route's name may be between its picture and the button that turns the card over."""
        return inner - 74 - self.desk.look.measure("target") - 4

    def _chips(self, width: float, chips: tuple[Chip, ...]) -> tuple[str, int]:
        """The size of letters for chips in a width, and in how many rows they stand."""
        look = self.desk.look
        for size in ("small", "tiny"):
            if sum(chip_size(look, chip.words, chip.picture, size)[0] + 8 for chip in chips) - 8 <= width:
                return size, 1
        return "small", len(chips)

    def _draw_route(self, painter: Painter, box: Box, offer: Offer) -> None:
        painter.cached(("tender route", offer), box, lambda inner, where: self._draw_card(inner, where, offer))

    def _draw_card(self, painter: Painter, box: Box, offer: Offer) -> None:
        look, why = painter.look, offer.why
        ink: Ink = "disabled_ink" if why else "ink"
        fill: Ink = "disabled" if why else "paper_sunk"
        painter.card(box, "paper_sunk" if why else "paper", "radius")
        left, width, top = box.left + ROUTE_AIR, box.width - 2 * ROUTE_AIR, box.top + ROUTE_AIR
        tile = Box(left, top, 60, 60)
        painter.rect(tile, "disabled" if why else f"{offer.ink}.pale", "radius")
        painter.icon(offer.picture, tile.center, 44, ink if why else offer.ink)
        wide = self._name_width(width)
        around = Box(tile.right + 14, top, wide, max(60.0, look.words_height(offer.title, wide, "lead", True)) + 1)
        painter.paragraph(offer.title, around, "lead", ink, bold=True, middle=True)
        top = max(tile.bottom, around.bottom) + 12
        top += painter.paragraph(offer.said, Box(left, top, width, 600), "body", ink) + 12
        days, price, *bidders = offer.chips
        size, rows = self._chips(width, (days, price))
        drawn = draw_chip(painter, (left, top), days.words, days.picture, size=size, ink=ink, fill=fill)
        at = (drawn.right + 8, top) if rows == 1 else (left, drawn.bottom + 6)
        top = draw_chip(painter, at, price.words, price.picture, size=size, ink=ink, fill=fill).bottom + 12
        if why:
            painter.icon("lock", (left + 13, top + look.line_height("small") / 2 + 1), 26, "bad")
            painter.paragraph(why, Box(left + 34, top, width - 34, 500), "small", "bad")
        for chip in bidders:
            foot = (left, box.bottom - ROUTE_AIR - chip_size(look, price.words, "pound", "small")[1])
            draw_chip(painter, foot, chip.words, chip.picture, ink=chip.ink, fill=chip.fill)


AWARD_GAP = 14.0


def award_lines(look: Look, width: float) -> int:
    """On how many lines the row of an award stands."""
    return row_lines(look, width, 1000.0, 0.0)


class AwardStep(Step):
    """One row for the framework; for a direct award a row for each supplier that can take it, of which one is chosen."""

    def build(self, box: Box, page: Page) -> None:
        """Put the rows in their places."""
        look, group = self.desk.look, groups(page)[0]
        line = self.heading(box, group)
        self.words = next(block.words for block in group.blocks if isinstance(block, Text))
        bids = [block for block in group.blocks if isinstance(block, Bid)]
        self.under = Box(box.left, box.top + line, box.width, look.words_height(self.words, box.width, "lead") + 12)
        money = money_of(group)
        foot = 0.0 if money is None else money_height(look, money, box.width, "lead") + 8
        if money is not None:
            self.desk.tree.root.add(MoneyWords(Box(box.left, box.bottom - foot + 8, box.width, foot - 8), money, "lead"))
        room = Box(box.left, self.under.bottom + 10, box.width, box.bottom - self.under.bottom - 10 - foot)
        line_high = brings_high(look)
        two = award_lines(look, box.width) > 1
        least, most = (150.0 * look.text_scale + line_high,) * 2 if two else (62.0 + line_high, 110.0 + line_high)
        high = max(least, min(most, room.height / max(1, len(bids)) - AWARD_GAP))
        area, side = self.desk.tree.root.add(ScrollArea(room, len(bids) * (high + AWARD_GAP) + 12)), look.measure("target")
        for place, bid in enumerate(bids):
            choice = bid.action is not None
            row = Box(room.left + 6, room.top + 6 + place * (high + AWARD_GAP), room.width - 12 - (side + 12 if choice else 0), high)
            area.add(self._row(row, bid))
            if choice:
                self.add_turn(area, row.right + 12, row.centery - side / 2, bid.id, bid.turns)

    def _row(self, box: Box, bid: Bid) -> Card:
        def press() -> None:
            if bid.action is not None:
                self.desk.choose(bid.action)
            elif bid.turns is not None:
                self.desk.press(bid.turns)

        drawn = lambda painter, where: painter.cached(  # noqa: E731
            ("tender award", bid.face, bid.chosen), where, lambda inner, at: _draw_row(inner, at, bid)
        )
        return Card(box, bid.face.name, drawn, press, said=bid.said, chosen=bid.chosen, name=bid.id)

    def draw(self, painter: Painter) -> None:
        """Draw what this way of buying means."""
        painter.paragraph(self.words, self.under, "lead", "ink_soft")


def _draw_row(painter: Painter, box: Box, bid: Bid) -> None:
    painter.card(box, "gold_pale" if bid.chosen else "paper_warm", "radius")
    upper = above_brings(painter.look, box)
    if award_lines(painter.look, box.width) > 1:
        half = upper.height / 2
        draw_who(painter, Box(box.left + 20, box.top + 8, box.width - 40, half - 8), bid.face, "lead")
        draw_facts(painter, Box(box.left + 20, box.top + half, box.width - 40, half - 8), bid.face.facts, "lead")
    else:
        draw_who(painter, Box(box.left + 20, box.top + 6, box.width * 0.4, upper.height - 12), bid.face, "lead")
        draw_facts(painter, Box(box.left + box.width * 0.43, box.top + 6, box.width * 0.55, upper.height - 12), bid.face.facts, "lead")
    draw_brings(painter, Box(box.left + 20, box.top, box.width - 40, box.height - 4), bid.face)
