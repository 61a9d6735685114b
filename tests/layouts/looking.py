"""What is wrong with one picture."""

from typing import Any

import pygame

from caffael.board.scale import Box
from caffael.board.widgets import Dialog, ScrollArea, Widget
from tests.layouts.fingers import too_small
from tests.layouts.measuring import Measured, Said, measure

SLACK = 3
SHRUNK = 0.75
"""Large letters may shrink to fit, but not below this share of how they stand at 100 %."""
LEAST_SHARE = 0.62
"""Words may be drawn this much smaller than they were meant to be, before a reader would rather have them elsewhere."""
AIR = 0.16
"""So much of the height of a line is air above and below its letters."""


def look_at(app: Any) -> list[str]:
    """Every fault of the picture that is seen, each a line that names what and where."""
    notes = measure(app)
    return list(
        dict.fromkeys(
            [
                *(fault for said in notes.said for fault in of_words(said)),
                *overlaps(notes),
                *of_widgets(app),
            ]
        )
    )


def short(words: str) -> str:
    """Enough of some words to know them."""
    words = " ".join(words.split())
    return f"“{words if len(words) <= 48 else words[:45] + '…'}”"


def where(said: Said) -> str:
    """Some words and the widget they belong to."""
    widget = said.widget
    return short(said.words) + (f" in {type(widget).__name__} {widget.name!r}" if widget is not None and widget.name else "")


def of_words(said: Said) -> list[str]:
    """What is wrong with one piece of words by itself."""
    faults = []
    if not said.whole:
        faults.append(f"shortened: {where(said)}")
    elif said.size < min(said.asked * LEAST_SHARE, said.at_100 * SHRUNK):
        faults.append(f"too small: {where(said)}, {said.size} px for {said.asked}")
    if said.room is not None and said.place.height > said.room.height + SLACK + 0.3 * said.size and not said.scrolls:
        faults.append(f"higher than its box: {where(said)}, {said.place.height} px in {said.room.height}")
    if said.beyond:
        faults.append(f"leaves the window: {where(said)}")
    widget = said.widget
    if widget is not None and widget.can_focus and not isinstance(widget, Dialog | ScrollArea):
        box = said.inside
        if box is not None and not box.inflate(2 * SLACK, 2 * SLACK + round(said.size * 2 * AIR)).contains(said.place):
            faults.append(f"leaves its widget: {where(said)}, {tuple(said.place)} in {tuple(box)}")
    return faults


def letters_of(said: Said) -> pygame.Rect:
    """Where the letters are, without the air of the line."""
    air = round(said.size * AIR)
    return pygame.Rect(said.place.left + 1, said.place.top + air, said.place.width - 2, max(1, said.place.height - 2 * air))


def overlaps(notes: Measured) -> list[str]:
    """Words that lie over other words."""
    faults = []
    boxes = [letters_of(said) for said in notes.said]
    for place, box in enumerate(boxes):
        for other in box.collidelistall(boxes[place + 1 :]):
            second = notes.said[place + 1 + other]
            shared = box.clip(boxes[place + 1 + other])
            if min(shared.width, shared.height) > SLACK and (second.words, second.place) != (
                notes.said[place].words,
                notes.said[place].place,
            ):
                faults.append(f"overlap: {where(notes.said[place])} and {where(second)}")
    return faults


def seen_box(widget: Widget) -> Box:
    """What is seen of a widget in its lists."""
    box, parent = Box(widget.box), widget.parent
    while parent is not None:
        if isinstance(parent, ScrollArea):
            box = box.clip(parent.box)
        parent = parent.parent
    return box


def of_widgets(app: Any) -> list[str]:
    """Widgets that leave the window, cover each other, or are too small for a finger."""
    faults, look = [], app.look
    window = Box(look.board)
    widgets = [one for one in app.screen.tree.reachable() if seen_box(one).width > 1 and seen_box(one).height > 1]
    boxes = [seen_box(one) for one in widgets]
    for widget, box in zip(widgets, boxes, strict=True):
        said = f"{type(widget).__name__} {widget.name!r}"
        if not window.inflate(3, 3).contains(box):
            faults.append(f"widget leaves the window: {said}, {tuple(round(side) for side in box)}")
        if box.size == widget.box.size:
            faults.extend(f"too small for a finger: {type(widget).__name__} {small}" for small in too_small(widget, widgets, look))
    for place, first in enumerate(widgets):
        for other in range(place + 1, len(widgets)):
            second = widgets[other]
            if _kin(first, second) or getattr(first, "within", None) or getattr(second, "within", None):
                continue
            shared = boxes[place].clip(boxes[other])
            on_it = boxes[place].inflate(1, 1).contains(boxes[other])  # such as a button on a card
            if min(shared.width, shared.height) > 4 and not on_it:
                faults.append(f"widgets cover each other: {first.name!r} and {second.name!r}")
    return faults


def _kin(first: Widget, second: Widget) -> bool:
    return first is second or first in _parents(second) or second in _parents(first)


def _parents(widget: Widget) -> list[Widget]:
    found, parent = [], widget.parent
    while parent is not None:
        found.append(parent)
        parent = parent.parent
    return found
