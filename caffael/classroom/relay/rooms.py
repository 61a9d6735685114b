"""Who is joined with whom: a code, its board's line, its devices' lines. In memory alone; it knows no game, no name and no socket."""

import json
import secrets
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from caffael.classroom.guard import DEVICES, Bucket, ByAddress, Flood
from caffael.classroom.net.limits import Limits
from caffael.classroom.net.lines import Line, Refused
from caffael.classroom.outbox import Outbox
from caffael.classroom.relay import wire
from caffael.classroom.relay.tickets import Tickets
from caffael.classroom.tokens import SIGNS, SIGNS_A_CODE

AWAY, BACK = '{"away":1}', '{"back":1}'
CONNECTIONS = 4_000
"""Of one address at once, where no proxy stands before: more than the largest school has devices."""
FREED = 30 * 60.0
"""Seconds after which the code of a board that does not come back is free."""
EXPECTED = 60.0
"""Seconds in which a new code is claimed by its board, and after the start those for which devices wait for a board that has a ticket."""
MOST_EXPECTED = 2_000
"""Codes that are waited for then."""
MOST_ROOMS = 2_000
MOST_LINES = DEVICES + 16
"""Lines of a room: its devices, and old lines that are not known to be dead yet."""
ROOMS_A_MINUTE = 60
"""That one address may open; a whole school has one."""
ROOMS_OF_ADDRESS = 200
"""That one address may have at once."""
WRONG_A_MINUTE = 60
"""Codes that one address may try which no room has."""
SHUT = 60.0
"""Seconds for which an address that tried more reaches only rooms in which it is already."""
KNOCKS, KNOCKS_A_SECOND = DEVICES, 3.0
"""Lines that may be opened to a room: a class at once, as when the relay was started anew, then so many a second."""
ADDRESSES = 10_000
"""Addresses whose counts are kept."""
KNOWN = 64
"""Addresses of a room's devices that are known to be in it."""
HEAVIEST = 1_000_000
"""Letters that may wait for a device: several times its whole page."""
BOARD_AT_ONCE, BOARD_A_SECOND = 2_000, 400.0
"""Frames of a board: a class that sees everything anew, and then far more than a lively one."""
BOARD_WAITS = 4_000
"""Frames that may wait for a board."""


@dataclass
class Figures:
    """What a relay has done since it began, for who runs it. Counts, and bytes of frames."""

    up: int = 0
    down: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    rooms: int = 0
    claims: int = 0
    refused: Counter[str] = field(default_factory=Counter)


class DeviceLine:
    """A device's line to a relay."""

    def __init__(self, room: "RelayRoom", number: int, ready: Callable[[], None], frame: int) -> None:
        self.room = room
        self.number = number
        self.outbox: Outbox[str] = Outbox(ready, weigh=len, heaviest=HEAVIEST)
        self.flood = Flood()
        self.frame = frame
        self.gone = False

    @property
    def ending(self) -> bool:
        """Whether nothing more comes."""
        return self.outbox.ending

    def take(self) -> list[str]:
        """All that waits."""
        found = self.outbox.take()
        figures = self.room.relay.figures
        figures.down += len(found)
        figures.bytes_down += sum(map(len, found))
        return found

    def receive(self, text: str) -> None:
        """Pass a frame on to the board, if one is there and the device does not send too much or too large ones."""
        if self.outbox.ending:
            return
        relay = self.room.relay
        if len(text) > self.frame or not self.flood.lets(relay.clock()):
            if len(text) > self.frame or self.flood.cut:
                relay.figures.refused["too much"] += 1
                self.cut("busy")
            return
        relay.figures.up += 1
        relay.figures.bytes_up += len(text)
        self.room.to_board(f"{self.number} {text}")

    def cut(self, why: str) -> None:
        """End the line; what waits is not sent any more."""
        self.outbox.cut(json.dumps({"end": why}))

    def close(self) -> None:
        """The device is gone."""
        if not self.gone:
            self.gone = True
            self.room.leave(self)


class BoardLine:
    """A board's line to a relay. Its first frame shows its ticket; until then it is nobody's."""

    def __init__(self, relay: "Relay", code: str, ready: Callable[[], None]) -> None:
        self.relay = relay
        self.code = code
        self.outbox: Outbox[str] = Outbox(ready, BOARD_WAITS)
        self.pace = Bucket(BOARD_AT_ONCE, BOARD_A_SECOND)
        self.room: RelayRoom | None = None

    @property
    def ending(self) -> bool:
        """Whether nothing more comes."""
        return self.outbox.ending

    def take(self) -> list[str]:
        """All that waits."""
        return self.outbox.take()

    def receive(self, text: str) -> None:
        """Pass a frame on to devices; the first one is the ticket."""
        if self.outbox.ending:
            return
        if self.room is None:
            said = wire.read_own(text) or {}
            self.room = self.relay.claim(self, str(said.get("ticket", "")))
            return
        if not self.pace.lets(self.relay.clock()):
            self.relay.figures.refused["too much"] += 1
            self.outbox.cut(wire.own(end="busy"))
            self.close()
            return
        if text == wire.own(closed=1):
            self.relay.free(self.room, "closed")
            return
        found = wire.read_down(text)
        if found is not None:
            self.room.to_devices(found)

    def close(self) -> None:
        """The board is gone."""
        if self.room is not None and self.room.board is self:
            self.room.lose_board()


class RelayRoom:
    """The lines of one code."""

    def __init__(self, relay: "Relay", code: str, now: float) -> None:
        self.relay = relay
        self.code = code
        self.board: BoardLine | None = None
        self.claimed = False
        self.free_at = now + EXPECTED
        self.opened_by = ""
        self.devices: dict[int, DeviceLine] = {}
        self.knocks = Bucket(KNOCKS, KNOCKS_A_SECOND)
        self.addresses: dict[str, None] = {}
        self._number = 0

    def enter(self, ready: Callable[[], None], address: str, now: float) -> DeviceLine | Refused:
        """A new line for a device, or why there is none."""
        if len(self.devices) >= MOST_LINES:
            return Refused("full")
        if not self.knocks.lets(now):
            return Refused("busy")
        self.addresses.pop(address, None)
        self.addresses[address] = None
        if len(self.addresses) > KNOWN:
            del self.addresses[next(iter(self.addresses))]
        self._number += 1
        line = self.devices[self._number] = DeviceLine(self, self._number, ready, self.relay.limits.frame)
        if self.board is None:
            line.outbox.put(AWAY, "board")
        else:
            self.to_board(f"{wire.OPENED}{line.number}")
        return line

    def leave(self, line: DeviceLine) -> None:
        """A device is gone."""
        if self.devices.pop(line.number, None) is not None:
            self.to_board(f"{wire.GONE}{line.number}")

    def take_board(self, board: BoardLine) -> None:
        """A board has shown its ticket. One that was there before goes; the devices that wait are told to begin anew."""
        before, self.board, self.claimed = self.board, board, True
        if before is not None:
            before.outbox.cut(wire.own(end="elsewhere"))
        for line in self.devices.values():
            board.outbox.put(f"{wire.OPENED}{line.number}")
            line.outbox.put(BACK, "board")

    def lose_board(self) -> None:
        """The line of a board is lost: its devices are told, and its code stays its own for a while."""
        self.board = None
        self.free_at = self.relay.clock() + FREED
        for line in self.devices.values():
            line.outbox.put(AWAY, "board")

    def to_board(self, text: str) -> None:
        """Send the board something; one that takes nothing any more is cut."""
        if self.board is not None and not self.board.outbox.put(text):
            board = self.board
            self.lose_board()
            board.outbox.cut(wire.own(end="slow"))

    def to_devices(self, frame: wire.Down) -> None:
        """Pass a frame on to those devices that are still there."""
        for number in frame.numbers:
            line = self.devices.get(number)
            if line is None:
                continue
            if frame.last:
                line.outbox.end(frame.text)
            elif not line.outbox.put(frame.text, frame.kind and f"board:{frame.kind}"):
                self.relay.figures.refused["slow"] += 1
                line.cut("slow")


class Relay:
    """All rooms of one process. `signs` are the first signs of its codes; `clock` runs on, `calendar` is the time of day for tickets."""

    def __init__(
        self,
        key: bytes,
        signs: str = SIGNS,
        *,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
        calendar: Callable[[], float] = time.time,
    ) -> None:
        self.tickets = Tickets(key)
        self.signs = signs
        self.limits = limits or Limits(connections=CONNECTIONS, wait_when_busy=0.0)
        self.clock = clock
        self.calendar = calendar
        self.began = clock()
        self.rooms: dict[str, RelayRoom] = {}
        self.figures = Figures()
        self._openings = ByAddress(ROOMS_A_MINUTE, 60.0, addresses=ADDRESSES)
        self._wrong = ByAddress(WRONG_A_MINUTE, 60.0, addresses=ADDRESSES)
        self._shut: dict[str, float] = {}

    # Boards

    def open_room(self, address: str) -> tuple[str, str] | Refused:
        """A new code and its ticket, or why there is none."""
        if len(self.rooms) >= MOST_ROOMS:
            return self._refused("full")
        has = sum(room.opened_by == address for room in self.rooms.values())
        if has >= ROOMS_OF_ADDRESS or not self._openings.lets(address, self.clock()):
            return self._refused("busy")
        code = self._new_code()
        room = self.rooms[code] = RelayRoom(self, code, self.clock())
        room.opened_by = address
        self.figures.rooms += 1
        return code, self.tickets.ticket(code, self.calendar())

    def _new_code(self) -> str:
        while True:
            code = secrets.choice(self.signs) + "".join(secrets.choice(SIGNS) for _ in range(SIGNS_A_CODE - 1))
            if code not in self.rooms:
                return code

    def open_board(self, code: str, ready: Callable[[], None]) -> Line:
        """A line for a board, which has to show its ticket first."""
        return BoardLine(self, code, ready)

    def claim(self, board: BoardLine, ticket: str) -> RelayRoom | None:
        """Give a board its code, if its ticket says so."""
        code = self.tickets.code(ticket, self.calendar())
        if code is None or code != board.code or code[0] not in self.signs:
            self._refused("ticket")
            board.outbox.end(wire.own(end="ticket"))
            return None
        room = self.rooms.get(code)
        if room is None:
            room = self.rooms[code] = RelayRoom(self, code, self.clock())
        self.figures.claims += 1
        board.outbox.put(wire.own(code=code, ticket=self.tickets.ticket(code, self.calendar())))
        room.take_board(board)
        return room

    # Devices

    def open_device(self, code: str, ready: Callable[[], None], address: str) -> Line | Refused:
        """A line for a device to the room of a code, or why there is none."""
        now = self.clock()
        code = code.upper()
        room = self.rooms.get(code)
        if room is None and self._is_expected(code, now):
            room = self.rooms[code] = RelayRoom(self, code, now)
            room.free_at = self.began + EXPECTED
        if room is None:
            if not self._wrong.lets(address, now):
                self._shut = {one: until for one, until in self._shut.items() if until > now}
                self._shut[address] = now + SHUT
            return self._refused("busy" if self._is_shut(address, now) else "unknown")
        if self._is_shut(address, now) and address not in room.addresses:
            return self._refused("busy")
        found = room.enter(ready, address, now)
        return found if isinstance(found, DeviceLine) else self._refused(found.why)

    def _is_shut(self, address: str, now: float) -> bool:
        """Whether an address has tried so many wrong codes that it reaches no room in which it is not already."""
        return self._shut.get(address, 0.0) > now

    def _is_expected(self, code: str, now: float) -> bool:
        """Whether a code may be that of a board that has not come back yet since the relay began."""
        well_formed = len(code) == SIGNS_A_CODE and code[0] in self.signs and all(sign in SIGNS for sign in code)
        return well_formed and now - self.began < EXPECTED and len(self.rooms) < MOST_EXPECTED

    def _refused(self, why: str) -> Refused:
        self.figures.refused[why] += 1
        return Refused(why)

    # Time

    def tick(self) -> None:
        """Free the codes of boards that have not come back. To be called every few seconds."""
        now = self.clock()
        for room in list(self.rooms.values()):
            if room.board is None and now >= room.free_at:
                self.free(room, "closed" if room.claimed else "unknown")

    def free(self, room: RelayRoom, why: str) -> None:
        """A code is nobody's any more; its devices are told why."""
        if self.rooms.get(room.code) is room:
            del self.rooms[room.code]
        for line in list(room.devices.values()):
            line.outbox.end(json.dumps({"end": why}))
        if room.board is not None:
            room.board.outbox.end()
            room.board = None

    @property
    def devices(self) -> int:
        """Lines of devices that are open."""
        return sum(len(room.devices) for room in self.rooms.values())

    @property
    def boards(self) -> int:
        """Boards that are there."""
        return sum(room.board is not None for room in self.rooms.values())
