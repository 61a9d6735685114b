"""All the Welsh of Caffael in pieces: where each stands, its English where that is known, and the register it is written in."""

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from caffael_tools.catalogues import forms, read
from caffael_tools.catalogues.editions import edition_path

from caffael.presentation.setup.seating import TEAM_NAMES
from caffael.words.language import DOMAIN, EDITIONS

TOP = Path(__file__).parent.parent.parent
Register = Literal["formal", "spoken"]
"""Formal and plain for councils and teachers: Nid yw. Spoken for children, and on cards: Dydy … ddim."""
SPOKEN = ("school", "scenarios", "tutorial")
"""The edition, the handbook's words for schools, and the packs are spoken."""
FOR_CHILDREN = "caffael/printing/school/"
"""Where the code speaks to children in the usual edition: a school's game on paper."""
CODE = re.compile(r"\]\([^)]*\)|`[^`]*`|<[^>]+>|https?://\S+")


OF_OTHERS = re.compile(r'"[^"]*"(?= \(\[)')
"""What the teacher's pages quote, with where it was read: others chose its words, in either language."""
SOURCES = ("source_cy", "words_cy")
"""In the learning aims: where a statement of the curriculum stands, and its words."""


class Piece(NamedTuple):
    """One text: `counted` says that it is one of the forms of a plural, chosen by its number."""

    place: str
    key: str
    welsh: str
    register: Register
    english: str = ""
    counted: bool = False

    @property
    def where(self) -> str:
        """The file and the place in it, for a message."""
        return f"{self.place}, {self.key}" if len(self.key) < 90 else f"{self.place}, {self.key[:87]}…"


def register(*names: str) -> Register:
    """The register of what lies under these names of folders, files and tables."""
    return "spoken" if any(name in SPOKEN for name in names) else "formal"


@cache
def corpus() -> tuple[Piece, ...]:
    """Every piece of Welsh that people read."""
    return (*catalogues(), *decks(), *tables(), *lessons(), *names())


def catalogues() -> Iterator[Piece]:
    """The sentences of the code in every edition, each form of a plural by itself."""
    for edition in EDITIONS:
        path = edition_path(edition, "cy") if edition != EDITIONS[0] else edition_path(DOMAIN, "cy")
        for message in read(path):
            if message.id:
                english, counted = (message.id, False) if isinstance(message.id, str) else (message.id[1], True)
                children = any(file.startswith(FOR_CHILDREN) for file, _ in message.locations)
                for form in dict.fromkeys(forms(message)):
                    yield Piece(
                        path.relative_to(TOP).as_posix(), english, form, "spoken" if children else register(edition), english, counted
                    )


def decks() -> Iterator[Piece]:
    """The cards of the packs that ship."""
    for path in sorted((TOP / "scenarios").glob("*/*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                for column, text in row.items():
                    if column and column.endswith("_cy") and text:
                        yield Piece(
                            path.relative_to(TOP).as_posix(), f"{row['id']}.{column}", text, "spoken", row.get(column[:-2] + "en", "")
                        )


def tables() -> Iterator[Piece]:
    """What stands in tables: packs, handbook, lessons of the board, the guide of a workbook. A file named cy.toml is Welsh throughout."""
    for path in sorted([*(TOP / "scenarios").glob("*/*.toml"), *(TOP / "assets").rglob("*.toml")]):
        with path.open("rb") as file:
            place = path.relative_to(TOP)
            yield from in_table(tomllib.load(file), place, (), path.stem == "cy")


def in_table(table: Mapping[str, object], place: Path, above: tuple[str, ...], whole: bool) -> Iterator[Piece]:
    """The Welsh of a table and of those in it."""
    for key, value in table.items():
        for number, one in enumerate(value if isinstance(value, list) else [value]):
            way = (*above, key, str(number)) if isinstance(value, list) else (*above, key)
            if isinstance(one, Mapping):
                yield from in_table(one, place, way, whole)
            elif isinstance(one, str) and one and (whole or key.endswith("_cy")) and key not in SOURCES:
                english = table.get(key[:-2] + "en", "") if not isinstance(value, list) else ""
                yield Piece(place.as_posix(), ".".join(way), one, register(*place.parts, *way), english if isinstance(english, str) else "")


def lessons() -> Iterator[Piece]:
    """The teacher's pages, and other Markdown in a folder for Welsh, line by line, without code and the English column of the word list."""
    for path in sorted([*(TOP / "docs" / "teach" / "cy").rglob("*.md"), *(TOP / "assets").rglob("cy/**/*.md")]):
        in_code = english = False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            in_code ^= line.startswith("```")
            if in_code or line.startswith(("```", "*In English:")):
                continue
            cells = line.strip("|").split("|") if line.startswith("|") else [line]
            english = len(cells) > 1 and (english or cells[1].strip() in ("Saesneg", "English"))
            kept = [cell for column, cell in enumerate(cells) if not (english and column == 1)]
            own = OF_OTHERS.sub("", "|".join(kept))
            text = CODE.sub(lambda found: "]" if found[0].startswith("]") else " ", own).strip(" |-")
            if text:
                place = path.relative_to(TOP)
                yield Piece(place.as_posix(), f"line {number}", text, register(*place.parts))


def names() -> Iterator[Piece]:
    """The names that teams may take."""
    for english, welsh in TEAM_NAMES:
        yield Piece("caffael/presentation/setup/seating.py", english, welsh, "spoken", english)
