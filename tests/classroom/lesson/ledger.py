"""What was acknowledged to devices, held against what the game's record has: nothing lost, nothing twice, nothing that nobody decided."""

import json
from dataclasses import dataclass, field
from typing import Any

from caffael.classroom.doorway import Listener
from caffael.classroom.outlet import Outlet
from caffael.match import Match
from caffael.rules import actions
from caffael.rules.happened import Happening
from caffael.rules.notation import to_text


@dataclass
class Done:
    """An act that was acknowledged: whose, in which year, and its decisions."""

    seat: int
    year: int
    words: list[str]


@dataclass
class Ledger:
    """Stands between a room and its lines, and writes down what is asked and answered."""

    match: Match
    outlet: Outlet
    room: Listener = field(init=False)
    done: dict[tuple[int, int], Done] = field(default_factory=dict)
    """By the member's number and the frame's id: an act that is sent again is the same act."""
    looks: int = 0
    """How often a device was asked to look once more."""
    refused: list[str] = field(default_factory=list)
    again: int = 0
    """Acts that were sent more than once."""
    unsaved: int = 0
    ends: list[str] = field(default_factory=list)
    frames: int = 0
    _who: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    _asked: dict[tuple[int, int], tuple[list[str], int]] = field(default_factory=dict)
    """What was asked first under an id, and in which year."""

    # From the lines

    def opened(self, line: int, address: str = "") -> None:
        """A line is open."""
        self.room.opened(line, address)

    def received(self, line: int, text: str) -> None:
        """A frame came."""
        self.frames += 1
        frame = json.loads(text)
        if "do" in frame and line in self._who:
            key = self._who[line][0], frame["id"]
            self.again += key in self._asked
            self._asked.setdefault(key, (frame["do"], self.match.state.year))
        self.room.received(line, text)

    def closed(self, line: int) -> None:
        """A line is gone."""
        self._who.pop(line, None)
        self.room.closed(line)

    # To the lines

    def put(self, line: int, frame: dict[str, Any], kind: str = "") -> None:
        """The room answers."""
        if "you" in frame and "number" in frame["you"]:
            self._who[line] = frame["you"]["number"], frame["you"]["team"]
        elif line in self._who:
            number, seat = self._who[line]
            key = number, frame.get("yes", frame.get("no", 0))
            if key in self._asked:
                self._answered(key, seat, frame)
        self.outlet.put(line, frame, kind)

    def _answered(self, key: tuple[int, int], seat: int | None, frame: dict[str, Any]) -> None:
        words, year = self._asked[key]
        if "yes" not in frame:
            self.looks += "look" in frame
            self.refused += [f"{words}: {frame['why']}"] if "why" in frame else []
        elif key not in self.done:
            assert seat is not None
            self.unsaved += "unsaved" in frame
            self.done[key] = Done(seat, year, words)

    def end(self, line: int, why: str) -> None:
        """The room ends a line."""
        self.ends.append(why)
        self.outlet.end(line, why)

    # Afterwards

    def check(self, match: Match) -> int:
        """Hold what was acknowledged against a game, as it was read from its record; returns how many acts there were."""
        for seat in range(match.state.seats):
            own = [turn.action for turn in match.history if turn.seat == seat and decided_there(turn.action)]
            decided = [to_text(action, match.cards, match.ids) for action in own]
            acknowledged = [word for act in self.of(seat, managing=False) for word in act.words]
            assert decided == acknowledged, f"seat {seat}: the record has {decided}, acknowledged was {acknowledged}"
            assert ticks_of(match, seat) == self.ticked(seat), f"seat {seat}: {ticks_of(match, seat)}, acknowledged {self.ticked(seat)}"
        return len(self.done)

    def of(self, seat: int, *, managing: bool) -> list[Done]:
        """What a seat has done, in order."""
        return [act for act in self.done.values() if act.seat == seat and (act.words[-1] == "done") == managing]

    def ticked(self, seat: int) -> dict[int, list[str]]:
        """What a seat has ticked last, by year; years without a tick left out."""
        last = {act.year: sorted(act.words[:-1]) for act in self.of(seat, managing=True)}
        return {year: ticks for year, ticks in last.items() if ticks}


def decided_there(action: int) -> bool:
    """Whether an action is one that a device decides by itself: envelopes are opened at the front, and ticks are played together."""
    return action != actions.OPEN and not managed(action)


def managed(action: int) -> bool:
    """Whether an action belongs to Manage."""
    return action == actions.DONE or actions.MANAGE <= action < actions.SUPPLIER


def ticks_of(match: Match, seat: int) -> dict[int, list[str]]:
    """What a game's record has of a seat's ticks, by year."""
    ticks: dict[int, list[str]] = {}
    year = 1
    for turn in match.history:
        if turn.seat == seat and managed(turn.action) and turn.action != actions.DONE:
            ticks.setdefault(year, []).append(to_text(turn.action, match.cards, match.ids))
        year += sum(row.kind == Happening.YEAR_OPENED for row in turn.happenings)
    return {year: sorted(words) for year, words in ticks.items()}
