"""The team timer: how long the team whose turn it is has been deciding. When its time is over it says so; nothing else happens."""

from collections.abc import Callable, Hashable

SECONDS = 60
STEPS = 48
"""Parts of the ring. It is drawn anew only when one of them has gone."""


class TeamTimer:
    """Counts while it is told that somebody decides. `minutes` is the time of a decision; 0 is no timer."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.minutes = 0
        self._clock = clock
        self._turn: Hashable = None
        self._before = 0.0
        self._since: float | None = None
        self.shown = (0, False)  # the parts of the ring that were drawn last, and whether the time was over then

    def set(self, minutes: int) -> None:
        """Give teams so many minutes, from the beginning."""
        self.minutes = minutes
        self._before = 0.0
        self._since = None if self._since is None else self._clock()

    def watch(self, turn: Hashable, running: bool) -> None:
        """Take note whose turn it is; another turn begins with all of its time. It counts on or rests."""
        now = self._clock()
        if turn != self._turn:
            self._turn, self._before, self._since = turn, 0.0, None
        if not running and self._since is not None:
            self._before, self._since = self._before + now - self._since, None
        elif running and self._since is None:
            self._since = now

    @property
    def spent(self) -> float:
        """Seconds that the team has been deciding."""
        return self._before + (0.0 if self._since is None else self._clock() - self._since)

    @property
    def left(self) -> float:
        """Seconds that it has left, at least 0."""
        return max(0.0, self.minutes * SECONDS - self.spent)

    @property
    def minutes_left(self) -> int:
        """Minutes that it has left; a begun one counts."""
        return int(-(-self.left // SECONDS))

    @property
    def over(self) -> bool:
        """Whether its time is over."""
        return self.minutes > 0 and self.left <= 0

    @property
    def step(self) -> int:
        """How many parts of the ring are left."""
        return 0 if self.minutes == 0 else int(-(-self.left * STEPS // (self.minutes * SECONDS)))

    def next_wake(self) -> float | None:
        """When the next part of the ring goes, in the clock's seconds; None when it rests."""
        if self._since is None or self.minutes == 0 or self.over:
            return None
        part = self.minutes * SECONDS / STEPS
        return self._clock() + max(0.02, self.left - (self.step - 1) * part + 0.01)
