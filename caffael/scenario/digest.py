"""The digest of a pack: a fingerprint of its numbers alone, so that a mended typo changes nothing.

Fields that came later (`rules.layouts.ADDED`) count only where one is used. So cards that use none have the digest that they had before,
and a game that was saved with them still holds by it.
"""

import hashlib

from caffael.rules.cards import Cards
from caffael.rules.copying import fill_words, words_of
from caffael.rules.layouts import ADDED, Without, both


def unused(cards: Cards) -> Without:
    """The fields that came later and of which none is used, those of each time together."""
    without: Without = {}
    for added in ADDED:
        whole = Cards()
        fill_words(whole, words_of(cards, added), added)
        if whole == cards:
            without = both(without, added)
    return without


FORMAT = 1
"""The version of the pack format. It goes up when the same file comes to mean other numbers."""


def digest_of(cards: Cards) -> str:
    """SHA-256 over every number of the cards that counts and the version of the format, in hexadecimal."""
    words = ",".join(map(str, words_of(cards, unused(cards))))
    return hashlib.sha256(f"{FORMAT}:{words}".encode("ascii")).hexdigest()
