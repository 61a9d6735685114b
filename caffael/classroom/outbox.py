"""What waits to be sent to one device: bounded, and of each kind only the latest, so that a slow device never holds anything up."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
MOST_WAITING = 32
"""How many frames without a kind may wait; a device that has not taken so many is gone or means no good."""
MOST_KINDS = 32


class Outbox(Generic[T]):
    """Frames on their way to one line. One thread puts, another takes; `ready` is called by the one that puts, when there is something."""

    def __init__(
        self, ready: Callable[[], None] = lambda: None, most: int = MOST_WAITING, weigh: Callable[[T], int] | None = None, heaviest: int = 0
    ) -> None:
        """`most` frames without a kind may wait; where `weigh` says what a frame weighs, all that waits may weigh `heaviest`."""
        self.ready = ready
        self.most = most
        self._weigh, self._heaviest = weigh, heaviest
        self._lock = threading.Lock()
        self._waiting: dict[int | str, T] = {}
        self._number = 0
        self._ending = False

    @property
    def ending(self) -> bool:
        """Whether nothing more is taken after what waits."""
        return self._ending

    def put(self, frame: T, kind: str = "") -> bool:
        """Let a frame wait. One of a kind takes the place of the one before it. False when too much waits: then the line is to be cut."""
        with self._lock:
            if self._ending:
                return True
            if not kind:
                self._number += 1
            key: int | str = kind or self._number
            first = not self._waiting
            self._waiting.pop(key, None)
            self._waiting[key] = frame
            if self._too_much():
                return False
        if first:
            self.ready()
        return True

    def _too_much(self) -> bool:
        if len(self._waiting) > min(self.most, MOST_KINDS):
            kinds = sum(isinstance(key, str) for key in self._waiting)
            if kinds > MOST_KINDS or len(self._waiting) - kinds > self.most:
                return True
        return self._weigh is not None and len(self._waiting) > 1 and sum(map(self._weigh, self._waiting.values())) > self._heaviest

    def end(self, last: T | None = None) -> None:
        """Take nothing more after this: a last frame goes out, with what waits before it."""
        with self._lock:
            if self._ending:
                return
            self._ending = True
            if last is not None:
                self._number += 1
                self._waiting[self._number] = last
        self.ready()

    def cut(self, last: T) -> None:
        """End the line with this frame alone: what waits is not sent any more."""
        with self._lock:
            self._waiting.clear()
            self._ending = False
        self.end(last)

    def take(self) -> list[T]:
        """All that waits, in order."""
        return [frame for _, frame in self.take_kinds()]

    def take_kinds(self) -> list[tuple[str, T]]:
        """All that waits, in order, each with its kind; empty for what has none."""
        with self._lock:
            found = [(key if isinstance(key, str) else "", frame) for key, frame in self._waiting.items()]
            self._waiting.clear()
        return found
