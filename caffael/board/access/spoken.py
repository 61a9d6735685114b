"""What stands on the screen as plain records, in the order in which it is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol

import pygame

from caffael.board.look import Look
from caffael.board.scale import Box
from caffael.board.widgets import Card, Choice, ListBox, TextLine, Toggle, Tree, Widget
from caffael.board.widgets.scroll import Row

Key = tuple[str, str, int]
"""How a thing is known from one picture to the next: its role, its name, and the how manieth of that name it is."""

ROOT: Key = ("window", "", 0)
PLACE: Key = ("status", "place", 0)
SAID: Key = ("status", "said", 0)
STANDING: Key = ("status", "standing", 0)
TURNED = ("slider", "spin button")
"""What has a number that goes up and down: `number`, `low`, `high` and `step`."""
READ = ("text", "status", "row")
"""What is nothing but words: they are its value, not its label."""


class Shown(Protocol):
    """What is read: a screen."""

    @property
    def tree(self) -> Tree:
        """Its widgets."""

    @property
    def look(self) -> Look:
        """How it looks."""

    def drawn_words(self) -> tuple[str, ...]:
        """What it writes that no widget says."""

    def redraw(self) -> None:
        """Ask to be drawn again."""


@dataclass(frozen=True, slots=True)
class Range:
    """A number that can be set."""

    number: int
    low: int
    high: int
    step: int


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing on the screen. `number` is set for what can be turned up and down, `on` for what is on or off or chosen or not."""

    role: str
    label: str = ""
    value: str = ""
    more: str = ""
    bounds: tuple[int, int, int, int] = (0, 0, 0, 0)
    enabled: bool = True
    can_focus: bool = False
    can_press: bool = False
    can_type: bool = False
    number: Range | None = None
    on: bool | None = None
    live: bool = False
    children: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Spoken:
    """All of a screen: the things by their keys, the window first, and the one that has the focus."""

    things: dict[Key, Thing]
    focus: Key
    widgets: dict[Key, tuple[Widget, str]]
    """The widget of each thing; and of an option its key, else nothing."""


class Listing:
    """Walks through the widgets of a tree and writes them down."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.things: dict[Key, Thing] = {}
        self.widgets: dict[Key, tuple[Widget, str]] = {}

    def key(self, role: str, name: str) -> Key:
        """A key that is not taken yet."""
        count = 0
        while (role, name, count) in self.things:
            count += 1
        return role, name, count

    def put(self, thing: Thing, name: str, widget: Widget | None = None, option: str = "") -> Key:
        """Write a thing down."""
        key = self.key(thing.role, name)
        self.things[key] = thing
        if widget is not None:
            self.widgets[key] = (widget, option)
        return key

    def read(self, widget: Widget) -> Iterator[Key]:
        """Write a widget and all in it down; one without words is left out, and what it holds stands in its place."""
        if not widget.visible:
            return
        thing = self.thing(widget)
        if thing is None:
            yield from self.all_of(widget.children)
            return
        key = self.put(thing, widget.name, widget)
        children = tuple(self.options(widget) if isinstance(widget, Choice) else self.all_of(widget.children))
        if children:
            self.things[key] = replace(thing, children=children)
        yield key

    def all_of(self, widgets: Iterable[Widget]) -> Iterator[Key]:
        """Write several down."""
        for widget in widgets:
            yield from self.read(widget)

    def options(self, choice: Choice) -> Iterator[Key]:
        """Each option of a choice is a thing of its own."""
        for option, box in choice.parts():
            thing = Thing(
                "radio button",
                option.label or option.key,
                more=option.why,
                bounds=self.bounds(box),
                enabled=choice.enabled and not option.why,
                can_press=True,
                on=option.key == choice.chosen,
            )
            yield self.put(thing, f"{choice.name}.{option.key}", choice, option.key)

    def thing(self, widget: Widget) -> Thing | None:
        """One widget, without what it holds."""
        if not (widget.label or widget.value or widget.can_focus):
            return None
        more = " ".join(words for words in dict.fromkeys((widget.why if not widget.enabled else "", widget.more)) if words)
        role = "list" if isinstance(widget, ListBox) else widget.role
        label, value = widget.label.replace("**", ""), widget.value
        if value and role not in (*TURNED, *READ, "text box", "radio group", "switch"):
            more, value = " ".join((value, more)).strip(), ""
        return Thing(
            role,
            label,
            value if not isinstance(widget, Toggle) else "",
            "" if more == label else more,
            self.bounds(widget.box),
            widget.enabled,
            widget.can_focus,
            widget.can_focus and role not in TURNED and not isinstance(widget, TextLine | Choice),
            isinstance(widget, TextLine),
            range_of(widget),
            self.is_on(widget),
            widget.live or role in ("alert", "status"),
        )

    def is_on(self, widget: Widget) -> bool | None:
        """Whether it is on or chosen; None for what can't be."""
        if isinstance(widget, Toggle):
            return widget.on
        if isinstance(widget, Row):
            return widget.list_box.chosen == widget.item.key
        return True if isinstance(widget, Card) and widget.chosen else None

    def bounds(self, box: Box) -> tuple[int, int, int, int]:
        """The pixels of the window that a box covers: left, top, right, bottom."""
        rect: pygame.Rect = self.look.scale.rect(box)
        return rect.left, rect.top, rect.right, rect.bottom


def range_of(widget: Widget) -> Range | None:
    """The number it is set to and how far it goes; None for what has none."""
    if widget.role not in TURNED:
        return None
    turned: Any = widget
    return Range(turned.number, turned.low, turned.high, turned.step)


def speak(name: str, tree: Tree, look: Look, drawn: tuple[str, ...] = ()) -> Spoken:
    """Write down what a screen reader can read of a screen.

    `drawn` are the words a screen draws itself, its heading first. With a dialog open, only the dialog can be read and reached. Where the
    reader is now (the heading, or the title of the dialog) and the sentences at the foot are live: they are said when they change.
    """
    listing = Listing(look)
    window = Thing("window", name, bounds=listing.bounds(look.board))
    listing.things[ROOT] = window
    children: list[Key] = []
    if not tree.dialogs:
        roles = ("heading", *["text"] * (len(drawn) - 1))
        children.extend(listing.put(Thing(role, words), f"drawn.{at}") for at, (role, words) in enumerate(zip(roles, drawn, strict=False)))
    children.extend(listing.read(tree.top) if tree.dialogs else listing.all_of(tree.root.children))
    listing.things[PLACE] = Thing("status", value=heading_of(tree, drawn), live=True)
    listing.things[SAID] = Thing("status", value=tree.toast.words if tree.toast else "", live=True)
    foot: tuple[Key, ...] = (PLACE, SAID)
    if tree.standing:
        listing.things[STANDING] = Thing("status", value=tree.standing, live=True)
        foot = (*foot, STANDING)
    focus = next((key for key, (widget, option) in listing.widgets.items() if widget is tree.focused and not option), ROOT)
    listing.things[ROOT] = replace(window, children=(*children, *foot))
    return Spoken(listing.things, focus, listing.widgets)


def heading_of(tree: Tree, drawn: tuple[str, ...] = ()) -> str:
    """Where somebody is who has just come here: the title of the dialog on top, or what the screen calls itself."""
    if tree.dialogs:
        dialog = tree.dialogs[-1]
        return sentences(dialog.label, dialog.line)
    heading = next((widget.label for widget in tree.root.everything() if widget.role == "heading"), "")
    return sentences(*drawn[:1], heading)


def sentences(*words: str) -> str:
    """Words one after the other, with a full stop after what has no sign of its own."""
    said = [one if one.endswith(tuple(".!?…")) else f"{one}." for one in words if one]
    return " ".join(said).removesuffix(".") if len(said) == 1 else " ".join(said)
