"""A game that is watched: its course as the decisions that made it, the bar with the way through them, and their list."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from caffael.presentation.blocks import Button, Group, Line, Page
from caffael.presentation.press import Do
from caffael.presentation.table.region import telling_words
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import ENGAGE, TENDER, phase_of
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import Phase
from caffael.saves import Turn
from caffael.words.looks import team_ink

WAYS = ("pages", "table", "fast")
"""How a game is watched: with the pages that tell of it, at the table alone, or fast."""


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


@dataclass(frozen=True, slots=True)
class Watched:
    """Where a game that is watched stands: how many of its decisions have been made, and how it goes on by itself.

    `live`: a game that is being played lies beneath; `moved`: what is seen is not where that one stands. `saved`: what is seen is in a
    record, so that another game can begin here.
    """

    moments: Sequence[Moment]
    place: int
    playing: bool = False
    way: str = WAYS[0]
    live: bool = False
    moved: bool = False
    saved: bool = True

    @property
    def at_end(self) -> bool:
        """Whether nothing is ahead."""
        return self.place >= len(self.moments)


def moments_of(turns: Sequence[Turn]) -> list[Moment]:
    """The decisions of a game, from its actions, first one first."""
    moments: list[Moment] = []
    for place, turn in enumerate(turns):
        if not moments or begins_anew(moments[-1], turn):
            moments.append(Moment(place, turn.year, turn.seat, managing=phase_of(turn.action) == Phase.MANAGE))
        moments[-1].count += 1
        moments[-1].happenings.extend(turn.happenings)
    return moments


def begins_anew(last: Moment, turn: Turn) -> bool:
    """Whether an action begins another decision. Writing a tender is one, and so is choosing all contracts to manage in a year."""
    phase = phase_of(turn.action)
    if phase == Phase.MANAGE:
        return not last.managing or last.seat != turn.seat or any(happened.kind == Happening.YEAR_OPENED for happened in last.happenings)
    return phase in (Phase.BUY, Phase.ANSWER, Phase.OPEN) or TENDER <= turn.action < ENGAGE


def moment_words(viewer: Viewer, moment: Moment) -> str:
    """What was decided, in a sentence."""
    words = telling_words(viewer, moment.happenings)
    if words:
        return words
    team = viewer.council(moment.seat)
    return viewer.text("{team} manages no contract this year.", team=team) if moment.managing else viewer.text("{team} decides.", team=team)


# --------------------------------------------------------------------------------------------------------------------------- the bar


def decided_words(viewer: Viewer, watched: Watched) -> str:
    """What was decided last."""
    return moment_words(viewer, watched.moments[watched.place - 1]) if watched.place else viewer.text("The game begins.")


def place_words(viewer: Viewer, watched: Watched) -> str:
    """Where the game stands."""
    return viewer.text("{place} of {most}", place=watched.place, most=len(watched.moments))


def ways(viewer: Viewer) -> Group:
    """The ways to watch, of which one is chosen."""
    names = (viewer.text("With pages"), viewer.text("Table only"), viewer.text("Fast"))
    return Group(
        "watch way", viewer.text("How to watch"), tuple(Button(way, words, Do(way)) for way, words in zip(WAYS, names, strict=True))
    )


def way_through(viewer: Viewer, watched: Watched) -> tuple[Button | Group, ...]:
    """The way through the game: back and forward by decisions and years, by itself, how, and the list of the decisions."""
    first = "" if watched.place else viewer.text("This is the beginning of the game.")
    last = viewer.text("This is the last decision.") if watched.at_end else ""
    play = ("pause", viewer.text("Pause")) if watched.playing else ("play", viewer.text("Play by itself"))
    return (
        Button("watch year-back", viewer.text("The year before"), Do("year-back"), "year-back", "plain", first),
        Button("watch step-back", viewer.text("One decision back"), Do("step-back"), "step-back", "plain", first),
        Button("watch play", play[1], Do(play[0]), play[0]),
        Button("watch step-on", viewer.text("One decision forward"), Do("step-on"), "step-on", "plain", last),
        Button("watch year-on", viewer.text("The next year"), Do("year-on"), "year-on", "plain", last),
        ways(viewer),
        Button("watch log", viewer.text("Choose a decision"), Do("timeline"), "log", "plain"),
    )


def ways_onward(viewer: Viewer, watched: Watched) -> tuple[Button, ...]:
    """What to do from the point that is seen."""
    why = "" if watched.saved else viewer.text("This part of the game is not saved, so no other game can begin here.")
    branch = Button("watch branch", viewer.text("What if…?"), Do("branch"), "branch", "plain", why)
    if not watched.live:
        return branch, Button("watch leave", viewer.text("Leave"), Do("leave"), "quit", "plain")
    here = "" if watched.moved else viewer.text("This is where the game stands.")
    onward = Button("watch play on", viewer.text("Play on from here"), Do("play-on"), "play", "plain", here)
    return branch, onward, Button("watch leave", viewer.text("Back to the game"), Do("leave"), "arrow-right")


# -------------------------------------------------------------------------------------------------------------------------- the list


def timeline(viewer: Viewer, watched: Watched, year: int, team: int | None = None) -> Page:
    """The decisions of a year, all or those of one team: touch one, and the table is seen as it lay before it."""
    rows = [
        Line(
            moment_words(viewer, one),
            viewer.council(one.seat),
            picture="eye" if place == watched.place else "",
            ink=team_ink(one.seat),
            press=Do("go-to", (place,)),
            id=f"decision {place}",
        )
        for place, one in enumerate(watched.moments)
        if one.year == year and team in (None, one.seat)
    ]
    if year == years_of(watched):
        words = viewer.text("Where the game stands now") if watched.live else viewer.text("The end of this game")
        rows.append(Line(words, picture="eye" if watched.at_end else "", press=Do("go-to", (len(watched.moments),)), id="decision last"))
    years = tuple(Button(str(one), viewer.text("Year {year}", year=one), Do("year", (one,))) for one in range(1, years_of(watched) + 1))
    teams = tuple(Button(str(seat), name, Do("team", (seat,))) for seat, name in enumerate(viewer.councils))
    return Page(
        "timeline",
        viewer.text("Choose a decision"),
        viewer.text("Touch a decision to see the table as it lay before it."),
        blocks=(
            Group("year", viewer.text("Year"), years),
            Group("team", viewer.text("Council"), (Button("-1", viewer.text("All"), Do("team")), *teams)),
            Group("decisions", viewer.text("Decisions"), tuple(rows)),
        ),
    )


def years_of(watched: Watched) -> int:
    """How many years there is something of."""
    return max([moment.year for moment in watched.moments], default=1)
