"""Answers as figures: plain, in colours and shapes that everybody can tell apart, the same file for the same result."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.ticker import PercentFormatter

from caffael.simulation.play.shares import Figure
from caffael.simulation.questions.ranges import Setting
from caffael.simulation.questions.worth import Worth
from caffael.simulation.questions.writing import MEASURES, is_share, write_files

if TYPE_CHECKING:  # what a sweep and an analysis are made with takes long to load
    from caffael.simulation.questions.sensitivity import Sensitivity
    from caffael.simulation.questions.sweeping import Sweep

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
"""The colours of Okabe and Ito, but for the yellow, which is too light for lines."""
MARKS = "osD^vPX"
GREY = "#666666"
UNITS = {"": "", "x": "(times)", "+": "(more)"}
NEXT_TO = 0.012
"""Lines stand beside each other by this part of the axis, so that no interval hides another."""
TICKS = 8
"""Up to so many values stand on an axis one by one."""
KINDS = (".svg", ".png")
MAKER = "Caffael"
"""Stands in every figure, so that a command knows what it may replace."""
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
    named = {"Date": None, "Creator": MAKER} if kind == "svg" else {"Software": MAKER}
    drawing.savefig(target, format=kind, dpi=150, metadata=named)
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


def sweep_figure(result: "Sweep", kind: str = "svg") -> bytes:
    """Each outcome (a row) against each number (a column), with 95 % intervals: lines for a grid, a straight line through samples."""
    ranges, outcomes = result.experiment.ranges, result.experiment.outcomes
    with rc_context(STYLE):
        drawing = Drawing(figsize=(4.6 * len(ranges) + 0.4, 3.2 * len(outcomes) + 0.9), layout="constrained")
        places = drawing.subplots(len(outcomes), len(ranges), squeeze=False)
        for row, name in enumerate(outcomes):
            for column in range(len(ranges)):
                axes = places[row][column]
                draw_points(axes, result, name, column)
                label_axes(axes, result, name, column)
                if row == 0 and axes.get_legend_handles_labels()[1]:
                    axes.legend(fontsize=8, frameon=False, loc="lower left", bbox_to_anchor=(0.0, 1.0))
        experiment = result.experiment
        below = f"{experiment.games:,} games at each setting, 95 % intervals; dashed: as it is"
        drawing.suptitle(f"{experiment.scenario}: {', '.join(experiment.bots)}\n{below}", fontsize=11)
        return drawn(drawing, kind)


def draw_points(axes: Axes, result: "Sweep", name: str, column: int) -> None:
    """One outcome against one number."""
    groups = groups_of(result, column)
    look: dict[str, Any] = {"fmt": "o", "markersize": 4, "color": COLOURS[0] if result.sampled else GREY, "ecolor": "#AAAAAA"}
    if result.sampled or len(groups) > len(COLOURS):
        error_bars(axes, result, name, column, result.settings, 0.0, look)
        draw_middle(axes, result, name, column)
        return
    for number, (words, settings) in enumerate(groups.items()):
        look = {"color": COLOURS[number], "marker": MARKS[number], "markersize": 5, "linewidth": 1.4}
        if words:
            look["label"] = words
        error_bars(axes, result, name, column, settings, NEXT_TO * (number - (len(groups) - 1) / 2), look)


def error_bars(
    axes: Axes, result: "Sweep", name: str, column: int, settings: Sequence[Setting], aside: float, look: dict[str, Any]
) -> None:
    """The outcome at some settings with its intervals, by a part of the axis aside."""
    its = result.experiment.ranges[column]
    figures = [result.figures(setting)[name] for setting in settings]
    numbers = [its.number(place) for place in (0, len(its.values) - 1)]
    across = [its.number(setting[column]) + aside * (max(numbers) - min(numbers)) for setting in settings]
    axes.errorbar(across, [figure.value for figure in figures], yerr=spread(figures), capsize=3, **look)


def draw_middle(axes: Axes, result: "Sweep", name: str, column: int) -> None:
    """For samples the straight line through them, the other numbers at their means; for a grid of many lines their mean."""
    its = result.experiment.ranges[column]
    linear = result.linear_effects()
    if linear:
        last = len(its.values) - 1
        effect = linear[name][column].value
        middle = sum(result.figures(setting)[name].value for setting in result.settings) / len(result.settings)
        at = sum(its.part(setting[column]) for setting in result.settings) / len(result.settings)
        axes.plot([its.number(0), its.number(last)], [middle - effect * at, middle + effect * (1 - at)], color=COLOURS[1], linewidth=1.6)
    elif not result.sampled:
        found: dict[int, list[float]] = {}
        for setting in result.settings:
            found.setdefault(setting[column], []).append(result.figures(setting)[name].value)
        across = sorted(found, key=its.number)
        means = [sum(found[place]) / len(found[place]) for place in across]
        axes.plot([its.number(place) for place in across], means, color=COLOURS[1], linewidth=1.6, label="mean")


def groups_of(result: "Sweep", column: int) -> dict[str, list[Setting]]:
    """The settings that differ in one number alone, by the others in words, each in the order of that number."""
    others = [(i, its) for i, its in enumerate(result.experiment.ranges) if i != column]
    found: dict[str, list[Setting]] = {}
    for setting in result.settings:
        found.setdefault(", ".join(f"{its.name}={its.text(setting[i])}" for i, its in others), []).append(setting)
    ranges = result.experiment.ranges
    return {words: sorted(settings, key=lambda setting: ranges[column].number(setting[column])) for words, settings in found.items()}


def label_axes(axes: Axes, result: "Sweep", name: str, column: int) -> None:
    """What stands on the axes, and where the scenario is now."""
    its = result.experiment.ranges[column]
    axes.set_xlabel(f"{its.name} {UNITS[its.form]}".strip())
    if column == 0:
        axes.set_ylabel(name)
    if is_share(name):
        axes.yaxis.set_major_formatter(PercentFormatter(1.0))
    if its.present_place is not None:
        axes.axvline(its.number(its.present_place), color=GREY, linestyle="--", linewidth=1, zorder=1)
    if len(its.values) <= TICKS:
        places = range(len(its.values))
        axes.set_xticks([its.number(place) for place in places], [its.text(place) for place in places])


def sensitivity_figure(result: "Sensitivity", kind: str = "svg") -> bytes:
    """For each outcome (a row) how much each number matters, with the sampling interval."""
    names = [its.name for its in result.experiment.ranges]
    with rc_context(STYLE):
        drawing = Drawing(figsize=(7.5, (0.9 + 0.4 * len(names)) * len(result.indices) + 0.9), layout="constrained")
        places = drawing.subplots(len(result.indices), 1, squeeze=False)
        for row, (outcome, indices) in enumerate(result.indices.items()):
            axes = places[row][0]
            for number, (measure, interval) in enumerate(result.drawn):
                shift = 0.15 * (2 * number - len(result.drawn) + 1)
                values = [its[measure] or 0.0 for its in indices]
                halves = [its[interval] or 0.0 for its in indices]
                look = {"fmt": MARKS[number], "color": COLOURS[number], "capsize": 3, "label": MEASURES[measure]}
                axes.errorbar(values, [place + shift for place in range(len(names))], xerr=halves, **look)
            put_names(axes, names)
            axes.set_title(outcome, fontsize=10, loc="left")
            axes.legend(fontsize=8, frameon=False, loc="lower right", bbox_to_anchor=(1.0, 1.0), ncols=2)
        experiment = result.experiment
        heading = f"{experiment.scenario}: {', '.join(experiment.bots)}\n{result.method}, {experiment.games:,} games at each setting"
        drawing.suptitle(heading, fontsize=11)
        return drawn(drawing, kind)
