"""The spelling of Welsh, asked of the Bangor dictionary; what it lacks and is right stands in spelling.toml, with the reason."""

import io
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spylls.hunspell import Dictionary
from spylls.hunspell.readers import file_reader, read_aff, read_dic

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
LEFT_OUT = re.compile(r"\{\w*\}|\w+ = \w+|\S*\w_\w\S*|\w+\.\*?\w[\w.*]*|\.\w+|\[\w+\]|planner:\S+")
"""Values, and what stands in files as it is: keys, names of files, tables."""
JOINED = re.compile(r"(?<=[^\W\d_])['’](?:n|r|m|u|i|w|th|ch)$")
"""The little words that Welsh writes at the end of another: mae'n, a'r, i'w."""


class Whole(file_reader.BaseReader):  # type: ignore[misc]
    """A file of the dictionary read whole, in UTF-8 from its first line on; spylls leaves its own files open."""

    def __init__(self, ending: str) -> None:
        super().__init__(io.StringIO((HERE / "dictionary" / f"index.{ending}").read_text(encoding="utf-8")))

    def reset_encoding(self, encoding: str) -> None:
        """Nothing to do: the whole file is in the encoding that it names."""


@cache
def dictionary() -> Dictionary:
    """The dictionary, read once; it takes most of a second."""
    aff, context = read_aff(Whole("aff"))
    return Dictionary(aff, read_dic(Whole("dic"), aff=aff, context=context))


@cache
def sections() -> tuple[dict[str, object], ...]:
    """The sections of the exceptions: a reason and its words each."""
    return tuple(tomllib.loads((HERE / "spelling.toml").read_text(encoding="utf-8"))["section"])


@cache
def excepted() -> frozenset[str]:
    """All words that are right although the dictionary lacks them."""
    return frozenset(word for section in sections() for word in section["words"])  # type: ignore[attr-defined]


def words_of(text: str) -> Iterator[str]:
    """The words of a text, without its values and the keys and files that it names."""
    for found in WORD.finditer(LEFT_OUT.sub(" ", text)):
        if len(found[0]) > 1:
            yield found[0]


@cache
def is_known(word: str) -> bool:
    """Whether the dictionary or the exceptions have a word, or all of the parts that Welsh joins with ' and -."""
    if word in excepted() or word[:1].lower() + word[1:] in excepted() or in_dictionary(word):
        return True
    bare = JOINED.sub("", word)
    if bare != word:
        return is_known(bare)
    parts = [part for part in re.split(r"['’\-]", word) if part]
    return len(parts) > 1 and all(len(part) == 1 or is_known(part) for part in parts)


@cache
def in_dictionary(word: str) -> bool:
    """Whether the dictionary has a word as it is."""
    return bool(dictionary().lookup(word))


def suggested(word: str) -> str:
    """What the dictionary would write instead."""
    return ", ".join(one for one, _ in zip(dictionary().suggest(word), range(3), strict=False)) or "nothing near it"
