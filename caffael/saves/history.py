"""A game on the table with all that led to it: actions are tried, accepted and taken back."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from caffael.rules.actions import LEGAL
from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.deal import lay_table
from caffael.rules.happened import Happening, forget
from caffael.rules.records import Deal, Happened, Score, State, Table, Told
from caffael.rules.scoring import fill_score
from caffael.rules.step import begin, step_for
from caffael.rules.terms import Phase

SNAPSHOT_EVERY = 40
"""A copy of the table is kept before each action of this number."""


class Turn(NamedTuple):
    """An action that was played, what it made happen, the year in which it was played, and the table of bids if it assessed a tender."""

    seat: int
    action: int
    happenings: list[Happened]
    year: int
    table: Table | None = None


class History:
    """The history of one game. `state` and `told` stay the same objects from the first action to the last.

    `snapshot_every`: after how many actions a copy of the table is kept, from which taking back begins.
    """

    def __init__(self, cards: Cards, deal: Deal, council_cards: list[int], snapshot_every: int = SNAPSHOT_EVERY) -> None:
        self.cards = cards
        self.deal = deal
        self.council_cards = council_cards
        self.state = State()
        self.told = Told()
        self.turns: list[Turn] = []
        self.moves = 0  # how often the table has changed, forward or back
        self._tried = State()
        self._snapshots: list[State] = []
        self._snapshot_every = snapshot_every
        self._lay()
        self.opening = happenings_of(self.told)

    @property
    def finished(self) -> bool:
        """Whether the game is over."""
        return self.state.phase == Phase.END

    def _lay(self) -> None:
        self.moves += 1
        copy_into(self.state, State())
        forget(self.told)
        lay_table(self.cards, self.deal, self.state, len(self.council_cards), self.council_cards, self.told)
        begin(self.cards, self.deal, self.state, self.told)

    def attempt(self, action: int, seat: int) -> int:
        """Try an action of a seat on a copy. Returns Reason.LEGAL, or why it is refused. The table has not moved until `accept`."""
        copy_into(self._tried, self.state)
        return step_for(self.cards, self.deal, self._tried, seat, action, self.told)

    def rehearse(self, actions: Sequence[int], seat: int) -> Iterator[tuple[int, int, State]]:
        """Try one action of a seat after the other on a copy: each with Reason.LEGAL or why it is refused, and the table after it.

        The table itself does not move, and what was told last stays told.
        """
        copy_into(self._tried, self.state)
        told = Told()
        for action in actions:
            yield action, step_for(self.cards, self.deal, self._tried, seat, action, told), self._tried

    @property
    def tried(self) -> State:
        """The table as it would be after the action that was tried."""
        return self._tried

    def accept(self, action: int, seat: int) -> Turn:
        """Make the action that was tried count."""
        self.moves += 1
        turn = Turn(seat, action, happenings_of(self.told), self.state.year, table_of(self.told))
        if len(self.turns) % self._snapshot_every == 0:
            del self._snapshots[len(self.turns) // self._snapshot_every :]
            snapshot = State()
            copy_into(snapshot, self.state)
            self._snapshots.append(snapshot)
        copy_into(self.state, self._tried)
        self.turns.append(turn)
        return turn

    def play(self, action: int, seat: int | None = None) -> Turn:
        """Try an action of a seat (None: of the one that decides now) and make it count. Raises ValueError when it is not legal."""
        seat = self.state.decider if seat is None else seat
        if self.attempt(action, seat) != LEGAL:
            raise ValueError("not legal")
        return self.accept(action, seat)

    def back(self, count: int) -> list[Turn]:
        """Take the last actions back, by playing again from the table before them. Returns them, first one first."""
        target = len(self.turns) - count
        if count < 0 or target < 0:
            raise ValueError("more than was played")
        if count == 0:
            return []
        taken = self.turns[target:]
        del self.turns[target:]
        if target == 0:
            self._lay()
            return taken
        self.moves += 1
        first = (target - 1) // self._snapshot_every
        copy_into(self.state, self._snapshots[first])
        for turn in self.turns[first * self._snapshot_every :]:
            step_for(self.cards, self.deal, self.state, turn.seat, turn.action, self.told)
        return taken


def happenings_of(told: Told) -> list[Happened]:
    """What a step told, copied so that the next step does not write over it."""
    return [Happened(row.kind, row.seat, row.a, row.b, row.c, row.d, row.e) for row in told.rows[: told.count]]


def table_of(told: Told) -> Table | None:
    """The table of bids of a step that assessed a tender, copied so that the next one does not write over it."""
    if all(row.kind != Happening.TENDER for row in told.rows[: told.count]):
        return None
    table = Table()
    copy_into(table, told.table)
    return table


def scores_of(cards: Cards, state: State) -> list[Score]:
    """Each seat's score as it stands."""
    scores = [Score() for _ in range(state.seats)]
    for seat, score in enumerate(scores):
        fill_score(cards, state, seat, score)
    return scores
