"""By which way a class reached the board, beside the record: so that a board that was killed has the same address again.

It holds the relay's ticket, with which the room's code is claimed again, so nobody else may read it. The file goes with the room.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from caffael.presentation.settings import LONGEST_ADDRESS, WAYS, Way
from caffael.resources import write_whole

SUFFIX = ".way"
MOST_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class KeptWay:
    """The way, the relay's address and ticket; both are empty in the school's own network."""

    way: Way
    relay: str = ""
    ticket: str = ""


def way_path(record: Path) -> Path:
    """The file of a saved game."""
    return record.with_suffix(SUFFIX)


def keep_way(record: Path, kept: KeptWay) -> bool:
    """Write the way down; say whether it lies there."""
    try:
        write_whole(way_path(record), json.dumps(asdict(kept)).encode())
        way_path(record).chmod(0o600)
    except OSError:
        return False
    return True


def read_way(record: Path) -> KeptWay | None:
    """The way by which the class of a saved game came; None where none was kept, or it makes no sense."""
    try:
        with way_path(record).open("rb") as file:
            found = json.loads(file.read(MOST_BYTES))
        way, relay, ticket = found["way"], found["relay"], found["ticket"]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    if way not in WAYS or not isinstance(relay, str) or not isinstance(ticket, str) or len(relay) > LONGEST_ADDRESS:
        return None
    return KeptWay(way, relay, ticket)


def forget_way(record: Path) -> None:
    """The room is closed."""
    with suppress(OSError):
        way_path(record).unlink()
