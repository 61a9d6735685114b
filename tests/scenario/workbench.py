"""A copy of the pack that ships, whose cells and lines can be spoiled."""

import csv
import shutil
from pathlib import Path

import pytest

from caffael.resources import folder
from caffael.scenario import Fault, Pack, PackError, load_pack

SHIPPED = "smarter-spending"


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
