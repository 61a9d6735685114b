"""Where a number comes from: everything in this game, or in a year that is reviewed, that made it what it is, the newest on top."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from caffael.presentation.blocks import Line, Sheet
from caffael.presentation.marks import carbon_marks, own_marks
from caffael.presentation.money import ahead_story, year_lines
from caffael.presentation.own_carbon import origins_said
from caffael.presentation.press import Open
from caffael.presentation.sheets.backs import back_of, term_back
from caffael.presentation.table.region import log_lines
from caffael.presentation.viewer import Viewer
from caffael.rules.events import yearly_share
from caffael.rules.happened import Cause, Happening
from caffael.rules.records import Happened
from caffael.rules.terms import GOALS, EffectKind, Management
from caffael.rules.year import region_budget
from caffael.words import handbook
from caffael.words.looks import GOAL_IDS, goal_ink, team_ink
from caffael.words.sentences import detail_text, goal_name, goal_title

MOST = 60
"""So many of the newest are shown."""
MONEY = (Happening.GRANT, Happening.PAID, Happening.INCOME, Happening.PRIZE, Happening.PROJECT)
DAYS = (Happening.DAYS, Happening.ENGAGED, Happening.TENDER, Happening.TRAINED, Happening.PROJECT, Happening.MANAGED)


SPENT = (Happening.PAID, Happening.NOTICE, Happening.UNMET, *(kind for kind in DAYS if kind != Happening.DAYS))


def told_lines(viewer: Viewer, happenings: Sequence[Happened]) -> tuple[Line, ...]:
    """A line for each happening, the newest on top."""
    told = [(detail_text(viewer.language, viewer.pack, viewer.councils, happened), look_of(happened)) for happened in reversed(happenings)]
    return tuple(Line(words, picture=picture, ink=ink) for words, (picture, ink) in told)


def look_of(happened: Happened) -> tuple[str, str]:
    """The picture and colour of what was gained or lost."""
    if happened.kind == Happening.CARBON:
        return "carbon", "criterion.carbon"
    goal_fell = happened.kind == Happening.GOAL and happened.b < 0
    effect_costs = happened.kind == Happening.EFFECT and happened.c < 0
    return ("minus", "bad") if happened.kind in SPENT or goal_fell or effect_costs else ("plus", "good")


def is_money(happened: Happened) -> bool:
    """Whether money came or went."""
    return happened.kind in MONEY or (happened.kind == Happening.EFFECT and happened.a == EffectKind.BUDGET)


def money_sheet(viewer: Viewer, seat: int) -> Sheet:
    """What lies ahead of a council in money, year by year, and every payment and every receipt so far."""
    budget = viewer.state.councils[seat].budget
    found = [happened for happened in viewer.happened() if happened.seat == seat and is_money(happened)]
    title = viewer.text("Budget: {money}", money=viewer.language.money_exact(budget))
    ahead = year_lines(viewer, seat)
    lines = (*ahead, *told_lines(viewer, found[-MOST:]))
    story = ahead_story(viewer, seat) if ahead else ""
    back = term_back(viewer, "budget")
    return Sheet("money", title, story=story, lines=lines, line=viewer.council(seat), picture="pound", back=back, ink=team_ink(seat))


def days_sheet(viewer: Viewer, seat: int) -> Sheet:
    """What a council did with its officer days this year."""
    left, year = viewer.state.councils[seat].days, viewer.state.year
    found = [happened for happened in viewer.happened_in(year) if happened.seat == seat and happened.kind in DAYS]
    title = viewer.plural("{n} officer day left", "{n} officer days left", left)
    lines = told_lines(viewer, found[-MOST:])
    line = viewer.text("Year {year} of {years}", year=year, years=viewer.cards.settings.years)
    back = term_back(viewer, "officer-days")
    return Sheet("days", title, lines=lines, line=line, story=days_words(viewer), picture="day", back=back, ink=team_ink(seat))


def days_words(viewer: Viewer) -> str:
    """What an officer day is, and what else it can be used for."""
    if viewer.cards.settings.management == Management.CHOICE:
        return viewer.text(
            "An officer day is the work of the council's buyers. What is left at the end of buying can go into managing contracts."
        )
    return viewer.text("An officer day is the work of the council's buyers.")


def goals_sheet(viewer: Viewer, seat: int) -> Sheet:
    """The seven goals of a council, each a way to everything that moved it."""
    levels = viewer.state.councils[seat].goals
    most = viewer.cards.settings.goal_most
    rows = []
    for goal in range(GOALS):
        value, words = viewer.text("{n} of {most}", n=levels[goal], most=most), handbook.numbered(viewer.language, "goal", goal).line
        press = Open("goal", (seat, goal))
        rows.append(Line(goal_title(viewer.language, goal), value, words, GOAL_IDS[goal], goal_ink(goal), press=press))
    story = viewer.text("All seven count, and the lowest counts most: a council is only as strong as its weakest goal.")
    title = viewer.text("The seven well-being goals")
    back = term_back(viewer, "score")
    return Sheet(
        "goals", title, lines=tuple(rows), line=viewer.council(seat), story=story, picture="integration", back=back, ink=team_ink(seat)
    )


def goal_sheet(viewer: Viewer, seat: int, goal: int) -> Sheet:
    """Everything that moved one goal of a council."""
    start = Line(viewer.text("Every goal began at {n}.", n=viewer.cards.settings.goal_start), picture=GOAL_IDS[goal], ink="ink_soft")

    found = [happened for happened in viewer.happened() if happened.kind == Happening.GOAL and happened.seat == seat and happened.a == goal]
    return Sheet(
        "goal",
        goal_name(viewer.language, goal),
        lines=(*told_lines(viewer, found[-MOST:]), start),
        line=viewer.council(seat),
        story=handbook.numbered(viewer.language, "goal", goal).line,
        picture=GOAL_IDS[goal],
        ink=goal_ink(goal),
        back=back_of(viewer, handbook.numbered(viewer.language, "goal", goal)),
    )


def carbon_sheet(viewer: Viewer) -> Sheet:
    """The region's carbon by council, and its marks."""
    language = viewer.language
    budget = region_budget(viewer.cards, viewer.state)
    rows = []
    for seat in range(viewer.state.seats):
        council = viewer.state.councils[seat]
        words = viewer.text("{carbon} of it this year so far.", carbon=language.carbon(council.carbon_year))
        rows.append(Line(viewer.council(seat), language.carbon(council.carbon), words, "carbon", team_ink(seat)))
    for mark in carbon_marks(viewer, viewer.state.carbon):
        title = viewer.text("{percent} of the region's budget", percent=mark.words)
        value, ink = language.carbon(round(budget * mark.share)), "bad" if mark.passed else "line_strong"
        rows.append(Line(title, value, mark.told, "climate", ink))
    share = language.carbon(yearly_share(viewer.cards))
    name = viewer.text("The region's carbon: {used} of {budget}", used=language.carbon(viewer.state.carbon), budget=language.carbon(budget))
    line = viewer.text("A council's share for one year is {share}.", share=share)
    story = viewer.text("We share one climate: what any council emits counts for all.")
    back = term_back(viewer, "carbon-budget")
    return Sheet("carbon", name, lines=tuple(rows), line=line, story=story, picture="carbon", back=back, ink="criterion.carbon")


def log_sheet(viewer: Viewer) -> Sheet:
    """The whole log."""
    return Sheet("log", viewer.text("What happened"), picture="log", lines=log_lines(viewer, 400))


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
        lines = [*_share_lines(viewer, found, viewer.happened_in(year), seat), *lines]
    if key == "goals":
        before = goals - sum(happened.b for happened in found)
        lines.append(Line(viewer.text("At the beginning of the year"), viewer.language.number(before), picture="integration"))
    story = "" if lines else viewer.text("Nothing moved it this year.")
    back = term_back(viewer, judged.term)
    return Sheet("figure", title, viewer.council(seat), story, picture, team_ink(seat), lines=tuple(lines), back=back)


def _share_lines(viewer: Viewer, found: list[Happened], told: Sequence[Happened], seat: int) -> list[Line]:
    """A council's share, how much of it the year took, and from what. `told`: all that happened in the year."""
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
        *(Line(said, picture="carbon") for said in origins_said(viewer, told, seat)),
        *(
            Line(mark.told, language.carbon(round(share * mark.share)), picture="climate", ink="ink_soft")
            for mark in own_marks(viewer, emitted, share)
        ),
    ]
