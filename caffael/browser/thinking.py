"""Bots think between two frames, a slice at a time, because a tab has no threads."""

import time
from collections import deque
from collections.abc import Generator
from typing import TYPE_CHECKING

from caffael.board.thinking import THOUGHT_OUT, Thought
from caffael.browser.standin import event

if TYPE_CHECKING:
    from caffael.bots import Desk
    from caffael.match import Question

SLICE = 0.008
"""Seconds for which bots think before the board is looked at again."""


class SlicedThinker:
    """Thinks thoughts out one after the other; `go_on` has to be called again and again."""

    def __init__(self) -> None:
        self._waiting: deque[Thought] = deque()
        self._steps: Generator[None, None, int] | None = None
        self._desk: Desk | None = None

    @property
    def busy(self) -> bool:
        """Whether there is something to think out."""
        return bool(self._waiting)

    def ask(self, question: "Question") -> Thought:
        """Begin to think a question out."""
        thought = Thought(question)
        self._waiting.append(thought)
        return thought

    def close(self) -> None:
        """Think no more."""
        self._waiting.clear()
        self._steps = None

    def go_on(self) -> None:
        """Think for a slice."""
        until = time.perf_counter() + SLICE
        while self._waiting and time.perf_counter() < until:
            thought = self._waiting[0]
            if thought.dropped or self._step(thought):
                self._waiting.popleft()
                self._steps = None

    def _step(self, thought: Thought) -> bool:
        """Do a portion of a thought; say whether it has been thought out. Whatever goes wrong is kept for who asked."""
        try:
            if self._desk is None:
                from caffael.bots import Desk

                self._desk = Desk()
            if self._steps is None:
                self._steps = thought.question.answer_in_portions(self._desk)
            next(self._steps)
        except StopIteration as end:
            thought.action = int(end.value)
        except Exception as fault:
            thought.fault = fault
        if thought.ready:
            event.post(event.Event(THOUGHT_OUT))
        return thought.ready
