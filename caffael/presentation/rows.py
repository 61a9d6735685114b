"""What can be set: switches, one of a few, numbers, and words to type. Each is found by its id; what a change does is up to others."""

from collections.abc import Mapping
from dataclasses import dataclass

from caffael.words.language import Language


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. With a `why` it cannot be chosen, and that is the sentence that says so; `detail` stands beside it."""

    key: str
    label: str
    picture: str = ""
    why: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few."""

    id: str
    words: str
    options: tuple[Option, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Toggle:
    """A switch, and how off and on are called."""

    id: str
    words: str
    on: bool
    said: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stepper:
    """A number between two others. `said` are the numbers in words, from the lowest on, where figures alone don't say it."""

    id: str
    words: str
    value: int
    low: int
    high: int
    why_low: str
    why_high: str
    step: int = 1
    said: tuple[str, ...] = ()

    def say(self, number: int) -> str:
        """A number in words."""
        return self.said[(number - self.low) // self.step] if self.said else str(number)


@dataclass(frozen=True, slots=True)
class Field:
    """A line to type in; the `hint` stands there while it is empty. With `no_letter`, a sign that can't be shown is not taken, and this is
    the sentence about it."""

    id: str
    words: str
    typed: str
    hint: str
    longest: int
    no_letter: str = ""


def no_letter(language: Language) -> str:
    """The sentence about a sign that no typeface has."""
    return language.text("The board can't show this sign. Use letters, digits and punctuation.")


Row = OneOf | Toggle | Stepper | Field


def one_of(language: Language, name: str, words: str, names: Mapping[str, str], chosen: str) -> OneOf:
    """One of a few that have a name each, by their keys."""
    return OneOf(name, words, tuple(Option(key, language.text(said)) for key, said in names.items()), chosen)


def toggle(language: Language, name: str, words: str, on: bool) -> Toggle:
    """A switch that is off or on."""
    return Toggle(name, words, on, (language.text("off"), language.text("on")))
