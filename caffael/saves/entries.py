"""The lines after the first: what was played, taken back, played again, and notes on who sits where.

Nothing is ever cut out of a record: taking back is a line of its own, and so is playing again what was taken back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from caffael.rules.terms import YEARS
from caffael.saves.header import YOU, Seat, text, whole
from caffael.saves.packed_rows import LARGEST

MOST_ACTIONS = 1_000_000


@dataclass(frozen=True, slots=True)
class Stand:
    """How the game stands after a line: the year, and each seat's score once it is over."""

    year: int
    totals: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """An action of a seat, as text."""

    line: int
    stand: Stand
    seat: int
    text: str


@dataclass(frozen=True, slots=True)
class Back:
    """The last actions are taken back."""

    line: int
    stand: Stand
    count: int


@dataclass(frozen=True, slots=True)
class Again:
    """Actions that were taken back are played again."""

    line: int
    stand: Stand
    count: int


@dataclass(frozen=True, slots=True)
class PlayerNote:
    """From here on a seat is played by a bot, or by people (`bot` None)."""

    line: int
    stand: Stand
    seat: int
    bot: str | None


@dataclass(frozen=True, slots=True)
class TeamNote:
    """From here on a team has this name."""

    line: int
    stand: Stand
    seat: int
    name: str


@dataclass(frozen=True, slots=True)
class GameNote:
    """From here on the game has this name in the list of saved games; empty: that of its scenario."""

    line: int
    stand: Stand
    name: str


Entry = Move | Back | Again | PlayerNote | TeamNote | GameNote


def stand_fields(stand: Stand) -> dict[str, Any]:
    """How the game stands, as JSON takes it."""
    return {"year": stand.year} if stand.totals is None else {"year": stand.year, "end": list(stand.totals)}


def entry_of(fields: dict[str, Any], seats: int) -> Entry:
    """The entry that a line holds. Raises ValueError for any other shape."""
    line = whole(fields.get("n"), 2, LARGEST)
    totals = fields.get("end")
    if totals is not None and (not isinstance(totals, list) or len(totals) != seats):
        raise ValueError("no row of scores")
    end = None if totals is None else tuple(whole(total, -LARGEST, LARGEST) for total in totals)
    stand = Stand(whole(fields.get("year"), 1, YEARS), end)
    keys = set(fields) - {"n", "year", "end"}
    if keys == {"seat", "do"}:
        return Move(line, stand, whole(fields["seat"], 0, seats - 1), text(fields["do"]))
    if keys == {"back"}:
        return Back(line, stand, whole(fields["back"], 1, MOST_ACTIONS))
    if keys == {"again"}:
        return Again(line, stand, whole(fields["again"], 1, MOST_ACTIONS))
    if keys == {"player", "bot"}:
        bot = None if fields["bot"] is None else text(fields["bot"])
        return PlayerNote(line, stand, whole(fields["player"], 0, seats - 1), bot)
    if keys == {"team", "name"}:
        return TeamNote(line, stand, whole(fields["team"], 0, seats - 1), text(fields["name"]))
    if keys == {"game"}:
        return GameNote(line, stand, text(fields["game"]))
    raise ValueError("no entry of this format")


class Played:
    """The actions that count after all taking back and playing again, and those that could be played again."""

    def __init__(self) -> None:
        self._moves: list[Move] = []
        self.count = 0  # of those that count

    @property
    def done(self) -> list[Move]:
        """The actions that count, the first one first."""
        return self._moves[: self.count]

    @property
    def undone(self) -> list[Move]:
        """The actions that could be played again, the next one first."""
        return self._moves[self.count :]

    def follow(self, entry: Entry) -> None:
        """Take in the next entry. Raises ValueError when it takes back, or plays again, more than there is."""
        if isinstance(entry, Move):
            del self._moves[self.count :]
            self._moves.append(entry)
            self.count += 1
        elif isinstance(entry, Back | Again):
            count = self.count + (entry.count if isinstance(entry, Again) else -entry.count)
            if not 0 <= count <= len(self._moves):
                raise ValueError("more than there is")
            self.count = count


def seats_after(seats: Iterable[Seat], entries: Iterable[Entry]) -> list[Seat]:
    """Who sits where after all notes."""
    now = [Seat(seat.team, seat.council, seat.player) for seat in seats]
    for entry in entries:
        if isinstance(entry, PlayerNote):
            now[entry.seat].player = YOU if entry.bot is None else entry.bot
        elif isinstance(entry, TeamNote):
            now[entry.seat].team = entry.name
    return now
