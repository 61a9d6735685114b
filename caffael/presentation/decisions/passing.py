"""Whether a team has done enough for this year."""

from caffael.presentation.blocks import Button, Line, Sheet
from caffael.presentation.press import Play
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import PASS
from caffael.rules.terms import Management
from caffael.words.looks import team_ink
from caffael.words.sentences import goal_name


def pass_sheet(viewer: Viewer) -> Sheet:
    """Say what passing means: what stays unmet, and what the days left are good for."""
    seat = viewer.state.decider
    council = viewer.state.councils[seat]
    language = viewer.language
    rows = []
    for need in council.tray[: council.tray_count]:
        card = viewer.cards.needs[need]
        value = viewer.text("{goal} {change}", goal=goal_name(language, card.urgency_goal), change=language.signed(-card.urgency))
        said = viewer.text("If nobody delivers this need, it is unmet at the end of the year.")
        rows.append(Line(viewer.need(need), value, said, "timer", "bad", value_ink="bad"))
    if viewer.cards.settings.management == Management.CHOICE:
        words = viewer.text("A day left over can go into managing a contract, so that its promises are kept.")
        rows.append(Line(viewer.plural("{n} officer day left", "{n} officer days left", council.days), "", words, "manage"))
    title = viewer.text("Pass for this year?")
    story = viewer.text("Passing is final: the team buys nothing more until next year.")
    buttons = (Button("pass", viewer.text("Pass for this year"), Play(PASS), "pass", ink=team_ink(seat)),)
    return Sheet("pass", title, lines=tuple(rows), story=story, picture="pass", ink=team_ink(seat), buttons=buttons)
