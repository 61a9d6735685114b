"""Written to a file, whole or not at all; the ending of its name says in which form."""

from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

from caffael.export.page import page_of
from caffael.export.played import PlayedGame
from caffael.export.spreadsheet import rows_of
from caffael.export.story import story_of


def page(games: list[PlayedGame]) -> bytes:
    """One HTML page."""
    return page_of(story_of(games))


def paper(games: list[PlayedGame]) -> bytes:
    """A PDF; what it needs beyond the game is loaded here."""
    from caffael.export.pdf import pdf_of  # noqa: PLC0415 - the extra `print`, which the other forms do without

    return pdf_of(story_of(games))


FORMS: dict[str, Callable[[list[PlayedGame]], bytes]] = {".html": page, ".pdf": paper, ".csv": rows_of}
"""What a debrief can be kept as, by the ending of the file's name."""


def written(games: list[PlayedGame], path: Path) -> None:
    """Write the debrief of games to a file, in the language of the first. Raises OSError where that can't be done, with nothing changed."""
    replace(path, FORMS[path.suffix.lower()](games))


def keep_in(game: PlayedGame, folder: Path) -> Path:
    """Write the page of a game into a folder, under the name of its saved game; give its path. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{Path(game.file).stem or game.pack.id}-{game.language.code}.html"
    written([game], path)
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
