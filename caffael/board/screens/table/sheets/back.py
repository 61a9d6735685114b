"""Stepping the game back: for a slip of the finger, and for a teacher who wants to try something again."""

from typing import TYPE_CHECKING

from caffael.board.screens.table.sheets.base import Answer, Line, info_sheet
from caffael.board.widgets import Dialog
from caffael.rules.actions import ENGAGE, TENDER, phase_of
from caffael.rules.terms import Phase
from caffael.words.sentences import happened_text

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.host import TableHost

YOU = "you"


def turns_back(session: "Session", decisions: int = 1) -> int:
    """How many actions have to be taken back until people decide again as they did so many decisions ago; 0 when there are none."""
    match = session.game
    count, found = 0, 0
    for turn in reversed(match.history):
        count += 1
        if match.seats[turn.seat].player == YOU and begins_decision(turn.action):
            found += 1
            if found == decisions:
                return count
    return count if found == 0 else 0


def begins_decision(action: int) -> bool:
    """Whether an action begins what a team decides, and does not go on writing a tender."""
    return phase_of(action) in (Phase.BUY, Phase.MANAGE, Phase.ANSWER) or TENDER <= action < ENGAGE


def step_back_sheet(table: "TableHost") -> Dialog:
    """Say what would be taken back, and do it when that is wanted."""
    session = table.session
    match = session.game
    count = turns_back(session)
    rows = []
    if count > 0:
        teams = session.viewer.teams
        for turn in match.history[-count:]:
            for happened in turn.happenings:
                words = happened_text(session.language, session.pack, teams, happened)
                if words:
                    rows.append(Line(words, picture="undo", ink="ink_soft"))
    answers = []
    if match.can_redo():
        answers.append(Answer(session.text("Play it again"), lambda: _again(table), "redo", "plain"))
    why = "" if count else session.text("Nothing has been played yet.")
    answers.append(Answer(session.text("Take it back"), lambda: _back(table, count), "undo", why=why))
    return info_sheet(
        table,
        session.text("Step the game back"),
        rows[:40],
        story=session.text(
            "This takes back the last thing that people decided, and everything that came of it. "
            "The same cards lie where they lay, so it is for mistakes, not for luck."
        ),
        picture="undo",
        answers=answers,
    )


def _back(table: "TableHost", count: int) -> None:
    table.session.game.undo(count)
    table.close_all()
    table.news = ""
    table.rebuild()
    table.go_on()


def _again(table: "TableHost") -> None:
    table.close_all()
    table.step_forward()
