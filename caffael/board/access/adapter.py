"""AccessKit: plain records become its nodes, and the adapter of this system takes them to the screen reader."""

import platform
from collections.abc import Callable
from typing import Any

import pygame

from caffael.board.access import requests
from caffael.board.access.spoken import READ, Thing, sentences

Post = Callable[[str, int, Any], None]
"""Takes what happened on another thread to the board: what, the number of a node, and a value."""

ACTIVATED, DEACTIVATED = "activated", "deactivated"
ROLES = {
    "window": "WINDOW",
    "group": "GROUP",
    "text": "LABEL",
    "heading": "HEADING",
    "status": "LABEL",
    "alert": "ALERT",
    "timer": "TIMER",
    "row": "LABEL",
    "button": "BUTTON",
    "card": "GROUP",
    "switch": "SWITCH",
    "slider": "SLIDER",
    "spin button": "SPIN_BUTTON",
    "radio group": "RADIO_GROUP",
    "radio button": "RADIO_BUTTON",
    "text box": "TEXT_INPUT",
    "scroll area": "GROUP",
    "list": "LIST_BOX",
    "option": "LIST_BOX_OPTION",
    "dialog": "DIALOG",
}


def node_of(accesskit: Any, thing: Thing, language: str, number_of: Callable[[Any], int]) -> Any:
    """A record as a node of AccessKit."""
    node = accesskit.Node(getattr(accesskit.Role, ROLES.get(thing.role, "GROUP")))
    action = accesskit.Action
    left, top, right, bottom = thing.bounds
    node.set_bounds(accesskit.Rect(left, top, right, bottom))
    node.set_language(language)
    node.set_children([number_of(key) for key in thing.children])
    if thing.role in READ:
        node.set_value(sentences(thing.label, thing.value, thing.more))
    else:
        node.set_label(thing.label)
        if thing.value:
            node.set_value(thing.value)
        if thing.more:
            node.set_description(thing.more)
    if thing.role == "heading":
        node.set_level(1)
    if thing.role == "dialog":
        node.set_modal()
    if not thing.enabled:
        node.set_disabled()
    if thing.on is not None:
        if thing.role in ("switch", "radio button"):
            node.set_toggled(accesskit.Toggled.TRUE if thing.on else accesskit.Toggled.FALSE)
        else:
            node.set_selected(thing.on)
    if thing.live:
        node.set_live(accesskit.Live.ASSERTIVE if thing.role == "alert" else accesskit.Live.POLITE)
    if thing.can_focus:
        node.add_action(action.FOCUS)
    if thing.can_press:
        node.add_action(action.CLICK)
    if thing.can_type:
        node.add_action(action.SET_VALUE)
    if thing.number is not None:
        node.set_numeric_value(float(thing.number.number))
        node.set_min_numeric_value(float(thing.number.low))
        node.set_max_numeric_value(float(thing.number.high))
        node.set_numeric_value_step(float(thing.number.step))
        for one in (action.INCREMENT, action.DECREMENT, action.SET_VALUE):
            node.add_action(one)
    return node


def asked_for(accesskit: Any, request: Any) -> tuple[str, float | str | None] | None:
    """What a request of AccessKit asks for, in our words; None for what the board does not know."""
    action = accesskit.Action
    for known, what in (
        (action.CLICK, requests.PRESS),
        (action.FOCUS, requests.FOCUS),
        (action.INCREMENT, requests.MORE),
        (action.DECREMENT, requests.LESS),
        (action.SET_VALUE, requests.SET),
    ):
        if request.action == known:
            return what, request.data[1] if request.data is not None else None
    return None


class Adapter:
    """The adapter of this system. Its window must not have been seen yet when this is made.

    What AccessKit calls comes on a thread of its own while it holds its lock, so it does nothing but post, and an error in it ends there.
    """

    def __init__(self, accesskit: Any, post: Post) -> None:
        self._system = platform.system()
        window = pygame.display.get_wm_info().get("window")

        def activated() -> None:
            _guarded(post, ACTIVATED, 0, None)

        def deactivated() -> None:
            _guarded(post, DEACTIVATED, 0, None)

        def asked(request: Any) -> None:
            try:
                wanted = asked_for(accesskit, request)
            except Exception:
                return
            if wanted is not None:
                _guarded(post, wanted[0], request.target, wanted[1])

        self._adapter: Any
        if self._system == "Darwin":
            accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            self._adapter = accesskit.macos.SubclassingAdapter.for_window(window, activated, asked)
        elif self._system == "Windows":
            self._adapter = accesskit.windows.SubclassingAdapter(window, activated, asked)
        else:
            self._adapter = accesskit.unix.Adapter(activated, asked, deactivated)

    def update(self, make: Callable[[], Any]) -> None:
        """Send an update, if anybody listens."""
        events = self._adapter.update_if_active(make)
        if events is not None:
            events.raise_events()

    def focused(self, focused: bool) -> None:
        """Tell whether the window has the keys. Windows knows this by itself."""
        if self._system == "Darwin":
            events = self._adapter.update_view_focus_state(focused)
            if events is not None:
                events.raise_events()
        elif self._system != "Windows":
            self._adapter.update_window_focus_state(focused)

    def placed(self, accesskit: Any, at: tuple[int, int], size: tuple[int, int]) -> None:
        """Tell where on the desktop the window is. Only Linux has to be told."""
        if self._system not in ("Darwin", "Windows"):
            bounds = accesskit.Rect(at[0], at[1], at[0] + size[0], at[1] + size[1])
            self._adapter.set_root_window_bounds(bounds, bounds)


def _guarded(post: Post, what: str, node: int, to: Any) -> None:
    """An exception on AccessKit's thread would end that thread; the board may be closing just then."""
    try:
        post(what, node, to)
    except Exception:
        return
