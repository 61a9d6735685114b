"""What has to be safe before it counts: the one place where the game waits for the disk.

On a desktop the system is asked to lay a file or a name on the disk. Where the system can't, as in a browser's tab whose files live in
memory, a `Keeper` is put in its place: it takes down what has changed, and raises the same errors as a disk.
"""

import errno
import os
from pathlib import Path
from typing import Protocol

SERIOUS = (errno.EIO, errno.ENOSPC, errno.EDQUOT)
"""What keeps a folder from holding a new name."""


class Keeper(Protocol):
    """What makes files safe in the place of the system."""

    def keep(self, *paths: Path) -> None:
        """Make safe what lies at these paths now, and that nothing lies there. Raises OSError."""


_keepers: list[Keeper] = []


def use(keeper: Keeper | None) -> None:
    """Let a keeper make files safe from now on; None is the system again."""
    _keepers[:] = [] if keeper is None else [keeper]


def safe_file(file: int, path: Path) -> None:
    """Wait until all that was written to an open file is safe. Raises OSError."""
    if _keepers:
        _keepers[0].keep(path)
    else:
        os.fsync(file)


def safe_names(*paths: Path) -> None:
    """Wait until it is safe that these files and folders lie here under their names, or no more: after they were made, moved or removed.

    Raises OSError when the disk is full or broken.
    """
    if _keepers:
        _keepers[0].keep(*paths)
        return
    for folder in dict.fromkeys(path.parent for path in paths):
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Lay the names of a folder on the disk. Windows does it by itself, and many drives know no such thing or let nobody ask."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as fault:
        if fault.errno in SERIOUS:
            raise
    finally:
        os.close(handle)
