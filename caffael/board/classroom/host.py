"""Who keeps the class's room going on this board: its way to the devices, what they sent, what is due, and what is kept beside the record.

A room has one doorway at a time. Behind a relay the code is the relay's, so the room is made once the relay has said it.
"""

import time
from collections.abc import Callable
from pathlib import Path

from caffael.board.classroom.doors import Door, MakeDoor
from caffael.board.classroom.kept import KeptWay, forget_way, keep_way, read_way
from caffael.board.classroom.lesson import Lesson
from caffael.board.classroom.table import SessionTable
from caffael.board.fault_log import write_fault
from caffael.classroom.journal import JournalError, read_story
from caffael.classroom.room import Room
from caffael.presentation.settings import Way
from caffael.rules.terms import Phase
from caffael.saves.guesses import Guess, keep_guesses, read_guesses
from caffael.saves.room import room_path

LOOKED_AT = 1.0
"""Seconds until the line, the clock and who is awake are looked at again, though nobody sent anything."""


class ClassHost:
    """The room of a session, from opening to closing."""

    def __init__(self, session: Lesson, way: Way, relay: str, make: MakeDoor, *, code: str = "", ticket: str = "") -> None:
        self.session = session
        self.way: Way = way
        self.relay = relay
        self.table = SessionTable(session)
        self.room: Room | None = None
        self.taken: tuple[object, ...] = ()  # the decision that the front has taken from a device
        self._resumed: Path | None = None
        self._door = make(way, relay, code, ticket)
        self._due = 0.0
        self._seen: tuple[object, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._kept: tuple[object, ...] = ()
        self._journal: Path | None = None
        self._guesses = 0
        self._door.start()

    @classmethod
    def resume(cls, session: Lesson, record: Path, make: MakeDoor) -> "ClassHost":
        """Go on with the room of a saved game, by the way it had."""
        kept = read_way(record) or KeptWay("lan")
        host = cls(session, kept.way, kept.relay, make, code=waiting_code(record), ticket=kept.ticket)
        host._resumed = room_path(record)
        return host

    # What the front asks

    @property
    def door(self) -> Door:
        """The way to the devices."""
        return self._door

    @property
    def record(self) -> Path | None:
        """The record of the game beside which the room is kept."""
        match = self.table.match
        return None if match is None else match.path

    @property
    def can_open(self) -> bool:
        """Whether the room can be told to wait for no device any longer: all manage now, or write envelopes (17.18)."""
        match = self.table.match
        if match is None or match.finished:
            return False
        sealed = match.cards.settings.sealed == 1
        return match.state.phase == Phase.MANAGE or (sealed and match.state.phase == Phase.BUY)

    def left_to_device(self) -> bool:
        """Whether the seat that decides now answers or manages on its own device, so that the board asks nothing by itself."""
        seat, match, room = self.session.deciding_seat(), self.table.match, self.room
        if seat is None or match is None or room is None or match.state.phase not in (Phase.ANSWER, Phase.MANAGE):
            return False
        captain = room.captain(seat)
        return captain is not None and captain.awake and self.taken != self._decision()

    def take_over(self) -> None:
        """Decide at the front what is decided now."""
        self.taken = self._decision()

    def _decision(self) -> tuple[object, ...]:
        match = self.table.match
        return () if match is None else (match, match.moves, match.state.decider)

    # Going on

    def serve(self) -> None:
        """Hear the devices, do what is due, and have the board laid anew where it shows the room. Done in each frame."""
        room = self._room()
        if room is None:
            return
        heard = self._door.drain(room)
        now = (self.table.match, 0 if self.table.match is None else self.table.match.moves, self.table.answerable())
        if now != self._seen:
            self._seen = now
            room.changed()
            self._due = 0.0
        if heard or self.session.now() >= self._due:
            self._due = self.session.now() + min(LOOKED_AT, room.tick())
            self._keep()
            self.session.room_changed()

    def next_wake(self) -> float | None:
        """When something is due, in the session's clock."""
        return self._due

    def _room(self) -> Room | None:
        """The room, which begins as soon as its code is known."""
        if self.room is None and self._door.code and (self._door.open or self.way == "lan"):
            self._begin()
        elif self.room is None:
            self._due = self.session.now() + LOOKED_AT
        return self.room

    def _begin(self) -> None:
        if self._resumed is not None:
            self.room, self._journal = Room.resume(self.table, self._door, self._resumed, code=self._door.code), self._resumed
        else:
            record = self.record
            self._journal = None if record is None else room_path(record)
            self.room = Room(self.table, self._door, code=self._door.code, journal=self._journal)
        self.session.room_changed()

    def _keep(self) -> None:
        """Keep beside the record what is needed after a crash, and how often the class was right."""
        record, room = self.record, self.room
        if record is None or room is None:
            return
        if self._journal != room_path(record):  # another game lies on the table
            self._journal = room_path(record)
            room.move_journal(self._journal)
            self._kept, self._guesses = (), 0
        kept = (record, self.way, self.relay, getattr(self._door, "ticket", ""))
        if kept != self._kept:
            self._kept = kept
            keep_way(record, KeptWay(self.way, self.relay, kept[3]))
        if len(room.guesses) != self._guesses:
            self._guesses = len(room.guesses)
            now = {one.turn: Guess(one.turn, one.right, one.of) for one in room.guesses if one.of}
            before = {one.turn: one for one in read_guesses(record) if one.turn < len(self.session.game.history)}
            keep_guesses(record, (before | now).values())

    # The end

    def close(self, later: Callable[[Callable[[], None]], None]) -> None:
        """Close the room for good: every device leaves, and nothing of it is kept. `later` does what takes a moment, beside the board."""
        record = self.record
        if self.room is not None:
            self._keep()
            self.room.close()
        if record is not None:
            forget_way(record)
        later(self._stop)

    def leave(self) -> None:
        """Let the room be, as when the window is closed: the class can be gone on with. Without a game to go on with it is closed."""
        match = self.table.match
        if self.record is None or match is None or match.finished:
            self.close(lambda work: work())
            return
        if self.room is not None:
            self._keep()
            self.room.leave()
        self._stop(closed=False)

    def _stop(self, closed: bool = True) -> None:
        try:
            self._door.stop(closed)
        except Exception as fault:  # the board goes on without it
            write_fault(fault)


def waiting_code(record: Path) -> str:
    """The code of the room that waits beside a record; empty where none does."""
    try:
        return read_story(room_path(record), time.time()).code
    except JournalError:
        return ""
