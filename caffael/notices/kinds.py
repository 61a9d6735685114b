"""What a notice buys: its kind by sure words, by its CPV codes, else by the words of its title.

How that was found is told, since some of it is a guess.
"""

import re
from collections import Counter
from functools import cache

from caffael.notices.notice import Notice
from caffael.notices.tables import Kind, Tables

TELLING = 3
"""So many digits of a code say what is bought; two name a whole branch of trade."""


@cache
def finder(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds one of these beginnings of words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


def speaks_of(text: str, words: list[str]) -> bool:
    """Whether one of these words begins a word of a text."""
    return bool(words) and finder(tuple(words)).search(text) is not None


def kind_of(notice: Notice, tables: Tables) -> tuple[Kind | None, bool]:
    """The kind of a notice, and whether it is a guess; None where neither codes nor words tell."""
    title = f"{notice.title} {notice.title_cy}"
    for kind in tables.kinds:
        if speaks_of(title, kind.sure):
            return kind, not notice.codes
    main = [found for code in notice.cpv[:1] if (found := by_code(code, tables))]
    if main and main[0][1] >= TELLING:
        return main[0][0], False
    others = [found for code in notice.codes[1:] if (found := by_code(code, tables))]
    telling = Counter(kind.id for kind, digits in others if digits >= TELLING)
    named = by_words(notice, tables)
    if named is not None and (not telling or named.id in telling):
        return named, not telling
    if telling:
        return kind_called(telling.most_common(1)[0][0], tables), False
    if named is not None:
        return named, True
    first = (main or others)[:1]
    return (first[0][0], True) if first else (None, True)


def by_code(code: str, tables: Tables) -> tuple[Kind, int] | None:
    """The kind of the longest beginning of a code, and how many digits of the code say something."""
    meant = len(code.rstrip("0")) or 1
    for length in range(len(code), 1, -1):
        kind = tables.by_code.get(code[:length])
        if kind is not None:
            return kind, min(meant, max(length, 2)) if length > 2 else 2
    return None


def by_words(notice: Notice, tables: Tables) -> Kind | None:
    """The first kind whose words stand in the title; the one whose longest word it is where several do."""
    title = f"{notice.title} {notice.title_cy} {notice.cpv_words}"
    found = [
        (max(len(match[0]) for match in finder(tuple(kind.words)).finditer(title)), kind)
        for kind in tables.kinds
        if speaks_of(title, kind.words)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def kind_called(name: str, tables: Tables) -> Kind:
    """A kind by its id."""
    return next(kind for kind in tables.kinds if kind.id == name)
