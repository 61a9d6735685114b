"""Bars as shapes of a picture 720 units wide: each has its name and its number above it."""

from dataclasses import dataclass

from caffael.presentation.blocks import Bars
from caffael.words.colours import written
from caffael.words.inks import colour_of

WIDTH = 720
STEP = 46
TOP = 18
THICK = 16
"""From the top of a bar's row down to the bar, and how thick it is."""
GAP = 1.5


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled box."""

    left: float
    top: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture: boxes, names on the left, numbers on the right, and a line across."""

    height: int
    shapes: tuple[Shape, ...]
    names: tuple[tuple[float, str, str], ...]  # base line, name, number
    mark: float | None
    legend: tuple[tuple[str, str], ...]  # name, colour


def drawn(bars: Bars) -> Drawn:
    """The picture of bars; every bar has a pale ground as wide as the picture."""
    shapes: list[Shape] = []
    names = []
    for place, bar in enumerate(bars.bars):
        top = place * STEP + TOP + 6.0
        names.append((place * STEP + TOP, bar.label, bar.value))
        shapes.append(Shape(0, top, WIDTH, THICK, "#ece7dc"))
        left = 0.0
        for share, colour in bar.parts:
            wide = WIDTH * share
            shapes.append(Shape(round(left, 2), top, round(max(wide - GAP, 0.5), 2), THICK, written(colour_of(colour))))
            left += wide
    mark = None if bars.mark is None else round(WIDTH * bars.mark, 2)
    legend = tuple((name, written(colour_of(colour))) for name, colour in bars.legend)
    return Drawn(len(bars.bars) * STEP + 2, tuple(shapes), tuple(names), mark, legend)
