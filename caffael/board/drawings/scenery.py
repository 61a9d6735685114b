"""Landscapes: the land under the map, the rail at the table's foot, and the small picture of a category."""

from typing import NamedTuple

import pygame

from caffael.board import shapes
from caffael.board.drawings.fitting import Oval
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.words.colours import written

WIDE, HIGH = 1000, 800


HILLS, SKY = 420 / 1920, 1080 / 1920
"""How high the hills at the foot of a page are, and the sky over them, to the width of both."""


def hills(board: Box) -> Box:
    """Where the hills stand at the foot of a page."""
    high = board.width * HILLS
    return Box(0, board.height - high, board.width, high)


def sky(board: Box) -> Box:
    """Where the sky of the title is: it ends with the hills."""
    high = board.width * SKY
    return Box(0, board.height - high, board.width, high)


class Ground(NamedTuple):
    """What lies under the map, as paths on a ground of 1000 x 800: the far and the near hills, the rivers, the sea and its waves."""

    hills: tuple[str, str]
    rivers: tuple[str, ...] = ()
    sea: str = ""
    waves: str = ""


NORTHERN_HILLS = (
    "M-10 330C70 200 150 190 230 270C300 150 400 130 480 230C560 120 680 130 740 240C820 170 910 190 1010 330V-10H-10Z",
    "M-10 210C90 110 170 120 250 180C330 80 430 70 520 150C600 60 720 70 780 160C860 110 930 120 1010 210V-10H-10Z",
)
SOUTHERN_HILLS = (
    "M-10 470C70 600 150 610 230 530C300 650 400 670 480 570C560 680 680 670 740 560C820 630 910 610 1010 470V810H-10Z",
    "M-10 590C90 690 170 680 250 620C330 720 430 730 520 650C600 740 720 730 780 640C860 690 930 680 1010 590V810H-10Z",
)
EASTERN_HILLS = (
    "M610 -10C720 60 740 130 650 200C790 250 810 340 690 410C800 480 790 590 670 640C740 700 720 760 620 810H1010V-10Z",
    "M740 -10C850 50 850 120 780 190C890 240 900 340 810 410C900 470 890 580 800 640C850 700 840 760 740 810H1010V-10Z",
)
WESTERN_HILLS = (
    "M390 -10C280 60 260 130 350 200C210 250 190 340 310 410C200 480 210 590 330 640C260 700 280 760 380 810H-10V-10Z",
    "M260 -10C150 50 150 120 220 190C110 240 100 340 190 410C100 470 110 580 200 640C150 700 160 760 260 810H-10V-10Z",
)
GROUNDS = {
    "south": Ground(
        NORTHERN_HILLS,
        (
            "M250 60C300 180 260 260 330 360C390 450 400 540 470 640C490 668 500 690 520 712",
            "M440 20C420 150 470 240 450 330C440 430 480 520 478 640",
            "M600 40C650 160 600 250 650 350C680 430 620 520 650 612",
            "M860 130C830 230 890 300 860 390C850 440 870 470 850 498",
        ),
        "M150 830C240 760 330 752 420 742C500 730 560 690 640 640C720 590 790 560 850 512C900 470 960 450 1010 440V830Z",
        "M620 720q14 -10 28 0t28 0M760 650q14 -10 28 0t28 0M880 560q12 -9 24 0t24 0M700 770q12 -9 24 0t24 0",
    ),
    "north": Ground(
        SOUTHERN_HILLS,
        (
            "M250 740C300 620 250 540 300 440C330 370 290 290 310 222",
            "M480 780C450 650 500 560 470 460C450 380 490 280 470 196",
            "M690 760C730 640 660 540 700 440C730 350 680 260 700 182",
        ),
        "M-10 300C60 280 120 240 200 236C290 232 330 190 420 190C520 190 560 160 650 176C760 194 800 150 880 146L1010 116V-10H-10Z",
        "M170 150q14 -10 28 0t28 0M330 100q14 -10 28 0t28 0M560 90q14 -10 28 0t28 0M740 100q12 -9 24 0t24 0",
    ),
    "west": Ground(
        EASTERN_HILLS,
        (
            "M900 180C780 220 700 190 590 230C490 270 420 240 330 252",
            "M940 400C830 420 740 380 620 420C500 450 430 410 268 424",
            "M900 620C780 590 700 630 580 600C480 580 420 620 346 606",
        ),
        "M380 -10C350 60 400 110 360 180C310 260 330 290 290 350C250 420 270 470 300 520C340 580 330 640 380 690L420 810H-10V-10Z",
        "M130 250q14 -10 28 0t28 0M90 400q14 -10 28 0t28 0M160 540q14 -10 28 0t28 0M210 650q12 -9 24 0t24 0",
    ),
    "east": Ground(
        WESTERN_HILLS,
        (
            "M100 180C220 220 300 190 410 230C510 270 580 240 670 252",
            "M60 400C170 420 260 380 380 420C500 450 570 410 732 424",
            "M100 620C220 590 300 630 420 600C520 580 580 620 654 606",
        ),
        "M620 -10C650 60 600 110 640 180C690 260 670 290 710 350C750 420 730 470 700 520C660 580 670 640 620 690L580 810H1010V-10Z",
        "M810 250q14 -10 28 0t28 0M850 400q14 -10 28 0t28 0M780 540q14 -10 28 0t28 0M740 650q12 -9 24 0t24 0",
    ),
    "none": Ground(NORTHERN_HILLS),
}
"""The grounds that a pack can choose, by where the sea lies."""
RIM = (478.0, 378.0)
"""Half the width and the height of the oval that is painted, on the ground of 1000 x 800."""


def ground_oval(box: Box) -> Oval:
    """Within which oval of a box the land is painted."""
    return Oval(box.center, box.width * RIM[0] / WIDE, box.height * RIM[1] / HIGH, box.bottom)


def draw_scenery(painter: Painter, box: Box, ground: str) -> None:
    """Draw the land in an ellipse that fills a box, the sea where the ground has it; it is drawn once for each size."""
    pixels, theme, land = painter.pixels(box), painter.look.theme, GROUNDS[ground]

    def make() -> pygame.Surface:
        ink = {name: written(theme.colour(name)) for name in ("hill", "hill_far", "water", "water_line")}
        stretch = f"scale({box.width / WIDE:.4f} {box.height / HIGH:.4f})"
        hills = zip(land.hills, ("hill_far", "hill"), strict=True)
        body = "".join(f'<path d="{path}" fill="{ink[name]}" fill-opacity="0.55"/>' for path, name in hills)
        line = f'fill="none" stroke-linecap="round" stroke="{ink["water"]}"'
        body += "".join(f'<path d="{path}" {line} stroke-width="7"/>' for path in land.rivers)
        if land.sea:
            shore = f'stroke="{ink["water_line"]}" stroke-opacity="0.5" stroke-width="4"'
            body += f'<path d="{land.sea}" fill="{ink["water"]}" fill-opacity="0.8" {shore}/>'
            body += f'<path d="{land.waves}" fill="none" stroke="{ink["water_line"]}" stroke-width="3" stroke-linecap="round"/>'
        drawn = shapes.svg(f'<g transform="{stretch}">{body}</g>', pixels.size, painter.factor)
        oval = f'<ellipse cx="500" cy="400" rx="{RIM[0]:g}" ry="{RIM[1]:g}" fill="{written(shapes.WHITE)}"/>'
        mask = shapes.svg(f'<g transform="{stretch}">{oval}</g>', pixels.size, painter.factor)
        return shapes.masked(drawn, shapes.blurred(mask, max(2, pixels.width // 60)))

    painter.surface.blit(painter.look.store.get(("scenery", ground, pixels.size), make), pixels)


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
