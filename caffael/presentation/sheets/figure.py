"""What a figure of the review is made of: everything in that year that went into it, the newest on top."""

from collections.abc import Callable
from dataclasses import dataclass

from caffael.presentation.blocks import Line, Sheet
from caffael.presentation.sheets.backs import back_of
from caffael.presentation.sheets.origins import is_money, told_lines
from caffael.presentation.viewer import Viewer
from caffael.rules.events import yearly_share
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Happened
from caffael.words import handbook
from caffael.words.looks import team_ink


def _moved(cause: int) -> Callable[[Happened], bool]:
    return lambda happened: happened.kind == Happening.GOAL and happened.c == cause


@dataclass(frozen=True, slots=True)
class Judged:
    """Which happenings go into a row of the review, and which entry of the handbook explains it."""

    wanted: Callable[[Happened], bool]
    term: str


JUDGED = {
    "unmet": Judged(lambda happened: happened.kind == Happening.UNMET or _moved(Cause.UNMET)(happened), "need"),
    "carbon": Judged(lambda happened: happened.kind == Happening.CARBON or _moved(Cause.OWN_CARBON)(happened), "carbon-budget"),
    "money": Judged(lambda happened: is_money(happened) or happened.kind == Happening.NOTICE, "budget"),
    "badges": Judged(lambda happened: happened.kind == Happening.BADGE, "score"),
    "goals": Judged(lambda happened: happened.kind == Happening.GOAL, "score"),
}
"""By the key of a row."""


def figure_sheet(viewer: Viewer, key: str, title: str, picture: str, seat: int, year: int, goals: int) -> Sheet:
    """What made a council's figure in a row of the review. `goals`: what its goals add up to at the end of that year."""
    judged = JUDGED[key]
    found = [happened for happened in viewer.happened_in(year) if happened.seat == seat and judged.wanted(happened)]
    lines = list(told_lines(viewer, found))
    if key == "carbon":
        lines = [*_share_lines(viewer, found), *lines]
    if key == "goals":
        before = goals - sum(happened.b for happened in found)
        lines.append(Line(viewer.text("At the beginning of the year"), viewer.language.number(before), picture="integration"))
    return Sheet(
        "figure",
        title,
        viewer.council(seat),
        "" if lines else viewer.text("Nothing moved it this year."),
        picture,
        team_ink(seat),
        lines=tuple(lines),
        back=back_of(viewer, handbook.entry(viewer.language, "term", judged.term)),
    )


def _share_lines(viewer: Viewer, found: list[Happened]) -> list[Line]:
    """A council's share, and how much of it the year took."""
    cards, language = viewer.cards, viewer.language
    share = yearly_share(cards)
    emitted = sum(happened.b for happened in found if happened.kind == Happening.CARBON)
    over = "bad" if emitted > share else "good"
    said = viewer.text(
        "The carbon budget, {carbon} for each council, divided by {years} years.",
        carbon=language.carbon(cards.settings.carbon_budget),
        years=cards.settings.years,
    )
    percent = viewer.text("{percent} of the share.", percent=language.percent(emitted * 100 // max(1, share)))
    return [
        Line(viewer.text("The share for one year"), language.carbon(share), said, "climate"),
        Line(viewer.text("Together"), language.carbon(emitted), percent, "carbon", over, value_ink=over),
    ]
