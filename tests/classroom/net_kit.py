"""A room that answers every frame, and devices and attackers at the door of a real server."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from caffael.classroom.doorway import Doorway
from caffael.classroom.net.fixed import Files
from caffael.classroom.net.lan import LanDoorway
from caffael.classroom.net.limits import Limits

FILES: Files = {
    "/": ("text/html; charset=utf-8", b"<!doctype html><title>The class</title>"),
    "/device.css": ("text/css", b"body{}"),
    "/device.js": ("text/javascript", b"void 0"),
    "/idiomorph.js": ("text/javascript", b"void 1"),
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
QUICK = Limits(header_time=0.4, body_time=0.4, write_time=0.6, held=0.5, away=0.6, ping=20.0, wait_when_busy=0.4)
"""Bounds as short as a test wants them."""


class EchoRoom:
    """Answers every frame with `yes` and its id, and says `hello` back; it keeps what happened."""

    def __init__(self, doorway: Doorway) -> None:
        self.doorway = doorway
        self.happened: list[tuple[str, int, str]] = []
        self.big = ""

    def opened(self, line: int, address: str = "") -> None:
        self.happened.append(("opened", line, address))

    def received(self, line: int, text: str) -> None:
        self.happened.append(("received", line, text))
        try:
            said = json.loads(text)
        except ValueError:
            said = {}
        if "hello" in said:
            self.doorway.put(line, {"you": {"line": line}})
        elif "flood me" in said:
            for number in range(said["flood me"]):
                self.doorway.put(line, {"v": number, "parts": self.big}, "part:council")
        elif "send me away" in said:
            self.doorway.end(line, "sent")
        elif "id" in said:
            self.doorway.put(line, {"yes": said["id"]})

    def closed(self, line: int) -> None:
        self.happened.append(("closed", line, ""))

    def kinds(self) -> list[str]:
        """What happened, in order."""
        return [kind for kind, _, _ in self.happened]


@contextmanager
def drained(doorway: Doorway) -> Iterator[EchoRoom]:
    """A thread that is the owner of the room: it drains the doorway whenever it is woken."""
    room, woken, over = EchoRoom(doorway), threading.Event(), threading.Event()
    doorway.wake = woken.set

    def own() -> None:
        while not over.is_set():
            woken.wait(0.05)
            woken.clear()
            doorway.drain(room)

    owner = threading.Thread(target=own)
    owner.start()
    try:
        yield room
    finally:
        over.set()
        owner.join()


@contextmanager
def lan(limits: Limits = QUICK, **changes: Any) -> Iterator[tuple[LanDoorway, EchoRoom]]:
    """A room on this computer's own network."""
    doorway = LanDoorway("K7M2QX", limits=replace(limits, **changes), files=FILES, policy=POLICY, host="127.0.0.1", ports=(0,))
    doorway.start()
    assert doorway.open, doorway.state
    try:
        with drained(doorway) as room:
            yield doorway, room
    finally:
        doorway.stop()


def host_of(doorway: LanDoorway) -> str:
    return f"127.0.0.1:{doorway.port}"


def device(port: int, path: str = "/line", origin: str | None = "") -> ClientConnection:
    """A device's WebSocket, as a browser opens it; None for one that says no page."""
    page = None if origin is None else Origin(origin or f"http://127.0.0.1:{port}")
    return connect(f"ws://127.0.0.1:{port}{path}", origin=page, compression=None)


def heard(socket: ClientConnection) -> Any:
    """The next frame of a device."""
    return json.loads(socket.recv(timeout=20))


def said(port: int, request: str, *, end: bool = True) -> socket.socket:
    """A raw connection on which something was said."""
    raw = socket.create_connection(("127.0.0.1", port))
    raw.settimeout(20)
    head, empty, body = request.partition("\n\n")
    raw.sendall((head + empty).replace("\n", "\r\n").encode() + body.encode() + (b"\r\n\r\n" if end else b""))
    return raw


def answer(port: int, request: str) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of the answer to a request."""
    with said(port, request, end=False) as raw:
        content = b""
        while b"\r\n\r\n" not in content:
            part = raw.recv(65536)
            if not part:
                break
            content += part
        head, _, body = content.partition(b"\r\n\r\n")
        lines = head.decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        missing = int(headers.get("content-length", "0")) - len(body)
        while missing > 0:
            part = raw.recv(65536)
            if not part:
                break
            body += part
            missing -= len(part)
        return int(lines[0].split()[1]), headers, body


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The answer to a GET, from a page of ours unless a header says otherwise."""
    return asked("GET", port, path, "", headers)


def post(port: int, path: str, body: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """The answer to a POST."""
    return asked("POST", port, path, body, headers)


def asked(method: str, port: int, path: str, body: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
    host = f"127.0.0.1:{port}"
    all_headers = {"Host": host, **({"Origin": f"http://{host}", "Content-Length": str(len(body.encode()))} if method == "POST" else {})}
    all_headers |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "\n".join(f"{name}: {value}" for name, value in all_headers.items() if value)
    return answer(port, f"{method} {path} HTTP/1.1\n{lines}\n\n{body}")


def wait_until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    while not holds():
        time.sleep(0.01)


def is_closed(raw: socket.socket) -> bool:
    """Whether the other side has closed a connection; waits until it says something."""
    try:
        return raw.recv(1) == b""
    except ConnectionError:
        return True


def deaf(port: int, path: str = "/line") -> socket.socket:
    """A WebSocket of a device that never reads what it is sent."""
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    raw.connect(("127.0.0.1", port))
    host = f"127.0.0.1:{port}"
    upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    raw.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n{upgrade}\r\n".encode())
    assert b"101" in raw.recv(50)
    return raw
