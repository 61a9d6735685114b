"""The three drawings of a report as inline SVG: intervals against bounds, stacked bars, columns. Each has a title and a description.

Colours never stand alone: a shape, a number or a word says the same. Everything drawn from a pack's words is escaped.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from caffael.simulation.play.shares import Figure

WIDTH = 840
LETTER = 7.4
"""How wide a letter of the labels is, about."""
WIDEST_NAMES = 320
ROW = 24
TICKS = 5
TINTS = ("#9ecae9", "#ffbf79", "#88d27a", "#f2cf5b", "#ff9d98", "#d6a5c9", "#b79a8b", "#c9c9c9")
"""Light enough for dark figures on them."""
LOOKS = {
    "": Markup(""),
    "axis": Markup(' font-size="11" fill="#4c5660"'),
    "grid": Markup(' stroke="#ddd3bf"'),
    "zero": Markup(' stroke="#4c5660"'),
    "wanted": Markup(' fill="#cfe6c8"'),
    "interval": Markup(' stroke="#1d2b36" stroke-width="2"'),
    "dot": Markup(' fill="#0072b2"'),
    "short": Markup(' fill="#a51f18"'),
    "part": Markup(' stroke="#1d2b36" stroke-width="0.7"'),
    "column": Markup(' fill="#56a0d3"'),
    "mark": Markup(' stroke="#a51f18" stroke-width="2" stroke-dasharray="6 4"'),
}
"""How things are drawn; written into the drawing itself, so that it keeps its look when it is taken out of the page."""
FONT = Markup('font-family="system-ui, sans-serif" font-size="12" fill="#1d2b36"')
FRAME = Markup('<svg viewBox="0 0 {} {}" role="img" aria-labelledby="{}-title {}-desc" {}>')
Written = Callable[[float], str]


@dataclass(frozen=True)
class Interval:
    """A row of a drawing of intervals: its name, its figure, the bounds it is held to, and whether it holds (None: nothing is asked)."""

    name: str
    figure: Figure
    least: float | None = None
    most: float | None = None
    holds: bool | None = None


def svg(key: str, title: str, description: str, height: float, shapes: Sequence[Markup]) -> Markup:
    """The frame of a drawing."""
    opening = FRAME.format(WIDTH, round(height), key, key, FONT)
    named = Markup('<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>').format(key, title, key, description)
    return opening + named + Markup("").join(shapes) + Markup("</svg>")


def text(x: float, y: float, words: str, anchor: str = "start", look: str = "") -> Markup:
    """Words at a place."""
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}"{}>{}</text>').format(x, y, anchor, LOOKS[look], words)


def line(x1: float, y1: float, x2: float, y2: float, look: str) -> Markup:
    """A straight line."""
    return Markup('<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"{}/>').format(x1, y1, x2, y2, LOOKS[look])


def box(x: float, y: float, width: float, height: float, look: str = "", fill: str = "") -> Markup:
    """A rectangle."""
    colour = Markup(' fill="{}"').format(fill) if fill else Markup("")
    return Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"{}{}/>').format(
        x, y, max(width, 0), height, LOOKS[look], colour
    )


def names_width(names: Sequence[str]) -> float:
    """The room for the names down the side."""
    return min(max((len(name) for name in names), default=0) * LETTER + 12, WIDEST_NAMES)


def fitting(name: str) -> str:
    """A name that fits down the side."""
    most = int((WIDEST_NAMES - 12) / LETTER)
    return name if len(name) <= most else name[: most - 1] + "…"


def ticks(low: float, high: float) -> list[float]:
    """Round numbers from low to high, about five."""
    rough = (high - low) / TICKS or 1.0
    unit = 10 ** math.floor(math.log10(rough))
    step = next(times * unit for times in (1, 2, 5, 10) if times * unit >= rough * 0.999)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def scale(low: float, high: float, left: float, right: float) -> Callable[[float], float]:
    """Where a value stands between left and right; what is beyond the axis stands at its end."""
    span = (high - low) or 1.0
    return lambda value: left + (min(max(value, low), high) - low) / span * (right - left)


def grid(low: float, high: float, place: Callable[[float], float], bottom: float, written: Written) -> list[Markup]:
    """Lines at round numbers, with these below."""
    shapes: list[Markup] = []
    for tick in ticks(low, high):
        x = place(tick)
        shapes += [line(x, 4, x, bottom, "zero" if abs(tick) < 1e-12 else "grid"), text(x, bottom + 16, written(tick), "middle", "axis")]
    return shapes


def intervals(key: str, title: str, rows: Sequence[Interval], axis: Written, written: Callable[[Figure], str]) -> Markup:
    """Figures as dots with their 95 % intervals, one below the other. A pale band is what a figure is held to; a diamond falls short."""
    ends = [end for row in rows for end in (row.figure.value, row.figure.low, row.figure.high, row.least, row.most, 0.0)]
    inside = [end for end in ends if end is not None and math.isfinite(end)]
    low, high = min(inside, default=0.0), max(inside, default=1.0)
    pad = (high - low) * 0.03 or 1.0
    low, high = (low - pad if low < 0 else low), high + pad
    words = [written(row.figure) + (" falls short" if row.holds is False else "") for row in rows]
    left, right = names_width([row.name for row in rows]), WIDTH - max(map(len, words), default=0) * LETTER - 16
    place, bottom = scale(low, high, left, right), ROW * len(rows) + 8
    shapes = []
    for number, row in enumerate(rows):
        if row.least is not None or row.most is not None:
            start = place(low if row.least is None else row.least)
            end = place(high if row.most is None else row.most)
            shapes.append(box(start, 6 + ROW * number, end - start, ROW - 4, "wanted"))
    shapes += grid(low, high, place, bottom, axis)
    for number, (row, said) in enumerate(zip(rows, words, strict=True)):
        y = 4 + ROW * (number + 0.5)
        shapes += [text(left - 8, y + 4, fitting(row.name), "end"), *whisker(row, place, y), text(right + 10, y + 4, said)]
    told = "; ".join(f"{row.name}: {said}" for row, said in zip(rows, words, strict=True))
    return svg(key, title, f"{told}.", bottom + 24, shapes)


def whisker(row: Interval, place: Callable[[float], float], y: float) -> list[Markup]:
    """An interval with its dot, or a diamond where the figure falls short."""
    x = place(row.figure.value)
    if row.holds is False:
        mark = Markup('<path d="M{:.1f} {:.1f}l6 -6l6 6l-6 6z"{}/>').format(x - 6, y, LOOKS["short"])
    else:
        mark = Markup('<circle cx="{:.1f}" cy="{:.1f}" r="4.5"{}/>').format(x, y, LOOKS["dot"])
    return [line(place(row.figure.low), y, place(row.figure.high), y, "interval"), mark]


def stacked(key: str, title: str, names: Sequence[str], parts: Sequence[str], values: Sequence[Sequence[float]]) -> Markup:
    """A bar for each name, of numbered parts end to end; parts below nought go to the left of it. A legend below says which is which."""
    low = min((sum(value for value in row if value < 0) for row in values), default=0.0)
    high = max((sum(value for value in row if value > 0) for row in values), default=1.0)
    left = names_width(names)
    height = ROW + 10
    place, bottom = scale(low, max(high, low + 1), left, WIDTH - 60), height * len(names) + 8
    shapes = grid(low, max(high, low + 1), place, bottom, lambda value: f"{value:g}")
    for number, (name, row) in enumerate(zip(names, values, strict=True)):
        y = 6 + height * number
        shapes.append(text(left - 8, y + 19, fitting(name), "end"))
        shapes += segments(row, place, y, height - 6)
        shapes.append(text(place(sum(value for value in row if value > 0)) + 6, y + 19, f"{sum(row):.1f}"))
    for number, part in enumerate(parts):
        x, y = left + (number % 3) * 200, bottom + 34 + 22 * (number // 3)
        shapes += [box(x, y - 13, 18, 17, "part", TINTS[number]), text(x + 9, y, str(number + 1), "middle"), text(x + 24, y, part)]
    told = "; ".join(
        f"{name}: " + ", ".join(f"{part} {value:.1f}" for part, value in zip(parts, row, strict=True))
        for name, row in zip(names, values, strict=True)
    )
    return svg(key, title, f"{told}.", bottom + 34 + 22 * ((len(parts) + 2) // 3), shapes)


def segments(row: Sequence[float], place: Callable[[float], float], y: float, height: float) -> list[Markup]:
    """The parts of one bar, each with its number where there is room."""
    shapes: list[Markup] = []
    ends = {True: 0.0, False: 0.0}
    for number, value in enumerate(row):
        start = ends[value > 0]
        ends[value > 0] = start + value
        x1, x2 = sorted((place(start), place(start + value)))
        if x2 - x1 >= 0.5:
            shapes.append(box(x1, y, x2 - x1, height, "part", TINTS[number]))
        if x2 - x1 >= 12:
            shapes.append(text((x1 + x2) / 2, y + 19, str(number + 1), "middle"))
    return shapes


def columns(
    key: str, title: str, names: Sequence[str], shares: Sequence[float], across: str, mark: tuple[float, str] | None = None
) -> Markup:
    """Shares as columns side by side, each name below its column; `mark` is a line at a place (in columns from the left) and its words."""
    top, bottom, left, right = 40, 220, 16, WIDTH - 16
    wide = (right - left) / max(len(names), 1)
    most = max([*shares, 1e-9])
    every = max(math.ceil(max(map(len, names), default=1) * LETTER / wide + 0.2), 1)
    shapes = [line(left, bottom, right, bottom, "zero")]
    for number, (name, value) in enumerate(zip(names, shares, strict=True)):
        x, height = left + wide * number, (bottom - top) * value / most
        shapes.append(box(x + 1, bottom - height, wide - 2, height, "column"))
        if wide >= 40:
            shapes.append(text(x + wide / 2, bottom - height - 4, f"{value * 100:.1f} %", "middle", "axis"))
        if number % every == 0:
            shapes.append(text(x + wide / 2, bottom + 16, name, "middle", "axis"))
    if mark is not None:
        x = min(max(left + wide * mark[0], left), right)
        shapes += [line(x, 20, x, bottom, "mark"), text(x, 14, mark[1], "end" if x > WIDTH / 2 else "start")]
    shapes.append(text((left + right) / 2, bottom + 36, across, "middle"))
    told = "; ".join(f"{name}: {value * 100:.1f} %" for name, value in zip(names, shares, strict=True))
    return svg(key, title, f"{across}. {told}.", bottom + 44, shapes)
