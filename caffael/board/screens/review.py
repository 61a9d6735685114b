"""The review of a year, as a board: a column for each council, a row for each thing that is judged, and the region's carbon above."""

from collections.abc import Callable

from caffael.board.game import Session
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.delivery import DeliveryScreen
from caffael.board.screens.review_cells import Row, cell_height, draw_cell, opens, region_notes, review_rows
from caffael.board.screens.year import YearScreen
from caffael.board.story.page import TellingScreen
from caffael.board.widgets import Card, ScrollArea
from caffael.presentation.blocks import Choice, Open, Sheet
from caffael.presentation.screens import ScreenId, stories_of
from caffael.presentation.sheets.figure import figure_sheet
from caffael.presentation.story import Story
from caffael.presentation.table.region import carbon_marks, carbon_share, carbon_words
from caffael.presentation.year.chapters import Kind, Tally, chapters_of
from caffael.rules.happened import Happening
from caffael.words.looks import team_ink

GAP = 12.0
ROW_TIME = 0.5


class ReviewScreen(TellingScreen):
    """The review of the first year that an action brought to its end. After it comes the next year's opening, and what follows that."""

    id = ScreenId.REVIEW
    help_page = "year"
    picture = "chart"

    def __init__(self, session: Session, story: Story) -> None:
        super().__init__(session)
        self.story = story
        self.chapters = chapters_of(story.happenings, story.before.year)
        self.place = next((at for at, chapter in enumerate(self.chapters) if chapter.kind is Kind.REVIEW), len(self.chapters))
        self.tally = Tally(story.before)
        for chapter in self.chapters[: self.place + 1]:
            for happened in chapter.happenings:
                self.tally.take(happened)
        self.happenings = [] if self.place == len(self.chapters) else self.chapters[self.place].happenings
        self.shown_rows = 0

    def title(self) -> str:
        """The heading."""
        year = self.chapters[self.place].year if self.place < len(self.chapters) else self.story.before.year
        return self.session.text("What year {year} came to", year=year)

    # Telling

    def begin(self) -> None:
        """Show one row after the other."""
        self.tree.ring(ROW_TIME, self._next)

    def _next(self) -> None:
        self.shown_rows += 1
        if self.shown_rows >= len(self.rows):
            self.finish()
        else:
            self.redraw()
            self.tree.ring(ROW_TIME, self._next)

    def hurry(self) -> None:
        """Show all rows at once."""
        self.finish()

    def leave(self) -> None:
        """Go on to the next year's opening, if there is one."""
        opening = next((at for at in range(self.place, len(self.chapters)) if self.chapters[at].kind is Kind.OPENING), None)
        if opening is None:
            self.session.go_on()
            return
        rest = [happened for chapter in self.chapters[opening + 1 :] for happened in chapter.happenings]
        session, story = self.session, self.story
        if not any(happened.kind in (Happening.YEAR_OPENED, Happening.ENDED_GAME) for happened in rest):
            session.replace(YearScreen(session, story, opening))
            return
        # Nobody could decide anything in the year that opened, so it went by at once.
        later = Story(story.seat, story.action, tuple(rest), None, session.viewer_at(story.seat).state)

        def after() -> None:
            session.replace(DeliveryScreen(session, later) if ScreenId.DELIVERY in stories_of(rest) else ReviewScreen(session, later))

        session.replace(YearScreen(session, story, opening, after))

    # Showing

    @property
    def rows(self) -> list[Row]:
        """What is judged, row by row."""
        return self._rows

    def body(self, box: Box) -> None:
        """Put the region's carbon above, and the board of councils below."""
        session, look, root = self.session, self.look, self.tree.root
        self._rows = review_rows(session, self.happenings, self.tally)
        top = float(box.top)
        if session.game.cards.settings.carbon == 1:
            self._notes = region_notes(session, self.happenings)
            high = (
                34
                + look.line_height("lead")
                + 40
                + look.line_height("small")
                + sum(look.words_height(words, box.width - 110, "body") + 8 for words in self._notes)
            )
            root.add(
                Card(Box(box.left, top, box.width, high), carbon_words(session.viewer, self.tally.region), self._draw_region, rises=False)
            )
            top += high + GAP
        seats = range(session.game.state.seats)
        first = min(300.0 * min(1.3, look.text_scale), box.width * 0.2)
        wide = (box.width - first - GAP * len(seats)) / len(seats)
        head = look.line_height("lead") + 26
        area = root.add(ScrollArea(Box(box.left, top, box.width, box.bottom - top), name="board"))
        area.bleed = 10.0
        for seat in seats:
            where = Box(box.left + first + GAP + seat * (wide + GAP), top, wide, head)
            area.add(Card(where, session.viewer.council(seat), _HeadDrawing(self, seat), rises=False))
        at = top + head + 8
        for place, row in enumerate(self.rows):
            high = max(
                [cell_height(look, cell, wide) for cell in row.cells] + [look.words_height(row.title, first - 90, "body", bold=True) + 28]
            )
            area.add(
                Card(
                    Box(box.left, at, box.width, high),
                    row.title,
                    _RowDrawing(self, place, row, first, wide),
                    rises=False,
                    said=". ".join(c.words for c in row.cells),
                )
            )
            for seat in seats:
                where = Box(box.left + first + GAP + seat * (wide + GAP), at, wide, high)
                label = f"{row.title}, {session.viewer.council(seat)}"
                press = self._explains(place, seat) if opens(session, row, seat) else None
                name = f"cell.{row.key}.{seat}"
                area.add(Card(where, label, _nothing, press, rises=False, said=row.cells[seat].figure, radius="radius_small", name=name))
            at += high + 10
        area.extent = at - top

    def _explains(self, place: int, seat: int) -> Callable[[], None]:
        return lambda: self.explain(place, seat)

    def explain(self, place: int, seat: int) -> None:
        """Say what made a council's figure in a row, once all rows lie open."""
        if self.told:
            self.press(Open("figure", (place, seat)))
        else:
            self.hurry()

    def sheet(self, name: str, *about: int) -> Sheet | Choice:
        """What a sheet says; that of a figure is about a row and a seat."""
        if name != "figure":
            return super().sheet(name, *about)
        row, seat = self.rows[about[0]], about[1]
        year = self.chapters[self.place].year if self.place < len(self.chapters) else self.story.before.year
        figure = row.cells[seat].figure
        title = f"{row.title}: {figure}" if figure else row.title
        return figure_sheet(self.viewer, row.key, title, row.picture, seat, year, sum(self.tally.goals[seat]))

    def _draw_region(self, painter: Painter, box: Box) -> None:
        session, look = self.session, painter.look
        painter.card(box)
        used = self.tally.region
        share = carbon_share(session.viewer, used)
        left, width = box.left + 28, box.width - 56
        top = box.top + 14
        painter.icon("carbon", (left + 18, top + look.line_height("lead") / 2), 36, "criterion.carbon")
        painter.words(
            carbon_words(session.viewer, used), (left + 48, top), "lead", "bad" if share > 1 else "ink", bold=True, width=width - 48
        )
        top += look.line_height("lead") + 8
        bar = Box(left, top, width - 70, 26)
        painter.rect(bar, "track_empty", 13, "line", 1.5)
        ink = "track_low" if share < 0.5 else ("track_middle" if share < 0.8 else "track_high")
        if share > 0:
            painter.rect(Box(bar.left, bar.top, max(26.0, bar.width * min(1.0, share)), 26), ink, 13)
        for mark in carbon_marks(session.viewer, used):
            at = bar.left + bar.width * mark.share
            painter.rect(Box(at - 2, bar.top - 5, 4, 36), "bad" if mark.passed else "ink_soft", 2)
            painter.words(
                mark.words, (at, bar.bottom + 8), "small", "bad" if mark.passed else "ink_soft", bold=mark.passed, anchor="midtop"
            )
        top = bar.bottom + 12 + look.line_height("small")
        for words in self._notes:
            high = look.words_height(words, box.width - 110, "body")
            painter.icon("climate", (left + 18, top + look.line_height("body") / 2), 32, "bad")
            painter.paragraph(words, Box(left + 48, top, box.width - 110, high + 2), "body", bold=True)
            top += high + 8


def _nothing(painter: Painter, box: Box) -> None:
    """A cell's figure is drawn with its row."""


class _HeadDrawing:
    """The head of a council's column."""

    def __init__(self, page: ReviewScreen, seat: int) -> None:
        self.page, self.seat = page, seat

    def __call__(self, painter: Painter, box: Box) -> None:
        painter.rect(box, team_ink(self.seat), "radius_small")
        painter.words(
            self.page.session.viewer.council(self.seat), box.center, "lead", "ink_light", bold=True, anchor="center", width=box.width - 20
        )


class _RowDrawing:
    """A row of the board."""

    def __init__(self, page: ReviewScreen, place: int, row: Row, first: float, wide: float) -> None:
        self.page, self.place, self.row, self.first, self.wide = page, place, row, first, wide

    def __call__(self, painter: Painter, box: Box) -> None:
        painter.rect(Box(box.left, box.top, self.first, box.height), "paper_sunk", "radius_small")
        painter.icon(self.row.picture, (box.left + 36, box.centery), 40, "ink_soft")
        painter.paragraph(self.row.title, Box(box.left + 68, box.top, self.first - 78, box.height), "body", bold=True, middle=True)
        told = self.page.told or self.place < self.page.shown_rows
        for seat, cell in enumerate(self.row.cells):
            where = Box(box.left + self.first + GAP + seat * (self.wide + GAP), box.top, self.wide, box.height)
            if told:
                draw_cell(painter, where, cell)
            else:
                painter.rect(where, "paper_warm", "radius_small", "line", 1.5)
                painter.words("…", where.center, "lead", "line_strong", anchor="center")
