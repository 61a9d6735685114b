"""Bots think on a thread of their own, one decision at a time, so that the board goes on meanwhile.

The compiled planner lets go of Python's lock while it thinks; the plain one shares it in short slices. A thought that nobody waits for any
more is dropped: what comes of it is not looked at.
"""

import sys
import threading
from contextlib import suppress
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pygame

from caffael.board.thinking import THOUGHT_OUT, Thought

if TYPE_CHECKING:
    from caffael.match import Question

SLICE = 0.0002
"""Seconds for which a bot that is not compiled may hold Python: drawing a page asks for it hundreds of times."""
LEAVE_SECONDS = 3.0
"""So long a thought may go on after the board was closed."""


class BotThread:
    """The thread on which bots think. It begins with the first question."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Thought | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def ask(self, question: "Question") -> Thought:
        """Begin to think a question out."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._work, name="bots", daemon=True)
            self._thread.start()
        thought = Thought(question)
        self._queue.put(thought)
        return thought

    def close(self) -> None:
        """Think no more; wait a little for what is being thought."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(LEAVE_SECONDS)
            self._thread = None

    def _work(self) -> None:
        from caffael.bots import Desk

        desk = Desk()
        while (thought := self._queue.get()) is not None:
            if thought.dropped:
                continue
            before = sys.getswitchinterval()
            sys.setswitchinterval(SLICE)
            try:
                thought.think(desk)
            finally:
                sys.setswitchinterval(before)
            with suppress(pygame.error):  # the window is gone
                pygame.event.post(pygame.event.Event(THOUGHT_OUT))
