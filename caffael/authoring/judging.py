"""What is wrong with a pack, and what is worth a second look: as data, as plain lines, or set out by file on a terminal."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from caffael.scenario import Fault, Pack, PackError, load_pack
from caffael.scenario.faults import in_order, text_of

FAULT = "fault"
WARNING = "warning"
NO_FILE = "the pack"


@dataclass
class Verdict:
    """One pack: its faults, which make it unplayable, and its warnings. `missing` says that there is no such pack."""

    name: str
    pack: Pack | None = None
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    missing: str = ""

    def add(self, warnings: list[Fault]) -> None:
        """Add warnings that play has shown; what was known of a card or key before is not told again."""
        known = {(warning.file, warning.row, warning.column) for warning in self.warnings}
        self.warnings = in_order([*self.warnings, *(w for w in warnings if (w.file, w.row, w.column) not in known)])

    def counts(self) -> str:
        """How many of each there are, in words."""
        if not self.faults and not self.warnings:
            return "sound"
        faults = count(len(self.faults), "fault", "faults")
        things = count(len(self.warnings), "thing to think about", "things to think about")
        return ", ".join(part for part in (faults or "sound", things) if part)


def count(number: int, one: str, many: str) -> str:
    """A number of things in words; empty for none."""
    return f"{number} {one if number == 1 else many}" if number else ""


def verdict_of(name: str) -> Verdict:
    """Everything that can be told of a pack by reading it."""
    called = text_of(name)
    try:
        pack = load_pack(name)
    except PackError as error:
        if not any(fault.file for fault in error.faults):
            return Verdict(called, missing="\n".join(map(str, error.faults)))
        return Verdict(called, faults=error.faults)
    return Verdict(called, pack, warnings=list(pack.warnings))


def as_data(verdicts: list[Verdict]) -> list[dict[str, Any]]:
    """Verdicts as plain data, one entry for each fault and warning; docs/packs.md says what the keys mean."""
    return [
        {
            "pack": verdict.name,
            "kind": kind,
            "file": fault.file,
            "row": fault.row,
            "column": fault.column,
            "value": fault.value,
            "message": fault.message,
        }
        for verdict in verdicts
        for kind, found in ((FAULT, verdict.faults), (WARNING, verdict.warnings))
        for fault in found
    ]


def print_verdicts(verdicts: list[Verdict]) -> None:
    """Print verdicts: set out by file on a terminal, one line each where another program reads."""
    console = Console()
    for verdict in verdicts:
        if console.is_terminal:
            console.print(set_out(verdict))
        else:
            print("\n".join(lines_of(verdict)))


def lines_of(verdict: Verdict) -> list[str]:
    """A verdict in plain lines, the counts last."""
    lines = [f"{verdict.name}: {fault}" for fault in verdict.faults]
    lines += [f"{verdict.name}: to think about: {warning}" for warning in verdict.warnings]
    return [*lines, f"{verdict.name}: {verdict.counts()}"]


def set_out(verdict: Verdict) -> Group:
    """A verdict for a terminal: a heading, a table for each file, and the counts."""
    parts: list[Any] = [Rule(Text(verdict.name, style="bold"), align="left")]
    for found, style in ((verdict.faults, "red"), (verdict.warnings, "yellow")):
        for file, some in groupby(found, key=lambda fault: fault.file):
            parts.append(Text(file or NO_FILE, style=f"bold {style}"))
            parts.append(Padding(table_of(list(some)), (0, 0, 0, 2)))
    colour = "red" if verdict.faults else "yellow" if verdict.warnings else "green"
    return Group(*parts, Text(verdict.counts(), style=f"bold {colour}"))


def table_of(faults: list[Fault]) -> Table:
    """The faults of one file: where, what stands there, and the sentence about it."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for style in ("cyan", "cyan"):
        table.add_column(style=style, no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for fault in faults:
        where = "" if fault.row is None else f"{'line' if fault.file.endswith('.toml') else 'row'} {fault.row}"
        table.add_row(Text(where), Text(fault.column or ""), Text(fault.message))
    return table
