"""A game that is watched: forward and back by decisions and years, by hand or by itself. Nothing of it is played or written anywhere."""

from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from caffael.match import Match
from caffael.presentation.table.watching import WAYS, Moment, Watched, moments_of

PACE = dict(zip(WAYS, (1.4, 1.4, 0.3), strict=True))
"""Seconds from one decision to the next; with pages, those that tell of it come between."""
READING = 3.5
"""Seconds for which a page stays once all of it has been told."""


class Showing(Protocol):
    """What shows the game that is watched."""

    def now(self) -> float:
        """The clock."""

    def follow(self, telling: bool) -> None:
        """See the next action; pages tell of it, if they shall."""

    def stepped(self) -> None:
        """A step or a jump was made."""


class Playback:
    """What is watched: the game that is `shown`, in which the decisions still to come lie ahead, and the one that is `live` beneath it, if
    any. `path` is the record of the one that is shown.
    """

    def __init__(self, showing: Showing, shown: Match, live: Match | None, path: Path | None) -> None:
        self.showing = showing
        self.shown = shown
        self.live = live
        self.path = path
        self.moments: list[Moment] = moments_of([*shown.history, *shown.ahead])
        self.playing = False
        self.way = WAYS[0]
        self._due: float | None = None
        self._page: object = None

    # Where it stands

    @property
    def turn(self) -> int:
        """How many actions have been played."""
        return len(self.shown.history)

    @property
    def place(self) -> int:
        """How many decisions have been made."""
        return bisect_left(self.moments, self.turn, key=lambda moment: moment.turn)

    @property
    def at_end(self) -> bool:
        """Whether nothing is ahead."""
        return self.place >= len(self.moments)

    @property
    def year(self) -> int:
        """The year in which the next decision is made."""
        return self.shown.state.year

    @property
    def watched(self) -> Watched:
        """Where it stands, as its bar and its list tell it."""
        live = None if self.live is None else len(self.live.history)
        return Watched(
            moments=self.moments,
            place=self.place,
            playing=self.playing,
            way=self.way,
            live=live is not None,
            moved=live is not None and self.turn != live,
            saved=self.path is not None and (live is None or self.turn <= live),
        )

    # Going

    def go_to(self, place: int) -> None:
        """Show the table as it lay after so many decisions."""
        place = max(0, min(len(self.moments), place))
        turn = self.moments[place].turn if place < len(self.moments) else len(self.shown.history) + len(self.shown.ahead)
        self.pause()
        self.shown.go_to(turn)
        self.showing.stepped()

    def back(self) -> None:
        """Go back to before the last decision."""
        self.go_to(self.place - 1)

    def forward(self) -> None:
        """See the next decision made; the pages that tell of it come up, unless only the table is wanted."""
        place = self.place
        if place >= len(self.moments):
            self.pause()
            return
        moment = self.moments[place]
        for _ in range(moment.after - self.turn):
            self.showing.follow(self.way == "pages")
        if self.at_end:
            self.pause()
        self.showing.stepped()

    def step_on(self) -> None:
        """Stand still, and see the next decision made."""
        self.pause()
        self.forward()

    def next_year(self, by: int) -> None:
        """Go to the beginning of the next year, or of this one, and from there to the one before."""
        firsts = [place for place, one in enumerate(self.moments) if place == 0 or one.year != self.moments[place - 1].year]
        here = self.place
        if by > 0:
            self.go_to(next((place for place in firsts if place > here), len(self.moments)))
        else:
            self.go_to(next((place for place in reversed(firsts) if place < here), 0))

    # By itself

    def set_way(self, way: str) -> None:
        """Watch with pages, at the table alone, or fast."""
        self.way = way
        if self.playing:
            self._due = self.showing.now()

    def play(self) -> None:
        """Go on by itself."""
        if self.at_end:
            self.go_to(0)
        self.playing = True
        self._due = self.showing.now() + PACE["fast"]

    def pause(self) -> None:
        """Stand still."""
        self.playing = False
        self._due = None
        self._page = None

    def next_wake(self) -> float | None:
        """When it goes on by itself, in the clock's seconds; None while it stands still or a page is still telling."""
        if not self.playing or self._due is None:
            return None
        return self._due

    def tick(self, page: object, leave: Callable[[], None] | None, waits: bool) -> None:
        """Go on by itself, if it is time: turn a page over that has been read, or see the next decision made.

        `page` is the one that tells now, if any, and `leave` turns it over once it has told everything; `waits` says that something else
        lies over the table.
        """
        now = self.showing.now()
        if page is not None:
            if leave is None:
                self._due, self._page = None, None
            elif self._page is not page:
                self._page, self._due = page, now + READING
            elif self._due is not None and now >= self._due:
                self._page, self._due = None, now + PACE[self.way]
                leave()
            return
        self._page = None
        if waits:
            self._due = None
        elif self._due is None:
            self._due = now + PACE[self.way]
        elif now >= self._due:
            self._due = now + PACE[self.way]
            self.forward()
