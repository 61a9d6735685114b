"""The board's line to a relay, without a socket: what to do next, what was heard, what is to be sent. A driver does it with a real one.

The drivers are a thread for the desktop board (`net/uplink_socket.py`) and the browser's own requests for a board in a tab
(`caffael/browser/uplink.py`). Each asks `next` what to do, does it, and tells what came of it.
"""

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from caffael.classroom.doorway import DoorLine, Doorway, Parcel
from caffael.classroom.relay import wire
from caffael.words.sentence import Sentence

BACK_OFF = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each new try; the last one stays."""
SPREAD = 0.3
"""A try comes so much earlier or later, so that all boards don't come back at the same moment."""
SOCKETS_TRIED = 2
"""Failed openings of a WebSocket after which plain requests are tried."""
MOST_BATCH = 256 * 1024
"""Bytes of frames that go into one plain request, if there is more than one."""
Phase = Literal["begun", "reaching", "joining", "open", "lost", "ended", "stopped"]


@dataclass(frozen=True)
class Ask:
    """Ask the relay for a code: a POST without a body."""

    url: str


@dataclass(frozen=True)
class Dial:
    """Open a WebSocket."""

    url: str


@dataclass(frozen=True)
class Knock:
    """Begin a line by plain requests: `up` takes frames, one below the other, `down` is asked again and again; `name` goes as X-Line."""

    up: str
    down: str
    name: str


@dataclass(frozen=True)
class Wait:
    """Do nothing for so many seconds."""

    seconds: float


@dataclass(frozen=True)
class Rest:
    """Do nothing any more."""


Step = Ask | Dial | Knock | Wait | Rest


class UplinkDoorway(Doorway):
    """The doorway of a room behind a relay. `code` and `ticket` are the relay's, empty until it has given them; a ticket that was kept has
    its code again.
    """

    def __init__(
        self,
        relay: str,
        wake: Callable[[], None] = lambda: None,
        *,
        ticket: str = "",
        code: str = "",
        clock: Callable[[], float] = time.monotonic,
        chance: random.Random | None = None,
    ) -> None:
        super().__init__(wake, clock)
        self.relay = relay_address(relay)
        self.waits = False
        """Whether the room waits on the relay after this board has gone."""
        self.ticket = ticket
        self.code = code
        self.phase: Phase = "begun"
        self.plain = False
        """Whether frames go by plain requests, because this network cuts WebSockets."""
        self.ready: Callable[[], None] = lambda: None
        """Called when something waits to be sent."""
        self._why = ""
        self._failed = 0
        self._sockets_failed = 0
        self._again_at = 0.0
        self._chance = chance or random.Random()
        self._by_number: dict[int, DoorLine] = {}

    # What the board says of it

    @property
    def host(self) -> str:
        """The relay's name, as people say it."""
        return urlsplit(self.relay).netloc

    @property
    def open(self) -> bool:
        """Whether devices can come."""
        return self.phase == "open"

    @property
    def address(self) -> str:
        """What is typed on a device, where it then asks for the code."""
        return self.host if self.relay.startswith("https://") else self.relay

    @property
    def link(self) -> str:
        """The whole address for a QR code; empty until there is a code."""
        return f"{self.relay}/r/{self.code}" if self.code else ""

    @property
    def others(self) -> list[str]:
        """There is no other address."""
        return []

    def choose(self, address: str) -> None:
        """There is nothing to choose."""

    @property
    def state(self) -> Sentence:
        """How it stands, in one sentence."""
        if self.phase == "open":
            if self.plain:
                return Sentence("The relay {relay} carries the class by plain requests: this network cuts WebSockets.", relay=self.host)
            return Sentence("The relay {relay} carries the class.", relay=self.host)
        if self.phase == "lost":
            return Sentence("The relay {relay} doesn't answer; it is tried again and again. Devices wait.", relay=self.host)
        if self.phase == "ended":
            if self._why == "elsewhere":
                return Sentence("This room was opened on another computer, which has it now.")
            if self._why == "ticket":
                return Sentence("The relay {relay} doesn't know this room any more. Open the room anew.", relay=self.host)
            return Sentence("{relay} is no relay of Caffael. Look at how its address is written.", relay=self.host)
        if self.phase == "stopped":
            return Sentence("The room is not open on a relay.")
        return Sentence("Reaching the relay {relay} …", relay=self.host)

    # What its driver asks and tells

    def next(self) -> Step:
        """What to do now."""
        if self.phase in ("ended", "stopped"):
            return Rest()
        now = self.clock()
        if self._again_at > now:
            return Wait(self._again_at - now)
        if self.phase != "lost":
            self.phase = "reaching"
        if not self.ticket:
            return Ask(f"{self.relay}/room")
        self.code = self.code or self.ticket[:6]
        base = f"{self.relay}/r/{self.code}/board"
        self.plain = self._sockets_failed >= SOCKETS_TRIED and (self._sockets_failed - SOCKETS_TRIED) % 2 == 0
        if self.plain:
            return Knock(f"{base}/up", f"{base}/down", "".join(self._chance.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=24)))
        return Dial(f"ws{base.removeprefix('http')}")

    def answered(self, status: int, body: str) -> None:
        """The relay has answered a request for a code."""
        try:
            found = json.loads(body)
            code, ticket = str(found["code"]), str(found["ticket"])
        except (ValueError, TypeError, KeyError, RecursionError):
            if status in (403, 404, 405, 421) or status == 200:
                self._end("relay")
            else:
                self.lost()
            return
        self.code, self.ticket = code, ticket
        self._failed = 0
        self._again_at = self.clock()
        self.wake()

    def began(self) -> str:
        """A line is there; the frame to send first."""
        if self.phase != "lost":
            self.phase = "joining"
        return wire.own(ticket=self.ticket)

    def heard(self, text: str) -> None:
        """A frame has come."""
        said = wire.read_own(text)
        if said is not None:
            self._heard_own(said)
            return
        found = wire.read_up(text)
        if found is None or self.phase != "open":
            return
        line = self._by_number.get(found.number)
        if found.what == wire.OPENED:
            if line is None and not self.full:
                self._by_number[found.number] = self.open_line(self.ready)
        elif line is None:
            return
        elif found.what == wire.GONE:
            del self._by_number[found.number]
            line.close()
        else:
            line.receive(found.text)

    def _heard_own(self, said: dict[str, object]) -> None:
        if "ticket" in said:
            self.ticket = str(said["ticket"])
            self.phase = "open"
            self._failed = 0
            self._sockets_failed = SOCKETS_TRIED if self.plain else 0
            self.wake()
        elif said.get("end") in ("elsewhere", "ticket"):
            self._end(str(said["end"]))

    def lost(self) -> None:
        """The line has gone, or could not be had: it is tried again after a while."""
        if self.phase in ("ended", "stopped"):
            self._drop_lines()
            return
        was_open = self.phase == "open"
        if not was_open and self.ticket:
            self._sockets_failed += 1
        pause = BACK_OFF[min(self._failed, len(BACK_OFF) - 1)]
        self._failed += 1
        self._again_at = self.clock() + pause * self._chance.uniform(1 - SPREAD, 1 + SPREAD)
        self.phase = "lost"
        self._drop_lines()
        if was_open or self._failed == 2:
            self.wake()

    def _end(self, why: str) -> None:
        self.phase, self._why = "ended", why
        self._drop_lines()
        self.wake()

    def _drop_lines(self) -> None:
        lines, self._by_number = list(self._by_number.values()), {}
        for line in lines:
            line.close()

    def stopped(self) -> list[str]:
        """The room is closed on this board, or left; what is still to be sent."""
        rest = [*self.outgoing(), *([] if self.waits else [wire.own(closed=1)])] if self.phase == "open" else []
        self.phase = "stopped"
        self._drop_lines()
        return rest

    def outgoing(self) -> list[str]:
        """What waits to be sent, a frame that goes to several devices once."""
        if self.phase != "open":
            return []
        found: list[str] = []
        waiting: list[tuple[DoorLine, list[tuple[str, Parcel]], bool]] = []
        for line in list(self._by_number.values()):
            ending = line.outbox.ending
            frames = line.outbox.take_kinds()
            if frames:
                waiting.append((line, frames, ending))
        numbers = {line: number for number, line in self._by_number.items()}
        turn = 0
        while waiting:
            together: dict[tuple[str, str], list[int]] = {}
            for line, frames, ending in waiting:
                kind, parcel = frames[turn]
                if ending and turn == len(frames) - 1:
                    found.append(wire.down([numbers[line]], parcel.text, last=True))
                    del self._by_number[numbers[line]]
                    line.close()
                else:
                    together.setdefault((kind, parcel.text), []).append(numbers[line])
            found += [wire.down(those, text, kind) for (kind, text), those in together.items()]
            turn += 1
            waiting = [one for one in waiting if len(one[1]) > turn]
        return found


def relay_address(said: str) -> str:
    """The address of a relay as a person may type it: `class.example.org` is https://class.example.org."""
    said = said.strip()
    if "://" not in said:
        own = said.partition("/")[0].partition(":")[0] in ("localhost", "127.0.0.1")
        said = f"{'http' if own else 'https'}://{said}"
    try:
        found = urlsplit(said)
    except ValueError:
        return said
    return f"{found.scheme}://{found.netloc.lower()}"


def batches(frames: list[str]) -> list[str]:
    """Frames as bodies of plain requests, one frame below the other, none much larger than it has to be."""
    found: list[str] = []
    size = 0
    for frame in frames:
        length = len(frame.encode())
        if found and size + length <= MOST_BATCH:
            found[-1] += "\n" + frame
            size += length
        else:
            found.append(frame)
            size = length
    return found
