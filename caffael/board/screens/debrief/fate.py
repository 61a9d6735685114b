"""The first page: how the region came through. No winner is named here."""

from dataclasses import replace

from caffael.board.drawings.bars import draw_bar
from caffael.board.drawings.carbon_track import draw_carbon_track, mark_boxes, track_oval
from caffael.board.drawings.hexmap import HexMap
from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.screens.marks import add_marks
from caffael.board.screens.panels import split
from caffael.board.theme import Ink
from caffael.board.widgets import Card, ScrollArea, Widget, Words
from caffael.presentation.blocks import Bar, Bars, Group, Line, block
from caffael.presentation.cards import map_tiles
from caffael.presentation.debrief.fate import ROOM
from caffael.presentation.marks import carbon_marks
from caffael.presentation.press import Do

AIR = 34.0
NARROW, STACKED = 1500.0, 1.3
"""On a board narrower than this the map takes more of its width; from this text scale on it stands over the sheet."""
RING, SHEET = 640.0, 420.0
"""How high the ring is at least on a tall board, and the sheet under it."""


class FatePage(DebriefPage):
    """The map in its carbon track, what it means, and carbon year by year."""

    def build(self, box: Box) -> float:
        """Place the map on the left or above, the words on the right or below; what does not fit on their sheet scrolls."""
        scale, narrow = self.look.text_scale, box.width < NARROW
        large = scale**0.5
        high = max(box.height * 0.5, RING * large)
        ring, sheet = split(self.look, box, box.width * (0.62 if narrow else 0.54) - 30, high, 30, narrow and scale > STACKED)
        sheet.height = max(sheet.height, SHEET * large)
        self.sheet(ring, self.words("total") if self.debrief.region.counted else "", self._draw_ring)
        if self.debrief.region.counted:
            marks = mark_boxes(self.look, ring, carbon_marks(self.viewer, self.debrief.region.carbon))
            say = lambda mark: self.screen.app.say(f"{mark.words}: {mark.told}", 8)  # noqa: E731
            add_marks(self.look, self.screen.into, marks, say)
        self.paper(sheet, "bad" if self.debrief.region.failed else "good")
        screen, look = self.screen, self.look
        inner = Box(sheet.left + AIR - 6, sheet.top + 16, sheet.width - 2 * AIR + 24, sheet.height - 28)
        into, scroll = screen.into, ScrollArea(inner, name="fate")
        scroll.bleed = 6.0
        into.add(scroll)
        screen.into = scroll
        try:
            left, wide, top = sheet.left + AIR, sheet.width - 2 * AIR, sheet.top + AIR + 6
            head, line = self.words("head"), self.words("line")
            self.sheet(Box(left - 2, top, 68, 68), "", self._draw_sign)
            high = look.words_height(head, wide - 80, "heading", True)
            self.say(Box(left + 80, top, wide - 80, max(high, 64)), head, "heading", bold=True, middle=True)
            top += max(high, 64) + 16
            high = look.words_height(line, wide, "body")
            self.say(Box(left, top, wide, high + 2), line, ink="ink_soft")
            top += high + 24
            lower = Box(left, top, wide, sheet.bottom - AIR - top)
            if self.debrief.region.failed:
                top = FailureSheet(self).build(lower)
            elif self.debrief.region.counted:
                top = self._years(lower)
        finally:
            screen.into = into
        scroll.extent = top - scroll.box.top
        return sheet.bottom

    def _years(self, box: Box) -> float:
        look, bars, note = self.look, block(self.told, Bars, "years"), self.words("years-note")
        line = look.line_height("body")
        self.say(Box(box.left, box.top, box.width, line + 2), bars.title, bold=True)
        foot = look.words_height(note, box.width, "small")
        room = Box(box.left, box.top + line + 14, box.width, box.height - line - foot - 28)
        rows = self.rows(room, len(bars.bars), 104 * look.text_scale, least=look.line_height("body") + 24)
        under = max(box.bottom - foot, rows[-1].bottom + 10)
        self.say(Box(box.left, under, box.width, foot + 2), note, "small", "ink_soft")
        for row, bar in zip(rows, bars.bars, strict=True):
            self.sheet(row, bar.label, lambda painter, at, b=bar: self._year(painter, at, b, bars.mark or 0), bar.value)  # type: ignore[misc]
        return under + foot

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

    def _draw_sign(self, painter: Painter, box: Box) -> None:
        failed = self.debrief.region.failed
        painter.circle(box.center, 34, "bad_pale" if failed else "good_pale")
        painter.icon("climate" if failed else "leaf", box.center, 48, "bad" if failed else "good")

    def _draw_ring(self, painter: Painter, ring: Box) -> None:
        """The ring, the map in it, and the sum under it."""
        region, viewer = self.debrief.region, self.viewer
        line = self.look.line_height("heading")
        if region.counted:
            draw_carbon_track(painter, ring, region.carbon / max(1, region.budget), carbon_marks(viewer, region.carbon))
        tiles = [replace(tile, contracts=(), turn=False) for tile in map_tiles(viewer)]
        oval = track_oval(self.look, ring)
        HexMap(oval._replace(foot=ring.bottom - line - 8, opening=0.0), tiles).draw(painter)
        if region.counted:
            wide = min(ring.width * 0.5, 2 * oval.opening)
            painter.words(self.words("total"), (ring.centerx, ring.bottom - line), "heading", bold=True, anchor="midtop", width=wide)


GAP = 12.0
PICTURE = 44.0
WIDE_LETTERS = 1.3
"""From this text scale on, a column for each council's bar would be too narrow."""


class FailureSheet:
    """Cleaner bids that were on the table, whether they would have been enough, and each council's carbon against its share."""

    def __init__(self, page: DebriefPage) -> None:
        self.page = page

    def build(self, box: Box) -> float:
        """Place it all under each other; give where it ends."""
        page = self.page
        scroll, top, room = page.screen.into, box.top, box.width
        if page.debrief.region.savers:
            savers = block(page.told, Group, "savers")
            top = self._words(scroll, Box(box.left, top, room, 0), savers.title)
            for saver in savers.blocks:
                assert isinstance(saver, Line)
                top = self._saver(scroll, Box(box.left, top, room, 0), saver)
        top = self._words(scroll, Box(box.left, top + 4, room, 0), page.words("conclusion")) + 8
        emitted = block(page.told, Bars, "emitted")
        top = self._words(scroll, Box(box.left, top, room, 0), emitted.title)
        return self._councils(scroll, Box(box.left, top, room, max(0.0, box.bottom - top)), emitted)

    def _words(self, scroll: Widget, box: Box, words: str) -> float:
        high = self.page.look.words_height(words, box.width, "body", True)
        scroll.add(Words(Box(box.left, box.top, box.width, high + 2), words, bold=True))
        return box.top + high + GAP

    def _saver(self, scroll: Widget, box: Box, saver: Line) -> float:
        page = self.page
        row = Box(box.left, box.top, box.width, max(60.0, page.look.words_height(saver.title, box.width - 86, "body") + 22))
        drawn = lambda painter, at: _draw_saver(painter, at, saver)  # noqa: E731
        scroll.add(Card(row, saver.title, drawn, lambda: page.go(saver.press), name=saver.id))
        return row.bottom + GAP

    def _councils(self, scroll: Widget, room: Box, emitted: Bars) -> float:
        """A bar for each council, in two columns where there are many; the rows share the room that is left."""
        page, look = self.page, self.page.look
        count = len(emitted.bars)
        columns = 2 if count > 2 and look.text_scale < WIDE_LETTERS else 1
        lines = -(-count // columns)
        high = max(2 * look.line_height("small") + 6, look.row(8), min(84.0, room.height / lines - 8))
        wide = (room.width - 2 * GAP * (columns - 1)) / columns
        for seat, bar in enumerate(emitted.bars):
            row = Box(room.left + seat % columns * (wide + 2 * GAP), room.top + seat // columns * (high + 8), wide, high)
            drawn = lambda painter, at, s=seat, b=bar: _draw_council(painter, at, s, b, emitted.mark or 0)  # noqa: E731
            go = lambda: page.go(Do("carbon"))  # noqa: E731
            scroll.add(Card(row, bar.label, drawn, go, said=bar.note, rises=False, name=f"emitted.{seat}"))
        return room.top + lines * (high + 8)


def _draw_council(painter: Painter, box: Box, seat: int, council: Bar, share: float) -> None:
    look, name = painter.look, council.label
    part, ink = council.parts[0]
    side = min(box.height, 56.0)
    draw_team_tile(painter, Box(box.left, box.centery - side / 2, side, side), seat, "carbon")
    number = look.words_width("8,888 t", "body", True) + 14
    left = box.left + side + 14
    right = box.right - number
    if look.text_scale < WIDE_LETTERS:
        high = look.line_height("small")
        painter.words(name, (left, box.centery - high - 2), "small", width=box.right - left)
        bar = Box(left, box.centery + 3, right - left, min(20.0, box.height / 2 - 6))
    else:
        named = (right - left) * 0.5
        painter.paragraph(name, Box(left, box.top, named - 12, box.height), "body", middle=True, least="tiny", most_lines=2)
        thick = min(30.0, box.height * 0.6)
        bar = Box(left + named, box.centery - thick / 2, right - left - named, thick)
    painter.rect(bar, "paper_sunk", "radius_small")
    painter.rect(Box(bar.left, bar.top, bar.width * part, bar.height), ink, "radius_small")
    line = bar.left + bar.width * share
    painter.rect(Box(line - 1.5, bar.top - 5, 3, bar.height + 10), "ink")
    painter.words(council.value, (box.right, bar.centery), "body", "bad" if ink == "bad" else "ink", True, "midright")


def _draw_saver(painter: Painter, box: Box, saver: Line) -> None:
    painter.rect(box, "paper_warm", "radius_small")
    painter.icon(saver.picture, (box.left + 36, box.centery), PICTURE, f"category.{saver.picture}")
    painter.paragraph(saver.title, Box(box.left + 72, box.top + 6, box.width - 84, box.height - 12), "body", middle=True)
