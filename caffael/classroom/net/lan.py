"""The board's own server on the local network: the pupils' page and their lines, and no way to do anything else."""

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router, WebSocketRoute
from starlette.types import Scope
from starlette.websockets import WebSocket

from caffael.classroom.addresses import Place, own_addresses, where_from
from caffael.classroom.device_files import POLICY, device_files
from caffael.classroom.doorway import DoorLine, Doorway
from caffael.classroom.net.awake import Awake
from caffael.classroom.net.fixed import Files, Fixed
from caffael.classroom.net.gate import Gate
from caffael.classroom.net.hardened import Threshold
from caffael.classroom.net.limits import Limits
from caffael.classroom.net.lines import Line, PlainLines, Refused, by_socket
from caffael.classroom.net.self_test import lan_hindrance
from caffael.classroom.net.serving import ThreadServer, listener
from caffael.words.sentence import Sentence

PORTS = (4747, 4748, 4749, 4750, 0)
"""The ports that are tried, so that an address is short to type and often the same; 0 is any that is free."""


class Carried:
    """A line of the doorway as frames of text."""

    def __init__(self, line: DoorLine) -> None:
        self.line = line

    @property
    def ending(self) -> bool:
        """Whether nothing more comes."""
        return self.line.outbox.ending

    def take(self) -> list[str]:
        """All that waits."""
        return [parcel.text for parcel in self.line.outbox.take()]

    def receive(self, text: str) -> None:
        """Hand in a frame."""
        self.line.receive(text)

    def close(self) -> None:
        """The device is gone."""
        self.line.close()


class LanDoorway(Doorway):
    """The doorway of a room on the local network. `start` opens it; `address` is what to type and `state` how it stands.

    `code` is the room's, for the address in the QR code. `files` and `policy` are the fixed files; those of the pupils' page by themselves.
    """

    def __init__(
        self,
        code: str = "",
        wake: Callable[[], None] = lambda: None,
        *,
        limits: Limits | None = None,
        files: Files | None = None,
        policy: str = "",
        host: str = "0.0.0.0",  # noqa: S104 - the class is on the other addresses of this computer
        ports: Sequence[int] = PORTS,
    ) -> None:
        super().__init__(wake)
        self.code = code
        self.limits = limits or Limits(wait_when_busy=10.0)
        self.host = host
        self.ports = ports
        self.threshold = Threshold(self.limits)
        self.visited = False
        """Whether a device of another address has come: the only proof that the network and the firewall let them."""
        self._files, self._policy = files, policy
        self._plain = PlainLines(self.limits, self.limits.connections)
        self._busy_until: dict[str, float] = {}
        self._server: ThreadServer | None = None
        self._awake = Awake()
        self._fault = ""
        self._chosen = ""

    # What the board says of it

    @property
    def open(self) -> bool:
        """Whether devices can come."""
        return self._server is not None

    @property
    def port(self) -> int:
        """The port it listens on; 0 before it does."""
        return self._server.port if self._server is not None else 0

    def places(self) -> list[Place]:
        """The addresses of this computer now, the likeliest first; they change when it has slept."""
        return own_addresses()

    def choose(self, address: str) -> None:
        """Show this address and no other, because the teacher knows better."""
        self._chosen = address

    @property
    def address(self) -> str:
        """What is typed on a device; empty where this computer is on no network."""
        if not self.open:
            return ""
        places = [place.address for place in self.places()]
        shown = self._chosen if self._chosen in places else places[0] if places else ""
        return f"http://{shown}:{self.port}" if shown else ""

    @property
    def others(self) -> list[str]:
        """Other addresses of this computer, for `choose`, the likeliest first."""
        return [place.address for place in self.places() if f"http://{place.address}:{self.port}" != self.address]

    @property
    def link(self) -> str:
        """The whole address for a QR code, with the room's code; empty where there is none."""
        return f"{self.address}/r/{self.code}" if self.address and self.code else self.address

    @property
    def state(self) -> Sentence:
        """How it stands, in one sentence."""
        if not self.open:
            if self._fault:
                return Sentence("This computer doesn't let a program listen on its network ({why}); use a relay.", why=self._fault)
            return Sentence("The room is not open on this network.")
        if self.visited and self.address:
            return Sentence("Devices reach this computer on its network.")
        hindrance = lan_hindrance()
        if hindrance is not None:
            return hindrance
        return Sentence("No device has come yet. Where the page doesn't open, the network or the firewall keeps them apart: use a relay.")

    # Its life

    def start(self) -> None:
        """Begin to listen. Where this can't be, `open` stays False and `state` says why."""
        if self.open:
            return
        try:
            listening = listener(self.host, self.ports)
            server = ThreadServer(self.app(), self.threshold, listening)
            server.start()
        except OSError as fault:
            self._fault = fault.strerror or str(fault)
            return
        self._fault = ""
        self._server = server
        self._awake.start()

    def stop(self, closed: bool = True) -> None:
        """Listen no more. Devices are told that the room is closed, or else wait until it is there again."""
        if self._server is None:
            return
        if closed:
            for line in self.lines():
                self.end(line.number, "closed")
        self._server.stop()
        self._server = None
        self._awake.stop()

    # What it answers

    def app(self) -> Gate:
        """The app that the server runs."""
        files, policy = self._files, self._policy
        if files is None:
            files, policy = device_files(), POLICY
        fixed = Fixed(files, policy)
        routes: list[Route | WebSocketRoute] = [*fixed.routes("/r/{code}")]
        for before in ("", "/r/{code}"):
            routes += [
                WebSocketRoute(f"{before}/line", self._line),
                Route(f"{before}/up", self._up, methods=["POST"]),
                Route(f"{before}/down", self._down, methods=["GET"]),
            ]
        return Gate(Router(routes, redirect_slashes=False), self._hosts)

    def _hosts(self, scope: Scope) -> set[str]:
        """The names under which a request may ask for us: the very address of this computer that it came to."""
        address, port = scope["server"]
        return {f"{address}:{port}", *((f"localhost:{port}",) if where_from(address).loopback else ())}

    def open_for(self, ready: Callable[[], None], address: str) -> Line | Refused:
        """Open a line for a device, or say why not."""
        now = self.clock()
        if self._busy_until.get(address, 0.0) > now:
            return Refused("busy")
        if self.full:
            return Refused("full")
        if not where_from(address).loopback:
            self.visited = True
        return Carried(self.open_line(ready, address))

    def cut(self, line: DoorLine, why: str) -> None:
        """End a line; an address that sends too much has to wait before it may come back."""
        super().cut(line, why)
        if why == "busy" and self.limits.wait_when_busy:
            now = self.clock()
            self._busy_until = {address: until for address, until in self._busy_until.items() if until > now}
            self._busy_until[line.address] = now + self.limits.wait_when_busy

    async def _line(self, socket: WebSocket) -> None:
        await by_socket(socket, self.open_for)

    async def _up(self, request: Request) -> Response:
        return await self._plain.up(request, self.open_for)

    async def _down(self, request: Request) -> Response:
        return await self._plain.down(request, self.open_for)
