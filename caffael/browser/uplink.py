"""The line of a board in a tab to the relay it came from, over the browser's own requests (page/net.js). It has no thread: what comes of a
request is told to the tab, as all that happens is, and the board draws or waits meanwhile.
"""

from collections.abc import Callable
from typing import Any

from caffael.browser import wire
from caffael.classroom.uplink import Ask, Dial, Knock, UplinkDoorway, Wait

FULL = 50
"""Milliseconds after which a socket that takes nothing at the moment is asked again."""


class TabUplink(UplinkDoorway):
    """The doorway of a room behind a relay, for a board in a tab."""

    def __init__(self, relay: str, wake: Callable[[], None] = lambda: None, *, ticket: str = "", code: str = "") -> None:
        super().__init__(relay, wake, ticket=ticket, code=code)
        self.ready = self._something

    def start(self) -> None:
        """Begin to reach the relay; `code` is there when it has answered."""
        if self.phase == "begun":
            self._go_on()

    def stop(self, closed: bool = True) -> None:
        """Close the room on the relay, or let it wait there."""
        self.waits = not closed
        for text in self.stopped():
            wire.net.send(text)
        wire.net.end()

    def take(self, message: dict[str, Any]) -> None:
        """Hear what came of the last request."""
        what, text = message["what"], message["text"]
        if what == "began":
            wire.net.send(self.began())
            return
        if what == "heard":
            self.heard(text)
            return
        if what == "send":
            self._send()
            return
        if what == "answer":
            self.answered(message["status"], text)
        elif what == "lost":
            self.lost()
        self._go_on()

    def _go_on(self) -> None:
        step = self.next()
        if isinstance(step, Wait):
            wire.net.wait(max(1, round(step.seconds * 1000)))
        elif isinstance(step, Ask):
            wire.net.ask(step.url)
        elif isinstance(step, Dial):
            wire.net.dial(step.url)
        elif isinstance(step, Knock):
            wire.net.knock(step.up, step.down, step.name)
        else:
            wire.net.end()

    def _something(self) -> None:
        wire.net.soon(0)

    def _send(self) -> None:
        if not wire.net.free:
            wire.net.soon(FULL)
            return
        for text in self.outgoing():
            wire.net.send(text)
