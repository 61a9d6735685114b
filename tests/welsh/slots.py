"""Values in Welsh sentences: where one stands so that Welsh would change it, or be changed by it. docs/welsh.md says why."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.welsh.corpus import Piece

NAMES = frozenset(
    re.findall(
        r"\w+",
        """badge before bot card category council criterion event goal kind lab name need next noun other other_goal other_team partner
        project route scenario subject supplier team title who winner""",
    )
)
"""Values that are words, and begin with any letter."""
WORDS = NAMES | frozenset(
    re.findall(
        r"\w+",
        """carbon change column cost day error file first folder game id key money month path place price row second source text value where
        year""",
    )
)
"""Values that are no bare number: words, signs of a file, or a number with its unit."""
SOFT = "i|o|gan|ar|am|at|dros|drwy|trwy|heb|wrth|dan|tan|hyd|neu|dyma|dyna|pa|un|ei|yn"
"""Words that soften (one of them nasalises) what comes next."""
PAIRED = {"a": "ac", "â": "ag", "gyda": "gydag", "na": "nag", "tua": "tuag"}
"""Words that are longer before a vowel, and before 1, 8, 11, 18 and 80 to 89."""
UNCOUNTED = (
    "a|ac|allan|am|ar|at|ateb|bellach|bob|byth|c|chwarae|cyfan|cyntaf|ddechrau|daw|dros|drosti|ei|eisoes|eleni|eto|eu|fel|fod|gan|hyd|i|is|kg|llai|mae|MB|mewn|minws|"
    "mm|na|nag|neu|o|oddi|ohono|ohonyn|os|p|plws|sydd|sy'n|t|uwch|wedi|y|yma|ymgysylltiad|yn|yng|yno|yr|yw"
)
"""Words after a number that it does not count."""


class Slip(NamedTuple):
    """A value that stands where it must not, and what to write instead."""

    what: str
    instead: str


RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], bool], bool], str], ...] = (
    (
        re.compile(rf"(?<![\w'])(?:{SOFT})\s+\{{(?P<value>\w+)\}}", re.IGNORECASE),
        lambda found, counted: found["value"] in NAMES,
        "a name would mutate here (i Castell → i Gastell); write a colon (“{team}: …”), make it the subject (“Mae {team} yn …”), "
        "or let a noun carry the mutation: “i dîm {team}”, “yn y gêm {scenario}”, “i'r cyflenwr {supplier}”",
    ),
    (
        re.compile(rf"(?<![\w'])(?P<word>{'|'.join(PAIRED)})\s+[“\"]?\{{(?P<value>\w+)\}}", re.IGNORECASE),
        lambda found, counted: True,
        "before a vowel and before 8, 11, 18 and 80 this is ac, ag, gydag, nag or tuag; write “; ”, “a hefyd {n}”, “â'r angen “{need}””, "
        "“gyda sgôr o {n}”, “o dan {n}”, “oddeutu {n}”, or “Pwyntiau: {n}”",
    ),
    (
        re.compile(rf"\{{(?P<value>\w+)\}}\s+(?!(?:{UNCOUNTED})(?!\w))[a-zâêîôûŵŷ]\w+"),
        lambda found, counted: not counted and found["value"] not in WORDS,
        "a noun changes after 2, 3 and 6; write “{n} o bwyntiau” (o and the plural), “Pwyntiau: {n}”, or a sentence with plural forms",
    ),
    (
        re.compile(r"(?:(?<![\w'])[Yy]r?|'r) \{(?P<value>\w+)\}\s+[a-zâêîôûŵŷ]\w+"),
        lambda found, counted: found["value"] not in WORDS,
        "after “y” and a number the noun changes; write the noun first and the number in brackets: “y cyflenwyr … ({n})”",
    ),
    (
        re.compile(r"odd \{(?P<first>\w+)\} \{(?P<value>\w+)\}"),
        lambda found, counted: {found["first"], found["value"]} <= NAMES,
        "two names side by side do not say who did it; write “{team}: … Cyflenwr: {supplier}”",
    ),
)


def slips(piece: Piece) -> Iterator[Slip]:
    """The values of a sentence that stand where they must not."""
    for pattern, is_slip, instead in RULES:
        for found in pattern.finditer(piece.welsh):
            if is_slip(found, piece.counted):
                yield Slip(found[0], instead)
