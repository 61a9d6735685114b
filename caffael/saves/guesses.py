"""How often a class named the winner of a tender, beside the record: sums alone, a row for each tender. The file stays with the saved game.

A file that is not there, or not what it should be, costs these sums and nothing else.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from caffael.resources import write_whole

SUFFIX = ".class"
VERSION = 1
MOST_ROWS = 2_000
MOST_BYTES = 200_000
"""More than so many rows and bytes no game has."""
MOST = 1_000
"""More than so many guesses no class has."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The tender that was awarded by the turn of this number (from 0 on): so many of so many named its winner before."""

    turn: int
    right: int
    of: int


def guesses_path(record: Path) -> Path:
    """The file of a saved game."""
    return record.with_suffix(SUFFIX)


def keep_guesses(record: Path, guesses: Iterable[Guess]) -> bool:
    """Write the sums of a game down; say whether they lie there."""
    rows = [[guess.turn, guess.right, guess.of] for guess in guesses]
    try:
        write_whole(guesses_path(record), (json.dumps({"version": VERSION, "guesses": rows}) + "\n").encode())
    except OSError:
        return False
    return True


def read_guesses(record: Path | None) -> tuple[Guess, ...]:
    """The sums of a saved game in the order of its turns; none where nothing was kept or what is there makes no sense."""
    if record is None:
        return ()
    try:
        with guesses_path(record).open("rb") as file:
            found = json.loads(file.read(MOST_BYTES + 1)[:MOST_BYTES])
        rows = found["guesses"] if found["version"] == VERSION else []
        guesses = {row[0]: Guess(*row) for row in rows[:MOST_ROWS] if is_guess(row)}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ()
    return tuple(guesses[turn] for turn in sorted(guesses))


def is_guess(row: object) -> bool:
    """Whether a row is a turn, how many were right, and how many there were."""
    if not isinstance(row, list) or len(row) != 3 or not all(type(number) is int for number in row):
        return False
    turn, right, of = map(int, row)
    return turn >= 0 and 0 <= right <= of <= MOST and of > 0
