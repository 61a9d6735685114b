"""What is seen and heard, for the teacher: language, letters, window; and the way to all settings."""

from typing import TYPE_CHECKING

from caffael.board.screens.teacher.rows import Rows, Verb
from caffael.board.settings import TEXT_SCALES
from caffael.board.widgets import Option
from caffael.presentation.screens import ScreenId
from caffael.words.language import CODES, NAMES

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.teacher.screen import TeacherScreen

SIZES = ((1280, 720), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160))


def add_view(page: "TeacherScreen", rows: Rows) -> None:
    """Put the rows in."""
    session, app = page.session, page.app
    said = (session.text("off"), session.text("on"))
    languages = [Option(code, NAMES[code]) for code in CODES]
    rows.choice(
        session.text("Language"),
        languages,
        session.language.code,
        lambda key: session.set_language("cy" if key == "cy" else "en"),
        "language",
    )
    letters = [Option(str(scale), session.language.percent(round(scale * 100))) for scale in TEXT_SCALES]
    rows.choice(
        session.text("Size of the letters"), letters, str(session.settings.text_scale), lambda key: set_letters(session, key), "letters"
    )
    width, height = app.surface.get_size()
    sizes = [Option(f"{wide}x{high}", f"{wide} × {high}") for wide, high in SIZES]
    rows.choice(session.text("Size of the window"), sizes, f"{width}x{height}", lambda key: set_size(session, key), "window")
    rows.toggle(session.text("Fill the whole screen"), app.full_screen, app.set_full_screen, said, "full")
    rows.space()
    rows.verbs(
        [
            Verb(
                "settings",
                session.text("Change the settings"),
                "settings",
                lambda: session.show(ScreenId.SETTINGS),
                session.text("Everything that can be set."),
            )
        ]
    )


def set_letters(session: "Session", key: str) -> None:
    """Make the letters larger or smaller."""
    session.settings.text_scale = float(key)
    session.keep()
    session.app.set_text_scale(float(key))


def set_size(session: "Session", key: str) -> None:
    """Make the window larger or smaller; it no longer fills the screen."""
    wide, high = key.split("x")
    session.app.set_window_size((int(wide), int(high)))
    session.settings.full_screen = False
    session.keep()
