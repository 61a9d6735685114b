"""Whether a team has done enough for this year."""

from typing import TYPE_CHECKING

from caffael.board.screens.table.sheets.base import Answer, Line, info_sheet
from caffael.board.widgets import Dialog
from caffael.rules.terms import Management
from caffael.words.sentences import goal_name

if TYPE_CHECKING:
    from caffael.board.screens.table.host import TableHost


def pass_sheet(table: "TableHost") -> Dialog:
    """Say what passing means: what stays unmet, and what the days left are good for."""
    session = table.session
    match = session.game
    seat = match.state.decider
    council = match.state.councils[seat]
    language = session.language
    rows = []
    for need in council.tray[: council.tray_count]:
        card = match.cards.needs[need]
        rows.append(
            Line(
                session.pack.need(need).title(language.code),
                session.text("{goal} {change}", goal=goal_name(language, card.urgency_goal), change=language.signed(-card.urgency)),
                session.text("If nobody delivers this need, it is unmet at the end of the year."),
                "timer",
                "bad",
                value_ink="bad",
            )
        )
    if match.cards.settings.management == Management.CHOICE:
        words = session.text("A day left over can go into managing a contract, so that its promises are kept.")
        rows.append(Line(session.plural("{n} officer day left", "{n} officer days left", council.days), "", words, "manage"))
    return info_sheet(
        table,
        session.text("Pass for this year?"),
        rows,
        story=session.text("Passing is final: the team buys nothing more until next year."),
        picture="pass",
        ink=f"team.{seat}",
        answers=[Answer(session.text("Pass for this year"), table.pass_now, "pass", ink=f"team.{seat}")],
    )
