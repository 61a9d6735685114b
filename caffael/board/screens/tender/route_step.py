"""Step two: how to buy. A card for each route with its days, its prices, who may bid, and how many could bid now."""

from collections.abc import Callable

from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.draft import RouteOffer
from caffael.board.screens.tender.step import Step, turn_button
from caffael.board.theme import Ink
from caffael.board.widgets import Button, Card, Heading, ScrollArea
from caffael.rules.reasons import LEGAL
from caffael.rules.terms import Route, Scope
from caffael.words import handbook
from caffael.words.language import words
from caffael.words.sentences import reason_text, route_name

GAP = 22.0
AIR = 20.0
WHO = {
    int(Route.OPEN): words("Every supplier in the market that can do the work may bid."),
    int(Route.QUOTES): words("Only for small buys: the first few who can do the work are asked."),
    int(Route.FRAMEWORK): words("The framework's supplier alone: steady, but no social value. No weights."),
    int(Route.LOTS): words("As open, but cut into parts, so that smaller firms can carry it."),
    int(Route.RESERVED): words("Supported employment providers alone."),
    int(Route.FLEXIBLE): words("As open. Bids become cleaner and better, but delivery is less certain."),
    int(Route.DIRECT): words("One supplier of your choice, without a competition. No weights."),
}
PICTURES = {
    int(Route.OPEN): "open",
    int(Route.QUOTES): "bid",
    int(Route.FRAMEWORK): "contract",
    int(Route.LOTS): "integration",
    int(Route.RESERVED): "supported",
    int(Route.FLEXIBLE): "involvement",
    int(Route.DIRECT): "hand",
}
SCOPES = {int(Scope.ALL): words("Anyone"), int(Scope.LOCAL): words("Local firms"), int(Scope.SMALL): words("Small firms")}


class RouteStep(Step):
    """The routes of this game as cards, those that can't be taken greyed with the reason."""

    def build(self, box: Box) -> None:
        """A card for each route; quotes are one card with a button for each scope."""
        super().build(box)
        screen, look = self.screen, self.screen.look
        line = look.line_height("heading") + 8
        screen.tree.root.add(Heading(Box(box.left, box.top, box.width, line), self.session.text("How do you want to buy it?")))
        offers = self.draft.routes()
        cards = [offer for offer in offers if offer.scope == Scope.ALL]
        most = 4 if look.text_scale < 1.2 else 3 if look.text_scale < 1.6 else 2
        across = min(most, len(cards)) if len(cards) != 5 and len(cards) != 6 else min(most, 3)
        wide = min(560.0 * look.text_scale, (box.width - GAP * (across - 1) - 12) / max(1, across))
        room = Box(box.left, box.top + line + 8, box.width, box.height - line - 8)
        rows = [cards[at : at + across] for at in range(0, len(cards), max(1, across))]
        needed = [max(self._height(offer, wide) for offer in row) for row in rows]
        spare = max(0.0, (room.height - 12 - sum(needed)) / max(1, len(rows)) - GAP)
        highs = [min(max(430.0, high), high + spare) for high in needed]
        area = screen.tree.root.add(ScrollArea(room, sum(highs) + len(rows) * GAP + 10))
        top = room.top + 6
        for row, high in zip(rows, highs, strict=True):
            for place, offer in enumerate(row):
                where = Box(box.left + 6 + place * (wide + GAP), top, wide, high)
                area.add(self._card(where, offer))
                side = look.measure("target")
                at = Box(where.right - side - 10, where.top + AIR + (60 - side) / 2, side, side)
                area.add(turn_button(self.session, at, self._turns(offer.choice), f"turn.route.{offer.choice}"))
                if offer.route == Route.QUOTES:
                    self._scopes(area, where, [other for other in offers if other.route == Route.QUOTES])
            top += high + GAP

    def _turns(self, choice: int) -> Callable[[], None]:
        return lambda: self.screen.turn_route(choice)

    def _card(self, box: Box, offer: RouteOffer) -> Card:
        why = self._why(offer)
        return Card(
            box,
            route_name(self.session.language, offer.route),
            lambda painter, where: self._draw_route(painter, where, offer, why),
            lambda: self.screen.choose_route(offer.choice),
            said=self.session.text(WHO[offer.route]),
            chosen=offer.choice == self.draft.choice,
            name=f"route.{offer.choice}",
            enabled=not why,
            why=why,
            more=handbook.route(self.session.language, offer.route).both,
        )

    def _scopes(self, area: ScrollArea, card: Box, offers: list[RouteOffer]) -> None:
        look, language = self.screen.look, self.session.language
        high = max(look.measure("target"), look.line_height("small") + 20)
        wide = (card.width - 2 * AIR - 8 * (len(offers) - 1)) / len(offers)
        for place, offer in enumerate(offers):
            label = self.session.text("{who}: {n}", who=self.session.text(SCOPES[offer.scope]), n=offer.bidders)
            button = Button(
                Box(card.left + AIR + place * (wide + 8), card.bottom - AIR - high, wide, high),
                label,
                lambda choice=offer.choice: self.screen.choose_route(choice),  # type: ignore[misc]
                style="plain",
                size="small",
                name=f"scope.{offer.choice}",
                enabled=offer.reason == LEGAL,
                why=self._why(offer),
                more=handbook.route(language, offer.route, offer.scope).both,
            )
            area.add(button)

    def _why(self, offer: RouteOffer) -> str:
        return "" if offer.reason == LEGAL else reason_text(self.session.language, offer.reason)

    def _height(self, offer: RouteOffer, wide: float) -> float:
        look, inner = self.screen.look, wide - 2 * AIR
        name = look.words_height(route_name(self.session.language, offer.route), self._name_width(inner), "lead", True)
        who = look.words_height(self.session.text(WHO[offer.route]), inner, "body")
        rows = self._chips(inner, self._days(offer.days), self._price(offer))[1]
        one = chip_size(look, "1", "day", "small")[1]
        chips = one * rows + 6 * (rows - 1)
        foot = max(66.0, look.line_height("small") + 20) if offer.route == Route.QUOTES else one
        if offer.reason != LEGAL and offer.route != Route.QUOTES:
            foot = 0.0
        why = look.words_height(self._why(offer), inner - 34, "small") + 6 if offer.reason != LEGAL else 0.0
        return AIR + max(60.0, name) + 12 + who + 12 + chips + 12 + why + foot + AIR

    def _name_width(self, inner: float) -> float:
        """How wide a route's name may be between its picture and the button that turns the card over."""
        return inner - 74 - self.screen.look.measure("target") - 4

    def _draw_route(self, painter: Painter, box: Box, offer: RouteOffer, why: str) -> None:
        key = ("tender route", offer, why, self.session.language.code)
        painter.cached(key, box, lambda inner, where: self._draw_card(inner, where, offer, why))

    def _draw_card(self, painter: Painter, box: Box, offer: RouteOffer, why: str) -> None:
        look, session = painter.look, self.session
        ink: Ink = "disabled_ink" if why else "ink"
        painter.card(box, "paper_sunk" if why else "paper", "radius")
        left, width, top = box.left + AIR, box.width - 2 * AIR, box.top + AIR
        tile = Box(left, top, 60, 60)
        painter.rect(tile, "disabled" if why else f"team.{self.draft.seat}.pale", "radius")
        painter.icon(PICTURES[offer.route], tile.center, 44, ink if why else f"team.{self.draft.seat}")
        name = route_name(session.language, offer.route)
        wide = self._name_width(width)
        around = Box(tile.right + 14, top, wide, max(60.0, look.words_height(name, wide, "lead", True)) + 1)
        painter.paragraph(name, around, "lead", ink, bold=True, middle=True)
        top = max(tile.bottom, around.bottom) + 12
        top += painter.paragraph(session.text(WHO[offer.route]), Box(left, top, width, 600), "body", ink) + 12
        days_said = self._days(offer.days)
        price = self._price(offer)
        size, rows = self._chips(width, days_said, price)
        fill: Ink = "disabled" if why else "paper_sunk"
        days = draw_chip(painter, (left, top), days_said, "day", size=size, ink=ink, fill=fill)
        at = (days.right + 8, top) if rows == 1 else (left, days.bottom + 6)
        top = draw_chip(painter, at, price, "pound", size=size, ink=ink, fill=fill).bottom + 12
        high = chip_size(look, price, "pound", "small")[1]
        if why:
            painter.icon("lock", (left + 13, top + look.line_height("small") / 2 + 1), 26, "bad")
            painter.paragraph(why, Box(left + 34, top, width - 34, 500), "small", "bad")
        if offer.route != Route.QUOTES and not why:
            self._bidders(painter, Box(left, box.bottom - AIR - high, width, high), offer)

    def _bidders(self, painter: Painter, box: Box, offer: RouteOffer) -> None:
        if offer.route == Route.FRAMEWORK:
            return
        few = offer.bidders < 2
        said = (
            self.session.plural("{n} can bid now", "{n} can bid now", offer.bidders)
            if offer.bidders
            else self.session.text("Nobody can bid now")
        )
        draw_chip(
            painter,
            box.topleft,
            said,
            "people" if not few else "warning",
            ink="warn" if few else "good",
            fill="warn_pale" if few else "good_pale",
        )

    def _chips(self, width: float, *chips: str) -> tuple[str, int]:
        """The size of letters for chips in a width, and in how many rows they stand."""
        look = self.screen.look
        for size in ("small", "tiny"):
            if sum(chip_size(look, words, "day", size)[0] + 8 for words in chips) - 8 <= width:
                return size, 1
        return "small", len(chips)

    def _price(self, offer: RouteOffer) -> str:
        change = self.session.language.signed_percent(offer.price)
        return self.session.text("Prices {change}", change=change) if offer.price else self.session.text("As printed")

    def _days(self, days: int) -> str:
        return self.session.plural("{n} officer day", "{n} officer days", days)
