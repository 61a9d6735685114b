"""The board itself as the room's owner: a real session without a screen that draws and moves as in a classroom, and whose pages a teacher
leaves when they have told something.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame

from caffael.board.machine import Machine
from caffael.board.options import BoardOptions, make_session
from caffael.board.session import Session
from caffael.classroom.doorway import Listener
from caffael.classroom.net.lan import LanDoorway
from caffael.match import Match
from caffael.presentation.settings import Settings
from caffael.rules import actions
from caffael.rules.terms import Phase
from caffael.saves import Seat
from caffael.scenario import Pack
from tests.classroom.lesson.ledger import Ledger
from tests.classroom.lesson.owner import CODE, LanOwner


class Written:
    """A doorway's own put and end, behind the ledger."""

    def __init__(self, door: "WrittenDoor") -> None:
        self.door = door

    def put(self, line: int, frame: dict[str, object], kind: str = "") -> None:
        """Send a frame."""
        LanDoorway.put(self.door, line, frame, kind)

    def end(self, line: int, why: str) -> None:
        """End a line."""
        LanDoorway.end(self.door, line, why)


class WrittenDoor(LanDoorway):
    """The board's own server; what goes through is written down."""

    def __init__(self, match: Match, wake: Callable[[], None]) -> None:
        super().__init__(CODE, wake, host="0.0.0.0", ports=(0,))
        self.ledger = Ledger(match, Written(self))

    def drain(self, room: Listener) -> int:
        """Tell the room what has happened."""
        self.ledger.room = room
        return super().drain(self.ledger)

    def put(self, line: int, frame: dict[str, object], kind: str = "") -> None:
        """Send a frame."""
        self.ledger.put(line, frame, kind)

    def end(self, line: int, why: str) -> None:
        """End a line."""
        self.ledger.end(line, why)


class LessonMachine(Machine):
    """A machine whose door is written down."""

    owner: "BoardOwner"

    def doors(self, wake: Callable[[], None]) -> Any:
        """Makes the door."""

        def make(*_: object) -> WrittenDoor:
            made = WrittenDoor(self.owner.match, wake)
            self.owner.doorway, self.owner.ledger = made, made.ledger
            return made

        return make


def raised(fault: Exception) -> None:
    """A fault that the board would tell ends the lesson."""
    raise fault


class BoardOwner(LanOwner):
    """A session of the board. A page that tells something is left after `shown` seconds, and envelopes are opened."""

    def __init__(self, pack: Pack, seats: list[Seat], folder: Path, *, seed: int, shown: float = 0.5) -> None:
        super().__init__()
        self.pack, self.seats, self.folder, self.seed, self.shown = pack, seats, folder, seed, shown
        self._telling_since: float | None = None
        self.pressed = 0

    def begin(self) -> None:
        """Begin a game and open the room beside it."""
        machine = LessonMachine()
        machine.owner = self
        settings = Settings(language="en", way="lan")
        self.session: Session = make_session(BoardOptions(size=(1280, 720), seed=self.seed, machine=machine), settings)
        self.session.games = self.folder
        self.session.note_fault = raised  # type: ignore[method-assign]
        self.session.new_game(self.pack, self.seats)
        self.match = self.session.game
        self.session.show_table()
        self.session.app.frame()
        self.session.open_class()
        self.session.app.frame()
        assert self.session.host is not None
        self.table = self.session.host.table

    def go_on(self) -> None:
        """Do a frame, and what the teacher does."""
        begun = time.monotonic()
        self.session.app.frame()
        self.frames.append(time.monotonic() - begun)
        time.sleep(0.005)
        if self.table.answerable():
            self._telling_since = None
        elif self._telling_since is None:
            self._telling_since = time.monotonic()
        elif time.monotonic() - self._telling_since > self.shown:
            self._telling_since = None
            self._press(pygame.K_RETURN)
        if self.match.state.phase == Phase.OPEN and self.table.answerable():
            self.match.play(actions.OPEN, self.match.state.decider)

    def _press(self, key: int) -> None:
        self.pressed += 1
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.event.Event(kind, key=key, mod=0, unicode="", scancode=0))

    def end(self) -> None:
        """Close the room, and the board."""
        self.session.close_class()
        self.session.photographer.wait()
        self.match.close()
