"""Whether a text is Welsh, and the halves of a text that says the same in both languages."""

import re

from caffael.notices.words import words

WELSH = frozenset(words("welsh"))
ENGLISH = frozenset(words("english"))
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
HALVES = re.compile(r"\s+[/|]\s+|\s+[–—]\s+|\s+-\s+|/(?=[A-ZŴŶ])|\s*\n\s*|\s*;\s+")
SIGNS = re.compile(r"[ŵŷŴŶ]|\b[Dd]d|\b[Ll]l|\b(?:Ff|ff)[aeiouwylrô]")


def votes(text: str) -> tuple[int, int]:
    """How many words of a text speak for Welsh, and how many for English."""
    words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    return sum(word in WELSH for word in words) + len(SIGNS.findall(text)), sum(word in ENGLISH for word in words)


def is_welsh(text: str) -> bool:
    """Whether a text is Welsh rather than English."""
    welsh, english = votes(text)
    return welsh >= 2 and welsh > 2 * english


def halves(text: str) -> tuple[str, str]:
    """A text in both languages, apart: the English, and the Welsh; where it is in one alone, itself and nothing."""
    for found in HALVES.finditer(text):
        first, second = text[: found.start()].strip(), text[found.end() :].strip()
        if not first or not second:
            continue
        (welsh_1, english_1), (welsh_2, english_2) = votes(first), votes(second)
        if welsh_1 > english_1 and english_2 > welsh_2:
            return second, first
        if welsh_2 > english_2 and english_1 > welsh_1:
            return first, second
    return text, ""
