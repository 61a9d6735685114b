"""What a figure of the review is made of: everything in that year that went into it, the newest on top."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.board.screens.backs import Back
from caffael.board.screens.table.log import all_happened
from caffael.board.screens.table.sheets.base import Line, info_sheet
from caffael.board.theme import Ink
from caffael.board.widgets import Dialog
from caffael.rules.events import yearly_share
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Happened
from caffael.rules.terms import EffectKind
from caffael.words import handbook
from caffael.words.looks import team_ink
from caffael.words.sentences import detail_text

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.review_cells import Row
    from caffael.board.screens.sheet_stack import SheetHost

MONEY = (Happening.GRANT, Happening.PAID, Happening.INCOME, Happening.PRIZE, Happening.PROJECT, Happening.NOTICE)
SPENT = (Happening.PAID, Happening.PROJECT, Happening.NOTICE, Happening.UNMET)


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
    "money": Judged(
        lambda happened: happened.kind in MONEY or (happened.kind == Happening.EFFECT and happened.a == EffectKind.BUDGET), "budget"
    ),
    "badges": Judged(lambda happened: happened.kind == Happening.BADGE, "score"),
    "goals": Judged(lambda happened: happened.kind == Happening.GOAL, "score"),
}
"""By the key of a row."""


def happened_in(session: "Session", year: int) -> list[Happened]:
    """Everything that happened in a year, oldest first."""
    rows, now = [], 0
    for happened in all_happened(session):
        if happened.kind == Happening.YEAR_OPENED:
            now += 1
        if now == year:
            rows.append(happened)
    return rows


def opens(session: "Session", row: "Row", seat: int) -> bool:
    """Whether there is anything behind a council's cell that everybody may see now."""
    cell = row.cells[seat]
    return bool(cell.figure or cell.chips) and not (row.key == "money" and session.lesson.scores_hidden)


def figure_sheet(host: "SheetHost", row: "Row", seat: int, year: int, goals: int) -> Dialog:
    """What made a council's figure in a row of the review. `goals`: what its goals add up to at the end of that year."""
    session = host.session
    judged, teams = JUDGED[row.key], session.viewer.teams
    found = [happened for happened in happened_in(session, year) if happened.seat == seat and judged.wanted(happened)]
    lines = [_line(session, teams, happened) for happened in reversed(found)]
    if row.key == "carbon":
        lines = [*_share_lines(session, found), *lines]
    if row.key == "goals":
        before = goals - sum(happened.b for happened in found)
        lines.append(Line(session.text("At the beginning of the year"), session.language.number(before), picture="integration"))
    figure = row.cells[seat].figure
    return info_sheet(
        host,
        f"{row.title}: {figure}" if figure else row.title,
        lines,
        line=session.viewer.council(seat),
        story="" if lines else session.text("Nothing moved it this year."),
        picture=row.picture,
        ink=team_ink(seat),
        back=Back((handbook.entry(session.language, "term", judged.term),)),
    )


def _line(session: "Session", teams: Sequence[str], happened: Happened) -> Line:
    picture, ink = _picture(happened)
    return Line(detail_text(session.language, session.pack, teams, happened), picture=picture, ink=ink)


def _picture(happened: Happened) -> tuple[str, Ink]:
    """Whether a happening is good news."""
    if happened.kind == Happening.CARBON:
        return "carbon", "criterion.carbon"
    worse = happened.kind in SPENT or (happened.kind == Happening.GOAL and happened.b < 0) or _costs(happened)
    return ("minus", "bad") if worse else ("plus", "good")


def _costs(happened: Happened) -> bool:
    return happened.kind == Happening.EFFECT and happened.c < 0


def _share_lines(session: "Session", found: list[Happened]) -> list[Line]:
    """A council's share, and how much of it the year took."""
    cards, language = session.game.cards, session.language
    share = yearly_share(cards)
    emitted = sum(happened.b for happened in found if happened.kind == Happening.CARBON)
    over: Ink = "bad" if emitted > share else "good"
    said = session.text(
        "The carbon budget, {carbon} for each council, divided by {years} years.",
        carbon=language.carbon(cards.settings.carbon_budget),
        years=cards.settings.years,
    )
    percent = session.text("{percent} of the share.", percent=language.percent(emitted * 100 // max(1, share)))
    return [
        Line(session.text("The share for one year"), language.carbon(share), said, "climate"),
        Line(session.text("Together"), language.carbon(emitted), percent, "carbon", over, value_ink=over),
    ]
