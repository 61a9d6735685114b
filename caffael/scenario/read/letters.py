"""Letters that are not what they seem: signs that cannot be seen, and letters that another program garbled when it saved them."""

import re
import unicodedata

from caffael.words.typefaces import UNSEEN

ROUND = re.compile(rf"^[\s{UNSEEN}]+|[\s{UNSEEN}]+$")
WITHIN = re.compile(f"[{UNSEEN}]")
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
"""Signs that word processors write for a minus."""
LOST = "\ufffd"
"""What stands where a letter was lost."""
LOST_QUOTE = f"\u00e2\u20ac{LOST}"
"""A closing quotation mark in the letters of Windows, which have none for its last byte."""
OLD_LETTERS = ("cp1252", "latin-1", "mac_roman", "cp850")
"""The letters of Windows, of the old web, of the old Macintosh and of the console, as which UTF-8 is read by mistake."""
BEYOND = re.compile(r"[^\x00-\x7f]{2,}")
HEALED = re.compile(
    "[\x81\x8d\x8f\x90\x9d\u00a1-\u017f\u1e80-\u1ef9\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2122\u2190-\u2193\u2212\u2605\u2606\u2713\u0300-\u0308\u00a0]"
)
"""What a garbled text was, where it can be told: Latin letters, their marks, and common signs."""
LENGTHS = (2, 3)
"""Bytes of such a letter."""
TWICE = 3
"""So often a text may have been garbled."""


def trimmed(text: str) -> str:
    """A text without blanks and signs that cannot be seen at its ends."""
    return text.strip() if text.isascii() else ROUND.sub("", text)


def plain_word(text: str) -> str:
    """A word or number for the rules: in small letters, without signs that cannot be seen, single blanks between its parts."""
    return " ".join((text if text.isascii() else WITHIN.sub("", text)).lower().split())


def healed(text: str) -> str:
    """What a text was before it was read in other letters than it was written in: `Dŵr` for `DÅµr`. Most texts are what they were."""
    for _ in range(TWICE):
        better = text if text.isascii() else BEYOND.sub(lambda found: healed_run(found[0]), text)
        if better == text:
            break
        text = unicodedata.normalize("NFC", better)
    return text


def healed_run(run: str) -> str:
    """What a run of letters beyond ASCII was, each by itself."""
    made: list[str] = []
    at = 0
    while at < len(run):
        better, length = next(filter(None, (healed_letter(run[at : at + length]) for length in LENGTHS)), (run[at], 1))
        made.append(better)
        at += length
    return "".join(made)


def healed_letter(run: str) -> tuple[str, int] | None:
    """The one letter that these were, and how many they are; None where they are none."""
    if run == LOST_QUOTE:
        return "\u201d", len(run)
    for letters in OLD_LETTERS:
        try:
            better = bytes_of(run, letters).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if HEALED.fullmatch(better):
            return better, len(run)
    return None


def bytes_of(run: str, letters: str) -> bytes:
    """The bytes that read as these letters. What Windows leaves free among its own stands for itself."""
    if letters != "cp1252":
        return run.encode(letters)
    return b"".join(letter.encode("latin-1") if "\x80" <= letter <= "\x9f" else letter.encode(letters) for letter in run)
