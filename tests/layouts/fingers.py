"""How much room a finger has on what can be touched: for each the largest square whose every point a finger may come down on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from caffael.board.look import Look
from caffael.board.scale import FINGER, Box
from caffael.board.session import Session
from caffael.board.widgets import Choice, Stepper, Widget
from caffael.board.widgets.reaching import under_finger
from tests.layouts.looking import seen_box
from tests.layouts.stops import Rounds

STEPS = 23
"""So many points are tried across a finger; each stands for its share of 44 pixels."""


@dataclass(slots=True)
class Room:
    """The room a finger has on one thing: the side of its square in pixels of the system, of 44 that are wanted."""

    name: str
    side: float
    wide: float
    high: float


def parts(widget: Widget) -> Iterator[tuple[str, Box]]:
    """What is touched by itself in a widget: each option of a choice, the minus and the plus of a number, else the whole of it."""
    box = widget.box
    if isinstance(widget, Choice):
        wide = box.width / max(1, len(widget.options))
        for place, option in enumerate(widget.options):
            yield f"{widget.name}.{option.key}", Box(box.left + place * wide, box.top, wide, box.height)
    elif isinstance(widget, Stepper):
        yield f"{widget.name} minus", Box(box.left, box.top, box.width / 2, box.height)
        yield f"{widget.name} plus", Box(box.centerx, box.top, box.width / 2, box.height)
    else:
        yield widget.name, box


def rooms(app: Any) -> list[Room]:
    """The room on everything that is wholly seen now and can be touched."""
    look: Look = app.look
    unit = look.scale.factor / look.scale.density  # pixels of the system
    widgets = app.screen.tree.reachable()
    found = []
    for widget in widgets:
        if seen_box(widget).size != widget.box.size:
            continue
        for name, box in parts(widget):
            side = square(widget, box, widgets, look)
            found.append(Room(name, side, box.width * unit, box.height * unit))
    return found


def square(widget: Widget, box: Box, widgets: list[Widget], look: Look) -> float:
    """The side of the largest square of points that mean a widget within a part of it, in pixels of the system; 44 is enough."""
    finger = look.scale.finger
    split = box != widget.box
    for least in (0.0, 0.5, 1.0):  # what is large and has something on it in its middle is tried from its corner on
        wide = min(2 * finger, box.width + finger) + least * max(0.0, box.width - finger)
        high = min(2 * finger, box.height + finger) + least * max(0.0, box.height - finger)
        window = Box(box.centerx - wide / 2, box.centery - high / 2, wide, high)
        if split:
            window = Box(box.left, window.top, box.width, window.height)
        side = _largest(widget, window, [one for one in widgets if one.reach(look).colliderect(window)], look, finger / STEPS)
        if side >= STEPS:
            break
    return min(side, STEPS) / STEPS * FINGER


def _largest(widget: Widget, window: Box, near: list[Widget], look: Look, step: float) -> int:
    columns, lines = int(window.width / step + 0.01), int(window.height / step + 0.01)
    before, best = [0] * (columns + 1), 0
    for line in range(lines):
        now = [0]
        for column in range(columns):
            at = (window.left + (column + 0.5) * step, window.top + (line + 0.5) * step)
            meant = under_finger(near, at, look) is widget
            now.append(1 + min(before[column], before[column + 1], now[column]) if meant else 0)
        before, best = now, max(best, *now)
        if best >= STEPS:
            break
    return best


@dataclass(slots=True)
class Fingers(Rounds):
    """Rounds that look for what is too small for a finger: `small` by screen, `all` counts what was looked at."""

    small: dict[str, dict[str, Room]] = field(default_factory=dict)
    all: int = 0

    def _note(self, name: str, session: Session, size: tuple[int, int], text: float, code: str) -> None:
        self.looked += 1
        for room in rooms(session.app):
            self.all += 1
            if room.side < FINGER * (1 - 1.5 / STEPS):
                kind = re.sub(r"\d+", "#", room.name)
                known = self.small.setdefault(name, {})
                if kind not in known or room.side < known[kind].side:
                    known[kind] = room
