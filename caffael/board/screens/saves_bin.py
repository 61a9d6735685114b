"""The bin of saved games: a folder beside them, from which the last ones can be brought back."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from caffael.authoring.own import keeping
from caffael.board.lesson.picture import picture_of


@dataclass(frozen=True, slots=True)
class InBin:
    """A game in the bin: its title, where its record and its picture lay, and where they lie now."""

    title: str
    path: Path
    lies: Path
    picture: Path | None


def put_in_bin(path: Path, title: str) -> InBin:
    """Move a saved game and its picture into the bin. Raises OSError when it can't be moved."""
    lies = keeping.put_away(path)
    picture = None
    with suppress(OSError):
        picture = keeping.put_away(picture_of(path))
    return InBin(title, path, lies, picture)


def bring_back(binned: InBin) -> None:
    """Put a game where it was. Raises OSError when something else lies there now, or it can't be moved."""
    keeping.bring_back(binned.lies, binned.path)
    if binned.picture is not None:
        with suppress(OSError):
            keeping.bring_back(binned.picture, picture_of(binned.path))
