"""The first page: how the region came through. No winner is named here."""

from caffael.board.drawings import HexMap, draw_bar, draw_carbon_track, track_inside
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.failure import FailureSheet
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.theme import Ink
from caffael.debrief import fate_words
from caffael.presentation.faces import Mark, Tile

AIR = 34.0


class FatePage(DebriefPage):
    """The map in its carbon track, what it means, and carbon year by year."""

    def title(self) -> str:
        """What is asked."""
        return self.session.text("How did the region come through?")

    def build(self, box: Box) -> None:
        """Place the map on the left, the words on the right."""
        self._sheet = Box(box.left + box.width * 0.54, box.top, box.width * 0.46, box.height)
        self._ring = Box(box.left, box.top, box.width * 0.54 - 30, box.height)
        sheet, look = self._sheet, self.look
        left, wide, top = sheet.left + AIR, sheet.width - 2 * AIR, sheet.top + AIR + 6
        head, line = fate_words(self.language, self.debrief, self.screen.match.cards.settings.climate_events == 1)
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
        session, region, look = self.session, self.debrief.region, self.look
        line = look.line_height("body")
        self.say(Box(box.left, box.top, box.width, line + 2), session.text("Carbon year by year"), bold=True)
        note = session.text("The line marks a fair share of the budget for one year.")
        foot = look.words_height(note, box.width, "small")
        self.say(Box(box.left, box.bottom - foot, box.width, foot + 2), note, "small", "ink_soft")
        rows = self.rows(
            Box(box.left, box.top + line + 14, box.width, box.height - line - foot - 28), len(region.years), 104 * look.text_scale
        )
        fair = region.budget / max(1, self.screen.match.cards.settings.years)
        most = max(*region.years, fair, 1)
        for year, (row, carbon) in enumerate(zip(rows, region.years, strict=True), 1):
            label = session.text("Year {year}", year=year)
            amount = self.language.carbon(carbon)
            self.sheet(row, label, lambda painter, at, c=carbon, n=label, a=amount: self._year(painter, at, c, fair, most, n, a), amount)  # type: ignore[misc]

    def _year(self, painter: Painter, box: Box, carbon: int, fair: float, most: float, label: str, amount: str) -> None:
        look = self.look
        named = look.words_width(self.session.text("Year {year}", year=9), "body") + 24
        number = look.words_width(self.language.carbon(88_888_000), "body", True) + 10
        painter.words(label, (box.left, box.centery), "body", anchor="midleft")
        bar = Box(box.left + named, box.centery - 20, box.width - named - number, 40)
        ink: Ink = "track_low" if carbon <= fair else ("track_middle" if carbon <= 1.5 * fair else "track_high")
        draw_bar(painter, bar, carbon / most, ink)
        at = bar.left + bar.width * fair / most
        painter.rect(Box(at - 1.5, bar.top - 8, 3, bar.height + 16), "ink")
        painter.words(amount, (box.right, box.centery), "body", bold=True, anchor="midright")

    def draw(self, painter: Painter) -> None:
        """Draw the ring, the map, the sum under it, and the sheet."""
        region, match = self.debrief.region, self.screen.match
        good = not region.failed
        painter.card(self._sheet, "paper", "radius_large", "good" if good else "bad", "top", 12)
        centre = (self._sheet.left + AIR + 32, self._sheet.top + AIR + 38)
        painter.circle(centre, 34, "good_pale" if good else "bad_pale")
        painter.icon("leaf" if good else "climate", centre, 48, "good" if good else "bad")
        line = self.look.line_height("heading")
        ring = Box(self._ring.left, self._ring.top, self._ring.width, self._ring.height)
        if region.counted:
            marks = [
                Mark(percent / 100, self.language.percent(percent), 100 * region.carbon >= percent * region.budget)
                for percent in match.cards.settings.marks
            ]
            draw_carbon_track(painter, ring, region.carbon / max(1, region.budget), marks)
        inside = track_inside(painter, ring)
        seats = {council.card: seat for seat, council in enumerate(match.state.councils[: match.state.seats])}
        tiles = [
            Tile(str(card), council.name(self.language.code), council.column, council.row, seats.get(card))
            for card, council in enumerate(self.pack.texts.councils)
        ]
        HexMap(Box(inside.left, inside.top + 8, inside.width, inside.height - line - 24), tiles).draw(painter)
        if region.counted:
            words = self.session.text(
                "{carbon} of {budget} CO₂e",
                carbon=self.language.carbon(region.carbon),
                budget=self.language.carbon(region.budget),
            )
            painter.words(words, (ring.centerx, ring.bottom - line), "heading", bold=True, anchor="midtop", width=ring.width * 0.5)
