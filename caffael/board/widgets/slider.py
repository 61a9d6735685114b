"""Sliders: a number set by dragging, by the wheel or by arrow keys."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass

import pygame

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Key, Widget

TRACK = 16.0
PAGE = 3
STEPS = {
    **dict.fromkeys((pygame.K_LEFT, pygame.K_MINUS, pygame.K_KP_MINUS), -1),
    **dict.fromkeys((pygame.K_RIGHT, pygame.K_PLUS, pygame.K_KP_PLUS), 1),
    pygame.K_PAGEDOWN: -PAGE,
    pygame.K_PAGEUP: PAGE,
}
"""By how many steps a key moves a slider."""


@dataclass(eq=False, repr=False)
class Slider(Widget):
    """A whole number from `low` to `high` in steps. `words` says it aloud, as in "40 %".

    `on_change` hears of every step.
    """

    role = "slider"
    can_focus = True

    number: int
    on_change: Callable[[int], None]
    _: KW_ONLY
    low: int = 0
    high: int = 100
    step: int = 10
    ink: Ink = "accent"
    words: Callable[[int], str] = str

    @property
    def value(self) -> str:
        """The number, in words."""
        return self.words(self.number)

    def pointer_down(self, at: Point) -> None:
        """Go to where the track is touched."""
        self.pointer_drag(at)

    def pointer_drag(self, at: Point) -> None:
        """Follow the finger."""
        share = (at[0] - self.box.left - TRACK / 2) / max(1.0, self.box.width - TRACK)
        self._change(self.low + round(share * (self.high - self.low) / self.step) * self.step)

    def wheel(self, steps: float) -> bool:
        """Go up or down by one step."""
        self._change(self.number + (self.step if steps > 0 else -self.step))
        return True

    def key(self, key: Key) -> bool:
        """Go by one step with the arrows, by three with the page keys, to the ends with Home and End."""
        if key.ctrl or key.alt:
            return False
        if key.code in STEPS:
            self._change(self.number + STEPS[key.code] * self.step)
        elif key.code in (pygame.K_HOME, pygame.K_END):
            self._change(self.low if key.code == pygame.K_HOME else self.high)
        else:
            return False
        return True

    def shape(self, look: Look) -> tuple[Box, float]:
        """Ring the whole of it."""
        return self.box.inflate(8, 4), look.measure("radius")

    def draw(self, painter: Painter) -> None:
        """Draw track and thumb; words stand above it."""
        rail = Box(self.box.left, self.box.centery - TRACK / 2, self.box.width, TRACK)
        painter.rect(rail, "paper", TRACK / 2, "line", 1.5)
        share = (self.number - self.low) / max(1, self.high - self.low)
        thumb = rail.left + TRACK / 2 + share * (rail.width - TRACK)
        painter.rect(Box(rail.left, rail.top, thumb - rail.left + TRACK / 2, rail.height), self.ink, TRACK / 2)
        painter.rect(Box(thumb - 18, rail.centery - 18, 36, 36), "ink_light", 18, self.ink, 5)
        painter.circle((thumb, rail.centery), 5, self.ink)

    def _change(self, number: int) -> None:
        number = max(self.low, min(self.high, number))
        if number != self.number:
            self.number = number
            self.changed()
            self.on_change(number)
