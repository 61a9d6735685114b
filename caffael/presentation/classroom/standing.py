"""In what state the game is for who looks, in a line or two, and what one press would do now."""

from collections.abc import Sequence
from dataclasses import dataclass

from caffael.presentation.classroom.desk import Written
from caffael.presentation.classroom.ways import act_words
from caffael.presentation.viewer import Viewer
from caffael.rules.terms import NONE, Phase
from caffael.words.language import Language


@dataclass(frozen=True, slots=True)
class Standing:
    """What is going on (`kind` names it, for the page's colours), what to do, and the button: what it says, and why it can't be pressed.

    `act` is what the button does: `do` plays what is written, `ready` keeps it for the turn; empty where there is no button.
    """

    kind: str
    title: str
    line: str = ""
    act: str = ""
    button: str = ""
    why: str = ""


def no_game(language: Language) -> Standing:
    """Before a game lies on the table."""
    return Standing(
        "wait", language.text("Waiting for the game to begin."), language.text("It opens by itself when the teacher begins a game.")
    )


def waiting_words(viewer: Viewer, seats: Sequence[int]) -> str:
    """For whom everybody waits."""
    return viewer.text("Waiting for: {teams}.", teams=", ".join(viewer.council(seat) for seat in seats))


def is_asked(viewer: Viewer) -> bool:
    """Whether another team asks this one to buy jointly. What lies on its desk has nothing to do with the answer."""
    return viewer.state.phase == Phase.ANSWER and viewer.state.decider == viewer.seat


def standing(viewer: Viewer, *, can_act: bool, answerable: bool, waiting_for: Sequence[int]) -> Standing:
    """How the game stands for a team, before anything is said of its desk."""
    rest = [seat for seat in waiting_for if seat != viewer.seat]
    waiting = waiting_words(viewer, rest) if rest else ""
    if viewer.finished:
        return Standing("over", viewer.text("The game is over."))
    if not answerable:
        return Standing("screen", viewer.text("Look at the big screen."), viewer.text("The board shows what just happened."))
    if viewer.seat == NONE:
        return Standing("watch", viewer.text("You are watching."), waiting)
    if viewer.state.phase == Phase.MANAGE:
        return Standing("turn" if can_act else "wait", viewer.text("Every team manages its contracts now."), waiting)
    if is_asked(viewer):
        return Standing("turn", viewer.text("Another team asks you: agree or refuse."))
    if viewer.state.phase == Phase.OPEN:
        return Standing("screen", viewer.text("The envelopes are opened: look at the big screen."))
    if viewer.state.sealed[viewer.seat] == 1:
        return Standing("wait", viewer.text("Your envelope lies on the table."), waiting)
    if can_act and viewer.cards.settings.sealed == 1:
        return Standing("turn", viewer.text("All teams write at the same time."), waiting)
    if can_act:
        return Standing("turn", viewer.text("It is your turn."))
    if viewer.own.passed == 1:
        return Standing("wait", viewer.text("You have passed for this year."), waiting)
    return Standing("prepare", viewer.text("Prepare your next turn."), waiting)


def with_desk(viewer: Viewer, shown: Standing, written: Written, *, complete: bool, ready: bool, reason: int, can_act: bool) -> Standing:
    """The same, with what a captain's button does with the desk: publish it at once, or keep it ready for the turn."""
    if viewer.state.phase == Phase.MANAGE and ready:
        done = viewer.text("You are done. Wait for the others, or tick anew.")
        return Standing("wait", shown.title, f"{done} {shown.line}".strip(), "unready", viewer.text("Tick anew"))
    if shown.kind not in ("turn", "prepare") or viewer.state.phase == Phase.MANAGE:
        return shown
    if is_asked(viewer):
        return shown
    if not written.way:
        return Standing(shown.kind, shown.title, shown.line or viewer.text("Choose below what your team does."))
    why = viewer.why(reason) or ("" if complete else viewer.text("First choose what comes before this."))
    if can_act:
        return Standing(shown.kind, shown.title, shown.line, "do", act_words(viewer, written), why)
    said = viewer.text("It lies ready for your turn.") if ready else shown.line
    words = viewer.text("Write on") if ready else viewer.text("Keep it ready for our turn")
    return Standing(shown.kind, shown.title, said, "unready" if ready else "ready", words, why)
