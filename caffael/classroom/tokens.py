"""By what a device is known: codes of rooms, tokens, and seat cards. A token is kept as its hash, and never said again."""

import hashlib
import secrets
from dataclasses import dataclass

from caffael.classroom.guard import CARD_LASTS, CARD_TRIES

SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""What a code is made of: no 0 and O, no 1, I and L. 31 signs."""
SIGNS_A_CODE = 6
TOKEN_BYTES = 32


def new_code() -> str:
    """A code for a room: 6 of 31 signs, 887 million."""
    return "".join(secrets.choice(SIGNS) for _ in range(SIGNS_A_CODE))


def spelled(code: str) -> str:
    """A code as it is shown: K7M-2QX."""
    return f"{code[:3]}-{code[3:]}"


def new_token() -> str:
    """A token: 256 bits in 43 signs."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode("ascii")).hexdigest()


@dataclass(slots=True)
class _Card:
    seat: int
    until: float
    tries: int = 0


class SeatCards:
    """Four digits that let a device back into one seat: once, for two minutes. After three wrong tries all that are out are void."""

    def __init__(self) -> None:
        self._cards: dict[str, _Card] = {}

    def new(self, seat: int, now: float) -> str:
        """A card for a seat; the one it had before is void."""
        self._drop(now)
        for digits in [digits for digits, card in self._cards.items() if card.seat == seat]:
            del self._cards[digits]
        digits = f"{secrets.randbelow(10_000):04}"
        while digits in self._cards:
            digits = f"{secrets.randbelow(10_000):04}"
        self._cards[digits] = _Card(seat, now + CARD_LASTS)
        return digits

    def take(self, digits: str, now: float) -> int | None:
        """The seat of a card, which is void from now on; None when there is no such card."""
        self._drop(now)
        card = self._cards.pop(digits, None)
        if card is not None:
            return card.seat
        for other in self._cards.values():
            other.tries += 1
        self._cards = {digits: other for digits, other in self._cards.items() if other.tries < CARD_TRIES}
        return None

    def left(self, seat: int, now: float) -> int | None:
        """Seconds for which a seat's card still counts; None when it has none."""
        self._drop(now)
        return next((round(card.until - now) for card in self._cards.values() if card.seat == seat), None)

    def _drop(self, now: float) -> None:
        self._cards = {digits: card for digits, card in self._cards.items() if now < card.until}
