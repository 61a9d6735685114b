"""A relay in this process or in one of its own, boards and devices that meet there, and clocks that a test turns."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from caffael.classroom.net.fixed import Files
from caffael.classroom.net.hardened import Threshold
from caffael.classroom.net.limits import Limits
from caffael.classroom.net.lines import Line, Refused
from caffael.classroom.net.serving import ThreadServer, listener
from caffael.classroom.net.uplink_socket import RelayUplink
from caffael.classroom.relay import wire
from caffael.classroom.relay.app import RelayApp
from caffael.classroom.relay.rooms import Relay
from caffael.classroom.tokens import SIGNS
from tests.classroom.net_kit import FILES, POLICY, QUICK, EchoRoom, drained, wait_until

KEY = b"a key of a test that has length enough"


class Clock:
    """Seconds that a test turns."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Bench:
    """A relay without a socket. Its first minute is over, unless `fresh`."""

    def __init__(self, *, fresh: bool = False, key: bytes = KEY, clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.relay = Relay(key, clock=self.clock, calendar=self.clock)
        if not fresh:
            self.clock.now += 3600

    def board(self, ticket: str = "", code: str = "") -> tuple[Line, str, str]:
        """A board that has shown its ticket, its code, and the ticket it has now; a new room where it has none."""
        if not ticket:
            opened = self.relay.open_room("10.0.0.1")
            assert not isinstance(opened, Refused)
            code, ticket = opened
        line = self.relay.open_board(code or ticket[:6], lambda: None)
        line.receive(wire.own(ticket=ticket))
        first = line.take()
        said = wire.read_own(first[0]) or {}
        self.told = first[1:]
        return line, str(said.get("code", "")), str(said.get("ticket", ""))

    def device(self, code: str, address: str = "10.0.0.2") -> Line | Refused:
        """A device at the door of a code."""
        return self.relay.open_device(code, lambda: None, address)

    def let_in(self, code: str, address: str = "10.0.0.2") -> Line:
        """A device that has a line."""
        found = self.device(code, address)
        assert not isinstance(found, Refused), found.why
        return found


def told(line: Line) -> list[Any]:
    """What waits for a device."""
    return [json.loads(text) for text in line.take()]


@contextmanager
def relay_here(
    limits: Limits = QUICK,
    port: int = 0,
    *,
    files: Files = FILES,
    policy: str = POLICY,
    web: Path | None = None,
    web_policy: str = "",
    signs: str = SIGNS,
    public: str = "",
    **changes: Any,
) -> Iterator[tuple[Relay, int]]:
    """A relay on a thread, and its port."""
    relay = Relay(KEY, signs, limits=replace(limits, connections=0, wait_when_busy=0.0, **changes))
    listening = listener("127.0.0.1", (port,))
    threshold = Threshold(relay.limits)
    public = public or f"http://127.0.0.1:{listening.getsockname()[1]}"
    app = RelayApp(relay, threshold, files, policy, public, web, web_policy)
    server = ThreadServer(app.app, threshold, listening, wire.LARGEST)
    server.start()
    try:
        yield relay, server.port
    finally:
        server.stop()


@contextmanager
def reached(port: int) -> Iterator[RelayUplink]:
    """A board's line to a relay, for a room of the test's own."""
    uplink = RelayUplink(f"http://127.0.0.1:{port}")
    uplink.start()
    wait_until(lambda: uplink.open)
    try:
        yield uplink
    finally:
        uplink.stop()


@contextmanager
def behind(port: int, **more: Any) -> Iterator[tuple[RelayUplink, EchoRoom]]:
    """A board's room behind a relay."""
    uplink = RelayUplink(f"http://127.0.0.1:{port}", **more)
    with drained(uplink) as room:
        uplink.start()
        try:
            yield uplink, room
        finally:
            uplink.stop()


@contextmanager
def opened(port: int, **more: Any) -> Iterator[tuple[RelayUplink, EchoRoom]]:
    """The same, once it is open."""
    with behind(port, **more) as (uplink, room):
        wait_until(lambda: uplink.open)
        yield uplink, room


@contextmanager
def relay_process(*words: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`caffael relay` in a process of its own, and the first line it prints."""
    there = {**os.environ, "PYTHONUNBUFFERED": "1", **environment}
    command = [sys.executable, "-m", "caffael", "relay", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=there) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.terminate()
            process.wait()


def free_port() -> int:
    """A port that was free a moment ago."""
    with listener("127.0.0.1", (0,)) as probe:
        return int(probe.getsockname()[1])


def key_file(folder: Path) -> str:
    """The file of a relay's key."""
    path = folder / "relay.key"
    path.write_bytes(KEY)
    return str(path)
