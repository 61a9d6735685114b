"""The course of a game as the decisions that made it: who decided when, and the one sentence that says most of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from caffael.match import Match, Turn
from caffael.rules.actions import ENGAGE, TENDER, phase_of
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import Phase
from caffael.words.language import Language
from caffael.words.sentences import happened_text

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


@dataclass(slots=True)
class Moment:
    """A decision: it begins after `turn` actions and takes `count` of them. `year` is the one in which it was made."""

    turn: int
    year: int
    seat: int
    count: int = 0
    happenings: list[Happened] = field(default_factory=list)
    managing: bool = False

    @property
    def after(self) -> int:
        """How many actions have been played when it is over."""
        return self.turn + self.count


def moments_of(match: Match) -> list[Moment]:
    """Every decision of a game, also those that were taken back and are still ahead, first one first."""
    moments: list[Moment] = []
    year = 1
    for place, turn in enumerate([*match.history, *match.ahead]):
        if not moments or begins_anew(moments[-1], turn):
            moments.append(Moment(place, year, turn.seat, managing=phase_of(turn.action) == Phase.MANAGE))
        moments[-1].count += 1
        moments[-1].happenings.extend(turn.happenings)
        year = next((happened.a for happened in reversed(turn.happenings) if happened.kind == Happening.YEAR_OPENED), year)
    return moments


def begins_anew(last: Moment, turn: Turn) -> bool:
    """Whether an action begins another decision. Writing a tender is one, and so is choosing all contracts to manage in a year."""
    phase = phase_of(turn.action)
    if phase == Phase.MANAGE:
        return not last.managing or last.seat != turn.seat or any(happened.kind == Happening.YEAR_OPENED for happened in last.happenings)
    return phase in (Phase.BUY, Phase.ANSWER) or TENDER <= turn.action < ENGAGE


def telling_words(language: Language, match: Match, happenings: Sequence[Happened]) -> str:
    """What a decision came to, in the one sentence that says most; empty when there is nothing to say."""
    teams = [seat.team for seat in match.seats]
    for kind in TELLING:
        for happened in happenings:
            if happened.kind == kind:
                return happened_text(language, match.pack, teams, happened) or ""
    return ""


def moment_words(language: Language, match: Match, moment: Moment) -> str:
    """What was decided, in a sentence."""
    team = match.seats[moment.seat].team
    words = telling_words(language, match, moment.happenings)
    if words:
        return words
    if moment.managing:
        return language.text("{team} manages no contract this year.", team=team)
    return language.text("{team} decides.", team=team)
