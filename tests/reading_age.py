"""How hard a text is to read: its sentences, their length, and the school grade of Flesch and Kincaid.

grade = 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Syllables are counted as groups of vowels, which is near enough for
English prose: a silent e at the end is none, and every word has at least one. It needs no dictionary, so it works without a network.
"""

import re
from collections.abc import Iterable

WORD = re.compile(r"[A-Za-zÀ-ÿŵŷŴŶ]+(?:['’][A-Za-zÀ-ÿŵŷ]+)*|[£×]?\d[\d,.]*[k%]?")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a colon ends none."""
    return [part for part in re.split(r"(?<=[.!?])[”)]?\s+|\n+", text) if words(part)]


def words(sentence: str) -> list[str]:
    return WORD.findall(sentence)


def syllables(word: str) -> int:
    """At least one; a number is read as one."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    groups = len(re.findall(r"[aeiouy]+", word))
    if groups > 1 and re.search(r"[^aeiouyl]e$|[aeiou][^aeioudt]ed$|[^aeioudt]ed$|[^aeioucgsxz]es$", word):
        groups -= 1
    return max(1, groups)


def grade(texts: Iterable[str]) -> float:
    """The grade of many short texts together, each ending its last sentence."""
    parts = [part for text in texts for part in sentences(text)]
    said = [word for part in parts for word in words(part)]
    return 0.39 * len(said) / len(parts) + 11.8 * sum(map(syllables, said)) / len(said) - 15.59
