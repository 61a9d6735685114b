"""Read the decks of a pack, lay them over those of the pack it extends, and take out the cards that are left out."""

from pathlib import Path

from caffael.scenario.extending import Extended, Tables, switched_off
from caffael.scenario.faults import SCENARIO_FILE, Fault, shown, unknown_word
from caffael.scenario.laying import lay_rows
from caffael.scenario.models import DECKS, CouncilRow, DeckRow, SupplierRow, columns_of, deck_of, needed_columns
from caffael.scenario.sheets import Sheet, is_there, read_sheet
from caffael.scenario.toml_text import spot_at


def read_sheets(folder: Path, tables: Tables, faults: list[Fault]) -> dict[str, Sheet]:
    """The sheets of all decks, by file."""
    sheets = {model.file: read_deck_sheet(folder, tables, model, faults) for model in DECKS}
    suppliers = left_out(tables, SupplierRow)
    for row in sheets[CouncilRow.file].rows:
        if row.cells.get("home") and row.spot("home").file != CouncilRow.file:
            row.cells["home"] = " ".join(name for name in row.cells["home"].split() if name not in suppliers)
    return sheets


def read_deck_sheet(folder: Path, tables: Tables, model: type[DeckRow], faults: list[Fault]) -> Sheet:
    """The sheet of one deck."""
    path, extended = folder / model.file, tables.extended
    if tables.lost:
        return Sheet(model.file)
    if extended is not None:
        return read_laid_sheet(path, tables, extended, model, faults)
    if switched_off(tables.data, model.file) and not is_there(path):
        return Sheet(model.file, complete=True)
    return read_sheet(path, model.file, columns_of(model), needed_columns(model), faults)


def read_laid_sheet(path: Path, tables: Tables, extended: Extended, model: type[DeckRow], faults: list[Fault]) -> Sheet:
    """The sheet of a deck of an extending pack."""
    below, file = extended.folder / model.file, extended.file(model.file)
    may_lack = model.file in extended.switched_off or switched_off(tables.data, model.file)
    if may_lack and not is_there(below):
        under = Sheet(file, complete=True)
    else:
        under = read_sheet(below, file, columns_of(model), needed_columns(model), faults)
    over = Sheet(model.file, complete=True)
    if is_there(path):
        over = read_sheet(path, model.file, columns_of(model), ["id"], faults)
    leave_out(under, over, tables, model, faults)
    return lay_rows(under, over, model, faults)


def left_out(tables: Tables, model: type[DeckRow]) -> list[str]:
    """The ids that [leave_out] names for a deck, as far as they can be read."""
    table = tables.data.get("leave_out") if tables.data is not None else None
    found = table.get(deck_of(model)) if isinstance(table, dict) else None
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def leave_out(under: Sheet, over: Sheet, tables: Tables, model: type[DeckRow], faults: list[Fault]) -> None:
    """Take the cards that are left out from the extended deck. Each must be there, and not be changed all the same."""
    names, ids, place = left_out(tables, model), under.ids(), ("leave_out", deck_of(model))
    for name in names:
        if name not in ids and under.complete:
            faults.append(spot_at(tables.spots, place).fault(".".join(place), name, unknown_word(name, ids, model.card, under.file)))
    for row in over.rows:
        if row.id in names:
            message = f"{shown(row.id)} is left out by {SCENARIO_FILE}; take out this row, or the id there."
            faults.append(row.fault("id", row.id, message))
            row.torn = True
    under.rows = [row for row in under.rows if row.id not in names]
