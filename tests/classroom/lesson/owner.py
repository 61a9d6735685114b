"""The owner of a room on a thread of its own, as the board's main thread is: it lets the doorway in, plays, and draws between."""

import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from caffael.classroom.net.lan import LanDoorway
from caffael.classroom.room import Room
from caffael.classroom.table import PlainTable
from caffael.match import Match
from caffael.rules import actions
from caffael.rules.terms import Phase
from tests.classroom.lesson.ledger import Ledger

if TYPE_CHECKING:
    from playwright.async_api import Page

T = TypeVar("T")
CODE = "K7M2QX"


class Answerable(Protocol):
    """What a captain asks of the big screen."""

    def answerable(self) -> bool:
        """Whether nothing is being opened."""


class Owner(ABC):
    """Whoever owns a room. Who wants to know something of the game asks, and is answered between two frames."""

    match: Match
    table: Answerable
    ledger: Ledger
    code = CODE

    def __init__(self) -> None:
        self.woken = threading.Event()
        self.held = ExitStack()
        """What is put away on the owner's thread, however the lesson ends."""
        self.frames: list[float] = []
        """Seconds for which the owner heard nothing: of a frame, or, of a board in a tab, until a question was answered."""
        self.fault: BaseException | None = None
        self._asked: SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = SimpleQueue()
        self._ready = threading.Event()
        self._over = False
        self._thread = threading.Thread(target=self._own, name="owner")

    @property
    @abstractmethod
    def port(self) -> int:
        """Where the room is reached on this machine."""

    @property
    def address(self) -> str:
        """The address of the room's page."""
        return f"http://127.0.0.1:{self.port}/r/{self.code}"

    @property
    def record(self) -> Path:
        """The game's record."""
        assert self.match.path is not None
        return self.match.path

    def listen(self, page: "Page") -> None:
        """Take note of what a captain's page sends and is answered, where the room's own doorway is not in this process."""
        del page  # the doorway tells the ledger

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        if self.fault is not None:
            raise self.fault
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._over = True
        self.woken.set()
        self._thread.join()
        if fault is None and self.fault is not None:
            raise self.fault

    @abstractmethod
    def begin(self) -> None:
        """Open the room."""

    @abstractmethod
    def go_on(self) -> None:
        """Do a frame: rest until there is something to do, hear the devices, do what is due."""

    @abstractmethod
    def end(self) -> None:
        """Close the room."""

    def ask(self, question: Callable[[], T]) -> "Future[T]":
        """Have something done or said on the owner's thread."""
        answer: Future[T] = Future()
        self._asked.put((question, answer))
        self.woken.set()
        return answer

    def _own(self) -> None:
        try:
            self.begin()
            self._ready.set()
            while not self._over:
                self.go_on()
                self._say()
            self.end()
        except BaseException as fault:
            self.fault = fault
        finally:
            self.held.close()
        self._ready.set()
        self._say()

    def _say(self) -> None:
        while True:
            try:
                question, answer = self._asked.get_nowait()
            except Empty:
                return
            try:
                answer.set_result(question())
            except Exception as fault:
                answer.set_exception(fault)


class ShowingTable(PlainTable):
    """A game whose tenders are opened on a big screen for a while; meanwhile devices may predict and nobody plays."""

    def __init__(self, match: Match, opening: float = 1.0) -> None:
        super().__init__(match)
        self.opening = opening
        self._until = 0.0

    def play(self, seat: int, actions: Sequence[int]) -> None:
        """Play one table action; bids that it brought are opened."""
        super().play(seat, actions)
        assert self.match is not None
        if self.match.history[-1].table is not None:
            self._until = time.monotonic() + self.opening

    def answerable(self) -> bool:
        """Whether nothing is being opened."""
        return time.monotonic() >= self._until


class LanOwner(Owner):
    """Who owns a room on the local network."""

    doorway: LanDoorway

    @property
    def port(self) -> int:
        """The doorway's."""
        assert self.doorway.open, self.doorway.state
        return self.doorway.port


class PlainOwner(LanOwner):
    """A room over a match alone. Envelopes are opened as soon as the big screen is free."""

    def __init__(self, match: Match, *, journal: Path | None = None, opening: float = 1.0) -> None:
        super().__init__()
        self.match = match
        self.table: ShowingTable = ShowingTable(match, opening)
        self.doorway = LanDoorway(CODE, self.woken.set, host="0.0.0.0", ports=(0,))
        self.ledger = Ledger(match, self.doorway)
        self.room = self.ledger.room = Room(self.table, self.ledger, code=CODE, journal=journal)

    def begin(self) -> None:
        """Open the room."""
        self.doorway.start()

    def go_on(self) -> None:
        """Do a frame."""
        self.woken.wait(min(self.room.tick(), 0.05))
        self.woken.clear()
        self.doorway.drain(self.ledger)
        if self.match.state.phase == Phase.OPEN and self.table.answerable():
            self.table.play(self.match.state.decider, (actions.OPEN,))
        self.room.changed()

    def end(self) -> None:
        """Close the room."""
        self.room.close()
        self.doorway.stop()
