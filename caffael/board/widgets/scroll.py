"""An area that shows part of what is in it."""

from collections.abc import Callable, Sequence

import pygame

from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Key, Widget
from caffael.presentation.rows import Option

STEP = 66.0


class ScrollArea(Widget):
    """Widgets in a window that is smaller than they are. Wheel, finger and focus move them; `sideways` scrolls across.

    Place the children where they would be unscrolled; `extent` is the length of all of them, at least that of the box.
    """

    role = "scroll area"

    def __init__(self, box: Box, extent: float = 0.0, *, sideways: bool = False, label: str = "", name: str = "") -> None:
        super().__init__(box, label, name=name)
        self.sideways = sideways
        self.extent = extent
        self.scrolled = 0.0
        self.bleed = 14.0
        self._grip = 0.0

    @property
    def furthest(self) -> float:
        """How far it can be scrolled."""
        return max(0.0, self.extent - (self.box.width if self.sideways else self.box.height))

    def scroll_to(self, to: float) -> None:
        """Scroll to a place, in units from the beginning."""
        to = max(0.0, min(self.furthest, to))
        by, self.scrolled = self.scrolled - to, to
        for child in self.children:
            child.move(by if self.sideways else 0, 0 if self.sideways else by)
        self.changed()

    def wheel(self, steps: float) -> bool:
        """Scroll."""
        if self.furthest <= 0:
            return False
        self.scroll_to(self.scrolled - steps * STEP)
        return True

    def pointer_down(self, at: Point) -> None:
        """Take hold of the empty part."""
        self._grip = (at[0] if self.sideways else at[1]) + self.scrolled

    def pointer_drag(self, at: Point) -> None:
        """Move with the finger."""
        self.scroll_to(self._grip - (at[0] if self.sideways else at[1]))

    def reveal(self, child: Widget) -> None:
        """Scroll until a child is wholly seen."""
        first, last = (child.box.left, child.box.right) if self.sideways else (child.box.top, child.box.bottom)
        low, high = (self.box.left, self.box.right) if self.sideways else (self.box.top, self.box.bottom)
        if first < low + 8:
            self.scroll_to(self.scrolled - (low + 8 - first))
        elif last > high - 8:
            self.scroll_to(self.scrolled + (last - high + 8))

    def paint(self, painter: Painter) -> None:
        """Draw what can be seen, and a bar that says how much there is."""
        if not self.visible:
            return
        seen = self.box.inflate(2 * self.bleed, 0) if not self.sideways else self.box.inflate(0, 2 * self.bleed)
        with painter.clipped(seen):
            self.draw(painter)
            for child in self.children:
                if child.box.colliderect(seen):
                    child.paint(painter)
        if self.furthest > 0:
            self._bar(painter)

    def _bar(self, painter: Painter) -> None:
        length = self.box.width if self.sideways else self.box.height
        size = max(40.0, length * length / self.extent)
        at = (length - size) * self.scrolled / self.furthest
        if self.sideways:
            painter.rect(Box(self.box.left + at, self.box.bottom + 2, size, 8), "line_strong", 4)
        else:
            painter.rect(Box(self.box.right + 2, self.box.top + at, 8, size), "line_strong", 4)


class Row(Widget):
    """A line of a list box."""

    role = "option"
    can_focus = True

    def __init__(self, box: Box, item: Option, list_box: "ListBox") -> None:
        super().__init__(box, item.label, name=f"{list_box.name}.{item.key}", why=item.why)
        self.item = item
        self.list_box = list_box

    @property
    def value(self) -> str:
        """The detail."""
        return self.item.detail

    def press(self) -> None:
        """Choose it."""
        self.list_box.choose(self.item.key)

    def draw(self, painter: Painter) -> None:
        """Draw the line, marked if it is the chosen one."""
        chosen = self.list_box.chosen == self.item.key
        fill: Ink = "gold_pale" if chosen else ("ink_light" if self.hovered else "paper_warm")
        painter.rect(self.box, fill, "radius_small", "gold" if chosen else None, 3)
        left, ink = self.box.left + 18, "ink" if self.enabled else "disabled_ink"
        if self.item.picture:
            painter.icon(self.item.picture, (left + 18, self.box.centery), 36, ink)
            left += 50
        right = self.box.right - 18
        if self.item.detail:
            taken = painter.words(self.item.detail, (right, self.box.centery), "small", "ink_soft", False, "midright", self.box.width * 0.5)
            right = taken.left - 12
        painter.words(self.label, (left, self.box.centery), "body", ink, chosen, "midleft", right - left)


class ListBox(ScrollArea):
    """Lines of which one can be chosen. `on_change` hears its key, also when it was the chosen one already."""

    def __init__(
        self,
        box: Box,
        label: str,
        items: Sequence[Option],
        chosen: str,
        on_change: Callable[[str], None],
        *,
        row: float = 66.0,
        name: str = "",
    ) -> None:
        super().__init__(box, len(items) * (row + 8), label=label, name=name or label)
        self.bleed = 0.0
        self.chosen = chosen
        self.on_change = on_change
        for place, item in enumerate(items):
            self.add(Row(Box(box.left + 8, box.top + 4 + place * (row + 8), box.width - 16, row), item, self))

    def choose(self, key: str) -> None:
        """Mark a line and tell."""
        self.chosen = key
        self.changed()
        self.on_change(key)

    def key(self, key: Key) -> bool:
        """Lines take the keys themselves."""
        return key.code == pygame.K_UNKNOWN
