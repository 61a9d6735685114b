"""Files to take along in a tab: they come as downloads, and are opened from the window of the system on another device."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from caffael.authoring.own.moving import pack_as_file
from caffael.match import Match
from caffael.resources import folder
from tests.browser.keeping_kit import ask, board_at, keeping_browser
from tests.browser.serving import PlainServer
from tests.notices.invented import month, package, written

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AT = """
def at(label):
    app = session().app
    app.frame()
    widget = next(one for one in app.screen.tree.root.everything() if one.label == label)
    return list(app.look.scale.to_pixels(widget.box.center))
at({label!r})
"""
MADE = """
from caffael.saves import own_folder
from caffael.scenario import load_pack
made = load_pack(next(own_folder().rglob("scenario.toml")).parent)
[made.cards.need_count, sum(bool(need.asked) for need in made.texts.needs)]
"""
"""How many needs the game of notices has, and of how many the real weights are known."""
SHOW = "from caffael.presentation.screens import ScreenId; session().show_title(); session().show(ScreenId.{page}); None"


def click(page: "Page", label: str) -> None:
    """Click on what has a label on the board."""
    x, y = ask(page, AT.format(label=label))
    page.mouse.click(x, y)


def given(page: "Page", label: str, folder: Path) -> Path:
    """The file that comes when something is clicked."""
    with page.expect_download() as coming:
        click(page, label)
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def choose(page: "Page", path: Path) -> None:
    """Open a file from the window of the system."""
    with page.expect_file_chooser() as window:
        click(page, "Open from a file")
    window.value.set_files(path)


def until(page: "Page", code: str) -> Any:
    """What an expression of the board's Python is, once it is something."""
    while not (found := ask(page, code)):
        page.wait_for_timeout(50)
    return found


def test_a_game_and_everything_are_taken_to_another_device(chromium: "Browser", server: PlainServer, tmp_path: Path) -> None:
    with keeping_browser(chromium, tmp_path / "one") as context:
        page = board_at(context, server.address)
        ask(page, "begin(); [step() for _ in range(4)]; None")
        ask(page, SHOW.format(page="SAVES"))
        record = given(page, "Keep as a file", tmp_path)
        assert len(Match.resume(record).history) == 4
        assert record.name in until(page, "[one.label for one in session().app.screen.tree.root.everything()]")
        ask(page, SHOW.format(page="SAVES"))
        whole = given(page, "Keep everything as one file", tmp_path)
        assert whole.suffix == ".zip"
    with keeping_browser(chromium, tmp_path / "two") as context:
        page = board_at(context, server.address)
        ask(page, SHOW.format(page="SAVES"))
        choose(page, record)
        until(page, "session().match is not None")
        assert ask(page, "len(session().game.history)") == 4
        assert ask(page, "str(session().game.path.parent)") == "/home/caffael/.local/share/caffael/games"
        ask(page, "step(); None")
        ask(page, SHOW.format(page="SAVES"))
        choose(page, whole)
        until(page, "len(saved()) == 2")
        assert sorted(ask(page, "saved()").values()) == [4, 5], "nothing that was there is overwritten"


def drop(page: "Page", *paths: Path) -> None:
    """Drag files or folders of this computer onto the board."""
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        session.send("Input.dispatchDragEvent", {"type": kind, "x": 600, "y": 400, "data": data})


@pytest.fixture(scope="module")
def device(chromium: "Browser", server: PlainServer, tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Page]":
    """A board that keeps its files."""
    with keeping_browser(chromium, tmp_path_factory.mktemp("device")) as context:
        yield board_at(context, server.address)


@pytest.mark.parametrize("way", ["zip", "folder", "files"])
def test_a_pack_is_dropped_and_is_on_the_shelf(device: "Page", tmp_path: Path, way: str) -> None:
    pack = folder("scenarios") / "our-town"
    ask(device, "session().opened.clear(); session().show_title(); None")
    if way == "zip":
        name, content = pack_as_file(pack)
        (tmp_path / name).write_bytes(content)
        drop(device, tmp_path / name)
    elif way == "folder":
        drop(device, pack)
    else:
        drop(device, *(path for path in pack.iterdir() if path.is_file()))
    until(device, "session().app.screen.id == 'scenarios'")
    assert ask(device, "[path.name for path in session().opened]") == [{"zip": "our-town.zip", "folder": "our-town", "files": "game"}[way]]


def test_a_file_of_tender_notices_is_dropped_and_becomes_a_game_on_the_shelf(device: "Page", tmp_path: Path) -> None:
    ask(device, "session().opened.clear(); session().show_title(); None")
    drop(device, written(tmp_path, package(month()), "january.json"))
    until(device, "session().app.screen.id == 'notices' and session().app.screen.read is not None")
    assert ask(device, "len(session().app.screen.read.notices)") == len(month())
    ask(device, "session().app.screen.make(); None")
    until(device, "session().app.screen.id == 'scenarios'")
    assert ask(device, MADE) == [28, 10]


def test_a_debrief_is_kept_in_every_form(device: "Page", tmp_path: Path) -> None:
    ask(device, "begin()\nwhile not session().game.finished:\n    step()\nsession().show_debrief()\nNone")
    ask(device, "session().app.screen.open(len(session().app.screen.pages) - 1)")
    html = given(device, "Keep this debrief", tmp_path)
    assert html.suffix == ".html" and html.read_bytes().startswith(b"<!DOCTYPE html>")
    pdf = given(device, "Keep it as a PDF too", tmp_path)
    assert pdf.read_bytes().startswith(b"%PDF") and len(pdf.read_bytes()) > 20_000
    csv = given(device, "Keep the figures as a table too", tmp_path)
    assert csv.read_bytes().count(b"\n") > 20
    record = given(device, "Keep this game as a file", tmp_path)
    assert Match.resume(record).finished
