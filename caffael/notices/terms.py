"""The words by which buyers name what they judge bids by, in English and Welsh: data in assets/notices/criteria.toml."""

import re
import tomllib
from functools import cache
from typing import NamedTuple

from caffael.notices.notice import CRITERIA
from caffael.resources import folder

FILE = "criteria.toml"


class Term(NamedTuple):
    """A word for a criterion in a text: where it stands, and which criterion it means."""

    start: int
    end: int
    criterion: int


@cache
def table() -> dict[str, list[str]]:
    """The words, by what they mean."""
    found: dict[str, list[str]] = tomllib.loads((folder("assets") / "notices" / FILE).read_text(encoding="utf-8"))
    return found


@cache
def pattern() -> tuple[re.Pattern[str], dict[str, int]]:
    """What finds any of the words, the longest first, and which criterion each means."""
    meant = {word.casefold(): place for place, name in enumerate(CRITERIA) for word in table()[name]}
    words = sorted(meant, key=len, reverse=True)
    return re.compile(rf"(?<![\w’'])(?:{'|'.join(map(re.escape, words))})(?!\w)"), meant


@cache
def context() -> re.Pattern[str]:
    """What finds a word that says that weights are spoken of."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, table()['about_weights']))})", re.IGNORECASE)


def terms_in(text: str) -> list[Term]:
    """The words for criteria in a text, from left to right."""
    finder, meant = pattern()
    lower = text.lower()
    plain = lower if len(lower) == len(text) else text
    return [Term(found.start(), found.end(), meant[found[0]]) for found in finder.finditer(plain)]


def criterion_of(name: str) -> int | None:
    """The criterion that a name means: the one that is named first, but social value and environment before quality."""
    found = terms_in(name)
    special = [term for term in found if term.criterion not in (0, 1)]
    plain = [term for term in found if term.criterion in (0, 1)]
    if plain and special and plain[0].start < special[0].start:
        return plain[0].criterion
    first = special or plain
    return first[0].criterion if first else None
