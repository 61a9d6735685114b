"""Who is in the room: the teams to join, one's own team, and what its voices say of weights and winners."""

from collections.abc import Sequence
from dataclasses import dataclass

from caffael.presentation.blocks import Line
from caffael.presentation.tender.weighing import weight_lines
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import CRITERIA
from caffael.words.language import Language
from caffael.words.looks import team_ink


def devices_words(language: Language, n: int) -> str:
    """How many devices a team has."""
    return language.plural("{n} device", "{n} devices", n)


@dataclass(frozen=True, slots=True)
class Joining:
    """What stands on a page that belongs to no team yet."""

    title: str
    line: str
    join: str
    full: str
    watch: str
    again: str
    again_line: str
    card: str
    show: str
    picture: str
    closed: str


def joining(language: Language) -> Joining:
    """The words of a page that belongs to no team yet."""
    return Joining(
        title=language.text("Which team are you in?"),
        line=language.text("Press your team. You get a name; nobody types one."),
        join=language.text("Join"),
        full=language.text("full"),
        watch=language.text("Only watch"),
        again=language.text("I was here already"),
        again_line=language.text("Ask your teacher for the card of your team: four digits, for two minutes."),
        card=language.text("The four digits"),
        show=language.text("Go to my team"),
        picture=language.text("This picture is on the big screen, too:"),
        closed=language.text("The teacher has closed the door. You can knock by pressing a team."),
    )


@dataclass(frozen=True, slots=True)
class Teamwork:
    """What stands about one's own team."""

    title: str
    captain: str
    asleep: str
    hand_on: str
    take: str
    take_line: str
    devices: str
    ready: str
    teams: str


def teamwork(language: Language) -> Teamwork:
    """The words about one's own team."""
    return Teamwork(
        title=language.text("Your team"),
        captain=language.text("captain"),
        asleep=language.text("not here now"),
        hand_on=language.text("Make captain"),
        take=language.text("Be the captain"),
        take_line=language.text("Your captain has been gone for a while. Who decides now?"),
        devices=language.text("Devices"),
        ready=language.text("ready"),
        teams=language.text("All teams"),
    )


# ------------------------------------------------------------------------------------------------------------------------- voices


@dataclass(frozen=True, slots=True)
class Choir:
    """What the voices of a team say: how many are in, a line for each criterion from the least to the most, and who was named how often.

    `median` is the row in the middle in the record's words; `take` lays it on the captain's sliders.
    """

    title: str
    line: str
    spread: tuple[Line, ...]
    median: str
    take: str
    named_title: str
    named: tuple[Line, ...]


def choir(
    viewer: Viewer,
    *,
    voices: int,
    of: int,
    median: int | None,
    low: Sequence[int],
    high: Sequence[int],
    winners: Sequence[tuple[int, int]],
    captain: bool,
) -> Choir | None:
    """What the voices of the viewer's team say; None while it has none."""
    if of < 1 or (voices == 0 and not winners):
        return None
    row = () if median is None else weights_of(viewer, median)
    return Choir(
        title=viewer.text("The voices of your team"),
        line=heard_words(viewer, voices, of),
        spread=() if median is None else spread_lines(viewer, median, low, high),
        median="/".join(map(str, row)),
        take=viewer.text("Take the middle one") if captain and row else "",
        named_title=viewer.text("Who will win?") if winners else "",
        named=tuple(Line(viewer.supplier(supplier), viewer.language.number(n), picture="hand") for supplier, n in winners),
    )


def heard_words(viewer: Viewer, voices: int, of: int) -> str:
    """How many voices of a team are in."""
    return viewer.text("Voices so far: {n} of {of}. The middle one:", n=voices, of=of)


def weights_of(viewer: Viewer, row: int) -> tuple[int, ...]:
    """A row of weights by its number, in per cent by criterion."""
    return tuple(viewer.cards.weights[row * CRITERIA : (row + 1) * CRITERIA])


def spread_lines(viewer: Viewer, median: int, low: Sequence[int], high: Sequence[int]) -> tuple[Line, ...]:
    """A team's voices on the weights: a line for each criterion that anybody weighs, the middle one, and from the least to the most."""
    row, percent = weights_of(viewer, median), viewer.language.percent
    used = [criterion for criterion in range(CRITERIA) if high[criterion] or row[criterion]]
    return tuple(
        Line(
            line.title,
            line.value,
            viewer.text("from {low} to {high}", low=percent(low[criterion]), high=percent(high[criterion]))
            if low[criterion] < high[criterion]
            else "",
            line.picture,
            line.ink,
            share=line.share,
        )
        for criterion, line in zip(used, weight_lines(viewer, row, used), strict=True)
    )


@dataclass(frozen=True, slots=True)
class Predicting:
    """Who will win a tender that everybody may predict: its question, and the suppliers with their words in the record."""

    title: str
    ink: str
    line: str
    suppliers: tuple[tuple[str, str], ...]


def predicting(viewer: Viewer, seat: int, need: int, suppliers: Sequence[int]) -> Predicting:
    """The question about a tender that is being opened, before its bids turn up."""
    line = viewer.text("{team} opens its tender for “{need}”.", team=viewer.council(seat), need=viewer.need(need))
    named = tuple((viewer.supplier(supplier), viewer.pack.ids.suppliers[supplier]) for supplier in suppliers)
    return Predicting(viewer.text("Who will win?"), team_ink(seat), line, named)
