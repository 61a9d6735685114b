"""Every pupil has a voice: what each would weigh and who will win, told as a spread; and how often the class was right."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from caffael.classroom.room_view import Spread
from caffael.presentation.tender.draft import WeightRows
from caffael.rules.terms import NONE


@dataclass(frozen=True, slots=True)
class Voice:
    """What one pupil says of a tender: a row of weights and a supplier; NONE where nothing."""

    weights: int = NONE
    winner: int = NONE


class Guesses(NamedTuple):
    """How a class guessed at one tender. `turn`: how many actions had been played before its publication."""

    turn: int
    seat: int
    need: int
    supplier: int  # who won; NONE where nobody bid
    right: int
    of: int


def spread_of(allowed: WeightRows, voices: Mapping[int, Voice], of: int) -> Spread:
    """The voices of a team as a spread. The median is taken criterion by criterion and then brought to the row that is nearest to it."""
    rows = sorted(voice.weights for voice in voices.values() if voice.weights != NONE)
    winners = Counter(voice.winner for voice in voices.values() if voice.winner != NONE)
    named = tuple(sorted(winners.items(), key=lambda pair: (-pair[1], pair[0])))
    if not rows:
        return Spread(voices=len(voices), of=of, winners=named)
    weighed = [allowed.rows[row] for row in rows]
    by_criterion = [sorted(column) for column in zip(*weighed, strict=True)]
    middle = tuple((column[(len(column) - 1) // 2] + column[len(column) // 2]) / 2 for column in by_criterion)
    counts = tuple(sorted(Counter(rows).items(), key=lambda pair: (-pair[1], pair[0])))
    return Spread(
        voices=len(voices),
        of=of,
        median=allowed.nearest(middle),
        low=tuple(column[0] for column in by_criterion),
        high=tuple(column[-1] for column in by_criterion),
        middle=tuple(round(part) for part in middle),
        counts=counts,
        winners=named,
    )
