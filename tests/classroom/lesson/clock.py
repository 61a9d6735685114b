"""How long a lesson takes a class, by a clock that is turned and not waited for: teams think as long as people do, through the real room.

Thinking times are lognormal: 90 s for a tender (half take less), 20 s for engaging the market or an answer, 25 s for a lab or a project,
10 s for passing, 15 s and 5 s a contract for Manage; a quarter of the teams is half as slow again, a quarter half as quick again. The big
screen takes 25 s for a tender, 7 s for the rest. Opening, delivery, review and debrief are left out, as in the model that was there first.
"""

import heapq
import json
import random
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from caffael.classroom.room import Room
from caffael.classroom.room_view import Looker, RoomView
from caffael.classroom.table import PlainTable
from caffael.match import Match
from caffael.rules import actions
from caffael.rules.terms import Phase
from caffael.saves import Seat
from caffael.scenario import Pack
from tests.classroom.lesson.decisions import Adviser

SPREAD = 0.5
"""Of the logarithm of a thinking time."""
SPEEDS = (1.5, 1.0, 1.0, 0.67)
THINKING = {"tender": 90.0, "joint": 90.0, "engage": 20.0, "train": 25.0, "project": 25.0, "pass": 10.0, "answer": 20.0, "wait": 10.0}
MANAGING = 15.0
A_TICK = 5.0
CHECKING = 6.0
"""To look at what lies ready, once it is one's turn."""
AGAIN = 0.4
"""Of the time for a decision, where what lay ready has changed."""
TENDER_SHOWN = 25.0
SHOWN = 7.0
MODES = ("one screen", "turns", "sealed")


def nothing(looker: Looker, view: RoomView, only: Collection[str] | None) -> dict[str, str]:
    """Pages that nobody looks at."""
    return {}


class Screen(PlainTable):
    """A game, and a big screen that is busy until some second."""

    def __init__(self, match: Match, clock: Callable[[], float]) -> None:
        super().__init__(match)
        self.clock = clock
        self.busy_until = 0.0

    def answerable(self) -> bool:
        """Whether the big screen is free."""
        return self.clock() >= self.busy_until


@dataclass
class Team:
    """A team with one device, or none where all decide at the big screen."""

    seat: int
    speed: float
    adviser: Adviser
    ready_at: float = 0.0
    thinking: bool = False
    words: list[str] = field(default_factory=list)
    at: int = 1
    id: int = 0


class Lesson:
    """One game in one of the ways. `minutes` is what it took, `waits` how often all waited for the slowest."""

    def __init__(self, pack: Pack, mode: str, seed: int) -> None:
        self.mode = mode
        self.chance = random.Random(f"{seed} {mode}")
        row = [Seat(f"Team {seat + 1}", council, "you") for seat, council in enumerate(pack.ids.councils[:4])]
        self.match = Match.start(pack, row, seed)
        self.now = 0.0
        self.screen = Screen(self.match, lambda: self.now)
        self.room = Room(self.screen, self, clock=lambda: self.now, wall=lambda: self.now, pages=nothing)
        speeds = random.Random(seed).sample(SPEEDS, 4)
        self.teams = [Team(seat, speed, Adviser(seat)) for seat, speed in enumerate(speeds)]
        self.waits = 0
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()
        self._answers: dict[int, dict[str, Any]] = {}
        self._turns = 0
        self._shown = 0
        if mode != "one screen":
            for team in self.teams:
                self.room.opened(team.seat + 1, f"10.0.0.{team.seat + 1}")
                self._say(team, hello={"room": self.room.code})
                self._ask(team, join={"team": team.seat})

    # The room's outlet

    def put(self, line: int, frame: dict[str, Any], kind: str = "") -> None:
        """A device is told something."""
        if "yes" in frame or "no" in frame:
            self._answers[line] = frame
        if set(frame) == {"v"}:
            self.teams[line - 1].at = frame["v"]

    def end(self, line: int, why: str) -> None:
        """No line is ended in a lesson."""
        raise AssertionError(why)

    def _say(self, team: Team, **frame: Any) -> None:
        self.room.received(team.seat + 1, json.dumps(frame))
        self.room.tick()

    def _ask(self, team: Team, **frame: Any) -> bool:
        """Ask the room for something; whether it said yes."""
        team.id += 1
        self._say(team, id=team.id, **frame)
        return "yes" in self._answers[team.seat + 1]

    # The clock

    def later(self, seconds: float, then: Callable[[], None]) -> None:
        """Do something after a while."""
        heapq.heappush(self._due, (self.now + seconds, next(self._numbers), then))

    def thinking(self, team: Team, usual: float) -> float:
        """How long a team thinks about what takes people so long."""
        return usual * team.speed * self.chance.lognormvariate(0.0, SPREAD)

    def play(self) -> float:
        """Play to the end; returns the minutes that it took."""
        self._look()
        while self._due and not self.match.finished:
            self.now, _, then = heapq.heappop(self._due)
            then()
            self.room.changed()
            self.room.tick()
            self._look()
        assert self.match.finished, "the lesson stood still"
        return max(self.now, self.screen.busy_until) / 60

    def _look(self) -> None:
        """See what has happened and what comes next."""
        self._show()
        match = self.match
        if match.finished:
            return
        if self.mode == "one screen":
            self._one_screen()
        elif match.state.phase == Phase.MANAGE:
            self._all(self._manage)
        elif match.state.phase == Phase.OPEN:
            self._when_free(self._open)
        elif match.state.phase == Phase.ANSWER:
            self._one(match.state.decider, self._answer)
        else:
            self._all(self._write)

    def _show(self) -> None:
        """The big screen tells what was played since it was looked at last."""
        turns = self.match.history[self._shown :]
        self._shown = len(self.match.history)
        seconds = sum(TENDER_SHOWN if turn.table is not None else SHOWN for turn in turns if turn.happenings)
        if seconds:
            self.screen.busy_until = max(self.screen.busy_until, self.now) + seconds
            self.later(self.screen.busy_until - self.now, lambda: None)

    # Everything at one screen, as today

    def _one_screen(self) -> None:
        team = self.teams[self.match.state.decider]
        if team.thinking:
            return
        words, usual = self._decided(team)
        self._think(team, max(0.0, self.screen.busy_until - self.now) + self.thinking(team, usual), lambda: self._played(words))

    def _decided(self, team: Team) -> tuple[list[str], float]:
        """What a team decides now, and how long people think about it."""
        match = self.match
        if match.state.phase == Phase.MANAGE:
            ticks = team.adviser.manages(match)
            return [*ticks, "done"], MANAGING + A_TICK * len(ticks)
        if match.state.phase == Phase.ANSWER:
            return team.adviser.answers(match), THINKING["answer"]
        words = team.adviser.buys(match)
        return words, THINKING[words[0].partition(" ")[0]]

    def _played(self, words: list[str]) -> None:
        year = self.match.state.year
        for word in words:
            action = next((one for one in self.match.legal() if self.match.text_of(one) == word), None)
            if action is not None and self.match.state.year == year:
                self.match.play(action)

    # On devices

    def _think(self, team: Team, seconds: float, then: Callable[[], None]) -> None:
        """Let a team think, and do what comes of it."""
        team.thinking = True

        def thought() -> None:
            team.thinking = False
            then()

        self.later(seconds, thought)

    def _all(self, of_each: Callable[[Team], None]) -> None:
        for team in self.teams:
            if not team.thinking:
                of_each(team)

    def _one(self, seat: int, then: Callable[[Team], None]) -> None:
        if not self.teams[seat].thinking:
            then(self.teams[seat])

    def _when_free(self, then: Callable[[], None]) -> None:
        if self.screen.answerable():
            then()
            self.later(0.0, lambda: None)

    def _open(self) -> None:
        self.match.play(actions.OPEN, self.match.state.decider)

    def _write(self, team: Team) -> None:
        """A team writes: in turns for its next one, of which it presses what lies ready; in a sealed game its envelope."""
        match = self.match
        if match.state.councils[team.seat].passed:
            return
        if self.mode == "sealed":
            if match.may_decide(team.seat) and not match.state.sealed[team.seat]:
                self._think(team, self.thinking(team, self._decided(team)[1]), lambda: self._do(team))
        elif not team.words:
            self._think(team, self.thinking(team, self._decided(team)[1]), lambda: self._prepared(team))
        elif match.state.decider == team.seat and self.screen.answerable():
            self._its_turn(team)

    def _prepared(self, team: Team) -> None:
        """A team has thought: what it wants by now lies on its desk."""
        if self.match.state.phase != Phase.BUY or self.match.state.councils[team.seat].passed:
            return
        team.words = team.adviser.buys(self.match)
        if self.match.state.decider != team.seat:
            self._ask(team, draft=team.words, at=team.at, ready=1)

    def _its_turn(self, team: Team) -> None:
        """Look at what lies ready, and press; think again where it has changed or the team wants something else by now."""
        desk, words = self.room.desk(team.seat), team.adviser.buys(self.match)
        lies = list(desk.words) == team.words and self.room.ready(team.seat)
        if not lies:
            self._think(team, CHECKING, lambda: self._do(team))
        elif desk.changes or words != team.words:
            self._think(team, self.thinking(team, AGAIN * THINKING[words[0].partition(" ")[0]]), lambda: self._do(team))
        else:
            self._think(team, CHECKING, lambda: self._do(team))

    def _do(self, team: Team) -> None:
        """Press what counts."""
        team.words = []
        if self.match.may_decide(team.seat) and self.match.state.phase == Phase.BUY:
            words = team.adviser.buys(self.match)
            if not self._ask(team, do=words, at=team.at) and "look" in self._answers[team.seat + 1]:
                self._ask(team, do=words, at=team.at)

    def _answer(self, team: Team) -> None:
        seconds = max(0.0, self.screen.busy_until - self.now) + self.thinking(team, THINKING["answer"])
        self._think(team, seconds, lambda: self._ask_answer(team))

    def _ask_answer(self, team: Team) -> None:
        if self.match.state.phase == Phase.ANSWER and self.match.state.decider == team.seat:
            self._ask(team, do=team.adviser.answers(self.match), at=team.at)

    def _manage(self, team: Team) -> None:
        """All tick at the same time; who is done waits."""
        if team.seat in self.room.waits_for():
            ticks = team.adviser.manages(self.match)
            self._think(team, self.thinking(team, MANAGING + A_TICK * len(ticks)), lambda: self._ticked(team))

    def _ticked(self, team: Team) -> None:
        if self.match.state.phase == Phase.MANAGE and team.seat in self.room.waits_for():
            self._ask(team, do=[*team.adviser.manages(self.match), "done"], at=team.at)
