"""The cards that a pack leaves out of those it has from the pack it extends: its table [leave_out]."""

from typing import Any

from pydantic import ValidationError

from caffael.scenario.explain import explain
from caffael.scenario.faults import SCENARIO_FILE, Fault, shown, unknown_word
from caffael.scenario.models import DeckRow, deck_of
from caffael.scenario.read.sheets import Sheet
from caffael.scenario.read.toml_text import Spots, dotted, spot_at
from caffael.scenario.scenario_file import LeaveOutTable

LEAVE_OUT = "leave_out"


def left_out(data: dict[str, Any], model: type[DeckRow]) -> list[str]:
    """The ids that [leave_out] names for a deck, as far as they can be read and as many as a deck has cards."""
    table = data.get(LEAVE_OUT)
    found = table.get(deck_of(model)) if isinstance(table, dict) else None
    return [name for name in found[: model.most] if isinstance(name, str)] if isinstance(found, list) else []


def refuse_lowest(data: dict[str, Any], spots: Spots, faults: list[Fault]) -> None:
    """A pack that extends none has nothing to leave out."""
    if "extends" not in data and LEAVE_OUT in data:
        message = "Only a pack that extends another can leave out cards; take this table out, or write extends at the top of the file."
        faults.append(spot_at(spots, (LEAVE_OUT,)).fault(LEAVE_OUT, None, message))


def check_lower(data: dict[str, Any], spots: Spots, faults: list[Fault]) -> None:
    """Check the table of a pack in the middle of a chain, which is not laid over any other."""
    try:
        LeaveOutTable.model_validate(data.get(LEAVE_OUT, {}))
    except ValidationError as error:

        def note(path: tuple[str | int, ...], value: str | None, message: str) -> None:
            place = (LEAVE_OUT, *path)
            faults.append(spot_at(spots, place).fault(dotted(place), value, message))

        explain(error, LeaveOutTable, note)


def leave_out(under: Sheet, over: Sheet, names: list[str], spots: Spots, model: type[DeckRow], faults: list[Fault]) -> None:
    """Take the cards that a pack leaves out from the deck below. Each must be there, and not be changed by the pack all the same."""
    ids, place = under.ids(), (LEAVE_OUT, deck_of(model))
    for name in names:
        if name not in ids and under.complete:
            faults.append(spot_at(spots, place).fault(".".join(place), name, unknown_word(name, ids, model.card, under.file)))
    for row in over.rows:
        if row.id in names:
            message = f"{shown(row.id)} is left out by {SCENARIO_FILE}; take out this row, or the id there."
            faults.append(row.fault("id", row.id, message))
            row.torn = True
    under.rows = [row for row in under.rows if row.id not in names]


def leave_homes(councils: Sheet, suppliers: list[str]) -> None:
    """Take suppliers that a pack leaves out from the homes that councils have from the pack below."""
    for row in councils.rows:
        if row.cells.get("home") and not row.torn:
            row.cells["home"] = " ".join(name for name in row.cells["home"].split() if name not in suppliers)
