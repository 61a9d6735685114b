"""The board in a tab as the room's owner: a page of Chromium from a relay, which reaches its devices through the same relay.

The game lies in the tab. Here is a copy of it, which follows move by move, so that captains can be advised; what was asked and answered is
read on the captains' own lines; and the record that is held against it is the tab's own file.
"""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caffael.browser.building.site import POLICY
from caffael.classroom.device_files import POLICY as DEVICE_POLICY
from caffael.classroom.device_files import device_files
from caffael.classroom.net.limits import Limits
from caffael.match import Match
from caffael.saves import Seat
from caffael.scenario import Pack
from tests.axe import CHROMIUM
from tests.browser.board_kit import Board
from tests.classroom.lesson.ledger import Ledger
from tests.classroom.lesson.owner import Owner
from tests.classroom.relay_kit import free_port, relay_here

if TYPE_CHECKING:
    from playwright.async_api import Page, WebSocket

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage"]
ROOMY = Limits(connections=0, wait_when_busy=0.0)
OFTEN = 0.1
"""Seconds between two questions to the tab."""
BEGIN = """
import js
from caffael.match import Seat
from caffael.scenario import load_pack

def here():
    return js.board.tab.session

def begin(pack, years, seats, seed):
    here().settings.instant = True
    here().new_game(load_pack(pack, years), [Seat(*seat) for seat in seats], seed)
    here().show_table()
    here().open_class()

def code():
    host = here().host
    return "" if host is None or host.room is None else host.room.code

def tell(known):
    game = here().game
    played = [[turn.action, turn.seat] for turn in game.history[known:]]
    trouble = "" if game.trouble is None else game.trouble.pattern
    return [played, here().host.table.answerable(), trouble]

def record():
    return here().game.path.read_text("utf-8")
"""
"""What is run in the board's Python."""


class Nowhere:
    """A room, and the lines to it, that are somewhere else."""

    def opened(self, line: int, address: str = "") -> None:
        """A line is open."""

    def received(self, line: int, text: str) -> None:
        """A frame came."""

    def closed(self, line: int) -> None:
        """A line is gone."""

    def put(self, line: int, frame: dict[str, Any], kind: str = "") -> None:
        """A frame went."""

    def end(self, line: int, why: str) -> None:
        """A line was ended."""


class BigScreen:
    """What the tab said last of its big screen."""

    free = True

    def answerable(self) -> bool:
        """Whether nothing is being opened."""
        return self.free


class TabOwner(Owner):
    """A board in a tab. A page that tells something is left by a key after `shown` seconds. Its frames are how long it is away."""

    def __init__(self, pack: Pack, seats: list[Seat], folder: Path, site: Path, *, seed: int, shown: float = 0.5) -> None:
        super().__init__()
        self.pack, self.seats, self.folder, self.site, self.seed, self.shown = pack, seats, folder, site, seed, shown
        self.match = Match.start(pack, seats, seed)
        self.table: BigScreen = BigScreen()
        self.ledger = Ledger(self.match, Nowhere())
        self.ledger.room = Nowhere()
        self.pressed = 0
        self._telling_since: float | None = None
        self._port = free_port()
        self._lines = 0

    @property
    def port(self) -> int:
        """The relay's."""
        return self._port

    @property
    def record(self) -> Path:
        """The tab's own file, as it was when the room closed."""
        return self.folder / "from-the-tab.caffael"

    def listen(self, page: "Page") -> None:
        """Read what goes over a captain's lines."""
        page.on("websocket", self._line)

    def _line(self, socket: "WebSocket") -> None:
        self._lines += 1
        line = self._lines
        self.ledger.opened(line)
        socket.on("framesent", lambda text: self.ledger.received(line, str(text)))
        socket.on("framereceived", lambda text: self.ledger.put(line, json.loads(text)))
        socket.on("close", lambda _: self.ledger.closed(line))

    def begin(self) -> None:
        """Open the board from a relay, begin a game and open the room."""
        from playwright.sync_api import sync_playwright

        served: dict[str, Any] = {"files": device_files(), "policy": DEVICE_POLICY, "web": self.site, "web_policy": POLICY}
        self.held.enter_context(relay_here(ROOMY, self._port, **served))
        driver = self.held.enter_context(sync_playwright())
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        self.held.callback(browser.close)
        page = browser.new_context(viewport={"width": 1366, "height": 768}, locale="en-GB").new_page()
        self.board = Board(page, f"http://127.0.0.1:{self._port}/board/")
        self._python(BEGIN)
        seats = [[seat.team, seat.council, seat.player] for seat in self.seats]
        self._python(f"begin({self.pack.id!r}, {self.match.cards.settings.years}, {seats!r}, {self.seed})")
        self.board.wait("session.host.room is not None")
        self.code = str(self._python("code()"))

    def go_on(self) -> None:
        """Follow the game in the tab, and leave pages that tell."""
        begun = time.monotonic()
        played, free, trouble = self._python(f"tell({len(self.match.history)})")
        self.frames.append(time.monotonic() - begun)
        assert not trouble, trouble
        assert not self.board.faults, self.board.faults
        for action, seat in played:
            self.match.play(action, seat)
        self.table.free = free
        if free:
            self._telling_since = None
        elif self._telling_since is None:
            self._telling_since = time.monotonic()
        elif time.monotonic() - self._telling_since > self.shown:
            self._telling_since = None
            self.pressed += 1
            self.board.page.keyboard.press("Enter")
        self.woken.wait(OFTEN)
        self.woken.clear()

    def _python(self, code: str) -> Any:
        return self.board.page.workers[0].evaluate(
            """code => {
              const found = board.python.runPython(code);
              return found?.toJs ? found.toJs({ dict_converter: Object.fromEntries }) : found;
            }""",
            code,
        )

    def end(self) -> None:
        """Take the record out of the tab, and close the room."""
        self.record.write_text(self._python("record()"), "utf-8")
        self._python("here().close_class()")
        self.board.wait("not tab.machine.later.busy")
