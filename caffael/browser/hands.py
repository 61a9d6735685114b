"""What the page tells of hands and keys as events of pygame."""

from collections.abc import Iterator
from typing import Any

from caffael.browser.standin import constants as pg
from caffael.browser.standin.events import Event

NAMED: dict[str, int] = {
    "Enter": pg.K_RETURN,
    "Escape": pg.K_ESCAPE,
    "Backspace": pg.K_BACKSPACE,
    "Tab": pg.K_TAB,
    "Delete": pg.K_DELETE,
    "Home": pg.K_HOME,
    "End": pg.K_END,
    "PageUp": pg.K_PAGEUP,
    "PageDown": pg.K_PAGEDOWN,
    "ArrowLeft": pg.K_LEFT,
    "ArrowRight": pg.K_RIGHT,
    "ArrowUp": pg.K_UP,
    "ArrowDown": pg.K_DOWN,
    **{f"F{number}": getattr(pg, f"K_F{number}") for number in range(1, 13)},
}
"""Keys that write nothing, by the names that browsers give them (UI Events KeyboardEvent key values)."""
PLACED: dict[str, int] = {
    "NumpadEnter": pg.K_KP_ENTER,
    "NumpadAdd": pg.K_KP_PLUS,
    "NumpadSubtract": pg.K_KP_MINUS,
    "ShiftLeft": pg.K_LSHIFT,
    "ShiftRight": pg.K_RSHIFT,
    "ControlLeft": pg.K_LCTRL,
    "ControlRight": pg.K_RCTRL,
    "AltLeft": pg.K_LALT,
    **{f"Numpad{number}": getattr(pg, f"K_KP_{number}") for number in range(10)},
    **{f"Digit{number}": getattr(pg, f"K_{number}") for number in range(10)},
}
"""Keys that are known by where they lie (UI Events KeyboardEvent code values)."""
HELD = {"shift": pg.KMOD_LSHIFT, "ctrl": pg.KMOD_LCTRL, "alt": pg.KMOD_LALT, "meta": pg.KMOD_LMETA, "altgr": pg.KMOD_RALT}
MIDDLE, LEFT = 2, 1
LINES = 3.0
PIXELS = 100.0
"""How much a wheel turns for one notch, in the two units that browsers give."""
FINGERS = {"down": pg.FINGERDOWN, "move": pg.FINGERMOTION, "up": pg.FINGERUP}


def key_of(key: str, code: str) -> int:
    """The number of a key by its name and its place."""
    if code in PLACED and not (code.startswith("Numpad") and len(key) > 1 and key != "Enter"):
        return PLACED[code]
    if key in NAMED:
        return NAMED[key]
    if len(key) == 1:
        return ord(key.lower())
    return pg.K_UNKNOWN


def mod_of(message: dict[str, Any]) -> int:
    """Which keys are held, as pygame numbers them."""
    return sum(number for name, number in HELD.items() if message.get(name))


def events_of(kind: str, message: dict[str, Any], size: tuple[int, int]) -> Iterator[Event]:
    """The events of a message of the page; places are pixels of the board, which has a size."""
    if kind == "key":
        yield Event(pg.KEYDOWN, key=key_of(message["key"], message["code"]), mod=mod_of(message), unicode="", scancode=0)
    elif kind == "text":
        yield Event(pg.TEXTINPUT, text=message["text"])
    elif kind == "composed":
        yield Event(pg.TEXTEDITING, text=message["text"], start=0, length=len(message["text"]))
    elif kind == "pointer":
        yield from pointed(message, size)
    elif kind == "wheel":
        turned = -message["by"] / (LINES if message["lines"] else PIXELS)
        yield Event(pg.MOUSEWHEEL, x=0, y=round(turned), precise_y=turned, pos=(message["x"], message["y"]), touch=False)
    elif kind == "focus":
        yield Event(pg.WINDOWFOCUSGAINED if message["on"] else pg.WINDOWFOCUSLOST)


def pointed(message: dict[str, Any], size: tuple[int, int]) -> Iterator[Event]:
    """The events of a mouse, or of a finger."""
    x, y, what = message["x"], message["y"], message["what"]
    if message["touch"]:
        if what == "lost":
            yield Event(pg.WINDOWFOCUSLOST)
        else:
            yield Event(FINGERS[what], finger_id=message["id"], touch_id=0, x=x / size[0], y=y / size[1], dx=0.0, dy=0.0, pressure=1.0)
        return
    held = message["buttons"]
    if what == "move":
        yield Event(pg.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(held & 1, held >> 2 & 1, held >> 1 & 1), touch=False)
    elif what in ("down", "up"):
        button = {0: LEFT, 1: MIDDLE, 2: 3}.get(message["button"], 4)
        yield Event(pg.MOUSEBUTTONDOWN if what == "down" else pg.MOUSEBUTTONUP, pos=(x, y), button=button, touch=False)
    else:
        yield Event(pg.WINDOWFOCUSLOST)
