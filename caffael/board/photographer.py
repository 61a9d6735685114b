"""The picture of the table that lies beside a saved game, so that it is found again in the list."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import pygame

from caffael.board import shapes
from caffael.board.errands import Errands
from caffael.board.painter import Painter
from caffael.board.window import App
from caffael.disk import safe_names
from caffael.presentation.screens import ScreenId

SUFFIX = ".png"
SIDE = 480
"""The longer side of a picture, in pixels."""


def picture_of(record: Path) -> Path:
    """Where the picture of a saved game lies."""
    return record.with_suffix(SUFFIX)


class Photographer:
    """Takes a picture in a few milliseconds and lets it be written beside the game, so that nobody waits for the disk."""

    def __init__(self, errands: Errands) -> None:
        self._errands = errands

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
        small = pygame.transform.smoothscale(surface, [max(1, side * SIDE // max(size)) for side in size])
        self._errands.run(partial(write, small, picture_of(record)))
        return True

    def wait(self) -> None:
        """Wait a little for what is being written."""
        self._errands.wait()


def write(surface: pygame.Surface, path: Path) -> None:
    """Write a picture; it is never there half written, and a game without one is as good."""
    draft = path.with_name(f".{path.name}.draft{SUFFIX}")
    try:
        pygame.image.save(surface, str(draft))
        draft.replace(path)
        safe_names(path)
    except (OSError, pygame.error):
        with suppress(OSError):
            draft.unlink(missing_ok=True)
