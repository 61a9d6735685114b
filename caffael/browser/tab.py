"""The board in a tab: it is opened, told what happens, and asked for frames. Called by `page/worker.js`.

The stand-in is installed by `install`, before anything imports pygame.
"""

import shutil
import sys
import time
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caffael.browser import standin, wire
from caffael.browser.ahead import Ahead
from caffael.browser.hands import events_of
from caffael.browser.standin import letters
from caffael.words.typefaces import OURS

if TYPE_CHECKING:
    from caffael.board.session import Session
    from caffael.browser.machine import TabMachine

SEMIBOLD = "Lexend-SemiBold.ttf"
IDLE = -1.0
AFTER_A_FAULT = 1000.0
"""Milliseconds until the next frame where something failed that may fail again."""
INCOMING = "opened"
"""The folder of the home folder in which packs lie that were dropped on the board."""
PASSING = ".cache/dropped"
"""The one in which a file lies that was dropped, until it is known what it is; nothing in it is kept."""
MOST_FOLDER = 50_000_000
"""Bytes of a folder; a larger one is no pack."""


def plain(name: str) -> str:
    """The last part of a name, without the points that would lead elsewhere or hide it."""
    return Path(name).name.strip(".")


def install(canvas: Any, page: Any, net: Any = None) -> dict[str, bytes]:
    """Let `import pygame` give the stand-in, and give the files of the typefaces by their names, for the page to load."""
    wire.use(canvas, page, net)
    sys.modules["pygame"] = standin
    found = {}
    for name, (package, file) in OURS.items():
        found[name] = Path(str(files(package).joinpath("files", file)))
    found["lexend-bold"] = Path(str(files("caffael.board").joinpath("fonts", SEMIBOLD)))
    for name, path in found.items():
        letters.FACES[str(path)] = name
    return {name: path.read_bytes() for name, path in found.items() if path.is_file()}  # letters of other scripts come later


class Tab:
    """The board in this tab. `ahead` is what it loads while it has nothing else to do."""

    def __init__(self, session: "Session", machine: "TabMachine", ahead: Ahead | None = None) -> None:
        self.session = session
        self.machine = machine
        self.ahead = ahead or Ahead(())
        self._passing: list[Path] = []  # what was dropped and is looked at in the next frame

    def take(self, kind: str, message: dict[str, Any]) -> None:
        """Take note of what the page tells: a kind, and what belongs to it. What fails is told on the board, as on a desktop."""
        self.machine.home.stir(time.monotonic())
        try:
            self._take(kind, message)
        except Exception as fault:
            self.session.note_fault(fault)

    def _take(self, kind: str, message: dict[str, Any]) -> None:
        if kind == "resize":
            self.resize(message["width"], message["height"], message["ratio"])
        elif kind == "full":
            self.fill_screen(message["on"])
        elif kind == "pasted":
            standin.scrap.text = message["text"]
            self.post("key", {"key": "v", "code": "KeyV", "ctrl": True})
        elif kind in ("drop", "chosen"):
            self.receive(message["name"], bytes(message["content"]))
        elif kind == "dropped folder":
            self.receive_folder(message["name"], {name: bytes(content) for name, content in message["files"]})
        elif kind == "access":
            if self.machine.reader is not None:
                self.machine.reader.take(message)
        elif kind == "net":
            if self.machine.uplink is not None:
                self.machine.uplink.take(message)
        elif kind == "hidden":
            self.hide()
        elif kind == "persisted":
            self.machine.home.promised(message["granted"])
        else:
            self.post(kind, message)

    def post(self, kind: str, message: dict[str, Any]) -> None:
        """Let the board hear of hands and keys."""
        for event in events_of(kind, message, standin.display.size):
            if hasattr(event, "pos"):
                standin.mouse.place = event.pos
            standin.event.post(event)

    def resize(self, width: int, height: int, ratio: float) -> None:
        """The tab has another size, in pixels of the screen; so many of them are one pixel of the page."""
        self.machine.density = ratio
        standin.display.resized(width, height)
        standin.event.post(standin.event.Event(standin.VIDEORESIZE, size=(width, height), w=width, h=height))

    def fill_screen(self, on: bool) -> None:
        """The tab fills the screen, or no longer does."""
        standin.display.filled(on)
        if self.session.app.full_screen != on:
            self.session.app.full_screen = on
            self.session.app.rebuild()

    def receive(self, name: str, content: bytes) -> None:
        """Put a file that was dropped where it is found again, and open it.

        A saved game is played on, so it belongs to the saved games; a pack stays for the games that are played with it. Anything else is
        there until it has been looked at.
        """
        from caffael.authoring.own.moving import is_whole_file, lay_beside
        from caffael.saves import games_folder
        from caffael.saves.reading import MOST_FILE, is_record
        from caffael.scenario.read.places import is_pack

        name = plain(name) or "file"
        path = self._lay_down(Path.home() / PASSING / str(len(self._passing)) / name, content)
        self._passing.append(path)
        if is_record(path) and len(content) <= MOST_FILE:
            try:
                path, _ = lay_beside(games_folder(), name, content)
            except OSError:  # it is played all the same, and says why it is not saved
                path = self._lay_down(Path.home() / INCOMING / name, content)
        elif self.session.match is None and is_pack(path) and len(content) <= MOST_FILE and not is_whole_file(path):
            path = self._lay_down(Path.home() / INCOMING / name, content)
        standin.event.post(standin.event.Event(standin.DROPFILE, file=str(path)))

    def receive_folder(self, name: str, files: Mapping[str, bytes]) -> None:
        """Put a folder that was dropped, or the files of a game, where a pack stays, and open it.

        The newer one takes the place of an older one of its name, as it does where somebody works on a folder.
        """
        from caffael.authoring.own.entries import pack_at

        name = plain(name) or "game"
        folder = Path.home() / PASSING / str(len(self._passing)) / name
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            self._lay_down(folder.joinpath(*filter(None, map(plain, path.split("/")))), content)
        self._passing.append(folder)
        if self.session.match is None and pack_at(folder) is not None and sum(map(len, files.values())) <= MOST_FOLDER:
            place = Path.home() / INCOMING / name
            shutil.rmtree(place, ignore_errors=True)
            place.parent.mkdir(parents=True, exist_ok=True)
            folder = folder.rename(place)
        standin.event.post(standin.event.Event(standin.DROPFILE, file=str(folder)))

    @staticmethod
    def _lay_down(path: Path, content: bytes) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def hide(self) -> None:
        """The page is hidden, and may never be seen again."""
        try:
            if self.session.match is not None:
                self.session.match.save_again()
            self.machine.later.wait()
        finally:
            self.machine.home.sweep()

    def frame(self) -> float:
        """Do a frame, if one is due. Returns in how many milliseconds the next one is: 0 at once, below 0 not before something happens.

        What fails beside the screen is told on the board, as what fails in it, and the board goes on. A board that is given up, because its
        title fails too, is told to the page.
        """
        app = self.session.app
        if not app.running:
            return IDLE
        app.frame()
        self._forget_passing()
        try:
            return self._do_beside()
        except Exception as fault:
            self.session.note_fault(fault)
            return AFTER_A_FAULT
        finally:
            if not app.running:
                wire.post("failed", where="frame", why="the title can't be drawn")

    def _do_beside(self) -> float:
        """Do some of what is done between two frames, and say when the next one is."""
        app = self.session.app
        self.machine.thinking.go_on()
        if app.busy or self.machine.thinking.busy:
            return 0.0
        if self.machine.later.busy:
            self.machine.later.go_on()
            return 0.0
        if self.ahead.busy:
            return self.ahead.go_on()
        now = time.monotonic()
        wake, rest = app.next_wake(), self.machine.home.rest(now)
        waits = [*([] if wake is None else [wake - now]), *([] if rest is None else [rest])]
        return max(1.0, min(waits) * 1000) if waits else IDLE

    def _forget_passing(self) -> None:
        """Free the room of files that were dropped and have been looked at."""
        while self._passing:
            path = self._passing.pop()
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def open_tab(width: int, height: int, ratio: float, language: str = "", store: Any = None) -> Tab:
    """Open the board at its title in a tab of a size in pixels. `language` is that of the browser, for the first time, and `store` is what
    the browser keeps files in (page/store.js); None where nothing is kept.
    """
    from caffael.board.options import BoardOptions, make_session, put_into
    from caffael.board.settings_file import load_settings, was_kept
    from caffael.browser.keeping.home import Home, open_home
    from caffael.browser.machine import TabMachine
    from caffael.presentation.screens import ScreenId

    machine = TabMachine(Home(None, "denied") if store is None else open_home(store))
    machine.density = ratio
    standin.display.resized(width, height)
    settings = load_settings()
    asked = BoardOptions(size=(width, height), machine=machine, language=language if language and not was_kept() else None)
    put_into(settings, asked)
    settings.full_screen = False  # a page fills the screen only when somebody presses something
    session = make_session(asked, settings)
    session.show(ScreenId.TITLE)
    return Tab(session, machine, Ahead())
