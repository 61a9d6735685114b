"""Keeping a debrief: a page for the browser, in the person's Documents or beside the saved games, and where it lies."""

import os
from pathlib import Path

from platformdirs import user_documents_path

from caffael.board.session import Session
from caffael.presentation.screens import ScreenId
from caffael.saves import games_folder
from caffael.saves.places import ELSEWHERE, FOLDER_VARIABLE


def keeping_folder(games: Path | None) -> Path:
    """Where debriefs are kept: in Documents; beside the saved games where these have a folder that was named, or there are no Documents."""
    documents = user_documents_path()
    if games is None and FOLDER_VARIABLE not in os.environ and documents.is_dir():
        return documents / ELSEWHERE
    return games or games_folder()


def keep_match(session: Session) -> None:
    """Keep the debrief of the game at the table, and say where it is."""
    from caffael.export import game_of

    session.show(ScreenId.KEPT, lambda: game_of(session.game, session.language.code), session.game.path)


def keep_saved(session: Session, path: Path) -> None:
    """Keep the debrief of a saved game, and say where it is."""
    from caffael.export import read_game

    session.show(ScreenId.KEPT, lambda: read_game(path, session.language.code, session.opened), path)
