"""The printed packs that several tests read: made once."""

from dataclasses import dataclass

import pypdfium2
import pytest

from caffael.printing import Printed, print_pack
from caffael.printing.sheets import LARGE, Format
from caffael.scenario import Pack, load_pack
from caffael.words.language import Code

POINT = 72 / 25.4


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
        height = 297 * POINT
        return str(
            self.pdf[page - 1]
            .get_textpage()
            .get_text_bounded(place.left * POINT, height - place.bottom * POINT, place.right * POINT, height - place.top * POINT)
        )

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
