"""The board's pictures on paper: each SVG is read once in a colour, and set again wherever it stands."""

from dataclasses import dataclass

from fpdf import FPDF
from fpdf.drawing import DrawingContext, GraphicsStyle
from fpdf.drawing_primitives import Point
from fpdf.svg import SVGObject

from caffael.printing.box import Box
from caffael.resources import folder

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
        return (self._place / f"{name}.svg").is_file()

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
        source = (self._place / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
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
