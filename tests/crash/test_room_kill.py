"""A board that owns a room is killed in mid-round: every act that was acknowledged lies in the record once, and every device is back in
its seat. Devices do as their page does: what was not answered is sent again, under its id, on a new line.

`CAFFAEL_ROOM_KILLS=100` is a long look.
"""

import json
import os
import random
import select
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from caffael.classroom.room import Room
from caffael.classroom.table import PlainTable
from caffael.match import Match
from caffael.rules.terms import Phase
from caffael.saves import read, rebuild
from caffael.saves.room import room_path
from tests.classroom.class_of import a_tender, new_game, plain_pages
from tests.crash.test_kill import write_slowly

KILLS = int(os.environ.get("CAFFAEL_ROOM_KILLS", "10"))
FASTER = 100
"""The room's clock runs so much faster than the wall's: devices may send more, and drafts are written down sooner."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked and killed")


# ----------------------------------------------------------------------------------------------------- the board, in a process of its own


class Piped:
    """An outlet into a pipe."""

    def __init__(self, out: int) -> None:
        self.out = out

    def say(self, **what: Any) -> None:
        os.write(self.out, json.dumps(what).encode() + b"\n")

    def put(self, line: int, frame: dict[str, object], kind: str = "") -> None:
        if "parts" not in frame:
            self.say(line=line, frame=frame)

    def end(self, line: int, why: str) -> None:
        self.say(line=line, frame={"end": why})


def own_a_room(record: Path | None, folder: Path, seed: int, came: int, out: int) -> None:
    """Play a game with a room, until killed: the lines of the devices come in by one pipe, what they are told goes out by another."""
    match = Match.resume(record) if record is not None else new_game(seed=seed, save=folder)
    assert match.path is not None
    outlet, table, journal = Piped(out), PlainTable(match), room_path(match.path)

    def clock() -> float:
        return time.monotonic() * FASTER

    if record is not None:
        room = Room.resume(table, outlet, journal, clock=clock, pages=plain_pages)
    else:
        room = Room(table, outlet, journal=journal, clock=clock, pages=plain_pages)
    outlet.say(record=str(match.path), code=room.code, desks=[list(room._hall.desks[seat].buy.words) for seat in range(4)])
    chance, waiting = random.Random(seed), b""
    offered, again = -1, 0.0
    while True:
        if offered != match.moves or time.monotonic() > again:
            offered, again = match.moves, time.monotonic() + 0.02
            outlet.say(**offer_of(match, room, chance))
        ready, _, _ = select.select([came], [], [], 0.001)
        if ready:
            waiting += os.read(came, 1 << 16)
            *lines, waiting = waiting.split(b"\n")
            for text in lines:
                what = json.loads(text)
                if "open" in what:
                    room.opened(what["open"], f"10.0.0.{what['open'] % 250}")
                else:
                    room.received(what["line"], what["text"])
        room.tick()


def offer_of(match: Match, room: Room, chance: random.Random) -> dict[str, Any]:
    """What could be done now: whose turn it is, and a whole table action."""
    if match.finished:
        return {"finished": 1}
    seat = match.state.decider
    if match.state.phase == Phase.MANAGE:
        return {"manage": room.waits_for(), "turns": len(match.history)}
    legal = [match.text_of(action) for action in match.legal()]
    whole = [word for word in legal if word.split()[0] not in ("tender", "joint")]
    tender = a_tender(match, seat)
    words = tender if tender[0] in legal and chance.random() < 0.6 else [chance.choice(whole)]
    return {"seat": seat, "words": words, "turns": len(match.history), "at": room._hall.stand.at}


# ------------------------------------------------------------------------------------------------------------------------------ devices


@dataclass
class Tablet:
    """A device as its page keeps it: who it is, and what was not answered yet."""

    seat: int
    token: str = ""
    name: str = ""
    role: str = ""
    id: int = 0
    line: int = 0
    waiting: dict[int, dict[str, Any]] = field(default_factory=dict)
    back: bool = False


@dataclass
class Acts:
    """What was acknowledged: an act by where it lies in the record, and the last draft of each seat."""

    done: dict[int, tuple[int, list[str]]] = field(default_factory=dict)  # by how many turns came before it
    drafts: dict[int, list[str]] = field(default_factory=dict)
    figures: Counter[str] = field(default_factory=Counter)


class Class:
    """The devices of a class, in front of a board that is killed and begun again."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.seed = seed
        self.chance = random.Random(seed)
        self.tablets = [Tablet(seat) for seat in (0, 1, 2, 3, 0, 2)]
        self.record: Path | None = None
        self.code = ""
        self.acts = Acts()
        self.lines = 0
        self.finished = False
        self.slowest = 0.0
        self.answers = 0
        self.left = b""

    def life(self, answers: int, life: int) -> None:
        """Begin a board, play on it, and kill it a moment after so many answers; each sixth already while the devices come back."""
        for tablet in self.tablets:
            tablet.back = False
        (came, into), (said, out) = os.pipe(), os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.close(into)
                os.close(said)
                if life % 3 == 0:
                    slow_but_for(out)
                own_a_room(self.record, self.folder, self.seed, came, out)
            finally:
                os._exit(7)
        os.close(came)
        os.close(out)
        try:
            self.play(into, said, answers, life % 6 == 5)
        finally:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            os.close(into)
        assert os.WIFSIGNALED(status), "the board came to grief by itself"
        with os.fdopen(said, "rb") as rest:
            for text in (self.left + rest.read()).split(b"\n")[:-1]:
                self.heard(json.loads(text), None)

    def play(self, into: int, said: int, answers: int, early: bool) -> None:
        """Send and hear, until it is time to kill: a moment from the beginning, or from when all are back and so much was answered."""
        self.left, self.answers = b"", 0
        began = time.monotonic()
        moment = self.chance.uniform(0.0, 0.03)
        until, back = began + 10 * moment if early else None, False
        while until is None or time.monotonic() < until:
            ready, _, _ = select.select([said], [], [], 0.002)
            if ready:
                found = os.read(said, 1 << 16)
                assert found, "the board came to grief by itself"
                *lines, self.left = (self.left + found).split(b"\n")
                for text in lines:
                    self.heard(json.loads(text), into)
            if not back and all(tablet.back for tablet in self.tablets):
                back, self.slowest = True, max(self.slowest, time.monotonic() - began)
            if until is None and back and (self.answers >= answers or self.finished):
                until = time.monotonic() + moment

    def send(self, into: int | None, tablet: Tablet, **frame: Any) -> None:
        """Send a frame on a tablet's line."""
        if into is not None:
            os.write(into, json.dumps({"line": tablet.line, "text": json.dumps(frame)}).encode() + b"\n")

    def ask(self, into: int | None, tablet: Tablet, about: dict[str, Any], **frame: Any) -> None:
        """Ask with the next id, and keep it until it is answered."""
        tablet.id += 1
        tablet.waiting[tablet.id] = {"frame": frame, **about}
        self.send(into, tablet, id=tablet.id, **frame)

    def heard(self, what: dict[str, Any], into: int | None) -> None:
        """Do with what the board says as the page of a device does."""
        if "code" in what:
            self.begin(what, into)
        elif "finished" in what:
            self.finished = True
        elif "manage" in what:
            for tablet in map(self.captain, what["manage"]):
                if tablet.back and not tablet.waiting:
                    self.ask(into, tablet, {}, do=["done"], at=1)
        elif "seat" in what:
            self.decide(what, into)
        else:
            self.told(next(one for one in self.tablets if one.line == what["line"]), what["frame"], into)

    def begin(self, what: dict[str, Any], into: int | None) -> None:
        """A board is there: everybody opens a line and says hello."""
        assert self.code in ("", what["code"]), "the room has another code"
        self.record, self.code = Path(what["record"]), what["code"]
        for seat, words in self.acts.drafts.items():
            acting = any("turns" in kept for kept in self.captain(seat).waiting.values())  # what it prepared may be played by now
            assert acting or what["desks"][seat] == words, "a draft that was ready is gone"
        for tablet in self.tablets:
            self.lines += 1
            tablet.line = self.lines
            if into is not None:
                os.write(into, json.dumps({"open": tablet.line}).encode() + b"\n")
            self.send(into, tablet, hello={"room": self.code, **({"token": tablet.token} if tablet.token else {})})

    def told(self, tablet: Tablet, frame: dict[str, Any], into: int | None) -> None:
        """A frame came to a device."""
        if "you" in frame:
            self.is_somebody(tablet, frame["you"], into)
        elif "yes" in frame:
            self.answered(tablet, tablet.waiting.pop(frame["yes"], None))
        elif "no" in frame:
            self.acts.figures["refused"] += tablet.waiting.pop(frame["no"], None) is not None
        assert "end" not in frame, frame

    def is_somebody(self, tablet: Tablet, you: dict[str, Any], into: int | None) -> None:
        """A device is told who it is."""
        if you["role"] == "guest":
            assert not tablet.token, "a device is not back in its seat"
            self.ask(into, tablet, {}, join={"team": tablet.seat})
            return
        if tablet.token:
            assert (you["name"], you["team"]) == (tablet.name, tablet.seat), "a device is back as somebody else"
            assert you["role"] == tablet.role
        tablet.token, tablet.name, tablet.role = you.get("token", tablet.token), you["name"], you["role"]
        tablet.back = True
        self.send(into, tablet, beat=1)
        for number, kept in list(tablet.waiting.items()):
            self.acts.figures["sent again"] += 1
            self.send(into, tablet, id=number, **kept["frame"])

    def captain(self, seat: int) -> Tablet:
        """The first of a seat."""
        return next(tablet for tablet in self.tablets if tablet.seat == seat)

    def decide(self, what: dict[str, Any], into: int | None) -> None:
        """It is somebody's turn: the captain decides, unless it waits for an answer still; another one prepares something."""
        tablet = self.captain(what["seat"])
        if tablet.back and not any("turns" in kept for kept in tablet.waiting.values()):
            self.ask(into, tablet, {"turns": what["turns"]}, do=what["words"], at=what["at"])
        other = self.captain((what["seat"] + 2) % 4)
        if other.back and other is not tablet and not other.waiting and self.chance.random() < 0.4:
            words = [self.chance.choice(["train data", "train procurement", "pass"])]
            self.acts.drafts.pop(other.seat, None)
            self.ask(into, other, {"draft": words}, draft=words, at=what["at"], ready=1)

    def answered(self, tablet: Tablet, kept: dict[str, Any] | None) -> None:
        """Something was acknowledged."""
        if kept is None:
            return
        self.answers += 1
        if "turns" in kept:
            assert kept["turns"] not in self.acts.done, "an act was acknowledged for a place that another one has"
            self.acts.done[kept["turns"]] = (tablet.seat, kept["frame"]["do"])
            self.acts.drafts.pop(tablet.seat, None)
        elif "draft" in kept and not any("draft" in other for other in tablet.waiting.values()):
            self.acts.drafts[tablet.seat] = kept["draft"]

    def hold(self) -> None:
        """Every acknowledged act lies in the record, where it was played and once."""
        if self.record is None:  # killed before the board said that it is there
            assert not self.acts.done
            return
        record = read(self.record)
        rebuild(record)
        moves = [(move.seat, move.text) for move in record.moves]
        for turns, (seat, words) in self.acts.done.items():
            assert moves[turns : turns + len(words)] == [(seat, word) for word in words], "an acknowledged act is gone"


def slow_but_for(out: int) -> None:
    """Write in pieces from now on, so that a board is killed in the middle of lines too; what goes out to the test is whole."""
    whole = os.write
    write_slowly()
    slow = os.write

    def write(file: int, data: Any) -> int:
        return whole(file, data) if file == out else slow(file, data)

    os.write = write


def test_every_acknowledged_act_outlives_every_kill_and_every_device_is_back_in_its_seat(tmp_path: Path) -> None:
    chance, figures = random.Random(100), Counter[str]()
    lesson, lessons, slowest = Class(tmp_path, 1), 1, 0.0
    for kill in range(KILLS):
        if lesson.finished:
            lessons += 1
            lesson = Class(tmp_path, lessons)
        before = len(lesson.acts.done)
        lesson.life(chance.randint(0, 8), kill)
        lesson.hold()
        figures["acts"] += len(lesson.acts.done) - before
        figures["back"] += len(lesson.tablets)
        figures += lesson.acts.figures
        lesson.acts.figures.clear()
        slowest = max(slowest, lesson.slowest)
    print(f"{KILLS} kills, {lessons} lessons, {dict(figures)}, slowest until all were back {slowest:.2f} s")
    assert figures["acts"] > KILLS
    assert figures["sent again"] > 0
