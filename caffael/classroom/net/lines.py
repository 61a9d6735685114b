"""A device's line: a WebSocket, or plain requests where a filter cuts WebSockets. Both carry the same frames.

By plain requests a line has a name that the device made up (`X-Line`), sends by `POST up` and waits at `GET down?after=N`, N being the
number of the last batch it has. A batch is kept until its number is asked for, so that a lost answer loses nothing.
"""

import asyncio
import json
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from caffael.classroom.addresses import counted
from caffael.classroom.net.limits import Limits

NAME = re.compile(r"[A-Za-z0-9_-]{16,64}")
NUMBER = re.compile(r"[0-9]{1,9}")
DONE, GONE, TOO_LARGE, TOO_LATE, NOT_UNDERSTOOD, TOO_MANY = 204, 410, 413, 408, 400, 429
AWAY = 1001
"""How a WebSocket is closed whose frames are all sent."""


class Line(Protocol):
    """One line, as its carrier needs it."""

    @property
    def ending(self) -> bool:
        """Whether nothing more comes after what `take` gives now."""

    def take(self) -> list[str]:
        """All frames that wait."""

    def receive(self, text: str) -> None:
        """Hand in a frame that came up."""

    def close(self) -> None:
        """The device is gone."""


@dataclass(frozen=True)
class Refused:
    """Why no line is opened: a word of the protocol, as `full`, `busy` or `unknown`."""

    why: str


Open = Callable[[Callable[[], None], str], Line | Refused]
"""Opens a line: `ready` is called, on any thread, when something waits on it; the address is that of the device."""


def address_of(connection: Request | WebSocket) -> str:
    """The address under which a request is counted, as far as is known."""
    return counted(connection.client.host) if connection.client else ""


def caller(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> Callable[[], None]:
    """Sets an event of the loop that runs here, from any thread."""
    here = threading.get_ident()

    def ready() -> None:
        if threading.get_ident() == here:
            event.set()
            return
        with suppress(RuntimeError):  # the loop has ended with its server
            loop.call_soon_threadsafe(event.set)

    return ready


async def by_socket(socket: WebSocket, opening: Open) -> None:
    """Carry a line over a WebSocket until either side ends it."""
    await socket.accept()
    event = asyncio.Event()
    line = opening(caller(asyncio.get_running_loop(), event), address_of(socket))
    if isinstance(line, Refused):
        await socket.send_json({"end": line.why})
        await socket.close(AWAY)
        return
    sender = asyncio.create_task(_send(socket, line, event))
    listener = asyncio.create_task(_listen(socket, line))
    try:
        await asyncio.wait((sender, listener), return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (sender, listener):
            task.cancel()
        line.close()
        await asyncio.gather(sender, listener, return_exceptions=True)
    with suppress(Exception):  # the other side may have closed it by now
        await socket.close(AWAY)


async def _send(socket: WebSocket, line: Line, event: asyncio.Event) -> None:
    while True:
        event.clear()
        ending = line.ending
        for text in line.take():
            await socket.send_text(text)
        if ending:
            return
        await event.wait()


async def _listen(socket: WebSocket, line: Line) -> None:
    with suppress(WebSocketDisconnect, KeyError):  # KeyError: bytes, which no device of ours sends
        while True:
            line.receive(await socket.receive_text())


class Plain:
    """A line by plain requests."""

    def __init__(self, key: str, address: str) -> None:
        self.key = key
        self.address = address
        self.line: Line | None = None
        self.event = asyncio.Event()
        self.number = 0
        self.batch: list[str] = []
        self.asking = 0
        """Counts the requests that wait; the newest one is answered."""
        self.timer: asyncio.TimerHandle | None = None


class PlainLines:
    """All lines of a server that go by plain requests. `most` of one address at once; 0 for no bound.

    Frames that come up are at most `frame` bytes. Those that go down are JSON as they are; where they are not, `quoted` says so.
    """

    def __init__(self, limits: Limits, most: int, frame: int = 0, quoted: bool = False) -> None:
        self.limits = limits
        self.most = most
        self.frame = frame or limits.frame
        self.quoted = quoted
        self._lines: dict[str, Plain] = {}

    def __len__(self) -> int:
        return len(self._lines)

    async def up(self, request: Request, opening: Open, room: str = "") -> Response:
        """Take frames that a device sends."""
        body = await read_body(request, self.frame, self.limits.body_time)
        if isinstance(body, Response):
            return body
        found = self._found(request, opening, room, fresh=True)
        if isinstance(found, Refused):  # the device is told why where it waits; who is too quick comes back later
            return Response(status_code=TOO_MANY if found.why == "busy" else DONE)
        if isinstance(found, Response):
            return found
        for text in body.split("\n"):
            if text.strip():
                found[1].receive(text)
        return Response(status_code=DONE)

    async def down(self, request: Request, opening: Open, room: str = "") -> Response:
        """Give what waits, or hold the request until something does."""
        after = request.query_params.get("after", "0")
        if not NUMBER.fullmatch(after):
            return Response(status_code=NOT_UNDERSTOOD)
        found = self._found(request, opening, room, fresh=int(after) == 0)
        if isinstance(found, Refused):
            return JSONResponse({"n": 0, "frames": [{"end": found.why}]})
        if isinstance(found, Response):
            return found
        plain, line = found
        if int(after) >= plain.number:
            plain.batch = []
            if line.ending and plain.number:
                self._forget(plain)
                return Response(status_code=GONE)
        plain.asking += 1
        mine = plain.asking
        plain.event.set()  # an older request that still waits is answered with nothing
        if not plain.batch:
            await self._gather(plain, line, mine)
        if mine != plain.asking:
            return JSONResponse({"n": int(after), "frames": []})
        frames = map(json.dumps, plain.batch) if self.quoted else plain.batch
        return Response(f'{{"n":{plain.number},"frames":[{",".join(frames)}]}}', media_type="application/json")

    async def _gather(self, plain: Plain, line: Line, mine: int) -> None:
        """Wait until something is there for this request, and make it the batch."""
        self._keep(plain, self.limits.held + self.limits.away)
        with suppress(TimeoutError):
            async with asyncio.timeout(self.limits.held):
                while mine == plain.asking:
                    plain.event.clear()
                    plain.batch = line.take()
                    if plain.batch or line.ending:
                        break
                    await plain.event.wait()
        if mine == plain.asking:
            plain.number += bool(plain.batch)
            self._keep(plain, self.limits.away)

    def _found(self, request: Request, opening: Open, room: str, fresh: bool) -> tuple[Plain, Line] | Refused | Response:
        """The line of a request; a new one where its name is new and the device begins."""
        name = request.headers.get("x-line", "")
        if not NAME.fullmatch(name):
            return Response(status_code=NOT_UNDERSTOOD)
        key, address = f"{room} {name}", address_of(request)
        plain = self._lines.get(key)
        if plain is None:
            if not fresh:
                return Response(status_code=GONE)
            if self.most and sum(one.address == address for one in self._lines.values()) >= self.most:
                return Response(status_code=TOO_MANY)
            plain = Plain(key, address)
            opened = opening(caller(asyncio.get_running_loop(), plain.event), address)
            if isinstance(opened, Refused):
                return opened
            plain.line = opened
            self._lines[key] = plain
        assert plain.line is not None
        self._keep(plain, self.limits.away)
        return plain, plain.line

    def _keep(self, plain: Plain, seconds: float) -> None:
        """Let a line be gone after a time without requests."""
        if plain.timer is not None:
            plain.timer.cancel()
        plain.timer = asyncio.get_running_loop().call_later(seconds, self._forget, plain)

    def _forget(self, plain: Plain) -> None:
        if plain.timer is not None:
            plain.timer.cancel()
        self._lines.pop(plain.key, None)
        if plain.line is not None:
            plain.line.close()
        plain.asking += 1
        plain.event.set()


async def read_body(request: Request, most: int, seconds: float) -> str | Response:
    """A body as text, cut while it streams when it is too large or too slow; else how it is refused."""
    said = request.headers.get("content-length", "")
    if said.isdigit() and int(said) > most:
        return Response(status_code=TOO_LARGE, headers={"Connection": "close"})
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                body += part
                if len(body) > most:
                    return Response(status_code=TOO_LARGE, headers={"Connection": "close"})
        return body.decode()
    except (UnicodeDecodeError, ClientDisconnect):
        return Response(status_code=NOT_UNDERSTOOD, headers={"Connection": "close"})
    except TimeoutError:
        return Response(status_code=TOO_LATE, headers={"Connection": "close"})
