"""The first page: how the region came through. No winner is named here."""

from dataclasses import replace

from caffael.board.drawings import HexMap, draw_bar, draw_carbon_track, track_inside
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.failure import FailureSheet
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.theme import Ink
from caffael.presentation.blocks import Bar, Bars, block
from caffael.presentation.cards import map_tiles
from caffael.presentation.debrief.fate import ROOM, marks

AIR = 34.0


class FatePage(DebriefPage):
    """The map in its carbon track, what it means, and carbon year by year."""

    def build(self, box: Box) -> None:
        """Place the map on the left, the words on the right."""
        self._sheet = Box(box.left + box.width * 0.54, box.top, box.width * 0.46, box.height)
        self._ring = Box(box.left, box.top, box.width * 0.54 - 30, box.height)
        sheet, look = self._sheet, self.look
        left, wide, top = sheet.left + AIR, sheet.width - 2 * AIR, sheet.top + AIR + 6
        head, line = self.words("head"), self.words("line")
        high = look.words_height(head, wide - 80, "heading", True)
        self.say(Box(left + 80, top, wide - 80, max(high, 64)), head, "heading", bold=True, middle=True)
        top += max(high, 64) + 16
        high = look.words_height(line, wide, "body")
        self.say(Box(left, top, wide, high + 2), line, ink="ink_soft")
        top += high + 24
        self._lower = Box(left, top, wide, sheet.bottom - AIR - top)
        if self.debrief.region.failed:
            FailureSheet(self).build(self._lower)
        elif self.debrief.region.counted:
            self._years(self._lower)

    def _years(self, box: Box) -> None:
        look, bars, note = self.look, block(self.told, Bars, "years"), self.words("years-note")
        line = look.line_height("body")
        self.say(Box(box.left, box.top, box.width, line + 2), bars.title, bold=True)
        foot = look.words_height(note, box.width, "small")
        self.say(Box(box.left, box.bottom - foot, box.width, foot + 2), note, "small", "ink_soft")
        room = Box(box.left, box.top + line + 14, box.width, box.height - line - foot - 28)
        for row, bar in zip(self.rows(room, len(bars.bars), 104 * look.text_scale), bars.bars, strict=True):
            self.sheet(row, bar.label, lambda painter, at, b=bar: self._year(painter, at, b, bars.mark or 0), bar.value)  # type: ignore[misc]

    def _year(self, painter: Painter, box: Box, year: Bar, fair: float) -> None:
        look, viewer, share = self.look, self.viewer, year.parts[0][0]
        named = look.words_width(viewer.text("Year {year}", year=9), "body") + 24
        number = look.words_width(viewer.language.carbon(88_888_000), "body", True) + 10
        painter.words(year.label, (box.left, box.centery), "body", anchor="midleft")
        bar = Box(box.left + named, box.centery - 20, box.width - named - number, 40)
        ink: Ink = "track_low" if share <= fair else ("track_middle" if share <= 1.5 * fair else "track_high")
        draw_bar(painter, bar, share * ROOM, ink)
        at = bar.left + bar.width * fair * ROOM
        painter.rect(Box(at - 1.5, bar.top - 8, 3, bar.height + 16), "ink")
        painter.words(year.value, (box.right, box.centery), "body", bold=True, anchor="midright")

    def draw(self, painter: Painter) -> None:
        """Draw the ring, the map, the sum under it, and the sheet."""
        region, viewer = self.debrief.region, self.viewer
        good = not region.failed
        painter.card(self._sheet, "paper", "radius_large", "good" if good else "bad", "top", 12)
        centre = (self._sheet.left + AIR + 32, self._sheet.top + AIR + 38)
        painter.circle(centre, 34, "good_pale" if good else "bad_pale")
        painter.icon("leaf" if good else "climate", centre, 48, "good" if good else "bad")
        line = self.look.line_height("heading")
        ring = Box(self._ring.left, self._ring.top, self._ring.width, self._ring.height)
        if region.counted:
            draw_carbon_track(painter, ring, region.carbon / max(1, region.budget), marks(viewer, region))
        inside = track_inside(painter, ring)
        tiles = [replace(tile, contracts=(), turn=False) for tile in map_tiles(viewer)]
        HexMap(Box(inside.left, inside.top + 8, inside.width, inside.height - line - 24), tiles).draw(painter)
        if region.counted:
            painter.words(
                self.words("total"), (ring.centerx, ring.bottom - line), "heading", bold=True, anchor="midtop", width=ring.width * 0.5
            )
