"""Vignettes: our pictures of the categories of needs and the kinds of supplier, cut to any box with round corners."""

import pygame

from caffael.board import shapes
from caffael.board.painter import Painter
from caffael.board.scale import Box

SHAPE = 120 / 240
"""The height of a picture to its width."""
LOW = 0.62
"""Where a picture that is too high is cut: more of its sky goes than of its ground."""


def draw_vignette(
    painter: Painter, box: Box, name: str, radius: float | str = "radius", corners: shapes.Corners = shapes.ALL, line: bool = True
) -> None:
    """Draw a picture so that it fills a box; what is too much is cut away at its sides or above and below."""
    pixels, look = painter.pixels(box), painter.look
    turn = painter.px(look.measure(radius))

    def make() -> pygame.Surface:
        width, height = pixels.size
        wide = max(width, round(height / SHAPE))
        whole = look.pictures.scene(name, (wide, round(wide * SHAPE)), look.theme.scenes)
        wide, high = whole.get_size()
        drawn = shapes.clear(pixels.size)
        drawn.blit(whole, (-(wide - width) // 2, -round((high - height) * LOW)))
        drawn.blit(shapes.rounded(pixels.size, turn, shapes.WHITE, corners=corners), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return drawn

    painter.surface.blit(look.store.get(("vignette", name, pixels.size, turn, corners), make), pixels)
    if line:
        painter.rect(box, None, radius, "line_strong", 1.5, corners)
