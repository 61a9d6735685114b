"""Whose turn it is: opens what people have to answer, and lets computer teams play at a pace that can be followed."""

from typing import TYPE_CHECKING

from caffael.board.screens import bids, manage, pickers, year
from caffael.board.screens.table.faces import team_names
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import NONE, Phase
from caffael.sentences import happened_text

if TYPE_CHECKING:
    from caffael.board.screens.table.screen import TableScreen

PACE = 0.7
"""Seconds between two actions of computer teams."""
YOU = "you"
DRAFTING = (Phase.ROUTE, Phase.WEIGHTS, Phase.SUPPLIER, Phase.PARTNER)


class Turns:
    """The turns of one table."""

    def __init__(self, table: "TableScreen") -> None:
        self.table = table
        self._last_people = NONE
        self._opened = False

    @property
    def shown_seat(self) -> int:
        """Whose council is shown large."""
        match = self.table.session.game
        decider = match.state.decider
        if match.seats[decider].player == YOU:
            self._last_people = decider
        if self._last_people == NONE or match.seats[self._last_people].player != YOU:
            self._last_people = next((seat for seat in range(match.state.seats) if match.seats[seat].player == YOU), NONE)
        return decider if self._last_people == NONE else self._last_people

    @property
    def thinking(self) -> bool:
        """Whether a computer team is about to play."""
        return self.table.tree.waiting

    def go_on(self) -> None:
        """Do what has to be done before people press something: tell the opening, ask, manage, or let a computer team play."""
        table = self.table
        session = table.session
        match = session.game
        if session.app.screen is not table or table.tree.dialogs:
            return
        table.tree.hush()
        if match.finished:
            session.show_debrief()
        elif not match.history and not self._opened and not session.settings.instant:
            self._opened = True
            self._tell_opening()
        elif match.bot_to_move() is not None:
            table.tree.ring(0.0 if session.settings.instant else PACE, self.play_bot)
        elif match.state.phase == Phase.MANAGE:
            session.push(manage.ManageScreen(session))
        elif match.state.phase == Phase.ANSWER:
            table.open(lambda: pickers.answer_sheet(table))
        elif match.state.phase in DRAFTING:
            while match.can_undo_slip():
                match.undo()
            if match.state.phase in DRAFTING:
                table.write_tender(None, None)
            else:
                table.rebuild()

    def _tell_opening(self) -> None:
        session = self.table.session
        session.push(year.YearScreen.of_opening(session))

    def play(self, action: int) -> None:
        """Play an action of people, and go on."""
        table = self.table
        table.news = ""
        happenings = table.session.play(action)
        self._settle()
        if any(happened.kind == Happening.ENGAGED for happened in happenings) and not table.session.settings.instant:
            table.open(lambda: pickers.engaged_sheet(table, happenings))

    def play_bot(self) -> None:
        """Play what the computer team decides, and go on."""
        table = self.table
        match = table.session.game
        if match.bot_to_move() is None or table.session.app.screen is not table:
            return
        seat = match.state.decider
        happenings = table.session.play(match.bot_action())
        news = self._news(happenings)
        if news:
            table.news, table.news_seat = news, seat
        self._leave_bids(happenings)
        self._settle()

    def _leave_bids(self, happenings: list[Happened]) -> None:
        """Computer teams' assessments go by; everybody can read them later at the contract. People's own are told."""
        session = self.table.session
        concerned = [happened.seat for happened in happenings if happened.kind in (Happening.TENDER, Happening.AWARDED)]
        if any(session.game.seats[seat].player == YOU for seat in concerned):
            return
        if isinstance(session.app.screen, bids.BidsScreen) and not session.settings.instant:
            session.app.animator.finish()
            session.go_on()

    def hurry(self) -> None:
        """Let the computer team play at once."""
        if self.thinking:
            self.table.tree.ring_now()
            self.table.redraw()

    def step_forward(self) -> None:
        """Play again what was taken back."""
        match = self.table.session.game
        if match.can_redo():
            match.redo()
            while match.can_redo() and match.can_undo_slip():
                match.redo()
            self.table.close_all()
            self._settle()
        else:
            self.table.session.app.say(self.table.session.text("Nothing was taken back."))

    def _settle(self) -> None:
        table = self.table
        if table.session.app.screen is table:
            table.rebuild()
            self.go_on()

    def _news(self, happenings: list[Happened]) -> str:
        """What the computer team did, in the one sentence that says most."""
        session = self.table.session
        teams = team_names(session)
        wanted = (
            Happening.AWARDED,
            Happening.FAILED,
            Happening.JOINT_ASKED,
            Happening.PROJECT,
            Happening.TRAINED,
            Happening.ENGAGED,
            Happening.JOINT_REFUSED,
            Happening.MANAGED,
            Happening.PASSED,
        )
        for kind in wanted:
            for happened in happenings:
                if happened.kind == kind:
                    return happened_text(session.language, session.pack, teams, happened) or ""
        return ""
