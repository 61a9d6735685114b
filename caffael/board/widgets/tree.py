"""The tree of widgets of one screen: who has the focus, who is pressed, which dialog is on top, and what is being said.

Mouse, touch and keys all come through `handle`, so whatever works with one of them works with the others.
"""

import time
from collections.abc import Callable

import pygame

from caffael.board.look import Look
from caffael.board.painter import Painter, Point
from caffael.board.scale import USUAL, Box
from caffael.board.widgets.base import Group, Key, Node, Widget
from caffael.board.widgets.dialog import Dialog
from caffael.board.widgets.reaching import nearest_in, scroller_at, under_finger, under_pointer
from caffael.board.widgets.scroll import ScrollArea
from caffael.board.widgets.words import Toast, paint_standing

ARROWS = {pygame.K_LEFT: (-1, 0), pygame.K_RIGHT: (1, 0), pygame.K_UP: (0, -1), pygame.K_DOWN: (0, 1)}
SLIP = 16.0
"""So far a finger may move on a card before it is taken for one that moves the list."""
PRESSING = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)


class Tree:
    """The widgets of a screen and the dialogs over it. `dirty` says that something has to be drawn again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.root = Group(Box(0, 0, *USUAL))
        self.root._tree = self
        self.dialogs: list[Dialog] = []
        self.focused: Widget | None = None
        self.hovered: Widget | None = None
        self.held: Widget | None = None
        self.keys_in_use = False
        self.toast: Toast | None = None
        self.standing = ""  # what is said for as long as it is so
        self.dirty = True
        self.on_escape: Callable[[], None] | None = None
        self.allowed: Callable[[Widget], bool] | None = None  # which widgets can be reached; None: all
        self.why_waiting = ""  # what is said where one is touched that can't be reached now
        self._clock = clock
        self._finger: int | None = None
        self._dragged: Widget | None = None
        self._pressed_at: Point = (0.0, 0.0)
        self._remembered: list[Widget | None] = []

    # Building

    @property
    def top(self) -> Widget:
        """The root, or the dialog that is over everything; only its widgets can be reached."""
        return self.dialogs[-1] if self.dialogs else self.root

    def clear(self) -> None:
        """Take all widgets and dialogs away, as before a screen is laid out anew; `restore` finds the focus again."""
        for dialog in self.dialogs:
            dialog._tree = None
        self.root.children.clear()
        self.dialogs.clear()
        self._remembered.clear()
        self._dragged = self.held
        self.hovered = self.held = None
        self.dirty = True

    def restore(self) -> None:
        """Give the focus back to the widget with the name of the one that had it; a drag goes on in the same way."""
        focused, self.focused = self.focused, None
        dragged, self._dragged = self._dragged, None
        if focused is not None and (same := self._like(focused)):
            self.focus(same, quiet=True)
            same.resume(focused)
        if dragged is not None:
            self.held = self._like(dragged)

    def _like(self, lost: Widget) -> Widget | None:
        return next((one for one in self.reachable() if one.name == lost.name and one.role == lost.role), None)

    def open(self, dialog: Dialog) -> Dialog:
        """Put a dialog over everything; the focus goes into it and comes back when it closes."""
        self._remembered.append(self.focused)
        dialog._tree = self
        self.dialogs.append(dialog)
        self.hovered = self.held = None
        first = next((one for one in self.reachable() if one.enabled), None)
        self.focus(first, quiet=True)
        self.dirty = True
        return dialog

    def close(self, dialog: Widget | None = None) -> None:
        """Close a dialog and all that are over it; without a name the top one."""
        target = dialog or (self.dialogs[-1] if self.dialogs else None)
        while target in self.dialogs:
            last = self.dialogs.pop()
            self.focus(self._remembered.pop(), quiet=True)
            last._tree = None
            last.closed()
        self.hovered = self.held = None
        self.dirty = True

    def reachable(self) -> list[Widget]:
        """List the widgets that can have the focus now, in the order of Tab. Disabled ones are among them: they can say why."""
        found = [widget for widget in self.top.everything() if widget.can_focus]
        return found if self.allowed is None else [widget for widget in found if self.allowed(widget)]

    def find(self, name: str) -> Widget:
        """Give the widget of a name, from the dialog on top or the screen. There being none is a KeyError."""
        for layer in (*reversed(self.dialogs), self.root):
            for widget in layer.everything():
                if widget.name == name:
                    return widget
        raise KeyError(f"no widget is called {name!r}")

    def describe(self, look: Look) -> list[Node]:
        """List what a screen reader would read, in order."""
        nodes = [
            Node(one.role, one.label, one.value, look.scale.rect(one.box), one.enabled, one is self.focused, one.why)
            for one in self.top.everything()
            if one.label or one.value
        ]
        if self.standing:
            nodes.append(Node("status", self.standing, "", pygame.Rect(0, 0, 0, 0), True, False, ""))
        if self.toast is not None:
            nodes.append(Node("status", self.toast.words, "", pygame.Rect(0, 0, 0, 0), True, False, ""))
        return nodes

    # Speaking

    def say(self, words: str, seconds: float = 5.0) -> None:
        """Show one sentence for a while at the foot of the screen."""
        if words:
            self.toast = Toast(words, self._clock() + seconds)
            self.dirty = True

    def next_wake(self) -> float | None:
        """Say when something will change without anybody doing anything, in the clock's seconds."""
        return self.toast.until if self.toast else None

    def tick(self) -> None:
        """Take away what has been said for long enough."""
        if self.toast and self._clock() >= self.toast.until:
            self.toast = None
            self.dirty = True

    # Drawing

    def paint(self, painter: Painter) -> None:
        """Draw all widgets, the dialogs over a veil, the focus ring and what is being said.

        In a dialog the ring is always there: Return presses what it goes round.
        """
        self.root.paint(painter)
        for dialog in self.dialogs:
            painter.veil()
            dialog.paint(painter)
        if (self.keys_in_use or self.dialogs) and self.focused is not None and self.focused.visible:
            draw_ring(painter, self.focused)
        if self.standing:
            paint_standing(painter, self.standing)
        if self.toast is not None:
            self.toast.paint(painter)

    # Focus

    def focus(self, widget: Widget | None, quiet: bool = False) -> None:
        """Give the focus to a widget. A disabled one says why, unless `quiet`."""
        if widget is self.focused:
            return
        lost, self.focused = self.focused, widget
        if lost is not None:
            lost.focus_changed(False)
        if widget is not None:
            widget.focus_changed(True)
            parent = widget.parent
            while parent is not None:
                parent.reveal(widget)
                parent = parent.parent
            if not widget.enabled and not quiet:
                self.say(widget.why)
        self.dirty = True

    def step_focus(self, backwards: bool = False) -> None:
        """Move the focus on to the next widget, round and round."""
        order = self.reachable()
        if not order:
            return
        place = -1 if backwards else 0
        if self.focused in order:
            place = order.index(self.focused) + (-1 if backwards else 1)
        self.focus(order[place % len(order)])

    def point_focus(self, direction: tuple[int, int]) -> bool:
        """Move the focus to the nearest widget in a direction."""
        if self.focused is None or self.focused not in self.reachable():
            self.step_focus()
            return True
        nearest = nearest_in(direction, self.focused, self.reachable())
        if nearest is not None:
            self.focus(nearest)
        return nearest is not None

    # Events

    def handle(self, event: pygame.event.Event, look: Look) -> bool:
        """Pass an event of pygame to the widgets; say whether it meant anything to them."""
        kind = event.type
        if kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION) and not getattr(event, "touch", False):
            at = look.scale.to_units(event.pos)
            if kind == pygame.MOUSEMOTION:
                return self._moved(at, look)
            if event.button == 1:
                return self._down(at, look) if kind == pygame.MOUSEBUTTONDOWN else self._up(at, look)
            return False
        if kind in (pygame.FINGERDOWN, pygame.FINGERUP, pygame.FINGERMOTION):
            return self._touched(event, look)
        if kind == pygame.MOUSEWHEEL:
            at = look.scale.to_units(getattr(event, "pos", None) or pygame.mouse.get_pos())
            return self._wheeled(at, getattr(event, "precise_y", event.y) or event.y, look)
        if kind == pygame.KEYDOWN:
            return self._key(Key.of(event))
        if self.focused is not None and self.focused.enabled:
            if kind == pygame.TEXTINPUT:
                return self.focused.type(event.text)
            if kind == pygame.TEXTEDITING:
                self.focused.compose(event.text)
        return False

    def at(self, at: Point, look: Look, finger: bool = False) -> Widget | None:
        """Say which widget is meant at a point, by a mouse or by a finger."""
        return (under_finger if finger else under_pointer)(self.reachable(), at, look)

    def _touched(self, event: pygame.event.Event, look: Look) -> bool:
        if event.type == pygame.FINGERDOWN:
            # the finger that came last counts: the system may never tell that one before it has gone, as after a gesture
            self.let_go()
            self._finger = event.finger_id
        if event.finger_id != self._finger:
            return False
        at = look.scale.to_units((event.x * look.scale.width, event.y * look.scale.height))
        if event.type == pygame.FINGERDOWN:
            return self._down(at, look, finger=True)
        if event.type == pygame.FINGERMOTION:
            return self._moved(at, look)
        self._finger = None
        handled = self._up(at, look)
        self.hovered = None
        return handled

    def let_go(self) -> None:
        """Forget the finger or button that is down, without a press, as when the window is left."""
        held, self.held, self._finger = self.held, None, None
        if held is not None:
            if held.enabled:
                held.pointer_up(self._pressed_at)
            self.dirty = True

    def _down(self, at: Point, look: Look, finger: bool = False) -> bool:
        if self.keys_in_use:
            self.keys_in_use, self.dirty = False, True
        widget = self.at(at, look, finger)
        if widget is None:
            self._say_why_waiting(at, look)
            below = scroller_at(self.top, at)
            if below is None:
                return bool(self.dialogs)
            widget = below
        elif widget.can_focus:
            self.focus(widget, quiet=True)
        self.held = widget
        self._pressed_at = at
        self.dirty = True
        if widget.enabled:
            widget.pointer_down(at)
        return True

    def _say_why_waiting(self, at: Point, look: Look) -> None:
        """Where something lies that can't be reached now, say why."""
        if self.allowed is not None and under_pointer([one for one in self.top.everything() if one.can_focus], at, look) is not None:
            self.say(self.why_waiting)

    def _moved(self, at: Point, look: Look) -> bool:
        if self.held is not None:
            self._pass_to_scroller(at)
            if self.held.enabled:
                self.held.pointer_drag(at)
            self.dirty = True
            return True
        over = self.at(at, look)
        if over is not self.hovered:
            self.hovered = over
            self.dirty = True
        return over is not None

    def _pass_to_scroller(self, at: Point) -> None:
        """Let a finger that was put on a card and goes on along its list move the list, and not press the card."""
        held = self.held
        if held is None or not _only_pressed(held):
            return
        area = held.parent
        while area is not None and not (isinstance(area, ScrollArea) and area.furthest > 0):
            area = area.parent
        if isinstance(area, ScrollArea):
            axis = 0 if area.sideways else 1
            if abs(at[axis] - self._pressed_at[axis]) > SLIP:
                self.held = area
                area.pointer_down(self._pressed_at)

    def _up(self, at: Point, look: Look) -> bool:
        held, self.held = self.held, None
        if held is None:
            return bool(self.dialogs)
        self.dirty = True
        if not held.enabled:
            self.say(held.why)
            return True
        held.pointer_up(at)
        if held.covers(at) or held.reach(look).collidepoint(at):
            held.press()
        return True

    def _wheeled(self, at: Point, steps: float, look: Look) -> bool:
        widget: Widget | None = self.at(at, look) or scroller_at(self.top, at)
        while widget is not None:
            if widget.enabled and widget.wheel(steps):
                self.dirty = True
                return True
            widget = widget.parent
        return False

    def _key(self, key: Key) -> bool:
        focused = self.focused
        if not self.keys_in_use:
            self.keys_in_use, self.dirty = True, True
        if focused is not None and focused.enabled and focused.key(key):
            self.dirty = True
            return True
        if key.code == pygame.K_TAB and not key.ctrl and not key.alt:
            self.step_focus(backwards=key.shift)
            return True
        if key.code in ARROWS and not (key.ctrl or key.alt):
            return self.point_focus(ARROWS[key.code])
        if key.code in PRESSING and focused is not None:
            if focused.enabled:
                focused.press()
            else:
                self.say(focused.why)
            self.dirty = True
            return True
        if key.code == pygame.K_ESCAPE:
            if self.dialogs:
                self.dialogs[-1].dismiss()
                return True
            if self.on_escape is not None:
                self.on_escape()
                return True
        return False


def _only_pressed(widget: Widget) -> bool:
    """Whether a widget makes nothing of a pointer that goes down on it or is dragged."""
    kind = type(widget)
    return kind.pointer_drag is Widget.pointer_drag and kind.pointer_down is Widget.pointer_down


def draw_ring(painter: Painter, widget: Widget) -> None:
    """Draw a dark ring in a light one, so that it is seen on paper and on colour."""
    box, radius = widget.shape(painter.look)
    width = painter.look.measure("focus_width")
    around = Box(box).inflate(4 * width, 4 * width)
    painter.rect(around, None, radius + 2 * width, "focus_halo", 2 * width)
    painter.rect(Box(box).inflate(3 * width, 3 * width), None, radius + 1.5 * width, "focus", width)
