"""What carries the room's frames to the devices: the room calls it, a server's thread or a browser's socket does it."""

from typing import Protocol


class Outlet(Protocol):
    """Called on the room's thread; it never blocks and never raises. A line that is gone swallows what is put to it."""

    def put(self, line: int, frame: dict[str, object], kind: str = "") -> None:
        """Send a frame. One without a kind arrives, in order; of one kind the latest wins while it waits."""

    def end(self, line: int, why: str) -> None:
        """Send `{"end": why}` and close the line."""
