"""Packs made to do harm are refused in a tab in the same words as on a desktop."""

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from caffael.scenario import PackError, load_pack
from tests.browser.board_kit import Board
from tests.browser.serving import PlainServer
from tests.scenario.hostile import make

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PIECE = 4_000_000
STANDARD = "smarter-spending"
MUCH = 30
"""So many times as long as the standard game may a hostile pack take to be read; that is about a tenth of a second."""
READ = """
import base64, io, json, pathlib, time, zipfile
place = pathlib.Path("/hostile")
zipfile.ZipFile(io.BytesIO(base64.b64decode("".join(pieces)))).extractall(place)
pieces.clear()
from caffael.scenario import PackError, load_pack
import python_calamine
load_pack("smarter-spending")
began = time.perf_counter()
load_pack("smarter-spending")
found = {"smarter-spending": [time.perf_counter() - began, []]}
for path in sorted(place.glob("*/*")):
    began = time.perf_counter()
    try:
        load_pack(path)
        faults = []
    except PackError as error:
        faults = [str(fault) for fault in error.faults]
    found[f"{path.parent.name}/{path.name}"] = [time.perf_counter() - began, faults]
json.dumps(found)
"""


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of all hostile packs."""
    place = tmp_path_factory.mktemp("hostile")
    make(place)
    return place


@pytest.fixture(scope="module")
def told(chromium: "Browser", server: PlainServer, packs: Path) -> dict[str, Any]:
    """What a tab says of each, and the seconds that took."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(packs.rglob("*")):
            if path.is_file():
                archive.write(path, str(path.relative_to(packs)))
    text = base64.b64encode(packed.getvalue()).decode()
    page = chromium.new_context().new_page()
    board = Board(page, server.address)
    board.python("pieces = []")
    for at in range(0, len(text), PIECE):
        board.python(f"pieces.append({text[at : at + PIECE]!r})")
    found = json.loads(board.python(READ))
    page.context.close()
    return dict(found)


def test_a_tab_refuses_every_hostile_pack_in_the_words_of_the_desktop(told: dict[str, Any], packs: Path) -> None:
    other = {}
    for path in sorted(packs.glob("*/*")):
        faults: list[str] = []
        try:
            load_pack(path)
        except PackError as error:
            faults = [str(fault) for fault in error.faults]
        name = f"{path.parent.name}/{path.name}"
        if faults != told[name][1]:
            other[name] = (faults[:1], told[name][1][:1])
    assert len(told) > 50
    assert other == {}


def test_no_hostile_pack_takes_a_tab_much_longer_than_the_game_itself(told: dict[str, Any]) -> None:
    slowest = max((name for name in told if name != STANDARD), key=lambda name: told[name][0])
    assert told[slowest][0] < MUCH * told[STANDARD][0], slowest
