"""A class in real browsers over a real room: the room runs between the steps of the test, as it runs between the frames of a board."""

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from caffael.classroom.net.lan import LanDoorway
from caffael.classroom.net.limits import Limits
from caffael.classroom.room import Room
from caffael.classroom.table import PlainTable
from caffael.match import Match
from tests.classroom.class_of import new_game
from tests.classroom.device_kit import Device

if TYPE_CHECKING:
    from playwright.sync_api import Browser, WebSocketRoute

CODE = "K7M2QX"
PATIENCE = 30.0


class LiveClass:
    """A room, its game, and the devices that look at it. It is the room's outlet too."""

    def __init__(self, browser: "Browser", match: Match | None = None) -> None:
        self.browser = browser
        self.table = PlainTable(match or new_game())
        self.sockets: dict[int, WebSocketRoute] = {}
        self.devices: list[RoomDevice] = []
        self.answers: list[dict[str, Any]] = []
        self.room = Room(self.table, self, code=CODE)

    @property
    def match(self) -> Match:
        """The game."""
        assert self.table.match is not None
        return self.table.match

    def put(self, line: int, frame: dict[str, object], kind: str = "") -> None:
        """Send a frame to a device."""
        if "yes" in frame or "no" in frame:
            self.answers.append(dict(frame))
        if line in self.sockets:
            self.sockets[line].send(json.dumps(frame))

    def end(self, line: int, why: str) -> None:
        """End a line."""
        if line in self.sockets:
            socket = self.sockets.pop(line)
            socket.send(json.dumps({"end": why}))
            socket.close()

    def device(self, **more: Any) -> "RoomDevice":
        """A device that has opened the room's page."""
        made = RoomDevice(self, **more)
        self.devices.append(made)
        made.open()
        return made

    def team(self, seat: int, **more: Any) -> "RoomDevice":
        """A device that has joined a team."""
        device = self.device(**more)
        self.until(lambda: device.page.locator(f"[data-join='{seat}']").count() == 1)
        device.page.click(f"[data-join='{seat}']")
        self.until(lambda: device.page.locator("body.joined").count() == 1)
        return device

    def run(self, seconds: float = 0.1) -> None:
        """Let the room run for a while."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.serve()
            self.devices[0].page.wait_for_timeout(10)

    def serve(self) -> None:
        """What the owner of a room does again and again."""
        self.room.changed()
        self.room.tick()

    def until(self, true: Callable[[], object]) -> None:
        """Let the room run until something holds."""
        begun = time.monotonic()
        while not true():
            assert time.monotonic() - begun < PATIENCE, [device.page.inner_text("main") for device in self.devices]
            self.run(0.02)

    def close(self) -> None:
        """Everybody goes home."""
        self.sockets.clear()
        for device in self.devices:
            device.close()


class RoomDevice(Device):
    """A device on a line of the room."""

    def __init__(self, lesson: LiveClass, **more: Any) -> None:
        super().__init__(lesson.browser, **more)
        self.lesson = lesson
        self.line = 0

    def _open(self, socket: "WebSocketRoute") -> None:
        if self.refusing:
            socket.close()
            return
        lesson = self.lesson
        number = self.line = max([one.line for one in lesson.devices], default=0) + 1
        lesson.sockets[number] = socket
        lesson.room.opened(number, f"10.0.0.{number}")
        socket.on_message(lambda text: self._take(number, str(text)))
        socket.on_close(lambda *_: self._gone(number))

    def _take(self, number: int, text: str) -> None:
        self.heard.append(json.loads(text))
        if number in self.lesson.sockets:
            self.lesson.room.received(number, text)

    def _gone(self, number: int) -> None:
        self.lesson.sockets.pop(number, None)
        self.lesson.room.closed(number)

    def press(self, what: str) -> None:
        """Press something, once it is there."""
        self.lesson.until(lambda: self.page.locator(what).count() > 0)
        self.page.click(what)

    def shows(self, words: str) -> None:
        """Wait until the page says something."""
        self.lesson.until(lambda: words in self.page.inner_text("body"))


class LanClass(LiveClass):
    """The same over the board's own server on this computer's network."""

    def __init__(self, browser: "Browser", match: Match | None = None, limits: Limits | None = None) -> None:
        super().__init__(browser, match)
        self.doorway = LanDoorway(CODE, limits=limits, host="127.0.0.1", ports=(0,))
        self.doorway.start()
        assert self.doorway.open, self.doorway.state
        self.room = Room(self.table, self.doorway, code=CODE)

    @property
    def address(self) -> str:
        """Where the server is."""
        return f"http://127.0.0.1:{self.doorway.port}"

    def device(self, **more: Any) -> "RoomDevice":
        """A device that has opened the room's page."""
        return super().device(address=self.address, **more)

    def serve(self) -> None:
        """What the board does between two frames."""
        self.doorway.drain(self.room)
        super().serve()

    def close(self) -> None:
        """Everybody goes home."""
        self.doorway.stop()
        super().close()
