"""The page that tells a delivery: contract by contract, those of people to be read; at the end all of them, which holds once."""

from functools import partial

from caffael.board.animation import between, even
from caffael.board.drawings.flower import draw_goal_flower
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.screens.delivery.stage import GAP as STRIP_GAP
from caffael.board.screens.delivery.stage import draw_stage, draw_strip, strip_columns
from caffael.board.screens.lines import draw_line, line_height
from caffael.board.screens.panels import split
from caffael.board.screens.sheet import pressing
from caffael.board.session import Session
from caffael.board.story.page import TellingScreen
from caffael.board.widgets import Button, Card, ScrollArea
from caffael.presentation.blocks import Checked, Choice, Group, Line, Page, Sheet, Text, block
from caffael.presentation.cards import petals
from caffael.presentation.plain import SCHOOL
from caffael.presentation.screens import ScreenId
from caffael.presentation.sheets.check import check_sheet, checks_sheet
from caffael.presentation.story import Story
from caffael.presentation.year.checks import Check
from caffael.presentation.year.delivery import contracts_told, council_then, delivery_of, delivery_page
from caffael.rules.records import Happened
from caffael.words.looks import team_ink

TURN = 0.85
"""Seconds to tell one contract."""
REST = 0.3
LONG_REST = 0.9
"""Seconds for which a contract of a computer team is seen once it is told, and one whose check was missed."""
READING = 2.4
LONG_READING = 4.5
"""The same for contracts of people, who want to read them."""
MOST = 15.0
"""Seconds for which people's contracts are read in all, while they are told one by one."""
ALOUD = 0.45
"""Seconds that a word takes where children read it aloud: in the school edition each of their contracts stands so long."""
LEAVING = 4.0
"""Seconds after which the page goes by itself where no contract of people was told."""
AGAIN = 0.5
"""Seconds after which it is asked again whether a sheet that lies over the page is gone."""
PANEL = 460.0
STAGE, LARGE = 0.75, 1.2
"""The share of a tall board that the stage takes, with the council under it; from this text scale on it takes all."""
FACT = 455.0
"""How wide a line of what is worth knowing wants to be."""
GAP = 16.0


class DeliveryScreen(TellingScreen):
    """The delivery of one year. At its end it holds until somebody goes on, if it concerns people; an open sheet stops it meanwhile.

    It is the first one of a story from the chapter `first` on.
    """

    id = ScreenId.DELIVERY
    help_page = "year"

    def __init__(self, session: Session, story: Story, first: int = 0) -> None:
        super().__init__(session)
        self.delivery = delivery_of(session.viewer, story, first)
        self.tally = self.delivery.begins
        self.at = 0
        self.share = 0.0
        self._levels = [[float(level) for level in row] for row in self.tally.goals]
        if self.told:
            self._tell_all()

    @property
    def checks(self) -> list[Check]:
        """The contracts in the order in which they are checked."""
        return self.delivery.checks

    def told_page(self) -> Page:
        """What is told, in the language of the board."""
        return delivery_page(self.session.viewer, self.delivery)

    @property
    def shown_checks(self) -> list[Checked]:
        """What the page says of the checks."""
        return [one for one in block(self.page, Group, "checks").blocks if isinstance(one, Checked)]

    @property
    def concerns_people(self) -> bool:
        """Whether a contract of people is told."""
        return any(self.session.viewer.people(check.seat) for check in self.checks)

    @property
    def reads_why(self) -> bool:
        """Whether a missed check of people lies there, so that it can be asked what it was made of."""
        check = self.checks[self.at] if self.at < len(self.checks) else None
        return check is not None and self.share >= 1 and not check.reached and self.session.viewer.people(check.seat)

    # Telling

    def begin(self) -> None:
        """Begin with the first contract."""
        self._turn()

    def _turn(self) -> None:
        self.share = 0.0
        self._levels = [[float(level) for level in row] for row in self.tally.goals]
        self.app.move(TURN, self._step, self._turned, ease=even)

    def _step(self, share: float) -> None:
        self.share = share
        self.redraw()

    def _turned(self) -> None:
        check = self.checks[self.at]
        self._take(check.happenings)
        self.session.hear("delivered" if check.reached else "missed")
        self.tree.ring(self._rest(check), self._next)
        if self.reads_why:
            self.rebuild()
        self.redraw()

    def _rest(self, check: Check) -> float:
        """For how many seconds a contract is seen once it is told; where people have many, all of them stand at the end to be read."""
        school = self.session.language.edition == SCHOOL
        if not self.session.viewer.people(check.seat):
            return REST if check.reached and not school else LONG_REST
        if school:
            return max(READING if check.reached else LONG_READING, ALOUD * len(self.shown_checks[self.at].words.split()))
        own = sum(self.session.viewer.people(one.seat) for one in self.checks)
        return max(REST, min(1.0, MOST / (own * READING)) * (READING if check.reached else LONG_READING))

    def _next(self) -> None:
        if self.tree.dialogs:
            self.tree.ring(AGAIN, self._next)
            return
        asked = self.reads_why
        self.at += 1
        self.share = 0.0
        if asked:
            self.rebuild()
        if self.at >= len(self.checks):
            self.finish()
        else:
            self._turn()

    def _take(self, happenings: list[Happened]) -> None:
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
            elif self.share >= 1:
                self.at += 1
            self._tell_all()
        super().finish()
        self._go_by_itself()

    def _go_by_itself(self) -> None:
        """What concerns computer teams alone is left without a press."""
        if not self.concerns_people and self.session.playback is None:
            self.tree.ring(LEAVING, self._leave_unless_read)

    def _leave_unless_read(self) -> None:
        if self.tree.dialogs or self.app.screen is not self:
            self.tree.ring(AGAIN, self._leave_unless_read)
        else:
            self.leave()

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
        """While a missed check of people lies there, a button beside the others says what it was made of."""
        super().build()
        if self.told or not self.reads_why:
            return
        why = self.shown_checks[self.at].why
        wide, high = Button.natural(self.look, why.words, why.picture)
        small = self.look.text_scale > 1.3  # the heading needs the room
        wide = high if small else wide
        press = partial(self.press, why.press)
        box = Box(0, 0, wide, high)
        self.put_beside(Button(box, why.words, press, style=why.style, picture=why.picture, icon_only=small, name=why.id))

    def body(self, box: Box) -> None:
        """Put the council beside the stage, or below it where the board is higher than wide, and all councils at the foot; at the end a
        list of what is worth knowing.
        """
        root, look = self.tree.root, self.look
        rows = -(-len(self.session.viewer.seats) // strip_columns(look, len(self.session.viewer.seats)))
        high = rows * (96.0 + look.line_height("small") + 24 + STRIP_GAP) - STRIP_GAP
        strip = Box(box.left, box.bottom - high, box.width, high)
        upper = Box(box.left, box.top, box.width, box.height - high - GAP)
        root.add(Card(strip, block(self.page, Group, "contracts").title, self._draw_strip, rises=False))
        if self.told:
            self._add_summary(upper)
            return
        panel, stage = split(look, upper, min(PANEL, upper.width * 0.3), upper.height * STAGE, GAP)
        if look.tall:
            panel, stage = stage, panel
        if look.tall and look.text_scale > LARGE:
            stage = upper
        else:
            root.add(Card(panel, "", self._draw_council, rises=False))
        root.add(Card(stage, block(self.page, Group, "checks").title, self._draw_stage, rises=False))

    def _draw_strip(self, painter: Painter, box: Box) -> None:
        told = self.at + (1 if not self.told and self.share >= 1 else 0)
        now = -1 if self.told else self.at
        lines = [line for line in contracts_told(self.session.viewer, self.checks, told).blocks if isinstance(line, Line)]
        checks = self.shown_checks
        key = ("strip", told, now, tuple(lines), tuple((check.id, check.reached) for check in checks))
        painter.cached(key, box, lambda inner, where: draw_strip(inner, where, lines, checks, told, now))

    def _draw_stage(self, painter: Painter, box: Box) -> None:
        if self.at < len(self.checks):
            draw_stage(painter, box, self.shown_checks[self.at], self.share)

    def _draw_council(self, painter: Painter, box: Box) -> None:
        if self.at >= len(self.checks):
            return
        viewer, look, seat = self.session.viewer, painter.look, self.checks[self.at].seat
        council = council_then(viewer, seat, self.tally)
        team, *rest = council.blocks
        painter.card(box, edge=team_ink(seat), edge_side="top", edge_width=12)
        left, width = box.left + 24, box.width - 48
        top = box.top + 26
        painter.words(council.title, (left, top), "heading", team_ink(seat), bold=True, width=width)
        top += look.line_height("heading")
        if isinstance(team, Text):
            painter.words(team.words, (left, top), "small", "ink_soft", width=width)
        top += look.line_height("small") + 6
        hidden = next((one for one in rest if isinstance(one, Text)), None)
        if hidden is not None:
            painter.icon("lock", (box.centerx, box.centery - 30), 90, "line_strong")
            where = Box(left, box.centery + 30, width, box.bottom - box.centery - 50)
            painter.paragraph(hidden.words, where, "body", "ink_soft", align="centre")
            return
        flower = None
        if box.width > box.height * 1.4:  # the flower beside the words
            flower = Box(box.centerx, box.top + 20, box.width / 2 - 20, box.height - 30)
            width = box.centerx - left - 20
        foot = 2 * look.line_height("tiny") + 2 * look.line_height("heading") + 26
        now = self.tally.goals[seat]
        share = min(1.0, max(0.0, (self.share - 0.5) * 2))
        levels = [round(between(old, new, share), 1) for old, new in zip(self._levels[seat], now, strict=True)]
        draw_goal_flower(painter, flower or Box(left, top, width, box.bottom - top - foot), petals(viewer, levels), "lead")
        beside = flower is not None and top > box.bottom - foot + 4  # a low panel has no room for one under the other
        top = top if beside else box.bottom - foot + 4
        for line in (one for one in rest if isinstance(one, Line)):
            painter.words(line.title, (left, top), "tiny", "ink_soft", width=width / 2 - 8 if beside else width)
            under = (left, top + look.line_height("tiny") - 4)
            painter.words(line.value, under, "heading", line.value_ink, bold=True, width=width / 2 - 8 if beside else width)
            if beside:
                left += width / 2
            else:
                top += look.line_height("tiny") + look.line_height("heading") + 4

    def _add_summary(self, box: Box) -> None:
        rows = [line for line in block(self.page, Group, "summary").blocks if isinstance(line, Line)]
        columns = self.look.columns(box.width, FACT, 2, GAP)
        width = (box.width - GAP * (columns - 1)) / columns
        heights = [line_height(self.look, row, width) for row in rows]
        pairs = [heights[first : first + columns] for first in range(0, len(heights), columns)]
        area = ScrollArea(box, sum(max(pair) + 10 for pair in pairs), name="summary")
        area.bleed = 6.0
        top = float(box.top)
        for place, pair in enumerate(pairs):
            for column in range(len(pair)):
                row = rows[columns * place + column]
                where = Box(box.left + column * (width + GAP), top, width, max(pair))
                press = pressing(self, row.press)
                draw = partial(draw_line, line=row, raised=True)
                area.add(Card(where, row.title, draw, press, rises=press is not None, said=row.words))
            top += max(pair) + 10
        self.tree.root.add(area)
