"""Which file of a pack is a deck: needs.csv or needs.xlsx. A file whose name is a near miss is told what it should be called."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from caffael.scenario.faults import SCENARIO_FILE, Fault
from caffael.scenario.models import DECKS, DeckRow, columns_of, deck_of
from caffael.scenario.read.csv_grid import read_csv
from caffael.scenario.read.grid import Grid, GridError
from caffael.scenario.read.sources import MISSING, FileRefusedError, Source
from caffael.scenario.read.xlsx_grid import read_xlsx

WORKBOOK = ".xlsx"
BARS_FILE = "balance.toml"
OTHER_KINDS = (".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".tsv")
"""Spreadsheets that are not read, and are easily saved as one that is."""
DECK_ENDINGS = (".csv", WORKBOOK, ".txt", ".csv.txt", ".csv.csv", *OTHER_KINDS)
TOML_ENDINGS = (".toml", ".txt", ".tml", ".toml.txt")
COPY = re.compile(r" *\(\d+\)$")
"""What a browser adds to a file that it saves again."""
NEAR = 0.86
"""How much a name must be like another: `need` and `suppleirs` are, `seeds` is not."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A file that was meant to be one of a pack's, and what it should be called."""

    found: str
    meant: str
    right: str

    def fault(self, called: str) -> Fault:
        """The sentence about it. `called` is what to put before the names of files."""
        message = f"The name of this file should be {self.right}; rename it."
        if self.found.lower().endswith(OTHER_KINDS):
            message = f'This kind of spreadsheet is not read; save it as {self.meant}{WORKBOOK}, or as "CSV UTF-8" called {self.right}.'
        return Fault(called + self.found, None, None, None, message)


def misses(source: Source) -> list[Miss]:
    """The files of a pack whose names are near misses."""
    stems: dict[str, tuple[tuple[str, ...], str]] = {deck_of(model): (DECK_ENDINGS, model.file) for model in DECKS}
    stems |= {name.removesuffix(".toml"): (TOML_ENDINGS, name) for name in (SCENARIO_FILE, BARS_FILE)}
    right = {file for _, file in stems.values()} | {deck_of(model) + WORKBOOK for model in DECKS}
    found: list[Miss] = []
    for name in sorted(source.names - right):
        stem, dot, rest = name.lower().partition(".")
        stem = COPY.sub("", stem)
        for meant, (endings, file) in stems.items():
            if dot + rest in endings and is_near(stem, meant):
                found.append(Miss(name, meant, meant + WORKBOOK if rest == WORKBOOK[1:] else file))
                break
    return found


def is_near(stem: str, meant: str) -> bool:
    """Whether a name is another, or nearly."""
    return stem == meant or (abs(len(stem) - len(meant)) <= 2 and SequenceMatcher(None, stem, meant).ratio() >= NEAR)


def note_missing(source: Source, name: str, called: str, faults: list[Fault], needed: bool) -> None:
    """Write down that a file is not there: what was meant to be it, or, where it is needed, that it is missing."""
    near = [miss.fault(called) for miss in misses(source) if miss.meant == name.rpartition(".")[0]]
    faults += near or ([Fault(called + name, None, None, None, MISSING)] if needed else [])


def deck_file(source: Source, model: type[DeckRow]) -> str | None:
    """The name of a deck's file in a pack; None where there is none. Raises GridError where there are two."""
    names = [name for name in (model.file, deck_of(model) + WORKBOOK) if name in source.names]
    if len(names) > 1:
        raise GridError(None, f"There are both {names[0]} and {names[1]}; keep one of them.")
    return names[0] if names else None


def read_grid(source: Source, name: str, model: type[DeckRow]) -> Grid:
    """The rows of a deck's file. Raises GridError."""
    try:
        data = source.read(name)
    except FileRefusedError as error:
        raise GridError(None, str(error)) from None
    if name.endswith(WORKBOOK):
        return read_xlsx(data, deck_of(model))
    return read_csv(data, columns_of(model))
