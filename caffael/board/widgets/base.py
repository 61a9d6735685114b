"""What every thing on the screen that can be read, reached or pressed has in common."""

from collections.abc import Iterator, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Protocol, Self, TypeVar

import pygame

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import Box

W = TypeVar("W", bound="Widget")


@dataclass(frozen=True, slots=True)
class Key:
    """A key that went down; the code is pygame's, as in `pygame.K_RETURN`."""

    code: int
    shift: bool = False
    ctrl: bool = False
    alt: bool = False

    @classmethod
    def of(cls, event: pygame.event.Event) -> Self:
        """The key of an event. AltGr writes letters (on Windows it comes as Ctrl and Alt), so it is neither of the two."""
        held = int(getattr(event, "mod", 0))
        letters = bool(held & (pygame.KMOD_RALT | pygame.KMOD_MODE))
        ctrl = bool(held & (pygame.KMOD_CTRL | pygame.KMOD_META)) and not letters
        return cls(event.key, bool(held & pygame.KMOD_SHIFT), ctrl, bool(held & pygame.KMOD_LALT) and not letters)

    @property
    def writes(self) -> bool:
        """Whether the key alone writes a letter, a digit or a sign: pygame numbers such keys by the sign itself."""
        return not (self.ctrl or self.alt) and (32 <= self.code < 1 << 20) and chr(self.code).isprintable()


@dataclass(frozen=True, slots=True)
class Node:
    """What a screen reader needs to know of one widget; the bounds are pixels of the window."""

    role: str
    label: str
    value: str
    bounds: pygame.Rect
    enabled: bool
    focused: bool
    why: str


class Stand(Protocol):
    """What widgets stand in: a tree."""

    focused: "Widget | None"
    hovered: "Widget | None"
    held: "Widget | None"
    dirty: bool

    @property
    def dialogs(self) -> "Sequence[Widget]":
        """What lies over everything else, the last one on top."""

    def close(self, dialog: "Widget | None" = None) -> None:
        """Close a dialog."""

    def focus(self, widget: "Widget | None", quiet: bool = False) -> None:
        """Give the focus to a widget."""

    def say(self, words: str, seconds: float = 5.0) -> None:
        """Show one sentence for a while."""


@dataclass(eq=False, repr=False)
class Widget:
    """A box in units with a label, a role and a value; it may hold other widgets.

    `name` is how the focus finds it again after a screen has been laid out anew. with a `why` it is disabled, and that is the sentence
    for somebody who tries it; `more` is the sentence for somebody who wants to know more.
    """

    role = "group"
    can_focus = False
    live = False
    """Whether a screen reader says it by itself when its words change."""

    box: Box
    label: str
    _: KW_ONLY
    name: str = ""
    why: str = ""
    more: str = ""

    def __post_init__(self) -> None:
        self.box = Box(self.box)
        self.name = self.name or self.label
        self.enabled = not self.why
        self.visible = True
        self.parent: Widget | None = None
        self.children: list[Widget] = []
        self._tree: Stand | None = None

    @property
    def value(self) -> str:
        """What it is set to, in words."""
        return ""

    @property
    def tree(self) -> "Stand | None":
        """The tree it stands in, if any."""
        widget: Widget | None = self
        while widget is not None:
            if widget._tree is not None:
                return widget._tree
            widget = widget.parent
        return None

    @property
    def focused(self) -> bool:
        """Whether keys go to it."""
        tree = self.tree
        return tree is not None and tree.focused is self

    @property
    def hovered(self) -> bool:
        """Whether the pointer is over it."""
        tree = self.tree
        return tree is not None and tree.hovered is self

    @property
    def held(self) -> bool:
        """Whether it is being pressed."""
        tree = self.tree
        return tree is not None and tree.held is self

    def add(self, child: W) -> W:
        """Put a widget into this one and give it back."""
        child.parent = self
        self.children.append(child)
        self.changed()
        return child

    def remove(self, child: "Widget") -> None:
        """Take a widget out."""
        self.children.remove(child)
        child.parent = None
        self.changed()

    def everything(self) -> "Iterator[Widget]":
        """Walk through this widget and all visible ones in it, in reading order."""
        if self.visible:
            yield self
            for child in self.children:
                yield from child.everything()

    def move(self, dx: float, dy: float) -> None:
        """Move it and all that is in it."""
        self.box.move_ip(dx, dy)
        for child in self.children:
            child.move(dx, dy)

    def changed(self) -> None:
        """Ask for the screen to be drawn again."""
        if tree := self.tree:
            tree.dirty = True

    def covers(self, at: Point) -> bool:
        """Say whether a point is on it."""
        return bool(self.box.collidepoint(at))

    def reach(self, look: Look) -> Box:
        """Say where a finger may touch it: its box, or more if that is smaller than a finger."""
        least = max(look.measure("target"), look.scale.finger)
        return Box(self.box).inflate(max(0.0, least - self.box.width), max(0.0, least - self.box.height))

    def shape(self, look: Look) -> tuple[Box, float]:
        """Say what the focus ring goes round: a box and its radius."""
        return self.box, look.measure("radius")

    # What a kind of widget does: each of these may be taken over.

    def draw(self, painter: Painter) -> None:
        """Draw it, without what is in it."""

    def paint(self, painter: Painter) -> None:
        """Draw it and what is in it."""
        if not self.visible:
            return
        self.draw(painter)
        for child in self.children:
            child.paint(painter)

    def press(self) -> None:
        """Do what a click, a tap, Return or Space asks for."""

    def pointer_down(self, at: Point) -> None:
        """Take note of a finger or button going down on it."""

    def pointer_drag(self, at: Point) -> None:
        """Follow the pointer that went down on it."""

    def pointer_up(self, at: Point) -> None:
        """End what `pointer_down` began. A press has been told apart already."""

    def wheel(self, steps: float) -> bool:
        """Turn the wheel over it, up is positive; say whether that meant anything."""
        return False

    def key(self, key: Key) -> bool:
        """Take a key while it has the focus; say whether that meant anything."""
        return False

    def type(self, words: str) -> bool:
        """Take typed letters while it has the focus; say whether that meant anything."""
        return False

    def compose(self, words: str) -> None:
        """Show letters that are still being put together, as by an input method; empty when they are done."""

    def focus_changed(self, focused: bool) -> None:
        """Take note of the focus coming or going."""

    def resume(self, before: "Widget") -> None:
        """Go on where the widget of the same name was before the screen was laid out anew, as with its caret."""

    def reveal(self, child: "Widget") -> None:
        """Bring a widget inside it into sight."""


@dataclass(eq=False, repr=False)
class Group(Widget):
    """Widgets that belong together, such as a panel. It draws nothing itself."""

    label: str = ""
