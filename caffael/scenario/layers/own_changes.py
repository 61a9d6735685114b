"""Read back what `extension` writes: of a pack that only changes values of another, which pack that is and which values it changes."""

import csv
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from caffael.scenario.faults import SCENARIO_FILE
from caffael.scenario.layers.named_numbers import columns, table_values
from caffael.scenario.models import DECKS, DeckRow, deck_of
from caffael.scenario.read.places import shipped_packs
from caffael.scenario.read.sources import passed_over

HEAD = ("extends", "id", "title_en", "title_cy")
"""Keys that are no change of a value."""


@dataclass(frozen=True, slots=True)
class OwnChanges:
    """The pack that is extended, as `load_pack` takes it, and the values changed, as `load_pack` and `write_extension` take them."""

    extends: str
    changes: dict[str, object]


class MoreThanValuesError(ValueError):
    """A pack that does more than change values."""


def read_own_changes(folder: Path) -> OwnChanges | None:
    """What a pack changes; None when it does more than change values of another pack, or cannot be read."""
    try:
        data = tomllib.loads((folder / SCENARIO_FILE).read_text(encoding="utf-8"))
        extended = find_below(folder, data.get("extends"))
        changes = dict(changed_values({key: value for key, value in data.items() if key not in HEAD}, ()))
        for model in DECKS:
            path = folder / model.file
            if path.exists():
                changes |= dict(changed_cells(model, path.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, csv.Error):
        return None
    others = {path.name for path in folder.iterdir() if not passed_over(path.name)} - {SCENARIO_FILE} - {model.file for model in DECKS}
    return None if others else OwnChanges(extended, changes)


def find_below(folder: Path, written: object) -> str:
    """The extended pack: the id of one that ships, or the path of one that lies beside this one or is named by its way from here."""
    if not isinstance(written, str) or not written:
        raise MoreThanValuesError
    if written in shipped_packs():
        return written
    for place in (folder / written, folder.parent / written, folder.parent / f"{written}.zip"):
        if place.exists():
            return str(place)
    raise MoreThanValuesError


def changed_values(table: dict[str, Any], above: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    """The values of tables, by their dotted names."""
    for key, value in table.items():
        path = (*above, key)
        if path in table_values():
            yield ".".join(path), value
        elif isinstance(value, dict):
            yield from changed_values(value, path)
        else:
            raise MoreThanValuesError


def changed_cells(model: type[DeckRow], text: str) -> Iterator[tuple[str, object]]:
    """The filled cells of a deck, by their dotted names."""
    rows = csv.DictReader(io.StringIO(text))
    names = list(rows.fieldnames or [])
    if "id" not in names or any(name not in columns(model) for name in names if name != "id"):
        raise MoreThanValuesError
    for row in rows:
        if None in row or not row["id"]:
            raise MoreThanValuesError
        for name in names:
            if name != "id" and row[name]:
                yield f"{deck_of(model)}.{row['id']}.{name}", row[name]
