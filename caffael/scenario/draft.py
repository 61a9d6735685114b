"""A pack as it was read: its checked rows, and what is wrong so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from pydantic import ValidationError

from caffael.scenario.cells import Known
from caffael.scenario.explain import Place, explain
from caffael.scenario.faults import Fault, mended_above
from caffael.scenario.layers.changes import Changed, change
from caffael.scenario.layers.extending import Tables, read_sheets, read_tables
from caffael.scenario.layers.leaving import ONLY_OWN, only_own
from caffael.scenario.models import CouncilRow, DeckRow, EventRow, NeedRow, ProjectRow, SupplierRow
from caffael.scenario.read.sheets import Sheet, SheetRow
from caffael.scenario.read.sources import Source
from caffael.scenario.read.toml_text import dotted, spot_at
from caffael.scenario.scenario_file import ScenarioFile
from caffael.words.sentence import Sentence

R = TypeVar("R", bound=DeckRow)


@dataclass(slots=True)
class Deck(Generic[R]):
    """A deck: the rows that are right, each with its place in the spreadsheet, and the sheet with all of them."""

    sheet: Sheet
    placed: list[tuple[SheetRow, R]] = field(default_factory=list)

    @property
    def rows(self) -> list[R]:
        """The rows alone."""
        return [row for _, row in self.placed]


@dataclass(slots=True)
class Draft:
    """What was read of a pack. `scenario` is None when scenario.toml has faults of its own."""

    faults: list[Fault]
    tables: Tables
    changed: Changed
    scenario: ScenarioFile | None
    categories: list[str]
    subjects: list[str]
    needs: Deck[NeedRow]
    suppliers: Deck[SupplierRow]
    events: Deck[EventRow]
    projects: Deck[ProjectRow]
    councils: Deck[CouncilRow]

    def sheets(self) -> list[Sheet]:
        """The sheets of all decks."""
        return [self.needs.sheet, self.suppliers.sheet, self.events.sheet, self.projects.sheet, self.councils.sheet]

    def mended_above(self, faults: Iterable[Fault], keys: bool) -> list[Fault]:
        """Faults, with what can be done about those of cards of an extended pack by whoever extends it; with `keys` also of its keys."""
        cards = {(row.file, row.number): row.card for sheet in self.sheets() for row in sheet.rows}
        told = [(fault, cards.get((fault.file, fault.row or 0))) for fault in faults]
        return [mended_above(fault, card) if card is not None or keys else fault for fault, card in told]

    def note(self, path: Place, value: str | None, message: Sentence) -> None:
        """Write down a fault of scenario.toml."""
        self.faults.append(scenario_fault(self.tables, path, value, message))


def read_draft(source: Source, changes: Mapping[str, object]) -> Draft:
    """Read every file of a pack and of those it extends, put changed values in, and check each row by itself."""
    faults: list[Fault] = []
    tables = with_own(read_tables(source, faults), changes)
    sheets = read_sheets(tables, faults)
    changed = change(changes, tables, sheets, faults)
    scenario = read_scenario(tables, faults)
    categories = ids_in(tables, "category")
    subjects = ids_in(tables, "subject")
    suppliers = sheets[SupplierRow.file]
    known = Known(
        categories=indexes(categories) if categories and not tables.torn else None,
        subjects=indexes(subjects) if subjects and not tables.torn else None,
        suppliers=indexes(suppliers.ids()) if suppliers.complete else None,
        suppliers_file=suppliers.file,
    )
    return Draft(
        faults=faults,
        tables=tables,
        changed=changed,
        scenario=scenario,
        categories=categories,
        subjects=subjects,
        needs=read_deck(sheets[NeedRow.file], NeedRow, known, faults, tables.lost),
        suppliers=read_deck(suppliers, SupplierRow, known, faults, tables.lost),
        events=read_deck(sheets[EventRow.file], EventRow, known, faults, tables.lost),
        projects=read_deck(sheets[ProjectRow.file], ProjectRow, known, faults, tables.lost),
        councils=read_deck(sheets[CouncilRow.file], CouncilRow, known, faults, tables.lost),
    )


def with_own(tables: Tables, changes: Mapping[str, object]) -> Tables:
    """The tables, where a change says of which decks own cards alone are kept: that has to be known before decks are read."""
    if ONLY_OWN not in changes:
        return tables
    top = replace(tables.layers[-1], only_own=only_own(dict(changes)))
    return replace(tables, layers=(*tables.layers[:-1], top))


def read_scenario(tables: Tables, faults: list[Fault]) -> ScenarioFile | None:
    """Check the tables of scenario.toml; None when something is wrong with them."""
    if tables.data is None:
        return None
    try:
        scenario = ScenarioFile.model_validate(tables.data)
    except ValidationError as error:

        def note(path: Place, value: str | None, message: Sentence) -> None:
            if not tables.torn or value is not None or path in tables.spots:  # else it may stand in a line that cannot be read
                faults.append(scenario_fault(tables, path, value, message))

        explain(error, ScenarioFile, note)
        return None
    return None if tables.torn else scenario


def scenario_fault(tables: Tables, path: Place, value: str | None, message: Sentence) -> Fault:
    """A fault of scenario.toml, with its line."""
    return spot_at(tables.spots, path).fault(dotted(path) or None, value, message)


def read_deck(sheet: Sheet, model: type[R], known: Known, faults: list[Fault], lost: bool) -> Deck[R]:
    """Check every row of a sheet for which there is room; empty cells count as left out. `lost`: they may be filled by a pack below."""
    deck: Deck[R] = Deck(sheet)
    for row in sheet.rows[: model.most]:
        if row.torn:
            continue
        cells = {column: cell for column, cell in row.cells.items() if cell}
        try:
            deck.placed.append((row, model.model_validate(cells, context=known)))
        except ValidationError as error:
            note_row(row, error, model, faults, lost)
    return deck


def note_row(row: SheetRow, error: ValidationError, model: type[DeckRow], faults: list[Fault], lost: bool) -> None:
    """Write down what is wrong with the cells of a row, from left to right; if `lost`, not that one is empty."""
    found: list[tuple[str, Fault]] = []

    def note(path: Place, value: str | None, message: Sentence) -> None:
        column = str(path[0])
        cell = row.cells.get(column) or value
        if column not in row.cells or (lost and not cell):
            return  # the whole column is missing, which the header was told
        found.append((column, row.fault(column, cell or None, message)))

    explain(error, model, note)
    columns = list(row.cells)
    faults += [fault for _, fault in sorted(found, key=lambda one: columns.index(one[0]))]


def ids_in(tables: Tables, table: str) -> list[str]:
    """The ids of a list of tables, right or wrong, as far as they can be read."""
    found = tables.data.get(table) if tables.data is not None else None
    if not isinstance(found, list):
        return []
    return [entry["id"] for entry in found if isinstance(entry, dict) and isinstance(entry.get("id"), str)]


def indexes(ids: Iterable[str]) -> dict[str, int]:
    """The first index of each id."""
    found: dict[str, int] = {}
    for index, name in enumerate(ids):
        if name:
            found.setdefault(name, index)
    return found
