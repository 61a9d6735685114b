"""Takes the board to the screen reader of a browser: the records of `board/access` go to the page, which makes elements of them.

Nothing is told while a picture is being made: it waits until there is nothing to draw, so that a moving board is not slowed; where
something moves on and on, a quarter of a second.
"""

import time
from collections.abc import Callable
from typing import Any

import pygame

from caffael.board.access.requests import FOCUS, LESS, MORE, PRESS, SET
from caffael.board.access.spoken import Key, Shown, Thing
from caffael.board.access.telling import News, Telling
from caffael.board.errands import Errands
from caffael.board.widgets import TextLine
from caffael.board.widgets.reaching import in_sight

Post = Callable[[dict[str, Any]], None]
"""Sends what has changed to the page."""

LONGEST = 0.25
"""Seconds for which it waits at most."""
ASKED = (PRESS, FOCUS, MORE, LESS, SET)


class PageReader:
    """What keeps the elements of the page in step with the board, and hears what a screen reader does with them."""

    def __init__(self, name: str, post: Post, errands: Errands) -> None:
        self.event_type = pygame.event.custom_type()
        self.telling = Telling(name)
        self._post, self._errands = post, errands
        self._screen: Shown | None = None  # what has been drawn and not been told
        self._since = 0.0  # when that was first
        self._language = ""
        self._caret: tuple[int, int] | None = None

    def update(self, screen: Shown, language: str) -> None:
        """Tell soon what has changed since the last time."""
        waiting, now = self._screen is not None, time.monotonic()
        self._screen, self._language = screen, language
        if not waiting:
            self._since = now
            self._errands.run(self.tell)
        elif now > self._since + LONGEST:
            self.tell()

    def tell(self) -> None:
        """Tell it now, if that has not been done meanwhile."""
        screen, self._screen = self._screen, None
        if screen is None:
            return
        news = self.telling.news(screen, self._language)
        caret = self._caret_of(screen)
        if news is not None or caret != self._caret:
            self._caret = caret
            self._post(self._written(news, caret))

    def take(self, message: dict[str, Any]) -> None:
        """Take what a screen reader asks for, as a message of the page; the board does it in its next frame."""
        what, to = message.get("what"), message.get("to")
        number = message.get("key")
        if what in ASKED and isinstance(number, int) and isinstance(to, int | float | str | None):
            pygame.event.post(pygame.event.Event(self.event_type, what=what, node=number, to=to))

    def hears(self, event: pygame.event.Event, screen: Shown) -> bool:
        """Take an event of this reader; say whether it was one."""
        if event.type != self.event_type:
            return False
        self.telling.ask(event.what, event.node, event.to, screen)
        return True

    def _caret_of(self, screen: Shown) -> tuple[int, int] | None:
        """From where to where letters are marked in the line that is typed in, as a page counts them."""
        line = screen.tree.focused
        if not isinstance(line, TextLine):
            return None
        first, last = (len(line.words[:place].encode("utf-16-le")) // 2 for place in line.marked)
        return first, last

    def _written(self, news: News | None, caret: tuple[int, int] | None) -> dict[str, Any]:
        message: dict[str, Any] = {"caret": caret}
        if news is not None:
            number_of = self.telling.number_of
            message["things"] = [self._thing(key, thing) for key, thing in news.things.items()]
            message |= {"gone": [number_of(key) for key in news.gone], "focus": number_of(news.focus), "language": news.language}
        return message

    def _thing(self, key: Key, thing: Thing) -> dict[str, Any]:
        """A thing as the page reads it: what goes without saying is left out."""
        number_of = self.telling.number_of
        written: dict[str, Any] = {"key": number_of(key), "role": thing.role, "bounds": thing.bounds}
        said = {"label": thing.label, "value": thing.value, "more": thing.more}
        true = {"live": thing.live, "disabled": not thing.enabled, "focus": thing.can_focus, "press": thing.can_press}
        written |= {name: words for name, words in said.items() if words} | {name: True for name, so in true.items() if so}
        if thing.on is not None:
            written["on"] = thing.on
        if thing.number is not None:
            turned = thing.number
            written["range"] = (turned.number, turned.low, turned.high, turned.step)
        if thing.children:
            written["children"] = [number_of(child) for child in thing.children]
        if thing.can_type and (widget := self.telling.widget_of(key)) is not None and not in_sight(widget, widget.box.center):
            written["away"] = True
        return written
