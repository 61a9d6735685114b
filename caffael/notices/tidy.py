"""The texts of a notice made fit to be read: what portals lose of line ends, tags of web pages, garbled letters, signs nobody sees."""

import html
import re
import unicodedata

from caffael.notices.words import words
from caffael.scenario.cells import why_not_text
from caffael.scenario.read.letters import healed

LONGEST = 20_000
"""Letters of a text that are looked at; weights stand in the first pages of a description."""
TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
BREAK = re.compile(r"<\s*(?:br|/p|/li|/div|/tr)\b[^<>]{0,100}>", re.IGNORECASE)
AFTER_SIGN = re.compile(r"(?<=[.,:;!?)\]])(?:rn)+(?=\s|[A-Z]|$)")
"""A line end that lost its backslashes: `work.rn The`."""
AFTER_WORD = re.compile(r"\b(\w{3,40}?)((?:rn){1,4})(?=\s|$)")
TAB = re.compile(r"(?<=\d)\.?t(?=[A-Z][a-z])|\(([a-z])\)\s?t(?=[A-Z])")
WORDS = frozenset(words("ends_in_rn"))
"""Words that end in rn by themselves."""
MANY = 2
"""So many unknown words that end in rn are line ends; one may be a name."""
BLANKS = re.compile(r"[^\S\n]+")


def tidy(text: object) -> str:
    """A text with its lines, in letters that can be shown. What is no text is an empty one."""
    if not isinstance(text, str):
        return ""
    plain = text[:LONGEST]
    if "<" in plain:
        plain = TAG.sub(" ", BREAK.sub("\n", plain))
    plain = healed(html.unescape(plain))
    plain = lines_found(plain.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [BLANKS.sub(" ", shown(line)).strip() for line in unicodedata.normalize("NFC", plain).split("\n")]
    return "\n".join(line for line in lines if line)


def shown(line: str) -> str:
    """A line with blanks for letters that can't be shown."""
    return line if line.isprintable() else "".join(letter if letter.isprintable() else " " for letter in line)


def lines_found(text: str) -> str:
    """A text whose line ends were kept without their backslashes, with line ends again."""
    odd = sum(found[0].lower() not in WORDS for found in AFTER_WORD.finditer(text))
    if not AFTER_SIGN.search(text) and "rn rn" not in text and odd < MANY:
        return text
    text = AFTER_SIGN.sub("\n", text)
    text = AFTER_WORD.sub(lambda found: found[0] if found[0].lower() in WORDS else f"{found[1]}\n", text)
    return TAB.sub(" ", text)


def one_line(text: object) -> str:
    """A tidy text of one line that a card may show; letters that can't be shown are left out."""
    plain = " ".join(tidy(text).split())
    if why_not_text(plain):
        plain = "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M") and not why_not_text(letter))
    return plain


def cut(text: str, most: int) -> str:
    """A text of at most so many letters: whole sentences where one fits, else cut at a word with three points."""
    if len(text) <= most:
        return text
    ends = [found.end() for found in re.finditer(r"[.!?](?=\s)", text[: most + 1])]
    if ends and ends[-1] >= most // 3:
        return text[: ends[-1]]
    short = text[: most - 1].rpartition(" ")[0] or text[: most - 1]
    return short.rstrip(" ,;:-–(&/") + "…"
