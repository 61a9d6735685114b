"""Where the files of a pack come from. Each file is read once, into memory, and never more of it than a limit.

A folder, a zip and a pack in memory are all a `Source`; nothing else in reading a pack opens a file. What was read is what counts, so a
file that changes or grows meanwhile harms nobody.
"""

from abc import ABC, abstractmethod
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
