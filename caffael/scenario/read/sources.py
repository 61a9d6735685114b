"""Where the files of a pack come from. Each file is read once, into memory, and never more of it than a limit.

A folder, a zip and a pack in memory are all a `Source`; nothing else in reading a pack opens a file. What was read is what counts, so a
file that changes or grows meanwhile harms nobody.
"""

import errno
import os
import stat
from abc import ABC, abstractmethod
from functools import cached_property
from itertools import islice
from pathlib import Path

from caffael.words.language import words
from caffael.words.sentence import Sentence
from caffael.words.system import system_reason

LARGEST_FILE = 4_000_000
"""Bytes of one file of a pack. The largest deck of the standard scenario has 25,000."""
ZIP = ".zip"
MISSING = Sentence("The file is missing from the pack.")
LEFT_BY_SYSTEMS = ("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information", "icon\r")
"""What systems leave in folders and zips, in small letters."""
BEGIN_OF_PASSING = (".", "~")
"""How hidden files and those begin that a program keeps while it has another open: ~$needs.xlsx, .~lock.needs.ods#, ._needs.csv."""
END_OF_PASSING = ("~", "#", ".tmp", ".temp", ".bak", ".swp", ".part", ".crdownload", ".download")
"""How files end that are kept for a while: the last state before the present one, half a download."""


def passed_over(name: str) -> bool:
    """Whether a file or folder of this name is nothing that anybody made: a system or a program left it there."""
    low = name.lower()
    return low in LEFT_BY_SYSTEMS or low.startswith(BEGIN_OF_PASSING) or low.endswith(END_OF_PASSING)


class FileRefusedError(Exception):
    """A file that is not read; `sentence` says why."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Source(ABC):
    """The files of one pack: `place` is its folder or zip, `names` are those of all it holds. Capitals in a file's name do not matter."""

    def __init__(self, place: Path, names: frozenset[str]) -> None:
        self.place = place
        self.names = names
        self._in_small = {name.lower(): name for name in sorted(names, reverse=True)}
        self._known: dict[str, bytes] = {}

    def called(self, name: str) -> str | None:
        """What a file is called here, whose name may be written with other capitals; None where there is none."""
        return name if name in self.names else self._in_small.get(name.lower())

    def read(self, name: str) -> bytes:
        """The bytes of a file, as they were when it was first asked for. Raises FileRefusedError where there are none."""
        found = self.called(name)
        if found is None:
            raise FileRefusedError(MISSING)
        if found not in self._known:
            self._known[found] = self._read(found)
        return self._known[found]

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The files that lie beside the pack's own in folders, by their paths from here; none of them is read."""
        return frozenset()

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


def too_large(limit: int) -> Sentence:
    """The sentence about a file above a limit in bytes."""
    size = f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1_000} kB"
    return Sentence("The file is larger than {size}; no pack needs that much.", size=size)


MOST_NAMES = 2_000
"""Names in a folder. Whoever points at a whole disk is told so instead of waiting."""
LINK = Sentence("This is a link to another place; put the file itself here.")
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
            raise FileRefusedError(unreadable(FOLDER_UNREADABLE, error)) from None
        if len(names) > MOST_NAMES:
            raise FileRefusedError(Sentence("The folder holds more than {n} files; give the pack a folder of its own.", n=MOST_NAMES))
        super().__init__(place, names)

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The files in the folders of this one."""
        found: list[str] = []
        for name in sorted(self.names):
            inner = self.place / name
            if not passed_over(name) and inner.is_dir() and not inner.is_symlink():
                found += [f"{name}/{each}" for each in names_in(inner)]
        return frozenset(found[:MOST_NAMES])

    def _read(self, name: str) -> bytes:
        return read_plain(self.place / name, LARGEST_FILE)


def names_in(place: Path) -> list[str]:
    """The names in a folder, as many as are looked at; none where it cannot be looked into."""
    try:
        with os.scandir(place) as found:
            return [entry.name for entry in islice(found, MOST_NAMES)]
    except (OSError, ValueError):
        return []


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
        raise FileRefusedError(unreadable(FILE_UNREADABLE, error)) from None


def refuse_special(found: os.stat_result) -> None:
    """Raise FileRefusedError for whatever is no plain file."""
    if stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1):
        raise FileRefusedError(LINK)
    if stat.S_ISDIR(found.st_mode):
        raise FileRefusedError(Sentence("This is a folder; there should be a file of this name."))
    if not stat.S_ISREG(found.st_mode):
        raise FileRefusedError(Sentence("This is a device or a pipe; there should be a file of this name."))


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


FILE_UNREADABLE = words("The file cannot be read ({reason}).")
FOLDER_UNREADABLE = words("The folder cannot be read ({reason}).")


def unreadable(pattern: str, error: Exception) -> Sentence:
    """The sentence about a file or folder that the system does not let us read, with the system's own reason."""
    return Sentence(pattern, reason=system_reason(error))
