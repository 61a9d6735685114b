"""A new pack to start from: small and sound, the whole of another one to be edited, or one that extends another and has empty decks."""

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from caffael.authoring.columns import columns
from caffael.authoring.starter import CHANGES, SMALL
from caffael.authoring.toml_writing import bars_text, extension_text, scenario_text
from caffael.authoring.workbook import Known, Rows, workbook
from caffael.scenario.bars import load_bars
from caffael.scenario.cells import ID, LONGEST_ID
from caffael.scenario.draft import Draft
from caffael.scenario.extension import name_beside, new_place, see_sound, write_checked
from caffael.scenario.faults import SCENARIO_FILE
from caffael.scenario.finding import STANDARD
from caffael.scenario.layers.deck_files import BARS_FILE
from caffael.scenario.models import DECKS, DeckRow, SupplierRow, deck_of
from caffael.scenario.pack import read_checked
from caffael.scenario.read.places import open_pack
from caffael.scenario.scenario_file import ScenarioFile

DEFAULT_ID = "my-game"


@dataclass(frozen=True, slots=True)
class Start:
    """What a new pack begins with: its scenario.toml, the rows of its decks, the ids that cells may name, and its balance.toml if any."""

    scenario: str
    decks: dict[str, Rows]
    known: Known
    bars: str = ""


def start_pack(folder: Path, source: str = "", extend: bool = False, as_csv: bool = False) -> Path:
    """Write a new pack into a new or empty folder, and return the folder.

    Without a `source` it is a small game taken from the standard one; with one (the id of a pack that ships, or a path) it is the whole of
    that, whatever it extends laid in. `extend` writes a pack that extends the source (or the standard game) and has no cards of its own
    yet. Decks are workbooks, or CSV files. The folder is written whole or not at all. Raises PackError where that can't be done.
    """
    place = new_place(folder)
    name = id_for(folder)
    title = name.replace("-", " ").title()
    start = extending(source or STANDARD, place, name, title) if extend else whole(source, name, title)
    texts = {SCENARIO_FILE: start.scenario} | ({BARS_FILE: start.bars} if start.bars else {})
    files = {file: text.encode() for file, text in texts.items()} | decks_of(start, as_csv)
    see_sound(folder, place, files)
    write_checked(folder, place, files)
    return folder


def id_for(folder: Path) -> str:
    """An id made from the name of a folder."""
    name = re.sub(r"[^a-z0-9]+", "-", folder.name.lower()).strip("-")[:LONGEST_ID].strip("-")
    return name if ID.fullmatch(name) else DEFAULT_ID


def whole(source: str, name: str, title: str) -> Start:
    """The whole of a pack, or the small game where no pack is named."""
    draft, scenario = read_checked(open_pack(source or STANDARD), None, None if source else CHANGES)
    own = {"id": name, "title_en": title, "title_cy": title}
    decks = {model.file: rows_of(draft, model) for model in DECKS}
    if not source:
        own |= SMALL.head
        decks = {file: SMALL.kept(file, rows) for file, rows in decks.items()}
    bars = bars_text(load_bars(source)) if source else ""
    return Start(scenario_text(scenario.model_copy(update=own)), decks, known_in(scenario, decks), bars)


def extending(source: str, place: Path, name: str, title: str) -> Start:
    """A pack that extends another and has no cards of its own yet."""
    base = open_pack(source)
    draft, scenario = read_checked(base)
    known = known_in(scenario, {model.file: rows_of(draft, model) for model in DECKS})
    return Start(extension_text(name_beside(base.place, place), name, title), {model.file: [] for model in DECKS}, known)


def rows_of(draft: Draft, model: type[DeckRow]) -> Rows:
    """The cells of a deck, whatever the pack extends laid in."""
    sheet = next(sheet for sheet, own in zip(draft.sheets(), DECKS, strict=True) if own is model)
    return [row.cells for row in sheet.rows]


def known_in(scenario: ScenarioFile, decks: dict[str, Rows]) -> Known:
    """The ids that cells may name."""
    return {
        "category": [table.id for table in scenario.category],
        "subject": [table.id for table in scenario.subject],
        "supplier": [row["id"] for row in decks[SupplierRow.file]],
    }


def csv_text(model: type[DeckRow], rows: Rows) -> str:
    """A deck as CSV."""
    names = [column.name for column in columns(model)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([row.get(name, "") for name in names] for row in rows)
    return text.getvalue()


def decks_of(start: Start, as_csv: bool) -> dict[str, bytes]:
    """The files of the decks. CSV begins with the mark by which Excel reads Welsh letters right."""
    if as_csv:
        return {model.file: csv_text(model, start.decks[model.file]).encode("utf-8-sig") for model in DECKS}
    return {f"{deck_of(model)}.xlsx": workbook(model, start.decks[model.file], start.known) for model in DECKS}
