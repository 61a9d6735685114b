"""A pack made to do harm is refused in a sentence, in under a second and with little memory, in a program of its own that is measured."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.scenario.hostile import CSV, TOML, XLSX, ZIP, make

SECONDS = 1.0
"""Of computing time; a loaded machine takes longer without fault."""
MEMORY = 100_000_000
SAID = {
    "toml/blank-table": "This line cannot be read",
    "toml/date": '"2024-05-01" is not a text in quotation marks.',
    "toml/deep-lists": "Brackets stand within each other more than 8 deep",
    "toml/deep-tables": "Brackets stand within each other more than 8 deep",
    "toml/escapes": '"a" is not known here',
    "toml/huge-float": '"inf" is not a whole number from 1 to 5.',
    "toml/huge-hex": '"0xfff',
    "toml/huge-number": "has an impossible number",
    "toml/large": "The file is larger than 100 kB",
    "toml/long-name": "The name has more than 8 parts",
    "toml/long-quoted-name": "The name has more than 8 parts",
    "toml/long-table-name": "The name has more than 8 parts",
    "toml/many-keys": "more than 4,000 values",
    "toml/many-keys-extending": '"k0" is not known here',
    "toml/many-left-out": '"n0" is not a known need',
    "toml/long-slip": "This line cannot be read",
    "toml/many-open": "deep; no pack needs that",
    "toml/many-slips": "Between a key and its value stands an equals sign",
    "toml/many-tables": "more than 4,000 values",
    "toml/many-wrong-cards": '"x" is not a whole number.',
    "toml/many-years": '"99" is too large',
    "toml/open-quotes": "The text that begins in this line has no end",
    "toml/quotes": "This line cannot be read",
    "csv/commas": "The row is longer than any card",
    "csv/empty-rows": "goes on beyond row 2,000",
    "csv/long-line": "The row is longer than any card",
    "csv/many-rows": "goes on beyond row 2,000",
    "csv/marks": "needs.csv, row 2",
    "csv/near-ids-extending": 'did you mean "school-milk"?',
    "csv/nul": "goes on beyond row 2,000",
    "csv/open-quote": "The row is longer than any card",
    "csv/quoted-rows": "The row is longer than any card",
    "csv/rows-of-commas": "goes on beyond 100 columns",
    "csv/same-ids-extending": 'The id "school-milk" stands in row 2 already',
    "csv/unknown-columns": "No row names the columns",
    "csv/utf-16": "goes on beyond row 2,000",
    "csv/wide-signs": "The row is longer than any card",
    "csv/words": 'The id "a" stands in row 2 already',
    "csv/wrong-rows": "There are 1,990 need cards, but at most 120 fit",
    "xlsx/attribute": "The workbook is damaged",
    "xlsx/deep": "The workbook is nested too deep",
    "xlsx/far-cell": "The workbook goes on to cell XFD1048576",
    "xlsx/far-cell-shared": "The workbook goes on to cell XFD1048576",
    "xlsx/formulas": "holds a formula",
    "xlsx/laughs": "The workbook has a document type",
    "xlsx/long-sheet": "The workbook goes on to cell A2001",
    "xlsx/long-text": "The workbook has more than 4 million characters",
    "xlsx/many-empty": "The workbook has far too many cells",
    "xlsx/many-sheets": "The workbook holds more than 200 entries",
    "xlsx/many-texts": "The workbook has far too many cells",
    "xlsx/outside": "The workbook has a document type",
    "xlsx/same-cell": "The workbook has far too many cells",
    "xlsx/shared-text": "The workbook has more than 4 million characters",
    "xlsx/shared-text-below": "The workbook has more than 4 million characters",
    "xlsx/swollen": "unpacks to more than 8 MB",
    "xlsx/wide-index": "The workbook is damaged",
    "xlsx/wide-row": "The workbook goes on to cell CW1",
    "zip/bomb.zip": "unpacks to more than 4 MB",
    "zip/comment.zip": "The zip is damaged, or no zip at all",
    "zip/long-directory.zip": "The zip holds more than 200 entries",
    "zip/nested.zip": "needs.csv: The file is missing from the pack.",
    "zip/overlapping.zip": "The zip unpacks to more than 20 MB",
}
"""What is said of each pack."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What came of each pack, by group and name."""
    place = tmp_path_factory.mktemp("hostile")
    make(place)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-m", "tests.scenario.hostile", str(place)]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    return {one["pack"]: one for one in map(json.loads, run.stdout.splitlines())}


def test_every_hostile_pack_is_tried() -> None:
    groups: dict[str, Iterable[str]] = {"toml": TOML, "csv": CSV, "xlsx": XLSX}
    names = [f"{group}/{name}" for group, packs in groups.items() for name in packs] + [f"zip/{name}.zip" for name in ZIP]
    assert sorted(names) == sorted(SAID)


@pytest.mark.parametrize("pack", SAID)
def test_a_hostile_pack_is_refused_in_a_sentence_and_soon(found: dict[str, dict[str, Any]], pack: str) -> None:
    one = found[pack]
    assert any(SAID[pack] in fault for fault in one["faults"]), one["faults"]
    assert all(fault.endswith((".", "?")) and fault.isprintable() and len(fault) < 600 for fault in one["faults"])
    assert one["seconds"] < SECONDS


@pytest.mark.skipif(os.name == "nt", reason="Windows tells memory in another way")
def test_no_hostile_pack_takes_much_memory(found: dict[str, dict[str, Any]]) -> None:
    assert max(one["memory"] for one in found.values()) < MEMORY
