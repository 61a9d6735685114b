"""The mirror: compares the files in memory with what the journal knows of them, and takes down the difference.

A file that grew costs an entry of what is new. Which files to look at is told by those who make them safe (`caffael.disk`); a sweep over
the whole home folder finds what nobody told.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from caffael.browser.keeping.changes import Change, FileWritten, FolderMade, Gone
from caffael.browser.keeping.journal import Journal
from caffael.browser.keeping.tree import Tree, parents

PASSING = (".writing-",)
"""How files begin that are there only for a moment."""
UNKEPT = (".cache",)
"""Folders whose files can be made again."""
NO_STAMP = (-1, -1, -1)


@dataclass(frozen=True, slots=True)
class Known:
    """A file as the journal knows it: its size and sum, and by what the file system says whether it was touched since."""

    size: int
    sum: int
    stamp: tuple[int, int, int] = NO_STAMP


class Mirror:
    """Keeps the home folder."""

    def __init__(self, home: Path, journal: Journal) -> None:
        self.home = home
        self.journal = journal
        self.trouble: OSError | None = None  # of the last time something was to be kept
        self._known: dict[str, Known | None] = {}  # None for a folder

    def lay_out(self) -> None:
        """Put all that is kept into the home folder. Raises OSError."""
        tree = self.journal.tree()
        self.home.mkdir(parents=True, exist_ok=True)
        for path, file in sorted(tree.lies.items()):
            place = self.home / path
            if file is None:
                place.mkdir(parents=True, exist_ok=True)
                self._known[path] = None
                continue
            place.write_bytes(file.data)
            os.utime(place, ns=(file.changed, file.changed))
            self._known[path] = Known(len(file.data), file.sum, stamp_of(place.stat()))

    def keep(self, *paths: Path) -> None:
        """Keep what lies at these paths, and that nothing lies there, all or nothing. Raises OSError when that can't be done now."""
        names = [name for path in paths if (name := self._name(path)) is not None]
        try:
            self._take_down([name for name in names if not is_passing(name)], told=True)
        except OSError as fault:
            self.trouble = fault
            raise
        self.trouble = None

    def sweep(self) -> bool:
        """Keep whatever has changed in the home folder; say whether all is kept now. Makes the journal short when it is too long."""
        try:
            self._take_down([""], told=False)
        except OSError as fault:
            self.trouble = fault
            return False
        self.trouble = None
        if self.journal.too_long:
            self.journal.shorten()
        return True

    def tree(self) -> Tree:
        """What is kept, for a look at it. Raises OSError."""
        return self.journal.tree()

    def _name(self, path: Path) -> str | None:
        """The path below the home folder; None for one that lies elsewhere."""
        with suppress(ValueError):
            name = path.absolute().relative_to(self.home).as_posix()
            return "" if name == "." else name
        return None

    def _take_down(self, names: list[str], told: bool) -> None:
        gone: list[Change] = []
        made: list[Change] = []
        known = dict[str, Known | None]()
        lost = set[str]()
        for name in dict.fromkeys(names):
            seen = set[str]()
            for path, entry in self._lying(name):
                seen.add(path)
                before = self._known.get(path)
                if stat.S_ISDIR(entry.st_mode):
                    if path not in self._known or before is not None:
                        made.append(FolderMade(path))
                    known[path] = None
                    continue
                after, change = self._look_at(path, entry, before, told and path == name)
                if after is None:
                    seen.remove(path)
                    continue
                known[path] = after
                if change is not None:
                    if path in self._known and before is None:  # a file in the place of a folder
                        gone.append(Gone(path))
                    made.append(change)
            missing = [path for path in self._below(name) if path not in seen]
            lost.update(missing)
            gone += [Gone(path) for path in missing if not any(place in missing for place in parents(path))]
        if gone or made:
            self.journal.add([*gone, *made])
        for path in lost - known.keys():
            self._known.pop(path, None)
        for path, after in known.items():
            for place in parents(path):
                self._known[place] = None
            self._known[path] = after

    def _below(self, name: str) -> list[str]:
        """What is known at a path and below it."""
        if not name:
            return list(self._known)
        return [path for path in self._known if path == name or path.startswith(f"{name}/")]

    def _lying(self, name: str) -> Iterator[tuple[str, os.stat_result]]:
        """What lies at a path and below it, links and what only passes left out."""
        try:
            entry = os.lstat(self.home / name)
        except (FileNotFoundError, NotADirectoryError):
            return
        if stat.S_ISREG(entry.st_mode):
            yield name, entry
        elif stat.S_ISDIR(entry.st_mode):
            if name:
                yield name, entry
            for inside in sorted(path.name for path in (self.home / name).iterdir()):
                path = f"{name}/{inside}" if name else inside
                if not is_passing(path):
                    yield from self._lying(path)

    def _look_at(self, path: str, entry: os.stat_result, before: Known | None, told: bool) -> tuple[Known | None, FileWritten | None]:
        """A file as it is now, and what has changed since it was kept; None for one that is gone by now."""
        stamp = stamp_of(entry)
        if before is not None and before.stamp == stamp and not told:
            return before, None
        try:
            data = memoryview((self.home / path).read_bytes())
        except FileNotFoundError:
            return None, None
        if before is not None and len(data) >= before.size and crc32(data[: before.size]) == before.sum:
            if len(data) == before.size:
                return Known(before.size, before.sum, stamp), None
            more = bytes(data[before.size :])
            change = FileWritten(path, before.size, before.sum, entry.st_mtime_ns, more)
            return Known(len(data), crc32(more, before.sum), stamp), change
        return Known(len(data), crc32(data), stamp), FileWritten(path, 0, 0, entry.st_mtime_ns, bytes(data))


def stamp_of(entry: os.stat_result) -> tuple[int, int, int]:
    """What a file system says of a file that is another after it was written."""
    return (entry.st_size, entry.st_mtime_ns, entry.st_ino)


def is_passing(name: str) -> bool:
    """Whether a path is not kept."""
    parts = name.split("/")
    return parts[-1].startswith(PASSING) or any(part in UNKEPT for part in parts)
