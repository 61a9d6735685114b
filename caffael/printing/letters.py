"""The letters of the paper: the board's typeface, measured in millimetres and broken into lines that fit.

Lexend has every letter of English and Welsh. What it lacks (a name in another script) is taken from other typefaces, and what none has is
left out (`words/typefaces.py`). Text is normalised to NFC first, so that a circumflex typed as a separate mark finds its letter; text that
still needs it is shaped by HarfBuzz.
"""

import unicodedata
from dataclasses import dataclass
from importlib.resources import files

from fpdf import FPDF

from caffael.resources import PACKAGE
from caffael.words.typefaces import LEXEND, lacking, parted

FAMILY = "lexend"
LEADING = 1.22
"""The height of a line, in heights of its letters."""
MILLIMETRES = 25.4 / 72
"""Of a typographic point."""
STEP = 0.25
SMALLEST = 2.5
"""No text is ever cut off: what does not fit at its least size goes down to this, and is told."""
LAST_LATIN = 0x24F


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text broken into lines at a size in points; `fits` says whether it stood at its least size or above."""

    size: float
    lines: tuple[str, ...]
    fits: bool

    @property
    def height(self) -> float:
        """How high all lines are."""
        return len(self.lines) * line_height(self.size)


def line_height(size: float) -> float:
    """The height of one line in millimetres."""
    return size * MILLIMETRES * LEADING


class Letters:
    """Measures, breaks and writes text on a PDF."""

    def __init__(self, pdf: FPDF) -> None:
        self._pdf = pdf
        regular = str(files("fontpkg_lexend").joinpath("files", "Lexend[wght].ttf"))
        pdf.add_font(FAMILY, "", regular)
        pdf.add_font(FAMILY, "B", PACKAGE / "board" / "fonts" / "Lexend-SemiBold.ttf")
        self._known = {chr(code) for code in pdf.fonts[FAMILY].cmap}  # type: ignore[union-attr]
        self._widths: dict[tuple[str, bool], float] = {}
        self._spares: list[str] = []

    def width(self, words: str, size: float, bold: bool = False) -> float:
        """How wide a piece of a line is."""
        words = nfc(words)
        found = self._widths.get((words, bold))
        if found is None:
            self._choose(words, 100, bold)
            found = self._widths[words, bold] = self._pdf.get_string_width(words) / 100
        return found * size

    def wrap(self, words: str, width: float, size: float, bold: bool = False) -> tuple[list[str], bool]:
        """Lines that are no wider than the width, and whether no word was wider by itself."""
        lines: list[str] = []
        space = self.width(" ", size, bold)
        whole = True
        for paragraph in nfc(words).split("\n"):
            line, used = "", 0.0
            for word in paragraph.split(" "):
                wide = self.width(word, size, bold)
                if line and used + space + wide > width:
                    lines.append(line)
                    line, used = "", 0.0
                whole = whole and wide <= width
                line, used = (f"{line} {word}", used + space + wide) if line else (word, wide)
            lines.append(line)
        return lines, whole

    def fit(self, words: str, width: float, height: float, size: float, least: float, bold: bool = False) -> Fitted:
        """The largest size, from `size` down, at which the words stand in a box without breaking a word."""
        now = size
        while True:
            lines, whole = self.wrap(words, width, now, bold)
            if (whole and len(lines) * line_height(now) <= height + 0.01) or now <= SMALLEST:
                return Fitted(now, tuple(lines), now >= least)
            now = max(SMALLEST, now - STEP)

    def write(self, words: str, left: float, base: float, size: float, bold: bool = False) -> None:
        """Write one line from a point on its base line, in the colour that is set."""
        words = nfc(words)
        self._choose(words, size, bold)
        if needs_shaping(words):
            self._pdf.set_text_shaping(True)
            self._pdf.set_xy(left, base - size * MILLIMETRES)
            self._pdf.cell(w=None, h=size * MILLIMETRES * 1.2, text=words)
            self._pdf.set_text_shaping(False)
        elif self._lacks(words):
            self._pdf.set_xy(left, base - size * MILLIMETRES)
            self._pdf.cell(w=None, h=size * MILLIMETRES * 1.2, text=words)
        else:
            self._pdf.text(left, base, words)

    def _choose(self, words: str, size: float, bold: bool) -> None:
        if self._lacks(words):
            add_spares(self._pdf, words, self._spares)
        self._pdf.set_font(FAMILY, "B" if bold else "", size)

    def _lacks(self, words: str) -> bool:
        return not self._known.issuperset(words)


def add_spares(pdf: FPDF, words: str, spares: list[str]) -> None:
    """Bring the typefaces that words need besides Lexend; `spares` names those that the PDF has already."""
    for name, path in {face.name: face.path for face, _ in parted(words)}.items():
        if name not in (LEXEND, *spares):
            pdf.add_font(name, "", str(path))
            spares.append(name)
            pdf.set_fallback_fonts(spares, exact_match=False)


def nfc(words: str) -> str:
    """Words with each letter and its accent as one character, without letters that no typeface has."""
    if words.isascii():
        return words
    composed = unicodedata.normalize("NFC", words)
    return "".join(piece for _, piece in parted(composed)) if lacking(composed) else composed


def needs_shaping(words: str) -> bool:
    """Whether some sign stands elsewhere than behind the one before it: a mark that found no letter, or another script."""
    return any(unicodedata.combining(sign) or (ord(sign) > LAST_LATIN and sign.isalpha()) for sign in words)
