"""What the journal needs of a file: reading and writing at a place, and waiting until it is safe."""

from typing import Protocol


class Handle(Protocol):
    """An open file that nobody else has. Every call may raise OSError."""

    def size(self) -> int:
        """How many bytes it has."""

    def read(self) -> bytes:
        """All of it."""

    def write(self, at: int, data: bytes) -> None:
        """Write all of this at a place."""

    def truncate(self, size: int) -> None:
        """Cut it to a size."""

    def flush(self) -> None:
        """Wait until what was written is safe."""
