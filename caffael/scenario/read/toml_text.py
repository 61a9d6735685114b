"""Read a .toml file of a pack as text: its tables, and in which line each key stands.

Before it is parsed it is seen that it is not nested or filled beyond measure: the parser takes minutes over such files.
"""

import re
import tomllib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from caffael.scenario.faults import Fault, Spot, shown
from caffael.scenario.read.sources import FileRefusedError, Source, too_large
from caffael.scenario.read.toml_slips import Mending
from caffael.words.language import words
from caffael.words.sentence import Sentence

MOST_DEPTH = 8
"""How deep tables, lists and dotted names go. The deepest of the format is four."""
MOST_VALUES = 4_000
"""Values and tables of a file. The standard scenario has 400."""
QUOTED = re.compile(r"""\"{3}|'{3}|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?|#[^\n]*""")
CLOSING = {'"""': re.compile(r'(?:\\.|[^\\])*?"""', re.DOTALL), "'''": re.compile(r".*?'''", re.DOTALL)}
BRACKET = re.compile(r"[\[\]{}]")
LONG_NAME = re.compile(rf"[\w-](?:[ \t]*\.[ \t]*[\w-]+){{{MOST_DEPTH},}}")
VALUE = re.compile(r"=|\[\[|,")
DEEP = words("Brackets stand within each other more than {n} deep; no pack needs that.")


def too_nested(text: str) -> tuple[int | None, Sentence] | None:
    """The line and the sentence about what no pack needs; None where a file can be parsed."""
    plain = "".join(without_texts(text))
    depth = 0
    for found in BRACKET.finditer(plain):
        depth += 1 if found[0] in "[{" else -1
        if depth > MOST_DEPTH:
            return line_at(plain, found.start()), Sentence(DEEP, n=MOST_DEPTH)
        depth = max(depth, 0)
    if name := LONG_NAME.search(plain):
        return line_at(plain, name.start()), Sentence("The name has more than {n} parts; no pack needs that.", n=MOST_DEPTH)
    if len(VALUE.findall(plain)) > MOST_VALUES:
        return None, Sentence("The file holds more than {n} values; no pack needs that many.", n=MOST_VALUES)
    return None


def line_at(text: str, place: int) -> int:
    """The number of the line at a place of a text."""
    return text.count("\n", 0, place) + 1


def without_texts(text: str) -> Iterator[str]:
    """The text with `s` for every text in quotation marks and without comments; its lines are counted as before."""
    at = 0
    while found := QUOTED.search(text, at):
        yield text[at : found.start()]
        at = found.end()
        if closing := CLOSING.get(found[0]):
            end = closing.match(text, at)
            if end is None:
                return  # a text without an end, which the parser will tell
            yield "\n" * end[0].count("\n")
            at = end.end()
        if text[found.start()] != "#":
            yield "s"
    yield text[at:]


TABLE = re.compile(r"\s*(\[\[?)([^\[\]#]+)\]\]?\s*(#.*)?$")
KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
LARGEST_TOML = 100_000
"""Bytes. The scenario.toml of the standard scenario has 14,000; a much larger one takes the parser seconds."""
REMEMBERED = 16
"""Files of which the tables are kept, so that packs that extend the same one do not parse it again."""

KeyPath = tuple[str | int, ...]
Spots = dict[KeyPath, Spot]
"""Where each key stands, by its path. The empty path is the whole file."""


class TomlError(Exception):
    """Why a text is nothing that a pack may have: a line if one can be told, and a plain sentence."""

    def __init__(self, line: int | None, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence


@dataclass(slots=True)
class TomlFile:
    """The tables of a .toml file, and the spots of their keys. `data` is None when nothing of it can be read.

    What does not read is mended as it was meant, and a fault says so. `taken_out` are the lines of which nobody can tell what was meant:
    where there are any, something that is not there may have stood in them.
    """

    data: dict[str, Any] | None
    spots: Spots
    taken_out: tuple[str, ...] = ()

    def in_doubt(self, path: Sequence[str | int]) -> bool:
        """Whether nobody can tell if something is wrong at a place: it may have stood in a line that was taken out."""
        return bool(self.taken_out) and tuple(path) not in self.spots


def read_toml(source: Source, name: str, file: str, faults: list[Fault]) -> TomlFile:
    """The tables of a .toml file; what cannot be read of it is told, line by line. `file` is what to call it."""
    try:
        text, wrong = text_of_toml(source.read(name))
    except FileRefusedError as error:
        faults.append(Fault(file, None, None, None, error.sentence))
        return TomlFile(None, {(): Spot(file)})
    except TomlError as error:
        faults.append(Fault(file, error.line, None, None, error.sentence))
        return TomlFile(None, {(): Spot(file)})
    if wrong is not None:
        faults.append(Fault(file, wrong.line, None, None, wrong.sentence))
    spots = spots_of(text, file)
    try:
        return TomlFile(with_small_keys(parsed(text), spots, faults), spots)
    except TomlError as error:
        faults.append(Fault(file, error.line, None, None, error.sentence))
        return TomlFile(None, spots)
    except tomllib.TOMLDecodeError:
        mending = Mending(text.split("\n"))
        data = mending.parsed()
        faults += [Fault(file, slip.line, None, slip.value, slip.message) for slip in mending.slips]
        spots = spots_of(mending.text(), file)
        return TomlFile(with_small_keys(data, spots, faults), spots, tuple(mending.taken_out))


def text_of_toml(data: bytes) -> tuple[str, TomlError | None]:
    """The text of a .toml file in UTF-8, with or without a byte-order mark, and what is wrong with how it was saved. Raises TomlError."""
    if len(data) > LARGEST_TOML:
        raise TomlError(None, too_large(LARGEST_TOML))
    wrong = None
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or data[1:2] == b"\0":
        wrong = TomlError(None, Sentence('The file is saved as UTF-16, which Notepad calls "Unicode"; save it again as UTF-8.'))
        text = data.decode("utf-16-be" if data.startswith(BOM_UTF16_BE) else "utf-16-le", "replace").removeprefix("\ufeff")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            wrong = TomlError(line, Sentence("The file is not saved as UTF-8; save it again as UTF-8 text."))
            text = data.decode("cp1252", "replace").removeprefix("ï»¿")
    return text.replace("\r\n", "\n").replace("\r", "\n"), wrong


@lru_cache(REMEMBERED)
def parsed(text: str) -> dict[str, Any]:
    """The tables of a text; whoever changes them takes a copy. Raises TomlError, and TOMLDecodeError where it is no TOML."""
    if found := too_nested(text):
        raise TomlError(*found)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except (RecursionError, ValueError):
        raise TomlError(None, Sentence("The file does not read as TOML; it is too deeply nested or has an impossible number.")) from None


def with_small_keys(value: Any, spots: Spots, faults: list[Fault], path: KeyPath = ()) -> Any:
    """Tables and lists anew, down to their values, with keys in small letters: capitals do not matter.

    Of two keys or headings that differ by capitals alone the first counts, and a fault tells of both.
    """
    if isinstance(value, list):
        return [with_small_keys(inner, spots, faults, (*path, place)) for place, inner in enumerate(value)]
    if not isinstance(value, dict):
        return value
    written: dict[str, str] = {}
    for key in value:
        first = written.setdefault(key.lower(), key)
        if first != key:
            spot = spot_at(spots, (*path, key.lower()))
            faults.append(spot.fault(None, None, Sentence(SAME_BUT_CAPITALS, one=shown(first), other=shown(key))))
    return {small: with_small_keys(value[key], spots, faults, (*path, small)) for small, key in written.items()}


SAME_BUT_CAPITALS = words("{one} and {other} are the same here, for capitals do not matter; keep one of the two.")


def spots_of(text: str, file: str) -> Spots:
    """The spot of every table and key, by its path; tables in a list are counted from 0."""
    spots: Spots = {(): Spot(file)}
    spots.update({path: Spot(file, line) for path, line in lines_of(text).items()})
    return spots


@lru_cache(REMEMBERED)
def lines_of(text: str) -> dict[KeyPath, int]:
    """The line of every table and key, by its path."""
    lines: dict[KeyPath, int] = {}
    counted: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.split("\n"), 1):
        if found := TABLE.match(line):
            table = names_of(found[2])
            if found[1] == "[[":
                counted[table] = counted.get(table, -1) + 1
                lines.setdefault(table, number)
                table = (*table, counted[table])
            lines.setdefault(table, number)
        elif found := KEY.match(line):
            lines.setdefault((*table, *names_of(found[1])), number)
    return lines


def names_of(dotted: str) -> KeyPath:
    """The names in a dotted key, in small letters."""
    return tuple(name.strip().strip("\"'").lower() for name in dotted.split("."))


def spot_at(spots: Spots, path: Sequence[str | int]) -> Spot:
    """The spot of a key, or of the nearest table round it."""
    for length in range(len(path), 0, -1):
        spot = spots.get(tuple(path[:length]))
        if spot is not None:
            return spot
    return spots[()]


def dotted(path: Sequence[str | int]) -> str:
    """A path as the file writes it; the line says which table of a list is meant."""
    return ".".join(part for part in path if isinstance(part, str))
