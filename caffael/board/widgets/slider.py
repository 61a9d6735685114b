"""Sliders: a number set by dragging, by the wheel or by arrow keys."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass

import pygame

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Key, Widget

THUMB = 20.0
TRACK = 16.0


@dataclass(eq=False, repr=False)
class Slider(Widget):
    """A whole number from `low` to `high` in steps. `words` says it aloud, as in "40 %".

    `on_change` hears of every step a person makes, not of `set`. It stands over its track: label on the left, value on the right.
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
    picture: str = ""
    words: Callable[[int], str] = str

    @property
    def value(self) -> str:
        """The number, in words."""
        return self.words(self.number)

    def set(self, number: int) -> None:
        """Show another number; `on_change` is not called."""
        self.number = max(self.low, min(self.high, number))
        self.changed()

    def pointer_down(self, at: Point) -> None:
        """Go to where the track is touched."""
        self._point(at)

    def pointer_drag(self, at: Point) -> None:
        """Follow the finger."""
        self._point(at)

    def wheel(self, steps: float) -> bool:
        """Go up or down by one step."""
        self._change(self.number + (self.step if steps > 0 else -self.step))
        return True

    def key(self, key: Key) -> bool:
        """Go by one step with the arrows, by three with the page keys, to the ends with Home and End."""
        to = {
            pygame.K_LEFT: self.number - self.step,
            pygame.K_RIGHT: self.number + self.step,
            pygame.K_MINUS: self.number - self.step,
            pygame.K_PLUS: self.number + self.step,
            pygame.K_PAGEDOWN: self.number - 3 * self.step,
            pygame.K_PAGEUP: self.number + 3 * self.step,
            pygame.K_HOME: self.low,
            pygame.K_END: self.high,
        }.get(key.code)
        if to is None or key.ctrl or key.alt:
            return False
        self._change(to)
        return True

    def shape(self, look: Look) -> tuple[Box, float]:
        """Ring the whole of it."""
        return self.box.inflate(8, 4), look.measure("radius")

    def draw(self, painter: Painter) -> None:
        """Draw label, value, track, steps and thumb."""
        theme, rail = painter.look.theme, self._rail()
        ink: Ink = self.ink if self.enabled else "disabled_ink"
        row, left = self.box.top + painter.look.line_height("lead") / 2, self.box.left
        said = painter.words(self.value, (self.box.right, row), "heading", "ink" if self.enabled else "disabled_ink", True, "midright")
        if self.picture:
            painter.icon(self.picture, (left + 16, row), 32, ink)
            left += 42
        words = painter.look.theme.colour("ink") if self.enabled else theme.colour("disabled_ink")
        painter.words(self.label, (left, row), "lead", words, anchor="midleft", width=max(40.0, said.left - left - 12))
        painter.rect(rail, "paper_sunk", TRACK / 2, "line", 1.5)
        share = (self.number - self.low) / max(1, self.high - self.low)
        thumb = rail.left + TRACK / 2 + share * (rail.width - TRACK)
        painter.rect(Box(rail.left, rail.top, thumb - rail.left + TRACK / 2, rail.height), ink, TRACK / 2)
        self._marks(painter, rail, thumb)
        radius = THUMB + (2 if self.held or self.hovered else 0)
        around = Box(thumb - radius, rail.centery - radius, 2 * radius, 2 * radius)
        painter.shadow(around, radius, 8, 90)
        painter.rect(around, "ink_light", radius, ink, 5)
        painter.circle((thumb, rail.centery), 5, ink)

    def _marks(self, painter: Painter, rail: Box, thumb: float) -> None:
        count = (self.high - self.low) // self.step
        if not 0 < count <= 20:
            return
        for mark in range(1, count):
            at = rail.left + TRACK / 2 + mark / count * (rail.width - TRACK)
            painter.circle((at, rail.centery), 2.5, "ink_light" if at < thumb else "line_strong")

    def _rail(self) -> Box:
        return Box(self.box.left, self.box.bottom - THUMB - TRACK / 2, self.box.width, TRACK)

    def _point(self, at: Point) -> None:
        rail = self._rail()
        share = (at[0] - rail.left - TRACK / 2) / max(1.0, rail.width - TRACK)
        self._change(self.low + round(share * (self.high - self.low) / self.step) * self.step)

    def _change(self, number: int) -> None:
        number = max(self.low, min(self.high, number))
        if number != self.number:
            self.number = number
            self.changed()
            self.on_change(number)
