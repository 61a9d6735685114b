"""The whole game as a list of its decisions, year by year: touch one, and the table is seen as it lay before it."""

from functools import partial

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.title_bar import Page
from caffael.board.session import Session
from caffael.board.widgets import Card, Choice, ScrollArea, Words
from caffael.presentation import blocks
from caffael.presentation.blocks import Group, Line
from caffael.presentation.press import Do, Press
from caffael.presentation.rows import OneOf, Option
from caffael.presentation.screens import ScreenId
from caffael.presentation.table.watching import timeline, years_of

GAP = 10.0
MARK = 30.0


class TimelineScreen(Page):
    """The decisions of the game that is watched."""

    id = ScreenId.TIMELINE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        assert session.playback is not None
        self.watched = session.playback
        self.year = min(self.watched.year, years_of(self.watched.watched))
        self.team: int | None = None

    def title(self) -> str:
        """What to do here."""
        return self.session.text("Choose a decision")

    def fill(self) -> None:
        """Place the years, the teams and the decisions of them."""
        look, body = self.look, self.body
        page = timeline(self.session.viewer, self.watched.watched, self.year, self.team)
        years, teams, decisions = (block for block in page.blocks if isinstance(block, Group))
        high = max(look.measure("target"), look.line_height("body") + 24)
        wide = min(body.width, self._natural(years, 60))
        top = float(body.top)
        self._choice(Box(body.left, top, wide, high), years, str(self.year))
        beside = body.width - wide - 24
        if beside < self._natural(teams, 40):
            top, beside, wide = top + high + GAP, body.width, -24.0
        self._choice(Box(body.left + wide + 24, top, beside, high), teams, "-1" if self.team is None else str(self.team))
        top += high + 14
        note = look.words_height(page.line, body.width, "body")
        self.into.add(Words(Box(body.left + 4, top, body.width, note + 2), page.line, ink="ink_soft"))
        top += note + 12
        self._list(Box(body.left, top, body.width, body.bottom - top), decisions)

    def _natural(self, group: Group, air: float) -> float:
        return sum(self.look.words_width(one.words, "body", True) + air for one in group.blocks if isinstance(one, blocks.Button))

    def _choice(self, box: Box, group: Group, chosen: str) -> None:
        buttons = {one.id: one for one in group.blocks if isinstance(one, blocks.Button)}
        row = OneOf(group.id, group.title, tuple(Option(key, one.words) for key, one in buttons.items()), chosen)
        self.into.add(Choice(box, row, lambda key: self._choose(group.id, buttons[key].press)))

    def _list(self, box: Box, decisions: Group) -> None:
        look = self.look
        area = self.into.add(ScrollArea(box, label=decisions.title, name=decisions.id))
        top = float(box.top) + 4
        here: Card | None = None
        for line in decisions.blocks:
            assert isinstance(line, Line) and isinstance(line.press, Do)
            place = line.press.about[0]
            last = place == len(self.watched.moments)
            inner = look.line_height("body") if last else look.words_height(line.title, box.width - 210, "body")
            where = Box(box.left + 4, top, box.width - 30, max(look.measure("target"), inner + 24))
            drawn = partial(_draw, line=line, number="" if last else str(place + 1))
            card = area.add(Card(where, line.title, drawn, partial(self._go, place), said=line.value, name=line.id))
            top += where.height + GAP
            if place <= self.watched.place:
                here = card
        area.extent = top - box.top
        if here is not None:
            area.scroll_to(here.box.top - box.top - box.height / 2)
            if self.tree.focused is None:
                self.tree.focus(here, quiet=True)

    def _choose(self, what: str, press: Press) -> None:
        assert isinstance(press, Do)
        if what == "year":
            self.year = press.about[0]
        else:
            self.team = press.about[0] if press.about else None
        self.tree.focused = None
        self.rebuild()

    def _go(self, place: int) -> None:
        self.session.pop()
        self.watched.go_to(place)


def _draw(painter: Painter, box: Box, *, line: Line, number: str) -> None:
    """Draw a decision with its number and in its team's colour; without a number it is where the list ends."""
    now, left = bool(line.picture), box.left + 96
    painter.card(
        box,
        "gold_pale" if now else ("paper" if number else "paper_warm"),
        edge=line.ink if number else None,
        line="gold" if now else "line",
    )
    if number:
        painter.words(number, (box.left + 70, box.centery), "body", "ink_soft", True, "midright")
        painter.paragraph(line.title, Box(left, box.top + 4, box.right - left - 60, box.height - 8), "body", bold=now, middle=True)
    else:
        painter.words(line.title, (left, box.centery), "body", "ink", True, "midleft", box.width - 180)
    if now:
        painter.icon(line.picture, (box.right - 36, box.centery), MARK, "ink")
