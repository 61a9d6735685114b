"""How frames are written between a relay and a board: a line of text each, which begins with the numbers of the devices.

To the board: `+7` a device has opened a line, `-7` it is gone, `7 {…}` what it sent, `={…}` the relay's own word.
From it: `={…}` the board's own word, `7,9:council {…}` a frame for two devices (its kind after the colon), `-7 {…}` a last one, which ends
the line.
"""

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

LARGEST = 320 * 1024
"""Bytes of a frame from a board: the largest page, and the numbers of all devices before it."""
LARGEST_BATCH = 512 * 1024
"""Bytes of what a board sends in one plain request."""
OPENED, GONE, OWN = "+", "-", "="
TO_DEVICES = re.compile(r"(-?)([0-9]{1,9}(?:,[0-9]{1,9}){0,99})(?::([a-z0-9:_-]{1,40}))? ")
FROM_DEVICE = re.compile(r"([+-]?)([0-9]{1,9})(?: |$)")


class Down(NamedTuple):
    """A frame on its way to devices."""

    numbers: tuple[int, ...]
    kind: str
    last: bool
    text: str


class Up(NamedTuple):
    """What a relay tells a board of one device: `+`, `-`, or nothing before a frame."""

    what: str
    number: int
    text: str


def own(**said: object) -> str:
    """The relay's own word to a board, or a board's to the relay."""
    return OWN + json.dumps(said, separators=(",", ":"))


def read_own(text: str) -> dict[str, object] | None:
    """What such a word says; None where it is none."""
    if not text.startswith(OWN):
        return None
    try:
        found = json.loads(text[1:])
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def down(numbers: Iterable[int], text: str, kind: str = "", last: bool = False) -> str:
    """A frame for devices."""
    return f"{'-' if last else ''}{','.join(map(str, numbers))}{f':{kind}' if kind else ''} {text}"


def read_down(text: str) -> Down | None:
    """A frame for devices, as a board wrote it; None where it wrote something else."""
    found = TO_DEVICES.match(text)
    if found is None:
        return None
    last, numbers, kind = found.groups()
    return Down(tuple(map(int, numbers.split(","))), kind or "", bool(last), text[found.end() :])


def read_up(text: str) -> Up | None:
    """What a relay tells of a device; None where it is something else."""
    found = FROM_DEVICE.match(text)
    return None if found is None else Up(found[1], int(found[2]), text[found.end() :])
