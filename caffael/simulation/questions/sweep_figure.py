"""A sweep as a figure."""

from collections.abc import Sequence
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing
from matplotlib.ticker import PercentFormatter

from caffael.simulation.questions.figures import COLOURS, GREY, MARKS, STYLE, drawn, spread
from caffael.simulation.questions.numbers_in_words import is_share
from caffael.simulation.questions.ranges import Setting
from caffael.simulation.questions.sweeping import Sweep

UNITS = {"": "", "x": "(times)", "+": "(more)"}
NEXT_TO = 0.012
"""Lines stand beside each other by this part of the axis, so that no interval hides another."""
TICKS = 8
"""Up to so many values stand on an axis one by one."""


def sweep_figure(result: Sweep, kind: str = "svg") -> bytes:
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


def draw_points(axes: Axes, result: Sweep, name: str, column: int) -> None:
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


def error_bars(axes: Axes, result: Sweep, name: str, column: int, settings: Sequence[Setting], aside: float, look: dict[str, Any]) -> None:
    """The outcome at some settings with its intervals, by a part of the axis aside."""
    its = result.experiment.ranges[column]
    figures = [result.figures(setting)[name] for setting in settings]
    numbers = [its.number(place) for place in (0, len(its.values) - 1)]
    across = [its.number(setting[column]) + aside * (max(numbers) - min(numbers)) for setting in settings]
    axes.errorbar(across, [figure.value for figure in figures], yerr=spread(figures), capsize=3, **look)


def draw_middle(axes: Axes, result: Sweep, name: str, column: int) -> None:
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


def groups_of(result: Sweep, column: int) -> dict[str, list[Setting]]:
    """The settings that differ in one number alone, by the others in words, each in the order of that number."""
    others = [(i, its) for i, its in enumerate(result.experiment.ranges) if i != column]
    found: dict[str, list[Setting]] = {}
    for setting in result.settings:
        found.setdefault(", ".join(f"{its.name}={its.text(setting[i])}" for i, its in others), []).append(setting)
    ranges = result.experiment.ranges
    return {words: sorted(settings, key=lambda setting: ranges[column].number(setting[column])) for words, settings in found.items()}


def label_axes(axes: Axes, result: Sweep, name: str, column: int) -> None:
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
