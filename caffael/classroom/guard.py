"""How much one device or address may ask of the room: counts, without a socket and without a clock of their own."""

from collections import deque

BURST = 10
A_SECOND = 4
STRIKES = 3
RUN = 20
CUT_FOR = 10.0
"""Seconds for which a device that flooded the room is kept out."""
TEAM = 8
JOINS_AT_ONCE = 40
"""Devices that may join in the same moment behind a relay, where all have one address: a teacher says *Now*, and a class presses. (More may
look at the door: that is the relay's to bound.)
"""
DEVICES = 64
MOST_LINES = 2 * DEVICES
"""Lines that are open at the same time: of devices, and of older ones that nobody has closed yet."""
CARD_TRIES = 3
CARD_LASTS = 120.0


class Bucket:
    """Lets so many through at once, and then so many a second."""

    def __init__(self, burst: int = BURST, a_second: float = A_SECOND) -> None:
        self.burst = burst
        self.a_second = a_second
        self._left = float(burst)
        self.was_full = True  # when it was last asked
        self._seen: float | None = None

    def lets(self, now: float) -> bool:
        """Whether one more may come at this second, and count it if so."""
        if self._seen is not None:
            self._left = min(self._left + max(now - self._seen, 0.0) * self.a_second, float(self.burst))
        self._seen = now
        self.was_full = self._left >= self.burst
        if self._left < 1:
            return False
        self._left -= 1
        return True


class Flood:
    """A device's frames: a bucket, and how often it ran over. The third time it is cut off; a full bucket forgets."""

    def __init__(self) -> None:
        self.bucket = Bucket()
        self.strikes = 0
        self._over = 0  # frames that ran over, one behind the other

    def lets(self, now: float) -> bool:
        """Whether a frame is read. Those that run over one behind the other are one strike for each twenty."""
        if self.bucket.lets(now):
            self._over = 0
            if self.bucket.was_full:
                self.strikes = 0
            return True
        if self._over % RUN == 0:
            self.strikes += 1
        self._over += 1
        return False

    @property
    def cut(self) -> bool:
        """Whether it has run over so often that its line is ended."""
        return self.strikes >= STRIKES


class Window:
    """Lets so many through within so many seconds; when it is full, optionally none for a while."""

    def __init__(self, most: int, seconds: float, rest: float = 0.0) -> None:
        self.most = most
        self.seconds = seconds
        self.rest = rest
        self._times: deque[float] = deque()
        self._shut_until: float | None = None

    def lets(self, now: float) -> bool:
        """Whether one more may come at this second, and count it if so."""
        if self._shut_until is not None and now < self._shut_until:
            return False
        self._shut_until = None
        while self._times and now - self._times[0] >= self.seconds:
            self._times.popleft()
        if len(self._times) >= self.most:
            if self.rest:
                self._shut_until = now + self.rest
                self._times.clear()
            return False
        self._times.append(now)
        return True


class ByAddress:
    """A window for each address; addresses that have been quiet are forgotten. An empty address is that of everybody behind a relay."""

    def __init__(self, most: int, seconds: float, rest: float = 0.0, addresses: int = 256) -> None:
        self._made = (most, seconds, rest)
        self._windows: dict[str, Window] = {}
        self._addresses = addresses

    def lets(self, address: str, now: float) -> bool:
        """Whether one more may come from an address, and count it if so."""
        window = self._windows.get(address)
        if window is None:
            if len(self._windows) >= self._addresses:
                del self._windows[next(iter(self._windows))]
            window = self._windows[address] = Window(*self._made)
        return window.lets(now)
