"""Notes every word that is drawn in one picture, by taking the painter's place while it draws."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pygame

from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.text import BOLD_MARK, Fitted
from caffael.board.widgets import ScrollArea, Tree, Widget


@dataclass(slots=True)
class Said:
    """One piece of words as it was drawn.

    Places are pixels of the window; `beyond` says that some of it is outside. `room` is the box it was given, if any, `inside` that of its
    widget; `at_100` is how large it would be at a text scale of 100 %.
    """

    words: str
    place: pygame.Rect
    beyond: bool
    room: pygame.Rect | None
    size: int
    asked: int
    at_100: float
    whole: bool
    widget: Widget | None
    inside: pygame.Rect | None
    scrolls: bool


@dataclass(slots=True)
class Measured:
    """All words of one picture that can be seen."""

    said: list[Said] = field(default_factory=list)
    widgets: list[tuple[Widget, Box]] = field(default_factory=list)
    scrolling: int = 0


@contextmanager
def measured(surface: pygame.Surface) -> Iterator[Measured]:
    """Note all words that are drawn on a surface meanwhile; what is drawn once and copied is drawn anew."""
    notes = Measured()
    kept: dict[Any, dict[str, Any]] = {}

    def replace(owner: Any, name: str, new: Any) -> None:
        kept.setdefault(owner, {})[name] = owner.__dict__[name]
        setattr(owner, name, new)

    def note(painter: Painter, words: str, place: pygame.Rect, room: pygame.Rect | None, fitted: Fitted, size: float | str) -> None:
        if painter.surface is not surface or not words.strip():
            return
        seen = place.clip(painter.surface.get_clip())
        if not seen.width or not seen.height:
            return
        look = painter.look
        widget, box = notes.widgets[-1] if notes.widgets else (None, None)
        notes.said.append(
            Said(
                words,
                seen,
                surface.get_clip() == surface.get_rect() and not surface.get_rect().inflate(2, 2).contains(place),
                room,
                fitted.size,
                look.font(size),
                look.theme.size(size) * look.scale.factor,
                fitted.whole,
                widget,
                None if box is None else look.scale.rect(box),
                notes.scrolling > 0,
            )
        )

    words_of, paragraph_of, rich_of, veil_of = Painter.words, Painter.paragraph, Painter._rich, Painter.veil

    def words(self: Painter, words: str, at: Any, size: Any = "body", *rest: Any, **named: Any) -> Box:
        width = named.get("width", rest[3] if len(rest) > 3 else None)
        bold = named.get("bold", rest[1] if len(rest) > 1 else False)
        fitted = Fitted(self.look.font(size), (words,), whole=True)
        if width is not None and self.look.words_width(words, size, bold) > width:
            fitted = self.look.fit(words, width, self.look.line_height(size) + 1, size, "tiny", bold, 1)
        box = words_of(self, words, at, size, *rest, **named)
        place = self.pixels(box)
        note(self, words, place, None, fitted, size)
        return box

    def paragraph(self: Painter, words: str, box: Box, size: Any = "body", *rest: Any, **named: Any) -> float:
        if BOLD_MARK in words:
            return paragraph_of(self, words, box, size, *rest, **named)
        bold = named.get("bold", rest[1] if len(rest) > 1 else False)
        align = named.get("align", rest[2] if len(rest) > 2 else "left")
        middle = named.get("middle", rest[3] if len(rest) > 3 else False)
        least = named.get("least", rest[4] if len(rest) > 4 else "tiny")
        most = named.get("most_lines", rest[5] if len(rest) > 5 else 99)
        fitted = self.look.fit(words, box.width, box.height, size, least, bold, most)
        high = paragraph_of(self, words, box, size, *rest, **named)
        wide = max((self.look.letters.width(line, fitted.size, bold) for line in fitted.lines), default=0)
        room, tall = self.pixels(box), round(high * self.factor)
        left = {"left": room.left, "centre": room.centerx - wide // 2, "right": room.right - wide}[align]
        top = room.top + ((room.height - tall) // 2 if middle else 0)
        note(self, words, pygame.Rect(left, top, wide, tall), room, fitted, size)
        return high

    def rich(self: Painter, words: str, box: Box, size: Any, ink: Any, align: Any) -> float:
        high = rich_of(self, words, box, size, ink, align)
        room = self.pixels(box)
        fitted = Fitted(self.look.font(size), (words,), whole=True)
        note(self, words, pygame.Rect(room.left, room.top, room.width, round(high * self.factor)), room, fitted, size)
        return high

    def cached(self: Painter, key: Hashable, box: Box, draw: Callable[[Painter, Box], None], bleed: float = 16, alpha: int = 255) -> None:
        pixels = self.pixels(box)
        draw(Painter(self.surface, self.look, (pixels.left, pixels.top)), Box(0, 0, box.width, box.height))

    def veil(self: Painter, strength: int = 150) -> None:
        if self.surface is surface:
            notes.said.clear()  # what lies under a dialog is not read
        veil_of(self, strength)

    def paint_of(kind: type[Widget]) -> Any:
        paint = kind.__dict__["paint"]

        def painted(self: Widget, painter: Painter) -> None:
            notes.widgets.append((self, Box(self.box)))  # some move their box while they draw
            notes.scrolling += isinstance(self, ScrollArea)
            try:
                paint(self, painter)
            finally:
                notes.scrolling -= isinstance(self, ScrollArea)
                notes.widgets.pop()

        return painted

    for owner, name, new in (
        (Painter, "words", words),
        (Painter, "paragraph", paragraph),
        (Painter, "_rich", rich),
        (Painter, "cached", cached),
        (Painter, "veil", veil),
        (Widget, "paint", paint_of(Widget)),
        (ScrollArea, "paint", paint_of(ScrollArea)),
    ):
        replace(owner, name, new)
    try:
        yield notes
    finally:
        for owner, methods in kept.items():
            for name, old in methods.items():
                setattr(owner, name, old)


def measure(app: Any) -> Measured:
    """Draw a picture of the window and note its words."""
    tree: Tree = app.screen.tree
    tree.dirty = True
    with measured(app.surface) as notes:
        app.paint()
    return notes
