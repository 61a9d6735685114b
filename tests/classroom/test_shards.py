"""Several relays behind a proxy: the first sign of a code says which process has it."""

import re
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path

import pytest

from caffael.classroom.relay.rooms import Relay
from caffael.classroom.relay.shards import FIRST_PORT, MOST, proxy_map, proxy_settings, shares
from caffael.classroom.tokens import SIGNS
from tests.classroom.net_kit import device, drained, get, heard
from tests.classroom.relay_kit import KEY, free_port, reached, relay_here

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "relay"


def backend_of(path: str, rows: str, fallback: str) -> str:
    """Where HAProxy's `path,upper,map_beg(rows,fallback)` sends a path: the first row that it begins with."""
    path = path.upper()
    for row in rows.splitlines():
        beginning, backend = row.split()
        if path.startswith(beginning):
            return backend
    return fallback


def servers(settings: str) -> dict[str, list[str]]:
    """The servers of each backend of HAProxy's settings."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in settings.splitlines():
        words = line.split()
        if words[:1] == ["backend"]:
            name = words[1]
            found[name] = []
        elif words[:1] == ["server"] and name:
            found[name].append(words[2])
    return found


@pytest.mark.parametrize("processes", [1, 2, 3, 8, MOST])
def test_every_sign_is_one_process_and_all_have_nearly_as_many(processes: int) -> None:
    found = shares(processes)
    assert sorted("".join(found)) == sorted(SIGNS)
    sizes = [len(signs) for signs in found]
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("processes", [0, -1, MOST + 1])
def test_there_are_no_more_processes_than_signs(processes: int) -> None:
    with pytest.raises(ValueError, match="first signs"):
        shares(processes)


@pytest.mark.parametrize("processes", [1, 3, 5, MOST])
def test_each_code_goes_to_the_process_that_makes_it(processes: int) -> None:
    rows = proxy_map(processes)
    ports = servers(proxy_settings(processes, "*:443", "shards.map"))
    for number, signs in enumerate(shares(processes)):
        relay = Relay(KEY, signs)
        for _ in range(30):
            code, _ = relay.open_room(f"10.0.0.{len(relay.rooms)}")  # type: ignore[misc]
            for path in (f"/r/{code}", f"/r/{code}/line", f"/r/{code}/board/down", f"/r/{code.lower()}/up"):
                backend = backend_of(path, rows, "anywhere")
                assert ports[backend] == [f"127.0.0.1:{FIRST_PORT + number}"]


@pytest.mark.parametrize(
    "path", ["/", "/room", "/device.js", "/relay", "/health", "/r/", "/r", "/board/", "/rK7M2QX", "/r/0AAAAA", "/r/IAAAAA"]
)
def test_what_names_no_room_may_be_answered_by_any(path: str) -> None:
    rows = proxy_map(3)
    assert backend_of(path, rows, "anywhere") == "anywhere"
    assert len(servers(proxy_settings(3, "*:443", "shards.map"))["anywhere"]) == 3


def test_no_row_of_the_map_hides_another() -> None:
    beginnings = [row.split()[0] for row in proxy_map(7).splitlines()]
    assert len(set(beginnings)) == len(SIGNS)
    assert {len(one) for one in beginnings} == {4}


def test_the_proxy_keeps_figures_and_addresses_to_itself() -> None:
    settings = proxy_settings(3, "*:443", "shards.map")
    assert "deny if { path /metrics }" in settings
    assert "set-header X-Forwarded-For %[src]" in settings
    assert not re.search(r"^\s*log\b", settings, re.MULTILINE)


def test_the_example_is_what_the_command_writes() -> None:
    assert (EXAMPLE / "shards.map").read_text("utf-8") == proxy_map(3)
    assert (EXAMPLE / "haproxy.cfg").read_text("utf-8") == proxy_settings(
        3, "*:443 ssl crt /etc/haproxy/certificate.pem", "/etc/haproxy/shards.map"
    )


@pytest.mark.skipif(shutil.which("haproxy") is None, reason="HAProxy is not here (on Debian: apt-get install haproxy)")
def test_behind_a_real_proxy_board_and_devices_meet_in_the_process_of_their_code(tmp_path: Path) -> None:
    port = free_port()
    public = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        made = [stack.enter_context(relay_here(signs=signs, public=public)) for signs in shares(3)]
        settings = proxy_settings(3, f"127.0.0.1:{port}", str(tmp_path / "shards.map"), [place for _, place in made])
        (tmp_path / "haproxy.cfg").write_text(settings, "utf-8")
        (tmp_path / "shards.map").write_text(proxy_map(3), "utf-8")
        proxy = subprocess.Popen(["haproxy", "-q", "-db", "-f", str(tmp_path / "haproxy.cfg")])
        stack.callback(proxy.wait)
        stack.callback(proxy.terminate)
        for _ in range(6):
            with reached(port) as uplink, drained(uplink):
                assert [uplink.code in relay.rooms for relay, _ in made] == [uplink.code[0] in relay.signs for relay, _ in made]
                for code in (uplink.code, uplink.code.lower()):
                    with device(port, f"/r/{code}/line") as line:
                        line.send('{"id":1}')
                        assert heard(line) == {"yes": 1}
        assert get(port, "/metrics")[0] == 403
        assert get(port, "/", Host="evil.example")[0] == 421
