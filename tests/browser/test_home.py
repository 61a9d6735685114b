"""The home folder of a tab over what the page keeps files in, with the page's part played by memory."""

import errno
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from caffael import disk
from caffael.browser import wire
from caffael.browser.keeping.home import REST, Home, open_home
from caffael.browser.keeping.opfs import OpfsHandle
from caffael.browser.machine import TabMachine


class PageFile:
    """What page/store.js gives for a file: faults are names."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.fault = ""

    def size(self) -> float | str:
        return self.fault or float(len(self.data))

    def read(self) -> float | str:
        return self.size()

    def taken(self) -> Any:
        return SimpleNamespace(to_bytes=lambda: bytes(self.data))

    def write(self, at: int, data: bytes) -> float | str:
        if not self.fault:
            self.data[at : at + len(data)] = data
        return self.fault or float(len(data))

    def truncate(self, size: int) -> float | str:
        if not self.fault:
            del self.data[size:]
        return self.fault or 0.0

    def flush(self) -> float | str:
        return self.fault or 0.0


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The page's store; the system makes files safe again afterwards."""
    monkeypatch.setattr(disk, "_keepers", [])
    return SimpleNamespace(state="kept", one=PageFile(), other=PageFile())


def test_what_was_made_safe_is_there_when_the_tab_is_opened_again(page: Any, tmp_path: Path) -> None:
    home = open_home(page, tmp_path / "first")
    assert home.state == "kept"
    (tmp_path / "first" / "a").write_bytes(b"a")
    disk.safe_names(tmp_path / "first" / "a")
    open_home(page, tmp_path / "second")
    assert (tmp_path / "second" / "a").read_bytes() == b"a"


def test_the_home_folder_is_swept_when_the_board_rests(page: Any, tmp_path: Path) -> None:
    home = open_home(page, tmp_path / "first")
    assert home.rest(0.0) is None
    (tmp_path / "first" / "a").write_bytes(b"a")
    home.stir(10.0)
    assert home.rest(10.5) == REST - 0.5
    home.stir(11.0)
    assert home.rest(11.0 + REST) is None
    open_home(page, tmp_path / "second")
    assert (tmp_path / "second" / "a").read_bytes() == b"a"


@pytest.mark.parametrize("state", ["denied", "other tab"])
def test_where_the_page_keeps_nothing_nothing_is_asked_of_it(state: str, tmp_path: Path) -> None:
    home = open_home(SimpleNamespace(state=state), tmp_path)
    assert home.state == state
    home.stir(1.0)
    assert home.rest(2.0) is None and not home.sweep()
    home.promised(True)
    assert home.state == state


def test_a_store_that_can_not_be_read_counts_as_none(page: Any, tmp_path: Path) -> None:
    page.one.fault = "InvalidStateError"
    assert open_home(page, tmp_path).state == "denied"


@pytest.mark.parametrize(
    ("fault", "number"), [("QuotaExceededError", errno.ENOSPC), ("InvalidStateError", errno.EBADF), ("Surprise", errno.EIO)]
)
def test_a_fault_of_the_page_is_an_error_of_the_disk(fault: str, number: int) -> None:
    file = PageFile()
    file.fault = fault
    with pytest.raises(OSError, match=fault) as caught:
        OpfsHandle(file).write(0, b"x")
    assert caught.value.errno == number


def test_the_browser_is_asked_once_to_leave_the_games_and_its_answer_counts(page: Any, tmp_path: Path) -> None:
    told: list[tuple[str, dict[str, Any]]] = []
    wire.use(None, lambda kind, message: told.append((kind, message)))
    machine = TabMachine(open_home(page, tmp_path))
    machine.game_began()
    machine.game_began()
    assert told == [("persist", {})]
    machine.home.promised(False)
    assert str(machine.storage) == "may vanish"
    machine.home.promised(True)
    assert machine.storage == "kept"


def test_files_go_to_the_page_and_are_chosen_there(tmp_path: Path) -> None:
    told: list[tuple[str, dict[str, Any]]] = []
    wire.use(None, lambda kind, message: told.append((kind, message)))
    machine = TabMachine(Home(None, "denied"))
    assert machine.give_file(tmp_path, "a.zip", b"zip") is None
    assert told.pop() == ("give", {"name": "a.zip", "type": "application/zip", "content": b"zip"})
    assert machine.choose_file()
    assert told.pop()[0] == "choose"
