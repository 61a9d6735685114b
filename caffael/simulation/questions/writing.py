"""Figures as people read them: shares in per cent, points and tonnes as they are."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from caffael.simulation.play.shares import Figure

PLAIN_NUMBERS = ("mean_score", "carbon_median_t", "spread", "over_cost")
"""Outcomes that are no shares."""
MEASURES = {
    "mu_star": "mu*",
    "mu_star_conf": "± 95 %",
    "mu": "mu",
    "sigma": "sigma",
    "S1": "S1",
    "S1_conf": "± 95 %",
    "ST": "ST",
    "ST_conf": "± 95 %",
}
"""The measures of a sensitivity analysis, as people read them."""


def percent(value: float) -> str:
    """A share as per cent."""
    return f"{value * 100:.1f} %"


def points(value: float) -> str:
    """A difference of shares in percentage points."""
    return f"{value * 100:+.1f} points"


def is_share(outcome: str) -> bool:
    """Whether an outcome is a share of something."""
    return outcome.partition(":")[0] not in PLAIN_NUMBERS


def written(outcome: str, value: float) -> str:
    """A value of an outcome."""
    return percent(value) if is_share(outcome) else f"{value:,.1f}"


def with_interval(outcome: str, figure: Figure) -> str:
    """A figure with its interval, whose unit is that of the figure."""
    low, high = (written(outcome, bound).removesuffix(" %") for bound in (figure.low, figure.high))
    return f"{written(outcome, figure.value)} ({low} to {high})"


def change_written(outcome: str, value: float) -> str:
    """A difference of an outcome: percentage points for a share."""
    return f"{value * 100:+.1f}" if is_share(outcome) else f"{value:+,.1f}"


def change_with_interval(outcome: str, figure: Figure) -> str:
    """A difference with its interval."""
    return f"{change_written(outcome, figure.value)} ({change_written(outcome, figure.low)} to {change_written(outcome, figure.high)})"


def measured(outcome: str, column: str, value: float | None) -> str:
    """A measure in words: those of Morris in the outcome's unit, those of Sobol as parts of one."""
    if value is None:
        return "?"
    if column.startswith("S"):
        return f"{value:.2f}"
    return f"{value * 100:.1f}" if is_share(outcome) else f"{value:.2f}"


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made where it isn't there. Raises OSError where that can't be done, with nothing changed."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".writing-", dir=folder) as beside:
        for name, content in files.items():
            (Path(beside) / name).write_bytes(content)
        for name in files:
            (Path(beside) / name).replace(folder / name)


def json_file(data: Any) -> bytes:
    """Plain data as the content of a file."""
    return (json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def csv_file(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Flat rows as a spreadsheet; the first row's names head it."""
    text = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(text, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow(row)
    return text.getvalue().encode()
