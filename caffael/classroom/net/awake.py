"""Keeps this computer and its screen awake while a room is open: one that falls asleep takes its class along."""

import threading
from contextlib import suppress


class Awake:
    """Holds sleep off from `start` to `stop`, as far as the system lets a program do so; where it doesn't, nothing else changes."""

    def __init__(self) -> None:
        self._over: threading.Event | None = None

    def start(self) -> None:
        """Stay awake."""
        if self._over is None:
            self._over = threading.Event()
            threading.Thread(target=_hold, args=(self._over,), name="caffael-awake", daemon=True).start()

    def stop(self) -> None:
        """Sleep as usual."""
        if self._over is not None:
            self._over.set()
            self._over = None


def _hold(over: threading.Event) -> None:
    """Hold sleep off until something is over. Asking a system may take a while, so that this has a thread of its own."""
    with suppress(Exception):  # a class without it is better than none
        from wakepy import keep  # noqa: PLC0415 - it is loaded beside the server, not before it

        with keep.presenting(on_fail="pass"):
            over.wait()
