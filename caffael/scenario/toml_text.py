"""Read a .toml file of a pack as text: its tables, and in which line each key stands."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from caffael.scenario.faults import Fault, Spot
from caffael.scenario.sheets import read_text

TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(#.*)?$")
KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
WHERE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")

KeyPath = tuple[str | int, ...]
Spots = dict[KeyPath, Spot]
"""Where each key stands, by its path. The empty path is the whole file."""


def read_toml(path: Path, file: str, faults: list[Fault]) -> tuple[dict[str, Any] | None, Spots]:
    """The tables of a .toml file and the spots of their keys; None and a fault when it cannot be read. `file` is what to call it."""
    text = read_text(path, file, faults)
    if text is None:
        return None, {(): Spot(file)}
    spots = spots_of(text, file)
    try:
        return tomllib.loads(text), spots
    except tomllib.TOMLDecodeError as error:
        found = WHERE.search(str(error))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        what = WHERE.sub("", str(error)).rstrip(".")
        faults.append(Fault(file, line, None, None, f"This line does not read as TOML: {what[:1].lower()}{what[1:]}."))
    except (RecursionError, ValueError):
        faults.append(Fault(file, None, None, None, "The file does not read as TOML; it is too deeply nested or has an impossible number."))
    return None, spots


def spots_of(text: str, file: str) -> Spots:
    """The spot of every table and key, by its path; tables in a list are counted from 0."""
    spots: Spots = {(): Spot(file)}
    counted: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.splitlines(), 1):
        if found := TABLE.match(line):
            table = names_of(found[2])
            if found[1] == "[[":
                counted[table] = counted.get(table, -1) + 1
                spots.setdefault(table, Spot(file, number))
                table = (*table, counted[table])
            spots.setdefault(table, Spot(file, number))
        elif found := KEY.match(line):
            spots.setdefault((*table, *names_of(found[1])), Spot(file, number))
    return spots


def names_of(dotted: str) -> KeyPath:
    """The names in a dotted key."""
    return tuple(name.strip().strip("\"'") for name in dotted.split("."))


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
