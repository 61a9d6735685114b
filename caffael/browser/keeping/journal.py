"""The journal: what happened to the files, entry after entry, in one of two files.

An entry holds changes that happen together. It has a number and a sum, so that one that is torn or spoilt is known: a torn end is cut off,
and after a spoilt entry reading goes on at the next one that is sound. An entry counts when it is flushed.

When the journal is much longer than what it tells, all that is there is written into the other file. Only when that is whole and safe it
gets its head, with a higher epoch; the file of the highest epoch is the one that counts. So whenever the tab ends, one of them is whole.
"""

import struct
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from zlib import crc32

from caffael.browser.keeping.changes import Change, FileWritten, FolderMade, pack_changes, unpack_changes
from caffael.browser.keeping.handle import Handle
from caffael.browser.keeping.tree import Tree

HEAD = struct.Struct("<8sQI")
"""How the file begins: its mark, its epoch, and their sum."""
MARK = b"\x8cCaffael"
ENTRY = struct.Struct("<4sIQI")
"""How an entry begins: its mark, the length of its body, its number, and the sum of all."""
ENTRY_MARK = b"\x9dcE\n"
SPARE = 1 << 20
"""So much longer than twice what it tells a journal may grow."""


@dataclass(slots=True)
class Found:
    """What was read from a file."""

    epoch: int = 0  # 0 where the head is not sound
    tree: Tree = field(default_factory=Tree)
    number: int = 0  # of the last entry
    end: int = 0  # after the last sound entry
    sound: int = 0  # bytes of sound entries
    spoilt: int = 0  # places where something was not sound, the torn end left out


class Journal:
    """Two files, of which one counts. Raises OSError when they can't be read."""

    def __init__(self, one: Handle, other: Handle) -> None:
        found = [(read_journal(handle.read()), handle) for handle in (one, other)]
        best, self._file = max(found, key=lambda pair: (pair[0].epoch, pair[0].sound))
        self._spare = other if self._file is one else one
        self._epoch = max(1, best.epoch)
        self._number = best.number
        self._end = best.end if best.sound else 0
        self._unclean = self._file.size() != self._end
        self._doubtful = False  # whether the other file may count by mistake
        self._tree: Tree | None = best.tree
        self.spoilt = best.spoilt
        self.told = best.tree.size()
        self._free_spare()

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self._end

    @property
    def too_long(self) -> bool:
        """Whether it is much longer than what it tells."""
        return self._end > 2 * self.told + SPARE

    def tree(self) -> Tree:
        """What is there by all that is kept. Raises OSError when it can't be read again."""
        tree, self._tree = self._tree, None
        return read_journal(self._file.read()[: self._end]).tree if tree is None else tree

    def add(self, changes: Iterable[Change]) -> None:
        """Keep changes that happen together. Raises OSError when that can't be done, and then none of them is kept."""
        body = pack_changes(changes)
        entry = entry_of(self._number + 1, body)
        if not self._end:
            entry = head_of(self._epoch) + entry
        if self._doubtful:
            self._empty_spare()
        if self._unclean:
            self._file.truncate(self._end)
        self._unclean = True  # until all of it is safe
        self._file.write(self._end, entry)
        self._file.flush()
        self._unclean = False
        self._number += 1
        self._end += len(entry)
        self._tree = None

    def shorten(self) -> bool:
        """Write down anew what is there, in the other file; say whether that could be done. Else all stays as it was."""
        try:
            tree = self.tree()
            whole = entries_of(tree, self._number)
            data = b"".join(whole)
            self._spare.truncate(0)
            self._spare.flush()
            self._spare.write(HEAD.size, data)
            self._spare.flush()
            self._doubtful = True
            self._spare.write(0, head_of(self._epoch + 1))
            self._spare.flush()
        except OSError:
            self._free_spare()
            return False
        self._doubtful = False
        self._file, self._spare = self._spare, self._file
        self._epoch, self._number, self._end = self._epoch + 1, self._number + len(whole), HEAD.size + len(data)
        self._unclean = False
        self.told = tree.size()
        self._free_spare()
        return True

    def _free_spare(self) -> None:
        """Free the room of the file that does not count, if that can be done now."""
        with suppress(OSError):
            self._empty_spare()

    def _empty_spare(self) -> None:
        if self._spare.size():
            self._spare.truncate(0)
            self._spare.flush()
        self._doubtful = False


def head_of(epoch: int) -> bytes:
    """How a file of an epoch begins."""
    return HEAD.pack(MARK, epoch, crc32(HEAD.pack(MARK, epoch, 0)))


def entry_of(number: int, body: bytes) -> bytes:
    """An entry as bytes."""
    return ENTRY.pack(ENTRY_MARK, len(body), number, sum_of(number, body)) + body


def sum_of(number: int, body: bytes | memoryview) -> int:
    """The sum by which an entry is known to be sound."""
    return crc32(body, crc32(ENTRY.pack(ENTRY_MARK, len(body), number, 0)))


def entries_of(tree: Tree, number: int) -> list[bytes]:
    """Entries that tell of all that is there, with the numbers that follow."""
    entries: list[bytes] = []
    for path, file in sorted(tree.lies.items()):
        change: Change = FolderMade(path) if file is None else FileWritten(path, 0, 0, file.changed, bytes(file.data))
        entries.append(entry_of(number + len(entries) + 1, pack_changes([change])))
    return entries


def epoch_of(data: bytes) -> int:
    """The epoch that a file's head tells; 0 when it is not sound."""
    if len(data) < HEAD.size:
        return 0
    mark, epoch, _ = HEAD.unpack_from(data)
    return int(epoch) if mark == MARK and data[: HEAD.size] == head_of(epoch) else 0


def read_journal(data: bytes) -> Found:
    """Read a journal; what is spoilt is passed over."""
    found = Found(epoch_of(data), end=HEAD.size)
    view, at = memoryview(data), HEAD.size if data[: len(MARK)] == MARK else 0
    while True:
        start = data.find(ENTRY_MARK, at)
        if start < 0 or start + ENTRY.size > len(data):
            return found
        _, length, number, wanted = ENTRY.unpack_from(data, start)
        body = view[start + ENTRY.size : start + ENTRY.size + length]
        if len(body) != length or number <= found.number or sum_of(number, body) != wanted:
            at = start + 1
            continue
        if start != found.end:
            found.spoilt += 1
        at = found.end = start + ENTRY.size + length
        found.sound += ENTRY.size + length
        found.number = number
        try:
            found.tree.apply(list(unpack_changes(bytes(body))))
        except (ValueError, struct.error):
            found.spoilt += 1
