"""What the page tells a tab: files that were dropped are found again or forgotten, and what fails is told while the board goes on."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from caffael.authoring.own import moving
from caffael.authoring.own.moving import pack_as_file, whole_file
from caffael.browser import standin
from caffael.browser.machine import LaterErrands
from caffael.browser.tab import AFTER_A_FAULT, IDLE, Tab
from caffael.match import Match, Seat
from caffael.resources import folder
from caffael.scenario import load_pack
from tests.browser.paper import Paper, paper


class Told:
    """A session, a board and a machine that only remember what was asked of them."""

    def __init__(self) -> None:
        self.faults: list[Exception] = []
        self.swept = 0
        self.match: Any = None
        self.fail: Exception | None = None
        self.app = SimpleNamespace(running=True, busy=False, frame=lambda: None, next_wake=lambda: None)
        self.later = LaterErrands()
        self.home = SimpleNamespace(stir=lambda now: None, rest=lambda now: None, sweep=self.sweep)
        self.thinking = SimpleNamespace(busy=False, go_on=self.think)
        self.reader = None

    def note_fault(self, fault: Exception) -> None:
        self.faults.append(fault)

    def sweep(self) -> None:
        self.swept += 1

    def think(self) -> None:
        if self.fail is not None:
            raise self.fail


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def tab(told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tab]:
    """A tab whose home folder is a new one."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))
    standin.event.get()
    yield Tab(told, told)  # type: ignore[arg-type]
    standin.event.get()


def dropped(tab: Tab, name: str, content: bytes) -> Path:
    """Where the board finds a file that was dropped."""
    tab.take("drop", {"name": name, "content": content})
    (event,) = standin.event.get()
    assert event.type == standin.DROPFILE
    path = Path(event.file)
    assert path.read_bytes() == content
    return path


@pytest.fixture
def record(tmp_path: Path) -> bytes:
    """A saved game."""
    pack = load_pack("our-town")
    match = Match.start(pack, [Seat("One", pack.ids.councils[0]), Seat("Two", pack.ids.councils[1])], 3, save=tmp_path / "elsewhere")
    match.close()
    assert match.path is not None
    return match.path.read_bytes()


def test_a_saved_game_that_is_dropped_is_among_the_saved_games(tab: Tab, record: bytes, tmp_path: Path) -> None:
    assert dropped(tab, "monday.caffael", record) == tmp_path / "games" / "monday.caffael"


def test_a_saved_game_that_can_not_be_kept_is_opened_all_the_same(
    tab: Tab, record: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*asked: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(moving, "lay_beside", full)
    assert dropped(tab, "monday.caffael", record) == tmp_path / "opened" / "monday.caffael"


def test_a_pack_that_is_dropped_stays_for_the_games_that_are_played_with_it(tab: Tab, tmp_path: Path) -> None:
    name, content = pack_as_file(folder("scenarios") / "our-town")
    path = dropped(tab, name, content)
    tab.frame()
    assert path == tmp_path / "opened" / name and path.read_bytes() == content


@pytest.mark.parametrize("name", ["film.mp4", "scenario.toml", "..", "/etc/passwd", "../../up.txt", ""])
def test_what_is_no_game_is_forgotten_once_it_was_looked_at(tab: Tab, tmp_path: Path, name: str) -> None:
    path = dropped(tab, name, b"what is this")
    assert path.is_relative_to(tmp_path / ".cache")
    tab.frame()
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == []


def dropped_folder(tab: Tab, name: str, files: list[tuple[str, bytes]]) -> Path:
    """Where the board finds a folder that was dropped."""
    tab.take("dropped folder", {"name": name, "files": files})
    (event,) = standin.event.get()
    return Path(event.file)


@pytest.mark.parametrize(("name", "called"), [("My town", "My town"), ("", "game"), ("..", "game")])
def test_a_folder_with_a_pack_stays_and_the_newer_takes_the_place_of_the_older(tab: Tab, tmp_path: Path, name: str, called: str) -> None:
    path = dropped_folder(tab, name, [("scenario.toml", b"old"), ("needs.csv", b"needs")])
    assert path == tmp_path / "opened" / called
    assert dropped_folder(tab, name, [("scenario.toml", b"new")]) == path
    tab.frame()
    assert [(found.name, found.read_bytes()) for found in path.iterdir()] == [("scenario.toml", b"new")]


def test_a_folder_is_laid_down_nowhere_else_and_forgotten_when_it_is_no_pack(tab: Tab, tmp_path: Path) -> None:
    path = dropped_folder(tab, "photos", [("../../../up.txt", b"up"), ("inside/two.txt", b"two")])
    assert sorted(found.relative_to(path).as_posix() for found in path.rglob("*.txt")) == ["inside/two.txt", "up.txt"]
    tab.frame()
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == []


def test_a_file_with_everything_is_not_kept_beside_what_came_out_of_it(tab: Tab, tmp_path: Path) -> None:
    whole = whole_file(dict.fromkeys(("games", "packs", "settings"), tmp_path / "none"))
    assert dropped(tab, "caffael.zip", whole).is_relative_to(tmp_path / ".cache")


def test_what_fails_in_a_message_or_beside_a_frame_is_told_and_the_board_goes_on(tab: Tab, told: Told) -> None:
    tab.take("resize", {})
    assert [type(fault) for fault in told.faults] == [KeyError]
    told.fail = RuntimeError("a thought")
    assert tab.frame() == AFTER_A_FAULT
    assert told.faults[1:] == [told.fail]
    told.fail = None
    assert tab.frame() == IDLE


def test_what_was_put_off_and_fails_does_not_keep_a_hidden_page_from_keeping_all(tab: Tab, told: Told) -> None:
    def fail() -> None:
        raise RuntimeError("a picture")

    told.later.run(fail)
    tab.take("hidden", {})
    assert told.swept == 1 and len(told.faults) == 1


def test_a_board_that_is_given_up_is_told_to_the_page_once(tab: Tab, told: Told) -> None:
    page: Paper
    with paper() as page:
        told.app.frame = lambda: setattr(told.app, "running", False)
        tab.frame()
        assert tab.frame() == IDLE
    assert [kind for kind, _ in page.told] == ["failed"]
