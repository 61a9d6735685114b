"""A record written while it is played: each line lies on the disk before its action counts.

When the disk is full, or the folder may not be written or made again, the game is not held up: `trouble` says so in a sentence, the
lines wait in memory, and everything unwritten is tried again at the next line. Some drives can't say when what was written is safe; there
the game counts as saved, and `notice` says so.
"""

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from caffael.disk import safe_file, safe_names
from caffael.resources import write_whole
from caffael.saves.header import Header
from caffael.saves.reading import Record, lines_of
from caffael.saves.seal import FIRST_SUM, seal
from caffael.words.language import words
from caffael.words.sentence import Sentence
from caffael.words.system import system_reason

PLAIN_FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
NEW_FLAGS = PLAIN_FLAGS | os.O_CREAT | os.O_EXCL
MOST_NAMES = 10_000

PATTERNS = (
    (
        (errno.ENOSPC, errno.EDQUOT),
        words("The disk is full, so {file} is not saved; you can play on, and every action tries again to save it."),
    ),
    (
        (errno.EROFS, errno.EACCES, errno.EPERM),
        words("Caffael may not write in {folder}, so the game is not saved; you can play on, and every action tries again."),
    ),
    (
        (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO),
        words("The folder {folder} is gone, so the game is not saved; you can play on, and every action tries again."),
    ),
)
"""What is said of each kind of fault."""
UNSUPPORTED = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""What a file system answers that does not know what it is asked for."""
UNKNOWN_PATTERN = words("{file} can't be written ({why}); you can play on, and every action tries again to save it.")


class Writer:
    """The one open file of a game that is being played."""

    def __init__(self, path: Path, lines: list[bytes], last_sum: str, created: bool) -> None:
        self.path = path.absolute()
        self.trouble: Sentence | None = None
        self.notice: Sentence | None = None  # what is worth knowing of a drive that saves all the same
        self.last_sum = last_sum
        self._lines = lines
        self._names = numbered(self.path)
        self._created = created
        self._named = created  # its name is safe in the folder
        self._file: int | None = None
        self._safe_lines = len(lines) if created else 0
        self._safe_bytes = sum(map(len, lines)) if created else 0

    @classmethod
    def begin(cls, path: Path, header: Header, entries: Iterable[Mapping[str, Any]] = ()) -> Self:
        """Begin a file, with what was played already. When there is one of this name, the new one gets a number behind its name."""
        line, own = seal(header.to_fields(), FIRST_SUM)
        lines = [line]
        for entry in entries:
            line, own = seal({"n": len(lines) + 1, **entry}, own)
            lines.append(line)
        writer = cls(path, lines, own, False)
        writer.write()
        return writer

    @classmethod
    def carry_on(cls, record: Record) -> Self:
        """Go on with a file that was read; its torn tail is cut off."""
        writer = cls(record.path, list(record.lines), record.last_sum, True)
        writer.write()
        return writer

    @property
    def lines(self) -> int:
        """How many lines the record has, the header and those that wait included."""
        return len(self._lines)

    def add(self, fields: Mapping[str, Any]) -> None:
        """Add a line and lay it on the disk. A fault is told in `trouble`, and the line waits."""
        self.add_all([fields])

    def add_all(self, entries: Iterable[Mapping[str, Any]]) -> None:
        """Add lines that belong together and lay them on the disk by one write."""
        for fields in entries:
            line, self.last_sum = seal({"n": len(self._lines) + 1, **fields}, self.last_sum)
            self._lines.append(line)
        self.write()

    def write(self) -> bool:
        """Write all that is not on the disk yet. Returns whether it is there now."""
        self.trouble = None
        try:
            if self._file is None or not self._is_ours(self._file):
                self.close()
                self._open()
            self._append(b"".join(self._lines[self._safe_lines :]))
            if not self._named:
                safe_names(self.path)
                self._named = True
        except OSError as fault:
            self.trouble = self._sentence(fault)
            self.close()
            return False
        return True

    @property
    def size(self) -> int:
        """How many bytes the whole record takes."""
        return sum(map(len, self._lines))

    def move_to(self, folder: Path) -> bool:
        """Go on in another folder, with everything written there anew; say whether it is there. Else it stays where it was."""
        self.close()
        before = (self.path, self._names, self._created, self._safe_lines, self._safe_bytes)
        self.path = folder.absolute() / self.path.name
        self._names, self._created = numbered(self.path), False
        if self.write():
            return True
        self.path, self._names, self._created, self._safe_lines, self._safe_bytes = before
        return False

    def close(self) -> None:
        """Let the file go; the next line would open it again."""
        if self._file is not None:
            with suppress(OSError):
                os.close(self._file)
            self._file = None

    def _append(self, data: bytes) -> None:
        """Write at the end and wait until the disk has it."""
        assert self._file is not None
        os.lseek(self._file, 0, os.SEEK_END)  # a drive that can't append for us
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._file, rest) :]
        try:
            safe_file(self._file, self.path)
        except OSError as fault:
            if fault.errno not in UNSUPPORTED:
                raise
            pattern = "The game is saved. The drive of {folder} can't say when all of it is there, so eject it before you unplug it."
            self.notice = Sentence(pattern, folder=str(self.path.parent))
        self._safe_lines = len(self._lines)
        self._safe_bytes += len(data)

    def _is_ours(self, file: int) -> bool:
        """Whether the open file still lies under its name and ends where our last line ended."""
        try:
            named = self.path.stat()
        except FileNotFoundError:
            return False
        opened = os.fstat(file)
        return (named.st_dev, named.st_ino, named.st_size) == (opened.st_dev, opened.st_ino, self._safe_bytes)

    def _open(self) -> None:
        """Open the file where our last line on the disk ends; make it when it is not there."""
        if not self._created:
            self._make(self.path)
            return
        try:
            self._file = open_file(self.path, PLAIN_FLAGS)
        except FileNotFoundError:
            self._make(self.path)
            return
        found = read_all(self._file)
        whole = found[: found.rfind(b"\n") + 1]
        ours = b"".join(self._lines)
        text = b"".join(line + b"\n" for line in lines_of(found)[0])
        if text and ours.startswith(text) and text != whole:  # only the ends of its lines were changed
            self._write_anew(text)
            return
        if ours.startswith(whole):
            self._safe_bytes = min(self._safe_bytes, len(whole))
            self._safe_lines = whole[: self._safe_bytes].count(b"\n")
            if len(found) > self._safe_bytes and not cut(self._file, self._safe_bytes):
                self._write_anew(whole[: self._safe_bytes])
            return
        old = self.path.name
        self.close()
        self._make(next(self._names))
        self.trouble = Sentence("{old} was changed by another program; this game goes on in {new}.", old=old, new=self.path.name)

    def _write_anew(self, text: bytes) -> None:
        """Put these lines, all of them ours, in the place of what the file holds; it holds the one or the other at any moment."""
        self.close()
        write_whole(self.path, text)
        self._file = open_file(self.path, PLAIN_FLAGS)
        self._safe_bytes, self._safe_lines, self._named = len(text), text.count(b"\n"), False

    def _make(self, path: Path) -> None:
        """Make the file and its folder, under the next free name when its own is taken."""
        path.parent.mkdir(parents=True, exist_ok=True)
        while self._file is None:
            try:
                self._file = open_file(path, NEW_FLAGS)
            except FileExistsError:
                following = next(self._names, None)
                if following is None:
                    raise
                path = following
        self.path = path
        self._created = True
        self._named = False
        self._safe_lines = 0
        self._safe_bytes = 0

    def _sentence(self, fault: OSError) -> Sentence:
        """What went wrong and what happens now."""
        pattern = next((pattern for numbers, pattern in PATTERNS if fault.errno in numbers), UNKNOWN_PATTERN)
        return Sentence(pattern, file=self.path.name, folder=str(self.path.parent), why=system_reason(fault))


def numbered(path: Path) -> Iterator[Path]:
    """The names that follow a name which is taken: with -2, -3 and so on behind it."""
    for number in range(2, MOST_NAMES):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def read_all(file: int) -> bytes:
    """Every byte of an open file."""
    os.lseek(file, 0, os.SEEK_SET)
    parts = []
    while part := os.read(file, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def open_file(path: Path, flags: int) -> int:
    """Open a file, also on a drive that can't append by itself."""
    try:
        return os.open(path, flags, 0o644)
    except OSError as fault:
        if fault.errno not in UNSUPPORTED:
            raise
        return os.open(path, flags & ~os.O_APPEND, 0o644)


def cut(file: int, length: int) -> bool:
    """Cut an open file to a length; say whether this drive can do that."""
    try:
        os.ftruncate(file, length)
    except OSError as fault:
        if fault.errno not in UNSUPPORTED:
            raise
        return False
    return True
