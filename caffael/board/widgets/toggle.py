"""A switch: on or off."""

from collections.abc import Callable

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Widget
from caffael.presentation import rows

WIDE, HIGH = 72.0, 40.0


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
