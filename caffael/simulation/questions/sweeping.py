"""Sweeps: the same games at many settings of a scenario's numbers, on a grid or at samples, and what difference each setting makes.

Samples are a Latin hypercube: each number's range is cut into as many strips as there are samples, and each strip is met once.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import stats
from scipy.stats import qmc

from caffael.simulation.play.laboratory import Laboratory
from caffael.simulation.play.shares import Figure, difference
from caffael.simulation.questions.experiment import Experiment, Figures, Measured, as_entry, description, measure
from caffael.simulation.questions.ranges import Range, RangeError, Setting, changes_of, number_of_settings, setting_at

MOST_SETTINGS = 2_000
SPARE = 2
"""So many more samples than numbers are needed to know how sure a straight line is."""


@dataclass(frozen=True)
class Sweep:
    """A sweep that was played: its settings in order, those alone that were played to the end.

    `sampled` says whether they are a Latin hypercube; otherwise they are a grid.
    """

    experiment: Experiment
    settings: tuple[Setting, ...]
    measured: Measured
    sampled: bool

    @property
    def stopped(self) -> bool:
        """Whether Ctrl-C broke it off."""
        return self.measured.stopped

    @property
    def as_it_is(self) -> Figures | None:
        """The figures of the scenario as it is, with which all are compared; None where not even that was played to the end."""
        return self.measured.figures.get(None)

    def figures(self, setting: Setting) -> Figures:
        """The figures at a setting."""
        return self.measured.figures[setting]

    def effects(self, setting: Setting) -> Figures:
        """How each outcome differs from the scenario as it is, the two taken as independent; nought where nothing is changed."""
        here, there = self.figures(setting), self.as_it_is or {}
        same = Figure(0.0, 0.0, 0.0)
        return {name: same if here is there else difference(here[name], there[name]) for name in there}

    def linear_effects(self) -> dict[str, list[Figure]]:
        """For samples: for each outcome how much it changes as each number goes through its range, by a straight line through all samples.

        Empty for a grid, and where too few samples were played.
        """
        names, ranges = self.experiment.outcomes, self.experiment.ranges
        if not self.sampled or len(self.settings) < len(ranges) + SPARE:
            return {}
        parts = np.array([[its.part(at) for at, its in zip(setting, ranges, strict=True)] for setting in self.settings])
        return {name: slopes(parts, np.array([self.figures(setting)[name].value for setting in self.settings])) for name in names}

    def as_data(self) -> dict[str, Any]:
        """The sweep as plain data. A setting's values are as `load_pack` takes them."""
        ranges, linear = self.experiment.ranges, self.linear_effects()
        return description(self.experiment) | {
            "method": "latin hypercube" if self.sampled else "grid",
            "as_it_is": None if self.as_it_is is None else {name: as_entry(figure) for name, figure in self.as_it_is.items()},
            "settings": [
                {
                    "values": changes_of(ranges, setting),
                    "outcomes": {name: as_entry(figure) for name, figure in self.figures(setting).items()},
                    "effects": {name: as_entry(figure) for name, figure in self.effects(setting).items()},
                }
                for setting in self.settings
            ],
            "linear_effects": {
                name: {its.name: as_entry(figure) for its, figure in zip(ranges, figures, strict=True)} for name, figures in linear.items()
            },
            "stopped": self.stopped,
        }

    def rows(self) -> Iterator[dict[str, Any]]:
        """One flat row for each setting: its values, and each outcome and effect with their intervals."""
        for setting in self.settings:
            row: dict[str, Any] = changes_of(self.experiment.ranges, setting)
            effects = self.effects(setting)
            for name, figure in self.figures(setting).items():
                row |= {name: figure.value, f"{name} low": figure.low, f"{name} high": figure.high}
                effect = effects[name]
                row |= {f"{name} effect": effect.value, f"{name} effect low": effect.low, f"{name} effect high": effect.high}
            yield row


def grid(ranges: Sequence[Range]) -> tuple[Setting, ...]:
    """Every setting there is, the last number changing first. Raises RangeError where a range names no step, or for too many."""
    for its in ranges:
        if not its.named:
            bounds = f"{its.text(0)}:{its.text(len(its.values) - 1)}"
            raise RangeError(f"{its.name}={bounds} names no step; write {bounds}:1 or a list, or add --sample 20.")
    check_number(number_of_settings(ranges))
    return tuple(itertools.product(*(range(len(its.values)) for its in ranges)))


def check_number(settings: int) -> None:
    """Raise RangeError for more settings than anybody waits for."""
    if settings > MOST_SETTINGS:
        raise RangeError(f"That makes {settings:,} settings; {MOST_SETTINGS:,} are the most: take larger steps, or --sample 100.")


def latin_hypercube(ranges: Sequence[Range], samples: int, seed: int) -> tuple[Setting, ...]:
    """So many settings spread over the ranges. Raises RangeError for a range of one value, and for too few or too many samples."""
    for its in ranges:
        if len(its.values) == 1:
            raise RangeError(f"{its.name} has one value only, so there is nothing to sample; write from:to.")
    if samples < len(ranges) + SPARE:
        raise RangeError(f"--sample {samples} is too few for what is set; write {len(ranges) + SPARE} or more.")
    check_number(samples)
    points = qmc.LatinHypercube(len(ranges), rng=seed).random(samples)
    return tuple(setting_at(ranges, point) for point in points)


def slopes(parts: "np.ndarray[Any, Any]", values: "np.ndarray[Any, Any]") -> list[Figure]:
    """Least squares: how much the values change as each column goes from 0 to 1, with the 95 % interval of Student's t."""
    samples, columns = parts.shape
    table = np.column_stack([np.ones(samples), parts])
    inverse = np.linalg.pinv(table.T @ table)
    found = inverse @ table.T @ values
    rest = values - table @ found
    free = samples - columns - 1
    half = stats.t.ppf(0.975, free) * np.sqrt(np.maximum(np.diag(inverse) * (rest @ rest) / free, 0.0))
    return [Figure(float(found[i]), float(found[i] - half[i]), float(found[i] + half[i])) for i in range(1, columns + 1)]


def sweep(experiment: Experiment, settings: Sequence[Setting], sampled: bool, laboratory: Laboratory) -> Sweep:
    """Play the scenario as it is and at each setting, all with the same deals. Ctrl-C ends it with the settings that were played."""
    measured = measure(experiment, [None, *settings], laboratory)
    done = tuple(setting for setting in settings if setting in measured.figures)
    return Sweep(experiment, done, measured, sampled)
