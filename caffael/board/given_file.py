"""Files that people take away: a saved game, a pack of their own, or everything."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.authoring.own.moving import pack_as_file, whole_file
from caffael.board.settings_file import settings_folder
from caffael.presentation.screens import ScreenId
from caffael.saves import own_folder

if TYPE_CHECKING:
    from caffael.board.session import Session

Make = Callable[[], tuple[str, bytes]]
"""What makes a file: its name and what is in it."""


def give_match(session: "Session") -> None:
    """Give the game at the table as a file."""
    path = session.game.path
    if path is not None:
        give_saved(session, path)


def give_saved(session: "Session", path: Path) -> None:
    """Give a saved game as a file."""
    show_given(session, lambda: (path.name, path.read_bytes()))


def give_pack(session: "Session", path: Path) -> None:
    """Give a pack as a zip."""
    show_given(session, lambda: pack_as_file(path))


def give_everything(session: "Session") -> None:
    """Give all saved games, own packs and settings as one zip."""
    now = datetime.now().astimezone()
    show_given(session, lambda: (f"caffael-{now:%Y-%m-%d-%H%M}.zip", whole_file(places(session))), True)


def show_given(session: "Session", make: Make, whole: bool = False) -> None:
    """Give a file and show the page that says where it lies."""
    session.show(ScreenId.GIVEN, make, whole)


def places(session: "Session") -> dict[str, Path]:
    """What is carried to another computer, and where it lies here."""
    return {"games": session.folder, "packs": own_folder(), "settings": settings_folder()}
