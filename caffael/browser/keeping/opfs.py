"""A file of the browser's private storage as a handle (page/store.js)."""

import errno
import os
from typing import Any

FULL = "QuotaExceededError"
NUMBERS = {FULL: errno.ENOSPC, "InvalidStateError": errno.EBADF, "NotAllowedError": errno.EACCES, "SecurityError": errno.EACCES}
"""What the browser's faults are called on a disk."""


class OpfsHandle:
    """An open file. What goes wrong is an OSError, as on a disk."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def size(self) -> int:
        """How many bytes it has."""
        return number(self._file.size())

    def read(self) -> bytes:
        """All of it."""
        number(self._file.read())
        return bytes(self._file.taken().to_bytes())

    def write(self, at: int, data: bytes) -> None:
        """Write all of this at a place."""
        number(self._file.write(at, data))

    def truncate(self, size: int) -> None:
        """Cut it to a size."""
        number(self._file.truncate(size))

    def flush(self) -> None:
        """Wait until what was written is safe."""
        number(self._file.flush())


def number(answer: float | str) -> int:
    """What the page answered. Raises OSError when that is the name of a fault."""
    if isinstance(answer, str):
        found = NUMBERS.get(answer, errno.EIO)
        raise OSError(found, f"{os.strerror(found)} ({answer})")
    return int(answer)
