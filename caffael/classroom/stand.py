"""The table as the devices are shown it: numbered, kept for a while, and held back while the big screen still tells what was decided."""

from collections import OrderedDict
from dataclasses import replace

from caffael.classroom.room_view import Opening
from caffael.classroom.table import Table
from caffael.match import Match, Turn
from caffael.presentation.viewer import Viewer, look
from caffael.rules import actions
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import State
from caffael.rules.terms import NONE, WRITING, Phase
from caffael.rules.view import view
from caffael.words.language import Code

KEPT = 64
"""How many tables are kept, to say what has changed since a page was made."""


class Stand:
    """What lies on the table for the devices. `at` is its number: it grows with every change, also with a step back or another game."""

    def __init__(self, table: Table, first: int = 1) -> None:
        self.table = table
        self.at = first
        self.match = table.match
        self.state = State()
        self.turns: list[Turn] = []
        self._moves = -1
        self._kept: OrderedDict[int, State] = OrderedDict()
        self._viewers: dict[tuple[int, Code], Viewer] = {}
        self._hid = table.scores_hidden
        self._turned_up = -1
        if self.match is not None:
            self._take(self.match)

    @property
    def held(self) -> bool:
        """Whether the game has moved, and the devices still see the table of before."""
        return self.match is not None and self.table.match is self.match and self.match.moves != self._moves

    @property
    def kept_turns(self) -> int:
        """How many of the turns that the devices know still count."""
        match = self.table.match
        if match is None or match is not self.match:
            return 0
        both = min(len(self.turns), len(match.history))
        while both and match.history[both - 1] is not self.turns[both - 1]:
            both -= 1
        return both

    @property
    def unseen(self) -> list[Turn]:
        """What was played that the devices don't know yet, oldest first."""
        match = self.table.match
        return match.history[self.kept_turns :] if match is not None and match is self.match else []

    @property
    def opening(self) -> Opening | None:
        """The tender that the big screen opens while the devices wait; one that nobody or one alone bids for leaves nothing to guess."""
        if self.match is not None and self.match.moves == self._turned_up:
            return None
        for turn in reversed(self.unseen if self.held else []):
            if turn.table is not None and turn.table.count > 1:
                rows = turn.table.bidders[: turn.table.count]
                return Opening(*tender_in(turn), tuple(row.supplier for row in rows))
        return None

    def turn_up(self) -> None:
        """The bids of the tender that is being opened lie open now, so nobody says any more who will win."""
        if self.match is not None:
            self._turned_up = self.match.moves

    def catch_up(self) -> bool:
        """Show the table as it is now, unless the big screen comes first. Returns whether it is another one than before."""
        match, hid = self.table.match, self.table.scores_hidden
        if match is self.match and hid == self._hid and (match is None or match.moves == self._moves):
            return False
        if match is not None and match is self.match and not self.table.answerable():
            return False
        self.at += 1
        self._hid = hid
        if match is not self.match:
            self._kept.clear()
        self.match = match
        self._viewers.clear()
        if match is not None:
            self._take(match)
        return True

    def _take(self, match: Match) -> None:
        state = State()
        copy_into(state, match.state)
        self.state, self.turns, self._moves = state, list(match.history), match.moves
        self._kept[self.at] = state
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def state_at(self, at: int) -> State | None:
        """The table that had a number; None when it is not kept any more."""
        return self._kept.get(at)

    def viewer(self, seat: int | None, code: Code) -> Viewer | None:
        """A pair of eyes at a seat, or of somebody who sees only what lies face up; None without a game.

        They see the table that the devices are shown, also where the game has moved already and the big screen still tells it.
        """
        match = self.match
        if match is None:
            return None
        key = (NONE if seat is None else seat, code)
        if key not in self._viewers:
            over, decider, seen = self.state.phase == Phase.END, self.state.decider, State()
            deciding = decider if not over and match.people(decider) else None
            language = self.table.language_for(code)
            viewer = look(match, language, key[0], deciding=deciding, watching=seat is None)
            view(self.state, key[0], seen)
            hidden = self.table.scores_hidden and not over
            viewer = replace(viewer, state=seen, history=tuple(self.turns), scores_hidden=hidden)
            self._viewers[key] = replace(viewer, history=known_turns(viewer))
        return self._viewers[key]


def known_turns(viewer: Viewer) -> tuple[Turn, ...]:
    """The turns that a viewer may know: without what others have written of a tender, in an envelope or at the big screen just now.

    What was written is told by what happened when it was published or opened.
    """
    if viewer.cards.settings.sealed == 1:
        return tuple(turn for turn in viewer.history if turn.seat == viewer.seat or turn.happenings or not is_written(turn.action))
    last = len(viewer.history)
    if viewer.state.phase in WRITING and viewer.state.decider != viewer.seat:
        while last and is_written(viewer.history[last - 1].action) and not viewer.history[last - 1].happenings:
            last -= 1
    return viewer.history[:last]


def is_written(action: int) -> bool:
    """Whether an action writes of a tender, or lays down or takes back an envelope."""
    tender = actions.ROUTE <= action < actions.ENGAGE or actions.JOINT_TENDER <= action < actions.MANAGE
    return tender or actions.SUPPLIER <= action <= actions.TAKE_BACK


def tender_in(turn: Turn) -> tuple[int, int]:
    """Whose tender a turn published, and for which need. It must have published one."""
    row = next(row for row in turn.happenings if row.kind == Happening.TENDER)
    return row.seat, row.a
