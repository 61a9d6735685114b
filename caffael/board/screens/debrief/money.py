"""The fifth page: where the money went, and what of it stayed."""

from caffael.board.drawings import draw_bar
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.presentation.blocks import Bar, Bars, block

AIR = 30.0


class MoneyPage(DebriefPage):
    """A bar for each council, and one for each category of the whole region."""

    def build(self, box: Box) -> None:
        """Place the sum, the councils on the left, the categories on the right."""
        look, words, note = self.look, self.words("head"), self.words("note")
        high = look.words_height(words, box.width, "heading", True)
        self.say(Box(box.left, box.top, box.width, high + 4), words, "heading", bold=True)
        top = box.top + high + 4
        high = look.words_height(note, box.width, "body")
        self.say(Box(box.left, top, box.width, high + 2), note, ink="ink_soft")
        top += high + 20
        left = Box(box.left, top, box.width * 0.56 - 15, box.bottom - top)
        bars = block(self.told, Bars, "local").bars
        for seat, (row, bar) in enumerate(zip(self.rows(left, len(bars), 150 * look.text_scale**0.5), bars, strict=True)):
            self.sheet(row, bar.label, lambda painter, at, s=seat, b=bar: self._row(painter, at, s, b), bar.note)  # type: ignore[misc]
        self._sheet = Box(left.right + 30, top, box.right - left.right - 30, box.bottom - top)
        self._categories(self._sheet)

    def _row(self, painter: Painter, box: Box, seat: int, bar: Bar) -> None:
        look = self.look
        painter.card(box)
        side = min(box.height - 24, 84.0)
        draw_team_tile(painter, Box(box.left + 14, box.centery - side / 2, side, side), seat, "pound")
        left = box.left + side + 34
        number = look.words_width(self.viewer.language.percent(100), "heading", True) + 34
        wide = box.right - number - left
        half = box.height / 2
        taken = painter.words(bar.note, (left + wide, box.top + half - 6), "small", "ink_soft", anchor="bottomright")
        line = min(2 * look.line_height("small"), half + 2)
        room = Box(left, box.top + half - 2 - line, max(80.0, taken.left - left - 16), line)
        painter.paragraph(bar.label, room, "lead", bold=True, middle=True, least="tiny", most_lines=2)
        draw_bar(painter, Box(left, box.top + half + 4, wide, min(26.0, half - 16)), bar.parts[0][0], "criterion.local")
        painter.words(bar.value, (box.right - 20, box.centery), "heading", bold=True, anchor="midright")

    def _categories(self, box: Box) -> None:
        look, bars = self.look, block(self.told, Bars, "by-category")
        self.say(Box(box.left + AIR, box.top + AIR - 6, box.width - 2 * AIR, look.line_height("lead")), bars.title, "lead", bold=True)
        top = box.top + AIR + look.line_height("lead") + 6
        room = Box(box.left + AIR, top, box.width - 2 * AIR, box.bottom - AIR + 10 - top)
        for row, bar in zip(self.rows(room, len(bars.bars), 92 * look.text_scale, 8), bars.bars, strict=True):
            self.sheet(row, bar.label, lambda painter, at, b=bar: _category(painter, at, b), bar.value)  # type: ignore[misc]

    def draw(self, painter: Painter) -> None:
        """Draw the sheet of the categories."""
        painter.card(self._sheet, "paper", "radius_large")


def _category(painter: Painter, box: Box, category: Bar) -> None:
    look = painter.look
    local, away = (share for share, _ in category.parts)
    side = min(44.0, box.height * 0.6)
    painter.icon(category.picture, (box.left + 24, box.centery), side, f"category.{category.picture}")
    left, wide = box.left + 60, box.width - 60
    line = min(look.line_height("small"), box.height * 0.55)
    taken = painter.words(category.value, (box.right, box.top + line), "small", "ink_soft", anchor="bottomright")
    painter.paragraph(category.label, Box(left, box.top, max(60.0, taken.left - left - 12), line), "small", bold=True, most_lines=1)
    bar = Box(left, box.top + line + 6, wide, max(10.0, min(22.0, box.height - line - 12)))
    painter.rect(bar, "paper_warm", bar.height / 2)
    if local + away > 0:
        draw_bar(painter, Box(bar.left, bar.top, bar.width * (local + away), bar.height), local / (local + away), "criterion.local", "line")
