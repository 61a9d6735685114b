"""What the figures of the classroom are measured against, in processes of their own: `room`, a board with one room on this network, and
`boards`, many plain boards behind a relay. They are asked line by line on standard input, and answer on standard output.
"""

import json
import queue
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from caffael.classroom.net.lan import LanDoorway
from caffael.classroom.net.limits import Limits
from caffael.classroom.net.lines import Line, Refused
from caffael.classroom.net.uplink_socket import RelayUplink
from caffael.classroom.room import Room
from caffael.classroom.table import PlainTable
from caffael.match import Match
from caffael.rules.notation import to_text, weights_text
from caffael.rules.records import State
from caffael.rules.terms import Phase
from caffael.saves import Seat
from caffael.scenario import load_pack
from caffael_tools.bench import resident_mb

PAGE = "<section>" + "x" * 4_000 + "</section>"
"""What a plain board shows all its devices after an act: as much as the parts that change."""


def say(**words: Any) -> None:
    """Answer who asked."""
    print(json.dumps(words), flush=True)


class ManyAddresses(LanDoorway):
    """A doorway to which each line comes from another address, as on a school's network."""

    def open_for(self, ready: Callable[[], None], address: str) -> Line | Refused:
        """Open a line."""
        number = self._number + 1
        return super().open_for(ready, f"10.0.{number // 250}.{number % 250 + 1}")


class OneRoom:
    """A board with one room: its game is recorded on the disk, and begun anew when it is over."""

    def __init__(self, folder: Path, seats: int) -> None:
        self.folder = folder
        self.seats = seats
        self.pack = load_pack("smarter-spending", 3)
        self.games = 0
        self.woken = threading.Event()
        self.table = PlainTable(self.new_game())
        self.doorway = ManyAddresses(limits=Limits(connections=0, wait_when_busy=0.0), wake=self.woken.set, host="127.0.0.1", ports=(0,))
        self.room = Room(self.table, self.doorway, journal=folder / "class.room")
        self.doorway.code = self.room.code
        self.asked: queue.Queue[str] = queue.Queue()

    def new_game(self) -> Match:
        """Another game."""
        self.games += 1
        councils = self.pack.ids.councils
        row = [Seat(f"Team {seat + 1}", councils[seat % len(councils)], "you") for seat in range(self.seats)]
        return Match.start(self.pack, row, self.games, save=self.folder / f"game-{self.games}.caffael")

    def act(self, plain: bool) -> tuple[int, list[str]]:
        """Who decides now, and one table action of his in words; the plainest one if the other was not taken."""
        match = self.table.match
        assert match is not None
        if match.finished:
            match.close()
            match = self.table.match = self.new_game()
            self.room.changed()
        state, legal = match.state, match.legal()
        if state.phase == Phase.BUY and not plain and len(match.history) % 2:
            found = self._tender(match, state)
            if found:
                return state.decider, found
        return state.decider, [to_text(legal[-1], match.cards, match.ids)]

    @staticmethod
    def _tender(match: Match, state: State) -> list[str]:
        council = state.councils[state.decider]
        words = [f"tender {match.ids.needs[need]}" for need in council.tray[: council.tray_count]]
        legal = {to_text(action, match.cards, match.ids) for action in match.legal()}
        first = next((word for word in words if word in legal), "")
        return [first, "route open", f"weights {weights_text(match.cards, 0)}"] if first else []

    def run(self) -> None:
        """Own the room until nobody asks any more."""
        self.doorway.start()
        say(port=self.doorway.port, code=self.room.code)
        threading.Thread(target=self._read, daemon=True).start()
        while True:
            self.woken.wait(min(self.room.tick(), 1.0))
            self.woken.clear()
            self.doorway.drain(self.room)
            while not self.asked.empty():
                word = self.asked.get()
                if not word:
                    self.room.close()
                    self.doorway.stop()
                    return
                if word == "memory":
                    say(memory_mb=resident_mb())
                else:
                    seat, words = self.act(word == "plain")
                    self.room.changed()
                    say(seat=seat, do=words)

    def _read(self) -> None:
        for line in sys.stdin:
            self.asked.put(line.strip())
            self.woken.set()
        self.asked.put("")
        self.woken.set()


class PlainBoard:
    """A board that answers every frame, and shows all its devices something new now and then. It is what a relay needs, and no game."""

    def __init__(self, relay: str, wake: Callable[[], None]) -> None:
        self.doorway = RelayUplink(relay, wake)
        self.lines: set[int] = set()
        self.answers = 0

    def opened(self, line: int, address: str = "") -> None:
        """A device has come."""
        del address
        self.lines.add(line)

    def received(self, line: int, text: str) -> None:
        """Answer a frame; every 16th changes what all see."""
        said = json.loads(text)
        if "hello" in said:
            self.doorway.put(line, {"you": {"role": "watcher"}})
            return
        self.doorway.put(line, {"yes": said["id"]})
        self.answers += 1
        if self.answers % 16 == 0:
            frame: dict[str, object] = {"v": self.answers, "parts": {"council": PAGE}}
            for one in self.lines:
                self.doorway.put(one, frame, "part:council")

    def closed(self, line: int) -> None:
        """A device has gone."""
        self.lines.discard(line)


def run_boards(relay: str, count: int) -> None:
    """Open rooms on a relay and own them until nobody asks any more."""
    woken = threading.Event()
    boards = [PlainBoard(relay, woken.set) for _ in range(count)]
    for board in boards:
        board.doorway.start()
    while not all(board.doorway.open for board in boards):
        time.sleep(0.02)
    say(codes=[board.doorway.code for board in boards])
    over = threading.Event()

    def read() -> None:
        for line in sys.stdin:
            if line.strip() == "memory":
                say(memory_mb=resident_mb())
        over.set()
        woken.set()

    threading.Thread(target=read, daemon=True).start()
    while not over.is_set():
        woken.wait(1.0)
        woken.clear()
        for board in boards:
            board.doorway.drain(board)
    for board in boards:
        board.doorway.stop()


def main(words: list[str]) -> None:
    """Be one of them."""
    if words[0] == "room":
        with tempfile.TemporaryDirectory() as folder:
            OneRoom(Path(folder), int(words[1])).run()
    else:
        run_boards(words[1], int(words[2]))


if __name__ == "__main__":
    main(sys.argv[1:])
