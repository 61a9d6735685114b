"""Step two: how to buy. A card for each route; quotes are one card with a button for each whom they can be kept to."""

from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.step import Step, groups
from caffael.board.theme import Ink
from caffael.board.widgets import Button, ScrollArea
from caffael.presentation.blocks import Chip, Offer, Page

GAP = 22.0
AIR = 20.0


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
        most = 4 if look.text_scale < 1.2 else 3 if look.text_scale < 1.6 else 2
        across = min(most, len(cards)) if len(cards) != 5 and len(cards) != 6 else min(most, 3)
        wide = min(560.0 * look.text_scale, (box.width - GAP * (across - 1) - 12) / max(1, across))
        room = Box(box.left, box.top + line + 8, box.width, box.height - line - 8)
        rows = [cards[at : at + across] for at in range(0, len(cards), max(1, across))]
        needed = [max(self._height(offer, wide) for offer in row) for row in rows]
        spare = max(0.0, (room.height - 12 - sum(needed)) / max(1, len(rows)) - GAP)
        highs = [min(max(430.0, high), high + spare) for high in needed]
        area = self.desk.tree.root.add(ScrollArea(room, sum(highs) + len(rows) * GAP + 10))
        top, side = room.top + 6, look.measure("target")
        for row, high in zip(rows, highs, strict=True):
            for place, offer in enumerate(row):
                where = Box(box.left + 6 + place * (wide + GAP), top, wide, high)
                area.add(self.card(where, offer, lambda painter, at, offer=offer: self._draw_route(painter, at, offer)))  # type: ignore[misc]
                self.add_turn(area, where.right - side - 10, where.top + AIR + (60 - side) / 2, offer.id, offer.turns)
                if offer is self.quotes:
                    self._scopes(area, where)
            top += high + GAP

    def _scopes(self, area: ScrollArea, card: Box) -> None:
        look = self.desk.look
        high = max(look.measure("target"), look.line_height("small") + 20)
        wide = (card.width - 2 * AIR - 8 * (len(self.scopes) - 1)) / len(self.scopes)
        for place, offer in enumerate(self.scopes):
            button = Button(
                Box(card.left + AIR + place * (wide + 8), card.bottom - AIR - high, wide, high),
                offer.title,
                lambda action=offer.action: self.desk.choose(action),  # type: ignore[misc]
                style="plain",
                size="small",
                name=offer.id,
                enabled=not offer.why,
                why=offer.why,
                more=offer.more,
            )
            area.add(button)

    def _height(self, offer: Offer, wide: float) -> float:
        look, inner = self.desk.look, wide - 2 * AIR
        name = look.words_height(offer.title, self._name_width(inner), "lead", True)
        who = look.words_height(offer.said, inner, "body")
        rows = self._chips(inner, offer.chips[:2])[1]
        one = chip_size(look, "1", "day", "small")[1]
        chips = one * rows + 6 * (rows - 1)
        foot = max(66.0, look.line_height("small") + 20) if offer is self.quotes else 0.0 if offer.why else one
        why = look.words_height(offer.why, inner - 34, "small") + 6 if offer.why else 0.0
        return AIR + max(60.0, name) + 12 + who + 12 + chips + 12 + why + foot + AIR

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
        left, width, top = box.left + AIR, box.width - 2 * AIR, box.top + AIR
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
            foot = (left, box.bottom - AIR - chip_size(look, price.words, "pound", "small")[1])
            draw_chip(painter, foot, chip.words, chip.picture, ink=chip.ink, fill=chip.fill)
