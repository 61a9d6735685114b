"""What can be swept: every number and switch of a pack by its name, with its present value."""

from pathlib import Path

from caffael.scenario.layers.named_numbers import BEGINNING, cell_value, columns, table_value, table_values
from caffael.scenario.models import DECKS, DeckRow, deck_of
from caffael.scenario.pack import read_checked
from caffael.scenario.read.places import open_pack
from caffael.scenario.read.sheets import Sheet
from caffael.scenario.rule_tables import criteria_needed

LABELS = ("population", "map_column", "map_row", "mark")
"""Columns whose numbers say where a card lies or what it is; more or less of them is not a question."""


def parameters(path_or_id: str | Path, years: int | None = None) -> dict[str, int]:
    """The present value of every number of a pack by its dotted name (see `named_numbers`), the cards last.

    A switch is a bool, so that it can be told from a number. Cells that are empty and have no number then are not listed, nor is how a
    game begins.
    Raises PackError as `load_pack` does.
    """
    draft, scenario = read_checked(open_pack(path_or_id), years)
    data = draft.tables.data or {}
    found: dict[str, int] = {}
    for path, named in table_values().items():
        value = table_value(data, path)
        if path == ("weights", "criteria_at_least") and value is None:
            value = criteria_needed(scenario.weights, scenario.rules)
        if named.kind in (int, bool) and path[0] not in BEGINNING:
            found[".".join(path)] = value
    for model, sheet in zip(DECKS, draft.sheets(), strict=True):
        found |= numbers_in(sheet, model)
    return found


def numbers_in(sheet: Sheet, model: type[DeckRow]) -> dict[str, int]:
    """The numbers and switches of a deck."""
    found: dict[str, int] = {}
    for row in sheet.rows:
        for column, named in columns(model).items():
            value = cell_value(row.cells.get(column, ""), named)
            if named.kind in (int, bool) and value is not None and column not in LABELS:
                found[f"{deck_of(model)}.{row.id}.{column}"] = value
    return found
