"""One of a few, side by side."""

from collections.abc import Callable

import pygame

from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Key, Widget
from caffael.presentation.rows import OneOf, Option

AIR = 5.0


class Choice(Widget):
    """A row of options of which one is chosen, by a touch or by the arrow keys. `on_change` hears the key of the new one."""

    role = "radio group"
    can_focus = True

    def __init__(self, box: Box, row: OneOf, on_change: Callable[[str], None], *, size: float | str = "body") -> None:
        super().__init__(box, row.words, name=row.id)
        self.options = row.options
        self.chosen = row.chosen
        self.on_change = on_change
        self.size = size

    @property
    def value(self) -> str:
        """The label of the chosen option."""
        return next((option.label for option in self.options if option.key == self.chosen), "")

    def pointer_up(self, at: Point) -> None:
        """Choose the option under the finger."""
        if self.box.left <= at[0] < self.box.right:
            self._choose(self.options[int((at[0] - self.box.left) / self.box.width * len(self.options))])

    def key(self, key: Key) -> bool:
        """Go to the next option that can be chosen, left or right; one that is passed over says why."""
        if key.code not in (pygame.K_LEFT, pygame.K_RIGHT):
            return False
        step = 1 if key.code == pygame.K_RIGHT else -1
        place = next((at for at, option in enumerate(self.options) if option.key == self.chosen), -1) + step
        while 0 <= place < len(self.options):
            self._choose(self.options[place])
            if not self.options[place].why:
                break
            place += step
        return True

    def draw(self, painter: Painter) -> None:
        """Draw a sunk trough and the chosen option as a tile in it."""
        painter.rect(self.box, "paper_sunk", "radius", "line", 1.5)
        width = (self.box.width - 2 * AIR) / max(1, len(self.options))
        for place, option in enumerate(self.options):
            cell = Box(self.box.left + AIR + place * width, self.box.top + AIR, width, self.box.height - 2 * AIR)
            self._cell(painter, cell, option)

    def _cell(self, painter: Painter, cell: Box, option: Option) -> None:
        chosen = option.key == self.chosen
        able = self.enabled and not option.why
        ink: Ink = "ink" if able else "disabled_ink"
        if chosen:
            painter.shadow(cell, "radius_small", 6, 60)
            painter.rect(cell, "accent" if self.enabled else "disabled", "radius_small")
            ink = "ink_light" if self.enabled else "disabled_ink"
        icon = painter.look.line_height(self.size) if option.picture else 0.0
        gap = 8.0 if option.picture and option.label else 0.0
        words = min(cell.width - 16 - icon - gap, painter.look.words_width(option.label, self.size, chosen))
        left = cell.centerx - (icon + gap + words) / 2
        if option.picture:
            painter.icon(option.picture, (left + icon / 2, cell.centery), icon, ink)
        painter.words(option.label, (left + icon + gap, cell.centery), self.size, ink, chosen, "midleft", cell.width - 16 - icon - gap)

    def _choose(self, option: Option) -> None:
        if option.why:
            if tree := self.tree:
                tree.say(option.why)
        elif option.key != self.chosen:
            self.chosen = option.key
            self.changed()
            self.on_change(option.key)
