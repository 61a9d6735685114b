"""The page *We and the real ones*: a card for each tender with our weights over the real ones, and how much the price counts in all."""

from caffael.board.drawings.bars import draw_bar
from caffael.board.drawings.chips import chips_height, flow_chips
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.panels import split
from caffael.presentation.blocks import Bar, Bars, Chip, Group, Text, block

AIR = 26.0
CARD = 620.0
"""How wide a tender wants to be."""


class RealPage(DebriefPage):
    """The tenders on the left or above; on the right or below how much the price counts, and where it is from."""

    def build(self, box: Box) -> float:
        """Place the sentence that leads, the tenders, and the prices."""
        look = self.look
        texts = {one.id: one.words for one in self.told.blocks if isinstance(one, Text)}
        lead = texts.get("lead") or texts["none"]
        high = look.words_height(lead, box.width, "lead", True)
        self.say(Box(box.left, box.top, box.width, high + 4), lead, "lead", bold=True)
        top = box.top + high + 12
        legend = next((one for one in self.told.blocks if isinstance(one, Group) and one.id == "legend"), None)
        if legend is not None:
            chips = [chip for chip in legend.blocks if isinstance(chip, Chip)]
            at = Box(box.left, top, box.width, chips_height(look, box.width, chips))
            said = ", ".join(chip.words for chip in chips)
            self.sheet(at, legend.title, lambda painter, where: flow_chips(painter, where, chips), said)
            top = at.bottom + 16
        room = Box(box.left, top, box.width, box.bottom - top)
        tenders = next((one for one in self.told.blocks if isinstance(one, Group) and one.id == "tenders"), None)
        if tenders is None:
            return self._prices(room, texts["source"])
        left, right = split(look, room, box.width * 0.64 - 15, room.height * 0.6, 30)
        shown = [bars for bars in tenders.blocks if isinstance(bars, Bars)]
        columns = look.columns(left.width, CARD, 2, 14)
        wide, least = (left.width - 14 * (columns - 1)) / columns, self._least()
        bottom = left.top
        for place, bars in enumerate(shown):
            row, column = divmod(place, columns)
            at = Box(left.left + column * (wide + 14), left.top + row * (least + 14), wide, least)
            self.sheet(at, bars.title, lambda painter, where, b=bars: self._tender(painter, where, b), bars.told)  # type: ignore[misc]
            bottom = at.bottom
        if right.top > left.top:  # below
            right.top = bottom + 20
        return max(bottom, self._prices(right, texts["source"]))

    def _least(self) -> float:
        line = self.look.line_height
        return line("body") + 2 * (2 * line("small") + 30) + 34

    def _tender(self, painter: Painter, box: Box, bars: Bars) -> None:
        look = self.look
        painter.card(box)
        left, wide, top = box.left + 20, box.width - 40, box.top + 14
        painter.paragraph(bars.title, Box(left, top, wide, look.line_height("body") + 2), "body", bold=True, most_lines=1)
        top += look.line_height("body") + 8
        small = look.line_height("small")
        for bar in bars.bars:
            painter.paragraph(bar.label, Box(left, top, wide, small + 1), "small", "ink_soft", most_lines=1)
            self._weights(painter, Box(left, top + small + 2, wide, 22), bar)
            same = bars.bars[0].value == bars.bars[1].value
            ink = "good" if same else "ink"
            painter.icon("trophy", (left + 10, top + small + 30 + small / 2), small * 0.9, ink)
            painter.paragraph(bar.value, Box(left + small + 8, top + small + 28, wide - small - 8, small + 2), "small", ink, most_lines=1)
            top += 2 * small + 34

    def _weights(self, painter: Painter, box: Box, bar: Bar) -> None:
        painter.rect(box, "paper_sunk", "radius_small")
        at = box.left
        for share, ink in bar.parts:
            cell = Box(at, box.top, box.width * share, box.height)
            painter.rect(cell, ink)
            if at > box.left:
                painter.rect(Box(at, box.top, 2, box.height), "paper")
            if cell.width > 34:
                painter.words(f"{round(share * 100)}", cell.center, "tiny", "ink_light", True, "center")
            at += cell.width

    def _prices(self, box: Box, source: str) -> float:
        look, prices = self.look, block(self.told, Bars, "prices")
        left, wide = box.left + AIR, box.width - 2 * AIR
        head = look.words_height(prices.title, wide, "lead", True)
        rows = [look.words_height(bar.label, wide, "body") + 40 for bar in prices.bars]
        foot = look.words_height(source, wide, "small")
        sheet = Box(box.left, box.top, box.width, 2 * AIR + head + 10 + sum(rows) + 12 * len(rows) + foot + 6)
        self.paper(sheet)
        top = sheet.top + AIR
        self.say(Box(left, top, wide, head + 2), prices.title, "lead", bold=True)
        top += head + 10
        for bar, high in zip(prices.bars, rows, strict=True):
            at = Box(left, top, wide, high)
            self.sheet(at, bar.label, lambda painter, where, b=bar: _price(painter, where, b), bar.value)  # type: ignore[misc]
            top += high + 12
        self.say(Box(left, top, wide, foot + 2), source, "small", "ink_soft")
        return sheet.bottom


def _price(painter: Painter, box: Box, bar: Bar) -> None:
    look = painter.look
    number = look.words_width("100 %", "lead", True) + 12
    high = look.words_height(bar.label, box.width, "body")
    painter.paragraph(bar.label, Box(box.left, box.top, box.width, high + 2), "body")
    share, ink = bar.parts[0]
    draw_bar(painter, Box(box.left, box.top + high + 8, box.width - number, 24), share, ink)
    painter.words(bar.value, (box.right, box.top + high + 20), "lead", bold=True, anchor="midright")
