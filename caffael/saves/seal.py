"""One line of a record: JSON, closed by a check sum over itself and the sum of the line before.

A line is `{...,"sum":"16 hexadecimal digits"}`. The sum covers every byte before it, so a changed space is found as surely as a
changed number, and a line that was taken out or put in breaks the chain.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

FIRST_SUM = ""
"""What the first line takes for the sum of the line before."""

_END = re.compile(rb',"sum":"([0-9a-f]{16})"\}')
_END_LENGTH = len(b',"sum":"0123456789abcdef"}')


class BrokenSealError(ValueError):
    """A line whose sum is not its own."""


def seal(fields: Mapping[str, Any], previous: str) -> tuple[bytes, str]:
    """The line, with its newline, and its sum."""
    text = json.dumps(fields, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    payload = text[:-1].encode()
    own = _sum(payload, previous)
    return payload + b',"sum":"' + own.encode() + b'"}\n', own


def unseal(line: bytes, previous: str) -> tuple[dict[str, Any], str]:
    """The fields of a line (without its newline) and its sum. Raises BrokenSealError, or ValueError for a true sum over something else."""
    own = sum_of(line, previous)
    try:
        fields = json.loads(line[:-_END_LENGTH] + b"}")
    except (ValueError, RecursionError):
        raise ValueError("no JSON") from None
    if not isinstance(fields, dict):
        raise ValueError("no JSON object")
    return fields, own


def sum_of(line: bytes, previous: str) -> str:
    """The sum of a line (without its newline), checked. Raises BrokenSealError."""
    end = _END.fullmatch(line, max(len(line) - _END_LENGTH, 0))
    if end is None:
        raise BrokenSealError("no sum")
    own = _sum(line[: end.start()], previous)
    if own.encode() != end[1]:
        raise BrokenSealError("another sum")
    return own


def is_closed(line: bytes) -> bool:
    """Whether a line ends with a sum, as whole lines do."""
    return _END.fullmatch(line, max(len(line) - _END_LENGTH, 0)) is not None


def hides_line(tail: bytes, previous: str) -> bool:
    """Whether what stands after the last newline begins with a whole line. A write that was cut ends sooner; so its newline was changed."""
    end = _END.search(tail)
    return end is not None and end.end() < len(tail) and _sum(tail[: end.start()], previous).encode() == end[1]


def _sum(payload: bytes, previous: str) -> str:
    return hashlib.sha256(previous.encode() + payload).hexdigest()[:16]
