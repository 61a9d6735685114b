"""Warnings about the needs: their goals, and whether there are enough of them."""

from collections.abc import Iterator

from caffael.rules.terms import GOALS
from caffael.scenario.draft import Draft
from caffael.scenario.faults import Fault, shown
from caffael.scenario.names import GOAL_WORDS
from caffael.scenario.scenario_file import ScenarioFile

OUT_OF_LINE = 2.5
"""A goal with so many times the mean of all goals is fed far more than others."""


def need_warnings(draft: Draft, scenario: ScenarioFile, years: int) -> Iterator[Fault]:
    """Everything odd about the needs."""
    for row, need in draft.needs.placed:
        if need.goals[need.main_goal] == 0:
            goal = GOAL_WORDS[need.main_goal]
            message = f"Its main goal gets no points; write 1 or 2 under {shown(goal)} or choose another main goal."
            yield row.fault("main_goal", goal, message)
    yield from goal_warnings(draft)
    drawn = scenario.teams * (scenario.rules.first_draw + scenario.rules.draw * (years - 1))
    count = len(draft.needs.rows)
    if count < drawn:
        message = f"There are {count} needs, but {scenario.teams} councils may draw {drawn} in {years} years; some will be lacking."
        yield Fault(draft.needs.sheet.file, None, None, str(count), message)


def goal_warnings(draft: Draft) -> Iterator[Fault]:
    """Goals that no need feeds, or all together feed far more than the others."""
    fed = [sum(need.goals[goal] for need in draft.needs.rows) for goal in range(GOALS)]
    mean = sum(fed) / GOALS
    for goal, points in zip(GOAL_WORDS, fed, strict=True):
        if points == 0:
            message = f"No need feeds the goal {shown(goal)}, so it can hardly rise; write 1 or 2 in this column for some needs."
            yield Fault(draft.needs.sheet.file, None, goal, None, message)
        elif points > OUT_OF_LINE * mean:
            message = (
                f"All needs together feed {shown(goal)} {points} points, but a goal has {mean:.0f} on the mean; spread them more evenly."
            )
            yield Fault(draft.needs.sheet.file, None, goal, str(points), message)
