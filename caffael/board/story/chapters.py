"""The happenings of one action cut into chapters: what was done, the delivery, the review, the next year's opening, the end.

One action can set all of them off, and where nobody can decide anything several years pass at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import NONE


class Kind(Enum):
    """What a chapter tells of."""

    ACTION = 0
    DELIVERY = 1
    REVIEW = 2
    OPENING = 3
    END = 4


@dataclass(slots=True)
class Chapter:
    """Happenings that belong together, and the year they belong to."""

    kind: Kind
    year: int
    happenings: list[Happened] = field(default_factory=list)


STARTS = {
    Happening.CHECK: Kind.DELIVERY,
    Happening.TURNED_AGAIN: Kind.DELIVERY,
    Happening.UNMET: Kind.REVIEW,
    Happening.OWN_CARBON: Kind.REVIEW,
    Happening.MARK: Kind.REVIEW,
    Happening.PRIZE: Kind.REVIEW,
    Happening.NOTICE: Kind.REVIEW,
    Happening.BADGE: Kind.REVIEW,
    Happening.YEAR_OPENED: Kind.OPENING,
    Happening.ENDED_GAME: Kind.END,
    Happening.PASSED: Kind.ACTION,
}
"""The kinds of happening that say by themselves which chapter they are in; the others stay in the one that is being told."""


def chapters_of(happenings: Sequence[Happened], year: int) -> list[Chapter]:
    """The chapters of what happened, in order; `year` is the one in which the action was played."""
    chapters: list[Chapter] = []
    for happened in happenings:
        kind = kind_of(happened, chapters[-1].kind if chapters else Kind.ACTION)
        if happened.kind == Happening.YEAR_OPENED:
            year = happened.a
        if not chapters or chapters[-1].kind is not kind:
            chapters.append(Chapter(kind, year))
        chapters[-1].happenings.append(happened)
    return chapters


def kind_of(happened: Happened, now: Kind) -> Kind:
    """Which chapter a happening is in, when the one before it is in `now`."""
    if happened.kind == Happening.CARBON and happened.a == NONE:
        return Kind.REVIEW
    return STARTS.get(Happening(happened.kind), now)
