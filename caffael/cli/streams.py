"""The streams that a command writes to, made so that no letter and no reader who goes early stops it.

On a terminal text goes out as the terminal takes it. Into a file or a pipe it is UTF-8 on every system, unless PYTHONIOENCODING names
another encoding. A letter that can't be written is replaced by the nearest that can: ŵ by w, ≥ by >=. A reader who has seen enough
(as `head` does behind a pipe) changes nothing of what a command does and answers; a stream that was closed takes what comes.
"""

import codecs
import errno
import io
import os
import sys
import unicodedata
from contextlib import suppress
from typing import TextIO

READABLE = "readable"
"""The name under which Python finds `readable`."""
LIKE = {
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("│┃║", "|"),
    **dict.fromkeys("─━═", "-"),
    **dict.fromkeys("•·", "*"),
    **{"£": "GBP ", "€": "EUR ", "≥": ">=", "≤": "<=", "≠": "!=", "→": "->", "←": "<-", "×": "x", "✓": "v", "✗": "x", "…": "..."},
}
"""What stands for a sign that an encoding lacks."""
GONE = (errno.EPIPE, errno.EINVAL)
"""How a system says that a pipe's reader has gone; Windows says it the second way."""


def readable(fault: UnicodeError) -> tuple[str, int]:
    """What is written instead of letters that an encoding lacks, and where to go on."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    return "".join(map(nearest, fault.object[fault.start : fault.end])), fault.end


def nearest(letter: str) -> str:
    """A letter in plain ASCII."""
    if letter in LIKE:
        return LIKE[letter]
    plain = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return plain or ("" if unicodedata.combining(letter) else "?")


class Patient(io.FileIO):
    """The far end of a stream. When its reader has gone, what comes goes nowhere; so it does after a fault, which is told once."""

    def write(self, data: object) -> int:
        """Write bytes and say how many."""
        try:
            return super().write(data)  # type: ignore[arg-type]
        except OSError as fault:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            if fault.errno not in GONE:
                raise
            return len(memoryview(data))  # type: ignore[arg-type]


def prepare_streams() -> None:
    """Make the streams of this program so; to be called once, before anything is said."""
    codecs.register_error(READABLE, readable)
    for number in range(3):
        with suppress(OSError):
            if not is_open(number):
                os.open(os.devnull, os.O_RDWR)  # it takes the lowest free number, so that no file of ours is taken for a stream
    sys.stdout = prepared(sys.stdout, 1)
    sys.stderr = prepared(sys.stderr, 2)


def is_open(number: int) -> bool:
    """Whether a stream of this number was given to the program."""
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def prepared(stream: TextIO | None, number: int) -> TextIO:
    """A stream that takes every letter."""
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - it stays open as long as the program
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    if stream.isatty():
        stream.reconfigure(errors=READABLE)
        return stream
    encoding = stream.encoding if os.environ.get("PYTHONIOENCODING", "").partition(":")[0] else "utf-8"
    raw = io.BufferedWriter(Patient(number, "wb", closefd=False))
    return io.TextIOWrapper(raw, encoding, READABLE, line_buffering=number == 2)


def is_unicode(stream: TextIO) -> bool:
    """Whether a stream takes every letter as it is."""
    return (getattr(stream, "encoding", None) or "utf-8").lower().startswith("utf")
