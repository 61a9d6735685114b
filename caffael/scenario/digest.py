"""The digest of a pack: a fingerprint of its numbers alone, so that a mended typo changes nothing."""

import hashlib

from caffael.rules.copying import words_of
from caffael.rules.records import Cards
from caffael.scenario.plain_cards import plain_words

FORMAT = 1
"""The version of the pack format. It goes up when the same file comes to mean other numbers."""


def digest_of(cards: Cards) -> str:
    """SHA-256 over every number of the cards and the version of the format, in hexadecimal.

    What councils begin with counts only where one begins with anything.
    """
    begun = any(any(council.labs) or any(council.badges) for council in cards.councils)
    words = ",".join(map(str, words_of(cards) if begun else plain_words(cards)))
    return hashlib.sha256(f"{FORMAT}:{words}".encode("ascii")).hexdigest()
