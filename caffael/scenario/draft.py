"""A pack as it was read: its checked rows, and what is wrong so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from caffael.scenario.cells import Known
from caffael.scenario.explain import Place, explain
from caffael.scenario.faults import SCENARIO_FILE, Fault
from caffael.scenario.models import CouncilRow, DeckRow, EventRow, NeedRow, ProjectRow, SupplierRow, columns_of, needed_columns
from caffael.scenario.scenario_file import ScenarioFile
from caffael.scenario.sheets import Sheet, SheetRow, read_sheet
from caffael.scenario.toml_text import Lines, dotted, line_at, read_toml

R = TypeVar("R", bound=DeckRow)
SWITCHES = {EventRow.file: ("events", "climate_events"), ProjectRow.file: ("projects",)}
"""Decks that may be left out when these rules are all off."""


@dataclass(slots=True)
class Deck(Generic[R]):
    """A deck: the rows that are right, each with its number in the spreadsheet, and the sheet with all of them."""

    sheet: Sheet
    numbered: list[tuple[int, R]] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The file the deck comes from."""
        return self.sheet.file

    @property
    def rows(self) -> list[R]:
        """The rows alone."""
        return [row for _, row in self.numbered]


@dataclass(slots=True)
class Draft:
    """What was read of a pack. `scenario` is None when scenario.toml has faults of its own."""

    faults: list[Fault]
    lines: Lines
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

    def note(self, path: Place, value: str | None, message: str) -> None:
        """Write down a fault of scenario.toml."""
        self.faults.append(scenario_fault(self.lines, path, value, message))


def read_draft(folder: Path) -> Draft:
    """Read every file of a pack and check each row by itself."""
    faults: list[Fault] = []
    data, lines = read_toml(folder, faults)
    scenario = read_scenario(data, lines, faults) if data is not None else None
    categories = ids_in(data, "category")
    subjects = ids_in(data, "subject")
    sheets: dict[str, Sheet] = {}
    for model in (NeedRow, SupplierRow, EventRow, ProjectRow, CouncilRow):
        if switched_off(data, model.file) and not is_there(folder / model.file):
            sheets[model.file] = Sheet(model.file, complete=True)
        else:
            sheets[model.file] = read_sheet(folder / model.file, columns_of(model), needed_columns(model), faults)
    suppliers = sheets[SupplierRow.file]
    known = Known(
        categories=indexes(categories) if categories else None,
        subjects=indexes(subjects) if subjects else None,
        suppliers=indexes(suppliers.ids()) if suppliers.complete else None,
    )
    return Draft(
        faults=faults,
        lines=lines,
        scenario=scenario,
        categories=categories,
        subjects=subjects,
        needs=read_deck(sheets[NeedRow.file], NeedRow, known, faults),
        suppliers=read_deck(suppliers, SupplierRow, known, faults),
        events=read_deck(sheets[EventRow.file], EventRow, known, faults),
        projects=read_deck(sheets[ProjectRow.file], ProjectRow, known, faults),
        councils=read_deck(sheets[CouncilRow.file], CouncilRow, known, faults),
    )


def read_scenario(data: dict[str, Any], lines: Lines, faults: list[Fault]) -> ScenarioFile | None:
    """Check the tables of scenario.toml; None when something is wrong with them."""
    try:
        return ScenarioFile.model_validate(data)
    except ValidationError as error:
        explain(error, ScenarioFile, lambda path, value, message: faults.append(scenario_fault(lines, path, value, message)))
        return None


def scenario_fault(lines: Lines, path: Place, value: str | None, message: str) -> Fault:
    """A fault of scenario.toml, with its line."""
    return Fault(SCENARIO_FILE, line_at(lines, path), dotted(path) or None, value, message)


def read_deck(sheet: Sheet, model: type[R], known: Known, faults: list[Fault]) -> Deck[R]:
    """Check every row of a sheet; empty cells count as left out."""
    deck: Deck[R] = Deck(sheet)
    for row in sheet.rows:
        if row.torn:
            continue
        cells = {column: cell for column, cell in row.cells.items() if cell}
        try:
            deck.numbered.append((row.number, model.model_validate(cells, context=known)))
        except ValidationError as error:
            note_row(sheet.file, row, error, model, faults)
    return deck


def note_row(file: str, row: SheetRow, error: ValidationError, model: type[DeckRow], faults: list[Fault]) -> None:
    """Write down what is wrong with the cells of a row, from left to right."""
    found: list[Fault] = []

    def note(path: Place, value: str | None, message: str) -> None:
        column = str(path[0])
        cell = row.cells.get(column) or value
        if column not in row.cells:
            return  # the whole column is missing, which the header was told
        found.append(Fault(file, row.number, column, cell or None, message))

    explain(error, model, note)
    columns = list(row.cells)
    faults += sorted(found, key=lambda fault: columns.index(fault.column) if fault.column in columns else 0)


def ids_in(data: dict[str, Any] | None, table: str) -> list[str]:
    """The ids of a list of tables, right or wrong, as far as they can be read."""
    found = data.get(table) if data is not None else None
    if not isinstance(found, list):
        return []
    return [entry["id"] for entry in found if isinstance(entry, dict) and isinstance(entry.get("id"), str)]


def switched_off(data: dict[str, Any] | None, file: str) -> bool:
    """Whether a deck may be left out because its rules are off."""
    rules = data.get("rules") if data is not None else None
    switches: Sequence[str] = SWITCHES.get(file, ())
    return bool(switches) and isinstance(rules, dict) and all(rules.get(switch) is False for switch in switches)


def is_there(path: Path) -> bool:
    """Whether there is a file, as far as can be seen."""
    try:
        return path.exists()
    except OSError:
        return True


def indexes(ids: Iterable[str]) -> dict[str, int]:
    """The first index of each id."""
    found: dict[str, int] = {}
    for index, name in enumerate(ids):
        if name:
            found.setdefault(name, index)
    return found
