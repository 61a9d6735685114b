"""A real device on a real line to the board: the page is there, it joins, decides, and is heard though the board rests."""

import json
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from caffael.board import rest
from caffael.board.classroom.host import ClassHost
from caffael.board.options import BoardOptions, make_session
from caffael.board.session import Session
from caffael.classroom.net.lan import LanDoorway
from caffael.presentation.settings import Settings
from tests.board.frame_kit import pack, seats


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A board whose room is open in the network of this computer, looked at from the computer itself."""
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    session = make_session(BoardOptions(size=(1280, 720), seed=7), Settings(instant=True, movement="off", way="lan"))
    session.games = tmp_path / "games"
    session.new_game(pack(), seats("you", "you"))
    session.show_table()
    session.open_class()
    yield session
    session.close()


def door_of(session: Session) -> LanDoorway:
    assert isinstance(session.host, ClassHost)
    assert isinstance(session.host.door, LanDoorway)
    return session.host.door


def beside(session: Session, device: Any) -> Any:
    """Let a device do its part on a thread while the board does its frames, waiting as in a lesson; give what came of it."""
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(device()), daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while thread.is_alive() and time.monotonic() < until:
        session.app.frame(wait=True)
    thread.join(1)
    return found[0]


def answer(line: ClientConnection, number: int) -> dict[str, Any]:
    """The answer to an id."""
    while True:
        frame: dict[str, Any] = json.loads(line.recv(timeout=20))
        if number in (frame.get("yes"), frame.get("no")):
            return frame


def test_a_device_gets_the_page_joins_and_passes(session: Session) -> None:
    door = door_of(session)

    def device() -> tuple[bytes, dict[str, Any], dict[str, Any]]:
        shell = urllib.request.urlopen(f"http://127.0.0.1:{door.port}/r/{door.code}", timeout=20).read()
        with connect(f"ws://127.0.0.1:{door.port}/r/{door.code}/line", origin=Origin(f"http://127.0.0.1:{door.port}")) as line:
            line.send(json.dumps({"hello": {"room": door.code, "language": "cy"}}))
            line.send(json.dumps({"id": 1, "join": {"team": 0}}))
            joined = answer(line, 1)
            line.send(json.dumps({"id": 2, "do": ["pass"], "at": joined["v"]}))
            return shell, joined, answer(line, 2)

    shell, joined, passed = beside(session, device)
    assert b"<html" in shell and "yes" in joined and "yes" in passed
    assert [turn.seat for turn in session.game.history] == [0]


def test_a_board_that_nobody_has_touched_for_long_is_woken_from_its_nap(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rest, "LONGEST_NAP", 60.0)
    while session.app.frame():
        pass
    session.app._rest._heard = time.monotonic() - 3600 * rest.NAPS
    napping = threading.Thread(target=lambda: session.app._rest.wait(None), daemon=True)
    napping.start()
    napping.join(0.2)
    assert napping.is_alive()
    session.app.wake()
    napping.join(20)
    assert not napping.is_alive()


def test_the_room_is_open_in_the_network_and_its_address_leads_to_it(session: Session) -> None:
    door, room = door_of(session), session.room_shown
    assert room.opened and room.code == door.code and room.line_open
    if not door.address:
        pytest.skip("this computer is on no network")
    assert room.link.endswith(f"/r/{room.code}") and room.address in room.link
