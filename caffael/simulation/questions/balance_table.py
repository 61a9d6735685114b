"""Verdicts and worths as tables on the terminal, and as plain data."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from caffael.simulation.play.shares import Figure
from caffael.simulation.play.summary_table import percent
from caffael.simulation.questions.balance import Verdict
from caffael.simulation.questions.worth import Worth

POINTS = ("score_gap",)
TIMES = ("with_winner",)


def written(verdict: Verdict, value: float) -> str:
    """A number of a verdict in the unit of its measure."""
    if verdict.bar.measure in POINTS:
        return f"{value:+.2f}"
    return f"{value:.2f} x" if verdict.bar.measure in TIMES else percent(value)


def bounds(verdict: Verdict) -> str:
    """The bounds of a verdict in words."""
    if verdict.least is None and verdict.most is not None:
        return f"at most {written(verdict, verdict.most)}"
    if verdict.most is None and verdict.least is not None:
        return f"at least {written(verdict, verdict.least)}"
    return f"{written(verdict, verdict.least or 0.0)} to {written(verdict, verdict.most or 0.0)}"


def print_verdicts(verdicts: Sequence[Verdict], stopped: bool) -> None:
    """Every bar with its figure, interval and verdict, and a sentence at the end."""
    console = Console()
    table = Table("Bar", "Of", "Figure", "95 % interval", "Wanted", "Games", "")
    for verdict in verdicts:
        figure = verdict.figure
        interval = f"{written(verdict, figure.low)} to {written(verdict, figure.high)}"
        holds = "[green]holds[/green]" if verdict.holds else "[bold red]falls short[/bold red]"
        row = (verdict.bar.title_en, verdict.thing, written(verdict, figure.value), interval, bounds(verdict), f"{verdict.games:,}", holds)
        table.add_row(*row)
    console.print(table)
    short = [verdict for verdict in verdicts if not verdict.holds]
    if stopped:
        console.print("Stopped before all bars were measured.")
    elif short:
        console.print(f"{len(short)} of {len(verdicts)} figures fall short.")
    else:
        console.print(f"All {len(verdicts)} figures hold.")


def as_data(verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """Verdicts as plain data."""
    return {"holds": all(verdict.holds for verdict in verdicts), "bars": [verdict.as_data() for verdict in verdicts]}


def print_worths(worths: Sequence[Worth], bot: str) -> None:
    """What each thing is worth to a bot."""
    table = Table("Without", "Wins with it", "Wins without it", "What it is worth", "95 % interval", title=f"Restricted play of {bot}")
    for worth in worths:
        gap = worth.gap
        table.add_row(worth.thing, percent(worth.with_it.value), percent(worth.without.value), points(gap.value), interval_of(gap))
    Console().print(table)


def points(value: float) -> str:
    """A difference of shares in percentage points."""
    return f"{value * 100:+.1f} points"


def interval_of(figure: Figure) -> str:
    """The interval of a difference of shares."""
    return f"{points(figure.low)} to {points(figure.high)}"


def worths_as_data(worths: Sequence[Worth]) -> list[dict[str, Any]]:
    """Worths as plain data."""
    return [
        {
            "thing": worth.thing,
            "with": worth.with_it.value,
            "without": worth.without.value,
            "gap": worth.gap.value,
            "low": worth.gap.low,
            "high": worth.gap.high,
        }
        for worth in worths
    ]
