"""The digest of a pack: a fingerprint of its numbers alone, so that a mended typo changes nothing."""

import hashlib

from caffael.rules.copying import words_of
from caffael.rules.records import Cards

FORMAT = 1
"""The version of the pack format. It goes up when the same file comes to mean other numbers."""


def digest_of(cards: Cards) -> str:
    """SHA-256 over every number of the cards and the version of the format, in hexadecimal."""
    words = ",".join(map(str, words_of(cards)))
    return hashlib.sha256(f"{FORMAT}:{words}".encode("ascii")).hexdigest()
