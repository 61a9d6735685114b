"""The desktop board's line to a relay: a thread with a WebSocket, or with plain requests where the network cuts WebSockets."""

import asyncio
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Awaitable
from contextlib import suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin

from caffael.classroom.net.awake import Awake
from caffael.classroom.uplink import Ask, Dial, Knock, Rest, UplinkDoorway, Wait, batches

PATIENCE = 10.0
"""Seconds for an answer."""
HELD = 25.0
"""Seconds for which a relay holds a request that waits."""
PING = 10.0
LARGEST = 64 * 1024
ENDING = 3.0
"""Seconds for the last frames when the room is closed."""
MOST_BODY = 4_000_000


class RelayUplink(UplinkDoorway):
    """The doorway of a room behind a relay, for the desktop board."""

    _thread: threading.Thread | None = None
    _loop: asyncio.AbstractEventLoop | None = None
    _awake: Awake
    _something: asyncio.Event
    _stop: asyncio.Event

    def start(self) -> None:
        """Begin to reach the relay; `code` is there when it has answered."""
        if self._thread is None:
            self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="caffael-uplink", daemon=True)
            self._thread.start()
            self._awake = Awake()
            self._awake.start()

    def stop(self, closed: bool = True) -> None:
        """End the thread. The room is closed on the relay, or else waits there until this board is back."""
        if self._thread is None:
            return
        self.waits = not closed
        self._call("_stop")
        self._thread.join(ENDING + PATIENCE)
        self._thread = None
        self._awake.stop()

    def _call(self, event: str) -> None:
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # the thread has ended by itself
                loop.call_soon_threadsafe(getattr(self, event).set)

    async def _run(self) -> None:
        self._something, self._stop = asyncio.Event(), asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self.ready = lambda: self._call("_something")
        while True:
            step = self.next()
            if isinstance(step, Rest):
                break
            if await self._or_stop(self._do(step)):
                self.stopped()
                break
        self._loop = None

    async def _or_stop(self, work: Awaitable[None]) -> bool:
        """Do something until it is done or the room is closed; whether it was closed."""
        doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(self._stop.wait())
        await asyncio.wait((doing, stopping), return_when=asyncio.FIRST_COMPLETED)
        stopped = self._stop.is_set()
        for task in (doing, stopping):
            task.cancel()
        await asyncio.gather(doing, stopping, return_exceptions=True)
        return stopped

    async def _do(self, step: Ask | Dial | Knock | Wait) -> None:
        if isinstance(step, Wait):
            await asyncio.sleep(step.seconds)
        elif isinstance(step, Ask):
            try:
                status, body = await asyncio.to_thread(self._request, step.url, b"", {})
            except OSError:
                self.lost()
            else:
                self.answered(status, body)
        elif isinstance(step, Dial):
            await self._dial(step)
        else:
            await self._knock(step)

    # By WebSocket

    async def _dial(self, step: Dial) -> None:
        with suppress(OSError, WebSocketException, TimeoutError):
            async with connect(
                step.url,
                origin=Origin(self.relay),
                open_timeout=PATIENCE,
                ping_interval=PING,
                ping_timeout=PING,
                close_timeout=1,
                max_size=LARGEST,
            ) as socket:
                await socket.send(self.began())
                sender = asyncio.create_task(self._send(socket))
                try:
                    async for text in socket:
                        if isinstance(text, str):
                            self.heard(text)
                except asyncio.CancelledError:
                    sender.cancel()
                    with suppress(Exception):
                        async with asyncio.timeout(ENDING):
                            for text in self.stopped():
                                await socket.send(text)
                    raise
                finally:
                    sender.cancel()
        self.lost()

    async def _send(self, socket: ClientConnection) -> None:
        with suppress(WebSocketException, OSError):
            while True:
                self._something.clear()
                for text in self.outgoing():
                    await socket.send(text)
                await self._something.wait()

    # By plain requests

    async def _knock(self, step: Knock) -> None:
        headers = {"X-Line": step.name}
        waiter = asyncio.create_task(self._wait_below(step, headers))
        sender: asyncio.Task[None] | None = None
        try:
            if await self._post(step.up, self.began(), headers):
                sender = asyncio.create_task(self._send_plain(step, headers))
                await asyncio.wait((waiter, sender), return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            with suppress(Exception):
                async with asyncio.timeout(ENDING):
                    for body in batches(self.stopped()):
                        await self._post(step.up, body, headers)
            raise
        finally:
            waiter.cancel()
            if sender is not None:
                sender.cancel()
        self.lost()

    async def _wait_below(self, step: Knock, headers: dict[str, str]) -> None:
        after = 0
        with suppress(OSError, ValueError, KeyError, TypeError):
            while True:
                status, body = await asyncio.to_thread(self._request, f"{step.down}?after={after}", None, headers)
                if status != 200:
                    return
                found: dict[str, Any] = json.loads(body)
                for text in found["frames"]:
                    self.heard(str(text))
                after = int(found["n"])

    async def _send_plain(self, step: Knock, headers: dict[str, str]) -> None:
        while True:
            self._something.clear()
            for body in batches(self.outgoing()):
                if not await self._post(step.up, body, headers):
                    return
            await self._something.wait()

    async def _post(self, url: str, body: str, headers: dict[str, str]) -> bool:
        with suppress(OSError):
            status, _ = await asyncio.to_thread(self._request, url, body.encode(), headers)
            return status == 204
        return False

    def _request(self, url: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, str]:
        """A plain request: a POST with a body, else a GET; its status and answer. The system's proxies are used. Raises OSError."""
        asked = urllib.request.Request(url, body, {**headers, "Origin": self.relay, "Content-Type": "text/plain; charset=utf-8"})  # noqa: S310 - http or https
        patience = PATIENCE if body is not None else HELD + PATIENCE
        try:
            with urllib.request.urlopen(asked, timeout=patience) as answer:  # noqa: S310
                return answer.status, answer.read(MOST_BODY).decode("utf-8", "replace")
        except urllib.error.HTTPError as refused:
            return refused.code, ""
