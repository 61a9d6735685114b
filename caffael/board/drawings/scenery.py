"""Landscapes: the land under the map, the rail at the table's foot, and the small picture of a category."""

import pygame

from caffael.board import shapes
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.theme import written

WIDE, HIGH = 1000, 800
RIVERS = (
    "M250 60C300 180 260 260 330 360C390 450 400 540 470 640C490 668 500 690 520 712",
    "M440 20C420 150 470 240 450 330C440 430 480 520 478 640",
    "M600 40C650 160 600 250 650 350C680 430 620 520 650 612",
    "M860 130C830 230 890 300 860 390C850 440 870 470 850 498",
)
COAST = "M150 830C240 760 330 752 420 742C500 730 560 690 640 640C720 590 790 560 850 512C900 470 960 450 1010 440V830Z"
HILLS = (
    ("hill_far", "M-10 330C70 200 150 190 230 270C300 150 400 130 480 230C560 120 680 130 740 240C820 170 910 190 1010 330V-10H-10Z"),
    ("hill", "M-10 210C90 110 170 120 250 180C330 80 430 70 520 150C600 60 720 70 780 160C860 110 930 120 1010 210V-10H-10Z"),
)


def draw_scenery(painter: Painter, box: Box) -> None:
    """Draw the land in an ellipse that fills a box; it is drawn once for each size."""
    pixels, theme = painter.pixels(box), painter.look.theme

    def make() -> pygame.Surface:
        ink = {name: written(theme.colour(name)) for name in ("hill", "hill_far", "water", "water_line")}
        stretch = f"scale({box.width / WIDE:.4f} {box.height / HIGH:.4f})"
        body = "".join(f'<path d="{path}" fill="{ink[name]}" fill-opacity="0.55"/>' for name, path in HILLS)
        line = f'fill="none" stroke-linecap="round" stroke="{ink["water"]}"'
        body += "".join(f'<path d="{path}" {line} stroke-width="7"/>' for path in RIVERS)
        shore = f'stroke="{ink["water_line"]}" stroke-opacity="0.5" stroke-width="4"'
        body += f'<path d="{COAST}" fill="{ink["water"]}" fill-opacity="0.8" {shore}/>'
        waves = "M620 720q14 -10 28 0t28 0M760 650q14 -10 28 0t28 0M880 560q12 -9 24 0t24 0M700 770q12 -9 24 0t24 0"
        body += f'<path d="{waves}" fill="none" stroke="{ink["water_line"]}" stroke-width="3" stroke-linecap="round"/>'
        land = shapes.svg(f'<g transform="{stretch}">{body}</g>', pixels.size, painter.factor)
        oval = f'<ellipse cx="500" cy="400" rx="478" ry="378" fill="{written(shapes.WHITE)}"/>'
        mask = shapes.svg(f'<g transform="{stretch}">{oval}</g>', pixels.size, painter.factor)
        return shapes.masked(land, pygame.transform.gaussian_blur(mask, max(2, pixels.width // 60)))

    painter.surface.blit(painter.look.store.get(("scenery", pixels.size), make), pixels)


def draw_rail(painter: Painter, box: Box) -> None:
    """Draw the wooden rail in which the cards of the market stand."""
    painter.wood(box, 0)
    painter.rect(Box(box.left, box.top, box.width, 2), "wood_light")
    painter.rect(Box(box.left, box.top + box.height * 0.3, box.width, 3), "wood_dark")


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
