"""The page that tells a delivery: contract by contract, quickly, with a pause where something went wrong."""

from typing import TYPE_CHECKING

from caffael.board.animation import between, even
from caffael.board.drawings import draw_goal_flower
from caffael.board.game import Session
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.delivery.stage import draw_stage
from caffael.board.screens.delivery.strip import draw_strip
from caffael.board.screens.lines import LineDrawing, line_height
from caffael.board.screens.sheet import pressing
from caffael.board.story.page import TOP, TellingScreen
from caffael.board.widgets import Button, Card, ScrollArea
from caffael.presentation.blocks import Choice, Line, Open, Sheet
from caffael.presentation.cards import petals
from caffael.presentation.screens import ScreenId
from caffael.presentation.sheets.check import check_sheet, checks_sheet
from caffael.presentation.story import Story
from caffael.presentation.year.chapters import Kind, Tally, chapters_of
from caffael.presentation.year.checks import Check, gather
from caffael.rules.happened import Happening
from caffael.rules.terms import Management
from caffael.words.looks import team_ink
from caffael.words.sentences import detail_text, happened_text

if TYPE_CHECKING:
    from caffael.rules.records import Happened

TURN = 0.85
"""Seconds to tell one contract."""
REST = 0.5
LONG_REST = 1.8
PANEL = 460.0
GAP = 16.0
YOU = "you"


class DeliveryScreen(TellingScreen):
    """The delivery of one year. A missed check of people's council waits until somebody goes on."""

    id = ScreenId.DELIVERY
    help_page = "year"
    picture = "seal"

    def __init__(self, session: Session, story: Story) -> None:
        super().__init__(session)
        self.story = story
        chapters = chapters_of(story.happenings, story.before.year)
        place = next(at for at, chapter in enumerate(chapters) if chapter.kind is Kind.DELIVERY)
        self.chapter = chapters[place]
        earlier = [happened for chapter in chapters[:place] for happened in chapter.happenings]
        self.delivery = gather(
            self.chapter.happenings, earlier, story.before, session.game.cards.settings.management == Management.AUTOMATIC
        )
        self.tally = Tally(story.before)
        for happened in earlier:
            self.tally.take(happened)
        self.at = 0
        self.share = 0.0
        self.paused = False
        self._levels = [[float(level) for level in row] for row in self.tally.goals]
        if self.told:
            self._tell_all()

    @property
    def checks(self) -> list[Check]:
        """The contracts in the order in which they are checked."""
        return self.delivery.checks

    def title(self) -> str:
        """The heading."""
        return self.session.text("What was delivered in year {year}", year=self.chapter.year)

    def line(self) -> str:
        """How a check works."""
        return self.session.text("A check is reached when the card and the bonuses come to the number that is needed.")

    # Telling

    def begin(self) -> None:
        """Begin with the first contract."""
        self._turn()

    def _turn(self) -> None:
        self.share = 0.0
        self.paused = False
        self._levels = [[float(level) for level in row] for row in self.tally.goals]
        self.app.move(TURN, self._step, self._turned, ease=even)

    def _step(self, share: float) -> None:
        self.share = share
        self.redraw()

    def _turned(self) -> None:
        check = self.checks[self.at]
        self._take(check.happenings)
        self.session.hear("missed" if check.went_wrong else "delivered")
        if check.went_wrong and self.session.game.seats[check.seat].player == YOU:
            self.paused = True
            self.rebuild()
        else:
            self.tree.ring(LONG_REST if check.went_wrong else REST, self._next)
        self.redraw()

    def _next(self) -> None:
        if self.paused:
            self.paused = False
            self.rebuild()
        self.at += 1
        if self.at >= len(self.checks):
            self.finish()
        else:
            self._turn()

    def _take(self, happenings: "list[Happened]") -> None:
        for happened in happenings:
            self.tally.take(happened)

    def hurry(self) -> None:
        """Turn the card at once, or go to the next contract."""
        if self.app.animator.busy:
            self.app.animator.finish()
        else:
            self.tree.hush()
            self._next()

    def finish(self) -> None:
        """Tell all that is left at once."""
        if not self.told:
            self.tree.hush()
            if self.app.animator.busy:
                self.app.animator.finish()
                self.tree.hush()
                self.at += 1
            elif self.paused or self.share >= 1:
                self.at += 1
            self._tell_all()
        super().finish()

    def _tell_all(self) -> None:
        for check in self.checks[self.at :]:
            self._take(check.happenings)
        self._take(self.delivery.besides)
        self.at = len(self.checks)
        self.share = 0.0

    # Where numbers come from

    def sheet(self, name: str, *about: int) -> Sheet | Choice:
        """What a sheet says; those of checks are about the delivery that is told."""
        if name == "checks":
            return checks_sheet(self.viewer, self.checks)
        if name == "check":
            return check_sheet(self.viewer, self.checks[about[0]])
        return super().sheet(name, *about)

    # Showing

    def build(self) -> None:
        """While a missed check of people waits, a button beside the others says what it was made of."""
        super().build()
        if not self.paused or self.at >= len(self.checks):
            return
        words = self.session.text("Why?")
        wide, high = Button.natural(self.look, words, "help")
        small = self.look.text_scale > 1.3  # the heading needs the room
        wide = high if small else wide
        at = Box(self.head_right - wide, TOP + 4, wide, high)
        self.tree.root.add(
            Button(at, words, self.presses(Open("check", (self.at,))), style="plain", picture="help", icon_only=small, name="why")
        )
        self.head_right = at.left - 20

    def body(self, box: Box) -> None:
        """Put the council at the left, the stage in the middle, all councils below; at the end a list of what is worth knowing."""
        root = self.tree.root
        high = 96.0 + self.look.line_height("small") + 24
        strip = Box(box.left, box.bottom - high, box.width, high)
        upper = Box(box.left, box.top, box.width, box.height - high - GAP)
        root.add(Card(strip, self.session.text("The contracts of all councils"), self._draw_strip, rises=False))
        if self.told:
            self._add_summary(upper)
            return
        root.add(Card(Box(upper.left, upper.top, PANEL, upper.height), "", self._draw_council, rises=False))
        stage = Box(upper.left + PANEL + GAP, upper.top, upper.width - PANEL - GAP, upper.height)
        root.add(Card(stage, self.session.text("The contract that is checked now"), self._draw_stage, rises=False))

    def _draw_strip(self, painter: Painter, box: Box) -> None:
        told = self.at + (1 if not self.told and self.share >= 1 else 0)
        now = -1 if self.told else self.at
        key = ("strip", self.session.language.code, told, now, tuple((check.seat, check.need, check.reached) for check in self.checks))
        painter.cached(key, box, lambda inner, where: draw_strip(inner, where, self.session, self.checks, told, now))

    def _draw_stage(self, painter: Painter, box: Box) -> None:
        if self.at < len(self.checks):
            draw_stage(painter, box, self.session, self.checks[self.at], self.share)

    def _draw_council(self, painter: Painter, box: Box) -> None:
        if self.at >= len(self.checks):
            return
        session, look = self.session, painter.look
        seat = self.checks[self.at].seat
        painter.card(box, edge=team_ink(seat), edge_side="top", edge_width=12)
        left, width = box.left + 24, box.width - 48
        top = box.top + 26
        painter.words(session.viewer.council(seat), (left, top), "heading", team_ink(seat), bold=True, width=width)
        top += look.line_height("heading")
        painter.words(session.game.seats[seat].team, (left, top), "small", "ink_soft", width=width)
        top += look.line_height("small") + 6
        if session.lesson.scores_hidden:
            painter.icon("lock", (box.centerx, box.centery - 30), 90, "line_strong")
            words = session.text("What this team has is hidden until the game is over.")
            painter.paragraph(words, Box(left, box.centery + 30, width, box.bottom - box.centery - 50), "body", "ink_soft", align="centre")
            return
        foot = 2 * look.line_height("tiny") + 2 * look.line_height("heading") + 26
        now = self.tally.goals[seat]
        share = min(1.0, max(0.0, (self.share - 0.5) * 2))
        levels = [round(between(old, new, share), 1) for old, new in zip(self._levels[seat], now, strict=True)]
        draw_goal_flower(painter, Box(left, top, width, box.bottom - top - foot), petals(session.viewer, levels), "lead")
        top = box.bottom - foot + 4
        for words, value, ink in (
            (session.text("Budget"), session.language.money(self.tally.budget[seat]), "bad" if self.tally.budget[seat] < 0 else "ink"),
            (session.text("Carbon this year"), session.language.carbon(self.tally.carbon[seat]), "ink"),
        ):
            painter.words(words, (left, top), "tiny", "ink_soft", width=width)
            painter.words(value, (left, top + look.line_height("tiny") - 4), "heading", ink, bold=True, width=width)
            top += look.line_height("tiny") + look.line_height("heading") + 4

    def _add_summary(self, box: Box) -> None:
        rows = self._summary()
        width = (box.width - GAP) / 2
        heights = [line_height(self.look, row, width) for row in rows]
        pairs = [heights[first : first + 2] for first in range(0, len(heights), 2)]
        area = ScrollArea(box, sum(max(pair) + 10 for pair in pairs), name="summary")
        area.bleed = 6.0
        top = float(box.top)
        for place, pair in enumerate(pairs):
            for column in range(len(pair)):
                row = rows[2 * place + column]
                where = Box(box.left + column * (width + GAP), top, width, max(pair))
                area.add(
                    Card(
                        where,
                        row.title,
                        LineDrawing(row, raised=True),
                        pressing(self, row.press),
                        rises=row.press is not None,
                        said=row.words,
                    )
                )
            top += max(pair) + 10
        self.tree.root.add(area)

    def _summary(self) -> list[Line]:
        """What is worth knowing at the end: how much was reached, what was missed, ended or met, and each council's Welsh-language duty."""
        session = self.session
        teams = [seat.team for seat in session.game.seats]
        reached = sum(check.reached for check in self.checks)
        rows = [
            Line(
                session.text("Delivered: {n} of {most}", n=reached, most=len(self.checks)),
                picture="check" if reached == len(self.checks) else "seal",
                ink="good",
                press=Open("checks"),
            )
        ]
        whole = sum(check.promised for check in self.checks if check.reached)
        came = sum(check.came for check in self.checks if check.reached)
        if whole:
            choice = session.game.cards.settings.management == Management.CHOICE
            words = session.text("A promise is kept whole only where somebody manages the contract.") if choice else ""
            rows.append(
                Line(
                    session.text("Social value promised: {whole}. It came to {came}.", whole=whole, came=came),
                    "",
                    words,
                    "heart-hands",
                    "criterion.social",
                )
            )
        worth = (Happening.CHECK, Happening.ENDED, Happening.DELIVERED, Happening.INVESTED)
        for at, check in sorted(enumerate(self.checks), key=lambda one: one[1].reached):
            for happened in check.happenings:
                if happened.kind not in worth or (happened.kind == Happening.CHECK and happened.e == 1):
                    continue
                words = happened_text(session.language, session.pack, teams, happened) or ""
                good = happened.kind in (Happening.DELIVERED, Happening.INVESTED)
                rows.append(Line(words, picture="check" if good else "miss", ink="good" if good else "bad", press=Open("check", (at,))))
        for happened in self.delivery.besides:
            if happened.kind == Happening.GOAL:
                rows.append(
                    Line(
                        detail_text(session.language, session.pack, teams, happened),
                        picture="welsh",
                        ink="good" if happened.b > 0 else "bad",
                    )
                )
        return rows
