"""Decisions of bots that are being made, and who thinks them out: a thread on a desktop, slices between frames in a browser's tab."""

from typing import TYPE_CHECKING, Protocol

import pygame

if TYPE_CHECKING:
    from caffael.bots import Desk
    from caffael.match import Question

THOUGHT_OUT = pygame.event.custom_type()
"""The event that wakes the board when a decision has been made."""


class Thought:
    """A decision that is being made. Once `ready`, there is an `action`, or a `fault`."""

    def __init__(self, question: "Question") -> None:
        self.question = question
        self.action: int | None = None
        self.fault: Exception | None = None
        self.dropped = False

    @property
    def ready(self) -> bool:
        """Whether it has been thought out."""
        return self.action is not None or self.fault is not None

    def think(self, desk: "Desk") -> None:
        """Think it out. Whatever goes wrong is kept for who asked."""
        try:
            self.action = self.question.answer(desk)
        except Exception as fault:
            self.fault = fault


class Thinker(Protocol):
    """Lets bots think, one decision at a time, so that the board goes on meanwhile. `THOUGHT_OUT` is posted when one has been made."""

    def ask(self, question: "Question") -> Thought:
        """Begin to think a question out."""

    def close(self) -> None:
        """Think no more."""
