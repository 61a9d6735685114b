"""A class without a socket: a room over a plain table, its devices, and a clock that the test turns."""

import json
import random
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from caffael.classroom.room import Room
from caffael.classroom.room_view import Looker, RoomView
from caffael.classroom.table import PlainTable
from caffael.match import Match
from caffael.rules.notation import from_text
from caffael.rules.records import Table
from caffael.rules.tender import expected_table
from caffael.rules.terms import NONE, Phase, Route
from caffael.saves import Seat
from caffael.scenario import Pack, load_pack

SCENARIO = "smarter-spending"
_packs: dict[tuple[str, int | None], Pack] = {}


def pack_of(scenario: str = SCENARIO, years: int | None = 3) -> Pack:
    """A scenario, read once."""
    if (scenario, years) not in _packs:
        _packs[scenario, years] = load_pack(scenario, years)
    return _packs[scenario, years]


def new_game(seats: int = 4, seed: int = 6, save: Path | None = None, bots: Collection[int] = (), scenario: str = SCENARIO) -> Match:
    """A game for teams of people, some of them played by bots."""
    pack = pack_of(scenario)
    councils = pack.ids.councils[:seats]
    row = [Seat(f"Team {seat}", council, "balanced" if seat in bots else "you") for seat, council in enumerate(councils)]
    return Match.start(pack, row, seed, save=save)


class Clock:
    """The room's seconds, and those on the wall."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Outbox:
    """An outlet that keeps what it is given, by line."""

    def __init__(self) -> None:
        self.sent: dict[int, list[dict[str, Any]]] = {}
        self.ended: dict[int, str] = {}
        self.raw: list[tuple[int, str, str]] = []

    def put(self, line: int, frame: dict[str, object], kind: str = "") -> None:
        assert line not in self.ended, "nothing is sent on a line that was ended"
        self.raw.append((line, json.dumps(frame, ensure_ascii=False), kind))
        self.sent.setdefault(line, []).append(json.loads(self.raw[-1][1]))

    def end(self, line: int, why: str) -> None:
        self.ended[line] = why


def plain_pages(looker: Looker, view: RoomView, only: Collection[str] | None) -> dict[str, str]:
    """Parts that say in plain words what a page would show."""
    made = {
        "top": f"{view.code} {view.tiles} {view.locked}",
        "status": f"{view.waiting_for} {view.can_act} {view.together} {view.desk.ready} {view.desk.changes} "
        f"{view.opening} {view.stepped_back}",
        "work": f"{view.desk.words[:2]} {view.desk.reason}",
        "team": f"{view.team} {view.captain_offered}",
        "voices": f"{view.spread}",
        "story": f"{None if view.viewer is None else len(view.viewer.history)}",
    }
    return {name: html for name, html in made.items() if only is None or name in only}


class Device:
    """One device: its line, what it was told, and the ids that it counts up."""

    def __init__(self, lesson: "Lesson", line: int) -> None:
        self.lesson = lesson
        self.line = line
        self.id = 0
        self.token = ""

    def send(self, **frame: Any) -> list[dict[str, Any]]:
        """Send a frame; returns what came back on this line."""
        return self.send_text(json.dumps(frame))

    def send_text(self, text: str) -> list[dict[str, Any]]:
        """Send any text, a while after the one before."""
        self.lesson.clock.now += 0.3
        sent = self.lesson.outbox.sent.setdefault(self.line, [])
        before = len(sent)
        self.lesson.room.received(self.line, text)
        return sent[before:]

    def ask(self, **frame: Any) -> dict[str, Any]:
        """Ask for something with the next id; returns the answer to it."""
        self.id += 1
        if "draft" in frame or "do" in frame or "voice" in frame:
            frame.setdefault("at", self.at)
        return self.ask_again(self.id, **frame)

    def ask_again(self, number: int, **frame: Any) -> dict[str, Any]:
        """Ask with an id of one's own; returns the answer to it."""
        answers = [one for one in self.send(id=number, **frame) if one.get("yes", one.get("no")) == number]
        assert len(answers) == 1, answers
        return answers[0]

    def hello(self, token: str = "", **more: Any) -> "Device":
        """Say hello."""
        self.send(hello={"room": self.lesson.room.code, **({"token": token} if token else {}), **more})
        return self

    def join(self, seat: int | None, **more: Any) -> "Device":
        """Join a team, or watch."""
        self.hello(**more)
        answer = self.ask(join={"watch": 1} if seat is None else {"team": seat})
        assert "yes" in answer, answer
        self.token = self.you["token"]
        self.send(beat=1)
        return self

    def again(self) -> "Device":
        """The same device on a new line, as after a reload."""
        other = self.lesson.device()
        other.token, other.id = self.token, self.id
        return other.hello(self.token)

    def gone(self) -> None:
        """Close the line."""
        self.lesson.room.closed(self.line)

    @property
    def heard(self) -> list[dict[str, Any]]:
        """All that it was told."""
        return self.lesson.outbox.sent.setdefault(self.line, [])

    @property
    def you(self) -> dict[str, Any]:
        """Who it is, as it was told last; with its token if it was ever told one."""
        told = [frame["you"] for frame in self.heard if "you" in frame]
        token = [one["token"] for one in told if "token" in one]
        return {**told[-1], **({"token": token[-1]} if token else {})}

    @property
    def at(self) -> int:
        """The number of the table that it was shown last."""
        seen = [frame["v"] for frame in self.heard if set(frame) == {"v"}]
        told = [frame["room"]["v"] for frame in self.heard if "room" in frame]
        return int((seen or told)[-1])

    @property
    def parts(self) -> dict[str, str]:
        """What its page shows."""
        shown = {}
        for frame in self.heard:
            for name, (_, html) in frame.get("parts", {}).items():
                shown[name] = html
        return shown

    @property
    def ended(self) -> str | None:
        """Why its line was ended."""
        return self.lesson.outbox.ended.get(self.line)


class Lesson:
    """A room with a game, or none."""

    def __init__(self, match: Match | None = None, journal: Path | None = None, pages: Any = plain_pages, game: bool = True) -> None:
        self.clock = Clock()
        self.outbox = Outbox()
        self.table = PlainTable((match or new_game()) if game else match)
        self.pages = pages
        self.journal = journal
        self.lines = 0
        self.room = Room(self.table, self.outbox, journal=journal, clock=self.clock, wall=self.clock, pages=pages)

    def device(self, address: str = "") -> Device:
        """A device that has opened a line."""
        self.lines += 1
        self.room.opened(self.lines, address or f"10.0.0.{self.lines}")
        return Device(self, self.lines)

    def team(self, seat: int | None, devices: int = 1) -> list[Device]:
        """Devices that have joined a team; the first is its captain."""
        joined = []
        for _ in range(devices):
            joined.append(self.device().join(seat))
        self.tick()
        return joined

    def captains(self) -> list[Device]:
        """A device for each team."""
        return [self.team(seat)[0] for seat in range(self.match.state.seats)]

    def tick(self, seconds: float = 0.2) -> None:
        """Let time pass, and everything be drawn."""
        self.clock.now += seconds
        while self.room.tick() == 0.0:
            pass

    def killed(self) -> "Lesson":
        """The board was killed: another process takes up its game and its room."""
        assert self.journal is not None
        assert self.match.path is not None
        other = Lesson.__new__(Lesson)
        other.clock, other.outbox, other.pages, other.journal, other.lines = self.clock, Outbox(), self.pages, self.journal, self.lines
        other.table = PlainTable(Match.resume(self.match.path, self.match.pack))
        other.room = Room.resume(other.table, other.outbox, self.journal, clock=other.clock, wall=other.clock, pages=other.pages)
        return other

    @property
    def match(self) -> Match:
        """The game."""
        assert self.table.match is not None
        return self.table.match


def a_tender(match: Match, seat: int, chance: random.Random | None = None) -> list[str]:
    """The words of a tender that a seat could publish if it were its turn, by the open procedure: for the first of its needs for which
    two would bid, or for one by chance.
    """
    council = match.state.councils[seat]
    needs = council.tray[: council.tray_count]
    need = chance.choice(needs) if chance else next((need for need in needs if bidders_of(match, seat, need) > 1), needs[0])
    row = weights_of(match, 0 if chance is None else chance.randrange(match.cards.weights_count))
    return [f"tender {match.ids.needs[need]}", "route open", "weights " + "/".join(map(str, row))]


def bidders_of(match: Match, seat: int, need: int) -> int:
    """How many would bid for a need by the open procedure."""
    table = Table()
    expected_table(match.cards, match.state, seat, need, NONE, Route.OPEN, 0, NONE, table)
    return table.count


def weights_of(match: Match, row: int) -> list[int]:
    """A row of weights."""
    return match.cards.weights[row * 4 : row * 4 + 4]


def play_words(match: Match, words: Sequence[str]) -> None:
    """Play decisions for whoever decides, at the big screen."""
    for word in words:
        match.play(from_text(word, match.cards, match.ids))


def pass_until(match: Match, phase: Phase) -> None:
    """Let everybody pass until a phase begins."""
    while match.state.phase != phase and not match.finished:
        match.play(match.legal()[-1])
