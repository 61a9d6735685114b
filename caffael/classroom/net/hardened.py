"""uvicorn's two protocols with what it leaves to us: deadlines for headers and for writing, and how many connections an address may have.

uvicorn waits for the headers of a request for ever (measured), and asyncio keeps a connection that it has closed until the last byte was
taken. Both are bounded here, beneath anything that reads a request.
"""

import asyncio
import socket
from collections import Counter
from typing import Any, cast

from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from caffael.classroom.net.limits import SEND_BUFFER, Limits

Timer = asyncio.TimerHandle | None


class Threshold:
    """What all connections of a server share: their bounds, and how many there are of each address. `trusted` are proxies, without one."""

    def __init__(self, limits: Limits, trusted: frozenset[str] = frozenset()) -> None:
        self.limits = limits
        self.trusted = trusted
        self.of_address: Counter[str] = Counter()
        self.refused = 0
        """Connections that were closed because their address had too many."""
        self.timed_out = 0
        """Connections that were closed because a deadline had passed."""

    def enter(self, address: str) -> bool:
        """Count a connection in, if its address may have one more."""
        bound = self.limits.connections
        if bound and address not in self.trusted and self.of_address[address] >= bound:
            self.refused += 1
            return False
        self.of_address[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Count a connection out."""
        self.of_address[address] -= 1
        if self.of_address[address] <= 0:
            del self.of_address[address]


def protocols(threshold: Threshold) -> tuple[type[asyncio.Protocol], type[asyncio.Protocol]]:
    """The protocols for HTTP and for WebSockets of one server, as `uvicorn.Config` takes them (`http`, `ws`)."""
    return (
        type("Http", (HardenedHttp,), {"threshold": threshold}),
        type("WebSocket", (HardenedWebSocket,), {"threshold": threshold}),
    )


class Bounded(asyncio.Protocol):
    """The part of both: a deadline for writing, and one for closing."""

    threshold: Threshold
    transport: asyncio.Transport
    loop: asyncio.AbstractEventLoop
    _blocked: Timer = None
    _closing: Timer = None

    def bound(self, transport: asyncio.BaseTransport) -> None:
        """Begin to look after a connection."""
        made = transport.get_extra_info("socket")
        if made is not None:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        self._closing = self.loop.call_later(self.threshold.limits.write_time / 2, self._look)

    def unbound(self) -> None:
        """Look after it no more."""
        for timer in (self._blocked, self._closing):
            if timer is not None:
                timer.cancel()
        self._blocked = self._closing = None

    def pause_writing(self) -> None:
        """What is sent is not taken any more."""
        super().pause_writing()
        if self._blocked is None:
            self._blocked = self.loop.call_later(self.threshold.limits.write_time, self.expire)

    def resume_writing(self) -> None:
        """It is taken again."""
        super().resume_writing()
        if self._blocked is not None:
            self._blocked.cancel()
            self._blocked = None

    def _look(self) -> None:
        if self.transport.is_closing():
            self._closing = self.loop.call_later(self.threshold.limits.write_time / 2, self.expire)
        else:
            self._closing = self.loop.call_later(self.threshold.limits.write_time / 2, self._look)

    def expire(self) -> None:
        """A deadline has passed: let go of the connection at once, whatever waits on it."""
        self.threshold.timed_out += 1
        self.transport.abort()


class HardenedHttp(Bounded, H11Protocol):
    """HTTP whose headers come within their time, from an address that has not too many connections."""

    _header: Timer = None
    _address: str | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Let a connection in, or close it at once."""
        super().connection_made(cast(asyncio.Transport, transport))
        address = self.client[0] if self.client else ""
        if not self.threshold.enter(address):
            transport.abort()  # type: ignore[attr-defined] # asyncio's sockets have it
            return
        self._address = address
        self.bound(transport)
        self._wait_for_headers()

    def data_received(self, data: bytes) -> None:
        """Take bytes, and see whether a request is still on its way."""
        if self.transport.is_closing():
            return
        super().data_received(data)
        if self._address is not None:
            self._wait_for_headers()

    def on_response_complete(self) -> None:
        """An answer is out: what comes next has its time again."""
        super().on_response_complete()
        self._wait_for_headers()

    def handle_websocket_upgrade(self, event: Any) -> None:
        """Hand the connection on to the other protocol, which counts it out."""
        self._no_header()
        self.unbound()
        self._address = None
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """Count the connection out."""
        super().connection_lost(exc)
        self._no_header()
        self.unbound()
        if self._address is not None:
            self.threshold.leave(self._address)
            self._address = None

    def _wait_for_headers(self) -> None:
        answering = self.cycle is not None and not self.cycle.response_complete
        if answering or self.transport.is_closing():
            self._no_header()
        elif self._header is None:
            self._header = self.loop.call_later(self.threshold.limits.header_time, self._too_late)

    def _too_late(self) -> None:
        if self.transport.get_write_buffer_size():
            self.transport.close()  # a slow device still reads its answer; `_look` says for how long
        else:
            self.expire()

    def _no_header(self) -> None:
        if self._header is not None:
            self._header.cancel()
            self._header = None


class HardenedWebSocket(Bounded, WebSocketsSansIOProtocol):
    """A WebSocket that has to take what is sent to it, and is counted out when it ends."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a connection over from HTTP, where it was counted in."""
        super().connection_made(transport)
        self.bound(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Count the connection out."""
        super().connection_lost(exc)
        self.unbound()
        self.threshold.leave(self.client[0] if self.client else "")
