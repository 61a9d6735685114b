"""What is wrong with a pack, said so that a teacher can mend it: one plain sentence for each fault."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from caffael.words.language import CODES, Language, words
from caffael.words.sentence import ENGLISH, InBoth, Sentence

LONGEST_VALUE = 60
"""Longer values are cut when they are shown."""
FEW = 12
"""So many known words, or fewer, are all named where one was mistyped."""

SCENARIO_FILE = "scenario.toml"
TOML = ".toml"
BY_ID = ("category", "subject")
"""Lists of tables of scenario.toml that are laid by the ids of their tables; every other list is replaced as a whole."""


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
    message: Sentence

    def __post_init__(self) -> None:
        """Whatever stands in a pack, names of its files included, nothing of a fault can move a terminal."""
        for name in ("file", "column", "value", "message"):
            text = getattr(self, name)
            if text is not None and not text.isprintable():
                safe = text.with_values(text_of) if isinstance(text, Sentence) else text_of(text)
                object.__setattr__(self, name, safe)

    @property
    def place(self) -> str:
        """Where it stands, in English words."""
        return self.place_in(ENGLISH)

    def place_in(self, language: Language) -> str:
        """Where it stands, in the words of a language: file, row or line, and column."""
        return ", ".join(part for part in (self.file, self.row_in(language), self.column) if part)

    def row_in(self, language: Language) -> str:
        """The row of a deck, or the line of a .toml file, in the words of a language; empty where the whole file is meant."""
        if self.row is None:
            return ""
        n = str(self.row)
        return language.text("line {n}", n=n) if self.file.endswith(TOML) else language.text("row {n}", n=n)

    def said(self, language: Language) -> str:
        """Where it stands and what is wrong, in a language."""
        place, message = self.place_in(language), self.message.said(language)
        return f"{place}: {message}" if place else message

    @property
    def sentence(self) -> Sentence:
        """Where it stands and what is wrong, to stand in another sentence."""
        return InBoth(*(self.said(Language(code)) for code in CODES))

    def __str__(self) -> str:
        return self.said(ENGLISH)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: a file, and the row or line there. `name` is what to call it where its column alone does not say it."""

    file: str
    row: int | None = None
    name: str = ""

    def fault(self, column: str | None, value: str | None, message: Sentence) -> Fault:
        """What is wrong with what stands here."""
        return Fault(self.file, self.row, self.name or column, value, message)


class PackError(Exception):
    """A pack that cannot be played, with everything that is wrong with it, sorted by file and row."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = in_order(faults)
        super().__init__(self.said(ENGLISH))

    def said(self, language: Language) -> str:
        """Everything that is wrong, a line each, in a language."""
        return "\n".join(fault.said(language) for fault in self.faults)


class SentenceError(ValueError):
    """What can't be read or done; `sentence` says why, in one plain sentence."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def mended_above(fault: Fault, card: Sentence | None) -> Fault:
    """A fault or warning, with what whoever extends a pack can do in files of their own, where it lies in the pack that is extended.

    `card` is what to call the card that it concerns; None where it is a key of scenario.toml. Any other fault stays as it is.
    """
    below, _, file = fault.file.rpartition("/")
    if not below:
        return fault
    if card is not None:
        pattern = (
            "{what} This is {card} of the pack {pack}: a row with its id in your own {file} changes it, "
            "and [leave_out] in your own scenario.toml takes it out."
        )
        return replace(fault, message=Sentence(pattern, what=fault.message, card=card, pack=below, file=file))
    if file == SCENARIO_FILE and fault.column is not None and not fault.column.startswith(BY_ID):
        pattern = "{what} This stands in the pack {pack}; what your own scenario.toml says under the same name counts instead."
        return replace(fault, message=Sentence(pattern, what=fault.message, pack=below))
    return fault


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Faults by file and row; those of one row stay in the order in which they were found."""
    return sorted(faults, key=lambda fault: (fault.file, fault.row or 0))


def text_of(value: object) -> str:
    """A value as text that is safe to show: without control characters. A number too long for its figures is written as in hexadecimal."""
    try:
        text = str(value).lower() if isinstance(value, bool) else str(value)
    except ValueError:
        text = hex(value) if isinstance(value, int) else "…"
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def cut(value: object) -> str:
    """A value as a sentence can hold it: cut when it is long."""
    text = text_of(value)
    return f"{text[:LONGEST_VALUE]}…" if len(text) > LONGEST_VALUE else text


def shown(value: object) -> str:
    """A value in quotation marks, cut when it is long."""
    return f'"{cut(value)}"'


def listed(words: Iterable[str], last: Literal["or", "and"] = "or") -> str:
    """A list of words as the value of a sentence: a, b or c. Words of files should stand in it in quotation marks, or as they are there."""
    *row, end = [*words] or [""]
    if not row:
        return end
    if last == "and":
        return Sentence("{words} and {last}", words=", ".join(row), last=end)
    return Sentence("{words} or {last}", words=", ".join(row), last=end)


def near(word: str, words: Iterable[str]) -> Sentence | None:
    """The end of a sentence about a mistyped word: the known word nearest to it. None when there is none."""
    by_lower = {known.lower(): known for known in map(cut, words)}
    found = get_close_matches(word.lower(), by_lower, 1)
    return Sentence('; did you mean "{word}"?', word=by_lower[found[0]]) if found else None


UNKNOWN = {
    "category": words("{word} is not a known category{end}"),
    "choice": words("{word} is not a known choice{end}"),
    "colour": words("{word} is not a known colour{end}"),
    "council": words("{word} is not a known council{end}"),
    "effect": words("{word} is not a known effect{end}"),
    "event": words("{word} is not a known event{end}"),
    "goal": words("{word} is not a known goal{end}"),
    "kind of supplier": words("{word} is not a known kind of supplier{end}"),
    "lab": words("{word} is not a known lab{end}"),
    "need": words("{word} is not a known need{end}"),
    "picture": words("{word} is not a known picture{end}"),
    "power": words("{word} is not a known power{end}"),
    "project": words("{word} is not a known project{end}"),
    "subject": words("{word} is not a known subject{end}"),
    "supplier": words("{word} is not a known supplier{end}"),
    "theme": words("{word} is not a known theme{end}"),
}
"""The sentences about a word that is not known, by what it should have named."""


def unknown_word(word: str, words: Iterable[str], what: str, where: str = "") -> Sentence:
    """The sentence about a word that is not known: with the nearest known one, or all when they are few, or where they stand.

    `what` is one of `UNKNOWN`.
    """
    known = [cut(each) for each in words]
    end = near(word, known)
    if end is None and 0 < len(known) <= FEW:
        end = Sentence("; write {choices}.", choices=listed(known))
    elif end is None:
        end = Sentence("; write one that stands in {file}.", file=where)
    return Sentence(UNKNOWN[what], word=shown(word), end=end)
