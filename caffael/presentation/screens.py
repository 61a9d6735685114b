"""The pages by their names, and which of them tell of what an action made happen."""

from collections.abc import Iterable
from enum import StrEnum

from caffael.rules.happened import Happening
from caffael.rules.records import Happened


class ScreenId(StrEnum):
    """A page: round the game, for the teacher, of the game itself, and those that tell."""

    TITLE = "title"
    SCENARIOS = "scenarios"
    CHOOSER = "chooser"
    FAULTS = "faults"
    EDITOR = "editor"
    SEATS = "seats"
    SAVES = "saves"
    HELP = "help"
    SETTINGS = "settings"
    MENU = "menu"
    TEACHER = "teacher"
    COVER = "cover"
    TIMELINE = "timeline"
    DEBRIEF = "debrief"
    TABLE = "table"
    TENDER = "tender"
    MANAGE = "manage"
    BIDS = "bids"
    DELIVERY = "delivery"
    REVIEW = "review"
    YEAR = "year"
    FINALE = "finale"
    KEPT = "kept"
    GIVEN = "given"
    UNSAVED = "unsaved"
    PAPER = "paper"
    NOTICES = "notices"
    CLASSROOM = "classroom"
    HANDOVER = "handover"


LAID_OVER = frozenset(
    {
        ScreenId.MENU,
        ScreenId.TEACHER,
        ScreenId.CLASSROOM,
        ScreenId.SETTINGS,
        ScreenId.HELP,
        ScreenId.COVER,
        ScreenId.TIMELINE,
        ScreenId.UNSAVED,
    }
)
"""Pages that lie over the game: what a device did meanwhile is told once they are left."""
STORIES = {
    ScreenId.BIDS: frozenset({Happening.TENDER}),
    ScreenId.DELIVERY: frozenset({Happening.CHECK}),
    ScreenId.REVIEW: frozenset({Happening.YEAR_OPENED, Happening.ENDED_GAME}),
}
"""What makes a page tell of an action, in the order in which these pages tell."""
TELLERS = frozenset({*STORIES, ScreenId.YEAR, ScreenId.FINALE})
"""Pages that tell: bots wait, and a game that is watched turns them over."""
TIMED = frozenset({ScreenId.TABLE, ScreenId.TENDER})
"""Pages on which a team decides, so that its time counts; it rests while anything else lies over them."""


def stories_of(happenings: Iterable[Happened]) -> list[ScreenId]:
    """Which pages have something to tell of what an action made happen."""
    kinds = {happened.kind for happened in happenings}
    return [screen for screen, wanted in STORIES.items() if kinds & wanted]
