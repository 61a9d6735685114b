"""Records of the rules as rows of whole numbers: packed for a line of text, and filled back."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from caffael.rules.copying import fill_words, words_of
from caffael.rules.layouts import LAYOUTS

LARGEST = 2**53
"""Every number of the game lies within this, so that no reader of JSON spoils it."""
MOST_WORDS = 100_000
SHORTEST_RUN = 4

Packed = list[int | list[int]]
"""Whole numbers; a run of equal ones is written as a pair: the number, and how often it stands there."""


def is_whole(value: object, low: int = -LARGEST, high: int = LARGEST) -> bool:
    """Whether a value out of a file is a whole number within bounds (true and false are none)."""
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def pack_words(words: Iterable[int]) -> Packed:
    """Shorten a row of numbers."""
    packed: Packed = []
    for word, run in groupby(words):
        length = sum(1 for _ in run)
        if length < SHORTEST_RUN:
            packed.extend([word] * length)
        else:
            packed.append([word, length])
    return packed


def check_packed(value: object) -> Packed:
    """Hand back what was read from a file if it is a packed row of numbers, else raise ValueError."""
    if not isinstance(value, list):
        raise ValueError("no row of numbers")
    count = 0
    for item in value:
        if isinstance(item, list):
            if len(item) != 2 or not is_whole(item[0]) or not is_whole(item[1], 1, MOST_WORDS):
                raise ValueError("no pair of a number and its length")
            count += item[1]
        elif is_whole(item):
            count += 1
        else:
            raise ValueError("no whole number")
    if count > MOST_WORDS:
        raise ValueError("more numbers than any game has")
    return value


def unpack_words(packed: Packed) -> list[int]:
    """The whole row of numbers again."""
    words: list[int] = []
    for item in packed:
        if isinstance(item, list):
            words.extend([item[0]] * item[1])
        else:
            words.append(item)
    return words


def fill_record(record: Any, packed: Packed, version: int) -> None:
    """Write a packed row back into a new record of the rules, as a version of them lays it out; what it did not have yet is left.

    Raises ValueError when the record has more or fewer places there, or the version is not known.
    """
    words = unpack_words(packed)
    for layout in LAYOUTS.get(version, ()):
        if sum(1 for _ in words_of(record, layout)) == len(words):
            fill_words(record, iter(words), layout)
            return
    raise ValueError("more or fewer numbers than the record has places")
