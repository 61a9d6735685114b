"""The room's file beside the record: JSON lines, each closed by a check sum over itself and the sum of the line before, as in a record.

It holds what lets a class go on after the board was killed: who has which token (as its hash), team and role, drafts, answers to acts,
and how the class guessed. No address, no typed name. A line that is not whole at its end is a write that was cut; any other bad line
costs the tokens, never the game. The file goes when the room is closed, or 12 hours after its last line.
"""

import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from caffael.disk import safe_file, safe_names
from caffael.saves.room import SUFFIX, room_path
from caffael.saves.seal import FIRST_SUM, seal, unseal

VERSION = 1
KEPT_FOR = 12 * 3600
"""Seconds after its last line for which a room's file is kept."""
FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
MOST_BYTES = 16 * 1024 * 1024


class JournalError(Exception):
    """A room's file that can't be gone on with; `args[0]` names why: gone, old, version, line."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a room's file says: the room, and every line after the first."""

    code: str
    picture: int
    lines: tuple[dict[str, Any], ...]
    size: int  # bytes of whole lines
    last_sum: str
    sound: bool = True  # False: a line was bad, so nothing behind the first counts


def has_room(record: Path, now: Callable[[], float] = time.time) -> bool:
    """Whether the class of a recorded game is still waiting: its room was not closed, and its file is young enough."""
    try:
        read_story(room_path(record), now())
    except JournalError:
        return False
    return True


def read_story(path: Path, now: float) -> Story:
    """Read a room's file. Raises JournalError when there is none to go on with."""
    try:
        with path.open("rb") as file:
            found = file.read(MOST_BYTES)
    except OSError:
        raise JournalError("gone") from None
    whole = found[: found.rfind(b"\n") + 1].splitlines()
    lines: list[dict[str, Any]] = []
    size, last_sum, sound = 0, FIRST_SUM, True
    for line in whole:
        try:
            fields, last_sum = unseal(line, last_sum)
        except ValueError:
            sound = False
            break
        lines.append(fields)
        size += len(line) + 1
    if not lines:
        raise JournalError("line")
    first = lines[0]
    if first.get("version") != VERSION:
        raise JournalError("version")
    code, picture, last = first.get("room"), first.get("picture"), lines[-1].get("t")
    if not isinstance(code, str) or not isinstance(picture, int) or not isinstance(last, int):
        raise JournalError("line")
    if any("closed" in line for line in lines):
        raise JournalError("gone")
    if now - last > KEPT_FOR:
        raise JournalError("old")
    return Story(code, picture, tuple(lines[1:]) if sound else (), size, last_sum, sound)


def sweep(folder: Path, now: float) -> None:
    """Throw away the files of rooms that are over, or too old to go on."""
    for path in folder.glob(f"*{SUFFIX}"):
        try:
            read_story(path, now)
        except JournalError as fault:
            if fault.args[0] in ("old", "gone"):
                with suppress(OSError):
                    path.unlink()


class Journal:
    """The file while the room is open. Lines are given to the system at once, and laid on the disk when `flush` is asked for.

    A disk that is full holds nobody up: `trouble` is set, and the lines wait for the next one.
    """

    def __init__(self, path: Path | None, clock: Callable[[], float] = time.time) -> None:
        self.path = path
        self.trouble: OSError | None = None
        self.dirty = False
        """Whether something is written that may not lie on the disk yet."""
        self._clock = clock
        self._file: int | None = None
        self._sum = FIRST_SUM
        self._waiting: list[bytes] = []
        self._size = 0
        self._named = False

    @classmethod
    def begin(cls, path: Path | None, code: str, picture: int, clock: Callable[[], float] = time.time) -> Self:
        """Begin a room's file, in the place of one that is there. Without a path nothing is kept."""
        journal = cls(path, clock)
        if path is not None:
            with suppress(OSError):
                path.unlink()
        journal.add({"room": code, "version": VERSION, "picture": picture})
        journal.flush()
        return journal

    @classmethod
    def carry_on(cls, path: Path, story: Story, clock: Callable[[], float] = time.time) -> Self:
        """Go on with a file that was read; what was cut behind its last whole line is cut off. A bad one is begun anew."""
        if not story.sound:
            return cls.begin(path, story.code, story.picture, clock)
        journal = cls(path, clock)
        journal._sum, journal._size, journal._named = story.last_sum, story.size, True
        return journal

    def add(self, fields: Mapping[str, Any]) -> None:
        """Add a line."""
        if self.path is None:
            return
        line, self._sum = seal({**fields, "t": int(self._clock())}, self._sum)
        self._waiting.append(line)
        self._write()

    def flush(self) -> bool:
        """Lay all of it on the disk. Returns whether it is there."""
        if self.path is None:
            return True
        if self._waiting or self.trouble is not None:
            self._write()
        if self.dirty and self._file is not None and self.trouble is None:
            try:
                safe_file(self._file, self.path)
                if not self._named:
                    safe_names(self.path)
                    self._named = True
            except OSError as fault:
                self.trouble = fault
                return False
            self.dirty = False
        return self.trouble is None

    def _write(self) -> None:
        assert self.path is not None
        self.trouble = None
        try:
            if self._file is None:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._file = os.open(self.path, FLAGS, 0o600)
                os.ftruncate(self._file, self._size)
            data = b"".join(self._waiting)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._file, rest) :]
            self._size += len(data)
            self._waiting.clear()
            self.dirty = True
        except OSError as fault:
            self.trouble = fault
            self._let_go()

    def _let_go(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                os.close(self._file)
            self._file = None

    def leave(self) -> None:
        """Let the file go; it stays for whoever goes on with the room."""
        self.flush()
        self._let_go()

    def close(self) -> None:
        """The room is closed: the file is thrown away; where that can't be done, it says that the room is closed."""
        self.add({"closed": 1})
        self.flush()
        self._let_go()
        if self.path is not None:
            with suppress(OSError):
                self.path.unlink()
                safe_names(self.path)
