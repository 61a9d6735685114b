"""What lies under the fate of a region that failed: which tenders could have saved it, and who emitted what, in the order of the seats.

A tender opens to its page, a council's carbon to the page of all carbon.
"""

from typing import TYPE_CHECKING

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.seats_tile import draw_team_tile
from caffael.board.widgets import Card, ScrollArea, Words
from caffael.debrief import Saver, saver_text, savers_conclusion

if TYPE_CHECKING:
    from caffael.board.screens.debrief.fate import FatePage

GAP = 12.0
PICTURE = 44.0
WIDE_LETTERS = 1.3
"""From this text scale on, a column for each council's bar would be too narrow."""


class FailureSheet:
    """Cleaner bids that were on the table, whether they would have been enough, and each council's carbon against its share."""

    def __init__(self, page: "FatePage") -> None:
        self.page = page
        self.region = page.debrief.region

    def build(self, box: Box) -> None:
        """Place it all under each other; what does not fit scrolls."""
        page = self.page
        scroll = ScrollArea(box, name="failure")
        scroll.bleed = 6.0
        page.screen.into.add(scroll)
        top, room = box.top, box.width - 16
        if self.region.savers:
            top = self._words(scroll, Box(box.left, top, room, 0), page.session.text("Cleaner bids were on the table in these tenders:"))
            for saver in self.region.savers:
                top = self._saver(scroll, Box(box.left, top, room, 0), saver)
        top = self._words(scroll, Box(box.left, top + 4, room, 0), savers_conclusion(page.language, self.region)) + 8
        top = self._words(scroll, Box(box.left, top, room, 0), page.session.text("Who emitted how much, against the same share for each:"))
        scroll.extent = self._councils(scroll, Box(box.left, top, room, max(0.0, box.bottom - top))) - box.top

    def _words(self, scroll: ScrollArea, box: Box, words: str) -> float:
        high = self.page.look.words_height(words, box.width, "body", True)
        scroll.add(Words(Box(box.left, box.top, box.width, high + 2), words, bold=True))
        return box.top + high + GAP

    def _saver(self, scroll: ScrollArea, box: Box, saver: Saver) -> float:
        page = self.page
        story = page.debrief.contracts[saver.contract]
        said = saver_text(page.language, page.pack, page.teams, page.debrief, saver)
        high = max(60.0, page.look.words_height(said, box.width - 86, "body") + 22)
        picture = page.category_picture(page.pack.cards.needs[story.need].category)
        row = Box(box.left, box.top, box.width, high)
        look_closer = lambda: page.screen.open_contract(saver.contract)  # noqa: E731
        scroll.add(
            Card(row, said, lambda painter, at: _draw_saver(painter, at, said, picture), look_closer, name=f"saver.{saver.contract}")
        )
        return row.bottom + GAP

    def _councils(self, scroll: ScrollArea, room: Box) -> float:
        """A bar for each council, in two columns where there are many; the rows share the room that is left."""
        page, look = self.page, self.page.look
        teams = page.teams
        columns = 2 if len(teams) > 2 and look.text_scale < WIDE_LETTERS else 1
        lines = -(-len(teams) // columns)
        high = max(2 * look.line_height("small") + 6, min(84.0, room.height / lines - 8))
        wide = (room.width - 2 * GAP * (columns - 1)) / columns
        share = page.pack.cards.settings.carbon_budget
        totals = [row.total for row in page.debrief.carbon]
        most = max(*totals, share) * 1.04
        for seat, total in enumerate(totals):
            amount = page.language.carbon(total)
            percent = page.language.percent(100 * total // share)
            said = page.session.text("{carbon}, {percent} of its share", carbon=amount, percent=percent)
            row = Box(room.left + seat % columns * (wide + 2 * GAP), room.top + seat // columns * (high + 8), wide, high)
            bar = lambda painter, at, s=seat, t=total, a=amount: self._draw_council(painter, at, s, t, a, share, most)  # noqa: E731
            scroll.add(Card(row, teams[seat], bar, page.screen.open_carbon, said=said, rises=False, name=f"emitted.{seat}"))
        return room.top + lines * (high + 8)

    def _draw_council(self, painter: Painter, box: Box, seat: int, total: int, amount: str, share: int, most: float) -> None:
        look, name = painter.look, self.page.teams[seat]
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
        over = total > share
        painter.rect(Box(bar.left, bar.top, bar.width * total / most, bar.height), "bad" if over else "track_low", "radius_small")
        line = bar.left + bar.width * share / most
        painter.rect(Box(line - 1.5, bar.top - 5, 3, bar.height + 10), "ink")
        painter.words(amount, (box.right, bar.centery), "body", "bad" if over else "ink", True, "midright")


def _draw_saver(painter: Painter, box: Box, said: str, picture: str) -> None:
    painter.rect(box, "paper_warm", "radius_small")
    painter.icon(picture, (box.left + 36, box.centery), PICTURE, f"category.{picture}")
    painter.paragraph(said, Box(box.left + 72, box.top + 6, box.width - 84, box.height - 12), "body", middle=True)
