"""The digest of a pack: a fingerprint of its numbers alone, so that a mended typo changes nothing.

Cards with which no council begins with labs or badges have the digest that they had before any could, and games recorded with them can
be played on.
"""

import hashlib
from dataclasses import fields

from caffael.rules.cards import Cards, CouncilCard
from caffael.rules.copying import words_of
from caffael.rules.terms import BADGES, COUNCILS, LABS

BEGINNING = LABS + BADGES
"""The numbers of what a council begins with; they are the last ones of its card."""
COUNCIL_WORDS = len(list(words_of(CouncilCard())))


def words_before_councils() -> int:
    """How many numbers of the cards stand before those of the first council."""
    cards, count = Cards(), 0
    for field in fields(cards):
        if field.name == "councils":
            break
        value = getattr(cards, field.name)
        items = value if isinstance(value, list) else [value]
        count += sum(1 if isinstance(item, int) else len(list(words_of(item))) for item in items)
    return count


COUNCILS_AT = words_before_councils()
PLAIN_WORDS = len(list(words_of(Cards()))) - COUNCILS * BEGINNING


def plain_words(cards: Cards) -> list[int]:
    """Every number of the cards but what councils begin with."""
    words = list(words_of(cards))
    for council in reversed(range(COUNCILS)):
        end = COUNCILS_AT + (council + 1) * COUNCIL_WORDS
        del words[end - BEGINNING : end]
    return words


def whole_words(words: list[int]) -> list[int]:
    """Every number of the cards; where what councils begin with is left out, they begin with nothing."""
    if len(words) != PLAIN_WORDS:
        return words
    whole = list(words)
    for council in range(COUNCILS):
        at = COUNCILS_AT + (council + 1) * COUNCIL_WORDS - BEGINNING
        whole[at:at] = [0] * BEGINNING
    return whole


FORMAT = 1
"""The version of the pack format. It goes up when the same file comes to mean other numbers."""


def digest_of(cards: Cards) -> str:
    """SHA-256 over every number of the cards and the version of the format, in hexadecimal.

    What councils begin with counts only where one begins with anything.
    """
    begun = any(any(council.labs) or any(council.badges) for council in cards.councils)
    words = ",".join(map(str, words_of(cards) if begun else plain_words(cards)))
    return hashlib.sha256(f"{FORMAT}:{words}".encode("ascii")).hexdigest()
