"""The words of wording.toml: what Caffael's Welsh says, what it does not, and where."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from tests.welsh.corpus import Piece, Register

VALUE = re.compile(r"\{\w*\}|\w+\.[\w.*]+")
"""Values, and names of keys such as needs.*.estimate_gbp, are the same in both languages."""


@dataclass(frozen=True)
class Wording:
    """One row: what to write, what not, why, where it holds, and which texts may have it all the same."""

    write: str
    wrong: str
    why: str
    slip: str
    slip_of: str = ""
    register: Register | None = None
    only_of: str = ""
    allowed: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What not to write; a capital in it is meant."""
        letters = re.sub(r"\\.", "", self.wrong)
        return re.compile(self.wrong, re.IGNORECASE if letters.islower() else 0)

    def holds_for(self, piece: Piece) -> bool:
        """Whether a text is of the register and the sense that this row is about."""
        return self.register in (None, piece.register) and (
            not self.only_of or re.search(self.only_of, piece.english, re.IGNORECASE) is not None
        )

    def slips(self, piece: Piece) -> Iterator[str]:
        """What a text says that it should not."""
        if not self.pattern.search(piece.welsh) or not self.holds_for(piece):
            return
        text = piece.welsh
        for allowed in self.allowed:
            text = text.replace(allowed, "")
        for found in self.pattern.finditer(text):
            yield found[0]


@dataclass(frozen=True)
class Term:
    """An English word of the screen, and the Welsh that may stand for it."""

    english: str
    welsh: str

    def is_in(self, piece: Piece) -> bool:
        """Whether a sentence of the usual catalogue has the English word."""
        return (
            piece.place.endswith("/caffael.po")
            and re.search(rf"\b(?:{self.english})\b", VALUE.sub("", piece.english), re.IGNORECASE) is not None
        )

    def is_said(self, piece: Piece) -> bool:
        """Whether its Welsh has the word for it."""
        return re.search(self.welsh, VALUE.sub("", piece.welsh), re.IGNORECASE) is not None


@cache
def data() -> Mapping[str, list[dict[str, Any]]]:
    """The file, read once."""
    return tomllib.loads((Path(__file__).parent / "wording.toml").read_text(encoding="utf-8"))


@cache
def wordings() -> tuple[Wording, ...]:
    """The rows of what not to write."""
    names = {"not": "wrong", "in": "register"}
    return tuple(Wording(**{names.get(key, key): value for key, value in row.items()}) for row in data()["word"])


@cache
def terms() -> tuple[Term, ...]:
    """The rows of the glossary."""
    return tuple(Term(**row) for row in data()["term"])
