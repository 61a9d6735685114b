"""Dealt names, drawn: an animal on a disc of its colour; the sign of a room; and the square that a camera reads."""

from collections.abc import Sequence

import pygame

from caffael.board.painter import Painter, Point
from caffael.board.scale import Box
from caffael.words.looks import DEALT_COLOURS, DEALT_INK, animal_picture

QUIET = 4
"""Modules of white around the square, without which many cameras don't find it."""
WHITE, BLACK = "#ffffff", "#000000"


def draw_dealt(painter: Painter, centre: Point, size: float, animal: str, colour: str, awake: bool = True) -> None:
    """Draw an animal on its disc; one that is asleep has lost its colour."""
    if awake:
        painter.circle(centre, size / 2, DEALT_COLOURS[colour])
        painter.icon(animal_picture(animal), centre, size * 0.68, DEALT_INK)
    else:
        painter.circle(centre, size / 2, "paper_sunk", "line_strong", 1.5)
        painter.icon(animal_picture(animal), centre, size * 0.68, "ink_faint")


def draw_sign(painter: Painter, box: Box, sign: tuple[str, str, str]) -> None:
    """Draw the sign of a room in a box: a colour, and two animals on it."""
    colour, first, second = sign
    painter.rect(box, DEALT_COLOURS[colour], "radius")
    size = min(box.height * 0.78, box.width * 0.42)
    for animal, share in ((first, 0.28), (second, 0.72)):
        painter.icon(animal_picture(animal), (box.left + box.width * share, box.centery), size, DEALT_INK)


def draw_square(painter: Painter, box: Box, matrix: Sequence[Sequence[int]]) -> None:
    """Draw the square of a QR code as large as whole pixels allow: black on white in every look, with white around it."""
    pixels = painter.pixels(box)
    count = len(matrix) + 2 * QUIET
    module = max(1, min(pixels.size) // count)
    whole = pygame.Rect(0, 0, module * count, module * count)
    whole.center = pixels.center
    dark, light = painter.look.theme.colour(BLACK), painter.look.theme.colour(WHITE)
    painter.surface.fill(light, whole)
    for row, modules in enumerate(matrix):
        top, run = whole.top + (QUIET + row) * module, 0
        for column, module_set in enumerate((*modules, 0)):
            if module_set:
                run += 1
            elif run:
                left = whole.left + (QUIET + column - run) * module
                painter.surface.fill(dark, (left, top, run * module, module))
                run = 0
