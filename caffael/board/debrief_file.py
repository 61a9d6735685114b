"""Keeping a debrief: a page for the browser, in the person's Documents or beside the saved games, and a sentence that says where."""

import os
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_documents_path

from caffael.board.session import Session
from caffael.presentation.debrief.document import PlayedGame
from caffael.presentation.setup.outcomes import outcome
from caffael.saves import RecordError, games_folder
from caffael.saves.places import FOLDER_VARIABLE
from caffael.words.system import system_reason

FOLDER = "Caffael"
SECONDS = 15.0
"""How long it is said where the page is: long enough to write it down."""


def keeping_folder(games: Path | None) -> Path:
    """Where debriefs are kept: in Documents; beside the saved games where these have a folder that was named, or there are no Documents."""
    documents = user_documents_path()
    if games is None and FOLDER_VARIABLE not in os.environ and documents.is_dir():
        return documents / FOLDER
    return games or games_folder()


def keep_debrief(session: Session, tell: Callable[[], PlayedGame]) -> None:
    """Write the page of a game and say where it is, or why it can't be written."""
    from caffael.export import keep_in

    folder = keeping_folder(session.games)
    try:
        said = outcome(session.language, "kept debrief", file=str(keep_in(tell(), folder)))
    except RecordError as fault:
        said = fault.sentence.said(session.language)
    except OSError as fault:
        said = outcome(session.language, "no debrief", folder=str(folder), why=system_reason(fault).said(session.language))
    session.app.say(said, SECONDS)


def keep_match(session: Session) -> None:
    """Keep the debrief of the game at the table."""
    from caffael.export import game_of

    keep_debrief(session, lambda: game_of(session.game, session.language.code))


def keep_saved(session: Session, path: Path) -> None:
    """Keep the debrief of a saved game."""
    from caffael.export import read_game

    keep_debrief(session, lambda: read_game(path, session.language.code, session.opened))
