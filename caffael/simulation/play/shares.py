"""Shares, means and ratios with their 95 % intervals."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

Z = 1.959964
"""The 97.5 % point of the normal distribution."""


@dataclass(frozen=True)
class Figure:
    """A measured number and its 95 % interval."""

    value: float
    low: float
    high: float


def share(part: float, whole: float) -> Figure:
    """A share and Wilson's score interval; nothing known of nothing is 0 to 1."""
    if whole <= 0:
        return Figure(0.0, 0.0, 1.0)
    value = part / whole
    middle = (value + Z * Z / (2 * whole)) / (1 + Z * Z / whole)
    half = Z * math.sqrt(value * (1 - value) / whole + Z * Z / (4 * whole * whole)) / (1 + Z * Z / whole)
    return Figure(value, max(min(middle - half, value), 0.0), min(max(middle + half, value), 1.0))


def mean(total: float, squares: float, count: int) -> Figure:
    """A mean from a sum and a sum of squares."""
    if count == 0:
        return Figure(0.0, 0.0, 0.0)
    value = total / count
    spread = math.sqrt(max(squares / count - value * value, 0.0) / count)
    return Figure(value, value - Z * spread, value + Z * spread)


def difference(one: Figure, other: Figure) -> Figure:
    """One figure less another, as if they were independent: with the same seeds the true interval is narrower."""
    half = math.hypot(one.high - one.low, other.high - other.low) / 2
    value = one.value - other.value
    return Figure(value, value - half, value + half)


def quotient(one: Figure, other: Figure) -> Figure:
    """One mean over another, as if they were independent: in the same games the true interval is narrower. 0 over nothing."""
    if other.value <= 0:
        return Figure(0.0, 0.0, math.inf)
    value = one.value / other.value
    half = math.hypot(one.high - one.low, value * (other.high - other.low)) / (2 * other.value)
    return Figure(value, value - half, value + half)


def ratio(part: float, whole: float, other_part: float, other_whole: float) -> Figure:
    """A share divided by another share (a relative risk), with the usual interval of its logarithm."""
    if not part or not other_part or not whole or not other_whole:
        return Figure(math.inf if part and not other_part else 0.0, 0.0, math.inf)
    value = (part / whole) / (other_part / other_whole)
    spread = Z * math.sqrt(max(1 / part - 1 / whole + 1 / other_part - 1 / other_whole, 0.0))
    return Figure(value, value * math.exp(-spread), value * math.exp(spread))


def percentile(counts: Mapping[int, int], percent: int) -> float:
    """A percentile of numbers that are counted by value, by the nearest rank; 0 when there are none."""
    left = sum(counts.values()) * percent / 100
    for value in sorted(counts):
        left -= counts[value]
        if left <= 0:
            return float(value)
    return 0.0
