"""What a screen reader does, through AT-SPI alone: finds the board, reads its tender screen, and publishes a tender.

It runs under the Python of the system, which has the bindings of AT-SPI (gi). It prints what it read, one JSON list a line.
"""

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PATIENCE = 40.0


def switch_on() -> None:
    """Say that there is a screen reader, as a screen reader does when it starts."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    on = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set", on, None, 0, -1)


def everything(thing: Any) -> Iterator[Any]:
    """A thing and all in it, in reading order."""
    try:
        yield thing
        for place in range(thing.get_child_count()):
            child = thing.get_child_at_index(place)
            if child is not None:
                yield from everything(child)
    except GLib.Error:
        return  # it went away while it was read


def windows() -> Iterator[Any]:
    """The windows of all applications."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(place)
        if application is not None:
            yield from (application.get_child_at_index(number) for number in range(application.get_child_count()))


def words(thing: Any) -> str:
    """What it is called."""
    try:
        return thing.get_name() or ""
    except GLib.Error:
        return ""


def read() -> list[list[str]]:
    """All that can be read now: role, words, description."""
    rows = []
    for window in windows():
        for thing in everything(window):
            try:
                rows.append([thing.get_role_name(), words(thing), thing.get_description() or ""])
            except GLib.Error:
                continue
    return rows


def plays(thing: Any, role: str) -> bool:
    """Whether a thing has a role; older systems call a button a push button."""
    return str(thing.get_role_name()).removeprefix("push ") == role


def find(role: str, starts: str) -> Any:
    """Wait for a thing of a role whose words begin so."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for window in windows():
            for thing in everything(window):
                try:
                    if plays(thing, role) and words(thing).startswith(starts):
                        return thing
                except GLib.Error:
                    continue
        time.sleep(0.1)
    tell("never came", [role, starts], read())
    sys.exit(1)


def first_after(heading: str) -> Any:
    """The first button that is read after a heading."""
    find("heading", heading)
    passed = False
    for window in windows():
        for thing in everything(window):
            passed = passed or (plays(thing, "heading") and words(thing) == heading)
            if passed and plays(thing, "button"):
                return thing
    return find("button", "")


def press(thing: Any) -> None:
    """Do the first thing that can be done with it."""
    Atspi.Action.do_action(thing.get_action_iface(), 0)


def tell(*words_of_it: object) -> None:
    """Print one line for the test."""
    print(json.dumps(words_of_it), flush=True)


def main(names: dict[str, str]) -> None:
    """Publish a tender by the names of its buttons, each in the language of the board."""
    switch_on()
    press(find("button", names["begin"]))
    need = first_after(names["needs"])
    tell("needs", words(need), read())
    press(need)
    press(find("button", names["route"]))
    slider = find("slider", names["slider"])
    tell("tender", read())
    value = slider.get_value_iface()
    before = Atspi.Value.get_current_value(value)
    Atspi.Value.set_current_value(value, before + Atspi.Value.get_minimum_increment(value))
    until = time.monotonic() + PATIENCE
    while Atspi.Value.get_current_value(find("slider", names["slider"]).get_value_iface()) == before and time.monotonic() < until:
        time.sleep(0.1)
    tell("weight", before, Atspi.Value.get_current_value(find("slider", names["slider"]).get_value_iface()))
    press(find("button", names["publish"]))
    find("dialog", names["question"])
    tell("question", read())
    press(find("button", names["yes"]))
    find("button", names["after"])
    tell("after", read())


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
