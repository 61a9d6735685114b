"""What can happen to a file or folder, and how an entry of the journal says it in bytes.

The paths are those below the home folder, with `/` between their parts.
"""

import os
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

FOLDER, FILE, GONE = 1, 2, 3
START = struct.Struct("<BH")
"""The kind of a change and how long its path is."""
CONTENT = struct.Struct("<QIqI")
"""How much of a file stays, the sum of that, when it was changed, and how much is new."""


@dataclass(frozen=True, slots=True)
class FolderMade:
    """There is a folder."""

    path: str


@dataclass(frozen=True, slots=True)
class FileWritten:
    """A file is its first `keep` bytes, which have the sum `before`, and then `data`."""

    path: str
    keep: int
    before: int
    changed: int  # nanoseconds, as the file system has it
    data: bytes


@dataclass(frozen=True, slots=True)
class Gone:
    """A file, or a folder with everything in it, is gone."""

    path: str


Change = FolderMade | FileWritten | Gone


def pack_changes(changes: Iterable[Change]) -> bytes:
    """Changes as bytes."""
    parts: list[bytes] = []
    for change in changes:
        path = os.fsencode(change.path)
        match change:
            case FolderMade():
                parts += (START.pack(FOLDER, len(path)), path)
            case Gone():
                parts += (START.pack(GONE, len(path)), path)
            case FileWritten():
                content = CONTENT.pack(change.keep, change.before, change.changed, len(change.data))
                parts += (START.pack(FILE, len(path)), path, content, change.data)
    return b"".join(parts)


def unpack_changes(body: bytes) -> Iterator[Change]:
    """The changes that bytes say. Raises ValueError or struct.error when they say none."""
    at = 0
    while at < len(body):
        kind, length = START.unpack_from(body, at)
        at += START.size
        path = os.fsdecode(body[at : at + length])
        at += length
        if kind == FILE:
            keep, before, changed, size = CONTENT.unpack_from(body, at)
            at += CONTENT.size
            yield FileWritten(path, keep, before, changed, body[at : at + size])
            at += size
        elif kind == FOLDER:
            yield FolderMade(path)
        elif kind == GONE:
            yield Gone(path)
        else:
            raise ValueError(f"no kind of change: {kind}")
