"""Keeps the screen reader up to date after each picture that was drawn, and does what it asks for."""

import time
from importlib.util import find_spec
from typing import Any

import pygame

from caffael.board.access import adapter as adapters
from caffael.board.access.spoken import ROOT, Shown
from caffael.board.access.telling import News, Telling

NO_WINDOW = ("dummy", "offscreen")
SETTLING = 0.05
"""Seconds until AccessKit has let go of its lock after it has said that somebody listens; it needs the interpreter for that."""


class Reader:
    """The way to the screen reader of a desktop. `accesskit` is the library; `make` makes its adapter, once the window is there."""

    def __init__(self, name: str, accesskit: Any, make: Any = adapters.Adapter) -> None:
        self.name = name
        self.accesskit = accesskit
        self.event_type = pygame.event.custom_type()
        self.active = False
        self.telling = Telling(name)
        self._focused = False
        self._adapter = make(accesskit, self._post)

    def _post(self, what: str, node: int, to: Any) -> None:
        pygame.event.post(pygame.event.Event(self.event_type, what=what, node=node, to=to))

    # What the board tells

    def update(self, screen: Shown, language: str) -> None:
        """Tell what has changed since the last time, if somebody listens."""
        if not self.active:
            return
        news = self.telling.news(screen, language)
        if news is not None:
            self._adapter.update(lambda: self._made(news))

    def _made(self, news: News) -> Any:
        accesskit, number_of = self.accesskit, self.telling.number_of
        update = accesskit.TreeUpdate(number_of(news.focus))
        if news.first:
            tree = accesskit.Tree(number_of(ROOT))
            tree.toolkit_name = self.name
            update.tree = tree
        for key, thing in news.things.items():
            update.nodes.append((number_of(key), adapters.node_of(accesskit, thing, news.language, number_of)))
        return update

    # What the board hears

    def hears(self, event: pygame.event.Event, screen: Shown) -> bool:
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
        else:
            self.telling.ask(event.what, event.node, event.to, screen)
        return True

    def _activate(self) -> None:
        time.sleep(SETTLING)
        self.active = True
        self.telling.forget()
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
