"""The fourth page: who emitted how much, and for what."""

from caffael.board.drawings import chips_height, flow_chips
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.presentation.blocks import Bar, Bars, Chip, Group, block

OWN = {"line_strong": ("timer", "line", "ink"), "slate": ("home", "slate", "ink_light")}
"""The picture and colours of what is no category."""


class CarbonPage(DebriefPage):
    """A bar for each council against its share, cut by category; needs that waited and its own estate at the end."""

    def build(self, box: Box) -> None:
        """Place the names of the parts, then a row for each council."""
        look = self.look
        if not self.debrief.region.counted:
            self.say(Box(box.left, box.top + 60, box.width, 100), self.words("uncounted"), "lead", "ink_soft", centred=True)
            return
        legend, bars = block(self.told, Group, "legend"), block(self.told, Bars, "carbon")
        chips = [chip for chip in legend.blocks if isinstance(chip, Chip)]
        high = chips_height(look, box.width, chips)
        at = Box(box.left, box.top + 4, box.width, high)
        self.sheet(at, legend.title, lambda painter, where: flow_chips(painter, where, chips), ", ".join(chip.words for chip in chips))
        top = at.bottom + 16
        line = look.line_height("body")
        self.say(Box(box.left, top, box.width, line + 2), self.words("share"), ink="ink_soft")
        top += line + 12
        rows = self.rows(Box(box.left, top, box.width, box.bottom - top), len(bars.bars), 150 * look.text_scale**0.5)
        for seat, (row, bar) in enumerate(zip(rows, bars.bars, strict=True)):
            self.sheet(row, bar.label, lambda painter, where, s=seat, b=bar: self._row(painter, where, s, b, bars.mark or 0), bar.value)  # type: ignore[misc]

    def _row(self, painter: Painter, box: Box, seat: int, carbon: Bar, share: float) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 24, 84.0)
        draw_team_tile(painter, Box(box.left + 14, box.centery - side / 2, side, side), seat, "carbon")
        left = box.left + side + 34
        named = box.width * 0.18
        self.draw_names(painter, Box(left, box.top + 4, named, box.height - 8), seat)
        number = look.words_width("8,888 t", "lead", True) + 30
        bar = Box(
            left + named + 16,
            box.centery - min(30, box.height * 0.26),
            box.right - number - left - named - 16,
            min(60.0, box.height * 0.52),
        )
        painter.rect(bar, "paper_sunk", "radius_small")
        at = bar.left
        for part, name in carbon.parts:
            picture, fill, ink = OWN.get(name, (name.removeprefix("category."), name, "ink_light"))
            wide = bar.width * part
            cell = Box(at, bar.top, wide, bar.height)
            painter.rect(cell, fill)
            if at > bar.left:
                painter.rect(Box(at, bar.top, 2, bar.height), "paper")
            if wide > 34:
                painter.icon(picture, cell.center, min(34.0, bar.height * 0.8), ink)
            at += wide
        line = bar.left + bar.width * share
        painter.rect(Box(line - 2, bar.top - 10, 4, bar.height + 20), "ink")
        over = self.debrief.carbon[seat].total > self.viewer.cards.settings.carbon_budget
        painter.words(carbon.value, (box.right - 18, box.centery - 2), "lead", "bad" if over else "ink", True, "bottomright")
        painter.words(carbon.note, (box.right - 18, box.centery + 2), "small", "bad" if over else "ink_soft", False, "topright")
