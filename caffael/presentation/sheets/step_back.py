"""Stepping the game back: for a slip of the finger, and for a teacher who wants to try something again."""

from caffael.presentation.blocks import Button, Line, Sheet
from caffael.presentation.press import Do
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import ENGAGE, TENDER, phase_of
from caffael.rules.terms import Phase
from caffael.words.sentences import happened_text


def turns_back(viewer: Viewer) -> int:
    """How many actions have to be taken back until people decide again as they did last; all of them when they never did."""
    found = (count for count, turn in enumerate(reversed(viewer.history), 1) if viewer.people(turn.seat) and begins_decision(turn.action))
    return next(found, len(viewer.history))


def begins_decision(action: int) -> bool:
    """Whether an action begins what a team decides, and does not go on writing a tender."""
    return phase_of(action) in (Phase.BUY, Phase.MANAGE, Phase.ANSWER) or TENDER <= action < ENGAGE


def step_back_sheet(viewer: Viewer, can_redo: int) -> Sheet:
    """What would be taken back. `can_redo`: 1 when something was taken back before and can be played again."""
    count = turns_back(viewer)
    told = [happened for turn in viewer.history[len(viewer.history) - count :] for happened in turn.happenings]
    words = [happened_text(viewer.language, viewer.pack, viewer.teams, happened) for happened in told]
    lines = [Line(sentence, picture="undo", ink="ink_soft") for sentence in words if sentence]
    buttons = []
    if can_redo:
        buttons.append(Button("again", viewer.text("Play it again"), Do("step forward"), "redo", "plain"))
    why = "" if count else viewer.text("Nothing has been played yet.")
    buttons.append(Button("take back", viewer.text("Take it back"), Do("take back", (count,)), "undo", why=why))
    title = viewer.text("Step the game back")
    story = viewer.text(
        "This takes back the last thing that people decided, and everything that came of it. "
        "The same cards lie where they lay, so it is for mistakes, not for luck."
    )
    return Sheet("step back", title, lines=tuple(lines[:40]), story=story, picture="undo", buttons=tuple(buttons))
