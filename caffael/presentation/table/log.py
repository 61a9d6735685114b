"""What happened, in plain sentences; and the one sentence that says most of a decision."""

from collections.abc import Sequence
from itertools import islice

from caffael.presentation.blocks import Line
from caffael.presentation.viewer import Viewer
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import NONE
from caffael.words.looks import team_ink
from caffael.words.sentences import happened_text

NEWEST = 24
"""So many sentences of the log lie on the table."""
TELLING = (
    Happening.AWARDED,
    Happening.FAILED,
    Happening.JOINT_ASKED,
    Happening.PROJECT,
    Happening.TRAINED,
    Happening.ENGAGED,
    Happening.JOINT_REFUSED,
    Happening.MANAGED,
    Happening.PASSED,
)
"""The kinds of happening that can stand for a decision, the one that says most first."""


def said(viewer: Viewer, happened: Happened) -> str:
    """A happening as a sentence; empty where there is nothing to say."""
    return happened_text(viewer.language, viewer.pack, viewer.teams, happened) or ""


def log_lines(viewer: Viewer, most: int) -> tuple[Line, ...]:
    """The last sentences of the log, newest first, each in the colour of the team that it is about."""
    told = ((said(viewer, one), one.seat) for one in reversed(viewer.happened()))
    lines = (Line(words, ink="line_strong" if seat == NONE else team_ink(seat)) for words, seat in told if words)
    return tuple(islice(lines, most))


def telling_words(viewer: Viewer, happenings: Sequence[Happened]) -> str:
    """What a decision came to, in the one sentence that says most; empty when there is nothing to say."""
    for kind in TELLING:
        for happened in happenings:
            if happened.kind == kind:
                return said(viewer, happened)
    return ""
