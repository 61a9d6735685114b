"""When what moves while bids are assessed: cards turn up one by one, bars run in, rows change places, the seal comes down. In seconds."""

from dataclasses import dataclass

FIRST = 0.3
FLIP = 0.3
MOST_BETWEEN = 0.22
ALL_FLIPS = 0.9
PAUSE = 0.15
RUN = 0.5
MOVE = 0.45
SEAL = 0.3


@dataclass(frozen=True, slots=True)
class Timeline:
    """The times for so many bids; without cards nothing is turned up, and without weights there are no bars."""

    bids: int
    cards: bool
    weighed: bool

    @property
    def between(self) -> float:
        """From one card to the next."""
        return min(MOST_BETWEEN, ALL_FLIPS / max(1, self.bids))

    @property
    def run(self) -> float:
        """When the true bars begin to run in."""
        return FIRST + (self.bids - 1) * self.between + FLIP + PAUSE if self.cards else FIRST

    @property
    def move(self) -> float:
        """When the rows begin to change places."""
        return self.run + (RUN + PAUSE if self.weighed else 0.0)

    @property
    def seal(self) -> float:
        """When the seal begins to come down."""
        return self.move + (MOVE if self.weighed and self.bids > 1 else 0.0)

    @property
    def total(self) -> float:
        """When all is done."""
        return self.seal + SEAL

    def flipped(self, place: int, now: float) -> float:
        """How far the card of a bidder has been turned, 0 to 1; `place` is its place in the order of the row."""
        return 1.0 if not self.cards else share(now, FIRST + place * self.between, FLIP)

    def run_in(self, now: float) -> float:
        """How far the true bars have run in."""
        return share(now, self.run, RUN)

    def moved(self, now: float) -> float:
        """How far the rows have moved to their true places."""
        return share(now, self.move, MOVE) if self.weighed and self.bids > 1 else 1.0

    def sealed(self, now: float) -> float:
        """How far the seal has come down."""
        return share(now, self.seal, SEAL)


def share(now: float, begin: float, seconds: float) -> float:
    """How far a movement has come at a time, 0 to 1."""
    return max(0.0, min(1.0, round((now - begin) / seconds, 6)))
