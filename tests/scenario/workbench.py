"""A copy of the pack that ships, whose cells and lines can be spoiled."""

import csv
import random
import shutil
from pathlib import Path

import pytest

from caffael.resources import folder
from caffael.scenario import Fault, Pack, PackError, load_pack

SHIPPED = "smarter-spending"


def spoil(path: Path, chance: random.Random) -> None:
    """Spoil a file somewhere, as a bad copy or a slip of the finger would."""
    data = bytearray(path.read_bytes())
    place = chance.randrange(max(len(data), 1))
    how = chance.choice(["cut", "byte", "insert", "drop", "swap"])
    if how == "cut":
        del data[place:]
    elif how == "byte":
        data[place : place + 1] = bytes([chance.randrange(256)])
    elif how == "insert":
        data[place:place] = chance.choice([b'"', b",", b"\n", b"\0", b"\r", b"[[", b"=", b"\xff\xfe", b"-9", "ŵ".encode(), b"{}"])
    elif how == "drop":
        del data[place : place + chance.randint(1, 40)]
    else:
        data[place : place + 30] = reversed(data[place : place + 30])
    path.write_bytes(data)


class Workbench:
    def __init__(self, place: Path) -> None:
        self.folder = place
        shutil.copytree(folder("scenarios") / SHIPPED, place)

    def table(self, file: str) -> list[list[str]]:
        with (self.folder / file).open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.reader(lines))

    def write(self, file: str, table: list[list[str]]) -> None:
        with (self.folder / file).open("w", encoding="utf-8", newline="") as lines:
            csv.writer(lines).writerows(table)

    def cell(self, file: str, row: int, column: str, value: str | None = None) -> str:
        """What stands in a cell, by the row's number in the spreadsheet; with a value, write it there."""
        table = self.table(file)
        place = table[0].index(column)
        before = table[row - 1][place]
        if value is not None:
            table[row - 1][place] = value
            self.write(file, table)
        return before

    def column(self, file: str, column: str) -> list[str]:
        table = self.table(file)
        return [row[table[0].index(column)] for row in table[1:]]

    def row_of(self, file: str, column: str, value: str) -> int:
        """The first row in which a cell has this value."""
        return self.column(file, column).index(value) + 2

    def add(self, file: str, row: list[str]) -> int:
        """Add a row; its number."""
        table = [*self.table(file), row]
        self.write(file, table)
        return len(table)

    def toml(self, before: str, after: str) -> int:
        """Replace a text of scenario.toml; the number of the first line of the new text."""
        path = self.folder / "scenario.toml"
        text = path.read_text(encoding="utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        return text[: text.index(before)].count("\n") + 1

    def load(self, years: int | None = None) -> Pack:
        return load_pack(self.folder, years)

    def faults(self, years: int | None = None) -> list[Fault]:
        with pytest.raises(PackError) as caught:
            load_pack(self.folder, years)
        return caught.value.faults

    def only_fault(self, years: int | None = None) -> Fault:
        faults = self.faults(years)
        assert len(faults) == 1, [str(fault) for fault in faults]
        return faults[0]


class Extending:
    """A pack of its own folder that extends another, at first with nothing changed."""

    def __init__(self, place: Path, extends: str = SHIPPED) -> None:
        self.folder = place
        self.folder.mkdir()
        self.extends = extends
        self.toml("")

    def toml(self, text: str, head: str = "") -> int:
        """Write scenario.toml with this text after its head; the line of the text's first."""
        top = f'extends = "{self.extends}"\nid = "mine"\ntitle_en = "Mine"\ntitle_cy = "Fy un i"\n{head}'
        (self.folder / "scenario.toml").write_text(top + text, encoding="utf-8")
        return top.count("\n") + 1

    def deck(self, file: str, *rows: str) -> None:
        """Write a deck by its lines."""
        (self.folder / file).write_text("\n".join(rows) + "\n", encoding="utf-8")

    def load(self, changes: dict[str, object] | None = None) -> Pack:
        return load_pack(self.folder, changes=changes)

    def faults(self, changes: dict[str, object] | None = None) -> list[Fault]:
        with pytest.raises(PackError) as caught:
            load_pack(self.folder, changes=changes)
        return caught.value.faults

    def only_fault(self, changes: dict[str, object] | None = None) -> Fault:
        faults = self.faults(changes)
        assert len(faults) == 1, [str(fault) for fault in faults]
        return faults[0]
