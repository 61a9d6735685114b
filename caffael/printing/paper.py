"""Sheets of paper being drawn on: boxes, text that always fits, pictures; in colour or sparing ink."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from fpdf import FPDF

from caffael.printing.box import A4, Box
from caffael.printing.inks import BLACK, Colour, colour_of, written
from caffael.printing.letters import MILLIMETRES, Letters, line_height
from caffael.printing.pictures import Pictures

Align = Literal["left", "middle", "right"]
THIN = 0.2
CARD_LEAST = 5.0
"""The smallest text in points that anything is laid out for."""


class Paper:
    """A PDF while it is drawn. `thrifty` spares ink: no fills, thin black lines, outlines for pictures.

    `misfits` lists every text that did not stand in its box at its least size; it is printed smaller, never cut off.
    """

    def __init__(self, title: str, language: str, thrifty: bool = False) -> None:
        self.thrifty = thrifty
        self.misfits: list[str] = []
        self._pdf = FPDF(unit="mm", format=A4)
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0
        self._pdf.set_title(title)
        self._pdf.set_lang(language)
        self._pdf.set_creator("Caffael")
        self.letters = Letters(self._pdf)
        self.pictures = Pictures(self._pdf)

    @property
    def pages(self) -> int:
        """How many pages there are by now."""
        return self._pdf.page

    def page(self, landscape: bool = False) -> None:
        """Begin a page."""
        self._pdf.add_page(orientation="landscape" if landscape else "portrait")

    def bookmark(self, title: str) -> None:
        """Name what begins on this page, for the list of contents of a reader."""
        self._pdf.start_section(title)

    def as_bytes(self) -> bytes:
        """The whole PDF."""
        return bytes(self._pdf.output())

    def ink(self, name: str) -> Colour:
        """The colour to write and draw with; black where ink is spared."""
        return BLACK if self.thrifty else colour_of(name)

    def fill(self, box: Box, ink: str, line: str = "", width: float = THIN, radius: float = 0.0) -> None:
        """A box filled with a colour; where ink is spared, its outline alone (none where there is no line)."""
        if not self.thrifty:
            self._pdf.set_fill_color(*colour_of(ink))
            self._outline(box, "DF" if line else "F", line, width, radius)
        elif line:
            self.frame(box, line, THIN, radius)

    def frame(self, box: Box, ink: str = "line_strong", width: float = THIN, radius: float = 0.0) -> None:
        """The outline of a box."""
        self._outline(box, "D", ink, width, radius)

    def _outline(self, box: Box, style: str, line: str, width: float, radius: float) -> None:
        if line:
            self._pdf.set_draw_color(*self.ink(line))
            self._pdf.set_line_width(THIN if self.thrifty else width)
        if radius > 0:
            self._pdf.rect(box.left, box.top, box.width, box.height, style=style, round_corners=True, corner_radius=radius)
        else:
            self._pdf.rect(box.left, box.top, box.width, box.height, style=style)

    def circle(self, middle: tuple[float, float], radius: float, ink: str, filled: bool = False) -> None:
        """A circle, filled or as a line; never filled where ink is spared."""
        self._pdf.set_draw_color(*self.ink(ink))
        self._pdf.set_fill_color(*self.ink(ink))
        self._pdf.set_line_width(THIN)
        self._pdf.circle(*middle, radius, style="DF" if filled and not self.thrifty else "D")

    def line(self, begin: tuple[float, float], end: tuple[float, float], ink: str = "line_strong", width: float = THIN) -> None:
        """A straight line."""
        self._pdf.set_draw_color(*self.ink(ink))
        self._pdf.set_line_width(width)
        self._pdf.line(*begin, *end)

    def dashes(self, begin: tuple[float, float], end: tuple[float, float], ink: str = "line_strong") -> None:
        """A dashed line."""
        self._pdf.set_dash_pattern(1.5, 1.5)
        self.line(begin, end, ink)
        self._pdf.set_dash_pattern()

    def picture(self, name: str, box: Box, ink: str = "ink") -> None:
        """A picture of the board as large as fits into a box, in one colour."""
        self.pictures.draw(name, box, written(self.ink(ink)))

    def write(
        self,
        words: str,
        box: Box,
        size: float,
        ink: str = "ink",
        bold: bool = False,
        align: Align = "left",
        centred: bool = False,
        least: float = CARD_LEAST,
    ) -> float:
        """Write text into a box: as large as `size` points, smaller where it must be, down to `least`; the height it took.

        `centred` puts it in the middle from top to bottom.
        """
        if not words:
            return 0.0
        fitted = self.letters.fit(words, box.width, box.height, size, least, bold)
        if not fitted.fits:
            self.misfits.append(words)
        self._pdf.set_text_color(*self.ink(ink))
        step = line_height(fitted.size)
        top = box.top + ((box.height - fitted.height) / 2 if centred else 0.0)
        for line in fitted.lines:
            room = box.width - self.letters.width(line, fitted.size, bold)
            left = box.left + {"left": 0.0, "middle": room / 2, "right": room}[align]
            self.letters.write(line, left, top + step / 2 + fitted.size * MILLIMETRES * 0.35, fitted.size, bold)
            top += step
        return fitted.height

    def height_of(self, words: str, width: float, size: float, bold: bool = False) -> float:
        """How high text is at a size and width."""
        return len(self.letters.wrap(words, width, size, bold)[0]) * line_height(size)

    @contextmanager
    def turned(self, degrees: float, middle: tuple[float, float]) -> Iterator[None]:
        """Draw what follows turned round a point."""
        with self._pdf.rotation(degrees, *middle):
            yield
