"""How much room a finger has on what can be touched: for each the largest square whose every point a finger may come down on."""

from collections.abc import Iterator

from caffael.board.look import Look
from caffael.board.scale import FINGER as TOUCH
from caffael.board.scale import Box
from caffael.board.widgets import Choice, Stepper, Widget
from caffael.board.widgets.reaching import under_finger

STEPS = 23
"""So many points are tried across a finger; each stands for its share of 44 pixels."""


def parts(widget: Widget) -> Iterator[tuple[str, Box]]:
    """What is touched by itself in a widget: each option of a choice, the minus and the plus of a number, else the whole of it."""
    box = widget.box
    if isinstance(widget, Choice):
        for option, at in widget.parts():
            yield f"{widget.name}.{option.key}", at
    elif isinstance(widget, Stepper):
        side = widget.side
        yield f"{widget.name} minus", Box(box.left, box.top, side, box.height)
        yield f"{widget.name} plus", Box(box.right - side, box.top, side, box.height)
    else:
        yield widget.name, box


def too_small(widget: Widget, widgets: list[Widget], look: Look) -> Iterator[str]:
    """What of a widget a finger has too little room on, and how much it has."""
    least = min(look.finger, look.scale.finger)
    for name, box in parts(widget):
        if min(box.size) < least - 0.1:
            side = square(widget, box, widgets, look)
            if side < TOUCH * (1 - 1.5 / STEPS) * least / look.scale.finger:
                yield f"{name!r}, {round(box.width)} x {round(box.height)} units, {round(side)} px"


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
    return min(side, STEPS) / STEPS * TOUCH


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
