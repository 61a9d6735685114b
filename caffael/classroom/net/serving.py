"""A server on a thread of its own, so that the thread of the board or of a test goes on meanwhile."""

import asyncio
import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from caffael.classroom.net.hardened import Threshold, protocols

BACKLOG = 256
STARTING = 10.0
"""Seconds until a server that has not begun is given up."""


def config(app: ASGIApp, threshold: Threshold, proxies: Sequence[str] = (), largest: int = 0) -> uvicorn.Config:
    """How uvicorn serves an app of ours. What it would log of requests is not logged: addresses of pupils are kept nowhere.

    `largest` is the size of a frame in bytes where lines have a bound of their own below it.
    """
    http, web_socket = protocols(threshold)
    limits = threshold.limits
    return uvicorn.Config(
        app,
        http=http,
        ws=web_socket,
        ws_max_size=largest or limits.frame,
        ws_ping_interval=limits.ping,
        ws_ping_timeout=limits.ping,
        ws_per_message_deflate=False,
        timeout_keep_alive=max(1, int(limits.header_time)),
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=16 * 1024,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        backlog=BACKLOG,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
    )


def listener(host: str, ports: Sequence[int]) -> socket.socket:
    """A socket that listens on the first port of these that is free; 0 is any. Raises OSError where none is."""
    fault: OSError | None = None
    for port in ports:
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)  # Windows would let another program share the port
            made.setsockopt(socket.SOL_SOCKET, exclusive or socket.SO_REUSEADDR, 1)
            made.bind((host, port))
        except OSError as found:
            made.close()
            fault = found
        else:
            made.set_inheritable(False)
            return made
    raise fault or OSError("no port was named")


class QuietServer(uvicorn.Server):
    """A server that says when it has begun, and ends on SIGTERM or Ctrl-C as on any other end."""

    def __init__(self, settings: uvicorn.Config, began: Callable[[], object] = lambda: None) -> None:
        super().__init__(settings)
        self.began = began

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve."""
        await super().startup(sockets)
        self.began()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals that end a process, while the server runs; uvicorn would raise them again afterwards."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


class ThreadServer:
    """A server on a thread. `port` is where it listens."""

    def __init__(self, app: ASGIApp, threshold: Threshold, listening: socket.socket, largest: int = 0) -> None:
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
        self.threshold = threshold
        self.port: int = listening.getsockname()[1]
        self._listening = listening
        self._began = threading.Event()
        self._server = QuietServer(config(app, threshold, largest=largest), self._began.set)
        self._thread = threading.Thread(target=self._run, name="caffael-lan", daemon=True)

    def start(self) -> None:
        """Begin to serve. Raises OSError when the server does not come up."""
        self._thread.start()
        if not self._began.wait(STARTING):
            raise OSError("the server did not begin")

    def _run(self) -> None:
        asyncio.run(self._server.serve(sockets=[self._listening]))

    def stop(self) -> None:
        """End it; lines that are open are closed."""
        self._server.should_exit = True
        self._thread.join(STARTING)
