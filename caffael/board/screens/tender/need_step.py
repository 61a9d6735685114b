"""Step one: which need of the tray the tender is for."""

from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.drawings.vignette import draw_vignette
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.tender.step import Step, groups
from caffael.board.widgets import ScrollArea
from caffael.presentation.blocks import Offer, Page
from caffael.words.looks import category_art

GAP = 26.0
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
        across = max(1, min(3, len(needs)))
        wide = min(WIDEST, (box.width - GAP * (across - 1)) / across)
        room = Box(box.left, box.top + line + 14, box.width, box.height - line - 14)
        high = max((card_height(look, offer, wide) for offer in needs), default=0.0)
        rows = -(-len(needs) // across)
        begin = box.left + (box.width - across * wide - (across - 1) * GAP) / 2
        area = self.desk.tree.root.add(ScrollArea(room, rows * (high + GAP) + 8))
        for place, offer in enumerate(needs):
            where = Box(begin + 6 + place % across * (wide + GAP), room.top + 6 + place // across * (high + GAP), wide - 12, high)
            area.add(self.card(where, offer, lambda painter, at, offer=offer: draw_need(painter, at, offer)))  # type: ignore[misc]
            self.add_turn(area, where.right - look.measure("target") - 14, where.top + EDGE + 12, offer.id, offer.turns)


def front_height(look: Look, wide: float) -> float:
    """How high the picture of a card of a width is; it leaves room for large letters."""
    return min(0.34 * wide, 200.0 if look.text_scale < 1.4 else 96.0)


def card_height(look: Look, offer: Offer, wide: float) -> float:
    """How high a need's card is, with room for two rows of chips and a reason."""
    inner, small = wide - 12 - 60, look.line_height("small")
    words = look.words_height(offer.title, inner, "heading", True) + look.words_height(offer.note, inner, "lead")
    words += look.words_height(offer.said, inner, "body")
    return 62 + front_height(look, wide - 12) + words + 2 * (small * 1.32 + 8) + 3 * small + 60


def draw_need(painter: Painter, box: Box, offer: Offer) -> None:
    """Draw a need's card from a kept picture."""
    painter.cached(("tender need", offer), box, lambda inner, where: _draw_card(inner, where, offer))


def _draw_card(painter: Painter, box: Box, offer: Offer) -> None:
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
    at, high = left, 0.0
    for chip in offer.chips:
        wide, high = chip_size(look, chip.words, chip.picture, "small")
        if at > left and at + wide > left + width:
            at, top = left, top + high + 8
        draw_chip(painter, (at, top), chip.words, chip.picture, ink=chip.ink, fill=chip.fill, size="small")
        at += wide + 8
    top += high + 10
    if offer.why:
        painter.icon("lock", (left + 14, top + 18), 28, "bad")
        painter.paragraph(offer.why, Box(left + 38, top + 4, width - 38, 3 * look.line_height("small") + 2), "small", "bad")
