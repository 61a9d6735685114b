"""Where the files of a pack come from. Each file is read once, into memory, and never more of it than a limit.

A folder, a zip and a pack in memory are all a `Source`; nothing else in reading a pack opens a file. What was read is what counts, so a
file that changes or grows meanwhile harms nobody.
"""

import errno
import os
import stat
from abc import ABC, abstractmethod
from itertools import islice
from pathlib import Path

LARGEST_FILE = 4_000_000
"""Bytes of one file of a pack. The largest deck of the standard scenario has 25,000."""
ZIP = ".zip"
MISSING = "The file is missing from the pack."


class FileRefusedError(Exception):
    """A file that is not read; its text is one plain sentence."""


class Source(ABC):
    """The files of one pack: `place` is its folder or zip, `names` are those of all it holds."""

    def __init__(self, place: Path, names: frozenset[str]) -> None:
        self.place = place
        self.names = names
        self._known: dict[str, bytes] = {}

    def read(self, name: str) -> bytes:
        """The bytes of a file, as they were when it was first asked for. Raises FileRefusedError where there are none."""
        if name not in self.names:
            raise FileRefusedError(MISSING)
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    @abstractmethod
    def _read(self, name: str) -> bytes:
        """The bytes of a file that is there. Raises FileRefusedError."""


class MemorySource(Source):
    """A pack that is not written yet, with the place where it will lie."""

    def __init__(self, place: Path, files: dict[str, bytes]) -> None:
        super().__init__(place, frozenset(files))
        self._files = files

    def _read(self, name: str) -> bytes:
        return self._files[name]


def too_large(limit: int) -> str:
    """The sentence about a file above a limit in bytes."""
    size = f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1_000} kB"
    return f"The file is larger than {size}; no pack needs that much."


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
