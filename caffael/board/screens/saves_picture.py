"""The picture of the table on the card of a saved game."""

from pathlib import Path

import pygame

from caffael.board.painter import Painter
from caffael.board.scale import Box

MOST_BYTES = 4_000_000
"""A picture of ours has a tenth of this at most; what is larger was put there by somebody else."""


def draw_picture(painter: Painter, box: Box, path: Path, instead: str) -> None:
    """Draw the picture that lies beside a record; where there is none, or none that can be read, a small sign."""
    rect = painter.pixels(box)
    picture = painter.look.store.get(("saved", str(path), changed(path), rect.size), lambda: load(path, rect.size))
    if picture.get_width() > 1:
        painter.surface.blit(picture, rect)
        painter.rect(box, None, 0, "line_strong", 1.5)
    else:
        painter.rect(box, "paper_sunk", "radius_small")
        painter.icon(instead, box.center, box.height * 0.4, "line_strong")


def changed(path: Path) -> int:
    """When a picture was last written; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def load(path: Path, size: tuple[int, int]) -> pygame.Surface:
    """A picture in a size in pixels; a single pixel where there is none that can be read."""
    try:
        if 0 < path.stat().st_size <= MOST_BYTES:
            return pygame.transform.smoothscale(pygame.image.load(str(path)).convert(), size)
    except (OSError, ValueError, pygame.error):
        pass
    return pygame.Surface((1, 1))
