"""What a cell means, however a person or a program wrote it: capitals, signs of money, thousands, percent, yes in two languages.

Each of these gives the cell as the format has it, and leaves as it is what it does not know, for the usual checks to name.
"""

import re
from collections.abc import Callable, Collection

from caffael.scenario.read.letters import DASHES, plain_word

YES = frozenset(("yes", "y", "true", "1", "ie", "ydy", "ydyw", "ydyn", "oes", "gwir"))
NO = frozenset(("no", "n", "false", "0", "na", "nac ydy", "nac ydyw", "nac ydyn", "nac oes", "nage", "nag oes", "ffug"))
"""Words for yes and no, in small letters: English, Welsh, and as spreadsheets write what is true or false."""
NUMBER = re.compile(
    r"(?P<sign>[+-]?) ?£? ?(?P<minus>-?)(?P<whole>[0-9]{1,3}(?P<apart>[, ])[0-9]{3}(?:(?P=apart)[0-9]{3})*|[0-9]{1,12})(?:\.0{1,2})?"
)
"""A whole number with or without a pound sign, thousands kept apart, and pence of none."""
NOISE = re.compile(r"([+-]?[0-9]{1,12})\.(?:0{9}[0-9]*|(9{9})[0-9]*)")
"""A whole number as a program writes it that reckons with parts of two: 30.000000000004 or 29.9999999999996."""
PERCENT = "%"


def plain_number(text: str) -> str:
    """A whole number: `60000` for `£60,000.00`."""
    word = re.sub(f"[{DASHES}]", "-", plain_word(text))
    if found := NUMBER.fullmatch(word):
        sign = found["sign"] or found["minus"]
        if not (found["sign"] and found["minus"]):
            return sign + re.sub("[, ]", "", found["whole"])
    if found := NOISE.fullmatch(word):
        whole, up = int(found[1]), bool(found[2])
        return str(whole - up if word.startswith("-") else whole + up)
    return text


def plain_percent(text: str) -> str:
    """A whole number of percent: `95` for `95 %`."""
    word = plain_word(text)
    if not word.endswith(PERCENT):
        return plain_number(text)
    number = plain_number(word.removesuffix(PERCENT).rstrip())
    return number if number.lstrip("+-").isdecimal() else text


def plain_yes_no(text: str) -> str:
    """Yes or no: `yes` for `TRUE`, `no` for `Nac ydy`."""
    word = plain_word(text)
    if word in YES:
        return "yes"
    return "no" if word in NO else text


def plain_choice(words: Collection[str]) -> Callable[[str], str]:
    """What a cell means that holds one of a few words, whose parts hyphens keep apart: `social-enterprise` for `Social enterprise`."""

    def plain(text: str) -> str:
        word = re.sub("[ _-]+", "-", plain_word(text))
        return word if word in words else text

    return plain


def plain_phrase(text: str) -> str:
    """An effect: small letters, and its numbers plain."""
    return " ".join(map(plain_number, plain_word(text).split()))
