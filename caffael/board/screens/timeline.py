"""The whole game as a list of its decisions, year by year: touch one, and the table is seen as it lay before it."""

from functools import partial

from caffael.board.game import Session
from caffael.board.lesson.moments import Moment, moment_words
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.title_bar import Page
from caffael.board.widgets import Card, Choice, Option, ScrollArea, Words
from caffael.board.widgets.card import Drawer
from caffael.presentation.screens import ScreenId
from caffael.words.looks import team_ink

GAP = 10.0
MARK = 30.0


class TimelineScreen(Page):
    """The decisions of the game that is watched."""

    id = ScreenId.TIMELINE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        assert session.lesson.playback is not None
        self.watched = session.lesson.playback
        self.year = min(self.watched.year, self.years)
        self.team = -1

    @property
    def years(self) -> int:
        """How many years there is something of."""
        return max([moment.year for moment in self.watched.moments], default=1)

    def title(self) -> str:
        """What to do here."""
        return self.session.text("Choose a decision")

    def fill(self) -> None:
        """Place the years, the teams and the decisions of them."""
        session, look, body = self.session, self.look, self.body
        high = max(look.measure("target"), look.line_height("body") + 24)
        years = [Option(str(year), session.text("Year {year}", year=year)) for year in range(1, self.years + 1)]
        wide = min(body.width, sum(look.words_width(option.label, "body", True) + 60 for option in years))
        top = float(body.top)
        self.into.add(Choice(Box(body.left, top, wide, high), session.text("Year"), years, str(self.year), self._set_year, name="year"))
        teams = [Option("-1", session.text("All teams"))]
        teams += [Option(str(seat), one.team) for seat, one in enumerate(self.watched.shown.seats)]
        beside = body.width - wide - 24
        if beside < sum(look.words_width(option.label, "body", True) + 40 for option in teams):
            top, beside, wide = top + high + GAP, body.width, -24.0
        box = Box(body.left + wide + 24, top, beside, high)
        self.into.add(Choice(box, session.text("Team"), teams, str(self.team), self._set_team, name="team"))
        top += high + 14
        words = session.text("Touch a decision to see the table as it lay before it.")
        note = look.words_height(words, body.width, "body")
        self.into.add(Words(Box(body.left + 4, top, body.width, note + 2), words, ink="ink_soft"))
        top += note + 12
        self._list(Box(body.left, top, body.width, body.bottom - top))

    def _list(self, box: Box) -> None:
        look, watched = self.look, self.watched
        area = self.into.add(ScrollArea(box, label=self.session.text("Decisions"), name="decisions"))
        top = float(box.top) + 4
        here: Card | None = None
        rows = [(at, one) for at, one in enumerate(watched.moments) if one.year == self.year and self.team in (-1, one.seat)]
        for place, moment in rows:
            words = moment_words(self.session.language, watched.shown, moment)
            tall = max(look.measure("target"), look.words_height(words, box.width - 210, "body") + 24)
            card = Card(
                Box(box.left + 4, top, box.width - 30, tall),
                words,
                self._drawn(place, moment, words),
                partial(self._go, place),
                said=watched.shown.seats[moment.seat].team,
                name=f"decision {place}",
            )
            area.add(card)
            if place <= watched.place:
                here = card
            top += tall + GAP
        last = self.session.text("Where the game stands now") if watched.live is not None else self.session.text("The end of this game")
        if self.year == self.years:
            tall = max(look.measure("target"), look.line_height("body") + 24)
            end = Card(
                Box(box.left + 4, top, box.width - 30, tall),
                last,
                self._end(last),
                lambda: self._go(len(watched.moments)),
                name="decision last",
            )
            area.add(end)
            top += tall + GAP
            if watched.at_end:
                here = end
        area.extent = top - box.top
        if here is not None:
            area.scroll_to(here.box.top - box.top - box.height / 2)
            if self.tree.focused is None:
                self.tree.focus(here, quiet=True)

    def _drawn(self, place: int, moment: Moment, words: str) -> Drawer:
        def draw(painter: Painter, box: Box) -> None:
            now = place == self.watched.place
            painter.card(box, "gold_pale" if now else "paper", edge=team_ink(moment.seat), line="gold" if now else "line")
            number = str(place + 1)
            painter.words(number, (box.left + 70, box.centery), "body", "ink_soft", True, "midright")
            left = box.left + 96
            painter.paragraph(words, Box(left, box.top + 4, box.right - left - 60, box.height - 8), "body", bold=now, middle=True)
            if now:
                painter.icon("eye", (box.right - 36, box.centery), MARK, "ink")

        return draw

    def _end(self, words: str) -> Drawer:
        def draw(painter: Painter, box: Box) -> None:
            now = self.watched.at_end
            painter.card(box, "gold_pale" if now else "paper_warm", line="gold" if now else "line")
            painter.words(words, (box.left + 96, box.centery), "body", "ink", True, "midleft", box.width - 180)
            if now:
                painter.icon("eye", (box.right - 36, box.centery), MARK, "ink")

        return draw

    def _set_year(self, key: str) -> None:
        self.year = int(key)
        self.tree.focused = None
        self.rebuild()

    def _set_team(self, key: str) -> None:
        self.team = int(key)
        self.tree.focused = None
        self.rebuild()

    def _go(self, place: int) -> None:
        self.session.pop()
        self.watched.go_to(place)
