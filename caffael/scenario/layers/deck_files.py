"""Which file of a pack is a deck: needs.csv or needs.xlsx. A spreadsheet that nobody reads is told what it should be called.

A near miss, such as need.csv, was meant to be the deck; other names in which a deck's stands, such as "needs - Copy.csv", may be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from caffael.scenario.faults import SCENARIO_FILE, Fault, listed
from caffael.scenario.models import DECKS, DeckRow, columns_of, deck_of
from caffael.scenario.read.csv_grid import read_csv
from caffael.scenario.read.grid import Grid, GridError
from caffael.scenario.read.sources import MISSING, FileRefusedError, Source, passed_over
from caffael.scenario.read.xlsx_grid import read_xlsx
from caffael.words.sentence import Sentence

CSV = ".csv"
WORKBOOK = ".xlsx"
TOML = ".toml"
BARS_FILE = "balance.toml"
OTHER_KINDS = (
    ".xls",
    ".xlsm",
    ".xlsb",
    ".xltx",
    ".ods",
    ".fods",
    ".numbers",
    ".tsv",
    ".tab",
    ".gsheet",
    ".gnumeric",
    ".dif",
    ".slk",
)
"""Spreadsheets that are not read, and are easily saved as one that is."""
SPREADSHEETS = (CSV, WORKBOOK, f"{CSV}.txt", *OTHER_KINDS)
DECK_ENDINGS = (*SPREADSHEETS, ".txt", f"{CSV}{CSV}")
TOML_ENDINGS = (TOML, ".txt", ".tml", f"{TOML}.txt")
COPY = re.compile(r" *\(\d+\)$")
"""What a browser adds to a file that it saves again."""
WORD = re.compile(r"[^\W\d_]+")
NEAR = 0.86
"""How much a name must be like another: `need` and `suppleirs` are, `seeds` is not."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A file that is not read, and what it was meant to be, if that can be told: the deck, and what the file should be called.

    `sure` says that its name is a near miss. `there` is the file that is read as this deck. `astray`: it does not lie beside scenario.toml.
    """

    found: str
    meant: str = ""
    right: str = ""
    sure: bool = False
    there: str = ""
    astray: bool = False

    def fault(self, called: str) -> Fault:
        """The sentence about it. `called` is what to put before the names of files."""
        return Fault(called + self.found, None, None, None, self.sentence())

    def sentence(self) -> Sentence:
        """What is wrong with its name, its kind or its place, and how to mend it."""
        if self.astray:
            pattern = "This spreadsheet is not read, as it does not lie beside {file}; put it there, or take it out of the pack."
            return Sentence(pattern, file=SCENARIO_FILE)
        if self.there:
            return Sentence("This file is not read, {file} is; keep one of them and call it {file}.", file=self.there)
        if self.meant and self.found.lower().endswith(OTHER_KINDS):
            pattern = 'This kind of spreadsheet is not read; save it as {workbook}, or as "CSV UTF-8" called {file}.'
            return Sentence(pattern, workbook=self.meant + WORKBOOK, file=self.right)
        if self.sure:
            return Sentence("The name of this file should be {file}; rename it.", file=self.right)
        if self.meant:
            return Sentence("A file of this name is not read; if it belongs to the game, call it {file}.", file=self.right)
        decks = listed([model.file for model in DECKS], "or")
        return Sentence("This spreadsheet is not read; a deck is called {files}, or the same with .xlsx at the end.", files=decks)


def misses(source: Source) -> Iterator[Miss]:
    """The files of a pack that are not read: spreadsheets, and others whose names are like those of its files."""
    meant_for: dict[str, tuple[tuple[str, ...], str]] = {deck_of(model): (DECK_ENDINGS, model.file) for model in DECKS}
    meant_for |= {name.removesuffix(TOML): (TOML_ENDINGS, name) for name in (SCENARIO_FILE, BARS_FILE)}
    right = {file for _, file in meant_for.values()} | {deck_of(model) + WORKBOOK for model in DECKS}
    read = {found for name in right if (found := source.called(name))}
    for name in sorted(name for name in source.names - read if not passed_over(name)):
        stem, ending = parted(name.lower())
        words = [stem, *WORD.findall(stem)]
        for meant, (endings, file) in meant_for.items():
            if ending in endings and any(is_near(word, meant) for word in words):
                there = next((found for found in (source.called(file), source.called(meant + WORKBOOK)) if found), "")
                yield Miss(name, meant, meant + WORKBOOK if ending == WORKBOOK else file, is_near(stem, meant), there)
                break
        else:
            if ending in SPREADSHEETS:
                yield Miss(name)
    for path in sorted(source.elsewhere):
        if path.lower().endswith(SPREADSHEETS) and not any(map(passed_over, path.split("/"))):
            yield Miss(path, astray=True)


def parted(name: str) -> tuple[str, str]:
    """A file's name without what a browser adds, and its ending."""
    ending = next((known for known in sorted({*DECK_ENDINGS, *TOML_ENDINGS}, key=len, reverse=True) if name.endswith(known)), "")
    return COPY.sub("", name.removesuffix(ending)), ending


def is_near(stem: str, meant: str) -> bool:
    """Whether a name is another, or nearly."""
    return stem == meant or (abs(len(stem) - len(meant)) <= 2 and SequenceMatcher(None, stem, meant).ratio() >= NEAR)


def note_missing(source: Source, name: str, called: str, faults: list[Fault], needed: bool) -> None:
    """Write down that a file is not there: what was meant to be it, or, where it is needed, what may be or that it is missing."""
    like = [miss for miss in misses(source) if miss.meant == name.rpartition(".")[0]]
    near = [miss for miss in like if miss.sure] or (like if needed else [])
    faults += [miss.fault(called) for miss in near] or ([Fault(called + name, None, None, None, MISSING)] if needed else [])


def deck_file(source: Source, model: type[DeckRow]) -> str | None:
    """The name of a deck's file in a pack; None where there is none. Raises GridError where there are two."""
    names = [found for name in (model.file, deck_of(model) + WORKBOOK) if (found := source.called(name))]
    if len(names) > 1:
        raise GridError(None, Sentence("There are both {first} and {second}; keep one of them.", first=names[0], second=names[1]))
    return names[0] if names else None


def read_grid(source: Source, name: str, model: type[DeckRow]) -> Grid:
    """The rows of a deck's file. Raises GridError."""
    try:
        data = source.read(name)
    except FileRefusedError as error:
        raise GridError(None, error.sentence) from None
    if name.lower().endswith(WORKBOOK):
        others = {deck_of(other): columns_of(other) for other in DECKS if other is not model}
        return read_xlsx(data, deck_of(model), columns_of(model), others)
    return read_csv(data, columns_of(model))
