"""Figures as files: plain, in colours and shapes that everybody can tell apart, the same file for the same result."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.ticker import PercentFormatter

from caffael.simulation.play.shares import Figure
from caffael.simulation.questions.worth import Worth
from caffael.simulation.questions.written_files import write_files

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
"""The colours of Okabe and Ito, but for the yellow, which is too light for lines."""
MARKS = "osD^vPX"
GREY = "#666666"
KINDS = (".svg", ".png")
STYLE: Any = {  # its type would list every setting of matplotlib
    "font.size": 10,
    "svg.fonttype": "none",
    "svg.hashsalt": "caffael",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#DDDDDD",
    "axes.axisbelow": True,
}


class FigureError(ValueError):
    """A figure that can't be drawn; its text is one plain sentence."""


def check_figure_name(path: Path) -> None:
    """Raise FigureError for the name of a file that no figure can have."""
    if path.suffix.lower() not in KINDS:
        raise FigureError(f"A figure is a file that ends in .svg or .png, not {path.name!r}.")


def drawn(drawing: Drawing, kind: str = "svg") -> bytes:
    """A drawing as the content of a file."""
    target = io.BytesIO()
    nameless = {"Date": None} if kind == "svg" else {"Software": None}
    drawing.savefig(target, format=kind, dpi=150, metadata=nameless)
    return target.getvalue()


def put_names(axes: Axes, names: Sequence[str]) -> None:
    """Names down the side, and a line at nought."""
    axes.axvline(0, color=GREY, linewidth=1)
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)


def spread(figures: Sequence[Figure]) -> tuple[list[float], list[float]]:
    """How far the intervals of figures go below and above them."""
    below = [max(figure.value - figure.low, 0.0) for figure in figures]
    return below, [max(figure.high - figure.value, 0.0) for figure in figures]


def worth_figure(worths: Sequence[Worth], bot: str, path: Path) -> None:
    """Write what things are worth to a bot as a file, .svg or .png. Raises FigureError for another kind, and OSError."""
    check_figure_name(path)
    gaps = [worth.gap for worth in worths]
    with rc_context(STYLE):
        drawing = Drawing(figsize=(7, 1.4 + 0.35 * len(worths)), layout="constrained")
        axes = drawing.subplots()
        axes.errorbar([gap.value for gap in gaps], range(len(gaps)), xerr=spread(gaps), fmt="o", color=COLOURS[0], ecolor=GREY, capsize=3)
        put_names(axes, [worth.thing for worth in worths])
        axes.xaxis.set_major_formatter(PercentFormatter(1.0))
        axes.set_xlabel("Share of wins that it brings, with 95 % interval")
        axes.set_title(f"What things are worth to {bot}", fontsize=11)
        write_files(path.parent, {path.name: drawn(drawing, path.suffix.lower()[1:])})
