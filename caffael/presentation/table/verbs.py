"""What a council may do now, each as a button that says why if it can't be pressed; and the small buttons that are always there."""

from collections.abc import Callable

from caffael.presentation.blocks import Button, Text
from caffael.presentation.press import Do, Open, Play
from caffael.presentation.viewer import Viewer
from caffael.rules.actions import LEGAL, OPEN, PASS, WAIT, Reason
from caffael.rules.cards import Cards
from caffael.rules.reasons import has_project, why_not_engage, why_not_joint, why_not_project, why_not_tender, why_not_train
from caffael.rules.records import State
from caffael.rules.terms import LABS, NONE, Phase, Route
from caffael.words.language import CODES, NAMES
from caffael.words.looks import team_ink


def buying(viewer: Viewer) -> bool:
    """Whether the viewer's team decides now what to buy."""
    return viewer.deciding == viewer.seat and viewer.state.phase == Phase.BUY


def verbs(viewer: Viewer) -> tuple[Button, ...]:
    """What a council does in Buy, in the order of the buttons. What is not part of this game is left out.

    While envelopes of a sealed game are opened, whoever is at the front opens the next one.
    """
    if viewer.state.phase == Phase.OPEN and viewer.deciding is not None:
        return (opening_verb(viewer),)
    settings = viewer.cards.settings
    rows = [("tender", viewer.text("Publish a tender"), "tender", why_no_need(viewer, why_not_tender))]
    if settings.engagement == 1:
        rows.append(("engage", viewer.text("Engage the market"), "engage", why_no_need(viewer, why_not_engage)))
    if settings.labs == 1:
        why = first_reason(viewer, [why_not_train(viewer.cards, viewer.state, viewer.seat, lab) for lab in range(LABS)])
        rows.append(("train", viewer.text("Train in a lab"), "procurement", why))
    if joint_is_on(viewer):
        rows.append(("joint", viewer.text("Tender jointly"), "joint", why_no_need(viewer, why_not_joint, Route.JOINT)))
    if settings.projects == 1:
        rows.append(("project", viewer.text("Start a project"), "project", why_no_project(viewer)))
    if settings.sealed == 1:
        rows.append(("wait", viewer.text("Lay down an empty envelope"), "envelope", viewer.why_not(WAIT)))
    rows.append(("pass", viewer.text("Pass for this year"), "pass", viewer.why_not(PASS)))
    return tuple(
        Button(
            f"do {name}",
            words,
            press_of(viewer, name),
            picture,
            "plain" if name in ("wait", "pass") else "primary",
            why_now(viewer) or why,
            team_ink(viewer.seat),
        )
        for name, words, picture, why in rows
    )


def press_of(viewer: Viewer, name: str) -> Play | Do | Open:
    """What a verb does. Passing asks first, as long as a need of the tray would stay unmet; else a slip is undone by stepping back."""
    if name == "tender":
        return Do(name)
    if name == "wait":
        return Play(WAIT)
    return Play(PASS) if name == "pass" and not viewer.tray(viewer.seat) else Open(name)


def opening_verb(viewer: Viewer) -> Button:
    """The button that opens the envelope which is next."""
    seat = viewer.state.decider
    words = viewer.text("Open the envelope: {team}", team=viewer.council(seat))
    return Button("do open", words, Play(OPEN), "envelope", "primary", "", team_ink(seat))


def joint_is_on(viewer: Viewer) -> bool:
    """Whether joint tenders are part of this game, and somebody is there to join."""
    return why_not_joint(viewer.cards, viewer.state, viewer.seat, 0) != Reason.ROUTE_OFF and viewer.state.seats > 1


def why_now(viewer: Viewer) -> str:
    """Why the viewer's team can't buy now; empty when it can."""
    if viewer.finished:
        return viewer.why(Reason.GAME_OVER)
    return "" if buying(viewer) else viewer.why(Reason.NOT_NOW)


def first_reason(viewer: Viewer, reasons: list[int], route: int = NONE) -> str:
    """Why none of several things can be done, by a `route`; empty when one can. The last reason speaks, as the rules' own order has it."""
    if LEGAL in reasons:
        return ""
    if not reasons:
        return viewer.text("The tray is empty: there is nothing to buy now.")
    return viewer.why(reasons[-1], route)


def why_no_need(viewer: Viewer, why_not: Callable[[Cards, State, int, int], int], route: int = NONE) -> str:
    """Why something can be done with no need of the tray; empty when it can with one."""
    return first_reason(viewer, [why_not(viewer.cards, viewer.state, viewer.seat, need) for need in viewer.tray(viewer.seat)], route)


def why_no_project(viewer: Viewer) -> str:
    """Why no project can be started: of all reasons the one that is nearest to being met."""
    if has_project(viewer.cards, viewer.state, viewer.seat):
        return ""
    projects = range(viewer.cards.project_count)
    return first_reason(viewer, sorted(why_not_project(viewer.cards, viewer.state, viewer.seat, project) for project in projects))


def news(viewer: Viewer, told: str = "") -> tuple[Text, Button]:
    """While a computer team plays: what was `told` of what it did last, or that it thinks; and a way to hurry it."""
    words = told or viewer.text("{team} is thinking.", team=viewer.council(viewer.state.decider))
    return Text(words, id="news"), Button("hurry", viewer.text("Go on"), Do("hurry"), "arrow-right", "plain")


def corner(viewer: Viewer) -> tuple[Button, ...]:
    """The small buttons beside the years: menu and undo, language and help."""
    other = NAMES[CODES[1 - CODES.index(viewer.code)]]
    return (
        Button("corner settings", viewer.text("Open the menu"), Do("menu"), "settings", "plain"),
        Button("corner undo", viewer.text("Step the game back"), Do("step back"), "undo", "plain", why_not_back(viewer)),
        Button("corner language", other, Do("language"), "language", "plain"),
        Button("corner help", viewer.text("Help"), Do("help"), "help", "plain"),
    )


def why_not_back(viewer: Viewer) -> str:
    """Why the game can't be stepped back here; empty when it can."""
    if viewer.watching:
        return viewer.text("This game is only watched. The buttons below the map go back and forward in it.")
    return "" if viewer.history else viewer.text("Nothing has been played yet.")
