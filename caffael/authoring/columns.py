"""What every column of the decks means and may hold, read from the models: for the notes and lists of spreadsheets, guides and tables."""

from dataclasses import dataclass
from typing import get_args

from pydantic.fields import FieldInfo

from caffael.scenario.cells import Expect, read_whole
from caffael.scenario.explain import expectation, field_called, type_at
from caffael.scenario.models import DeckRow, columns_of


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it means, what its cells must hold in words, and what an empty cell counts as, if it is a value."""

    name: str
    meaning: str
    expected: str
    needed: bool
    empty: str
    choices: tuple[str, ...]  # the words to choose from, where they are always the same
    named_in: str  # category, subject or supplier: where the words to choose from stand
    several: bool  # words separated by blanks
    whole: bool  # a whole number
    low: int | None
    high: int | None
    longest: int | None  # letters of a text


def columns(model: type[DeckRow]) -> list[Column]:
    """The columns of a deck, in their usual order."""
    return [column_of(model, name) for name in columns_of(model)]


def column_of(model: type[DeckRow], name: str) -> Column:
    """One column."""
    info = field_called(model, name)
    assert info is not None
    annotation, notes = type_at(model, (name,))
    notes += [note for inner in get_args(annotation) for note in getattr(inner, "__metadata__", ())]  # of a cell that may be empty
    expect = next((note for note in notes if isinstance(note, Expect)), Expect(""))
    longest = bound(info, "max_length") if not expect.several else None
    return Column(
        name=name,
        meaning=info.description or "",
        expected=expectation(annotation, notes, name) + (f" of at most {longest} characters" if longest else ""),
        needed=info.is_required(),
        empty="" if info.is_required() else counts_as(info),
        choices=expect.choices,
        named_in=expect.named_in,
        several=expect.several,
        whole=is_whole(info),
        low=bound(info, "ge") if is_whole(info) else None,
        high=bound(info, "le") if is_whole(info) else None,
        longest=longest,
    )


def is_whole(info: FieldInfo) -> bool:
    """Whether cells hold whole numbers."""
    return any(getattr(note, "func", None) is read_whole for note in info.metadata)


def bound(info: FieldInfo, name: str) -> int | None:
    """A bound of a column, where it has one."""
    found: int | None = next((getattr(note, name) for note in info.metadata if getattr(note, name, None) is not None), None)
    return found


def counts_as(info: FieldInfo) -> str:
    """What an empty cell counts as, where that is a number or yes or no; otherwise the meaning says it."""
    low = bound(info, "ge")
    if isinstance(info.default, bool):
        return "yes" if info.default else "no"
    if is_whole(info) and (low is None or info.default >= low):
        return str(info.default)
    return ""
