"""What the board asks of what it stands on, answered by a desktop. A browser's tab answers in another way (`caffael/browser/machine.py`).

No screen asks where it is: what differs is asked of the window's machine.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from caffael.board.bot_thread import BotThread
from caffael.board.errands import Errands, ThreadErrands
from caffael.board.file_manager import copy_text, shower
from caffael.board.thinking import Thinker
from caffael.presentation.saving import Storage

if TYPE_CHECKING:
    import pygame

    from caffael.board.access.spoken import Shown
    from caffael.board.classroom.doors import MakeDoor


class Reader(Protocol):
    """What takes the board to a screen reader and hears what it asks for."""

    def update(self, screen: "Shown", language: str) -> None:
        """Tell what has changed since the last time."""

    def hears(self, event: "pygame.event.Event", screen: "Shown") -> bool:
        """Take an event that is for the reader; say whether it was one."""


class Machine:
    """A desktop."""

    density = 1.0
    """Pixels of the window to a pixel of the system in which fingers are measured."""
    can_be_left = True
    """Whether the board has a way out of its own: a tab is closed by its browser."""
    sizes_window = True
    """Whether the board can give its window a size: a tab has that of its browser."""

    opens_copies = False
    """Whether a file that is opened is a copy, in which nothing changes when people mend their own."""

    storage: Storage = "kept"
    """What becomes of a game that is saved here."""

    downloads = False
    """Whether files are given as downloads, which need no room in a folder."""

    listens = True
    """Whether devices can reach this machine on its own network: a tab they can't."""

    relay = ""
    """The relay that a board in a tab came from, which is the one it can reach; empty where any can be reached."""

    def doors(self, wake: Callable[[], None]) -> "MakeDoor":
        """Makes the doors by which the devices of a class come. `wake` may be called on any thread when something has come."""
        from caffael.board.classroom.doors import desktop_door

        return desktop_door(wake)

    def other_folders(self) -> dict[str, Path]:
        """Folders in which a game could lie when the usual one takes nothing, by the name of their place."""
        from caffael.saves.places import other_folders

        return other_folders()

    def game_began(self) -> None:
        """A game has begun, so there is something to keep."""

    def thinker(self) -> Thinker:
        """Who lets bots think."""
        return BotThread()

    def errands(self) -> Errands:
        """Who does what nobody waits for, such as writing a picture."""
        return ThreadErrands()

    def reader_offered(self) -> bool:
        """Whether a screen reader can be told of the window. Then it has to be told before the window is seen."""
        from caffael.board.access import offered

        return offered()

    def open_reader(self, name: str) -> Reader | None:
        """What takes the board to a screen reader; None where there is no way."""
        from caffael.board.access import open_reader

        return open_reader(name)

    def give_file(self, folder: Path, name: str, content: bytes) -> Path | None:
        """Give the people a file: it lies in the folder then. Returns its place; None where a browser has it among its downloads.

        Raises OSError.
        """
        from caffael.authoring.own.moving import lay_beside

        return lay_beside(folder, name, content)[0]

    def choose_file(self) -> bool:
        """Let the people choose a file in a window of the system, to be opened like one that is dropped; False where there is none."""
        return False

    def shower(self) -> Callable[[Path], bool] | None:
        """What shows a file in its folder and says whether it could; None where there is nothing for that."""
        return shower()

    def copy_text(self, text: str) -> bool:
        """Put a text on the clipboard; say whether it is there."""
        return copy_text(text)
