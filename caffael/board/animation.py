"""Movement: what changes over a little time, and how quickly at first and slowly at the end.

Times are seconds. The steps of movement are those of the settings: with "reduced" what would leave its place is there at once, with
"off" everything; what follows a movement happens all the same.
"""

from collections.abc import Callable
from dataclasses import dataclass


def ease_out(share: float) -> float:
    """Say how far a movement has come that begins fast and ends softly."""
    return 1 - (1 - share) ** 3


def ease_in_out(share: float) -> float:
    """Say how far a movement has come that begins and ends softly."""
    return share * share * (3 - 2 * share)


def even(share: float) -> float:
    """Say how far a movement of one speed has come."""
    return share


def between(first: float, last: float, share: float) -> float:
    """Say which number lies at a share of the way."""
    return first + (last - first) * share


@dataclass(slots=True)
class Movement:
    """One thing that moves: `step` is called with 0 to 1, `done` once at the end."""

    begins: float
    seconds: float
    step: Callable[[float], None]
    done: Callable[[], None] | None
    ease: Callable[[float], float]


class Animator:
    """Runs the movements of a board. It knows no clock: who draws tells it the time."""

    def __init__(self, movement: str = "full") -> None:
        self.movement = movement
        self._movements: list[Movement] = []

    @property
    def still(self) -> bool:
        """Whether nothing moves."""
        return self.movement == "off"

    @property
    def busy(self) -> bool:
        """Whether anything is moving or waiting to."""
        return bool(self._movements)

    def start(
        self,
        now: float,
        seconds: float,
        step: Callable[[float], None],
        done: Callable[[], None] | None = None,
        delay: float = 0.0,
        ease: Callable[[float], float] = ease_out,
        travels: bool = False,
    ) -> None:
        """Begin a movement; one that `travels` leaves its place, as a card in flight does."""
        movement = Movement(now + delay, max(seconds, 0.0), step, done, ease)
        if self.still or (travels and self.movement != "full"):
            step(1.0)
            if done:
                done()
            return
        if delay <= 0:
            step(0.0)
        self._movements.append(movement)

    def advance(self, now: float) -> bool:
        """Bring every movement to a time; say whether anything moved."""
        moved = False
        for movement in list(self._movements):
            if now < movement.begins or movement not in self._movements:
                continue
            moved = True
            share = 1.0 if movement.seconds <= 0 else min(1.0, (now - movement.begins) / movement.seconds)
            movement.step(1.0 if share >= 1.0 else movement.ease(share))
            if share >= 1.0:
                self._movements.remove(movement)
                if movement.done:
                    movement.done()
        return moved

    def finish(self) -> None:
        """Bring everything to its end now, as when a pupil taps to go on. What an end starts anew is finished too."""
        while self._movements:
            movement = self._movements.pop(0)
            movement.step(1.0)
            if movement.done:
                movement.done()

    def drop(self) -> None:
        """Forget every movement as it is, and what would follow it: something in it has failed."""
        self._movements.clear()
