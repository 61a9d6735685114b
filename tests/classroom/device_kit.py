"""A pupil's device in Chromium, with a line that the test holds in its hand: what the room would send, and what the device says."""

import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from caffael.classroom.device_files import POLICY, device_files
from caffael.classroom.pages import parts
from caffael.classroom.roles import Role
from caffael.classroom.room_view import RoomView
from tests.classroom.pages_kit import looker

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route, WebSocketRoute

ADDRESS = "http://board.test"
PLACE = "/r/K7M2QX"


class Device:
    """A page of the room K7M2QX. What it says is kept in `heard`; a hello is answered by `greeting`, all else by the test.

    With an `address` it looks at a real server there, and the test only watches; `cut`: its network lets no WebSocket through.
    """

    def __init__(
        self,
        browser: "Browser",
        width: int = 390,
        height: int = 800,
        place: str = PLACE,
        address: str = "",
        cut: bool = False,
        **more: Any,
    ) -> None:
        self.context = browser.new_context(viewport={"width": width, "height": height}, **more)
        self.page = self.context.new_page()
        self.heard: list[dict[str, Any]] = []
        self.faults: list[str] = []
        self.lines: list[WebSocketRoute] = []
        self.greeting: list[dict[str, Any]] = []
        self.refusing = False
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", lambda told: self.faults.append(told.text) if told.type == "error" else None)
        self.address, self.place = address or ADDRESS, place
        if not address:
            self.page.route("**/*", self._serve)
        if not address or cut:
            self.refusing = cut
            self.page.route_web_socket("**/line", self._open)

    def open(self) -> "Device":
        """Open the page."""
        self.page.goto(self.address + self.place)
        return self

    def _serve(self, route: "Route") -> None:
        path = "/" + route.request.url.removeprefix(ADDRESS).lstrip("/")
        kind, body = device_files().get("/" if path.startswith("/r/") else path, ("text/plain", b""))
        status = 200 if body else 404
        route.fulfill(status=status, body=body, headers={"Content-Type": kind, "Content-Security-Policy": POLICY})

    def _open(self, line: "WebSocketRoute") -> None:
        if self.refusing:
            line.close()
            return
        self.lines.append(line)
        line.on_message(lambda text: self._hear(json.loads(text)))

    def _hear(self, frame: dict[str, Any]) -> None:
        self.heard.append(frame)
        if "hello" in frame:
            for answer in self.greeting:
                self.send(answer)

    def send(self, frame: Mapping[str, Any]) -> None:
        """Send a frame on the newest line."""
        self.lines[-1].send(json.dumps(frame))

    def greet(self, room: RoomView, role: Role = Role.CAPTAIN) -> None:
        """Answer a hello from now on with a place in the room and its parts."""
        self.greeting = [you(role), *frames_of(room, role)]

    def shown(self, room: RoomView, role: Role = Role.CAPTAIN) -> None:
        """Send the parts of a room."""
        for frame in frames_of(room, role):
            self.send(frame)

    def said(self, kind: str) -> list[Any]:
        """What the device has sent of a kind, oldest first."""
        return [frame[kind] for frame in self.heard if kind in frame]

    def until_said(self, kind: str, count: int = 1) -> Any:
        """Wait until the device has sent so many of a kind; the last of them."""
        for _ in range(800):
            if len(self.said(kind)) >= count:
                return self.said(kind)[-1]
            self.page.wait_for_timeout(25)
        raise AssertionError(f"the device sent no {kind!r}: {self.heard}")

    def violations(self) -> list[str]:
        """What axe-core finds against the rules for accessible pages."""
        self.page.evaluate(files("axe_core_python").joinpath("axe.min.js").read_text("utf-8"))
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert len(found["passes"]) > 15, "axe-core saw hardly anything"
        return [f"{one['id']}: {[node['html'][:160] for node in one['nodes'][:4]]}" for one in found["violations"]]

    def close(self) -> None:
        """Put the device away; nothing may have gone wrong on it."""
        self.context.close()
        assert not self.faults, self.faults


def you(role: Role = Role.CAPTAIN, **more: object) -> dict[str, Any]:
    """Who the device is."""
    told = {"token": "t" * 43, "name": "Red otter", "team": 0, "role": role.value, "id": 0}
    return {"you": {"role": "guest"} if role is Role.GUEST else {**told, **more}}


def frames_of(room: RoomView, role: Role = Role.CAPTAIN) -> list[dict[str, Any]]:
    """The parts of a page as the room sends them, one a frame."""
    made = parts(looker(room, role), room)
    shown = [{"v": room.at, "parts": {name: [hashlib.sha256(html.encode()).hexdigest()[:8], html]}} for name, html in made.items()]
    return [*shown, {"v": room.at}]
