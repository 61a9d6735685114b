"""Keeps the screen reader up to date after each picture that was drawn, and does what it asks for."""

import time
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pygame

from caffael.board.access import adapter as adapters
from caffael.board.access.requests import Request, answer
from caffael.board.access.spoken import ROOT, Key, Spoken, Thing, speak

if TYPE_CHECKING:
    from caffael.board.window import Screen

NO_WINDOW = ("dummy", "offscreen")
SETTLING = 0.05
"""Seconds until AccessKit has let go of its lock after it has said that somebody listens; it needs the interpreter for that."""


class Reader:
    """What the screen reader has been told. `accesskit` is the library; `make` makes its adapter, once the window is there."""

    def __init__(self, name: str, accesskit: Any, make: Any = adapters.Adapter) -> None:
        self.name = name
        self.accesskit = accesskit
        self.event_type = pygame.event.custom_type()
        self.active = False
        self._numbers: dict[Key, int] = {ROOT: 0}
        self._keys: dict[int, Key] = {0: ROOT}
        self._told: dict[Key, Thing] = {}
        self._language = ""
        self._spoken: Spoken | None = None
        self._focused = False
        self._adapter = make(accesskit, self._post)

    def _post(self, what: str, node: int, to: Any) -> None:
        pygame.event.post(pygame.event.Event(self.event_type, what=what, node=node, to=to))

    def number_of(self, key: Key) -> int:
        """The number by which AccessKit knows a thing; the same as long as the window is open."""
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers)
            self._keys[self._numbers[key]] = key
        return self._numbers[key]

    # What the board tells

    def update(self, screen: "Screen", language: str) -> None:
        """Tell what has changed since the last time, if somebody listens."""
        if not self.active:
            return
        spoken = speak(self.name, screen.tree, screen.look, screen.drawn_words())
        last, self._spoken = self._spoken, spoken
        new = language != self._language
        changed = {key: thing for key, thing in spoken.things.items() if new or self._told.get(key) != thing}
        if not changed and last is not None and last.focus == spoken.focus:
            return
        first, self._told, self._language = not self._told, spoken.things, language
        self._adapter.update(lambda: self._made(changed, spoken.focus, first))

    def _made(self, changed: dict[Key, Thing], focus: Key, first: bool) -> Any:
        accesskit = self.accesskit
        update = accesskit.TreeUpdate(self.number_of(focus))
        if first:
            tree = accesskit.Tree(self.number_of(ROOT))
            tree.toolkit_name = self.name
            update.tree = tree
        for key, thing in changed.items():
            update.nodes.append((self.number_of(key), adapters.node_of(accesskit, thing, self._language, self.number_of)))
        return update

    # What the board hears

    def hears(self, event: pygame.event.Event, screen: "Screen") -> bool:
        """Take an event of this reader, or of the window; say whether it was one of this reader."""
        if event.type in (pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST):
            self._focused = event.type == pygame.WINDOWFOCUSGAINED
            if self.active:
                self._adapter.focused(self._focused)
        elif event.type in (pygame.WINDOWMOVED, pygame.WINDOWSIZECHANGED) and self.active:
            self._place()
        if event.type != self.event_type:
            return False
        if event.what == adapters.ACTIVATED:
            self._activate()
            screen.redraw()
        elif event.what == adapters.DEACTIVATED:
            self.active = False
        elif self._spoken is not None and event.node in self._keys:
            answer(Request(event.what, self._keys[event.node], event.to), self._spoken, screen.tree)
        return True

    def _activate(self) -> None:
        time.sleep(SETTLING)
        self.active = True
        self._told = {}
        self._spoken = None
        self._adapter.focused(self._focused or pygame.key.get_focused())
        self._place()

    def _place(self) -> None:
        self._adapter.placed(self.accesskit, pygame.display.get_window_position(), pygame.display.get_window_size())


def offered() -> bool:
    """Whether the extra is installed and there is a window that somebody can see."""
    return find_spec("accesskit") is not None and pygame.display.get_driver() not in NO_WINDOW


def open_reader(name: str) -> Reader | None:
    """A reader for the window that is open and has not been seen yet; None without the extra, or where the system offers no way."""
    if not offered():
        return None
    try:
        import accesskit  # noqa: PLC0415 - the extra `access`

        return Reader(name, accesskit)
    except Exception:  # the board is played without it rather than not at all
        return None
