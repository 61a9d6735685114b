"""The way of one device to the room: a network address of its own, and whatever is wrong with its Wi-Fi.

It is a SOCKS proxy, so that what a browser sends and where it believes to be stay as they are.
"""

import asyncio
import random
import struct
from dataclasses import dataclass
from itertools import count

SEGMENT = 1400
_addresses = count(1)


@dataclass(frozen=True)
class Weather:
    """Seconds that a segment needs each way, by how much that differs, and which share of segments has to be sent again.

    `no_sockets`: a filter closes every connection that wants to be a WebSocket.
    """

    delay: float = 0.0
    jitter: float = 0.0
    loss: float = 0.0
    no_sockets: bool = False


CLEAR = Weather()
SLOW = Weather(0.3, 0.2, 0.02)
"""300 ms each way, 200 more or less, and one segment in fifty lost."""
FILTERED = Weather(no_sockets=True)


class Wifi:
    """The way of one device. Every connection through it comes from `address`."""

    def __init__(self, weather: Weather = CLEAR, seed: int = 1) -> None:
        number = next(_addresses)
        self.address = f"127.1.{number // 250}.{1 + number % 250}"
        self.weather = weather
        self.sockets_cut = 0
        """Connections that the filter closed."""
        self.lost = 0
        """Segments that were sent again."""
        self._chance = random.Random(seed)
        self._writers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> str:
        """Begin to carry; returns the proxy's address for a browser."""
        self._server = await asyncio.start_server(self._greet, "127.0.0.1", 0)
        return f"socks5://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def stop(self) -> None:
        """Carry no more."""
        if self._server is not None:
            self._server.close()
            self.drop()
            await self._server.wait_closed()

    def drop(self) -> None:
        """Every connection breaks, as when a device changes its network."""
        for writer in list(self._writers):
            writer.transport.abort()

    async def _greet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._carry(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            writer.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        methods = (await reader.readexactly(2))[1]
        await reader.readexactly(methods)
        writer.write(b"\x05\x00")
        kind = (await reader.readexactly(4))[3]
        long = {1: 4, 4: 16}.get(kind) or (await reader.readexactly(1))[0]
        name = await reader.readexactly(long)
        host = ".".join(map(str, name)) if kind == 1 else name.decode()
        port = struct.unpack(">H", await reader.readexactly(2))[0]
        inner, outer = await asyncio.open_connection(host, port, local_addr=(self.address, 0))
        writer.write(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
        self._writers |= {writer, outer}
        try:
            await asyncio.gather(self._flow(reader, outer, self.weather.no_sockets), self._flow(inner, writer))
        finally:
            self._writers -= {writer, outer}
            writer.close()
            outer.close()

    async def _flow(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, filtered: bool = False) -> None:
        """Carry one way, in order; what was lost holds up what comes behind it."""
        loop, queue = asyncio.get_running_loop(), asyncio.Queue[tuple[float, bytes]]()
        giving = asyncio.ensure_future(self._give(queue, writer))
        due = 0.0
        try:
            while data := await reader.read(65536):
                if filtered and b"upgrade: websocket" in data.lower():
                    self.sockets_cut += 1
                    writer.transport.abort()
                    break
                due = max(due, loop.time() + self._needed(len(data)))
                queue.put_nowait((due, data))
        finally:
            queue.put_nowait((due, b""))
            await giving

    def _needed(self, size: int) -> float:
        weather = self.weather
        if not weather.delay:
            return 0.0
        again = sum(self._chance.random() < weather.loss for _ in range(1 + size // SEGMENT))
        self.lost += again
        return weather.delay + self._chance.uniform(-weather.jitter, weather.jitter) + (2 * weather.delay if again else 0.0)

    @staticmethod
    async def _give(queue: "asyncio.Queue[tuple[float, bytes]]", writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due, data = await queue.get()
            await asyncio.sleep(max(0.0, due - loop.time()))
            try:
                if not data:
                    writer.write_eof()
                    return
                writer.write(data)
                await writer.drain()
            except (OSError, RuntimeError):
                return
