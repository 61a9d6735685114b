"""Letters: fonts, measuring, wrapping and rendering, all in pixels.

Lexend (SIL Open Font Licence) is made for easy reading. The regular weight is the variable font of the package fontpkg-lexend;
the semi-bold weight beside this file is the same font at weight 600, because pygame opens a variable font only at its default.
Text is normalised to NFC first, so that a circumflex typed as a separate mark still finds its letter. What Lexend lacks is taken from
other typefaces (`words/typefaces.py`), in one weight; what none has is left out.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import pygame

from caffael.board.store import Store
from caffael.words.colours import Colour
from caffael.words.typefaces import LEXEND, Typeface, parted

ELLIPSIS = "…"
BOLD_MARK = "**"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of one line in one weight."""

    words: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """Words broken into lines at the size at which they fit. `whole` is false if an ellipsis had to be used."""

    size: int
    lines: tuple[str, ...]
    whole: bool


class Letters:
    """Renders and measures text. Sizes and widths are pixels."""

    def __init__(self, pixels: int = 6_000_000) -> None:
        pygame.font.init()
        self._fonts: dict[tuple[str, int, bool], pygame.font.Font] = {}
        self._store = Store(pixels)
        self._widths: dict[tuple[str, int, bool], int] = {}

    def font(self, size: int, bold: bool = False, face: Typeface | None = None) -> pygame.font.Font:
        """Give the font of a size and weight; with a face that of another typeface."""
        name = face.name if face else LEXEND
        found = self._fonts.get((name, size, bold))
        if found is None:
            path = face.path if face and name != LEXEND else font_path(bold)
            found = self._fonts[name, size, bold] = pygame.font.Font(str(path), size)
        return found

    def height(self, size: int) -> int:
        """Say how high one line is, with the air between lines."""
        return round(size * 1.25)

    def width(self, words: str, size: int, bold: bool = False) -> int:
        """Say how wide a line is."""
        key = (words, size, bold)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > 20_000:
                self._widths.clear()
            found = self._widths[key] = sum(font.size(piece)[0] for font, piece in self._pieces(words, size, bold))
        return found

    def render(self, words: str, size: int, colour: Colour, bold: bool = False) -> pygame.Surface:
        """Give a line as a surface with a clear ground. The surface is shared: blit it, do not draw on it."""
        key = (words, size, colour, bold)
        return self._store.get(key, lambda: self._rendered(words, size, colour, bold))

    def _pieces(self, words: str, size: int, bold: bool) -> list[tuple[pygame.font.Font, str]]:
        """Words as pieces of one font each; nearly always one."""
        if words.isascii():
            return [(self.font(size, bold), words)]
        return [(self.font(size, bold, face), piece) for face, piece in parted(nfc(words))]

    def _rendered(self, words: str, size: int, colour: Colour, bold: bool) -> pygame.Surface:
        pieces = self._pieces(words, size, bold)
        drawn = []
        for font, piece in pieces:
            right_to_left = piece != "" and unicodedata.bidirectional(piece[0]) in ("R", "AL")
            font.set_direction(pygame.DIRECTION_RTL if right_to_left else pygame.DIRECTION_LTR)
            drawn.append(font.render(piece, True, colour))
        if len(drawn) == 1:
            return drawn[0].convert_alpha()
        above = max((font.get_ascent() for font, _ in pieces), default=0)
        tops = [above - font.get_ascent() for font, _ in pieces]
        high = max((top + one.get_height() for top, one in zip(tops, drawn, strict=True)), default=self.font(size, bold).get_height())
        line = pygame.Surface((sum(one.get_width() for one in drawn), high), pygame.SRCALPHA)
        left = 0
        for top, one in zip(tops, drawn, strict=True):
            line.blit(one, (left, top))
            left += one.get_width()
        return line.convert_alpha()

    def wrap(self, words: str, width: int, size: int, bold: bool = False) -> list[str]:
        """Break words into lines that are never wider than the width. A word that is too long is broken, after a hyphen if it has one."""
        lines: list[str] = []
        for paragraph in nfc(words).split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if self.width(longer, size, bold) <= width:
                    line = longer
                    continue
                if line:
                    lines.append(line)
                *full, line = self._broken(word, width, size, bold)
                lines.extend(full)
            lines.append(line)
        return lines

    def shorten(self, words: str, width: int, size: int, bold: bool = False) -> str:
        """Give the words, or as many letters of them as fit before an ellipsis."""
        words = nfc(words)
        if self.width(words, size, bold) <= width:
            return words
        low, high = 0, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self.width(words[:middle].rstrip() + ELLIPSIS, size, bold) <= width:
                low = middle
            else:
                high = middle - 1
        return words[:low].rstrip() + ELLIPSIS

    def fit(self, words: str, width: int, height: int, size: int, least: int, bold: bool = False, most_lines: int = 99) -> Fitted:
        """Find the largest size, from `size` down to `least`, at which words stand in a box; if none does, end with an ellipsis."""
        for candidate in range(size, least - 1, -1):
            room = max(1, min(most_lines, height // max(1, self.height(candidate))))
            longest = max((self.width(word, candidate, bold) for word in nfc(words).split()), default=0)
            if candidate > least and (longest > width or self.height(candidate) > height):
                continue
            lines = self.wrap(words, width, candidate, bold)
            if len(lines) <= room:
                return Fitted(candidate, tuple(lines), whole=True)
        size = min(size, least)
        room = max(1, min(most_lines, height // max(1, self.height(size))))
        lines = self.wrap(words, width, size, bold)
        kept, rest = lines[: room - 1], " ".join(lines[room - 1 :])
        return Fitted(size, (*kept, self.shorten(rest, width, size, bold)), whole=False)

    def wrap_runs(self, words: str, width: int, size: int) -> list[list[Run]]:
        """Break words into lines of runs; what stands between two `**` is bold."""
        lines: list[list[Run]] = []
        for paragraph in nfc(words).split("\n"):
            line: list[Run] = []
            used = 0
            for glued in _glued(paragraph):
                taken = sum(self.width(run.words, size, run.bold) for run in glued)
                space = self.width(" ", size) if line else 0
                if line and used + space + taken > width:
                    lines.append(line)
                    line, used, space = [], 0, 0
                if space:
                    line.append(Run(" ", bold=False))
                for run in glued:
                    *full, last = self._broken(run.words, width, size, run.bold) if taken > width else [run.words]
                    for piece in full:
                        lines.append([*line, Run(piece, run.bold)])
                        line, used = [], 0
                    line.append(Run(last, run.bold))
                    used += self.width(last, size, run.bold)
                used += space
            lines.append(line)
        return lines

    def _broken(self, word: str, width: int, size: int, bold: bool) -> list[str]:
        pieces: list[str] = []
        while len(word) > 1 and self.width(word, size, bold) > width:
            count = len(word) - 1
            while count > 1 and self.width(word[:count], size, bold) > width:
                count -= 1
            hyphen = word.rfind("-", 0, count)
            if hyphen > 0:
                count = hyphen + 1
            elif word[: count + 1].isalpha() and self.width(f"{word[: count - 1]}-", size, bold) <= width and count > 2:
                count -= 1
                pieces.append(f"{word[:count]}-")
                word = word[count:]
                continue
            pieces.append(word[:count])
            word = word[count:]
        return [*pieces, word]


def nfc(words: str) -> str:
    """Give words with each letter and its accent as one character."""
    return words if words.isascii() else unicodedata.normalize("NFC", words)


@lru_cache(maxsize=2)
def font_path(bold: bool = False) -> Path:
    """Say where the file of a weight is."""
    if bold:
        return Path(__file__).resolve().parent / "fonts" / "Lexend-SemiBold.ttf"
    return Path(str(files("fontpkg_lexend").joinpath("files", "Lexend[wght].ttf")))


def plain(words: str) -> str:
    """Give words without their marks for bold."""
    return words.replace(BOLD_MARK, "")


def _glued(paragraph: str) -> list[list[Run]]:
    """Split into what may not be parted: lists of runs with no space between them."""
    pieces: list[list[Run]] = [[]]
    for index, part in enumerate(paragraph.split(BOLD_MARK)):
        for count, word in enumerate(part.split(" ")):
            if count:
                pieces.append([])
            if word:
                pieces[-1].append(Run(word, bold=index % 2 == 1))
    return [piece for piece in pieces if piece]
