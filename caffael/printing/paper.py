"""Sheets of paper being drawn on: boxes, text that always fits, pictures; in colour or sparing ink."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from fpdf import FPDF
from fpdf.drawing import DrawingContext, GraphicsStyle
from fpdf.drawing_primitives import Point
from fpdf.fonts import TTFFont
from fpdf.svg import SVGObject

from caffael.printing.box import A4, Box
from caffael.printing.letters import MILLIMETRES, Letters, line_height
from caffael.resources import folder
from caffael.words.colours import Colour, written
from caffael.words.inks import BLACK, colour_of
from caffael.words.looks import look_picture

SIDE = 10.0
"""The size in millimetres at which a picture is kept."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture as the PDF draws it: in points, for a page of that height in millimetres."""

    commands: str
    page_height: float
    width: float  # millimetres
    height: float


class Pictures:
    """Sets pictures from assets/pictures by their names."""

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        self._kept: dict[tuple[str, str], Kept] = {}
        self._place = folder("assets") / "pictures"

    def has(self, name: str) -> bool:
        """Whether there is a picture of this name."""
        return (self._place / f"{look_picture(name)}.svg").is_file()

    def draw(self, name: str, box: Box, colour: str) -> None:
        """Draw a picture as large as fits into a box, in its middle. FileNotFoundError names what is not there."""
        kept = self._kept.get((name, colour))
        if kept is None:
            kept = self._kept[name, colour] = self._read(name, colour)
        pdf = self._pdf
        scale = min(box.width / kept.width, box.height / kept.height)
        left = (box.left + (box.width - kept.width * scale) / 2) * pdf.k
        top = box.top + (box.height - kept.height * scale) / 2
        rise = (pdf.h - top - scale * kept.page_height) * pdf.k
        catalog = pdf._resource_catalog
        catalog.index_stream_resources(kept.commands, pdf.page)
        pdf._out(f"q {scale:.5f} 0 0 {scale:.5f} {left:.3f} {rise:.3f} cm {kept.commands} Q")

    def _read(self, name: str, colour: str) -> Kept:
        source = (self._place / f"{look_picture(name)}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
        svg = SVGObject(source)
        _, _, wide, high = svg.viewbox or (0.0, 0.0, SIDE, SIDE)
        width, height = (SIDE, SIDE * high / wide) if wide >= high else (SIDE * wide / high, SIDE)
        group = svg.transform_to_rect_viewport(scale=1, width=width, height=height, ignore_svg_top_attrs=True)[2]
        context = DrawingContext()
        context.add_item(group)
        style = GraphicsStyle()
        style.allow_transparency = True
        commands = context.render(self._pdf._resource_catalog, Point(0, 0), self._pdf.k, self._pdf.h, style)
        return Kept(commands, self._pdf.h, width, height)


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

    def close(self) -> None:
        """Give the files of the typefaces back; nothing can be drawn afterwards."""
        for font in self._pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

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
    def enlarged(self, corner: tuple[float, float], times: float) -> Iterator[None]:
        """Draw what follows so many times as large, from the corner of the page, which comes to lie on that corner."""
        pdf = self._pdf
        left, rise = corner[0] * pdf.k, (pdf.h - corner[1] - times * pdf.h) * pdf.k
        with pdf.local_context():
            pdf._out(f"{times:.5f} 0 0 {times:.5f} {left:.3f} {rise:.3f} cm")
            yield

    @contextmanager
    def turned(self, degrees: float, middle: tuple[float, float]) -> Iterator[None]:
        """Draw what follows turned round a point."""
        with self._pdf.rotation(degrees, *middle):
            yield


def cells(
    paper: Paper, box: Box, words: Sequence[str], size: float = 8.0, ink: str = "ink_soft", marked: int = -1, tint: str = "gold_pale"
) -> None:
    """A row of boxes with a word in each; the marked one stands out."""
    for index, (cell, word) in enumerate(zip(box.columns([1] * len(words)), words, strict=True)):
        if index == marked:
            paper.fill(cell, tint, "ink", 0.5)
            if paper.thrifty:
                paper.frame(cell.inset(0.5), "ink")
        else:
            paper.frame(cell)
        paper.write(word, cell.inset(0.3), size, ink, align="middle", centred=True, least=4)


def table(
    paper: Paper,
    box: Box,
    shares: Sequence[float],
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    high: float = 0.0,
    size: float = 7.5,
    least: float = 4,
) -> None:
    """A table: a head that is tinted, then rows; words on the left in the first column, in the middle of the others."""
    heights = [high or 1.0] + [1.0 if not high else (box.height - high) / max(1, len(rows))] * len(rows)
    for index, (line, row) in enumerate(zip([head, *rows], box.rows(heights), strict=True)):
        for column, (cell, word) in enumerate(zip(row.columns(shares), line, strict=True)):
            if index == 0:
                paper.fill(cell, "paper_sunk", "line_strong")
            else:
                paper.frame(cell)
            align: Align = "left" if column == 0 else "middle"
            paper.write(word, cell.inset(0.8, 0.3), size, bold=index == 0, align=align, centred=True, least=least)


def heading(paper: Paper, box: Box, words: str, picture: str = "", ink: str = "accent") -> None:
    """The title of a part of a sheet."""
    left = box.left
    if picture:
        paper.picture(picture, Box(left, box.top, box.height, box.height).inset(0.3), ink)
        left += box.height + 1
    paper.write(words, Box(left, box.top, box.right - left, box.height), 10, ink, bold=True, centred=True, least=6)
