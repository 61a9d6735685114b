"""A game on the shelf: its picture like the front of a box, the title, a line, and what a teacher wants to know."""

import pygame

from caffael.board import shapes
from caffael.board.drawings.chips import chip_size, draw_chip
from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.presentation.faces import ShelfFace

SHAPE = 180 / 400
"""The height of a picture to its width."""
AIR = 20.0
INSET = 12.0
Chip = tuple[str, str]
"""Words and icon."""


def shelf_card_height(look: Look, face: ShelfFace, width: float) -> float:
    """Say how high a card of a width is."""
    inside = width - 2 * AIR
    title = look.words_height(face.title, inside, "heading", True)
    line = look.words_height(face.line, inside, "body")
    facts = rows_height(look, chip_rows(look, face.facts, inside))
    return INSET + (width - 2 * INSET) * SHAPE + 14 + title + 4 + line + 16 + facts + AIR


def draw_shelf_card(painter: Painter, box: Box, face: ShelfFace) -> None:
    """Draw the card."""
    look = painter.look
    painter.card(box, "paper_sunk" if face.faulty else "paper", "radius_large")
    front = Box(box.left + INSET, box.top + INSET, box.width - 2 * INSET, (box.width - 2 * INSET) * SHAPE)
    if face.faulty:
        painter.rect(front, "bad_pale", "radius")
        painter.icon("warning", front.center, front.height * 0.5, "bad")
    else:
        draw_front(painter, front, face.picture)
    left, wide = box.left + AIR, box.width - 2 * AIR
    for place, (words, picture) in enumerate(face.ribbons):
        high = chip_size(look, words, picture)[1]
        draw_chip(painter, (front.left + 10, front.top + 10 + place * (high + 6)), words, picture, fill="ink_light", line="line")
    top = front.bottom + 14
    high = look.words_height(face.title, wide, "heading", True)
    painter.paragraph(face.title, Box(left, top, wide, high + 2), "heading", "disabled_ink" if face.faulty else "ink", bold=True)
    top += high + 4
    rows = chip_rows(look, face.facts, wide)
    foot = box.bottom - AIR - rows_height(look, rows)
    painter.paragraph(face.line, Box(left, top, wide, foot - top - 8), "body", "ink_soft")
    for row in rows:
        at = left
        for words, picture in row:
            at = draw_chip(painter, (at, foot), words, picture).right + 8
        foot += chip_size(look, "1")[1] + 8


def draw_front(painter: Painter, box: Box, picture: str) -> None:
    """Draw a picture of the shelf with round corners."""
    pixels, look = painter.pixels(box), painter.look
    radius = painter.px(look.measure("radius"))

    def make() -> pygame.Surface:
        drawn = look.pictures.scene(f"shelf-{picture}", (pixels.width, pixels.height + 2), look.theme.scenes)
        drawn = pygame.transform.smoothscale(drawn, pixels.size)
        drawn.blit(shapes.rounded(pixels.size, radius, shapes.WHITE), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return drawn

    painter.surface.blit(look.store.get(("shelf", picture, pixels.size, radius), make), pixels)
    painter.rect(box, None, radius / painter.factor, "line_strong", 1.5)


def chip_rows(look: Look, chips: tuple[Chip, ...], wide: float) -> list[list[Chip]]:
    """Chips in rows that fit a width."""
    rows: list[list[Chip]] = [[]]
    used = 0.0
    for words, picture in chips:
        chip = chip_size(look, words, picture)[0] + 8
        if rows[-1] and used + chip - 8 > wide:
            rows.append([])
            used = 0.0
        rows[-1].append((words, picture))
        used += chip
    return rows if chips else []


def rows_height(look: Look, rows: list[list[Chip]]) -> float:
    """How high rows of chips are."""
    return max(0.0, len(rows) * (chip_size(look, "1")[1] + 8) - 8)
