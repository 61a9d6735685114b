"""Read the files of a folder: plain files that lie in it and nothing else, so that no pack can lead out of its folder or make us wait."""

import errno
import os
import stat
from itertools import islice
from pathlib import Path

from caffael.scenario.read.sources import LARGEST_FILE, MISSING, FileRefusedError, Source, too_large

MOST_NAMES = 2_000
"""Names in a folder. Whoever points at a whole disk is told so instead of waiting."""
LINK = "This is a link to another place; put the file itself here."
CHUNK = 1 << 20
FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)  # Windows
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)  # a link that was put in the file's place meanwhile
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that was
    | getattr(os, "O_NOCTTY", 0)
)


class FolderSource(Source):
    """The files of a folder."""

    def __init__(self, place: Path) -> None:
        try:
            with os.scandir(place) as found:
                names = frozenset(entry.name for entry in islice(found, MOST_NAMES + 1))
        except (OSError, ValueError) as error:
            raise FileRefusedError(unreadable("folder", error)) from None
        if len(names) > MOST_NAMES:
            raise FileRefusedError(f"The folder holds more than {MOST_NAMES:,} files; give the pack a folder of its own.")
        super().__init__(place, names)

    def _read(self, name: str) -> bytes:
        return read_plain(self.place / name, LARGEST_FILE)


def read_plain(path: Path, limit: int) -> bytes:
    """The bytes of a plain file. A link, a pipe or a device is refused without being opened. Raises FileRefusedError."""
    try:
        found = os.lstat(path)
        refuse_special(found)
        if found.st_size > limit:
            raise FileRefusedError(too_large(limit))
        handle = os.open(path, FLAGS)
        try:
            refuse_special(os.fstat(handle))
            return read_bounded(handle, limit)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise FileRefusedError(MISSING) from None
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == errno.ELOOP:
            raise FileRefusedError(LINK) from None
        raise FileRefusedError(unreadable("file", error)) from None


def refuse_special(found: os.stat_result) -> None:
    """Raise FileRefusedError for whatever is no plain file."""
    if stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1):
        raise FileRefusedError(LINK)
    if stat.S_ISDIR(found.st_mode):
        raise FileRefusedError("This is a folder; there should be a file of this name.")
    if not stat.S_ISREG(found.st_mode):
        raise FileRefusedError("This is a device or a pipe; there should be a file of this name.")


def read_bounded(handle: int, limit: int) -> bytes:
    """Read an open file to its end, but no more than the limit and one byte, which is one too many."""
    parts: list[bytes] = []
    left = limit + 1
    while left > 0:
        part = os.read(handle, min(CHUNK, left))
        if not part:
            break
        parts.append(part)
        left -= len(part)
    if left <= 0:
        raise FileRefusedError(too_large(limit))
    return b"".join(parts)


def unreadable(what: str, error: Exception) -> str:
    """The sentence about a file or folder that the system does not let us read."""
    return f"The {what} cannot be read ({getattr(error, 'strerror', None) or 'unknown reason'})."
