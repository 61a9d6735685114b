"""Which address is shown, what a firewall's rules mean, and which way works here."""

import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from caffael.classroom.addresses import counted, firewall, firewall_says, own_addresses, ranked
from caffael.classroom.net import lan as lan_module
from caffael.classroom.net import self_test
from caffael.classroom.net.self_test import lan_hindrance, reach, which_way
from tests.classroom.net_kit import lan
from tests.classroom.relay_kit import free_port, relay_here

PROGRAM = r"C:\Caffael\caffael.exe"
RULE = r"v2.31|Action={action}|Active={active}|Dir={way}|Protocol={protocol}|Profile=Public|App=C:\caffael\CAFFAEL.EXE|Name=Caffael|"


def rule(action: str = "Allow", active: str = "TRUE", way: str = "In", protocol: str = "6") -> str:
    return RULE.format(action=action, active=active, way=way, protocol=protocol)


def order(routed: list[str], named: list[str]) -> list[str]:
    return [place.address for place in ranked(routed, named)]


def test_the_address_from_which_this_computer_goes_out_is_shown_first() -> None:
    assert order(["10.3.4.5"], ["192.168.1.20", "10.3.4.5"]) == ["10.3.4.5", "192.168.1.20"]


def test_addresses_inside_this_computer_are_shown_last_and_its_own_never() -> None:
    assert order([], ["127.0.1.1", "192.168.56.1", "172.17.0.1", "169.254.3.4", "192.168.1.20"]) == [
        "192.168.1.20",
        "169.254.3.4",
        "172.17.0.1",
        "192.168.56.1",
    ]
    assert order(["127.0.0.1"], []) == []


def test_a_hotspot_of_this_computer_is_as_likely_as_the_way_out() -> None:
    assert order(["10.3.4.5"], ["192.168.137.1", "192.168.1.20"])[:2] == ["10.3.4.5", "192.168.137.1"]


def test_an_address_for_the_whole_world_comes_after_a_private_one() -> None:
    assert order(["8.8.8.8", "10.0.0.9"], []) == ["10.0.0.9", "8.8.8.8"]


def test_each_address_is_shown_once() -> None:
    assert order(["10.0.0.9", "10.0.0.9"], ["10.0.0.9"]) == ["10.0.0.9"]


def test_the_addresses_of_this_very_computer_are_numbers_and_not_its_own_alone() -> None:
    for place in own_addresses():
        assert not place.loopback
        assert all(part.isdigit() for part in place.address.split("."))


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)
def test_who_has_a_thousand_addresses_is_counted_as_one(address: str, counted_as: str) -> None:
    assert counted(address) == counted_as


def test_the_firewall_lets_in_what_a_rule_lets_in() -> None:
    assert firewall_says([rule()], PROGRAM) == "open"
    assert firewall_says([rule(protocol="17")], PROGRAM) == "unasked"


def test_one_rule_that_blocks_wins_as_in_windows() -> None:
    assert firewall_says([rule(), rule("Block")], PROGRAM) == "blocked"


def test_rules_of_other_programs_ways_and_times_say_nothing() -> None:
    others = [
        rule("Block", active="FALSE"),
        rule("Block", way="Out"),
        rule("Block").replace("CAFFAEL.EXE", "other.exe"),
        "v2.31|nonsense",
        "",
    ]
    assert firewall_says(others, PROGRAM) == "unasked"


def test_no_other_system_is_asked_for_windows_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert firewall() == "unknown"


@pytest.mark.parametrize(("verdict", "part"), [("blocked", "administrator"), ("unasked", "administrator")])
def test_what_the_firewall_does_is_said(verdict: str, part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "own_addresses", lambda: ranked(["10.0.0.9"], []))
    monkeypatch.setattr(self_test, "firewall", lambda: verdict)
    assert part in str(lan_hindrance())
    assert "relay" in str(lan_hindrance())


def test_without_a_network_the_board_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (self_test, lan_module):
        monkeypatch.setattr(module, "own_addresses", list)
    with lan() as (doorway, _):
        assert doorway.address == doorway.link == ""
        assert "on no network" in doorway.state


def test_a_device_that_came_from_the_network_is_the_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (self_test, lan_module):
        monkeypatch.setattr(module, "own_addresses", lambda: ranked(["10.0.0.9"], []))
    monkeypatch.setattr(self_test, "firewall", lambda: "unknown")
    with lan() as (doorway, _):
        assert "No device has come yet" in doorway.state
        doorway.open_for(lambda: None, "127.0.0.1")
        assert not doorway.visited
        doorway.open_for(lambda: None, "10.0.0.77")
        assert doorway.state == "Devices reach this computer on its network."


# Which way works


class SignIn(http.server.BaseHTTPRequestHandler):
    """A school's sign-in page, which stands before everything."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<html>Sign in</html>")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def sign_in_page() -> Iterator[int]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), SignIn) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def told(address: str) -> str:
    return str(which_way(address, reach(address)))


def test_a_relay_that_is_reached_is_named() -> None:
    with relay_here() as (_, port):
        assert told(f"127.0.0.1:{port}") == f"The relay 127.0.0.1:{port} works here."


def test_where_sockets_are_cut_plain_requests_are_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object, **__: object) -> None:
        raise ConnectionResetError

    monkeypatch.setattr(self_test, "connect", cut)
    with relay_here() as (_, port):
        assert "plain requests" in told(f"127.0.0.1:{port}")


def test_a_sign_in_page_is_no_relay() -> None:
    with sign_in_page() as port:
        assert "sign-in page" in told(f"127.0.0.1:{port}")


def test_a_relay_that_cannot_be_reached_is_for_the_technician_to_allow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "own_addresses", lambda: ranked(["10.0.0.9"], []))
    assert "technician" in told(f"127.0.0.1:{free_port()}")
