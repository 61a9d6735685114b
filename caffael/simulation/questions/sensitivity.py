"""Which numbers of a scenario matter most for an outcome: elementary effects by Morris, and Sobol's shares of the variance.

Both ask at points that the method spreads over the ranges; whole numbers are rounded, so that each value has an equal part of its range.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from SALib.analyze import morris as morris_analysis
from SALib.analyze import sobol as sobol_analysis
from SALib.sample import morris as morris_sample
from SALib.sample import sobol as sobol_sample

from caffael.simulation.play.laboratory import Laboratory
from caffael.simulation.questions.experiment import Experiment, description, measure
from caffael.simulation.questions.ranges import Range, RangeError, Setting, setting_at

Method = Literal["morris", "sobol"]
MEASURES: dict[Method, tuple[str, ...]] = {
    "morris": ("mu_star", "mu_star_conf", "mu", "sigma"),
    "sobol": ("S1", "S1_conf", "ST", "ST_conf"),
}
"""What each method tells of a number."""
LEVELS = 4
JUMP = LEVELS / (2 * (LEVELS - 1))
"""Morris's walks jump by two thirds of a range."""
FEWEST = 2
MOST_SETTINGS = 5_000
Numbers = np.ndarray[Any, np.dtype[np.float64]]
Indices = list[dict[str, float | None]]
"""For each number its measures by name; None where a measure can't be told."""


@dataclass(frozen=True)
class Design:
    """Where a method asks: its points in blocks of one size, and their settings."""

    method: Method
    points: Numbers
    settings: tuple[Setting, ...]
    block: int

    @property
    def blocks(self) -> int:
        """How many blocks there are: walks by Morris, base samples by Sobol."""
        return len(self.settings) // self.block


@dataclass(frozen=True)
class Sensitivity:
    """An analysis. `blocks` is how many were played to the end; `noise` is half the mean 95 % interval of an outcome at one setting.

    Without two whole blocks there are no indices.
    """

    experiment: Experiment
    method: Method
    blocks: int
    settings: int
    indices: dict[str, Indices]
    noise: dict[str, float]
    stopped: bool

    @property
    def measures(self) -> tuple[str, ...]:
        """What the method tells of a number."""
        return MEASURES[self.method]

    @property
    def drawn(self) -> tuple[tuple[str, str], ...]:
        """The measures that a figure shows, each with the name of its interval."""
        return (("mu_star", "mu_star_conf"),) if self.method == "morris" else (("S1", "S1_conf"), ("ST", "ST_conf"))

    def as_data(self) -> dict[str, Any]:
        """The analysis as plain data; the intervals are the half widths of 95 % intervals."""
        names = [its.name for its in self.experiment.ranges]
        indices = {outcome: dict(zip(names, found, strict=True)) for outcome, found in self.indices.items()}
        return description(self.experiment) | {
            "method": self.method,
            "blocks": self.blocks,
            "settings": self.settings,
            "indices": indices,
            "noise": self.noise,
            "rounded": True,
            "stopped": self.stopped,
        }

    def rows(self) -> list[dict[str, Any]]:
        """One flat row for each outcome and number."""
        names = [its.name for its in self.experiment.ranges]
        pairs = [(outcome, name, its) for outcome, found in self.indices.items() for name, its in zip(names, found, strict=True)]
        return [{"outcome": outcome, "parameter": name} | its for outcome, name, its in pairs]


def design(ranges: Sequence[Range], method: Method, samples: int, seed: int) -> Design:
    """Where a method asks. Raises RangeError for what it can't work with."""
    if len(ranges) < 2:
        raise RangeError("A sensitivity analysis compares numbers: write --set twice or more; for one number, see `caffael sweep`.")
    for its in ranges:
        if len(its.values) == 1:
            raise RangeError(f"{its.name} has one value only, so it has no effect; write from:to.")
    if samples < FEWEST:
        raise RangeError(f"--samples {samples} is too few; write {FEWEST} or more.")
    if method == "sobol" and samples & (samples - 1):
        below = 2 ** (samples.bit_length() - 1)
        raise RangeError(f"For sobol --samples must be a power of 2, not {samples}; write {below} or {2 * below}.")
    block = len(ranges) + (1 if method == "morris" else 2)
    if samples * block > MOST_SETTINGS:
        raise RangeError(f"That makes {samples * block:,} settings; {MOST_SETTINGS:,} are the most, so write fewer --samples.")
    if method == "morris":
        points = morris_sample.sample(problem(ranges), samples, num_levels=LEVELS, seed=seed)
    else:
        points = sobol_sample.sample(problem(ranges), samples, calc_second_order=False, seed=seed)
    return Design(method, points, tuple(setting_at(ranges, point) for point in points), block)


def problem(ranges: Sequence[Range]) -> dict[str, Any]:
    """The unit cube, as SALib asks for it."""
    return {"num_vars": len(ranges), "names": [its.name for its in ranges], "bounds": [[0.0, 1.0]] * len(ranges)}


def analyse(experiment: Experiment, asked: Design, laboratory: Laboratory) -> Sensitivity:
    """Play all settings of a design with the same deals. Ctrl-C ends it with the blocks that were played to the end."""
    measured = measure(experiment, asked.settings, laboratory)
    missing = [i for i, setting in enumerate(asked.settings) if setting not in measured.figures]
    blocks = min(missing, default=len(asked.settings)) // asked.block
    done = asked.settings[: blocks * asked.block]
    indices: dict[str, Indices] = {}
    noise: dict[str, float] = {}
    for name in experiment.outcomes if blocks >= FEWEST else ():
        figures = [measured.figures[setting][name] for setting in done]
        values = np.array([figure.value for figure in figures], dtype=np.float64)
        indices[name] = indices_of(experiment, asked, done, values)
        noise[name] = sum(figure.high - figure.low for figure in figures) / (2 * len(figures))
    return Sensitivity(experiment, asked.method, blocks, len(set(done)), indices, noise, measured.stopped)


def indices_of(experiment: Experiment, asked: Design, done: Sequence[Setting], values: Numbers) -> Indices:
    """The measures of each number, for one outcome."""
    ranges, seed = experiment.ranges, experiment.seed + 1  # SALib takes the seed 0 for none
    names = MEASURES[asked.method]
    with np.errstate(all="ignore"):
        if asked.method == "morris":
            points, jumps = asked.points[: len(done)], jumped(ranges, done, asked.block)
            found = morris_analysis.analyze(problem(ranges), points, values, num_levels=LEVELS, seed=seed)
            measures = {name: np.array(found[name]) * jumps for name in names}
        elif np.ptp(values) == 0:
            measures = {name: np.zeros(len(ranges)) for name in names}
        else:
            found = sobol_analysis.analyze(problem(ranges), values, calc_second_order=False, seed=seed)
            measures = {name: found[name] for name in names}
    return [{name: finite(numbers[i]) for name, numbers in measures.items()} for i in range(len(ranges))]


def jumped(ranges: Sequence[Range], done: Sequence[Setting], block: int) -> Numbers:
    """For each number the jump that Morris's effects are reckoned with, over the mean of those that rounding has left.

    With it an effect is that of the whole range, for a switch as for a number of pounds.
    """
    places = np.array(done).reshape(-1, block, len(ranges))
    steps = np.abs(np.diff(places, axis=1)).sum(axis=(0, 1)) / len(places)
    return np.array([JUMP * (len(its.values) - 1) / step for its, step in zip(ranges, steps, strict=True)])


def finite(value: Any) -> float | None:
    """A number, or None for one that can't be told."""
    return float(value) if math.isfinite(value) else None
