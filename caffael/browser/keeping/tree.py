"""Files and folders as the journal tells them, in memory: what is there after all its changes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from zlib import crc32

from caffael.browser.keeping.changes import Change, FileWritten, FolderMade, Gone


@dataclass(slots=True)
class File:
    """A file: its bytes, their sum, and when it was changed."""

    data: bytearray
    sum: int
    changed: int


@dataclass(slots=True)
class Tree:
    """Everything below the home folder; a folder is None."""

    lies: dict[str, File | None] = field(default_factory=dict)

    def apply(self, changes: Iterable[Change]) -> None:
        """Let changes happen. One that goes on from something that is not there leaves the file as it was before that was lost."""
        for change in changes:
            match change:
                case FolderMade(path):
                    self.make_folder(path)
                case Gone(path):
                    self.remove(path)
                case FileWritten():
                    self.write(change)

    def make_folder(self, path: str) -> None:
        """Make a folder, and those it lies in; a file that has its name is gone."""
        for place in (*parents(path), path):
            if self.lies.get(place) is not None or place not in self.lies:
                self.lies[place] = None

    def remove(self, path: str) -> None:
        """Take a file away, or a folder with everything in it."""
        inside = f"{path}/"
        for name in [name for name in self.lies if name == path or name.startswith(inside)]:
            del self.lies[name]

    def write(self, change: FileWritten) -> None:
        """Write into a file."""
        file = self.lies.get(change.path)
        if change.keep and (file is None or not begins_so(file, change.keep, change.before)):
            return
        if file is None:
            self.remove(change.path)
            for place in parents(change.path):
                self.make_folder(place)
            file = self.lies[change.path] = File(bytearray(), 0, 0)
        del file.data[change.keep :]
        file.data += change.data
        file.sum = crc32(change.data, change.before if change.keep else 0)
        file.changed = change.changed

    def size(self) -> int:
        """How many bytes it takes to write it down anew, nearly."""
        return sum(len(path) + 64 + (0 if file is None else len(file.data)) for path, file in self.lies.items())


def begins_so(file: File, length: int, wanted: int) -> bool:
    """Whether the beginning of a file has a sum."""
    if length == len(file.data):
        return file.sum == wanted
    return length < len(file.data) and crc32(memoryview(file.data)[:length]) == wanted


def parents(path: str) -> list[str]:
    """The folders something lies in, the outermost first."""
    parts = path.split("/")
    return ["/".join(parts[:length]) for length in range(1, len(parts))]
