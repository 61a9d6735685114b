"""What is done beside the game and nobody waits for: one thing at a time, on a thread of its own."""

import threading
from collections.abc import Callable
from typing import Protocol

LEAVE_SECONDS = 2.0


class Errands(Protocol):
    """Does one thing after the other."""

    def run(self, work: Callable[[], None]) -> None:
        """Do it soon."""

    def wait(self) -> None:
        """Wait a little for what is being done."""


class ThreadErrands:
    """Does each on a thread."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None

    def run(self, work: Callable[[], None]) -> None:
        """Do it once what is being done has ended."""
        self.wait()
        self._thread = threading.Thread(target=work, name="errand", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait a little for what is being done."""
        if self._thread is not None:
            self._thread.join(LEAVE_SECONDS)
            self._thread = None
