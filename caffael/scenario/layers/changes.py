"""Change named values of a pack after its files are read and before anything is checked.

A change is a name (see `named_numbers`) and what to make of it:

- a whole number, or the same as a text: `5`, `"5"`;
- for a switch, true or false, or 1 or 0, also as texts; for a cell that says yes or no, these words too;
- `"x1.1"` multiplies the number that stands there and rounds to a whole one; `"+3"` and `"-3"` add to it;
- a table for a plain deck, which it replaces as a whole; a list for `rules.marks_percent`;
- a text where a text stands: `rules.ending`, an effect, a cell with ids.

With * for the card every card of the deck is changed; cells without a number are then neither multiplied nor added to. Changes are made in
their order, so a later one counts on top. A fault in a changed value has the name of the value as its place, and no file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from caffael.scenario.faults import Fault, SentenceError, Spot, near, shown, text_of
from caffael.scenario.layers.extending import Tables
from caffael.scenario.layers.named_numbers import (
    DECK_MODELS,
    EVERY,
    LABS_AT,
    Named,
    all_names,
    cell_value,
    columns,
    is_lab,
    table_value,
    table_values,
)
from caffael.scenario.models import DeckRow, deck_of
from caffael.scenario.phrases import WHOLE_NUMBER
from caffael.scenario.read.sheets import Sheet, SheetRow
from caffael.words.sentence import Sentence

PLAIN = re.compile(r"[0-9]{1,12}")
TIMES = re.compile(r"x([0-9]{1,6}(?:\.[0-9]{1,6})?)")
MORE = re.compile(r"[+-][0-9]{1,12}")
TRUTH: dict[object, bool] = {"true": True, "false": False, "1": True, "0": False, 1: True, 0: False}
"""What a switch may be given; True and False are 1 and 0."""
CELL_PARTS = 3
"""The parts of the name of a cell: deck, card, column."""
FORMS = Sentence("; write one like rules.load_percent or needs.*.estimate_gbp.")


class ChangeError(SentenceError):
    """A change that makes no sense."""


@dataclass(slots=True)
class Changed:
    """The values that were changed, as they are now: those of scenario.toml by their paths, cells by file, card and column."""

    values: dict[tuple[str, ...], Any] = field(default_factory=dict)
    cells: dict[tuple[str, str, str], str] = field(default_factory=dict)


def change(changes: Mapping[str, object], tables: Tables, sheets: Mapping[str, Sheet], faults: list[Fault]) -> Changed:
    """Make the changes in the tables and sheets, and write down those that make no sense."""
    changed = Changed()
    for name, value in changes.items():
        path = tuple(name.split("."))
        try:
            if path in table_values():
                if tables.data is not None:
                    change_table(tables, tables.data, path, value, changed)
                continue
            model, row_id, column = find_cell(path)
            for row in rows_called(sheets[model.file], row_id):
                change_cell(model, row, column, value, row_id == EVERY, changed)
        except ChangeError as error:
            known = path in table_values() or (path[0] in DECK_MODELS and len(path) == CELL_PARTS)
            faults.append(Fault("", None, name if known else None, text_of(value), error.sentence))
    return changed


def change_table(tables: Tables, data: dict[str, Any], path: tuple[str, ...], value: object, changed: Changed) -> None:
    """Change a value of scenario.toml. Nothing is done where the file has a fault that will be told anyway."""
    named, present = table_values()[path], table_value(data, path)
    if named.kind is int and is_relative(value) and type(present) not in (int, type(None)):
        return
    new = new_value(value, named, present)
    table = data
    for place, name in enumerate(path[:-1]):
        if name not in table:
            table[name] = {}
            if place == LABS_AT and is_lab(path):
                for inner in [inner for inner in table_values() if inner[: place + 1] == path[: place + 1]]:
                    put(tables, table[name], inner, table_values()[inner].standard, changed)
        table = table[name]
        if not isinstance(table, dict):
            return
    put(tables, table, path, new, changed)


def put(tables: Tables, table: dict[str, Any], path: tuple[str, ...], value: object, changed: Changed) -> None:
    """Put a value into its table."""
    table[path[-1]] = changed.values[path] = value
    for known in [known for known in tables.spots if known[: len(path)] == path]:
        del tables.spots[known]
    tables.spots[path] = Spot("")


def find_cell(path: tuple[str, ...]) -> tuple[type[DeckRow], str, str]:
    """The deck, the id and the column that a name means."""
    model = DECK_MODELS.get(path[0])
    name = ".".join(path)
    if model is None or len(path) != CELL_PARTS:
        end = near(name, all_names()) or FORMS
        raise ChangeError(Sentence("{name} is not a number of a pack{end}", name=shown(name), end=end))
    if path[2] not in columns(model):
        pattern = "{column} is not a column of {file} that can be changed{end}"
        raise ChangeError(Sentence(pattern, column=shown(path[2]), file=model.file, end=near(path[2], columns(model)) or "."))
    return model, path[1], path[2]


def rows_called(sheet: Sheet, row_id: str) -> Iterator[SheetRow]:
    """The rows that a name means: one, or all of the deck."""
    if row_id not in (EVERY, *sheet.ids()) and sheet.complete:
        end = near(row_id, sheet.ids()) or "."
        raise ChangeError(Sentence("{id} is not a card of {file}{end}", id=shown(row_id), file=sheet.file, end=end))
    for row in sheet.rows:
        if row_id in (EVERY, row.id) and not row.torn:
            yield row


def change_cell(model: type[DeckRow], row: SheetRow, column: str, value: object, every: bool, changed: Changed) -> None:
    """Change a cell of a card. Nothing is done where the file has a fault that will be told anyway."""
    named, cell = columns(model)[column], row.cells.get(column, "")
    present = None
    if named.kind is int and is_relative(value):
        if cell and not WHOLE_NUMBER.fullmatch(cell):
            return
        present = cell_value(cell, named)
        if every and present is None:
            return
    new = new_value(value, named, present)
    if named.kind is bool and isinstance(new, bool):
        new = "yes" if new else "no"
    text = text_of(new)
    if not text.strip():
        raise ChangeError(Sentence("A card's cell cannot be emptied by a change; write what shall stand there."))
    row.cells[column] = changed.cells[(model.file, row.id, column)] = text
    row.spots[column] = Spot("", None, f"{deck_of(model)}.{row.id}.{column}")


def new_value(value: object, named: Named, present: Any) -> Any:
    """What a change makes of a value. What no rule here knows is let through, for the usual checks to refuse."""
    if named.kind is bool and isinstance(value, (bool, int, str)):
        return TRUTH.get(value, value)
    if named.kind is int and isinstance(value, str):
        return new_number(value.strip(), present)
    if named.kind is dict and isinstance(value, Mapping):
        return {str(key): copies for key, copies in value.items()}
    if named.kind is list and isinstance(value, Sequence) and not isinstance(value, str):
        return list(value)
    return value


def is_relative(value: object) -> bool:
    """Whether a change counts from the number that stands there."""
    return isinstance(value, str) and bool(TIMES.fullmatch(value.strip()) or MORE.fullmatch(value.strip()))


def new_number(text: str, present: int | None) -> int:
    """The number that a text makes of the present one."""
    if PLAIN.fullmatch(text):
        return int(text)
    if not is_relative(text):
        pattern = '{text} does not read as a change; write a whole number, "x1.1" to multiply, or "+3" or "-3" to add.'
        raise ChangeError(Sentence(pattern, text=shown(text)))
    if present is None:
        raise ChangeError(Sentence("There is no number here that {text} could change; write a whole number.", text=shown(text)))
    if times := TIMES.fullmatch(text):
        return int((Decimal(present) * Decimal(times[1])).to_integral_value(ROUND_HALF_UP))
    return present + int(text)
