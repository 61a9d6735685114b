"""Step three without weights: the framework's one supplier, or the choice of a supplier for a direct award."""

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.rowdraw import draw_facts, draw_who, is_tall
from caffael.board.screens.tender.step import Step, groups
from caffael.board.widgets import Card, ScrollArea
from caffael.presentation.blocks import Bid, Page, Text

GAP = 14.0


class AwardStep(Step):
    """One row for the framework; for a direct award a row for each supplier that can take it, of which one is chosen."""

    def build(self, box: Box, page: Page) -> None:
        """Put the rows in their places."""
        look, group = self.desk.look, groups(page)[0]
        line = self.heading(box, group)
        self.words = next(block.words for block in group.blocks if isinstance(block, Text))
        bids = [block for block in group.blocks if isinstance(block, Bid)]
        self.under = Box(box.left, box.top + line, box.width, look.words_height(self.words, box.width, "lead") + 12)
        room = Box(box.left, self.under.bottom + 10, box.width, box.bottom - self.under.bottom - 10)
        high = 150.0 * look.text_scale if is_tall(look) else max(62.0, min(110.0, room.height / max(1, len(bids)) - GAP))
        area, side = self.desk.tree.root.add(ScrollArea(room, len(bids) * (high + GAP) + 12)), look.measure("target")
        for place, bid in enumerate(bids):
            choice = bid.action is not None
            row = Box(room.left + 6, room.top + 6 + place * (high + GAP), room.width - 12 - (side + 12 if choice else 0), high)
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
    if is_tall(painter.look):
        half = box.height / 2
        draw_who(painter, Box(box.left + 20, box.top + 8, box.width - 40, half - 8), bid.face, "lead")
        draw_facts(painter, Box(box.left + 20, box.top + half, box.width - 40, half - 8), bid.face.facts, "lead")
    else:
        draw_who(painter, Box(box.left + 20, box.top + 6, box.width * 0.45, box.height - 12), bid.face, "lead")
        draw_facts(painter, Box(box.left + box.width * 0.48, box.top + 6, box.width * 0.5, box.height - 12), bid.face.facts, "lead")
