"""What a relay answers: the pupils' page, the lines of devices and boards, its health, its figures, and the board in a browser."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from starlette.websockets import WebSocket

from caffael.classroom.net.fixed import Files, Fixed
from caffael.classroom.net.gate import Gate
from caffael.classroom.net.hardened import Threshold
from caffael.classroom.net.lines import TOO_MANY, Line, Open, PlainLines, Refused, address_of, by_socket
from caffael.classroom.relay import wire
from caffael.classroom.relay.naming import public_name
from caffael.classroom.relay.rooms import Relay

HEALTH, METRICS = "/health", "/metrics"
BETWEEN_TICKS = 5.0
PLAIN_LINES = 5_000
"""Lines by plain requests, of one process."""
KINDS = {".js": "text/javascript", ".css": "text/css", ".webmanifest": "application/manifest+json", ".gz": "application/gzip"}
"""Kinds of the files of the board in a browser, whatever this system says."""
CHANGING = ("index.html", "sw.js", "manifest.webmanifest", "caffael.json")
"""Files of it whose names stay when their content changes."""


class RelayApp:
    """The app of one relay. `public` is the address that people type (https://class.example.org), `web` a folder of `caffael web build`."""

    def __init__(
        self,
        relay: Relay,
        threshold: Threshold,
        files: Files,
        policy: str,
        public: str,
        web: Path | None = None,
        web_policy: str = "",
    ) -> None:
        self.relay = relay
        self.threshold = threshold
        scheme, self.name = public_name(public)
        self.device_lines = PlainLines(relay.limits, 0)
        self.board_lines = PlainLines(relay.limits, 0, wire.LARGEST_BATCH, quoted=True)
        fixed = Fixed(files, policy)
        routes: list[BaseRoute] = [
            *fixed.routes("/r/{code}"),
            Route("/relay", self.greet, methods=["GET"]),
            Route("/room", self.open_room, methods=["POST"]),
            Route(HEALTH, self.health, methods=["GET"]),
            Route(METRICS, self.metrics, methods=["GET"]),
            WebSocketRoute("/r/{code}/line", self.device_socket),
            Route("/r/{code}/up", self.device_up, methods=["POST"]),
            Route("/r/{code}/down", self.device_down, methods=["GET"]),
            WebSocketRoute("/r/{code}/board", self.board_socket),
            Route("/r/{code}/board/up", self.board_up, methods=["POST"]),
            Route("/r/{code}/board/down", self.board_down, methods=["GET"]),
        ]
        if web is not None:
            routes += [Route("/board", self.to_board, methods=["GET"]), Mount("/board", BoardFiles(web, web_policy))]
        self.app = Gate(Router(routes, redirect_slashes=False), self.hosts, scheme, (HEALTH, METRICS))

    def hosts(self, scope: Scope) -> set[str]:
        """The one name under which a relay is asked."""
        del scope
        return {self.name}

    # Rooms

    async def open_room(self, request: Request) -> Response:
        """Give a board a new code and its ticket."""
        found = self.relay.open_room(address_of(request))
        if isinstance(found, Refused):
            return JSONResponse({"end": found.why}, TOO_MANY)
        return JSONResponse({"code": found[0], "ticket": found[1]})

    async def greet(self, request: Request) -> Response:
        """Say that this is a relay, so that pages know that they need a code."""
        del request
        return JSONResponse({"relay": 1})

    # Lines

    def devices_of(self, code: str) -> Open:
        """What opens lines of devices to a code."""
        return lambda ready, address: self.relay.open_device(code, ready, address)

    def board_of(self, code: str) -> Open:
        """What opens the line of a board for a code."""

        def opening(ready: object, address: str) -> Line:
            del address
            assert callable(ready)
            return self.relay.open_board(code.upper(), ready)

        return opening

    async def device_socket(self, socket: WebSocket) -> None:
        """A device's line."""
        await by_socket(socket, self.devices_of(socket.path_params["code"]))

    async def board_socket(self, socket: WebSocket) -> None:
        """A board's line."""
        await by_socket(socket, self.board_of(socket.path_params["code"]))

    async def device_up(self, request: Request) -> Response:
        """A device sends by a plain request."""
        return await self._plain(request, self.device_lines, up=True)

    async def device_down(self, request: Request) -> Response:
        """A device waits by a plain request."""
        return await self._plain(request, self.device_lines, up=False)

    async def board_up(self, request: Request) -> Response:
        """A board sends by a plain request."""
        return await self._plain(request, self.board_lines, up=True)

    async def board_down(self, request: Request) -> Response:
        """A board waits by a plain request."""
        return await self._plain(request, self.board_lines, up=False)

    async def _plain(self, request: Request, lines: PlainLines, up: bool) -> Response:
        code = request.path_params["code"].upper()
        opening = self.board_of(code) if lines is self.board_lines else self.devices_of(code)
        if len(lines) >= PLAIN_LINES and request.query_params.get("after", "0") == "0":
            return Response(status_code=TOO_MANY)
        return await (lines.up if up else lines.down)(request, opening, code)

    # For who runs it

    async def health(self, request: Request) -> Response:
        """Say that it runs, for a proxy or a person to look at."""
        del request
        return JSONResponse({"ok": True, "rooms": len(self.relay.rooms), "boards": self.relay.boards, "devices": self.relay.devices})

    async def metrics(self, request: Request) -> Response:
        """Give figures as Prometheus reads them. They say how many, never who."""
        del request
        return PlainTextResponse(self.told(), media_type="text/plain; version=0.0.4")

    def told(self) -> str:
        """The figures."""
        relay, figures = self.relay, self.relay.figures
        rows: list[tuple[str, str, str, float]] = [
            ("rooms", "gauge", "Codes that are somebody's.", len(relay.rooms)),
            ("boards", "gauge", "Boards that are connected.", relay.boards),
            ("devices", "gauge", "Devices that are connected.", relay.devices),
            ("plain_lines", "gauge", "Lines by plain requests.", len(self.device_lines) + len(self.board_lines)),
            ("connections", "gauge", "Open connections.", self.threshold.of_address.total()),
            ("rooms_opened_total", "counter", "Codes given.", figures.rooms),
            ("claims_total", "counter", "Tickets that were shown.", figures.claims),
            ("frames_up_total", "counter", "Frames from devices.", figures.up),
            ("frames_down_total", "counter", "Frames to devices.", figures.down),
            ("bytes_up_total", "counter", "Letters of frames from devices.", figures.bytes_up),
            ("bytes_down_total", "counter", "Letters of frames to devices.", figures.bytes_down),
            ("timed_out_total", "counter", "Connections that let a deadline pass.", self.threshold.timed_out),
        ]
        lines = []
        for name, kind, meaning, value in rows:
            lines += [f"# HELP caffael_relay_{name} {meaning}", f"# TYPE caffael_relay_{name} {kind}", f"caffael_relay_{name} {value}"]
        lines += ["# HELP caffael_relay_refused_total What was refused, by reason.", "# TYPE caffael_relay_refused_total counter"]
        lines += [f'caffael_relay_refused_total{{why="{why}"}} {count}' for why, count in sorted(figures.refused.items())]
        return "\n".join(lines) + "\n"

    async def to_board(self, request: Request) -> Response:
        """The board in a browser lies in its folder."""
        del request
        return RedirectResponse("/board/")

    @asynccontextmanager
    async def ticking(self) -> AsyncIterator[None]:
        """Let time pass for the relay while something runs."""

        async def tick() -> None:
            while True:
                await asyncio.sleep(BETWEEN_TICKS)
                self.relay.tick()

        task = asyncio.create_task(tick())
        try:
            yield
        finally:
            task.cancel()


class BoardFiles(StaticFiles):
    """The folder of `caffael web build`, with the policy of its page."""

    def __init__(self, folder: Path, policy: str) -> None:
        super().__init__(directory=folder, html=True)
        self.policy = policy

    def file_response(self, full_path: object, stat_result: object, scope: Scope, status_code: int = 200) -> Response:
        """A file as browsers want it."""
        answer = super().file_response(full_path, stat_result, scope, status_code)  # type: ignore[arg-type]
        path = Path(str(full_path))
        if isinstance(answer, FileResponse) and path.suffix in KINDS:
            answer.headers["Content-Type"] = KINDS[path.suffix]
        answer.headers["Content-Security-Policy"] = self.policy
        answer.headers["Cache-Control"] = "no-cache" if path.name in CHANGING else "max-age=31536000, immutable"
        return answer
