"""A record read from its file: every line checked against its sum, its number and its shape."""

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caffael import rules
from caffael.saves.entries import Entry, GameNote, Move, Played, entry_of, seats_after
from caffael.saves.faults import EmptyRecordError, RecordError
from caffael.saves.header import FORMAT, Header, Seat, header_of
from caffael.saves.packed_rows import is_whole
from caffael.saves.seal import FIRST_SUM, BrokenSealError, hides_line, is_closed, unseal
from caffael.words.sentence import Sentence
from caffael.words.system import system_reason

SUFFIX = ".caffael"
MOST_FILE = 20_000_000
MOST_HEADER = 2_000_000
MOST_LINE = 1_000_000


@dataclass(slots=True)
class Record:
    """One recorded game as it lies in its file."""

    path: Path
    header: Header
    entries: list[Entry]
    lines: list[bytes]  # every whole line with its newline, the header's too
    last_sum: str
    torn: int  # bytes after the last newline: a write that was cut; they don't count
    played: Played

    @property
    def moves(self) -> list[Move]:
        """The actions that count, after all taking back and playing again."""
        return self.played.done

    @property
    def seats(self) -> list[Seat]:
        """Who sits where now."""
        return seats_after(self.header.seats, self.entries)

    @property
    def name(self) -> str:
        """What people call this game; empty when nobody gave it a name."""
        return next((entry.name for entry in reversed(self.entries) if isinstance(entry, GameNote)), "")

    @property
    def finished(self) -> bool:
        """Whether the game is over."""
        return self.totals is not None

    @property
    def totals(self) -> tuple[int, ...] | None:
        """Each seat's score, once the game is over."""
        return self.entries[-1].stand.totals if self.entries else None

    @property
    def year(self) -> int:
        """The year reached."""
        return self.entries[-1].stand.year if self.entries else 1

    @property
    def same_rules(self) -> bool:
        """Whether it was played under the rules of this version."""
        return self.header.rules == rules.RULES_VERSION


def read(path: Path) -> Record:
    """Read a record. A torn tail is left out; anything else that is not as it was written raises RecordError.

    The sums are over the text of the lines, so what mail, git and editors do to the ends of lines changes nothing (see `lines_of`).
    """
    lines, tail = lines_of(read_bytes(path))
    if not lines:
        if hides_line(tail, FIRST_SUM):
            raise damaged(path, 1)
        raise EmptyRecordError(Sentence("{file} holds no game: its first line was never finished.", file=path.name))
    header, last_sum = read_header(path, lines[0])
    entries: list[Entry] = []
    played = Played()
    for number, line in enumerate(lines[1:], 2):
        entry, last_sum = read_entry(path, number, line, last_sum, len(header.seats))
        try:
            played.follow(entry)
        except ValueError:
            pattern = "Line {line} of {file} takes back or repeats more than was played."
            raise RecordError(Sentence(pattern, line=number, file=path.name)) from None
        entries.append(entry)
    if hides_line(tail, last_sum):
        raise damaged(path, len(lines) + 1)
    return Record(path, header, entries, [line + b"\n" for line in lines], last_sum, len(tail), played)


BOM = b"\xef\xbb\xbf"
"""The sign that some editors put before a text."""
TWO_BYTES = (b"\xff\xfe{\0", b"\xfe\xff\0{")
"""What a record begins with that was saved with two bytes for each letter."""
BLANK = b" \t\r"


def lines_of(data: bytes) -> tuple[list[bytes], bytes]:
    """The whole lines of a record without their ends, and what stands after the last end: a write that was cut.

    Other line ends, spaces before them, empty lines, a sign before the text and another way to write letters as bytes change nothing. A
    last line that lacks nothing but its end is whole.
    """
    if data.startswith(TWO_BYTES):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    *whole, tail = data.removeprefix(BOM).split(b"\n" if b"\n" in data else b"\r")
    lines = [kept for line in whole if (kept := line.rstrip(BLANK))]
    last = tail.rstrip(BLANK)
    if is_closed(last):
        return [*lines, last], b""
    return lines, tail if last else b""


def is_record(path: Path) -> bool:
    """Whether a file is a saved game by the ending of its name or, whatever it is called, by its first bytes."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            first = file.read(64)
    except (OSError, ValueError):
        return False
    return path.suffix.lower() == SUFFIX or first.removeprefix(BOM).startswith(b'{"n":1,"caffael":')


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that could be a record."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise RecordError(Sentence("{file} is no file of a game.", file=path.name))
        with path.open("rb") as file:
            data = file.read(MOST_FILE + 1)
    except (OSError, ValueError) as fault:
        raise RecordError(Sentence("{file} can't be read ({why}).", file=path.name, why=system_reason(fault))) from None
    if len(data) > MOST_FILE:
        raise RecordError(Sentence("{file} is no game: it is larger than {most} MB.", file=path.name, most=MOST_FILE // 1_000_000))
    return data


def read_header(path: Path, line: bytes) -> tuple[Header, str]:
    """The header and its sum."""
    if len(line) > MOST_HEADER:
        raise overlong(path, 1)
    try:
        fields, own = unseal(line, FIRST_SUM)
    except BrokenSealError:
        raise damaged(path, 1) from None
    except ValueError:
        raise unknown(path, 1) from None
    form: Any = fields.get("caffael")
    if is_whole(form) and form != FORMAT:
        pattern = "Line 1 of {file} says format {found}, and this version of Caffael reads format {known} only."
        raise RecordError(Sentence(pattern, file=path.name, found=form, known=FORMAT))
    try:
        if not is_whole(form) or not is_whole(fields.get("n"), 1, 1):
            raise ValueError("no first line")
        return header_of(fields), own
    except ValueError:
        raise unknown(path, 1) from None


def read_entry(path: Path, number: int, line: bytes, previous: str, seats: int) -> tuple[Entry, str]:
    """A later line and its sum."""
    if len(line) > MOST_LINE:
        raise overlong(path, number)
    try:
        fields, own = unseal(line, previous)
        entry = entry_of(fields, seats)
    except BrokenSealError:
        raise damaged(path, number) from None
    except ValueError:
        raise unknown(path, number) from None
    if entry.line != number:
        raise RecordError(Sentence("Line {line} of {file} has the wrong number {found}.", line=number, file=path.name, found=entry.line))
    return entry, own


def damaged(path: Path, line: int) -> RecordError:
    """The fault of a line whose sum is not its own."""
    return RecordError(Sentence("Line {line} of {file} was changed or damaged after it was written.", line=line, file=path.name))


def unknown(path: Path, line: int) -> RecordError:
    """The fault of a line that holds something else than it should."""
    pattern = "Line {line} of {file} holds something that this version of Caffael doesn't know."
    return RecordError(Sentence(pattern, line=line, file=path.name))


def overlong(path: Path, line: int) -> RecordError:
    """The fault of a line that is longer than any."""
    return RecordError(Sentence("Line {line} of {file} is longer than any line of a game.", line=line, file=path.name))
