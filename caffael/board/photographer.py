"""The picture of the table that lies beside a saved game, so that it is found again in the list."""

import threading
from contextlib import suppress
from pathlib import Path

import pygame

from caffael.board import shapes
from caffael.board.painter import Painter
from caffael.board.window import App
from caffael.presentation.screens import ScreenId

SUFFIX = ".png"
SIZE = (480, 270)
LEAVE_SECONDS = 2.0


def picture_of(record: Path) -> Path:
    """Where the picture of a saved game lies."""
    return record.with_suffix(SUFFIX)


class Photographer:
    """Takes a picture in a few milliseconds and writes it on a thread of its own, so that nobody waits for the disk."""

    def __init__(self) -> None:
        self._writing: threading.Thread | None = None

    def take(self, app: App, record: Path) -> bool:
        """Take the picture of the table for a saved game, if it lies among the screens; say whether it was taken."""
        table = next((screen for screen in app.screens if screen.id is ScreenId.TABLE), None)
        if table is None:
            return False
        theme, size = app.look.theme, app.surface.get_size()
        surface = pygame.Surface(size)
        surface.blit(shapes.ground(size, theme.colour("ground_top"), theme.colour("ground_bottom")), (0, 0))
        painter = Painter(surface, app.look, app.look.scale.offset)
        table.draw(painter)
        table.tree.root.paint(painter)
        small = pygame.transform.smoothscale(surface, SIZE)
        self.wait()
        self._writing = threading.Thread(target=write, args=(small, picture_of(record)), name="picture", daemon=True)
        self._writing.start()
        return True

    def wait(self) -> None:
        """Wait a little for what is being written."""
        if self._writing is not None:
            self._writing.join(LEAVE_SECONDS)
            self._writing = None


def write(surface: pygame.Surface, path: Path) -> None:
    """Write a picture; it is never there half written, and a game without one is as good."""
    draft = path.with_name(f".{path.name}.draft{SUFFIX}")
    try:
        pygame.image.save(surface, str(draft))
        draft.replace(path)
    except (OSError, pygame.error):
        with suppress(OSError):
            draft.unlink(missing_ok=True)
