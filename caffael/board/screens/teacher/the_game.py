"""The game, for the teacher: cover it, step in it, skip a year, its pace, what is hidden, and leaving it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.authoring.own.settings import MOST_MINUTES
from caffael.board.scale import Box
from caffael.board.screens.question import question
from caffael.board.screens.settings import PACES
from caffael.board.screens.teacher.rows import Rows, Verb
from caffael.board.settings import BOT_PACES
from caffael.board.widgets import Dialog, Option, Stepper
from caffael.presentation.screens import ScreenId

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.teacher.screen import TeacherScreen


def add_game(page: "TeacherScreen", rows: Rows) -> None:
    """Put the rows in."""
    session = page.session
    lesson = session.lesson
    watched = session.text("A game is only watched now; leave it first.") if lesson.playback is not None else ""
    over = session.text("The game is over.") if session.game.finished else ""
    played = "" if session.game.history or lesson.playback is not None else session.text("Nothing has been played yet.")
    verbs = [
        Verb(
            "cover",
            session.text("Eyes to the front"),
            "eye",
            lambda: session.show(ScreenId.COVER),
            session.text("Covers the table until you go on. Time stands still."),
            primary=True,
        ),
        Verb(
            "step",
            session.text("Step back and forward"),
            "year-back",
            lambda: step(session),
            session.text("Look at any point of the game, play on from there, or ask “What if…?” in a new game."),
            watched or played,
        ),
        Verb(
            "skip",
            session.text("Skip to the next year"),
            "year-on",
            lambda: page.put(lambda: skip_question(session)),
            session.text("The computer plays for every team until the year ends."),
            watched or over,
        ),
        Verb(
            "next lesson",
            session.text("Go on next lesson"),
            "save",
            session.show_title,
            session.text("Leaves for the title page. Every action is saved already; the game is among the saved games."),
        ),
        Verb(
            "quit",
            session.text("Close Caffael"),
            "quit",
            session.app.quit,
            session.text("Nothing is lost and nothing is asked."),
        ),
    ]
    if lesson.skipping:
        verbs[2] = Verb(
            "stop",
            session.text("Stop skipping"),
            "pause",
            lambda: stop(page),
            session.text("People decide again from here on."),
        )
    rows.verbs(verbs)
    rows.space()
    rows.stepper(lambda box: timer(session, box), session.text("Team timer"))
    paces = [Option(pace, session.text(PACES[pace])) for pace in BOT_PACES]
    rows.choice(session.text("Computer teams play"), paces, session.settings.bot_pace, lambda pace: set_pace(session, pace), "pace")
    said = (session.text("off"), session.text("on"))
    for name, words, on, change in switches(session):
        rows.toggle(words, on, change, said, name)


def switches(session: "Session") -> list[tuple[str, str, bool, Callable[[bool], None]]]:
    """What is on or off in a lesson: its name, its words, how it is, and what a change does."""
    settings = session.settings
    return [
        (
            "hide",
            session.text("Hide scores and what other teams have until the game is over"),
            settings.hide_scores,
            lambda on: set_hidden(session, on),
        ),
        (
            "predict",
            session.text("Ask the class who will win, before each tender is published"),
            settings.predict,
            lambda on: set_predict(session, on),
        ),
        (
            "hints",
            session.text("Hints on the table"),
            settings.hints,
            lambda on: set_hints(session, on),
        ),
    ]


def step(session: "Session") -> None:
    """Look at any point of the game: the list of its decisions over its table."""
    session.lesson.look_back()
    session.show(ScreenId.TIMELINE)


def skip_question(session: "Session") -> Dialog:
    """Ask before the computer plays for people."""
    match = session.game
    last = match.state.year >= match.cards.settings.years
    said = session.text(
        "The usual bot plays for every team of people until this year ends. The other bots play as ever. You can stop it at any time."
    )
    title = session.text("Skip to the end of the game?") if last else session.text("Skip to year {year}?", year=match.state.year + 1)
    do = (session.text("Skip"), session.lesson.skip_year)
    return question(session, title, said, "year-on", do, session.text("Go on as it is"), "accent")


def stop(page: "TeacherScreen") -> None:
    """Let people decide again."""
    page.session.lesson.stop_skipping()
    page.changed = True
    page.back()


def timer(session: "Session", box: Box) -> Stepper:
    """The minutes of the team timer."""
    return Stepper(
        box,
        session.text("Team timer"),
        session.timer.minutes,
        session.timer.set,
        high=MOST_MINUTES,
        words=lambda n: session.plural("{n} minute", "{n} minutes", n) if n else session.text("off"),
        why_low=session.text("The timer is off."),
        why_high=session.text("This is the most."),
        name="timer",
    )


def set_pace(session: "Session", pace: str) -> None:
    """Set how fast computer teams play."""
    session.settings.bot_pace = pace
    session.keep()


def set_hidden(session: "Session", on: bool) -> None:
    """Hide scores and what other teams have, or show them."""
    session.settings.hide_scores = on
    session.keep()


def set_predict(session: "Session", on: bool) -> None:
    """Ask the class before publication who will win, or don't."""
    session.settings.predict = on
    session.keep()


def set_hints(session: "Session", on: bool) -> None:
    """Show hints on the table, or don't."""
    session.settings.hints = on
    session.keep()
