"""The opening of a year: grants and days, who came and who left, new needs, and the event turned over."""

from collections.abc import Callable

from caffael.board.animation import ease_out
from caffael.board.drawings import draw_need, need_height
from caffael.board.game import Session
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.lines import draw_line, line_height
from caffael.board.story.page import TellingScreen
from caffael.board.widgets import Card, ScrollArea
from caffael.presentation.blocks import Line
from caffael.presentation.cards import need_face
from caffael.presentation.screens import ScreenId
from caffael.presentation.sheets.events import event_lines
from caffael.presentation.story import Story
from caffael.presentation.year.chapters import Kind, chapters_of
from caffael.rules.happened import Happening
from caffael.rules.records import Event, Happened, State
from caffael.words.looks import KIND_IDS, team_ink

GAP = 16.0
MIDDLE = 660.0
TURN = 0.9
STEPS = 24
"""A card turns over in so many pictures, so that few have to be drawn."""


class YearScreen(TellingScreen):
    """What the new year brings. `place` is the chapter of the story that it tells; after it the story goes on."""

    id = ScreenId.YEAR
    help_page = "year"
    picture = "year"

    def __init__(self, session: Session, story: Story, place: int, after: Callable[[], None] | None = None) -> None:
        super().__init__(session)
        self.story = story
        self.chapter = chapters_of(story.happenings, story.before.year)[place]
        self.after = after
        self.share = 1.0 if self.told else 0.0

    @classmethod
    def of_opening(cls, session: Session) -> "YearScreen":
        """The opening of the game's first year."""
        story = Story(0, 0, tuple(session.game.opening), None, State())
        chapters = chapters_of(story.happenings, 0)
        place = next(at for at, chapter in enumerate(chapters) if chapter.kind is Kind.OPENING)
        return cls(session, story, place, session.pop)

    def title(self) -> str:
        """The heading."""
        return self.session.text("Year {year} begins", year=self.chapter.year)

    def line(self) -> str:
        """Who is first to buy."""
        first = next((happened.b for happened in self.chapter.happenings if happened.kind == Happening.YEAR_OPENED), 0)
        return self.session.text("First to buy: {team}", team=self.session.game.seats[first].team)

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

    def leave(self) -> None:
        """Go on with the story, or to the table."""
        if self.after is not None:
            self.after()
        else:
            self.session.go_on()

    def _of(self, *kinds: Happening) -> list[Happened]:
        return [happened for happened in self.chapter.happenings if happened.kind in kinds]

    def body(self, box: Box) -> None:
        """Put the events in the middle, the councils at the left, the market at the right. What this game has not leaves its room."""
        sides = (box.width - MIDDLE - 2 * GAP) / 2
        events = self.session.game.cards.settings.events == 1 or self._of(Happening.EVENT, Happening.CLIMATE_EVENT)
        market = self._of(Happening.SUPPLIER_LEFT, Happening.SUPPLIER_CAME)
        right = box.right - (sides + GAP if market else 0)
        left = box.left + sides if events else right
        self._add_councils(Box(box.left, box.top, left - box.left, box.height), 1 if events else 2)
        if events:
            self._add_events(Box(left + GAP, box.top, right - left - GAP, box.height))
        if market:
            self._add_market(Box(box.right - sides, box.top, sides, box.height))

    # The councils

    def _add_councils(self, box: Box, columns: int) -> None:
        session, look = self.session, self.look
        area = self.tree.root.add(ScrollArea(box, name="councils"))
        area.bleed = 10.0
        wide = (box.width - GAP * (columns - 1)) / columns
        tops = [float(box.top) + 4] * columns
        for place, grant in enumerate(self._of(Happening.GRANT)):
            seat = grant.seat
            days = next((h.a for h in self._of(Happening.DAYS) if h.seat == seat), 0)
            needs = [h.a for h in self._of(Happening.NEED_DRAWN, Happening.NEED_BACK) if h.seat == seat]
            compact = len(self._of(Happening.GRANT)) > 2 * columns
            rows = [need_face(session.viewer, need) for need in needs]
            line = look.line_height("small")
            heights = [line + 6 if compact else need_height(look, wide - 54, face) + 8 for face in rows]
            high = 24 + look.line_height("body") + line + 8 + sum(heights) + 10
            left = box.left + place % columns * (wide + GAP)
            area.add(
                Card(
                    Box(left + 4, tops[place % columns], wide - 8, high),
                    session.viewer.council(seat),
                    _CouncilDrawing(self, grant, days, needs, compact),
                    rises=False,
                )
            )
            tops[place % columns] += high + 12
        area.extent = max(tops) - box.top

    # The events

    def _add_events(self, box: Box) -> None:
        session = self.session
        events = [(h.a, False) for h in self._of(Happening.EVENT)] + [(h.a, True) for h in self._of(Happening.CLIMATE_EVENT)]
        if not events:
            self.tree.root.add(Card(box, session.text("There is no event in this game."), self._draw_no_event, rises=False))
            return
        area = self.tree.root.add(ScrollArea(box, name="events"))
        if not self.told:
            self.tree.enliven([area])
        area.bleed = 14.0
        top = float(box.top) + 4
        room = box.height - 8 if len(events) == 1 else 0.0
        for event, climate in events:
            card = session.game.cards.climate[event] if climate else session.game.cards.events[event]
            words = session.pack.climate(event) if climate else session.pack.event(event)
            code = session.language.code
            drawing = _EventDrawing(self, words.title(code), words.story(code), card, climate, len(events) > 1)
            high = min(drawing.height(box.width - 8), 2000.0)
            if room:
                high = max(high, min(room, 640.0))
            area.add(Card(Box(box.left + 4, top, box.width - 8, high), words.title(code), drawing, rises=False, said=words.story(code)))
            top += high + GAP
        area.extent = top - box.top

    def _draw_no_event(self, painter: Painter, box: Box) -> None:
        painter.card(box)
        painter.paragraph(
            self.session.text("There is no event in this game."), box.inflate(-60, -60), "lead", "ink_soft", align="centre", middle=True
        )

    # The market

    def _add_market(self, box: Box) -> None:
        session, look = self.session, self.look
        left = [h.a for h in self._of(Happening.SUPPLIER_LEFT)]
        came = [h.a for h in self._of(Happening.SUPPLIER_CAME)]
        area = self.tree.root.add(ScrollArea(box, name="market"))
        area.bleed = 10.0
        top = float(box.top) + 4
        head = look.line_height("body") + 30
        for title, suppliers, picture in (
            (session.text("They have come to the market"), came, "arrow-right"),
            (session.text("They have left the market"), left, "arrow-left"),
        ):
            if not suppliers:
                continue
            lines = [self._supplier_line(supplier) for supplier in suppliers]
            heights = [line_height(look, line, box.width - 40) for line in lines]
            high = head + sum(heights) + 6 * len(lines) + 8
            area.add(
                Card(Box(box.left + 4, top, box.width - 8, high), title, _MarketDrawing(title, picture, lines, heights, head), rises=False)
            )
            top += high + 12
        area.extent = top - box.top

    def _supplier_line(self, supplier: int) -> Line:
        session = self.session
        card = session.game.cards.suppliers[supplier]
        code = session.language.code
        categories = [session.pack.category(i).title(code) for i in range(session.game.cards.categories) if card.categories[i] == 1]
        return Line(session.pack.supplier(supplier).title(code), "", ", ".join(categories), KIND_IDS[card.kind], "ink_soft")


class _CouncilDrawing:
    """A council's grant, days and new needs."""

    def __init__(self, page: YearScreen, grant: Happened, days: int, needs: list[int], compact: bool) -> None:
        self.page, self.grant, self.days, self.needs, self.compact = page, grant, days, needs, compact

    def __call__(self, painter: Painter, box: Box) -> None:
        session, look = self.page.session, painter.look
        seat = self.grant.seat
        painter.card(box, edge=team_ink(seat))
        left, width = box.left + 26, box.width - 42
        top = box.top + 10
        painter.words(session.viewer.council(seat), (left, top), "body", team_ink(seat), bold=True, width=width)
        top += look.line_height("body") + 2
        money = session.language.signed_money(self.grant.a + self.grant.b)
        words = session.plural("{money} · {n} officer day", "{money} · {n} officer days", self.days, money=money)
        painter.words(words, (left, top), "small", "ink", width=width)
        top += look.line_height("small") + 8
        for need in self.needs:
            face = need_face(session.viewer, need)
            if self.compact:
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

    def __init__(self, page: YearScreen, title: str, story: str, event: Event, climate: bool, compact: bool) -> None:
        self.page, self.title, self.story, self.climate, self.compact = page, title, story, climate, compact
        self.lines = event_lines(page.session.viewer, event)
        session = page.session
        self.kind = session.text("Climate event") if climate else session.text("Event of the year")

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
        ink = "bad" if self.climate else "accent"
        if share < 0.5:
            wide = max(0.05, 1 - ease_out(share * 2))
            back = Box(box.centerx - box.width * wide / 2, box.top, box.width * wide, box.height)
            painter.rect(back, ink, "radius_large", "paper", 8)
            if wide > 0.4:
                painter.icon("climate" if self.climate else "event", back.center, 150 * wide, "paper")
            return
        if share < 0.98:
            wide = max(0.05, ease_out((share - 0.5) * 2))
            painter.rect(Box(box.centerx - box.width * wide / 2, box.top, box.width * wide, box.height), "paper", "radius_large", "line", 2)
            return
        self._draw_face(painter, box, ink)

    def _draw_face(self, painter: Painter, box: Box, ink: str) -> None:
        look = painter.look
        painter.shadow(box, "radius_large", 20, 90)
        painter.card(box, "paper", "radius_large", ink, "top", 14)
        left, inside = box.left + 36, box.width - 72
        if self.compact:
            self._draw_lines(painter, Box(left, self._draw_compact_head(painter, box, ink), inside, box.height))
            return
        top = box.top + 36
        painter.circle((box.centerx, top + 58), 62, "bad_pale" if self.climate else "gold_pale")
        painter.icon("climate" if self.climate else "event", (box.centerx, top + 58), 84, ink)
        top += 130
        painter.words(self.kind, (box.centerx, top), "small", "ink_soft", anchor="midtop", width=inside)
        top += look.line_height("small")
        high = look.words_height(self.title, inside, "title", bold=True)
        painter.paragraph(self.title, Box(left, top, inside, high + 2), "title", bold=True, align="centre")
        top += high + 4
        high = look.words_height(self.story, inside, "lead")
        painter.paragraph(self.story, Box(left, top, inside, high + 2), "lead", "ink_soft", align="centre")
        self._draw_lines(painter, Box(left, top + high + 22, inside, box.height))

    def _draw_compact_head(self, painter: Painter, box: Box, ink: str) -> float:
        look = painter.look
        left, inside = box.left + 36, box.width - 72
        painter.circle((left + 38, box.top + 66), 40, "bad_pale" if self.climate else "gold_pale")
        painter.icon("climate" if self.climate else "event", (left + 38, box.top + 66), 56, ink)
        top = box.top + 26
        painter.words(self.kind, (left + 96, top), "tiny", "ink_soft", width=inside - 96)
        top += look.line_height("tiny")
        high = look.words_height(self.title, inside - 96, "heading", bold=True)
        painter.paragraph(self.title, Box(left + 96, top, inside - 96, high + 2), "heading", bold=True)
        top = max(top + high + 4, box.top + 126)
        high = look.words_height(self.story, inside, "body")
        painter.paragraph(self.story, Box(left, top, inside, high + 2), "body", "ink_soft")
        return top + high + 14

    def _draw_lines(self, painter: Painter, box: Box) -> None:
        top = box.top
        for line in self.lines:
            high = line_height(painter.look, line, box.width)
            draw_line(painter, Box(box.left, top, box.width, high), line)
            top += high + 8


class _MarketDrawing:
    """The suppliers that came, or those that left."""

    def __init__(self, title: str, picture: str, lines: list[Line], heights: list[float], head: float) -> None:
        self.title, self.picture, self.lines, self.heights, self.head = title, picture, lines, heights, head

    def __call__(self, painter: Painter, box: Box) -> None:
        painter.card(box)
        middle = box.top + self.head / 2
        painter.icon(self.picture, (box.left + 34, middle), 32, "ink_soft")
        painter.words(self.title, (box.left + 60, middle), "body", bold=True, anchor="midleft", width=box.width - 76)
        top = box.top + self.head
        for line, high in zip(self.lines, self.heights, strict=True):
            draw_line(painter, Box(box.left + 16, top, box.width - 32, high), line)
            top += high + 6
