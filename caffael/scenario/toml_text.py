"""Read scenario.toml as text: its tables, and in which line each key stands."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from caffael.scenario.faults import SCENARIO_FILE, Fault
from caffael.scenario.sheets import read_text

TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(#.*)?$")
KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
WHERE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")

KeyPath = tuple[str | int, ...]
Lines = dict[KeyPath, int]


def read_toml(folder: Path, faults: list[Fault]) -> tuple[dict[str, Any] | None, Lines]:
    """The tables of a pack's scenario.toml and the lines of their keys; None and a fault when it cannot be read."""
    text = read_text(folder / SCENARIO_FILE, faults)
    if text is None:
        return None, {}
    try:
        return tomllib.loads(text), lines_of(text)
    except tomllib.TOMLDecodeError as error:
        found = WHERE.search(str(error))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        what = WHERE.sub("", str(error)).rstrip(".")
        faults.append(Fault(SCENARIO_FILE, line, None, None, f"This line does not read as TOML: {what[:1].lower()}{what[1:]}."))
    except (RecursionError, ValueError):
        faults.append(
            Fault(SCENARIO_FILE, None, None, None, "The file does not read as TOML; it is too deeply nested or has an impossible number.")
        )
    return None, {}


def lines_of(text: str) -> Lines:
    """The line of every table and key, by its path; tables in a list are counted from 0."""
    lines: Lines = {}
    counted: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.splitlines(), 1):
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
    """The names in a dotted key."""
    return tuple(name.strip().strip("\"'") for name in dotted.split("."))


def line_at(lines: Lines, path: Sequence[str | int]) -> int | None:
    """The line of a key, or of the nearest table round it."""
    for length in range(len(path), 0, -1):
        line = lines.get(tuple(path[:length]))
        if line is not None:
            return line
    return None


def dotted(path: Sequence[str | int]) -> str:
    """A path as the file writes it; the line says which table of a list is meant."""
    return ".".join(part for part in path if isinstance(part, str))
