"""How long, how many and how large: what somebody on the same network can ask of a server, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The bounds of one server. Times in seconds, sizes in bytes."""

    header_time: float = 5.0
    """Until a request's headers are whole, from the opening of its connection or the end of the one before."""
    body_time: float = 5.0
    """Until its body is."""
    write_time: float = 10.0
    """For which a connection may take nothing of what is sent to it, or stay after it was closed."""
    connections: int = 12
    """Of one address at once; 0 for no bound, as behind a relay, where a whole school has one address."""
    frame: int = 8 * 1024
    """A frame or body that comes up."""
    held: float = 25.0
    """For which a plain request waits for something to come."""
    away: float = 20.0
    """After which a line by plain requests is gone when nothing more is asked on it."""
    ping: float = 20.0
    """Between two pings of a WebSocket; without an answer for as long it is gone."""
    wait_when_busy: float = 10.0
    """For which an address is refused that was cut for sending too much; 0 where a school has one address."""


SEND_BUFFER = 128 * 1024
"""What the system may hold for a device that does not read."""
