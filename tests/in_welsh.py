"""Whether a sentence can be told in Welsh: itself, and every sentence that stands in it."""

import re

from caffael.words.language import Language
from caffael.words.sentence import InBoth, Sentence

WELSH = Language("cy")
ALIKE = ("map_column {column}, map_row {row}", "{whole} {file}")
"""What is the same in both languages: it holds no word but those of files."""
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def see_welsh(sentence: Sentence) -> None:
    """Raise AssertionError where a sentence, or one within it, would be told in English to a Welsh reader, or with a value left out."""
    if isinstance(sentence, InBoth):
        return
    pattern = sentence.pattern
    one = {name: value for name, value in sentence.values.items() if name != "n" or sentence.many is None}
    if sentence.many is None:
        told = WELSH.text(pattern)
        assert told != pattern or pattern in ALIKE, f"no Welsh for {pattern!r}"
        assert set(PLACEHOLDER.findall(told)) == set(PLACEHOLDER.findall(pattern)), told
    else:
        n = sentence.values["n"]
        assert isinstance(n, int)
        assert WELSH.plural(pattern, sentence.many, n, **one) != Language("en").plural(pattern, sentence.many, n, **one), pattern
    for value in sentence.values.values():
        if isinstance(value, Sentence):
            see_welsh(value)
    assert sentence.said(WELSH).strip(), pattern
