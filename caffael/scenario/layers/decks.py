"""Read the decks of a pack: those of the lowest pack it stands on, and each other pack's laid over them."""

from caffael.scenario.faults import Fault
from caffael.scenario.layers.deck_files import deck_file, note_missing, read_grid
from caffael.scenario.layers.extending import Layer, Tables, switched_off
from caffael.scenario.layers.laying import lay_rows, leave_homes, leave_out
from caffael.scenario.models import DECKS, CouncilRow, DeckRow, SupplierRow, columns_of, deck_of, needed_columns
from caffael.scenario.read.grid import GridError
from caffael.scenario.read.sheets import Sheet, sheet_of


def read_sheets(tables: Tables, faults: list[Fault]) -> dict[str, Sheet]:
    """The sheets of all decks, by their files as .csv."""
    return {model.file: Sheet(model.file) if tables.lost else read_deck_sheet(tables, model, faults) for model in DECKS}


def read_deck_sheet(tables: Tables, model: type[DeckRow], faults: list[Fault]) -> Sheet:
    """The sheet of one deck."""
    lowest, *others = tables.layers
    may_lack = model.file in tables.switched_off or switched_off(tables.data, model.file)
    laid = read_layer(lowest, model, needed_columns(model), not may_lack, faults)
    for layer in others:
        over = read_layer(layer, model, ["id"], False, faults)
        leave_out(laid, over, layer.left_out[deck_of(model)], layer.spots, model, faults)
        if model is CouncilRow:
            leave_homes(laid, layer.left_out[deck_of(SupplierRow)])
        laid = lay_rows(laid, over, model, faults)
    return laid


def read_layer(layer: Layer, model: type[DeckRow], columns: list[str], needed: bool, faults: list[Fault]) -> Sheet:
    """The sheet of a deck as one pack writes it; these columns it must have."""
    file = layer.file(model.file)
    try:
        name = deck_file(layer.source, model)
        if name is None:
            before = len(faults)
            note_missing(layer.source, model.file, layer.file(""), faults, needed)
            return Sheet(file, complete=len(faults) == before)
        file = layer.file(name)
        return sheet_of(read_grid(layer.source, name, model), file, columns_of(model), columns, faults)
    except GridError as error:
        faults.append(Fault(file, error.row, None, None, str(error)))
        return Sheet(file)
