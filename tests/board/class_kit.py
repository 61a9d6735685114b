"""A class without a network: a door that keeps what is sent, and devices that say what real ones say."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from caffael.board.machine import Machine
from caffael.board.options import BoardOptions, make_session
from caffael.board.session import Session
from caffael.classroom.room import Room
from caffael.presentation.settings import Settings, Way
from caffael.words.language import Code
from caffael.words.sentence import Sentence
from tests.board.frame_kit import pack, seats

CODE = "K7M2QX"


class Door:
    """A door in the tests' own hands."""

    def __init__(self, way: Way, relay: str, code: str, ticket: str) -> None:
        self.way, self.relay = way, relay
        self.code = code or CODE
        self.ticket = ticket or "ticket of " + self.code
        self.address = "http://192.168.1.23:4747" if way == "lan" else f"{relay}/r/{self.code}"
        self.link = f"{self.address}/r/{self.code}" if way == "lan" else self.address
        self.others: tuple[str, ...] = ("10.0.0.4",)
        self.open = False
        self.closed = False
        self.state = Sentence("The room is not open on this network.")
        self.waiting: list[Callable[[Room], None]] = []
        self.sent: dict[int, list[dict[str, Any]]] = {}
        self.ended: dict[int, str] = {}

    def start(self) -> None:
        self.open = True
        self.state = Sentence("Devices reach this computer on its network.")

    def stop(self, closed: bool = True) -> None:
        self.open = False
        self.closed = closed

    def choose(self, address: str) -> None:
        self.address = f"http://{address}:4747"

    def drain(self, room: Room) -> int:
        found, self.waiting = self.waiting, []
        for happen in found:
            happen(room)
        return len(found)

    def put(self, line: int, frame: dict[str, object], kind: str = "") -> None:
        del kind
        self.sent.setdefault(line, []).append(json.loads(json.dumps(frame)))

    def end(self, line: int, why: str) -> None:
        self.ended[line] = why


class Device:
    """One device of the class."""

    def __init__(self, session: Session, line: int, language: Code = "en", token: str = "") -> None:
        self.session, self.line, self.number = session, line, 0
        self.happen(lambda room: room.opened(line, f"10.0.0.{line}"))
        self.say({"hello": {"room": CODE, "language": language, **({"token": token} if token else {})}})

    @property
    def door(self) -> Door:
        assert self.session.host is not None
        found = self.session.host.door
        assert isinstance(found, Door)
        return found

    def happen(self, what: Callable[[Room], None]) -> None:
        """Let something happen on the line, and the board do a frame."""
        self.door.waiting.append(what)
        self.session.app.frame()

    def say(self, frame: dict[str, Any]) -> None:
        """Send a frame."""
        self.happen(lambda room: room.received(self.line, json.dumps(frame)))

    def ask(self, **what: Any) -> dict[str, Any]:
        """Ask for something, and give the answer."""
        self.number += 1
        self.say({"id": self.number, **what})
        return next(one for one in reversed(self.heard) if self.number in (one.get("yes"), one.get("no")))

    def do(self, *words: str) -> dict[str, Any]:
        """Decide something."""
        return self.ask(do=list(words), at=self.at)

    @property
    def heard(self) -> list[dict[str, Any]]:
        """Every frame that came."""
        return self.door.sent.get(self.line, [])

    @property
    def at(self) -> int:
        """The number of the table that it was shown last."""
        return next((one["v"] for one in reversed(self.heard) if "v" in one), 1)

    @property
    def token(self) -> str:
        """Its key."""
        return str(next(one["you"]["token"] for one in reversed(self.heard) if one.get("you", {}).get("token")))

    def leave(self) -> None:
        """Go off the line."""
        self.happen(lambda room: room.closed(self.line))


class ClassMachine(Machine):
    """A machine whose doors lead nowhere."""

    def doors(self, wake: Callable[[], None]) -> Any:
        del wake
        return Door


def class_board(
    folder: Path, size: tuple[int, int] = (1280, 720), code: Code = "en", text_scale: float = 1.0, instant: bool = True
) -> Session:
    """A session whose class comes by a door of the tests."""
    settings = Settings(language=code, text_scale=text_scale, instant=instant, movement="off", way="lan")
    session = make_session(BoardOptions(size=size, seed=7, machine=ClassMachine()), settings)
    session.games = folder / "games"
    return session


def lesson(folder: Path, *players: str, **options: Any) -> Session:
    """A game at the table whose room is open."""
    session = class_board(folder, **options)
    session.new_game(pack(), seats(*players))
    session.show_table()
    session.app.frame()
    session.open_class()
    session.app.frame()
    return session


def join(session: Session, seat: int | None, line: int, language: Code = "en") -> Device:
    """A device that joins a team, or watches."""
    device = Device(session, line, language)
    device.ask(join={"watch": 1} if seat is None else {"team": seat})
    device.say({"beat": 1})
    return device
