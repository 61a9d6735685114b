"""Labs, projects and badges, turned over."""

from typing import TYPE_CHECKING

from caffael.board.screens.backs import Back
from caffael.board.screens.table.sheets.base import Line, info_sheet
from caffael.board.widgets import Dialog
from caffael.rules.powers import LAB_TOP
from caffael.rules.terms import BADGES, EARLIER, LABS
from caffael.words import handbook
from caffael.words.language import Language
from caffael.words.looks import BADGE_IDS, LAB_IDS
from caffael.words.sentences import badge_name, lab_name

if TYPE_CHECKING:
    from caffael.board.screens.table.host import TableHost


def _all_of(language: Language, group: str) -> Back:
    """Every entry of a group."""
    return Back(tuple(handbook.entry(language, group, name) for name in handbook.names(group)))


def labs_sheet(table: "TableHost", seat: int) -> Dialog:
    """What the three labs are, how far a council has come, and what the next level brings."""
    session = table.session
    council = session.game.state.councils[seat]
    language = session.language
    rows = []
    for lab in range(LABS):
        level, entry = council.labs[lab], handbook.numbered(language, "lab", lab)
        rows.append(
            Line(
                lab_name(language, lab),
                session.text("level {n} of {most}", n=level, most=LAB_TOP),
                entry.line,
                LAB_IDS[lab],
                "accent",
            )
        )
        rows.extend(
            Line(
                entry.levels[step - 1],
                picture="check" if step <= level else "lock",
                ink="good" if step <= level else "line_strong",
            )
            for step in range(1, LAB_TOP + 1)
        )
    story = session.text(
        "In the labs officers learn from each other, as in the Infuse programme. A level costs as many officer days as its number."
    )
    return info_sheet(
        table,
        session.text("The three labs"),
        rows,
        story=story,
        picture="procurement",
        ink=f"team.{seat}",
        width=1320.0,
        back=_all_of(language, "lab"),
    )


def projects_sheet(table: "TableHost", seat: int) -> Dialog:
    """The innovation projects: which are finished, and what each does for good."""
    session = table.session
    match = session.game
    council = match.state.councils[seat]
    language = session.language
    rows = []
    for project in range(match.cards.project_count):
        words = session.pack.project(project)
        done = council.projects[project]
        value = session.text("finished in year {year}", year=done) if done else language.money(match.cards.projects[project].cost)
        rows.append(
            Line(
                words.title(language.code), value, words.power(language.code), "check" if done else "project", "good" if done else "accent"
            )
        )
    line = session.text("The Challenge Fund still holds {money} for those who are first.", money=language.money(match.state.fund))
    return info_sheet(
        table,
        session.text("Innovation projects"),
        rows,
        line=line,
        picture="project",
        ink=f"team.{seat}",
        back=Back((handbook.entry(language, "term", "project"),)),
    )


def badges_sheet(table: "TableHost", seat: int) -> Dialog:
    """The five ways of working, and which badges a council has won."""
    session = table.session
    council = session.game.state.councils[seat]
    language = session.language
    rows = []
    for badge in range(BADGES):
        won = council.badges[badge]
        value = session.text("won in year {year}", year=won) if won else ""
        if won == EARLIER:
            value = session.text("won in an earlier game")
        rows.append(
            Line(
                badge_name(language, badge),
                value,
                handbook.numbered(language, "badge", badge).line,
                BADGE_IDS[badge],
                "warn" if won else "line_strong",
            )
        )
    line = session.plural(
        "A badge counts {n} point at the end.", "A badge counts {n} points at the end.", session.game.cards.settings.badge_points
    )
    story = session.text("The Well-being of Future Generations Act names five ways of working. Each can be won once.")
    return info_sheet(
        table,
        session.text("Five ways of working"),
        rows,
        line=line,
        story=story,
        picture="seal",
        ink=f"team.{seat}",
        back=_all_of(language, "badge"),
    )
