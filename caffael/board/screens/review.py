"""The review of a year, as a board: a column for each council, a row for each thing that is judged, and the region's carbon above."""

from collections.abc import Sequence
from functools import partial

from caffael.board.drawings.bars import draw_marked_bar, marks_height
from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.marks import add_marks
from caffael.board.session import Session
from caffael.board.story.page import TellingScreen
from caffael.board.widgets import Card, ScrollArea
from caffael.presentation.blocks import Choice, Group, Line, Page, Sheet, Text
from caffael.presentation.faces import Mark
from caffael.presentation.marks import carbon_marks
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.presentation.story import Story
from caffael.presentation.table.region import carbon_share
from caffael.presentation.viewer import Viewer
from caffael.presentation.year.review import ROWS, judged_sheet, review_of, review_page
from caffael.words.looks import team_ink

GAP = 12.0
ROW_TIME = 0.5
COUNCIL = 150.0
"""How wide a council's column wants to be; where all have no room side by side, they stand in blocks one below the other."""


class ReviewScreen(TellingScreen):
    """The review of the first year of a story, from a chapter on."""

    id = ScreenId.REVIEW
    help_page = "year"

    def __init__(self, session: Session, story: Story, first: int = 0) -> None:
        super().__init__(session)
        self.review = review_of(story, first)
        self.shown_rows = 0

    def told_page(self) -> Page:
        """What is told, in the language of the board."""
        return review_page(self.session.viewer, self.review)

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

    # Showing

    @property
    def rows(self) -> list[Group]:
        """What is judged, row by row."""
        return [one for one in self.page.blocks if isinstance(one, Group) and one.id in ROWS]

    def body(self, box: Box) -> None:
        """Put the region's carbon above, and the board of councils below."""
        viewer, look, root = self.session.viewer, self.look, self.tree.root
        top = float(box.top)
        region = next((one for one in self.page.blocks if isinstance(one, Group) and one.id == "region"), None)
        if region is not None:
            notes = [one.words for one in region.blocks if isinstance(one, Text)]
            high = 74 + look.line_height("lead") + look.line_height("small")
            high += sum(look.words_height(words, box.width - 110, "body") + 8 for words in notes)
            where = Box(box.left, top, box.width, high)
            drawn = partial(_draw_region, viewer=viewer, used=self.review.ends.region, title=region.title, notes=notes)
            root.add(Card(where, region.title, drawn, rises=False))
            bar, marks = _region_bar(look, where), carbon_marks(viewer, self.review.ends.region)
            add_marks(look, root, [(_mark_box(look, bar, mark), mark) for mark in marks], lambda mark: self.press(Open("carbon")))
            top += high + GAP
        self.first = min(300.0 * min(1.3, look.text_scale), box.width * (0.26 if look.tall else 0.2))
        count = len(viewer.seats)
        self.across = look.columns(box.width - self.first - GAP, COUNCIL, count, GAP)
        if self.across < count:  # as many in each block of columns
            self.across = -(-count // -(-count // self.across))
        self.wide = (box.width - self.first - GAP * self.across) / self.across
        area = root.add(ScrollArea(Box(box.left, top, box.width, box.bottom - top), name="board"))
        area.bleed = 10.0
        at = top
        for begin in range(0, count, self.across):
            at = self._add_block(area, Box(box.left, at, box.width, 0), range(begin, min(count, begin + self.across))) + GAP
        area.extent = at - GAP - top

    def _at(self, box: Box, column: int, high: float) -> Box:
        """Where a council's part of a row lies."""
        return Box(box.left + self.first + GAP + column * (self.wide + GAP), box.top, self.wide, high)

    def _add_block(self, area: ScrollArea, box: Box, seats: range) -> float:
        """The rows of as many councils as stand side by side; give where they end."""
        viewer, look = self.session.viewer, self.look
        head = look.line_height("lead") + 26
        for column, seat in enumerate(seats):
            drawn = partial(_draw_head, words=viewer.council(seat), seat=seat)
            area.add(Card(self._at(box, column, head), viewer.council(seat), drawn, rises=False))
        at = box.top + head + 8
        for place, row in enumerate(self.rows):
            cells = [one for one in row.blocks if isinstance(one, Line)][seats.start : seats.stop]
            least = look.words_height(row.title, self.first - 90, "body", bold=True) + 28
            high = max(least, *(cell_height(look, cell, self.wide) for cell in cells))
            line = Box(box.left, at, box.width, high)
            said = ". ".join(cell.words for cell in cells)
            area.add(Card(line, row.title, partial(self._draw_row, place=place, cells=cells), rises=False, said=said))
            for column, cell in enumerate(cells):
                press = partial(self.explain, cell) if cell.press is not None else None
                label, told = f"{row.title}, {cell.title}", " ".join(mark.told for mark in cell.marks)
                where = self._at(line, column, high)
                area.add(Card(where, label, _nothing, press, rises=False, said=cell.value, more=told, radius="radius_small", name=cell.id))
            at += high + 10
        return at

    def _draw_row(self, painter: Painter, box: Box, place: int, cells: Sequence[Line]) -> None:
        """A row of the board."""
        row, first = self.rows[place], self.first
        painter.rect(Box(box.left, box.top, first, box.height), "paper_sunk", "radius_small")
        painter.icon(row.picture, (box.left + 36, box.centery), 40, "ink_soft")
        painter.paragraph(row.title, Box(box.left + 68, box.top, first - 78, box.height), "body", bold=True, middle=True)
        for column, cell in enumerate(cells):
            where = self._at(box, column, box.height)
            if self.told or place < self.shown_rows:
                draw_cell(painter, where, cell)
            else:
                painter.rect(where, "paper_warm", "radius_small", "line", 1.5)
                painter.words("…", where.center, "lead", "line_strong", anchor="center")

    def explain(self, cell: Line) -> None:
        """Say what made a council's figure, once all rows lie open."""
        if not self.told:
            self.hurry()
        elif cell.press is not None:
            self.press(cell.press)

    def sheet(self, name: str, *about: int) -> Sheet | Choice:
        """What a sheet says; that of a figure is about a row and a seat."""
        if name != "figure":
            return super().sheet(name, *about)
        return judged_sheet(self.viewer, self.review, *about)


def _nothing(painter: Painter, box: Box) -> None:
    """A cell's figure is drawn with its row."""


def _region_bar(look: Look, box: Box) -> Box:
    """Where the bar of the region's carbon lies on its card."""
    return Box(box.left + 28, box.top + 22 + look.line_height("lead"), box.width - 126, 26)


def _mark_box(look: Look, bar: Box, mark: Mark) -> Box:
    """Where the words of a mark stand under the bar."""
    wide = look.words_width(mark.words, "small", bold=True) + 12
    return Box(bar.left + bar.width * mark.share - wide / 2, bar.bottom + 6, wide, look.line_height("small") + 4)


def _draw_region(painter: Painter, box: Box, viewer: Viewer, used: int, title: str, notes: Sequence[str]) -> None:
    """The region's carbon on its track, and what the region hears of marks that were reached."""
    look = painter.look
    painter.card(box)
    share = carbon_share(viewer, used)
    left, width = box.left + 28, box.width - 56
    top = box.top + 14
    painter.icon("carbon", (left + 18, top + look.line_height("lead") / 2), 36, "criterion.carbon")
    painter.words(title, (left + 48, top), "lead", "bad" if share > 1 else "ink", bold=True, width=width - 48)
    bar = _region_bar(look, box)
    painter.rect(bar, "track_empty", 13, "line", 1.5)
    ink = "track_low" if share < 0.5 else ("track_middle" if share < 0.8 else "track_high")
    if share > 0:
        painter.rect(Box(bar.left, bar.top, max(26.0, bar.width * min(1.0, share)), 26), ink, 13)
    for mark in carbon_marks(viewer, used):
        at = bar.left + bar.width * mark.share
        ink = "bad" if mark.passed else "ink_soft"
        painter.rect(Box(at - 2, bar.top - 5, 4, 36), ink, 2)
        painter.words(mark.words, _mark_box(look, bar, mark).center, "small", ink, bold=mark.passed, anchor="center")
    top = bar.bottom + 12 + look.line_height("small")
    for words in notes:
        high = look.words_height(words, box.width - 110, "body")
        painter.icon("climate", (left + 18, top + look.line_height("body") / 2), 32, "bad")
        painter.paragraph(words, Box(left + 48, top, box.width - 110, high + 2), "body", bold=True)
        top += high + 8


def _draw_head(painter: Painter, box: Box, words: str, seat: int) -> None:
    """The head of a council's column."""
    painter.rect(box, team_ink(seat), "radius_small")
    painter.paragraph(words, box.inflate(-20, -4), "lead", "ink_light", True, align="centre", middle=True, least="tiny", most_lines=2)


def cell_height(look: Look, cell: Line, width: float) -> float:
    """How high a cell wants to be."""
    inside = width - 28
    high = 20.0
    if cell.value:
        high += look.line_height("heading")
    if cell.share >= 0:
        high += 20 + marks_height(look, cell, inside)
    if cell.words:
        high += look.words_height(cell.words, inside, "small") + 4
    return high + _chips_height(look, cell, inside)


def _chips_height(look: Look, cell: Line, width: float) -> float:
    rows, left = 0, 0.0
    for chip in cell.chips:
        wide = chip_size(look, chip.words, chip.picture)[0]
        if rows == 0 or left + wide > width:
            rows, left = rows + 1, 0.0
        left += wide + 6
    return rows * (chip_size(look, "1", "pound")[1] + 5) + (4 if rows else 0)


def draw_cell(painter: Painter, box: Box, cell: Line) -> None:
    """Draw a council's part of a row: a figure, a bar, words below it, and chips; its ink says whether it is good news."""
    look = painter.look
    fill = {"good": "good_pale", "bad": "bad_pale"}.get(cell.value_ink, "paper")
    painter.rect(box, fill, "radius_small", "line", 1.5)
    left, inside = box.left + 14, box.width - 28
    top = box.top + 10
    if cell.value:
        ink = cell.value_ink if fill != "paper" else "ink"
        painter.words(cell.value, (left, top), "heading", ink, bold=True, width=inside)
        top += look.line_height("heading")
    if cell.share >= 0:
        bar = Box(left, top + 2, inside, 12)
        draw_marked_bar(painter, bar, cell)
        top += 20 + marks_height(look, cell, inside)
    if cell.words:
        high = look.words_height(cell.words, inside, "small")
        painter.paragraph(cell.words, Box(left, top, inside, high + 2), "small", "ink")
        top += high + 4
    _draw_chips(painter, Box(left, top + 2, inside, box.bottom - top), cell, fill == "paper")


def _draw_chips(painter: Painter, box: Box, cell: Line, plain: bool) -> None:
    left, top = box.left, box.top
    for chip in cell.chips:
        wide, high = chip_size(painter.look, chip.words, chip.picture)
        if left > box.left and left + wide > box.right:
            left, top = box.left, top + high + 5
        draw_chip(painter, (left, top), chip.words, chip.picture, ink=chip.ink, fill=chip.fill if plain else "ink_light")
        left += wide + 6
