"""What a screen reader asks for, done as a finger or a key would do it."""

import math
from dataclasses import dataclass

import pygame

from caffael.board.access.spoken import Key, Spoken, range_of
from caffael.board.widgets import Choice, TextLine, Tree
from caffael.board.widgets import Key as Pressed

PRESS, FOCUS, MORE, LESS, SET = "press", "focus", "more", "less", "set"
MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for, of which thing; with `SET` the number or the words it shall have."""

    what: str
    key: Key
    to: float | str | None = None


def answer(request: Request, spoken: Spoken, tree: Tree) -> None:
    """Do what is asked for. What is no longer there is let be; what can't be done now says why."""
    widget, option = spoken.widgets.get(request.key, (None, ""))
    if widget is None or widget.tree is not tree:
        return
    if widget.can_focus:
        tree.focus(widget, quiet=True)
    if request.what == FOCUS:
        return
    tree.dirty = True
    if not widget.enabled:
        tree.say(widget.why)
    elif option and isinstance(widget, Choice):
        _choose(widget, option)
    elif request.what == PRESS:
        widget.press()
    elif request.what in (MORE, LESS):
        widget.key(Pressed(pygame.K_RIGHT if request.what == MORE else pygame.K_LEFT))
    elif isinstance(widget, TextLine) and isinstance(request.to, str):
        widget.set(request.to)
        widget.on_change(widget.words)
    elif isinstance(request.to, int | float) and (turned := range_of(widget)) is not None:
        steps = math.floor((max(turned.low, min(turned.high, request.to)) - turned.low) / turned.step + 0.5)
        _turn(request.key, turned.low + steps * turned.step, tree)


def _choose(choice: Choice, option: str) -> None:
    """Touch an option in its middle."""
    place = next(at for at, one in enumerate(choice.options) if one.key == option)
    wide = choice.box.width / len(choice.options)
    choice.pointer_up((choice.box.left + (place + 0.5) * wide, choice.box.centery))


def _turn(key: Key, to: int, tree: Tree) -> None:
    """Turn a number step by step as far as it goes; the screen may be laid out anew at each step."""
    last = None
    for _ in range(MOST_STEPS):
        widget = next((one for one in tree.reachable() if (one.role, one.name) == key[:2]), None)
        turned = None if widget is None else range_of(widget)
        if widget is None or turned is None or turned.number in (to, last):
            return
        last = turned.number
        widget.key(Pressed(pygame.K_RIGHT if to > turned.number else pygame.K_LEFT))
