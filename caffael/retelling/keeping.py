"""Written to a file, whole or not at all; the ending of its name says in which form."""

from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

from caffael.language import Code
from caffael.retelling.page import page_of
from caffael.retelling.played import PlayedGame
from caffael.retelling.spreadsheet import rows_of
from caffael.retelling.story import story_of


def page(games: list[PlayedGame], code: Code) -> bytes:
    """One HTML page."""
    return page_of(story_of(games, code))


FORMS: dict[str, Callable[[list[PlayedGame], Code], bytes]] = {".html": page, ".csv": rows_of}
"""What a debrief can be kept as, by the ending of the file's name."""


def written(games: list[PlayedGame], code: Code, path: Path) -> None:
    """Write the debrief of games to a file. Raises OSError where that can't be done; what was there before stays then."""
    replace(path, FORMS[path.suffix.lower()](games, code))


def keep_beside(game: PlayedGame, folder: Path, code: Code) -> Path:
    """Write the page of a game into a folder, under the name of its saved game; give its path. Raises OSError."""
    path = folder / f"{Path(game.file).stem or game.pack.id}-{code}.html"
    folder.mkdir(parents=True, exist_ok=True)
    written([game], code, path)
    return path


def replace(path: Path, content: bytes) -> None:
    """Put content into a file at one stroke."""
    with NamedTemporaryFile(prefix=".writing-", dir=path.parent, delete=False) as beside:
        part = Path(beside.name)
        try:
            beside.write(content)
            beside.close()
            part.chmod(0o644)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
