"""What a board shows to have its code again, also after the relay was started anew: the relay signs it and keeps none.

A ticket is the code, the second at which it ends, and a sum over both with the relay's long key (HMAC). Who has no ticket can't make one.
"""

import base64
import hashlib
import hmac
import re
import secrets

LASTS = 24 * 60 * 60
"""Seconds for which a ticket is good; a board is given a new one each time it shows one."""
LEAST_KEY = 32
"""Bytes of a key."""
TICKET = re.compile(r"([A-Z2-9]{6})\.([0-9]{1,12})\.([A-Za-z0-9_-]{43})")


class Tickets:
    """Makes tickets and knows its own. Raises ValueError for a key that could be guessed."""

    def __init__(self, key: bytes) -> None:
        if len(key) < LEAST_KEY:
            raise ValueError(f"a relay's key has at least {LEAST_KEY} bytes")
        self._key = key

    def ticket(self, code: str, now: float) -> str:
        """A ticket for a code, good from this second on (of the calendar, as `time.time`)."""
        until = int(now) + LASTS
        return f"{code}.{until}.{self._sum(code, until)}"

    def code(self, ticket: str, now: float) -> str | None:
        """The code of a ticket; None where it is not ours or no longer good."""
        found = TICKET.fullmatch(ticket)
        if found is None:
            return None
        code, until, said = found.groups()
        if not hmac.compare_digest(said, self._sum(code, int(until))) or int(until) < now:
            return None
        return code

    def _sum(self, code: str, until: int) -> str:
        made = hmac.digest(self._key, f"{code}.{until}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(made).decode().rstrip("=")


def new_key() -> str:
    """A key that nobody guesses, as text."""
    return secrets.token_urlsafe(LEAST_KEY)
