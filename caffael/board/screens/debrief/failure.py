"""What lies under the fate of a region that failed: which tenders could have saved it, and who emitted what, in the order of the seats.

A tender opens to its page, a council's carbon to the page of all carbon.
"""

from caffael.board.drawings.patterns import draw_team_tile
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.debrief.page import DebriefPage
from caffael.board.widgets import Card, ScrollArea, Words
from caffael.presentation.blocks import Bar, Bars, Group, Line, block
from caffael.presentation.press import Do

GAP = 12.0
PICTURE = 44.0
WIDE_LETTERS = 1.3
"""From this text scale on, a column for each council's bar would be too narrow."""


class FailureSheet:
    """Cleaner bids that were on the table, whether they would have been enough, and each council's carbon against its share."""

    def __init__(self, page: DebriefPage) -> None:
        self.page = page

    def build(self, box: Box) -> None:
        """Place it all under each other; what does not fit scrolls."""
        page = self.page
        scroll = ScrollArea(box, name="failure")
        scroll.bleed = 6.0
        page.screen.into.add(scroll)
        top, room = box.top, box.width - 16
        if page.debrief.region.savers:
            savers = block(page.told, Group, "savers")
            top = self._words(scroll, Box(box.left, top, room, 0), savers.title)
            for saver in savers.blocks:
                assert isinstance(saver, Line)
                top = self._saver(scroll, Box(box.left, top, room, 0), saver)
        top = self._words(scroll, Box(box.left, top + 4, room, 0), page.words("conclusion")) + 8
        emitted = block(page.told, Bars, "emitted")
        top = self._words(scroll, Box(box.left, top, room, 0), emitted.title)
        scroll.extent = self._councils(scroll, Box(box.left, top, room, max(0.0, box.bottom - top)), emitted) - box.top

    def _words(self, scroll: ScrollArea, box: Box, words: str) -> float:
        high = self.page.look.words_height(words, box.width, "body", True)
        scroll.add(Words(Box(box.left, box.top, box.width, high + 2), words, bold=True))
        return box.top + high + GAP

    def _saver(self, scroll: ScrollArea, box: Box, saver: Line) -> float:
        page = self.page
        row = Box(box.left, box.top, box.width, max(60.0, page.look.words_height(saver.title, box.width - 86, "body") + 22))
        drawn = lambda painter, at: _draw_saver(painter, at, saver)  # noqa: E731
        scroll.add(Card(row, saver.title, drawn, lambda: page.go(saver.press), name=saver.id))
        return row.bottom + GAP

    def _councils(self, scroll: ScrollArea, room: Box, emitted: Bars) -> float:
        """A bar for each council, in two columns where there are many; the rows share the room that is left."""
        page, look = self.page, self.page.look
        count = len(emitted.bars)
        columns = 2 if count > 2 and look.text_scale < WIDE_LETTERS else 1
        lines = -(-count // columns)
        high = max(2 * look.line_height("small") + 6, min(84.0, room.height / lines - 8))
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
