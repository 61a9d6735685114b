"""The second press of a double one: it was meant for what has just gone, not for what came up under the finger."""

import math
from collections.abc import Hashable

import pygame

from caffael.board.look import Look
from caffael.board.painter import Point
from caffael.board.widgets.reaching import touched_at

SECONDS = 0.4
"""So long after something new has come up, a press where the last one was does not count."""
NEAR = 60.0
"""So far from the last press, in units, is still the same spot."""


class DoublePress:
    """Knows where the last press was and when a new page or question came up."""

    def __init__(self) -> None:
        self._at: Point | None = None
        self._spot: Point | None = None
        self._appeared = -math.inf
        self._layer: Hashable = None
        self._unseen = False

    def came_up(self, layer: Hashable, now: float) -> None:
        """Take note of what lies on top now; where that is something else, it has just come up."""
        if layer != self._layer:
            self._layer, self._spot, self._appeared, self._unseen = layer, self._at, now, True

    def painted(self, now: float) -> None:
        """Take note that what came up is drawn; where drawing takes long, it is seen only now."""
        if self._unseen:
            self._appeared, self._unseen = now, False

    def is_second(self, event: pygame.event.Event, look: Look, now: float) -> bool:
        """Whether an event is such a press; any other press is remembered."""
        at = touched_at(event, look)
        if at is None:
            return False
        spot = self._spot
        if spot is not None and now < self._appeared + SECONDS and math.dist(at, spot) < NEAR:
            return True
        self._at = at
        return False
