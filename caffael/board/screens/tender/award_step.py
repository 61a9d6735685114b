"""Step three without weights: the framework's one supplier, or the choice of a supplier for a direct award."""

from collections.abc import Callable

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.faces import bidder_face
from caffael.board.screens.tender.rowdraw import draw_facts, draw_who, facts_of, is_tall
from caffael.board.screens.tender.step import Step, turn_button
from caffael.board.widgets import Card, Heading, ScrollArea
from caffael.rules.records import Bidder
from caffael.rules.terms import Route

GAP = 14.0


class AwardStep(Step):
    """One row for the framework; for a direct award a row for each supplier that can take it, of which one is chosen."""

    note = ""

    def build(self, box: Box) -> None:
        """Put the rows in their places."""
        super().build(box)
        screen, look = self.screen, self.screen.look
        direct = self.draft.route == Route.DIRECT
        title = (
            self.session.text("Who shall get the contract?")
            if direct
            else self.session.text("The framework has one supplier and fixed terms")
        )
        line = look.line_height("heading") + 8
        screen.tree.root.add(Heading(Box(box.left, box.top, box.width, line), title))
        self.words = (
            self.session.text("A direct award has no weights and no competition. You choose, and you answer for it.")
            if direct
            else self.session.text("There are no weights here. It is quick, but it brings no social value.")
        )
        self.under = Box(box.left, box.top + line, box.width, look.words_height(self.words, box.width, "lead") + 12)
        room = Box(box.left, self.under.bottom + 10, box.width, box.bottom - self.under.bottom - 10)
        bidders = self.bidders()
        high = 150.0 * look.text_scale if is_tall(look) else max(62.0, min(110.0, room.height / max(1, len(bidders)) - GAP))
        area = screen.tree.root.add(ScrollArea(room, len(bidders) * (high + GAP) + 12))
        for place, bidder in enumerate(bidders):
            side = look.measure("target")
            row = Box(room.left + 6, room.top + 6 + place * (high + GAP), room.width - 12 - (side + 12 if direct else 0), high)
            area.add(self._row(row, bidder, direct))
            if direct:
                at = Box(row.right + 12, row.centery - side / 2, side, side)
                area.add(turn_button(self.session, at, self._explains(bidder.supplier), f"turn.bidder.{bidder.supplier}"))

    def bidders(self) -> list[Bidder]:
        """Whom it may go to."""
        if self.draft.route == Route.DIRECT:
            return self.draft.offers()
        table = self.draft.table()
        return table.bidders[: table.count]

    def _row(self, box: Box, bidder: Bidder, direct: bool) -> Card:
        face = bidder_face(self.session, bidder)
        return Card(
            box,
            face.name,
            lambda painter, where: self._draw_row(painter, where, bidder),
            (lambda: self.choose(bidder.supplier)) if direct else self._explains(bidder.supplier),
            said=face.money,
            chosen=direct and bidder.supplier == self.draft.supplier,
            name=f"bidder.{bidder.supplier}",
        )

    def _explains(self, supplier: int) -> Callable[[], None]:
        return lambda: self.screen.explain(supplier)

    def _draw_row(self, painter: Painter, box: Box, bidder: Bidder) -> None:
        face, language = bidder_face(self.session, bidder), self.session.language
        facts = facts_of(face, language.percent(face.carbon), language.percent(face.local))
        chosen = self.draft.route == Route.DIRECT and bidder.supplier == self.draft.supplier

        def draw(inner: Painter, where: Box) -> None:
            inner.card(where, "gold_pale" if chosen else "paper_warm", "radius")
            if is_tall(inner.look):
                half = where.height / 2
                draw_who(inner, Box(where.left + 20, where.top + 8, where.width - 40, half - 8), face, "lead")
                draw_facts(inner, Box(where.left + 20, where.top + half, where.width - 40, half - 8), facts, "lead")
            else:
                draw_who(inner, Box(where.left + 20, where.top + 6, where.width * 0.45, where.height - 12), face, "lead")
                draw_facts(inner, Box(where.left + where.width * 0.48, where.top + 6, where.width * 0.5, where.height - 12), facts, "lead")

        painter.cached(("tender award", face, chosen), box, draw)

    def draw(self, painter: Painter) -> None:
        """Draw what this way of buying means."""
        painter.paragraph(self.words, self.under, "lead", "ink_soft")

    def choose(self, supplier: int) -> None:
        """Choose a supplier for the direct award."""
        self.draft.supplier = supplier
        self.screen.rebuild()

    def add_last(self) -> None:
        """Nothing comes after the buttons here."""
