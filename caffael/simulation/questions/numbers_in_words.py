"""Figures as people read them: shares in per cent, points and tonnes as they are."""

from caffael.simulation.play.shares import Figure

PLAIN_NUMBERS = ("mean_score", "carbon_median_t")
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
