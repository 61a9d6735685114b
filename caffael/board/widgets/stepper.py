"""A small number with a minus and a plus."""

from collections.abc import Callable

import pygame

from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.widgets.base import Key, Widget
from caffael.presentation import rows


class Stepper(Widget):
    """A whole number between two ends. It says why at its ends."""

    role = "spin button"
    can_focus = True
    turned_by_wheel = True

    def __init__(self, box: Box, row: rows.Stepper, on_change: Callable[[int], None]) -> None:
        super().__init__(box, row.words, name=row.id)
        self.row = row
        self.number = row.value
        self.low, self.high, self.step = row.low, row.high, row.step
        self.on_change = on_change

    @property
    def value(self) -> str:
        """The number, in words."""
        return self.row.say(self.number)

    def set(self, number: int) -> None:
        """Show another number; `on_change` is not called."""
        self.number = number
        self.changed()

    def pointer_up(self, at: Point) -> None:
        """Take one away on the left side, add one on the right."""
        if self.covers(at):
            side = self.box.height
            if at[0] < self.box.left + side:
                self._change(-self.step)
            elif at[0] >= self.box.right - side:
                self._change(self.step)

    def wheel(self, steps: float) -> bool:
        """Go up or down by one, or leave it to the list it stands in."""
        if not self.turned_by_wheel:
            return False
        self._change(self.step if steps > 0 else -self.step)
        return True

    def key(self, key: Key) -> bool:
        """Go down with left and minus, up with right and plus."""
        down = key.code in (pygame.K_LEFT, pygame.K_MINUS, pygame.K_KP_MINUS)
        if not down and key.code not in (pygame.K_RIGHT, pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS):
            return False
        self._change(-self.step if down else self.step)
        return True

    def draw(self, painter: Painter) -> None:
        """Draw minus, number and plus."""
        painter.rect(self.box, "paper_sunk", "radius", "line", 1.5)
        self._sign(painter, self.box.left, self.number > self.low, plus=False)
        self._sign(painter, self.box.right - self.box.height, self.number < self.high, plus=True)
        ink = "ink" if self.enabled else "disabled_ink"
        painter.words(self.value, self.box.center, "heading", ink, True, "center", self.box.width - 2 * self.box.height - 8)

    def _sign(self, painter: Painter, left: float, able: bool, plus: bool) -> None:
        side, able = self.box.height, able and self.enabled
        tile = Box(left, self.box.top, side, side).inflate(-12, -12)
        if able:
            painter.shadow(tile, "radius_small", 5, 60)
        painter.rect(tile, "accent" if able else "disabled", "radius_small")
        ink = "ink_light" if able else "disabled_ink"
        x, y = tile.center
        painter.rect(Box(x - 11, y - 2.5, 22, 5), ink, 2.5)
        if plus:
            painter.rect(Box(x - 2.5, y - 11, 5, 22), ink, 2.5)

    def _change(self, by: int) -> None:
        number = max(self.low, min(self.high, self.number + by))
        if number != self.number:
            self.number = number
            self.changed()
            self.on_change(number)
        elif tree := self.tree:
            tree.say(self.row.why_low if by < 0 else self.row.why_high)
