"""Games from elsewhere: what is dragged onto the window or found in a folder is opened, or it is said what it is or what is wrong."""

from pathlib import Path
from typing import TYPE_CHECKING

from caffael.authoring.own.entries import pack_at
from caffael.authoring.own.moving import MovingRefusedError, is_whole_file, take_in
from caffael.board.given_file import places
from caffael.board.settings_file import load_settings
from caffael.notices.zipped import is_zip_of_notices
from caffael.presentation.screens import ScreenId
from caffael.presentation.setup.incoming import kind_of, may_be_notices, no_game, taken_in
from caffael.presentation.setup.outcomes import outcome
from caffael.saves import RecordError, own_folder
from caffael.saves.reading import is_record
from caffael.scenario import PackError, load_pack
from caffael.words.system import system_reason

if TYPE_CHECKING:
    from caffael.board.session import Session

BEGINNING = 64


def open_dropped(session: "Session", path: Path) -> None:
    """Open what was dragged onto the window, unless a game is being played."""
    if session.match is not None:
        session.app.say(outcome(session.language, "game played"), 8)
    else:
        open_file(session, path)


def open_file(session: "Session", path: Path) -> None:
    """Open a saved game or tender notices, put a pack on the shelf from where it lies, or list its faults. Else it is told what it is."""
    if is_whole_file(path):
        open_everything(session, path)
        return
    if is_record(path):
        try:
            session.open_record(path)
        except RecordError as fault:
            session.app.say(fault.sentence.said(session.language), 12)
        return
    found = None if is_zip_of_notices(path) else pack_at(path)
    if found is None and holds_notices(path):
        session.show(ScreenId.NOTICES, path)
        return
    if found is None:
        session.app.say(no_game(session.language, path.name or str(path), kind_at(path)), 12)
        return
    try:
        load_pack(found)
    except PackError as error:
        if session.app.screen is not None and session.app.screen.id is ScreenId.FAULTS:
            session.pop()  # the list of faults that were to be mended
        session.show(ScreenId.FAULTS, found, tuple(error.faults))
        return
    show_on_shelf(session, found)


def open_everything(session: "Session", path: Path) -> None:
    """Take in the games, the packs and, where none were kept, the settings of a file with everything; show the games, and say what came."""
    language = session.language
    try:
        moved = take_in(path, places(session))
    except MovingRefusedError as fault:
        session.app.say(fault.sentence.said(language), 12)
        return
    except OSError as fault:
        session.app.say(outcome(language, "unwritten", reason=system_reason(fault).said(language)), 12)
        return
    if moved.settings:
        session.wear(load_settings())
    session.show_title()
    session.show(ScreenId.SAVES)
    session.app.say(taken_in(session.language, moved.games, moved.packs), 12)


def holds_notices(path: Path) -> bool:
    """Whether a file may hold tender notices."""
    try:
        if not path.is_file():
            return False
        if is_zip_of_notices(path):
            return True
        with path.open("rb") as file:
            return may_be_notices(path.name, file.read(BEGINNING))
    except (OSError, ValueError):
        return False


def kind_at(path: Path) -> str:
    """What something is that is no game."""
    try:
        if path.is_dir():
            return "folder"
        with path.open("rb") as file:
            return kind_of(path.name, file.read(BEGINNING))
    except (OSError, ValueError):
        return "gone"


def show_on_shelf(session: "Session", path: Path) -> None:
    """Show the shelf with the title beneath it and a pack chosen."""
    if path.parent != own_folder() and path not in session.opened:
        session.opened.append(path)
    session.show_title()
    session.show(ScreenId.SCENARIOS, path)
