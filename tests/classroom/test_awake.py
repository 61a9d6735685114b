"""The computer of an open room stays awake."""

import sys
import threading
import types
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from caffael.classroom.net.awake import Awake
from tests.classroom.net_kit import lan
from tests.classroom.relay_kit import opened, relay_here


class Keeper:
    """What keeps computers awake, as wakepy offers it."""

    def __init__(self) -> None:
        self.held = threading.Semaphore(0)
        self.let_go = threading.Semaphore(0)

    @contextmanager
    def presenting(self, on_fail: str) -> Iterator[None]:
        assert on_fail == "pass"
        self.held.release()
        yield
        self.let_go.release()


@pytest.fixture
def keeper(monkeypatch: pytest.MonkeyPatch) -> Keeper:
    """It stands in the place of the real one."""
    found = Keeper()
    module = types.ModuleType("wakepy")
    module.keep = found  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "wakepy", module)
    return found


def test_while_a_room_is_open_on_the_network_the_computer_stays_awake(keeper: Keeper) -> None:
    with lan():
        keeper.held.acquire()
    keeper.let_go.acquire()


def test_while_a_room_is_open_on_a_relay_too(keeper: Keeper) -> None:
    with relay_here() as (_, port), opened(port):
        keeper.held.acquire()
    keeper.let_go.acquire()


def test_it_is_held_once_and_let_go_once(keeper: Keeper) -> None:
    awake = Awake()
    awake.start()
    awake.start()
    keeper.held.acquire()
    awake.stop()
    awake.stop()
    keeper.let_go.acquire()
    assert not keeper.held.acquire(blocking=False)


def test_where_a_system_does_not_let_it_the_room_is_open_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "wakepy", None)
    with lan() as (doorway, _):
        assert doorway.open
