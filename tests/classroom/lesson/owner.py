"""The owner of a room on a thread of its own, as the board's main thread is: it lets the doorway in, plays, and draws between."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self, TypeVar

from caffael.classroom.net.lan import LanDoorway
from caffael.classroom.room import Room
from caffael.classroom.table import PlainTable
from caffael.match import Match
from caffael.words.language import USUAL, Edition
from tests.classroom.lesson.ledger import Ledger

T = TypeVar("T")
CODE = "K7M2QX"


class ShowingTable(PlainTable):
    """A game whose tenders are opened on a big screen for a while; meanwhile devices may predict and nobody plays."""

    def __init__(self, match: Match, edition: Edition = USUAL, opening: float = 1.0) -> None:
        super().__init__(match, edition)
        self.opening = opening
        self._until = 0.0

    def play(self, seat: int, actions: Any) -> None:
        """Play one table action; bids that it brought are opened."""
        super().play(seat, actions)
        assert self.match is not None
        if self.match.history[-1].table is not None:
            self._until = time.monotonic() + self.opening

    def answerable(self) -> bool:
        """Whether nothing is being opened."""
        return time.monotonic() >= self._until


class Owner:
    """A room on the local network. Whoever wants to know something of the game asks, and is answered between two frames."""

    def __init__(self, match: Match, *, journal: Path | None = None, opening: float = 1.0, edition: Edition = USUAL) -> None:
        self.table = ShowingTable(match, edition, opening)
        self.match = match
        self._woken = threading.Event()
        self._asked: SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = SimpleQueue()
        self._over = False
        self.fault: BaseException | None = None
        self.doorway = LanDoorway(CODE, self._woken.set, host="0.0.0.0", ports=(0,))
        self.ledger = Ledger(match, self.doorway)
        self.room = self.ledger.room = Room(self.table, self.ledger, code=CODE, journal=journal)
        self._thread = threading.Thread(target=self._own, name="owner")

    @property
    def address(self) -> str:
        """The address of the room's page."""
        return f"http://127.0.0.1:{self.doorway.port}/r/{CODE}"

    def __enter__(self) -> Self:
        self.doorway.start()
        assert self.doorway.open, self.doorway.state
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._over = True
        self._woken.set()
        self._thread.join()
        self.room.close()
        self.doorway.stop()
        if fault is None and self.fault is not None:
            raise self.fault

    def ask(self, question: Callable[[], T]) -> "Future[T]":
        """Have something done or said on the owner's thread."""
        answer: Future[T] = Future()
        self._asked.put((question, answer))
        self._woken.set()
        return answer

    def _own(self) -> None:
        try:
            while not self._over:
                self._woken.wait(min(self.room.tick(), 0.05))
                self._woken.clear()
                self.doorway.drain(self.ledger)
                self._say()
                self.room.changed()
        except BaseException as fault:
            self.fault = fault
            self._over = True
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
