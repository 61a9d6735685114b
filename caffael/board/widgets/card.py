"""Things with a look of their own that can be pressed: cards, hexes, tokens."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.board.theme import Ink
from caffael.board.widgets.base import Widget

Drawer = Callable[[Painter, Box], object]


@dataclass(eq=False, repr=False)
class Card(Widget):
    """Something that is drawn by a function, and pressed if `on_press` is given. Under the pointer it rises a little.

    `said` is read out after the label; `chosen` gives it a golden frame; `within` says which points are on it, when it is no rectangle.
    """

    role = "card"

    drawn: Drawer | None = None
    on_press: Callable[[], None] | None = None
    _: KW_ONLY
    said: str = ""
    chosen: bool = False
    rises: bool = True
    edge: Ink | None = None
    radius: float | str = "radius"
    within: Callable[[Point], bool] | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        self.can_focus = self.on_press is not None
        if self.on_press is not None:
            self.role = "button"

    @property
    def value(self) -> str:
        """What it shows, in words."""
        return self.said

    def covers(self, at: Point) -> bool:
        """Say whether a point is on it."""
        return super().covers(at) and (self.within is None or self.within(at))

    def shape(self, look: Look) -> tuple[Box, float]:
        """Ring it as it is drawn."""
        return self.box, look.measure(self.radius)

    def press(self) -> None:
        """Do what a touch of it means."""
        if self.on_press is not None:
            self.on_press()

    def draw(self, painter: Painter) -> None:
        """Draw it, raised under the pointer; without a drawing function as an empty card."""
        box = Box(self.box)
        if self.rises and self.enabled and self.on_press is not None:
            box.top += 1 if self.held else (-5 if self.hovered else 0)
        if self.drawn is None:
            painter.card(box, "paper", self.radius, self.edge)
        else:
            self.drawn(painter, box)
        if self.chosen:
            painter.rect(box.inflate(8, 8), None, painter.look.measure(self.radius) + 4, "gold", 5)
