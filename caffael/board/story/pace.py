"""The pace of telling: a tree of widgets with an alarm, so that something can happen by itself and the board still rests meanwhile.

It also keeps its last picture, and copies it as long as nothing in it has changed: a full table is some three hundred copies otherwise.
"""

from collections.abc import Callable, Sequence

import pygame

from caffael.board.painter import Painter
from caffael.board.scale import USUAL, Box
from caffael.board.widgets import Group, ScrollArea, Tree, Widget

EVERYWHERE = Box(-10_000, -10_000, 20_000, 20_000)


class StillRoot(Group):
    """All widgets of a screen; painted once for each version of the tree."""

    def __init__(self, tree: "PacedTree") -> None:
        super().__init__(Box(0, 0, *USUAL))
        self._tree = tree
        self._paced = tree
        self._still: pygame.Surface | None = None
        self._version = -1
        self._without: tuple[Widget, ...] = ()

    def paint(self, painter: Painter) -> None:
        """Paint all widgets, or copy the picture of last time with all that lay under them; lively ones are painted over it.

        A version is kept when it is painted a second time: while something moves, each is painted but once.
        """
        size, version, lively = painter.surface.get_size(), self._paced.version, self._paced.lively
        if self._still is not None and self._version == version and self._without == lively and self._still.get_size() == size:
            painter.surface.blit(self._still, (0, 0))
        else:
            self._paint_all_but(painter, lively)
            self._still = painter.surface.copy() if lively or self._version == version else None
            self._version, self._without = version, lively
        for widget in lively:
            with painter.clipped(_seen(widget)):
                widget.paint(painter)

    def _paint_all_but(self, painter: Painter, lively: "tuple[Widget, ...]") -> None:
        hidden = [widget for widget in lively if widget.visible]
        try:
            for widget in hidden:
                widget.visible = False
            super().paint(painter)
        finally:
            for widget in hidden:
                widget.visible = True


def _seen(widget: Widget) -> Box:
    """Where a widget may be seen: in what it scrolls in, else everywhere."""
    parent = widget.parent
    while parent is not None:
        if isinstance(parent, ScrollArea):
            return parent.box.inflate(0, 2 * parent.bleed) if parent.sideways else parent.box.inflate(2 * parent.bleed, 0)
        parent = parent.parent
    return EVERYWHERE


class PacedTree(Tree):
    """A tree that can be woken: `ring` sets the one alarm there is. `version` grows with every change."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.version = 0
        self._is_dirty = True
        super().__init__(clock)
        self.root = StillRoot(self)
        self._call: Callable[[], None] | None = None
        self._at = 0.0
        self.lively: tuple[Widget, ...] = ()

    def enliven(self, widgets: Sequence[Widget]) -> None:
        """Paint these widgets on every frame from now on, and copy everything else as long as it does not change."""
        if self.lively != tuple(widgets):
            self.lively = tuple(widgets)
            self.dirty = True

    def clear(self) -> None:
        """Take all widgets away; none is lively."""
        super().clear()
        self.lively = ()

    @property
    def dirty(self) -> bool:
        """Whether something has to be drawn again."""
        return self._is_dirty

    @dirty.setter
    def dirty(self, dirty: bool) -> None:
        self._is_dirty = dirty
        if dirty:
            self.version += 1

    @property
    def waiting(self) -> bool:
        """Whether the alarm is set."""
        return self._call is not None

    def ring(self, seconds: float, call: Callable[[], None]) -> None:
        """Call something after so many seconds, instead of what was to be called before."""
        self._call = call
        self._at = self._clock() + seconds

    def ring_now(self) -> None:
        """Call at the next tick what was to be called later."""
        self._at = self._clock()

    def hush(self) -> None:
        """Call nothing."""
        self._call = None

    def next_wake(self) -> float | None:
        """Say when something will change by itself, in the clock's seconds."""
        toast = super().next_wake()
        if self._call is None:
            return toast
        return self._at if toast is None else min(self._at, toast)

    def tick(self) -> None:
        """Call what it is time for."""
        super().tick()
        call = self._call
        if call is not None and self._clock() >= self._at:
            self._call = None
            call()
