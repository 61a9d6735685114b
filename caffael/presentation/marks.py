"""The marks of carbon at which the rules pay or cost: those of the region's budget, and those of a council's own share of a year."""

from dataclasses import dataclass
from functools import cache

from caffael.presentation.faces import Mark
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import MARKS, Ending
from caffael.rules.year import GLOBAL, RESILIENT, own_carbon_points, region_budget
from caffael.words.language import words
from caffael.words.sentences import goal_name

WHOLE = 100
"""Per cent of its budget above which the region fails."""
FAILURES = {
    Ending.GENTLE: words("Over it, all who emitted more than their own share lose points at the end."),
    Ending.HARD: words("Over it, nobody wins."),
    Ending.SHARED: words("Over it, all lose together."),
}


def carbon_marks(viewer: Viewer, kilograms: int, year: int | None = None) -> list[Mark]:
    """The marks of the region's carbon in a year (None: this one): which have been passed, and what each brings.

    The whole budget is one even if a pack has none.
    """
    budget = region_budget(viewer.cards, viewer.state)
    percents = sorted({*viewer.cards.settings.marks[:MARKS], WHOLE})
    last = (viewer.state.year if year is None else year) >= viewer.cards.settings.years
    return [region_mark(viewer, percent, budget > 0 and is_passed(percent, kilograms, budget), last) for percent in percents]


def is_passed(percent: int, kilograms: int, budget: int) -> bool:
    """Whether a mark of the region's carbon counts: a mark as soon as it is reached, the whole budget only when the region is over it."""
    return 100 * kilograms > percent * budget if percent == WHOLE else 100 * kilograms >= percent * budget


def region_mark(viewer: Viewer, percent: int, passed: bool, last: bool) -> Mark:
    """One mark of the region's carbon; in the last year it brings nothing more, and of a game that is over nothing more is said."""
    told = [viewer.text("Passed.") if passed else viewer.text("Not reached yet.")]
    storms = viewer.cards.settings.climate_events == 1 and percent in viewer.cards.settings.marks[:MARKS]
    if storms and not (last and viewer.finished):
        late = viewer.text("In the last year it brings no climate event any more.")
        told.append(late if last else viewer.text("It brings a climate event in the year after."))
    if percent == WHOLE:
        told.append(viewer.text(FAILURES[Ending(viewer.cards.settings.ending)]))
    if len(told) == 1 and not storms:
        told.append(viewer.text("It only shows how much is gone."))
    return Mark(percent / 100, viewer.language.percent(percent), passed, " ".join(told))


# ------------------------------------------------------------------------------------------------------- a council's share of a year


@dataclass(frozen=True, slots=True)
class Step:
    """From where on a year's own carbon brings other points: below or above so many per cent of the share."""

    percent: int
    above: bool
    points: int


FINE = 100
MOST = 300
"""Up to so many per cent of its share steps are looked for."""


@cache
def own_steps() -> tuple[Step, ...]:
    """The steps of the rules, found by asking them: points that are won below a mark, and those that are lost above one."""
    share, steps = 100 * FINE, []
    for percent in range(1, MOST):
        under, at, over = (own_carbon_points(percent * FINE + change, share) for change in (-1, 0, 1))
        if under != at:
            steps.append(Step(percent, False, under))
        if at != over:
            steps.append(Step(percent, True, over))
    return tuple(steps)


def own_marks(viewer: Viewer, kilograms: int, share: int) -> tuple[Mark, ...]:
    """The marks of a council's carbon of a year against its share: what each pays or costs, and which have been passed."""
    return tuple(
        Mark(
            step.percent / 100,
            viewer.language.percent(step.percent),
            100 * kilograms > step.percent * share if step.above else 100 * kilograms >= step.percent * share,
            own_told(viewer, step),
        )
        for step in own_steps()
    )


def own_told(viewer: Viewer, step: Step) -> str:
    """What a mark of a council's own carbon pays or costs."""
    said = words("Above {percent} of the share: {points} for “{goal}” and {points} for “{other_goal}”.")
    if not step.above:
        said = words("Below {percent} of the share: {points} for “{goal}” and {points} for “{other_goal}”.")
    language = viewer.language
    goals = goal_name(language, GLOBAL), goal_name(language, RESILIENT)
    percent, points = language.percent(step.percent), language.signed(step.points)
    return language.text(said, percent=percent, points=points, goal=goals[0], other_goal=goals[1])
