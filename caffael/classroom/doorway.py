"""The doorway between the network's thread and the room: what devices send waits here until the room takes it, and the other way round.

The network opens lines, hands in what comes and closes them, on its thread. The room's owner calls `drain`, on his. Nothing else is shared.
"""

import json
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Literal, Protocol

from caffael.classroom.guard import Flood
from caffael.classroom.outbox import Outbox

MOST_LINES = 80
"""Lines at once: the 64 devices of a room, and some that come back before their old line is known to be dead."""
MOST_UNREAD = 40
"""Frames of one line that the room has not taken yet."""
AT_ONCE = 200
"""What the room takes before it looks at other things again."""
Happening = Literal["opened", "received", "closed"]


class Listener(Protocol):
    """The room, as a doorway sees it."""

    def opened(self, line: int, address: str = "") -> None:
        """A device has opened a line."""

    def received(self, line: int, text: str) -> None:
        """A device has sent a frame."""

    def closed(self, line: int) -> None:
        """A line is gone."""


class Parcel:
    """A frame on its way, made into text once however many lines it goes to."""

    __slots__ = ("_text", "frame")

    def __init__(self, frame: dict[str, object]) -> None:
        self.frame = frame
        self._text = ""

    @property
    def text(self) -> str:
        """The frame as JSON."""
        if not self._text:
            self._text = json.dumps(self.frame, ensure_ascii=False, separators=(",", ":"))
        return self._text


class DoorLine:
    """One device's line, as the network holds it."""

    def __init__(self, doorway: "Doorway", number: int, ready: Callable[[], None], address: str) -> None:
        self.doorway = doorway
        self.number = number
        self.address = address
        self.outbox: Outbox[Parcel] = Outbox(ready)
        self.flood = Flood()
        self.unread = 0
        self.gone = False

    def receive(self, text: str) -> None:
        """Hand in a frame. What comes too quickly is dropped; who goes on like that is cut, and is told that he may come back."""
        if self.gone or self.outbox.ending:
            return
        if self.unread < MOST_UNREAD and self.flood.lets(self.doorway.clock()):
            self.doorway.happened("received", self, text)
            return
        self.doorway.dropped += 1
        if self.flood.cut:
            self.doorway.cut(self, "busy")

    def close(self) -> None:
        """The device is gone."""
        if not self.gone:
            self.gone = True
            self.doorway.happened("closed", self)


class Doorway:
    """Lines on one side, the room on the other. `wake` is called on the network's thread when there is something to drain."""

    def __init__(self, wake: Callable[[], None] = lambda: None, clock: Callable[[], float] = time.monotonic) -> None:
        self.wake = wake
        self.clock = clock
        self.dropped = 0
        """Frames that were not taken because they came too quickly, for who measures."""
        self._lock = threading.Lock()
        self._lines: dict[int, DoorLine] = {}
        self._number = 0
        self._queue: deque[tuple[Happening, DoorLine, str]] = deque()
        self._last: Parcel | None = None

    # The network's side

    @property
    def full(self) -> bool:
        """Whether no further line may come."""
        return len(self._lines) >= MOST_LINES

    def open_line(self, ready: Callable[[], None] = lambda: None, address: str = "") -> DoorLine:
        """A new line. `ready` is called when something waits to be sent on it."""
        with self._lock:
            self._number += 1
            line = self._lines[self._number] = DoorLine(self, self._number, ready, address)
        self.happened("opened", line, address)
        return line

    def happened(self, what: Happening, line: DoorLine, text: str = "") -> None:
        """Let the room know of something."""
        with self._lock:
            first = not self._queue
            self._queue.append((what, line, text))
            if what == "received":
                line.unread += 1
            elif what == "closed":
                self._lines.pop(line.number, None)
        if first:
            self.wake()

    def cut(self, line: DoorLine, why: str) -> None:
        """End a line that sends too much or takes too little; what waited for it is not sent any more."""
        line.outbox.cut(Parcel({"end": why}))

    # The room's side

    def drain(self, room: Listener) -> int:
        """Tell the room what has happened since the last time. Returns how much it was; a flood is taken in portions."""
        done = 0
        while done < AT_ONCE:
            with self._lock:
                if not self._queue:
                    return done
                what, line, text = self._queue.popleft()
                if what == "received":
                    line.unread -= 1
            done += 1
            if what == "opened":
                room.opened(line.number, text)
            elif what == "received":
                room.received(line.number, text)
            else:
                room.closed(line.number)
        self.wake()
        return done

    def put(self, line: int, frame: dict[str, object], kind: str = "") -> None:
        """Send a frame on a line; of one kind the latest wins while it waits."""
        there = self._lines.get(line)
        if there is None:
            return
        if self._last is None or self._last.frame is not frame:
            self._last = Parcel(frame)
        if not there.outbox.put(self._last, kind):
            self.cut(there, "slow")

    def end(self, line: int, why: str) -> None:
        """Tell a device why its line ends, and end it."""
        there = self._lines.get(line)
        if there is not None:
            there.outbox.end(Parcel({"end": why}))

    def lines(self) -> list[DoorLine]:
        """The lines that are open now."""
        with self._lock:
            return list(self._lines.values())
