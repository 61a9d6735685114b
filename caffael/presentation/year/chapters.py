"""The happenings of one action cut into chapters: what was done, the delivery, the review, the next year's opening, the end.

One action can set all of them off, and where nobody can decide anything several years pass at once. While happenings are told one by
one, a tally keeps the running totals.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from caffael.presentation.blocks import Button
from caffael.presentation.press import Do
from caffael.presentation.story import Story
from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State
from caffael.rules.terms import NONE, EffectKind


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


def chapters_of(story: Story) -> list[Chapter]:
    """The chapters of what an action made happen, in order."""
    chapters: list[Chapter] = []
    year = story.before.year
    for happened in story.happenings:
        kind = kind_of(happened, chapters[-1].kind if chapters else Kind.ACTION)
        if happened.kind == Happening.YEAR_OPENED:
            year = happened.a
        if not chapters or chapters[-1].kind is not kind:
            chapters.append(Chapter(kind, year))
        chapters[-1].happenings.append(happened)
    return chapters


def told_before(chapters: Sequence[Chapter], place: int) -> list[Happened]:
    """What the chapters before one tell."""
    return [happened for chapter in chapters[:place] for happened in chapter.happenings]


def kind_of(happened: Happened, now: Kind) -> Kind:
    """Which chapter a happening is in, when the one before it is in `now`."""
    if happened.kind == Happening.CARBON and happened.a == NONE:
        return Kind.REVIEW
    return STARTS.get(Happening(happened.kind), now)


def ways_on(viewer: Viewer) -> tuple[Button, ...]:
    """The buttons of a page that tells by itself: to the end of it, and on to the next thing."""
    return (
        Button("skip", viewer.text("Skip to the end"), Do("skip"), "pass", "plain"),
        Button("go on", viewer.text("Go on"), Do("go on"), "arrow-right"),
    )


class Tally:
    """Running totals: they begin with the table before, and end with the table after.

    Goals, money and carbon of every council, and the carbon of the region. It adds up what happened and decides nothing.
    """

    def __init__(self, state: State, happenings: Iterable[Happened] = ()) -> None:
        seats = range(state.seats)
        self.goals = [list(state.councils[seat].goals) for seat in seats]
        self.budget = [state.councils[seat].budget for seat in seats]
        self.carbon = [state.councils[seat].carbon_year for seat in seats]
        self.region = state.carbon
        for happened in happenings:
            self.take(happened)

    def take(self, happened: Happened) -> None:
        """Add one happening."""
        kind, seat = happened.kind, happened.seat
        if kind == Happening.GOAL:
            self.goals[seat][happened.a] += happened.b
        elif kind in (Happening.PAID, Happening.PROJECT):
            self.budget[seat] -= happened.b
        elif kind in (Happening.INCOME, Happening.PRIZE):
            self.budget[seat] += happened.b
        elif kind == Happening.GRANT:
            self.budget[seat] = happened.c
        elif kind == Happening.EFFECT and seat != NONE and happened.a == EffectKind.BUDGET:
            self.budget[seat] += happened.c
        elif kind == Happening.CARBON:
            self.carbon[seat] += happened.b
            self.region += happened.b
        elif kind == Happening.YEAR_OPENED:
            self.carbon = [0] * len(self.carbon)
