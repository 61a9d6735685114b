"""Middle, at the top: small buttons beside the years: menu and undo at the left, help and language at the right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from caffael.board.scale import Box
from caffael.board.widgets import Button, Widget
from caffael.words.language import CODES, NAMES

if TYPE_CHECKING:
    from caffael.board.game import Session
    from caffael.board.screens.table.screen import TableScreen

GAP = 8.0


def add_corner(table: "TableScreen", into: Widget, box: Box) -> tuple[float, float]:
    """Put the buttons at both ends of a row, and say how much room they took at the left and at the right."""
    session = table.session
    other = NAMES[CODES[1 - CODES.index(session.language.code)]]
    left: list[tuple[str, str, Callable[[], None], str]] = [
        ("settings", session.text("Open the menu"), session.show_menu, ""),
        (
            "undo",
            session.text("Step the game back"),
            table.step_back,
            why_not_back(session),
        ),
    ]
    right: list[tuple[str, str, Callable[[], None], str]] = [
        ("language", other, session.switch_language, ""),
        ("help", session.text("Help"), session.show_help, ""),
    ]
    size = box.height
    for place, (picture, label, press, why) in enumerate(left):
        where = Box(box.left + place * (size + GAP), box.top, size, size)
        into.add(
            Button(where, label, press, style="plain", picture=picture, icon_only=True, name=f"corner {picture}", enabled=not why, why=why)
        )
    for place, (picture, label, press, why) in enumerate(reversed(right)):
        where = Box(box.right - size - place * (size + GAP), box.top, size, size)
        into.add(
            Button(where, label, press, style="plain", picture=picture, icon_only=True, name=f"corner {picture}", enabled=not why, why=why)
        )
    taken = 2 * size + GAP
    return taken, taken


def why_not_back(session: "Session") -> str:
    """Why the game can't be stepped back here; empty when it can."""
    if session.lesson.playback is not None:
        return session.text("This game is only watched. The buttons below the map go back and forward in it.")
    return "" if session.game.history else session.text("Nothing has been played yet.")
