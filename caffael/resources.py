"""Where assets and scenarios lie, inside an installed package or beside it in a checkout; and how a file is written whole."""

import os
from contextlib import suppress
from pathlib import Path

from caffael.disk import safe_file, safe_names

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder `assets` or `scenarios`. Raises FileNotFoundError when the installation lacks it."""
    for place in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"The folder {name!r} is missing from this installation of Caffael; install it again.")


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or as it was. Raises OSError, or ValueError for a name that no disk takes."""
    path = path.resolve()  # a link stays, and leads to the new content
    part = path.parent / f".writing-{os.getpid()}"
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            with suppress(OSError):  # some drives can't wait until they have it
                safe_file(file.fileno(), part)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    safe_names(path)
