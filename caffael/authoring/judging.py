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
from caffael.words.language import Language

FAULT = "fault"
WARNING = "warning"


@dataclass
class Verdict:
    """One pack: its faults, which make it unplayable, and its warnings. `missing` says why there is no such pack."""

    name: str
    pack: Pack | None = None
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    missing: PackError | None = None

    def add(self, warnings: list[Fault]) -> None:
        """Add warnings that play has shown; what was known of a card or key before is not told again."""
        known = {(warning.file, warning.row, warning.column) for warning in self.warnings}
        self.warnings = in_order([*self.warnings, *(w for w in warnings if (w.file, w.row, w.column) not in known)])

    def counts(self, language: Language) -> str:
        """How many of each there are, in words."""
        sound = language.text("sound")
        if not self.faults and not self.warnings:
            return sound
        faults = language.plural("{n} fault", "{n} faults", len(self.faults)) if self.faults else sound
        if not self.warnings:
            return faults
        things = language.plural("{n} thing to think about", "{n} things to think about", len(self.warnings))
        return f"{faults}, {things}"


def verdict_of(name: str) -> Verdict:
    """Everything that can be told of a pack by reading it."""
    called = text_of(name)
    try:
        pack = load_pack(name)
    except PackError as error:
        if not any(fault.file for fault in error.faults):
            return Verdict(called, missing=error)
        return Verdict(called, faults=error.faults)
    return Verdict(called, pack, warnings=list(pack.warnings))


def as_data(verdicts: list[Verdict], language: Language) -> list[dict[str, Any]]:
    """Verdicts as plain data, one entry for each fault and warning, told in a language; docs/packs.md says what the keys mean."""
    return [
        {
            "pack": verdict.name,
            "kind": kind,
            "file": fault.file,
            "row": fault.row,
            "column": fault.column,
            "value": fault.value,
            "message": fault.message.said(language),
        }
        for verdict in verdicts
        for kind, found in ((FAULT, verdict.faults), (WARNING, verdict.warnings))
        for fault in found
    ]


def print_verdicts(verdicts: list[Verdict], language: Language) -> None:
    """Print verdicts in a language: set out by file on a terminal, one line each where another program reads."""
    console = Console()
    for verdict in verdicts:
        if console.is_terminal:
            console.print(set_out(verdict, language))
        else:
            print("\n".join(lines_of(verdict, language)))


def lines_of(verdict: Verdict, language: Language) -> list[str]:
    """A verdict in plain lines, the counts last."""
    lines = [f"{verdict.name}: {fault.said(language)}" for fault in verdict.faults]
    lines += [
        language.text("{pack}: to think about: {fault}", pack=verdict.name, fault=warning.said(language)) for warning in verdict.warnings
    ]
    return [*lines, f"{verdict.name}: {verdict.counts(language)}"]


def set_out(verdict: Verdict, language: Language) -> Group:
    """A verdict for a terminal: a heading, a table for each file, and the counts."""
    parts: list[Any] = [Rule(Text(verdict.name, style="bold"), align="left")]
    for found, style in ((verdict.faults, "red"), (verdict.warnings, "yellow")):
        for file, some in groupby(found, key=lambda fault: fault.file):
            parts.append(Text(file or language.text("The pack"), style=f"bold {style}"))
            parts.append(Padding(table_of(list(some), language), (0, 0, 0, 2)))
    colour = "red" if verdict.faults else "yellow" if verdict.warnings else "green"
    return Group(*parts, Text(verdict.counts(language), style=f"bold {colour}"))


def table_of(faults: list[Fault], language: Language) -> Table:
    """The faults of one file: where, what stands there, and the sentence about it."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for style in ("cyan", "cyan"):
        table.add_column(style=style, no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for fault in faults:
        table.add_row(Text(fault.row_in(language)), Text(fault.column or ""), Text(fault.message.said(language)))
    return table
