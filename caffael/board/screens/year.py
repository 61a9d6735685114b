"""The opening of a year: grants and days, who came and who left, new needs, and the event turned over."""

from collections.abc import Sequence
from functools import partial

from caffael.board.animation import ease_out
from caffael.board.drawings.cards import draw_need, need_height
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.lines import draw_line, line_height
from caffael.board.session import Session
from caffael.board.story.page import TellingScreen
from caffael.board.widgets import Card, ScrollArea, Widget
from caffael.presentation.blocks import Block, Group, Line, Page, Text
from caffael.presentation.faces import NeedFace
from caffael.presentation.screens import ScreenId
from caffael.presentation.story import Story
from caffael.presentation.year.opening import opening_of, year_page

GAP = 16.0
MIDDLE = 660.0
EVENT = 0.42
"""The share of a tall board that an event takes where it needs no more."""
SIDE_BY_SIDE = 380.0
"""How wide councils and market want to be side by side."""
TURN = 0.9
STEPS = 24
"""A card turns over in so many pictures, so that few have to be drawn."""


class YearScreen(TellingScreen):
    """What the new year brings: the first that a story opens from the chapter `first` on."""

    id = ScreenId.YEAR
    help_page = "year"

    def __init__(self, session: Session, story: Story, first: int = 0) -> None:
        super().__init__(session)
        self.chapter = opening_of(story, first)
        self.share = 1.0 if self.told else 0.0

    def told_page(self) -> Page:
        """What is told, in the language of the board."""
        return year_page(self.session.viewer, self.chapter)

    def begin(self) -> None:
        """Turn the event over."""
        self.app.move(TURN, self._step, self._turned)

    def _step(self, share: float) -> None:
        self.share = round(share * STEPS) / STEPS

    def _turned(self) -> None:
        self.told = True
        self.rebuild()

    def hurry(self) -> None:
        """Turn the event over at once."""
        self.app.animator.finish()

    def finish(self) -> None:
        """Turn the event over at once."""
        self.share = 1.0
        super().finish()

    def body(self, box: Box) -> None:
        """Put the events in the middle, the councils at the left, the market at the right. What this game has not leaves its room."""
        groups = {one.id: one for one in self.page.blocks if isinstance(one, Group)}
        none = next((one.words for one in self.page.blocks if isinstance(one, Text)), "")
        councils, events = _groups(groups["councils"]), _groups(groups["events"]) if "events" in groups else []
        market = [groups[name] for name in ("came", "left") if name in groups]
        if self.look.tall:
            self._stack(box, councils, events, none, market)
            return
        root = self.tree.root
        centre = min(MIDDLE, box.width * 0.36)
        sides = (box.width - centre - 2 * GAP) / 2
        right = box.right - (sides + GAP if market else 0)
        left = box.left + sides if none or events else right
        self._add_councils(root, Box(box.left, box.top, left - box.left, box.height), councils, 1 if left < right else 2)
        middle = Box(left + GAP, box.top, right - left - GAP, box.height)
        if none:
            root.add(Card(middle, none, partial(_draw_no_event, words=none), rises=False))
        elif events:
            self._add_events(root, middle, events)
        if market:
            self._add_market(root, Box(box.right - sides, box.top, sides, box.height), market)

    def _stack(self, box: Box, councils: Sequence[Group], events: Sequence[Group], none: str, market: Sequence[Group]) -> None:
        """The events over councils and market, which stand side by side where there is room; all of it scrolls."""
        page = self.tree.root.add(ScrollArea(box, name="page"))
        top = float(box.top)
        if none:
            page.add(Card(Box(box.left, top, box.width, box.height * 0.2), none, partial(_draw_no_event, words=none), rises=False))
            top += box.height * 0.2 + GAP
        elif events:
            top += _whole(self._add_events(page, Box(box.left, top, box.width, box.height * EVENT), events))
        two = bool(market) and self.look.columns(box.width, SIDE_BY_SIDE, 2, GAP) > 1
        wide = (box.width - GAP) / 2 if two else box.width
        columns = self.look.columns(wide, SIDE_BY_SIDE, 2, GAP)
        high = _whole(self._add_councils(page, Box(box.left, top, wide, box.height), councils, columns))
        if market:
            left = box.left + wide + GAP if two else box.left
            beside = _whole(self._add_market(page, Box(left, top + (0 if two else high), wide, box.height), market))
            high = max(high, beside) if two else high + beside
        page.extent = top + high - box.top

    # The councils

    def _add_councils(self, into: Widget, box: Box, councils: Sequence[Group], columns: int) -> ScrollArea:
        look = self.look
        area = into.add(ScrollArea(box, name="councils"))
        area.bleed = 10.0
        wide = (box.width - GAP * (columns - 1)) / columns
        tops = [float(box.top) + 4] * columns
        compact = len(councils) > 2 * columns
        for place, council in enumerate(councils):
            faces = [one for one in council.blocks if isinstance(one, NeedFace)]
            line = look.line_height("small")
            heights = [line + 6 if compact else need_height(look, wide - 54, face) + 8 for face in faces]
            said = sum(look.words_height(words, wide - 8 - 42, "small") for words in _words(council.blocks))
            high = 24 + look.line_height("body") + said + 8 + sum(heights) + 10
            left = box.left + place % columns * (wide + GAP)
            where = Box(left + 4, tops[place % columns], wide - 8, high)
            area.add(Card(where, council.title, partial(_draw_council, council=council, compact=compact), rises=False))
            tops[place % columns] += high + 12
        area.extent = max(tops) - box.top
        return area

    # The events

    def _add_events(self, into: Widget, box: Box, events: Sequence[Group]) -> ScrollArea:
        area = into.add(ScrollArea(box, name="events"))
        if not self.told:
            self.tree.enliven([area])
        area.bleed = 14.0
        top = float(box.top) + 4
        room = box.height - 8 if len(events) == 1 else 0.0
        for event in events:
            drawing = _EventDrawing(self, event, len(events) > 1)
            high = min(drawing.height(box.width - 8), 2000.0)
            if room:
                high = max(high, min(room, 640.0))
            area.add(Card(Box(box.left + 4, top, box.width - 8, high), event.title, drawing, rises=False, said=drawing.story))
            top += high + GAP
        area.extent = top - box.top
        return area

    # The market

    def _add_market(self, into: Widget, box: Box, sides: Sequence[Group]) -> ScrollArea:
        look = self.look
        area = into.add(ScrollArea(box, name="market"))
        area.bleed = 10.0
        top = float(box.top) + 4
        head = look.line_height("body") + 30
        for side in sides:
            high = head + sum(line_height(look, line, box.width - 40) + 6 for line in _lines(side.blocks)) + 8
            drawing = partial(_draw_market, side=side, head=head)
            area.add(Card(Box(box.left + 4, top, box.width - 8, high), side.title, drawing, rises=False))
            top += high + 12
        area.extent = top - box.top
        return area


def _whole(area: ScrollArea) -> float:
    """Make an area as high as what is in it, and give its height."""
    area.box.height = area.extent
    return area.extent


def _groups(group: Group) -> list[Group]:
    return [one for one in group.blocks if isinstance(one, Group)]


def _lines(blocks: Sequence[Block]) -> list[Line]:
    return [one for one in blocks if isinstance(one, Line)]


def _draw_lines(painter: Painter, box: Box, lines: Sequence[Line], gap: float) -> None:
    top = box.top
    for line in lines:
        high = line_height(painter.look, line, box.width)
        draw_line(painter, Box(box.left, top, box.width, high), line)
        top += high + gap


def _words(blocks: Sequence[Block]) -> list[str]:
    return [one.words for one in blocks if isinstance(one, Text)]


def _draw_no_event(painter: Painter, box: Box, words: str) -> None:
    """What stands where the event would be."""
    painter.card(box)
    painter.paragraph(words, box.inflate(-60, -60), "lead", "ink_soft", align="centre", middle=True)


def _draw_council(painter: Painter, box: Box, council: Group, compact: bool) -> None:
    """A council's grant, days and new needs."""
    look = painter.look
    painter.card(box, edge=council.ink)
    left, width = box.left + 26, box.width - 42
    top = box.top + 10
    painter.words(council.title, (left, top), "body", council.ink, bold=True, width=width)
    top += look.line_height("body") + 2
    for words in _words(council.blocks):
        top += painter.paragraph(words, Box(left, top, width, 400), "small", "ink")
    top += 8
    for face in (one for one in council.blocks if isinstance(one, NeedFace)):
        if compact:
            middle = top + look.line_height("small") / 2
            painter.icon(face.category, (left + 13, middle), 26, f"category.{face.category}")
            painter.words(face.title, (left + 36, middle), "small", "ink", anchor="midleft", width=width - 36)
            top += look.line_height("small") + 6
        else:
            high = need_height(look, width - 4, face)
            draw_need(painter, Box(left - 6, top, width + 4, high), face)
            top += high + 8


class _EventDrawing:
    """An event's card as it turns over, with what it does."""

    def __init__(self, page: YearScreen, event: Group, compact: bool) -> None:
        self.page, self.title, self.picture, self.compact = page, event.title, event.picture, compact
        self.ink, self.pale = event.ink, "bad_pale" if event.ink == "bad" else "gold_pale"
        self.kind, self.story = _words(event.blocks)
        self.lines = _lines(event.blocks)

    def height(self, width: float) -> float:
        """How high the card wants to be."""
        look, inside = self.page.look, width - 72
        lines = sum(line_height(look, line, inside) + 8 for line in self.lines)
        if self.compact:
            high = 30 + look.line_height("tiny") + look.words_height(self.title, inside - 96, "heading", bold=True)
            return max(high, 126.0) + look.words_height(self.story, inside, "body") + 14 + lines + 14
        high = 40 + 130 + look.line_height("small") + look.words_height(self.title, inside, "title", bold=True)
        high += look.words_height(self.story, inside, "lead") + 34
        return high + lines + 24

    def __call__(self, painter: Painter, box: Box) -> None:
        share = self.page.share
        if share < 0.5:
            wide = max(0.05, 1 - ease_out(share * 2))
            back = Box(box.centerx - box.width * wide / 2, box.top, box.width * wide, box.height)
            painter.rect(back, self.ink, "radius_large", "paper", 8)
            if wide > 0.4:
                painter.icon(self.picture, back.center, 150 * wide, "paper")
            return
        if share < 0.98:
            wide = max(0.05, ease_out((share - 0.5) * 2))
            painter.rect(Box(box.centerx - box.width * wide / 2, box.top, box.width * wide, box.height), "paper", "radius_large", "line", 2)
            return
        self._draw_face(painter, box)

    def _draw_face(self, painter: Painter, box: Box) -> None:
        look = painter.look
        painter.shadow(box, "radius_large", 20, 90)
        painter.card(box, "paper", "radius_large", self.ink, "top", 14)
        left, inside = box.left + 36, box.width - 72
        if self.compact:
            _draw_lines(painter, Box(left, self._draw_compact_head(painter, box), inside, box.height), self.lines, 8)
            return
        top = box.top + 36
        painter.circle((box.centerx, top + 58), 62, self.pale)
        painter.icon(self.picture, (box.centerx, top + 58), 84, self.ink)
        top += 130
        painter.words(self.kind, (box.centerx, top), "small", "ink_soft", anchor="midtop", width=inside)
        top += look.line_height("small")
        high = look.words_height(self.title, inside, "title", bold=True)
        painter.paragraph(self.title, Box(left, top, inside, high + 2), "title", bold=True, align="centre")
        top += high + 4
        high = look.words_height(self.story, inside, "lead")
        painter.paragraph(self.story, Box(left, top, inside, high + 2), "lead", "ink_soft", align="centre")
        _draw_lines(painter, Box(left, top + high + 22, inside, box.height), self.lines, 8)

    def _draw_compact_head(self, painter: Painter, box: Box) -> float:
        look = painter.look
        left, inside = box.left + 36, box.width - 72
        painter.circle((left + 38, box.top + 66), 40, self.pale)
        painter.icon(self.picture, (left + 38, box.top + 66), 56, self.ink)
        top = box.top + 26
        painter.words(self.kind, (left + 96, top), "tiny", "ink_soft", width=inside - 96)
        top += look.line_height("tiny")
        high = look.words_height(self.title, inside - 96, "heading", bold=True)
        painter.paragraph(self.title, Box(left + 96, top, inside - 96, high + 2), "heading", bold=True)
        top = max(top + high + 4, box.top + 126)
        high = look.words_height(self.story, inside, "body")
        painter.paragraph(self.story, Box(left, top, inside, high + 2), "body", "ink_soft")
        return top + high + 14


def _draw_market(painter: Painter, box: Box, side: Group, head: float) -> None:
    """The suppliers that came, or those that left."""
    painter.card(box)
    middle = box.top + head / 2
    painter.icon(side.picture, (box.left + 34, middle), 32, "ink_soft")
    painter.words(side.title, (box.left + 60, middle), "body", bold=True, anchor="midleft", width=box.width - 76)
    _draw_lines(painter, Box(box.left + 16, box.top + head, box.width - 32, box.height), _lines(side.blocks), 6)
