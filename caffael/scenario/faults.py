"""What is wrong with a pack, said so that a teacher can mend it: one plain sentence for each fault."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST_VALUE = 60
"""Longer values are cut when they are shown."""

SCENARIO_FILE = "scenario.toml"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where it stands, what stands there, and a sentence that says what is expected.

    `row` is the row of a deck as a spreadsheet numbers it, or the line of a .toml file. None where the whole file is meant. The file of an
    extended pack has that pack before it: smarter-spending/needs.csv. Without a file the fault lies in what was asked for, not in a pack.
    `message` is a `Sentence`, so that it can be told in the reader's language.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    message: str

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        parts = [self.file]
        if self.row is not None:
            parts.append(f"line {self.row}" if self.file.endswith(".toml") else f"row {self.row}")
        if self.column is not None:
            parts.append(self.column)
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: a file, and the row or line there. `name` is what to call it where its column alone does not say it."""

    file: str
    row: int | None = None
    name: str = ""

    def fault(self, column: str | None, value: str | None, message: str) -> Fault:
        """What is wrong with what stands here."""
        return Fault(self.file, self.row, self.name or column, value, message)


class PackError(Exception):
    """A pack that cannot be played, with everything that is wrong with it, sorted by file and row."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = in_order(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Faults by file and row; those of one row stay in the order in which they were found."""
    return sorted(faults, key=lambda fault: (fault.file, fault.row or 0))


def text_of(value: object) -> str:
    """A value as text that is safe to show: without control characters."""
    try:
        text = str(value).lower() if isinstance(value, bool) else str(value)
    except ValueError:
        return "a number too long to show"
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def cut(value: object) -> str:
    """A value as a sentence can hold it: cut when it is long."""
    text = text_of(value)
    return f"{text[:LONGEST_VALUE]}…" if len(text) > LONGEST_VALUE else text


def shown(value: object) -> str:
    """A value in quotation marks, cut when it is long."""
    return f'"{cut(value)}"'


def listed(words: Iterable[str], last: str = "or") -> str:
    """A list of words as a sentence has it: a, b or c."""
    row = list(words)
    return f"{', '.join(row[:-1])} {last} {row[-1]}" if len(row) > 1 else "".join(row)


def near(word: str, words: Iterable[str]) -> str:
    """The end of a sentence about a mistyped word: the known word nearest to it, or nothing."""
    by_lower = {known.lower(): known for known in map(cut, words)}
    found = get_close_matches(word.lower(), by_lower, 1)
    return f'; did you mean "{by_lower[found[0]]}"?' if found else ""


def unknown_word(word: str, words: Iterable[str], what: str, where: str = "") -> str:
    """The sentence about a word that is not known: with the nearest known one, or all when they are few, or where they stand."""
    known = [cut(each) for each in words]
    guess = near(word, known)
    if guess:
        return f"{shown(word)} is not a known {what}{guess}"
    if 0 < len(known) <= 12:
        return f"{shown(word)} is not a known {what}; write {listed(known)}."
    return f"{shown(word)} is not a known {what}; write one that stands in {where}."
