"""Soft-edged shapes in pixels: rounded rectangles, shadows, wood, the ground.

`pygame.draw` has hard edges; these shapes come from SVG pictures, which have soft ones. A rounded rectangle of any size is cut from
one small picture in nine parts, so that large ones cost no more than small ones.
"""

import random
from functools import lru_cache

import pygame

from caffael.board.pictures import rendered
from caffael.words.colours import Colour, mix, written

Corners = tuple[bool, bool, bool, bool]
"""Which corners are round: top left, top right, bottom right, bottom left."""

ALL: Corners = (True, True, True, True)
SOFT = 4
"""The pixels of a blur that is made on a smaller picture."""
WHITE: Colour = (255, 255, 255)
"""What a mask lets through; it is never seen."""


def clear(size: tuple[int, int]) -> pygame.Surface:
    """Give an empty surface that lets everything through."""
    return pygame.Surface((max(1, size[0]), max(1, size[1])), pygame.SRCALPHA)


def svg(body: str, size: tuple[int, int], scale: float = 1.0) -> pygame.Surface:
    """Draw a piece of SVG, written in units of `scale` pixels, on a surface of exactly this size."""
    width, height = max(1, size[0]), max(1, size[1])
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return rendered(f'{head}<g transform="scale({scale})">{body}</g></svg>', (width, height))


def rounded(
    size: tuple[int, int], radius: int, fill: Colour | None, line: Colour | None = None, line_width: int = 0, corners: Corners = ALL
) -> pygame.Surface:
    """Give a rounded rectangle; without a fill only its line."""
    width, height = size
    radius = max(0, min(radius, width // 2, height // 2))
    border = min(max(radius, line_width) + 1, width // 2, height // 2)
    tile_size = (min(width, 2 * border + 2), min(height, 2 * border + 2))
    tile = svg(_outline(tile_size, radius, fill, line, line_width, corners), tile_size)
    return nine(tile, border, size)


def nine(tile: pygame.Surface, border: int, size: tuple[int, int]) -> pygame.Surface:
    """Stretch the middle of a tile to a size and leave its borders as they are."""
    tile_width, tile_height = tile.get_size()
    width, height = size
    if (tile_width, tile_height) == (width, height):
        return tile
    surface = clear(size)
    columns = _thirds(tile_width, width, border)
    rows = _thirds(tile_height, height, border)
    for from_x, from_w, to_x, to_w in columns:
        for from_y, from_h, to_y, to_h in rows:
            if min(from_w, from_h, to_w, to_h) <= 0:
                continue
            part = tile.subsurface((from_x, from_y, from_w, from_h))
            if (from_w, from_h) != (to_w, to_h):
                part = pygame.transform.scale(part, (to_w, to_h))
            surface.blit(part, (to_x, to_y), special_flags=pygame.BLEND_RGBA_MAX)
    return surface


def top_edge(length: float, deep: float, radius: float, ink: str) -> str:
    """Write the SVG of the uppermost strip of a rounded rectangle."""
    turn = f"A{radius} {radius} 0 0 1"
    if deep >= radius:
        return f'<path d="M0 {deep}V{radius}{turn} {radius} 0H{length - radius}{turn} {length} {radius}V{deep}Z" fill="{ink}"/>'
    inset = radius - (radius**2 - (radius - deep) ** 2) ** 0.5
    return f'<path d="M{inset} {deep}{turn} {radius} 0H{length - radius}{turn} {length - inset} {deep}Z" fill="{ink}"/>'


def left_edge(length: float, deep: float, radius: float, ink: str) -> str:
    """Write the SVG of the leftmost strip of a rounded rectangle."""
    return f'<g transform="matrix(0 1 1 0 0 0)">{top_edge(length, deep, radius, ink)}</g>'


def shadow(size: tuple[int, int], radius: int, blur: int, colour: Colour, strength: int) -> pygame.Surface:
    """Give the soft shadow of a rounded rectangle; it is larger than the rectangle by `blur` on every side."""
    width, height = size[0] + 2 * blur, size[1] + 2 * blur
    border = min(radius + 2 * blur + 1, width // 2, height // 2)
    tile_size = (min(width, 2 * border + 2), min(height, 2 * border + 2))
    tile = clear(tile_size)
    tile.fill((*colour, 0))
    inner = pygame.Rect(blur, blur, tile_size[0] - 2 * blur, tile_size[1] - 2 * blur)
    pygame.draw.rect(tile, (*colour, strength), inner, border_radius=radius)
    return nine(blurred(tile, max(1, blur // 2)), border, (width, height))


def blurred(surface: pygame.Surface, radius: int) -> pygame.Surface:
    """Give a surface out of focus. A wide blur is made on a smaller picture, which nobody can tell from a large one and takes a tenth."""
    width, height = surface.get_size()
    share = max(1, min(radius // SOFT, width, height))
    if share == 1:
        return pygame.transform.gaussian_blur(surface, radius)
    small = pygame.transform.smoothscale(surface, (width // share, height // share))
    return pygame.transform.smoothscale(pygame.transform.gaussian_blur(small, round(radius / share)), (width, height))


@lru_cache(maxsize=1)
def grain() -> pygame.Surface:
    """Give a tile of the grain of paper, to be taken away from what lies under it."""
    chance = random.Random(7)
    tile = pygame.Surface((256, 256))
    for _ in range(2600):
        x, y, length = int(256 * chance.random()), int(256 * chance.random()), 1 + int(4 * chance.random())
        tile.fill((2, 2, 3), (x, y, length, 1))
    return tile


@lru_cache(maxsize=2)
def ground(size: tuple[int, int], top: Colour, bottom: Colour) -> pygame.Surface:
    """Give the table everything lies on: light from above, a little darker towards the edges, with the grain of paper. It is shared."""
    width, height = size
    small = pygame.Surface((64, 36))
    for y in range(36):
        for x in range(64):
            away = min(1.0, (((x - 31.5) / 44) ** 2 + ((y - 14) / 30) ** 2) ** 0.75)
            small.set_at((x, y), mix(top, bottom, away))
    middle = pygame.transform.smoothscale(small, (max(1, width // 4), max(1, height // 4)))
    surface = pygame.transform.smoothscale(blurred(middle, 12), (width, height))
    for left in range(0, width, 256):
        for above in range(0, height, 256):
            surface.blit(grain(), (left, above), special_flags=pygame.BLEND_RGB_SUB)
    return surface.convert() if pygame.display.get_surface() else surface


def wood(size: tuple[int, int], radius: int, light: Colour, middle: Colour, dark: Colour, shine: Colour) -> pygame.Surface:
    """Give a rounded plank: long soft grain, lit from above."""
    width, height = size
    surface = pygame.Surface(size)
    for y in range(height):
        surface.fill(mix(light, middle, min(1.0, 0.25 + 0.75 * y / max(1, height - 1))), (0, y, width, 1))
    chance = random.Random(width * 31 + height)
    for _ in range(max(6, height // 2)):
        at, phase = chance.uniform(0, height), chance.uniform(0, 6.3)
        tone = mix(middle, dark if chance.random() < 0.6 else light, chance.uniform(0.08, 0.3))
        begin = chance.uniform(-0.3, 0.8) * width
        end = begin + chance.uniform(0.2, 0.9) * width
        bend = chance.uniform(0.3, 1.5) * height / 40
        steps = [begin + (end - begin) * step / 12 for step in range(13)]
        points = [(x, at + bend * _wave(x / max(1, width) * 5 + phase)) for x in steps]
        pygame.draw.aalines(surface, tone, False, points)
    surface.fill(mix(light, shine, 0.35), (0, 0, width, max(1, height // 60)))
    surface.fill(mix(dark, middle, 0.3), (0, height - max(1, height // 40), width, max(1, height // 40)))
    return masked(surface, rounded(size, radius, WHITE))


def masked(surface: pygame.Surface, mask: pygame.Surface) -> pygame.Surface:
    """Give a surface cut to the shape of a white mask."""
    cut = clear(surface.get_size())
    cut.blit(surface, (0, 0))
    cut.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return cut


def _thirds(tile: int, whole: int, border: int) -> list[tuple[int, int, int, int]]:
    """Say which parts of a tile go where along one side: begin and length in the tile, begin and length in the whole."""
    return [
        (0, border, 0, border),
        (border, tile - 2 * border, border, whole - 2 * border),
        (tile - border, border, whole - border, border),
    ]


def _wave(turn: float) -> float:
    return pygame.Vector2(1, 0).rotate_rad(turn).y


def _outline(size: tuple[int, int], radius: float, fill: Colour | None, line: Colour | None, line_width: int, corners: Corners) -> str:
    width, height = size
    inset = line_width / 2 if line else 0
    turn = max(0.0, radius - inset)
    left, top, right, bottom = inset, inset, width - inset, height - inset
    a, b, c, d = (turn if is_round else 0.0 for is_round in corners)
    path = (
        f"M{left + a} {top}H{right - b}A{b} {b} 0 0 1 {right} {top + b}V{bottom - c}A{c} {c} 0 0 1 {right - c} {bottom}"
        f"H{left + d}A{d} {d} 0 0 1 {left} {bottom - d}V{top + a}A{a} {a} 0 0 1 {left + a} {top}Z"
    )
    stroke = f'stroke="{written(line)}" stroke-width="{line_width}"' if line and line_width else ""
    return f'<path d="{path}" fill="{written(fill) if fill else "none"}" {stroke}/>'
