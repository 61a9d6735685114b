"""What a screen reader has been told of the screen, what has changed since, and what it asks for: the same on every system."""

from dataclasses import dataclass

from caffael.board.access.requests import Request, answer
from caffael.board.access.spoken import ROOT, Key, Shown, Spoken, Thing, speak
from caffael.board.widgets import Widget


@dataclass(frozen=True, slots=True)
class News:
    """What has changed: things that are new or other than before, those that are gone, and who has the focus.

    `first` is told once, and is the whole screen.
    """

    things: dict[Key, Thing]
    gone: tuple[Key, ...]
    focus: Key
    language: str
    first: bool


class Telling:
    """What has been told so far. Every thing has a number, the same as long as the window is open; the window's is 0."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._numbers: dict[Key, int] = {ROOT: 0}
        self._keys: dict[int, Key] = {0: ROOT}
        self._told: Spoken | None = None
        self._language = ""

    def number_of(self, key: Key) -> int:
        """The number by which the system knows a thing."""
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers)
            self._keys[self._numbers[key]] = key
        return self._numbers[key]

    def widget_of(self, key: Key) -> Widget | None:
        """The widget that was told under a key."""
        return None if self._told is None else self._told.widgets.get(key, (None, ""))[0]

    def forget(self) -> None:
        """Begin anew, as when somebody has only now begun to listen."""
        self._told = None

    def news(self, screen: Shown, language: str) -> News | None:
        """What has changed since the last time; None where nothing has."""
        last, spoken = self._told, speak(self.name, screen.tree, screen.look, screen.drawn_words())
        before = last.things if last is not None else {}
        new = language != self._language
        self._told, self._language = spoken, language
        changed = {key: thing for key, thing in spoken.things.items() if new or before.get(key) != thing}
        if not changed and last is not None and last.focus == spoken.focus:
            return None
        gone = tuple(key for key in before if key not in spoken.things)
        return News(changed, gone, spoken.focus, language, last is None)

    def ask(self, what: str, number: int, to: float | str | None, screen: Shown) -> None:
        """Do what is asked for; what has never been told is let be."""
        if self._told is not None and number in self._keys:
            answer(Request(what, self._keys[number], to), self._told, screen.tree)
