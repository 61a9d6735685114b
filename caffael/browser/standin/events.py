"""Events: `pygame.event`. The page's come through `caffael/browser/tab.py`, which posts them here."""

from collections import deque
from itertools import count
from typing import TYPE_CHECKING, Any

from caffael.browser.standin.constants import NOEVENT, USEREVENT


class Event:
    """Something that happened: its type, and what belongs to it."""

    def __init__(self, type: int, dict: dict[str, Any] | None = None, **more: Any) -> None:  # noqa: A002 - as pygame calls them
        self.type = type
        self.__dict__.update(dict or {})
        self.__dict__.update(more)

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def __repr__(self) -> str:
        return f"<Event({self.__dict__})>"


_waiting: deque[Event] = deque()
_numbers = count(USEREVENT + 1)


def custom_type() -> int:
    """A number for a kind of event that is the board's own."""
    return next(_numbers)


def post(event: Event) -> bool:
    """Let an event happen."""
    _waiting.append(event)
    return True


def get() -> list[Event]:
    """All that has happened since the last time."""
    found = list(_waiting)
    _waiting.clear()
    return found


def wait(milliseconds: int = 0) -> Event:
    """The next event; a tab is called when something happens, so nothing is waited for."""
    del milliseconds
    return _waiting.popleft() if _waiting else Event(NOEVENT)
