"""Which widget lies where: the nearest in a direction, those in sight, and the list under a finger."""

import math
from collections.abc import Iterable

from caffael.board.painter import Point
from caffael.board.scale import Box
from caffael.board.widgets.base import Widget


def nearest_in(direction: tuple[int, int], here: Widget, widgets: Iterable[Widget]) -> Widget | None:
    """The nearest of the widgets in a direction, with what lies aside counted half as much again; None where there is none."""
    best, nearest = math.inf, None
    for widget in widgets:
        if widget is here:
            continue
        dx, dy = widget.box.centerx - here.box.centerx, widget.box.centery - here.box.centery
        along = dx * direction[0] + dy * direction[1]
        aside = max(0.0, gap(here.box, widget.box, horizontal=direction[1] != 0))
        if along > 1 and aside * 1.5 + along < best and along > 0.5 * aside:
            best, nearest = aside * 1.5 + along, widget
    return nearest


def gap(first: Box, second: Box, horizontal: bool) -> float:
    """How far apart two boxes are, side by side or one over the other; below 0 where they overlap."""
    if horizontal:
        return max(second.left - first.right, first.left - second.right)
    return max(second.top - first.bottom, first.top - second.bottom)


def in_sight(widget: Widget, at: Point) -> bool:
    """Whether a point on a widget is seen: every list round it shows that place."""
    parent = widget.parent
    while parent is not None:
        if parent.role == "scroll area" and not parent.covers(at):
            return False
        parent = parent.parent
    return True


def scroller_at(top: Widget, at: Point) -> Widget | None:
    """The innermost list under a point."""
    found = None
    for widget in top.everything():
        if widget.role == "scroll area" and widget.covers(at):
            found = widget
    return found
