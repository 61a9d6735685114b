"""What sets a row: one of a few side by side, a small number with a minus and a plus, a switch."""

from collections.abc import Callable, Iterator
from math import ceil

import pygame

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Key, Widget
from caffael.presentation import rows

AIR = 5.0
WIDE, HIGH = 72.0, 40.0
SHRUNK = 0.88
"""Words may be so much smaller before they get a line of their own."""


def lines_of(look: Look, row: rows.OneOf, width: float, size: float | str = "body") -> int:
    """Say on how many lines the options of a row stand at a width, so that the words of each have room and hardly shrink."""
    picture = look.line_height(size) + 8 if any(option.picture for option in row.options) else 0.0
    each = max(look.words_width(option.label, size, True) for option in row.options) * SHRUNK + picture + 16
    across = max(1, min(len(row.options), int((width - 2 * AIR) // each)))
    return ceil(len(row.options) / across)


class Choice(Widget):
    """A row of options of which one is chosen, by a touch or by the arrow keys. `on_change` hears the key of the new one.

    Options that have no room side by side stand on several `lines`.
    """

    role = "radio group"
    can_focus = True

    def __init__(self, box: Box, row: rows.OneOf, on_change: Callable[[str], None], *, size: float | str = "body", lines: int = 1) -> None:
        super().__init__(box, row.words, name=row.id)
        self.lines = lines
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
        for option, box in self.parts():
            if box.left <= at[0] < box.right and (self.lines == 1 or box.top <= at[1] < box.bottom):
                self._choose(option)
                return

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
        for option, cell in self._cells(self.box.inflate(-2 * AIR, -2 * AIR)):
            self._cell(painter, cell, option)

    def parts(self) -> Iterator[tuple[rows.Option, Box]]:
        """Each option, and where a finger means it."""
        return self._cells(self.box)

    def _cells(self, whole: Box) -> Iterator[tuple[rows.Option, Box]]:
        across = max(1, ceil(len(self.options) / self.lines))
        wide, high = whole.width / across, whole.height / self.lines
        for place, option in enumerate(self.options):
            line, column = divmod(place, across)
            yield option, Box(whole.left + column * wide, whole.top + line * high, wide, high)

    def _cell(self, painter: Painter, cell: Box, option: rows.Option) -> None:
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

    def _choose(self, option: rows.Option) -> None:
        if option.why:
            if tree := self.tree:
                tree.say(option.why)
        elif option.key != self.chosen:
            self.chosen = option.key
            self.changed()
            self.on_change(option.key)


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

    def pointer_up(self, at: Point) -> None:
        """Take one away on the left side, add one on the right; a finger may lie a little beside it."""
        side = self.side
        if self.box.inflate(side / 2, side / 2).collidepoint(at):
            if at[0] < self.box.left + side:
                self._change(-self.step)
            elif at[0] >= self.box.right - side:
                self._change(self.step)

    @property
    def side(self) -> float:
        """How wide minus and plus are to a finger; their signs are as wide as the whole is high."""
        return max(self.box.height, self.box.width / 3)

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


class Toggle(Widget):
    """Something that is on or off. `said` is how the two are said, off first; it is read out, not drawn.

    A `bare` one draws no label, where words stand beside it already.
    """

    role = "switch"
    can_focus = True

    def __init__(self, box: Box, row: rows.Toggle, on_change: Callable[[bool], None], *, bare: bool = False, size: str = "body") -> None:
        super().__init__(box, row.words, name=row.id)
        self.on = row.on
        self.said = row.said
        self.on_change = on_change
        self.bare = bare
        self.size = size

    @property
    def value(self) -> str:
        """On or off, in words."""
        return self.said[self.on]

    def press(self) -> None:
        """Turn it over."""
        self.on = not self.on
        self.changed()
        self.on_change(self.on)

    def draw(self, painter: Painter) -> None:
        """Draw the switch, with a tick when it is on, and its label."""
        top = self.box.centery - HIGH / 2
        rail = Box(self.box.left + 4, top, WIDE, HIGH)
        ink: Ink = "disabled_ink" if not self.enabled else "accent"
        fill: Ink = "disabled" if not self.enabled else ("accent" if self.on else "paper_sunk")
        painter.rect(rail, fill, HIGH / 2, ink if self.on else "line_strong", 2.5)
        centre = (rail.right - HIGH / 2 if self.on else rail.left + HIGH / 2, rail.centery)
        knob = Box(centre[0] - 15, centre[1] - 15, 30, 30)
        painter.shadow(knob, 15, 6, 80)
        painter.rect(knob, "ink_light", 15, None if self.on else "line_strong", 2)
        if self.on:
            painter.icon("check", centre, 22, ink)
        if self.bare:
            return
        left = rail.right + 16
        words = "ink" if self.enabled else "disabled_ink"
        painter.paragraph(self.label, Box(left, self.box.top, self.box.right - left, self.box.height), self.size, words, middle=True)
