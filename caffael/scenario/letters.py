"""What may stand in a text that is shown: letters, figures and signs, and nothing that hides, turns round or piles up."""

import re
import unicodedata

PLAIN = re.compile(r"[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Latin letters and common signs, which need no closer look."""
MOST_MARKS = 2
"""Marks on one letter. Vietnamese needs two; Welsh letters are whole signs of their own."""
UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""Signs without width that count as letters or marks all the same."""


def why_not_text(text: str) -> str:
    """Why a text of one line cannot be shown, in a sentence; empty when it can."""
    if PLAIN.fullmatch(text):
        return ""
    bad = next((letter for letter in text if not letter.isprintable() or UNSEEN.match(letter)), None)
    if bad is not None:
        return f"The text contains a character that cannot be shown ({called(bad)}); type it again."
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.category(letter).startswith("M") else 0
        if marks > MOST_MARKS:
            return f"The text has more than {MOST_MARKS} marks on one letter ({called(letter)}); type it again."
    return ""


def called(letter: str) -> str:
    """What Unicode calls a character: its number, and its name where it has one."""
    name = unicodedata.name(letter, "").lower()
    return f"U+{ord(letter):04X}, {name}" if name else f"U+{ord(letter):04X}"


def as_one(text: str) -> str:
    """A text with letters and their marks as one sign where there is one (NFC). Look at it with `why_not_text` first."""
    return unicodedata.normalize("NFC", text)
