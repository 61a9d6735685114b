"""Which widget lies where: the nearest in a direction, those in sight, and the list under a finger."""

import math
from collections.abc import Iterable, Sequence

import pygame

from caffael.board.look import Look
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


def touched_at(event: pygame.event.Event, look: Look) -> Point | None:
    """Where the left button or a finger comes down; None for all else, and for the button that some systems make of a finger."""
    if event.type == pygame.FINGERDOWN:
        return look.scale.to_units((event.x * look.scale.width, event.y * look.scale.height))
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and not getattr(event, "touch", False):
        return look.scale.to_units(event.pos)
    return None


def under_pointer(widgets: Sequence[Widget], at: Point, look: Look) -> Widget | None:
    """Which of the widgets a mouse means: the one that covers the point, else one that is too small to hit and near.

    Those that come later lie on top.
    """
    near: Widget | None = None
    for widget in reversed(widgets):
        if not in_sight(widget, at):
            continue
        if widget.covers(at):
            return widget
        if near is None and widget.reach(look).collidepoint(at):
            near = widget
    return near


def under_finger(widgets: Sequence[Widget], at: Point, look: Look) -> Widget | None:
    """Which of the widgets a finger means: of those that are smaller than a finger the nearest, else the one that covers the point.

    So a small one takes what it needs from a large one beside it or under it, and two small ones share what lies between them.
    """
    best, nearest = (True, math.inf), None
    for widget in reversed(widgets):
        reach = widget.reach(look)
        if not (reach.collidepoint(at) and in_sight(widget, at)):
            continue
        rank = (reach.size == widget.box.size, distance(widget, at))
        if rank < best:
            best, nearest = rank, widget
    return nearest


def distance(widget: Widget, at: Point) -> float:
    """How far a point is from a widget: nothing on it, and hardly anything in a corner of its box that does not belong to it."""
    if widget.covers(at):
        return 0.0
    box = widget.box
    return 1.0 + math.hypot(max(box.left - at[0], 0.0, at[0] - box.right), max(box.top - at[1], 0.0, at[1] - box.bottom))


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
