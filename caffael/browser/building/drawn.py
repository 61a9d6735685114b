"""The pictures of the page, drawn by the board itself: the title as it opens, and the icons under which a device shows the game."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame

from caffael.board import shapes
from caffael.board.drawings.scenery import hills, sky
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import USUAL, Scale
from caffael.presentation.menu import title_page
from caffael.words.language import Language

TITLE = (1280, 720)
ICONS = (192, 512)
MASKABLE = "maskable"
SHARE, MASKED_SHARE = 0.9, 0.66
"""How much of an icon its emblem takes; a device may cut the edges of a maskable one."""
NAME_SIZE, TOP = 120.0, 90.0


def title() -> bytes:
    """The title without its buttons, as JPEG."""
    look = Look(scale=Scale(*TITLE))
    surface = pygame.Surface(TITLE)
    surface.blit(shapes.ground(TITLE, look.theme.colour("ground_top"), look.theme.colour("ground_bottom")), (0, 0))
    painter = Painter(surface, look, look.scale.offset)
    board = look.board
    painter.scene("title-sky", sky(board))
    painter.scene("hills", hills(board))
    told = title_page(Language("en"))
    painter.icon(told.picture, (board.centerx, TOP + 120), 240)
    painter.words(told.title, (board.centerx, TOP + 330), NAME_SIZE, bold=True, anchor="center")
    return saved(surface, ".jpg")


def icon(size: int, share: float) -> bytes:
    """The emblem on paper, as PNG."""
    look = Look(scale=Scale(*USUAL))
    surface = pygame.Surface((size, size))
    surface.fill(look.theme.colour("ground_top"))
    drawn = look.pictures.get(title_page(Language("en")).picture, (round(size * share), round(size * share)), look.theme.colour("ink"))
    surface.blit(drawn, drawn.get_rect(center=(size // 2, size // 2)))
    return saved(surface, ".png")


def pictures() -> dict[str, bytes]:
    """All pictures of the page by their names."""
    with nowhere():
        found = {"title.jpg": title(), f"icon-{MASKABLE}.png": icon(ICONS[-1], MASKED_SHARE)}
        return found | {f"icon-{size}.png": icon(size, SHARE) for size in ICONS}


@contextmanager
def nowhere() -> Iterator[None]:
    """A window that nobody sees, where there is none: what is drawn has its colours, and a server has no screen."""
    if pygame.display.get_surface() is not None:
        yield
        return
    driver = os.environ.get("SDL_VIDEODRIVER")
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.display.set_mode((1, 1))
    try:
        yield
    finally:
        pygame.display.quit()
        if driver is None:
            del os.environ["SDL_VIDEODRIVER"]
        else:
            os.environ["SDL_VIDEODRIVER"] = driver


def saved(surface: pygame.Surface, ending: str) -> bytes:
    """A picture as the content of a file."""
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / f"picture{ending}"
        pygame.image.save(surface, str(path))
        return path.read_bytes()
