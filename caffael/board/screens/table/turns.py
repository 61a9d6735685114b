"""Whose turn it is: opens what people have to answer, and lets computer teams play at a pace that can be followed."""

from caffael.board.screens import manage
from caffael.board.screens.table.host import TableHost
from caffael.board.sounds import sound_of
from caffael.board.thinking import Thought
from caffael.bots import ponder
from caffael.presentation.press import Open
from caffael.presentation.screens import ScreenId
from caffael.presentation.shown_game import STAND_IN
from caffael.presentation.table.region import telling_words
from caffael.rules.actions import OPEN
from caffael.rules.happened import Happening
from caffael.rules.terms import WRITING, Phase

PACES = {"calm": 1.8, "quick": 0.7, "at once": 0.0}
"""Seconds between two actions of computer teams."""
DOTS = 0.4
"""Seconds from one dot of a computer team that thinks to the next."""


class Turns:
    """The turns of one table."""

    def __init__(self, table: TableHost) -> None:
        self.table = table
        self.dot = 0  # of those that say that a computer team thinks, the one that is full
        self._thought: Thought | None = None
        self._asked: tuple[object, ...] = ()
        self._due = 0.0

    @property
    def thinking(self) -> bool:
        """Whether a computer team is about to play."""
        return self.table.tree.waiting

    def go_on(self) -> None:
        """Do what has to be done before people press something: tell the opening, ask, manage, or let a computer team play."""
        table = self.table
        session = table.session
        match = session.game
        if not table.is_seen or table.tree.dialogs:
            return
        table.tree.hush()
        if session.playback is not None:
            return
        if session.telling is not None:
            session.tell()
        elif match.finished:
            session.show_debrief()
        elif session.bot_now() is not None:
            self._ask_bot()
        elif session.left_to_device():
            return
        elif session.writer() not in ((), session.handed):
            session.show(ScreenId.HANDOVER)
        elif match.state.phase == Phase.MANAGE:
            session.push(manage.ManageScreen(session))
        elif match.state.phase == Phase.ANSWER:
            table.press(Open("answer"))
        elif match.state.phase in WRITING:
            if session.drop_draft():
                table.rebuild()
            else:
                table.write_tender()

    def play(self, action: int) -> None:
        """Play an action of people, and go on."""
        table = self.table
        table.news, table.engaged = "", None
        at = len(table.session.game.history)
        seat = table.session.game.state.decider if action == OPEN else table.viewer.seat  # whoever is at the front opens an envelope
        happenings = table.session.play(action, seat)
        self.settle()
        if any(happened.kind == Happening.ENGAGED for happened in happenings) and not table.session.settings.instant:
            table.note_engaged(at)

    # Computer teams

    def _ask_bot(self) -> None:
        """Let the computer team think, and play after a pause that can be followed."""
        session, tree = self.table.session, self.table.tree
        match, name = session.game, session.bot_now()
        if session.settings.instant:
            tree.ring(0.0, self.play_bot)
            return
        asked = (match, len(match.history), match.state.decider, name)
        if asked != self._asked or self._thought is None:
            self.drop_thought()
            self._asked = asked
            self._thought = session.bots.ask(match.question(name or ""))
            self._due = session.app.now() + (0.0 if session.skipping else PACES[session.settings.bot_pace])
        tree.ring(DOTS, self._wait)

    def _wait(self) -> None:
        """Play once it is thought out and the pause is over; until then the dots go on."""
        table, thought = self.table, self._thought
        now = table.session.app.now()
        if thought is not None and thought.ready and now >= self._due:
            self.play_bot()
            return
        if not table.session.app.animator.still:
            self.dot = (self.dot + 1) % 3
            table.redraw()
        table.tree.ring(DOTS if thought is None or not thought.ready else max(0.0, min(DOTS, self._due - now)), self._wait)

    def thought_out(self) -> None:
        """Take note that the computer team has decided."""
        if self.thinking and self._thought is not None and self._thought.ready:
            self.table.tree.ring(max(0.0, self._due - self.table.session.app.now()), self._wait)

    def drop_thought(self) -> None:
        """Look no more at what is being thought."""
        if self._thought is not None:
            self._thought.dropped = True
        self._thought, self._asked = None, ()

    def _bot_action(self) -> int:
        """What the computer team decides. When its thinking failed, that is written down and the usual bot decides in its place."""
        session = self.table.session
        match, thought, name = session.game, self._thought, session.bot_now() or ""
        fits = self._asked == (match, len(match.history), match.state.decider, name)
        self._thought, self._asked = None, ()
        if thought is None or not fits:
            return match.bot_action(name)
        if thought.action is not None:
            return thought.action
        if thought.fault is not None:
            session.note_fault(thought.fault)
        policy, match.policy = match.policy, ponder
        try:
            return match.bot_action(STAND_IN)
        finally:
            match.policy = policy

    def play_bot(self) -> None:
        """Play what the computer team decides, and go on."""
        table = self.table
        session = table.session
        match = session.game
        if session.bot_now() is None or not table.is_seen:
            return
        seat = match.state.decider
        happenings = session.play(self._bot_action(), seat)
        news = telling_words(session.viewer, happenings)
        if news:
            table.news, table.news_seat = news, seat
        if any(happened.kind == Happening.TENDER for happened in happenings) and not session.page_tells:
            session.hear(sound_of(ScreenId.BIDS, happenings))
        self.settle()

    def hurry(self) -> None:
        """Let the computer team play at once, or as soon as it has decided."""
        if self.thinking:
            self._due = 0.0
            self.table.tree.ring_now()
            self.table.redraw()

    def step_forward(self) -> None:
        """Play again what was taken back."""
        session = self.table.session
        if session.redo(whole=True):
            self.table.close_all()
            self.settle()
        else:
            session.app.say(session.text("Nothing was taken back."))

    def settle(self) -> None:
        """Lay the table anew after something was played, and go on."""
        table = self.table
        if table.is_seen:
            table.rebuild()
            self.go_on()
