"""The window and what belongs to it: `pygame.display`, `key`, `mouse`, `time`, `scrap` (the clipboard) and `mixer` (sounds)."""

from pathlib import Path
from typing import Any

from caffael.browser import wire
from caffael.browser.standin.constants import FULLSCREEN
from caffael.browser.standin.errors import error
from caffael.browser.standin.surfaces import Surface


class Display:
    """`pygame.display`: the tab is the window."""

    def __init__(self) -> None:
        self.size = (1, 1)
        self._surface: Surface | None = None
        self._full = False

    def init(self) -> None:
        """Nothing has to be made ready."""

    def get_init(self) -> bool:
        """Whether there is a window."""
        return True

    def quit(self) -> None:
        """A tab is closed by its browser."""

    def resized(self, width: int, height: int) -> None:
        """Take note of the size of the tab in pixels."""
        self.size = (width, height)
        wire.canvas.resize(width, height)
        self._surface = Surface(self.size, number=0)

    def filled(self, full: bool) -> None:
        """Take note of whether the tab fills the screen."""
        self._full = full

    def set_mode(self, size: Any = (0, 0), flags: int = 0) -> Surface:
        """The surface of the tab; its size is the tab's own. The page is asked to fill the screen, or no longer to."""
        del size
        full = bool(flags & FULLSCREEN)
        if full != self._full:
            self._full = full
            wire.post("full", on=full)
        if self._surface is None:
            self.resized(*self.size)
        assert self._surface is not None
        return self._surface

    def get_surface(self) -> Surface | None:
        """The surface of the tab."""
        return self._surface

    def set_caption(self, title: str) -> None:
        """The page has a title of its own."""

    def flip(self) -> None:
        """What was drawn is seen as soon as the worker rests."""

    def get_desktop_sizes(self) -> list[tuple[int, int]]:
        """How large the tab is."""
        return [self.size]

    def get_window_size(self) -> tuple[int, int]:
        """How large the tab is."""
        return self.size

    def get_driver(self) -> str:
        """What draws."""
        return "canvas"


class Keyboard:
    """`pygame.key`."""

    def start_text_input(self) -> None:
        """A line of the page reads letters while it has the focus (page/typing.js)."""

    def stop_text_input(self) -> None:
        """No line has the focus any more."""

    def set_repeat(self, *times: int) -> None:
        """The browser repeats keys as the computer is set."""

    def get_focused(self) -> bool:
        """Whether keys come here."""
        return True


class Mouse:
    """`pygame.mouse`."""

    def __init__(self) -> None:
        self.place = (0, 0)

    def get_pos(self) -> tuple[int, int]:
        """Where the pointer was seen last."""
        return self.place


class Clipboard:
    """`pygame.scrap`: what was copied here or pasted by the page."""

    def __init__(self) -> None:
        self.text = ""

    def put_text(self, text: str) -> None:
        """Put a text on the clipboard."""
        self.text = text
        wire.post("copy", text=text)

    def has_text(self) -> bool:
        """Whether there is a text on it."""
        return self.text != ""

    def get_text(self) -> str:
        """The text that is on it."""
        return self.text


class Clock:
    """`pygame.time.Clock`: the browser itself says when the next frame is due."""

    def tick(self, most: int = 0) -> int:
        """Nothing is waited for."""
        del most
        return 0


class Time:
    """`pygame.time`."""

    Clock = Clock


class Sound:
    """A sound, which the page plays."""

    def __init__(self, path: str) -> None:
        self.name = Path(path).stem
        try:
            content = Path(path).read_bytes()
        except OSError as fault:
            raise error(str(fault)) from fault
        wire.post("sound", name=self.name, content=content)
        self._volume = 1.0

    def set_volume(self, volume: float) -> None:
        """How loud it is, 0 to 1."""
        self._volume = volume

    def play(self) -> None:
        """Let it be heard."""
        wire.post("sound", name=self.name, volume=self._volume)


class Mixer:
    """`pygame.mixer`."""

    Sound = Sound

    def __init__(self) -> None:
        self._open = False

    def get_init(self) -> bool:
        """Whether sounds can be played."""
        return self._open

    def init(self, *settings: int) -> None:
        """Sounds can be played."""
        del settings
        self._open = True


display, key, mouse, scrap, time, mixer = Display(), Keyboard(), Mouse(), Clipboard(), Time(), Mixer()
