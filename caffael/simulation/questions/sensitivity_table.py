"""A sensitivity analysis on the terminal."""

from rich.console import Console
from rich.table import Column, Table

from caffael.simulation.questions.numbers_in_words import is_share
from caffael.simulation.questions.sensitivity import MEASURES, Sensitivity

HEADINGS = {
    "mu_star": "mu*",
    "mu_star_conf": "± 95 %",
    "mu": "mu",
    "sigma": "sigma",
    "S1": "S1",
    "S1_conf": "± 95 %",
    "ST": "ST",
    "ST_conf": "± 95 %",
}
MEANING = {
    "morris": "mu* is by how much the outcome changes, on average, as a number goes through its whole range; mu is the same with its sign; "
    "sigma is large where that depends on the other numbers. For shares they are percentage points.",
    "sobol": "S1 is the part of the outcome's variance that a number explains by itself, ST the part in which it has any hand; "
    "where ± is as large as the number, take more samples.",
}


def print_sensitivity(result: Sensitivity) -> None:
    """One table for each outcome, the number that matters most first, and what the measures mean."""
    console = Console()
    if not result.indices:
        console.print("Stopped before enough was played to tell anything.")
        return
    names = [its.name for its in result.experiment.ranges]
    first = result.drawn[-1][0]
    for outcome, indices in result.indices.items():
        table = Table(Column("Number", overflow="fold"), *(HEADINGS[column] for column in MEASURES[result.method]), title=outcome)
        for name, its in sorted(zip(names, indices, strict=True), key=lambda row: -(row[1][first] or 0.0)):
            table.add_row(name, *(number(outcome, column, its[column]) for column in MEASURES[result.method]))
        console.print(table)
    console.print(MEANING[result.method])
    experiment = result.experiment
    console.print(
        f"{result.settings:,} different settings, {experiment.games:,} games of {', '.join(experiment.bots)} at each, with the same deals. "
        "Values between whole numbers are rounded to one of them."
    )
    noise = ", ".join(f"{outcome} ±{number(outcome, 'mu', half)}" for outcome, half in result.noise.items())
    console.print(f"Chance alone moves one setting's outcome by this much (half its 95 % interval): {noise}.")
    if result.stopped:
        console.print(f"Stopped early: only the first {result.blocks} samples are in it.")


def number(outcome: str, column: str, value: float | None) -> str:
    """A measure in words: those of Morris in the outcome's unit, those of Sobol as parts of one."""
    if value is None:
        return "?"
    if column in MEASURES["sobol"]:
        return f"{value:.2f}"
    return f"{value * 100:.1f}" if is_share(outcome) else f"{value:.2f}"
