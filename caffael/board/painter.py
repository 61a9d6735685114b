"""The painter: draws shapes, words and pictures on a surface, in units of the board.

`cached` is what keeps a frame short: it draws a thing once and copies it afterwards, for as long as its key stays the same.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Literal

import pygame

from caffael.board import shapes
from caffael.board.look import Look
from caffael.board.scale import Box, span
from caffael.board.text import BOLD_MARK, Fitted
from caffael.board.theme import Ink
from caffael.words.colours import written

Align = Literal["left", "centre", "right"]
Anchor = Literal["topleft", "midtop", "topright", "midleft", "center", "midright", "bottomleft", "midbottom", "bottomright"]
Point = tuple[float, float]


class Painter:
    """Draws on one surface. `offset` is where the board's (0, 0) is on it, in pixels; `factor` is pixels in a unit."""

    def __init__(self, surface: pygame.Surface, look: Look, offset: tuple[float, float] = (0, 0)) -> None:
        self.surface = surface
        self.look = look
        self.offset = offset
        self.factor = look.scale.factor

    def dense(self, most: float) -> "Painter":
        """Give the same painter with letters no larger than a text scale."""
        return self if self.look.text_scale <= most else self.lettered(most)

    def lettered(self, text: float) -> "Painter":
        """Give the same painter with letters of another size."""
        return Painter(self.surface, self.look.lettered(text), self.offset)

    def pixels(self, box: Box) -> pygame.Rect:
        """Say which pixels of this surface a box covers."""
        return span(box, self.factor, self.offset)

    def px(self, units: float) -> int:
        """Say how many pixels a length has."""
        return self.look.scale.px(units)

    # Shapes

    def rect(
        self,
        box: Box,
        fill: Ink | None = None,
        radius: float | str = 0,
        line: Ink | None = None,
        line_width: float = 2,
        corners: shapes.Corners = shapes.ALL,
    ) -> None:
        """Draw a rectangle with round corners, filled, outlined or both."""
        pixels = self.pixels(box)
        turn = self.px(self.look.measure(radius))
        if pixels.width <= 0 or pixels.height <= 0:
            return
        inner = None if fill is None else self.look.theme.colour(fill)
        if turn == 0 and line is None and inner is not None:
            self.surface.fill(inner, pixels)
            return
        outer = None if line is None else self.look.theme.colour(line)
        width = self.px(line_width) if outer else 0
        key = ("rect", pixels.size, turn, inner, outer, width, corners)
        drawn = self.look.store.get(key, lambda: shapes.rounded(pixels.size, turn, inner, outer, width, corners))
        self.surface.blit(drawn, pixels)

    def shadow(self, box: Box, radius: float | str = "radius", depth: float | str = "shadow_depth", strength: int = 70) -> None:
        """Draw the soft shadow a thing of this shape throws; light comes from above."""
        pixels = self.pixels(box)
        blur = self.px(self.look.measure(depth))
        turn = self.px(self.look.measure(radius))
        colour = self.look.theme.colour("shadow")
        key = ("shadow", pixels.size, turn, blur, colour, strength)
        drawn = self.look.store.get(key, lambda: shapes.shadow(pixels.size, turn, blur, colour, strength))
        self.surface.blit(drawn, (pixels.left - blur, pixels.top - blur + blur // 3))

    def card(
        self,
        box: Box,
        fill: Ink = "paper",
        radius: float | str = "radius",
        edge: Ink | None = None,
        edge_side: Literal["left", "top"] = "left",
        edge_width: float = 10,
        line: Ink | None = "line",
    ) -> None:
        """Draw a sheet of paper with its shadow, and a coloured edge if it belongs to something."""
        self.shadow(box, radius)
        self.rect(box, fill, radius, line, 1.5)
        if edge is not None:
            ink, turn = self.hex_code(edge), self.look.measure(radius)
            if edge_side == "left":
                self.svg(shapes.left_edge(box.height, edge_width, turn, ink), Box(box.left, box.top, edge_width, box.height))
            else:
                self.svg(shapes.top_edge(box.width, edge_width, turn, ink), Box(box.left, box.top, box.width, edge_width))

    def wood(self, box: Box, radius: float | str = "radius") -> None:
        """Draw a plank of wood with its shadow."""
        self.shadow(box, radius)
        pixels, turn, theme = self.pixels(box), self.px(self.look.measure(radius)), self.look.theme
        light, middle, dark, shine = (theme.colour(name) for name in ("wood_light", "wood", "wood_dark", "shine"))
        key = ("wood", pixels.size, turn, light, middle, dark)
        self.surface.blit(self.look.store.get(key, lambda: shapes.wood(pixels.size, turn, light, middle, dark, shine)), pixels)

    def circle(self, centre: Point, radius: float, fill: Ink | None = None, line: Ink | None = None, line_width: float = 2) -> None:
        """Draw a disc, a ring or both."""
        self.rect(Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius), fill, radius, line, line_width)

    def svg(self, body: str | Callable[[], str], box: Box, key: Hashable = None) -> None:
        """Draw SVG elements, written in units with (0, 0) at the top left of the box, colours as `#rrggbb`.

        With a key the body may be a function, which is called only when there is no drawing under that key yet.
        """
        pixels = self.pixels(box)

        def make() -> pygame.Surface:
            return shapes.svg(body if isinstance(body, str) else body(), pixels.size, self.factor)

        self.surface.blit(self.look.store.get(("svg", key or body, pixels.size), make), pixels)

    def hex_code(self, ink: Ink) -> str:
        """Write a colour for use in `svg`."""
        return written(self.look.theme.colour(ink))

    def picture(self, name: str, box: Box, ink: Ink = "ink") -> None:
        """Draw an icon in the middle of a box, as large as fits."""
        pixels = self.pixels(box)
        drawn = self.look.pictures.get(name, pixels.size, self.look.theme.colour(ink))
        self.surface.blit(drawn, drawn.get_rect(center=pixels.center))

    def scene(self, name: str, box: Box) -> None:
        """Draw a picture with colours of its own in the middle of a box, as large as fits."""
        pixels = self.pixels(box)
        drawn = self.look.pictures.scene(name, pixels.size, self.look.theme.scenes)
        self.surface.blit(drawn, drawn.get_rect(center=pixels.center))

    def icon(self, name: str, centre: Point, size: float, ink: Ink = "ink") -> None:
        """Draw a square icon around a point."""
        self.picture(name, Box(centre[0] - size / 2, centre[1] - size / 2, size, size), ink)

    def veil(self, strength: int = 150) -> None:
        """Darken the whole surface, as behind a dialog."""
        size, colour = self.surface.get_size(), self.look.theme.colour("veil")
        drawn = self.look.store.get(("veil", size, strength, colour), lambda: _even(size, (*colour, strength)))
        self.surface.blit(drawn, (0, 0))

    # Words

    def words(
        self,
        words: str,
        at: Point,
        size: float | str = "body",
        ink: Ink = "ink",
        bold: bool = False,
        anchor: Anchor = "topleft",
        width: float | None = None,
    ) -> Box:
        """Draw one line with its anchor at a point and give the box it took. Longer than `width` it is made smaller, then shortened."""
        look, pixels = self.look, self.look.font(size)
        if width is not None and look.words_width(words, size, bold) > width:
            fitted = look.fit(words, width, look.line_height(size) + 1, size, "tiny", bold, 1)
            words, pixels = fitted.lines[0], fitted.size
        drawn = look.letters.render(words, pixels, look.theme.colour(ink), bold)
        place = drawn.get_rect()
        setattr(place, anchor, (round(at[0] * self.factor + self.offset[0]), round(at[1] * self.factor + self.offset[1])))
        self.surface.blit(drawn, place)
        return self.units(place)

    def paragraph(
        self,
        words: str,
        box: Box,
        size: float | str = "body",
        ink: Ink = "ink",
        bold: bool = False,
        align: Align = "left",
        middle: bool = False,
        least: float | str = "tiny",
        most_lines: int = 99,
    ) -> float:
        """Draw wrapped words in a box and say how high they are.

        They shrink down to `least` to fit. `**` marks what is bold; such words do not shrink.
        """
        look = self.look
        if BOLD_MARK in words:
            return self._rich(words, box, size, ink, align)
        fitted = look.fit(words, box.width, box.height, size, least, bold, most_lines)
        step = look.letters.height(fitted.size)
        pixels = self.pixels(box)
        top = pixels.top + ((pixels.height - step * len(fitted.lines)) // 2 if middle else 0)
        for line in fitted.lines:
            drawn = look.letters.render(line, fitted.size, look.theme.colour(ink), bold)
            self.surface.blit(drawn, (_start(pixels, drawn.get_width(), align), top))
            top += step
        return self._high(fitted, step)

    def _rich(self, words: str, box: Box, size: float | str, ink: Ink, align: Align) -> float:
        look, pixels, font = self.look, self.pixels(box), self.look.font(size)
        step, top = look.letters.height(font), pixels.top
        lines = look.letters.wrap_runs(words, pixels.width, font)
        for line in lines:
            left = _start(pixels, sum(look.letters.width(run.words, font, run.bold) for run in line), align)
            for run in line:
                self.surface.blit(look.letters.render(run.words, font, look.theme.colour(ink), run.bold), (left, top))
                left += look.letters.width(run.words, font, run.bold)
            top += step
        return step * len(lines) / self.factor

    def _high(self, fitted: Fitted, step: int) -> float:
        return step * len(fitted.lines) / self.factor

    def units(self, pixels: pygame.Rect) -> Box:
        """Say which box of units some pixels of this surface are."""
        left, top = (pixels.left - self.offset[0]) / self.factor, (pixels.top - self.offset[1]) / self.factor
        return Box(left, top, pixels.width / self.factor, pixels.height / self.factor)

    # Drawing once

    def cached(self, key: Hashable, box: Box, draw: "Callable[[Painter, Box], None]", bleed: float = 16, alpha: int = 255) -> None:
        """Draw a thing once and copy it from then on.

        `draw` gets a painter and the same box moved to (0, 0). The key must hold everything the drawing depends on but its size.
        `bleed` is how far it may draw beyond its box, for shadows.
        """
        pixels, edge = self.pixels(box), self.px(bleed)

        def make() -> pygame.Surface:
            surface = shapes.clear((pixels.width + 2 * edge, pixels.height + 2 * edge))
            draw(Painter(surface, self.look, (edge, edge)), Box(0, 0, box.width, box.height))
            return surface

        def faded() -> pygame.Surface:
            surface = self.look.store.get((key, pixels.size), make).copy()
            surface.set_alpha(alpha)
            return surface

        drawn = self.look.store.get((key, pixels.size, alpha), faded) if alpha < 255 else self.look.store.get((key, pixels.size), make)
        self.surface.blit(drawn, (pixels.left - edge, pixels.top - edge))

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Let nothing be drawn outside a box."""
        before = self.surface.get_clip()
        self.surface.set_clip(self.pixels(box).clip(before))
        try:
            yield
        finally:
            self.surface.set_clip(before)


def _even(size: tuple[int, int], colour: tuple[int, int, int, int]) -> pygame.Surface:
    surface = shapes.clear(size)
    surface.fill(colour)
    return surface


def _start(pixels: pygame.Rect, width: int, align: Align) -> int:
    return pixels.left + {"left": 0, "centre": (pixels.width - width) // 2, "right": pixels.width - width}[align]
