"""The table as it stood at the end of a year, as far as scores read it: the review tells of that year while the next is open already."""

from collections.abc import Iterable
from dataclasses import replace

from caffael.presentation.viewer import Viewer
from caffael.presentation.year.chapters import Tally
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.records import Happened, State


def viewer_then(viewer: Viewer, before: State, happenings: Iterable[Happened]) -> Viewer:
    """The same eyes on the table after some happenings: goals, money, carbon, badges, notices and open needs are those of then."""
    told = list(happenings)
    then, tally = State(), Tally(before, told)
    copy_into(then, before)
    then.carbon = tally.region
    for seat in range(then.seats):
        council, own = then.councils[seat], [happened for happened in told if happened.seat == seat]
        council.goals[:] = tally.goals[seat]
        council.budget = tally.budget[seat]
        council.carbon += sum(happened.b for happened in own if happened.kind == Happening.CARBON)
        council.notices += sum(happened.kind == Happening.NOTICE for happened in own)
        council.tray_count, council.waiting_count = unmet(own), 0
        for happened in own:
            if happened.kind == Happening.BADGE:
                council.badges[happened.a] = then.year
    return replace(viewer, state=then)


def unmet(own: Iterable[Happened]) -> int:
    """How many needs of a council stayed open in the last year that is told."""
    count = 0
    for happened in own:
        if happened.kind == Happening.UNMET:
            count += 1
        elif happened.kind == Happening.GRANT:
            count = 0
    return count
