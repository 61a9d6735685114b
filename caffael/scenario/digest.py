"""The digest of a pack: a fingerprint of its numbers alone, so that a mended typo changes nothing.

Fields that came later (`rules.layouts.ADDED`) count only where one is used. So cards that use none have the digest that they had before,
and a game that was saved with them still holds by it.
"""

import hashlib
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from caffael.rules.cards import Cards
from caffael.rules.copying import words_of
from caffael.rules.layouts import ADDED, Without, both


def unused(cards: Cards) -> Without:
    """The fields that came later and of which none is used, those of each time together."""
    without: Without = {}
    for added in ADDED:
        if not uses(cards, added):
            without = both(without, added)
    return without


def uses(record: Any, added: Without) -> bool:
    """Whether one of these fields, in a record or in one that it holds, is not its default."""
    kind: Any = type(record)
    if any(getattr(record, name) != getattr(example(kind), name) for name in added.get(kind, ())):
        return True
    return any(uses(one, added) for name in holding(kind) for one in records_in(getattr(record, name)))


@cache
def example(kind: Any) -> Any:
    """A record of a kind as it is by default."""
    return kind()


@cache
def holding(kind: Any) -> tuple[str, ...]:
    """The fields of a kind of record that hold records."""
    return tuple(field.name for field in fields(kind) if records_in(getattr(example(kind), field.name)))


def records_in(value: Any) -> list[Any]:
    """The records that a field holds."""
    if is_dataclass(value):
        return [value]
    return value if isinstance(value, list) and is_dataclass(value[0]) else []


FORMAT = 1
"""The version of the pack format. It goes up when the same file comes to mean other numbers."""


def digest_of(cards: Cards) -> str:
    """SHA-256 over every number of the cards that counts and the version of the format, in hexadecimal."""
    words = ",".join(map(str, words_of(cards, unused(cards))))
    return hashlib.sha256(f"{FORMAT}:{words}".encode("ascii")).hexdigest()
