"""The pace of telling: a tree of widgets with an alarm, so that something can happen by itself and the board still rests meanwhile."""

from collections.abc import Callable

from caffael.board.widgets import Tree


class PacedTree(Tree):
    """A tree that can be woken: `ring` sets the one alarm there is."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self._call: Callable[[], None] | None = None
        self._at = 0.0

    @property
    def waiting(self) -> bool:
        """Whether the alarm is set."""
        return self._call is not None

    def ring(self, seconds: float, call: Callable[[], None]) -> None:
        """Call something after so many seconds, instead of what was to be called before."""
        self._call = call
        self._at = self._clock() + seconds

    def ring_now(self) -> None:
        """Call at the next tick what was to be called later."""
        self._at = self._clock()

    def hush(self) -> None:
        """Call nothing."""
        self._call = None

    def next_wake(self) -> float | None:
        """Say when something will change by itself, in the clock's seconds."""
        toast = super().next_wake()
        if self._call is None:
            return toast
        return self._at if toast is None else min(self._at, toast)

    def tick(self) -> None:
        """Call what it is time for."""
        super().tick()
        call = self._call
        if call is not None and self._clock() >= self._at:
            self._call = None
            call()
