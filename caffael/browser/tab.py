"""The board in a tab: it is opened, told what happens, and asked for frames. Called by `page/worker.js`.

The stand-in is installed by `install`, before anything imports pygame.
"""

import sys
import time
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caffael.browser import standin, wire
from caffael.browser.hands import events_of
from caffael.browser.standin import letters
from caffael.words.typefaces import OURS

if TYPE_CHECKING:
    from caffael.board.session import Session
    from caffael.browser.machine import TabMachine

SEMIBOLD = "Lexend-SemiBold.ttf"
IDLE = -1.0
INCOMING = "opened"
"""The folder of the home folder in which files lie that were dropped on the board."""


def install(canvas: Any, page: Any) -> dict[str, bytes]:
    """Let `import pygame` give the stand-in, and give the files of the typefaces by their names, for the page to load."""
    wire.use(canvas, page)
    sys.modules["pygame"] = standin
    found = {}
    for name, (package, file) in OURS.items():
        found[name] = Path(str(files(package).joinpath("files", file)))
    found["lexend-bold"] = Path(str(files("caffael.board").joinpath("fonts", SEMIBOLD)))
    for name, path in found.items():
        letters.FACES[str(path)] = name
    return {name: path.read_bytes() for name, path in found.items() if path.is_file()}  # letters of other scripts come later


class Tab:
    """The board in this tab."""

    def __init__(self, session: "Session", machine: "TabMachine") -> None:
        self.session = session
        self.machine = machine

    def take(self, kind: str, message: dict[str, Any]) -> None:
        """Take note of what the page tells: a kind, and what belongs to it."""
        self.machine.home.stir(time.monotonic())
        if kind == "resize":
            self.resize(message["width"], message["height"], message["ratio"])
        elif kind == "full":
            self.fill_screen(message["on"])
        elif kind == "pasted":
            standin.scrap.text = message["text"]
            self.post("key", {"key": "v", "code": "KeyV", "ctrl": True})
        elif kind in ("drop", "chosen"):
            self.receive(message["name"], bytes(message["content"]))
        elif kind == "access":
            if self.machine.reader is not None:
                self.machine.reader.take(message)
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
        """Put a file that was dropped where it is found again, and open it."""
        from caffael.authoring.own.moving import lay_beside
        from caffael.saves import games_folder
        from caffael.saves.reading import is_record

        folder = Path.home() / INCOMING
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / (Path(name).name or "file")
        path.write_bytes(content)
        if is_record(path):  # it is played on, so it belongs to the saved games
            found, _ = lay_beside(games_folder(), path.name, content)
            path.unlink()
            path = found
        standin.event.post(standin.event.Event(standin.DROPFILE, file=str(path)))

    def hide(self) -> None:
        """The page is hidden, and may never be seen again."""
        if self.session.match is not None:
            self.session.match.save_again()
        self.machine.later.wait()
        self.machine.home.sweep()

    def frame(self) -> float:
        """Do a frame, if one is due. Returns in how many milliseconds the next one is: 0 at once, below 0 not before something happens."""
        app = self.session.app
        app.frame()
        self.machine.thinking.go_on()
        if app.busy or self.machine.thinking.busy:
            return 0.0
        if self.machine.later.busy:
            self.machine.later.go_on()
            return 0.0
        now = time.monotonic()
        wake, rest = app.next_wake(), self.machine.home.rest(now)
        waits = [*([] if wake is None else [wake - now]), *([] if rest is None else [rest])]
        return max(1.0, min(waits) * 1000) if waits else IDLE


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
    return Tab(session, machine)
