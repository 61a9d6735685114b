"""Which letters can be shown, and in which typeface: on the board, on paper and in the PDF of a debrief alike.

Lexend has every letter of English and Welsh and of most languages in Latin letters; Noto Sans adds Greek, Cyrillic and Devanagari.
Both come with Caffael, and which letters they have is data (assets/typefaces.toml, made by `python -m caffael_tools.typefaces`). Other
scripts come with the extra `letters`: any other typeface of a fontpkg package that is installed is taken too. A letter that none has
is left out.
"""

import tomllib
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

from caffael.resources import folder

LEXEND, NOTO = "lexend", "noto-sans"
OURS = {LEXEND: ("fontpkg_lexend", "Lexend[wght].ttf"), NOTO: ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf")}
"""The typefaces that come with Caffael, in the order in which they are asked: their package and file."""
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
"""Signs without width, as a set of a regular expression: soft hyphens, joiners, marks of direction, fillers, variations."""
SHAPELESS = ("Cc", "Cf", "Zl", "Zp")
"""What Unicode calls such kinds of signs, line breaks among them."""
PICTURED = ("\ufe0e", "\ufe0f", "\u20e3")
"""Signs that make a picture of the one before them; they go with it."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface: its file, and the letters that it has, as the first and last of each run, in order."""

    name: str
    path: Path
    runs: tuple[int, ...]

    def has(self, letter: str) -> bool:
        """Whether it has a letter."""
        return bisect_right(self.runs, ord(letter)) % 2 == 1


@lru_cache(maxsize=1)
def typefaces() -> tuple[Typeface, ...]:
    """Every typeface at hand, in the order in which they are asked for a letter."""
    with (folder("assets") / "typefaces.toml").open("rb") as file:
        known = tomllib.load(file)
    paths = {name: Path(str(files(package).joinpath("files", file))) for name, (package, file) in OURS.items()}
    return (*(Typeface(name, path, runs_of(known[name])) for name, path in paths.items()), *other_typefaces())


def runs_of(text: str) -> tuple[int, ...]:
    """Runs of letters, written 20-7e a0, as the numbers at which letters begin and cease to be there."""
    pairs = [(first, last or first) for first, _, last in (run.partition("-") for run in text.split())]
    return tuple(chain.from_iterable((int(first, 16), int(last, 16) + 1) for first, last in pairs))


def text_of_runs(letters: set[int]) -> str:
    """What `runs_of` reads, for a set of letters by their numbers."""
    firsts = [letter for letter in sorted(letters) if letter - 1 not in letters]
    lasts = [letter for letter in sorted(letters) if letter + 1 not in letters]
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in zip(firsts, lasts, strict=True))


def other_typefaces() -> list[Typeface]:
    """Typefaces of other installed fontpkg packages; none where fontTools, which the extra brings, is not there to read them."""
    try:
        import fontpkg
        from fontTools.ttLib import TTFont
    except ModuleNotFoundError:
        return []
    found = []
    for name in sorted(fontpkg.families()):
        if name not in OURS:
            path = fontpkg.path(name)
            with TTFont(path, lazy=True) as font:
                found.append(Typeface(name, Path(path), runs_of(text_of_runs(set(font.getBestCmap())))))
    return found


@lru_cache(maxsize=4096)
def typeface_of(letter: str) -> Typeface | None:
    """The first typeface that has a letter; for a sign without a shape the first of all; None when no typeface has it."""
    shapeless = unicodedata.category(letter) in SHAPELESS
    return next((face for face in typefaces() if shapeless or face.has(letter)), None)


def lacking(text: str) -> str:
    """The letters of a text that no typeface has, each once, in their order; empty for nearly every text."""
    if text.isascii():
        return ""
    return "".join(dict.fromkeys(letter for letter in unicodedata.normalize("NFC", text) if typeface_of(letter) is None))


def readable(text: str, instead: str) -> str:
    """A text without the letters that can't be shown; where no letter or digit is left, a card's id in its place, as plain words."""
    if not lacking(text):
        return text
    kept = "".join(letter for letter in unicodedata.normalize("NFC", text) if typeface_of(letter) is not None and letter not in PICTURED)
    if not any(letter.isalnum() for letter in kept):
        return instead.replace("-", " ").replace("_", " ")
    return " ".join(kept.replace("\u200d", "").split())


def parted(text: str) -> list[tuple[Typeface, str]]:
    """A text as pieces of one typeface each; a space and a mark stay with the letter before them. What can't be shown is left out."""
    pieces: list[tuple[Typeface, str]] = []
    for letter in text:
        face = typeface_of(letter)
        if face is None:
            continue
        before = pieces[-1][0] if pieces else None
        if before is not None and (before is face or ((letter == " " or unicodedata.combining(letter)) and before.has(letter))):
            pieces[-1] = before, pieces[-1][1] + letter
        else:
            pieces.append((face, letter))
    return pieces
