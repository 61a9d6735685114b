"""What the board asks of a browser's tab."""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.board.machine import Machine, Reader
from caffael.browser import wire
from caffael.browser.keeping.home import Home
from caffael.browser.reader import PageReader
from caffael.browser.standin import scrap
from caffael.browser.thinking import SlicedThinker
from caffael.presentation.saving import Storage

if TYPE_CHECKING:
    from caffael.board.classroom.doors import Door, MakeDoor
    from caffael.browser.uplink import TabUplink

TYPES = {".html": "text/html", ".csv": "text/csv", ".pdf": "application/pdf", ".zip": "application/zip", ".png": "image/png"}
"""What kinds of files are called on the web."""


class LaterErrands:
    """Does what nobody waits for once the board has nothing to draw."""

    def __init__(self) -> None:
        self._waiting: deque[Callable[[], None]] = deque()

    @property
    def busy(self) -> bool:
        """Whether something is still to do."""
        return bool(self._waiting)

    def run(self, work: Callable[[], None]) -> None:
        """Do it soon."""
        self._waiting.append(work)

    def go_on(self) -> None:
        """Do the next."""
        if self._waiting:
            self._waiting.popleft()()

    def wait(self) -> None:
        """Do all of it now."""
        while self._waiting:
            self.go_on()


class TabMachine(Machine):
    """A browser's tab."""

    can_be_left = False
    sizes_window = False
    opens_copies = True
    listens = False

    def __init__(self, home: Home) -> None:
        self.home = home
        self._asked_to_keep = False
        self.thinking = SlicedThinker()
        self.later = LaterErrands()
        self.reader: PageReader | None = None
        self.uplink: TabUplink | None = None

    @property
    def storage(self) -> Storage:  # type: ignore[override]
        """What the browser keeps."""
        return self.home.state

    downloads = True

    @property
    def relay(self) -> str:  # type: ignore[override]
        """The relay that this page came from, if it came from one: no other can be reached."""
        return str(wire.net.origin) if wire.net is not None else ""

    def doors(self, wake: Callable[[], None]) -> "MakeDoor":
        """A tab's one door is a line to the relay it came from."""

        def make(way: str, relay: str, code: str, ticket: str) -> "Door":
            from caffael.browser.uplink import TabUplink

            del way
            self.uplink = TabUplink(relay or self.relay, wake, ticket=ticket, code=code)
            return self.uplink

        return make

    def other_folders(self) -> dict[str, Path]:
        """There is no other: what lies outside of the home folder is gone with the tab."""
        return {}

    def game_began(self) -> None:
        """Ask the browser once not to clear the games away; the page answers with `persisted`."""
        if self.home.mirror is not None and not self._asked_to_keep:
            self._asked_to_keep = True
            wire.post("persist")

    def thinker(self) -> SlicedThinker:
        """Bots think between two frames."""
        return self.thinking

    def errands(self) -> LaterErrands:
        """Pictures are written when there is nothing to draw."""
        return self.later

    def reader_offered(self) -> bool:
        """The page is read, whether or not anybody listens."""
        return True

    def open_reader(self, name: str) -> Reader | None:
        """The page has elements for what stands on the board (page/access.js)."""
        self.reader = PageReader(name, lambda news: wire.post("access", **news), self.later)
        return self.reader

    def give_file(self, folder: Path, name: str, content: bytes) -> Path | None:
        """The page offers it as a download."""
        del folder
        wire.post("give", name=name, type=TYPES.get(Path(name).suffix.lower(), "application/octet-stream"), content=content)
        return None

    def choose_file(self) -> bool:
        """The page opens the window of its system; what is chosen comes as `chosen` (tab.py)."""
        from caffael.presentation.setup.incoming import NOTICE_FILES
        from caffael.saves import SUFFIX
        from caffael.scenario.read.sources import ZIP

        wire.post("choose", accept=",".join((SUFFIX, ZIP, ".xlsx", *NOTICE_FILES)))
        return True

    def shower(self) -> Callable[[Path], bool] | None:
        """A tab shows no folders."""
        return None

    def copy_text(self, text: str) -> bool:
        """Put a text on the clipboard of the page."""
        scrap.put_text(text)
        return True
