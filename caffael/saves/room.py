"""Where the file of a class's room lies. What is in it `caffael.classroom.journal` knows, which a tab fetches when it is asked for."""

from pathlib import Path

SUFFIX = ".room"


def room_path(record: Path) -> Path:
    """The room's file beside the record of a game."""
    return record.with_suffix(SUFFIX)
