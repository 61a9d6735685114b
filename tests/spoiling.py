"""A file of the journal that lies in memory, whose writing can end anywhere, fail, or be half done."""

import errno
from dataclasses import dataclass, field
from random import Random


class Killed(BaseException):
    """The tab has ended."""


@dataclass
class Storage:
    """The room of all files, and how many bytes may still be written before the tab ends; None is never."""

    room: int | None = None
    left: int | None = None
    failing: int = 0  # so many of the next flushes fail

    def spend(self, wanted: int) -> int:
        """How many of these bytes are written before the tab ends."""
        if self.left is None:
            return wanted
        taken = min(self.left, wanted)
        self.left -= taken
        return taken


@dataclass
class MemoryHandle:
    """What is safe, and what was asked for since the last flush."""

    storage: Storage
    safe: bytes = b""
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def size(self) -> int:
        """How many bytes it has."""
        return len(self.read())

    def read(self) -> bytes:
        """All of it, with what is not safe yet."""
        return apply(self.safe, self.waiting)

    def write(self, at: int, data: bytes) -> None:
        """Write; with too little room a part is written."""
        if self.storage.room is not None and at + len(data) > self.storage.room:
            self._put(at, data[: max(0, self.storage.room - at)])
            raise OSError(errno.ENOSPC, "full")
        self._put(at, data)

    def _put(self, at: int, data: bytes) -> None:
        taken = self.storage.spend(len(data))
        self.waiting.append((at, data[:taken]))
        if taken < len(data):
            raise Killed

    def truncate(self, size: int) -> None:
        """Cut; that counts as a byte."""
        if not self.storage.spend(1):
            raise Killed
        self.waiting.append((size, None))

    def flush(self) -> None:
        """Make all safe; that counts as a byte."""
        if not self.storage.spend(1):
            raise Killed
        if self.storage.failing:
            self.storage.failing -= 1
            raise OSError(errno.EIO, "broken")
        self.safe, self.waiting = self.read(), []

    def after(self, chance: Random | None) -> bytes:
        """What is found when the tab has ended: all that was asked for or, by chance, only some of what was not safe, and that half."""
        if chance is None:
            return self.read()
        kept = []
        for at, data in self.waiting:
            match chance.randrange(3):
                case 0:
                    kept.append((at, data))
                case 1 if data:
                    kept.append((at, data[: chance.randrange(len(data) + 1)]))
        return apply(self.safe, kept)


def apply(content: bytes, steps: list[tuple[int, bytes | None]]) -> bytes:
    """Content after writing and cutting."""
    for at, data in steps:
        behind = b"" if data is None else data + content[at + len(data) :]
        content = content[:at].ljust(at, b"\0") + behind
    return content
