"""The doors of a room: what a door is, and which one a room gets on a desktop."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from caffael.presentation.settings import Way
from caffael.words.sentence import Sentence

if TYPE_CHECKING:
    from caffael.classroom.room import Room


class Door(Protocol):
    """What carries the room's frames: the board's own server, the line to a relay, or that of a browser's tab."""

    code: str

    @property
    def address(self) -> str:
        """What is typed on a device."""

    @property
    def link(self) -> str:
        """The whole address with the room's code, for the square that a camera reads."""

    @property
    def others(self) -> Sequence[str]:
        """Other addresses of this computer, of which one can be chosen."""

    @property
    def state(self) -> Sentence:
        """How the line stands, in a sentence."""

    @property
    def open(self) -> bool:
        """Whether devices can come."""

    def choose(self, address: str) -> None:
        """Show another address of this computer from now on."""

    def start(self) -> None:
        """Open it."""

    def stop(self, closed: bool = True) -> None:
        """Close it. Devices are told that the room is closed, or else, as where a window is closed, wait until it is there again."""

    def drain(self, room: "Room") -> int:
        """Tell the room what has happened. Returns how much it was."""

    def put(self, line: int, frame: dict[str, object], kind: str = "") -> None:
        """Send a frame."""

    def end(self, line: int, why: str) -> None:
        """End a line."""


MakeDoor = Callable[[Way, str, str, str], Door]
"""Makes a door: the way, the relay's address, the code (of a room in the network) and the ticket (of a room behind a relay)."""


def desktop_door(wake: Callable[[], None]) -> MakeDoor:
    """Makes the doors of a desktop: its own server in the network, or a line to a relay. `wake` is called when something has come."""

    def make(way: Way, relay: str, code: str, ticket: str) -> Door:
        if way == "relay":
            from caffael.classroom.net.uplink_socket import RelayUplink

            return RelayUplink(relay, wake, ticket=ticket, code=code)
        from caffael.classroom.net.lan import LanDoorway
        from caffael.classroom.tokens import new_code

        return LanDoorway(code or new_code(), wake)

    return make
