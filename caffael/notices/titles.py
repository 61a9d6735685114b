"""A title that a pupil can read: without numbers of reference, the buyer's initials, and what says only that something is bought."""

import re

from caffael.notices.notice import Notice
from caffael.notices.tables import TitleRules
from caffael.notices.tidy import cut
from caffael.notices.words import words

REFERENCE = re.compile(
    r"\(?\b(?:[A-Z]{2,}[-_/])+[A-Z0-9/_-]*\d{2,}[A-Z0-9/_-]*\)?|\b[A-Z]{1,6}[-_/]?\d{3,}[A-Z0-9/_-]*\b|\(?\b(?:ref(?:erence)?|cyf)\.?:?\s*[A-Z0-9/_-]*\d[A-Z0-9/_-]*\)?|"
    r"\bitt[_ -]?\d+|\bproject_\d+|\b\d{5,}\b|\b(?:c|con|prj)\d{4,}\b",
    re.IGNORECASE,
)
"""A number by which an office finds its papers."""
YEARS = re.compile(r"[\s,(–-]*\b(?:19|20)\d{2}(?:\s*[/–-]\s*(?:(?:19|20)?\d{2}))?\)?\s*$")
NUMERAL = re.compile(r"\s*\((?:[ivx]{1,4}|\d{1,2})\)\s*$|\s+(?:II|III|IV|VI{0,3})$", re.IGNORECASE)
LOTS = re.compile(r"\s*[-–:,(]\s*lots?\s*\d.*$", re.IGNORECASE)
EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
ENDS = " -–—:,;/|.&_"
JOINS = re.compile(r"\s+[–—-]\s+|:\s+")
SMALL = frozenset(words("small"))
LEAST = 4
"""Letters of a title that says something."""


def short_title(title: str, notice: Notice, rules: TitleRules) -> str:
    """A title made short; the whole one where nothing would be left."""
    text = EMPTY.sub("", REFERENCE.sub(" ", title))
    for initials in initials_of(notice):
        text = re.sub(rf"(?<!\w){re.escape(initials)}(?!\w)", " ", text)
    text = " ".join(text.split()).strip(ENDS)
    text = without_frame(text, rules)
    parts = JOINS.split(text)
    if len(parts) > 1 and parts[0].casefold() == parts[1].casefold():
        text = without_frame(text[len(parts[0]) :].lstrip(ENDS), rules)
    if text.isupper():
        text = small(text, rules)
    text = shortened(text, rules.most_letters)
    if len(text) < LEAST:
        text = shortened(small(title, rules) if title.isupper() else title, rules.most_letters)
    text = text.lstrip("=+@'\"")
    return text[:1].upper() + text[1:]


def without_frame(text: str, rules: TitleRules) -> str:
    """A title without the openings and endings that say nothing, as long as something is left."""
    while True:
        before = text
        for pattern in (YEARS, NUMERAL, LOTS):
            text = kept(pattern.sub("", text).strip(ENDS), text)
        lower = text.lower()
        for opening in rules.openings:
            if lower.startswith(opening):
                text = kept(text[len(opening) :].strip(ENDS), text)
                break
        lower = text.lower()
        for ending in rules.endings:
            if lower.endswith(ending):
                text = kept(text[: -len(ending)].strip(ENDS), text)
                break
        if text == before:
            return text


def kept(shorter: str, text: str) -> str:
    """The shorter text if it still says something."""
    return shorter if len(shorter) >= LEAST else text


def initials_of(notice: Notice) -> list[str]:
    """The initials by which a buyer writes itself in a title: MTCBC, WCBC; longest first."""
    found: set[str] = set()
    for name in (notice.buyer, notice.buyer_cy):
        parts = [word for word in re.findall(r"[^\W\d_]+", name)[:12] if word.lower() not in SMALL]
        for start in range(len(parts)):
            for end in range(start + 2, len(parts) + 1):
                found.add("".join(word[0] for word in parts[start:end]).upper())
        found |= set(re.findall(r"\(([A-Z]{2,8})\)", name))
    return sorted((one for one in found if len(one) >= 3), key=len, reverse=True) + words("bodies")


def small(text: str, rules: TitleRules) -> str:
    """A text in capitals, written small; what is always in capitals stays."""
    stay = {word: word for word in rules.capitals}
    words = [word if word.strip(ENDS + "()") in stay and len(word) > 1 else word.lower() for word in text.split(" ")]
    return " ".join(words)


def shortened(text: str, most: int) -> str:
    """A title of at most so many letters: up to a dash, colon or comma where that leaves enough, else to a word."""
    if len(text) <= most:
        return text
    for pattern in (r"\s+[–—-]\s+|:\s+", r",\s+|\s+\(|\s+for\s+|\s+within\s+|\s+in\s+|\s+and\s+associated\s+"):
        ends = [found.start() for found in re.finditer(pattern, text) if most // 2 <= found.start() <= most]
        if ends:
            return text[: ends[-1]].rstrip(ENDS)
    return cut(text, most)
