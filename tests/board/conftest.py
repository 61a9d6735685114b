import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from collections.abc import Iterator

import pygame
import pytest

from caffael.board import double
from caffael.board.look import Look
from caffael.board.scale import Scale

double.SECONDS = 0.0  # the hands of tests press faster than people do


@pytest.fixture(scope="module")
def look() -> Iterator[Look]:
    """How a board of 1280 x 720 looks, with its window."""
    pygame.display.init()
    pygame.display.set_mode((1280, 720))
    yield Look(scale=Scale(1280, 720))
    pygame.display.quit()
