"""The printed packs that several tests read: made once."""

import io
from collections import Counter
from dataclasses import dataclass

import pypdf
import pypdfium2
import pytest

from caffael.printing import Printed, print_pack
from caffael.printing.sheets import LARGE, Format
from caffael.scenario import Pack, load_pack
from caffael.words.language import Code

POINT = 72 / 25.4


def area(matrix: list[float]) -> float:
    """How many times as large an area becomes by a matrix of a PDF."""
    return matrix[0] * matrix[3] - matrix[1] * matrix[2]


@dataclass(frozen=True)
class Reader:
    """A printed pack, opened as a reader opens it."""

    pack: Pack
    printed: Printed
    pdf: pypdfium2.PdfDocument

    def text(self, page: int) -> str:
        """The text of a page, counted from 1."""
        return str(self.pdf[page - 1].get_textpage().get_text_range())

    def card(self, page: int, index: int, form: Format = LARGE, back: bool = False) -> str:
        """The text in the place of one card."""
        place = form.place(index, back)
        return self.within(page, place.left, place.top, place.right, place.bottom)

    def within(self, page: int, left: float, top: float, right: float, bottom: float) -> str:
        """The text in a box of an upright page, in millimetres from its top left corner."""
        height = 297 * POINT
        text = self.pdf[page - 1].get_textpage()
        return str(text.get_text_bounded(left * POINT, height - bottom * POINT, right * POINT, height - top * POINT))

    def smallest(self) -> float:
        """The size in points of the smallest letter of the file."""
        return min(self.sizes())

    def sizes(self) -> Counter[float]:
        """How many letters of each size there are, in points, as they stand on the paper."""
        found: Counter[float] = Counter()

        def visit(text: str, matrix: list[float], place: list[float], font: object, size: float) -> None:
            letters = len(text.strip())
            if letters:
                grown = abs(area(matrix) * area(place)) ** 0.5
                found[round(size * grown, 2)] += letters

        for page in pypdf.PdfReader(io.BytesIO(self.printed.pdf)).pages:
            page.extract_text(visitor_text=visit)
        return found

    def fronts(self, part: int) -> range:
        """The pages with the fronts of a part of the file: -2 the large cards, -1 the small ones."""
        entry = self.printed.entries[part]
        return range(entry.first, entry.last + 1, 2)


def opened(pack: Pack, *codes: Code) -> Reader:
    printed = print_pack(pack, codes)
    return Reader(pack, printed, pypdfium2.PdfDocument(printed.pdf))


@pytest.fixture(scope="package")
def standard() -> Reader:
    return opened(load_pack("smarter-spending"), "en")


@pytest.fixture(scope="package")
def school() -> Reader:
    return opened(load_pack("first-steps"), "en", "cy")
