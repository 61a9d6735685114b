"""What a device may do at the table (host: docs/classroom.md)."""

from enum import Enum


class Role(Enum):
    """A device's role. The front has none: it is the board itself, in the same process."""

    GUEST = "guest"  # has not joined yet
    CAPTAIN = "captain"  # acts for its seat, writes its desk
    MEMBER = "member"  # has a voice in its team
    WATCHER = "watcher"  # sees what lies face up, and may predict
