"""Packs from elsewhere: what is dragged onto the window or found in a folder comes onto the shelf, or its faults are listed."""

from pathlib import Path
from typing import TYPE_CHECKING

from caffael.authoring.own.entries import pack_at
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.outcomes import outcome
from caffael.saves import own_folder
from caffael.scenario import PackError, load_pack

if TYPE_CHECKING:
    from caffael.board.session import Session


def open_dropped(session: "Session", path: Path) -> None:
    """Open what was dragged onto the window, unless a game is being played."""
    if session.match is not None:
        session.app.say(outcome(session.language, "game played"), 8)
    else:
        open_pack(session, path)


def open_pack(session: "Session", path: Path) -> None:
    """Put a pack on the shelf from where it lies, or list its faults. What is no pack is told in a sentence."""
    found = pack_at(path)
    if found is None:
        session.app.say(outcome(session.language, "no game", name=path.name), 8)
        return
    try:
        load_pack(found)
    except PackError as error:
        session.show(ScreenId.FAULTS, found, tuple(error.faults))
        return
    show_on_shelf(session, found)


def show_on_shelf(session: "Session", path: Path) -> None:
    """Show the shelf with the title beneath it and a pack chosen."""
    if path.parent != own_folder() and path not in session.opened:
        session.opened.append(path)
    session.show_title()
    session.show(ScreenId.SCENARIOS, path)
