"""Rows of the teacher's page, one under the other: what is set at the left, how it is set at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from caffael.board.look import Look
from caffael.board.scale import Box
from caffael.board.widgets import Button, Choice, Option, ScrollArea, Stepper, Toggle, Widget, Words

GAP = 18.0
AIR = 40.0
NAMED = 0.36
"""The share of a row that its words take."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A button of the page, and the sentence that says what it does; with a `why` it can't be pressed."""

    name: str
    words: str
    picture: str
    press: Callable[[], None]
    line: str
    why: str = ""
    primary: bool = False


class Rows:
    """Puts rows into an area that scrolls when they need more room than there is."""

    def __init__(self, look: Look, area: ScrollArea) -> None:
        self.look = look
        self.area = area
        box = area.box
        self.left, self.width = box.left + AIR, box.width - 2 * AIR - 16
        self.top = box.top + AIR * 0.7
        self.high = max(look.measure("target"), look.line_height("body") + 24)

    def verbs(self, verbs: Sequence[Verb]) -> None:
        """Buttons with their sentences beside them."""
        wide = max(Button.natural(self.look, verb.words, verb.picture, "body")[0] for verb in verbs)
        wide = min(wide + 16, self.width * 0.5)
        for verb in verbs:
            words = max(1.0, self.width - wide - 28)
            high = max(self.high, self.look.words_height(verb.line, words, "body"))
            box = Box(self.left, self.top + (high - self.high) / 2, wide, self.high)
            style = "primary" if verb.primary else "plain"
            self.area.add(
                Button(
                    box,
                    verb.words,
                    verb.press,
                    style="primary" if style == "primary" else "plain",
                    picture=verb.picture,
                    size="body",
                    name=verb.name,
                    enabled=not verb.why,
                    why=verb.why,
                )
            )
            self.area.add(Words(Box(box.right + 28, self.top, words, high), verb.line, ink="ink_soft", middle=True))
            self.top += high + GAP

    def choice(self, words: str, options: Sequence[Option], chosen: str, change: Callable[[str], None], name: str) -> None:
        """One of a few."""
        self._named(words)
        needed = len(options) * (max(self.look.words_width(option.label, "body", True) for option in options) + 30)
        box = self._right()
        if needed > box.width:
            self.top += self.high
            box = Box(self.left, self.top, self.width, self.high)
        else:
            box.width = min(box.width, max(needed, 420.0))
        self.area.add(Choice(box, words, options, chosen, change, name=name))
        self.top += self.high + GAP

    def stepper(self, make: Callable[[Box], Stepper], words: str) -> None:
        """A number."""
        self._named(words)
        box = self._right()
        box.width = min(box.width, 420.0 * max(1.0, self.look.text_scale**0.5))
        self.area.add(make(box))
        self.top += self.high + GAP

    def toggle(self, words: str, on: bool, change: Callable[[bool], None], said: tuple[str, str], name: str) -> None:
        """A switch."""
        high = max(self.high, self.look.words_height(words, self.width - 100, "body"))
        self.area.add(Toggle(Box(self.left, self.top, self.width, high), words, on, change, said=said, name=name))
        self.top += high + GAP

    def space(self) -> None:
        """A little room between two groups."""
        self.top += GAP * 0.6

    def done(self) -> None:
        """All rows are there."""
        self.area.extent = self.top - self.area.box.top + AIR * 0.4

    def add(self, widget: Widget) -> None:
        """Put anything else in."""
        self.area.add(widget)

    def _named(self, words: str) -> None:
        box = Box(self.left, self.top, self.width * NAMED - 20, self.high)
        self.area.add(Words(box, words, bold=True, middle=True))

    def _right(self) -> Box:
        return Box(self.left + self.width * NAMED, self.top, self.width * (1 - NAMED), self.high)
