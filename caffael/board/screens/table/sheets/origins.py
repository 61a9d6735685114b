"""Where a number comes from: everything in this game that made it what it is, the newest on top."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.scale import Box
from caffael.board.screens.backs import Back
from caffael.board.screens.table.log import all_happened, fill_log, log_lines
from caffael.board.screens.table.sheets.base import Line, add_answers, info_sheet, under_head
from caffael.board.theme import Ink
from caffael.board.widgets import Button, Dialog, ScrollArea
from caffael.rules.events import yearly_share
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from caffael.rules.terms import GOALS, MARKS, EffectKind, Management
from caffael.rules.year import region_budget
from caffael.words import handbook
from caffael.words.looks import GOAL_IDS, team_ink
from caffael.words.sentences import detail_text, goal_name, goal_title

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.host import TableHost

MOST = 60
"""So many of the newest are shown."""
MONEY = (Happening.GRANT, Happening.PAID, Happening.INCOME, Happening.PRIZE, Happening.PROJECT)
DAYS = (Happening.DAYS, Happening.ENGAGED, Happening.TENDER, Happening.TRAINED, Happening.PROJECT, Happening.MANAGED)


def told_lines(session: "Session", wanted: Callable[[Happened], bool], picture: Callable[[Happened], tuple[str, Ink]]) -> list[Line]:
    """A line for each happening that is wanted, the newest on top."""
    teams = session.viewer.teams
    found = [happened for happened in all_happened(session) if wanted(happened)]
    return [
        Line(detail_text(session.language, session.pack, teams, happened), picture=picture(happened)[0], ink=picture(happened)[1])
        for happened in reversed(found[-MOST:])
    ]


def money_sheet(table: "TableHost", seat: int) -> Dialog:
    """Every payment and every receipt of a council."""
    session = table.session
    budget = session.game.state.councils[seat].budget

    def wanted(happened: Happened) -> bool:
        if happened.kind == Happening.EFFECT:
            return happened.seat == seat and happened.a == EffectKind.BUDGET
        return happened.seat == seat and happened.kind in MONEY

    def picture(happened: Happened) -> tuple[str, Ink]:
        out = happened.kind in (Happening.PAID, Happening.PROJECT) or (happened.kind == Happening.EFFECT and happened.c < 0)
        return ("minus", "bad") if out else ("plus", "good")

    return info_sheet(
        table,
        session.text("Budget: {money}", money=session.language.money_exact(budget)),
        told_lines(session, wanted, picture),
        line=session.viewer.council(seat),
        picture="pound",
        back=Back((handbook.entry(session.language, "term", "budget"),)),
        ink=team_ink(seat),
    )


def days_sheet(table: "TableHost", seat: int) -> Dialog:
    """What a council did with its officer days this year."""
    session = table.session
    left = session.game.state.councils[seat].days
    year = session.game.state.year
    opened = [place for place, happened in enumerate(all_happened(session)) if happened.kind == Happening.YEAR_OPENED]
    this_year = {id(happened) for happened in all_happened(session)[opened[-1] :]} if opened else set()

    def wanted(happened: Happened) -> bool:
        return happened.seat == seat and happened.kind in DAYS and id(happened) in this_year

    def picture(happened: Happened) -> tuple[str, Ink]:
        return ("plus", "good") if happened.kind == Happening.DAYS else ("minus", "bad")

    return info_sheet(
        table,
        session.plural("{n} officer day left", "{n} officer days left", left),
        told_lines(session, wanted, picture),
        line=session.text("Year {year} of {years}", year=year, years=session.game.cards.settings.years),
        story=days_words(session),
        picture="day",
        back=Back((handbook.entry(session.language, "term", "officer-days"),)),
        ink=team_ink(seat),
    )


def days_words(session: "Session") -> str:
    """What an officer day is, and what else it can be used for."""
    if session.game.cards.settings.management == Management.CHOICE:
        return session.text(
            "An officer day is the work of the council's buyers. What is left at the end of buying can go into managing contracts."
        )
    return session.text("An officer day is the work of the council's buyers.")


def goals_sheet(table: "TableHost", seat: int) -> Dialog:
    """The seven goals of a council, each a way to everything that moved it."""
    session = table.session
    levels = session.game.state.councils[seat].goals
    most = session.game.cards.settings.goal_most
    rows = [
        Line(
            goal_title(session.language, goal),
            session.text("{n} of {most}", n=levels[goal], most=most),
            handbook.numbered(session.language, "goal", goal).line,
            GOAL_IDS[goal],
            f"goal.{GOAL_IDS[goal]}",
            on_press=_opens_goal(table, seat, goal),
        )
        for goal in range(GOALS)
    ]
    story = session.text("All seven count, and the lowest counts most: a council is only as strong as its weakest goal.")
    return info_sheet(
        table,
        session.text("The seven well-being goals"),
        rows,
        line=session.viewer.council(seat),
        story=story,
        picture="integration",
        back=Back((handbook.entry(session.language, "term", "score"),)),
        ink=team_ink(seat),
    )


def _opens_goal(table: "TableHost", seat: int, goal: int) -> Callable[[], None]:
    return lambda: table.open(lambda: goal_sheet(table, seat, goal))


def goal_sheet(table: "TableHost", seat: int, goal: int) -> Dialog:
    """Everything that moved one goal of a council."""
    session = table.session
    start = Line(session.text("Every goal began at {n}.", n=session.game.cards.settings.goal_start), picture=GOAL_IDS[goal], ink="ink_soft")

    def wanted(happened: Happened) -> bool:
        return happened.kind == Happening.GOAL and happened.seat == seat and happened.a == goal

    def picture(happened: Happened) -> tuple[str, Ink]:
        return ("plus", "good") if happened.b > 0 else ("minus", "bad")

    return info_sheet(
        table,
        goal_name(session.language, goal),
        [*told_lines(session, wanted, picture), start],
        line=session.viewer.council(seat),
        story=handbook.numbered(session.language, "goal", goal).line,
        picture=GOAL_IDS[goal],
        ink=f"goal.{GOAL_IDS[goal]}",
        back=Back((handbook.numbered(session.language, "goal", goal),)),
    )


def carbon_sheet(table: "TableHost") -> Dialog:
    """The region's carbon by council, and its marks."""
    session = table.session
    match, language = session.game, session.language
    budget = region_budget(match.cards, match.state)
    rows = [
        Line(
            session.viewer.council(seat),
            language.carbon(match.state.councils[seat].carbon),
            session.text("{carbon} of it this year so far.", carbon=language.carbon(match.state.councils[seat].carbon_year)),
            "carbon",
            team_ink(seat),
        )
        for seat in range(match.state.seats)
    ]
    for mark in range(MARKS):
        percent = match.cards.settings.marks[mark]
        passed = match.state.marks > mark
        rows.append(
            Line(
                session.text("{percent} of the region's budget", percent=language.percent(percent)),
                language.carbon(budget * percent // 100),
                mark_words(session, passed),
                "climate",
                "bad" if passed else "line_strong",
            )
        )
    share = language.carbon(yearly_share(match.cards))
    return info_sheet(
        table,
        session.text("The region's carbon: {used} of {budget}", used=language.carbon(match.state.carbon), budget=language.carbon(budget)),
        rows,
        line=session.text("A council's share for one year is {share}.", share=share),
        story=session.text("We share one climate: what any council emits counts for all."),
        picture="carbon",
        back=Back((handbook.entry(session.language, "term", "carbon-budget"),)),
        ink="criterion.carbon",
    )


def mark_words(session: "Session", passed: bool) -> str:
    """What became of a mark of the carbon track."""
    if not passed:
        return session.text("Not reached yet.")
    if session.game.cards.settings.climate_events == 0:
        return session.text("Passed.")
    return session.text("Passed: a climate event comes in the year after.")


def log_sheet(table: "TableHost") -> Dialog:
    """The whole log."""
    session, look = table.session, table.look
    dialog = Dialog(1400.0, 1000.0, session.text("What happened"), picture="log")
    room = under_head(look, dialog)
    foot = Button.natural(look, "A")[1]
    area = ScrollArea(Box(room.left, room.top, room.width, room.height - foot - 18), name="whole log")
    area.bleed = 0.0
    fill_log(table, area, log_lines(session, 400), "body")
    dialog.add(area)
    add_answers(table, dialog, Box(room.left, room.bottom - foot, room.width, foot), ())
    return dialog
