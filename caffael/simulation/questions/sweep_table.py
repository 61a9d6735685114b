"""A sweep on the terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Column, Table

from caffael.simulation.questions.numbers_in_words import change_with_interval, with_interval
from caffael.simulation.questions.sweeping import Sweep


def print_sweep(result: Sweep) -> None:
    """One table for each outcome: every setting with its figure and its difference to the scenario as it is. Then the linear effects."""
    console = Console()
    if result.as_it_is is None:
        console.print("Stopped before the first setting was played to the end.")
        return
    ranges = result.experiment.ranges
    for name in result.experiment.outcomes:
        table = Table(*headings([*(its.name for its in ranges), "Figure and 95 % interval", "Effect and 95 % interval"]), title=name)
        table.add_row(*("as it is" for _ in ranges), with_interval(name, result.as_it_is[name]), "")
        for setting in result.settings:
            words = [its.text(place) for its, place in zip(ranges, setting, strict=True)]
            effect = "none: as it is" if result.figures(setting) is result.as_it_is else effect_of(result, setting, name)
            table.add_row(*words, with_interval(name, result.figures(setting)[name]), effect)
        console.print(table)
    print_linear_effects(console, result)
    console.print(
        f"{result.experiment.games:,} games of {', '.join(result.experiment.bots)} at each setting, with the same deals. "
        "Effects are differences to the scenario as it is, in percentage points where the outcome is a share; "
        "their intervals take both runs as independent, so the true ones are narrower."
    )
    if result.stopped:
        console.print("Stopped before all settings were played; these are those that were.")


def headings(names: Sequence[str]) -> list[Column]:
    """Columns whose long names go on in the next line."""
    return [Column(name, overflow="fold") for name in names]


def effect_of(result: Sweep, setting: tuple[int, ...], name: str) -> str:
    """The effect of a setting on an outcome, in words."""
    return change_with_interval(name, result.effects(setting)[name])


def print_linear_effects(console: Console, result: Sweep) -> None:
    """How much each outcome changes as each number goes through its range."""
    linear = result.linear_effects()
    if not linear:
        return
    ranges = result.experiment.ranges
    table = Table(*headings(["From the first to the last value", *linear]), title="Linear effects and 95 % intervals")
    for i, its in enumerate(ranges):
        bounds = f"{its.name} {its.text(0)} to {its.text(len(its.values) - 1)}"
        table.add_row(bounds, *(change_with_interval(name, figures[i]) for name, figures in linear.items()))
    console.print(table)
