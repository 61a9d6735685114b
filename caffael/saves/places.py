"""Where games are saved, and where else they could be when that place takes nothing."""

import os
import tempfile
from pathlib import Path

from platformdirs import user_data_path, user_documents_path, user_downloads_path

FOLDER_VARIABLE = "CAFFAEL_GAMES"
"""An environment variable that may name another folder, for a stick that is carried along."""
ELSEWHERE = "Caffael"
"""The folder in Documents and the like in which games and debriefs lie."""


def games_folder() -> Path:
    """Where games are saved. It is made when the first game begins."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else user_data_path("caffael") / "games"


def other_folders() -> dict[str, Path]:
    """Folders in which a game could lie when the usual one takes nothing, by the name of their place; none of them is made here."""
    places = {
        "documents": user_documents_path(),
        "downloads": user_downloads_path(),
        "home": Path.home(),
        "temporary": Path(tempfile.gettempdir()),
    }
    return {name: place / ELSEWHERE for name, place in places.items() if place.is_dir()}


def takes(folder: Path, size: int) -> bool:
    """Whether a folder, or the one it would be made in, takes a file of so many bytes. What is written to see that is gone at once."""
    try:
        with tempfile.TemporaryFile(dir=folder if folder.is_dir() else folder.parent) as file:
            file.write(bytes(size))
            file.flush()
    except OSError:
        return False
    return True
