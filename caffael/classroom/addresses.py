"""Under which address a class finds this computer, which to show first, and what the firewall of Windows says of this program."""

import ipaddress
import socket
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

FRESH = 3.0
"""Seconds for which the addresses are not asked for again."""
FIRST = 1.0
"""Seconds that the first asking may take."""
FAR = ("192.0.2.1", "10.255.255.254", "172.31.255.254", "192.168.255.254")
"""Addresses in other networks: the way there says by which address this computer would go. Nothing is sent."""
ADAPTERS = ("192.168.56.0/24", "192.168.99.0/24", "192.168.122.0/24", "172.17.0.0/16", "172.18.0.0/16")
"""Networks that programs for virtual machines and containers make inside this computer."""
HOTSPOTS = ("192.168.137.0/24", "172.20.10.0/28", "192.168.43.0/24")
"""Networks that Windows, an iPhone or an Android phone makes when it is the hotspot itself."""
RULES = r"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\FirewallRules"
Verdict = Literal["open", "blocked", "unasked", "unknown"]


@dataclass(frozen=True)
class Place:
    """An address and what is known of it."""

    address: str
    loopback: bool = False
    private: bool = False
    hotspot: bool = False
    inside: bool = False
    """Inside this computer alone, as that of a virtual machine."""
    routed: bool = False
    """The way out of this computer begins there."""

    @property
    def rank(self) -> tuple[bool, bool, bool, str]:
        """The likelier a class is there, the smaller."""
        return (self.inside, not self.routed and not self.hotspot, not self.private, self.address)


@lru_cache(maxsize=512)
def where_from(address: str, routed: bool = False) -> Place:
    """What an address says of itself."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return Place(address)

    def within(networks: Iterable[str]) -> bool:
        return any(found in ipaddress.ip_network(one) for one in networks)

    inside = found.is_loopback or found.is_link_local or within(ADAPTERS)
    return Place(address, found.is_loopback, found.is_private, within(HOTSPOTS), inside, routed)


def own_addresses() -> list[Place]:
    """The addresses of this computer on its networks, the likeliest for a class first. None is its own alone (127.0.0.1).

    They are as they were a few seconds ago: to ask for them may take long where a network is half there, so that a thread does it.
    """
    return _own.now()


class Own:
    """The addresses of this computer, asked for again and again."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: list[Place] = []
        self._at: float | None = None
        self._asking: threading.Thread | None = None

    def now(self) -> list[Place]:
        """The addresses as far as they are known; the first time this waits for them a moment."""
        with self._lock:
            first = self._at is None
            if self._asking is None and (self._at is None or time.monotonic() - self._at >= FRESH):
                self._asking = threading.Thread(target=self._ask, name="caffael-addresses", daemon=True)
                self._asking.start()
            asking = self._asking
        if first and asking is not None:
            asking.join(FIRST)
        return list(self._known)

    def _ask(self) -> None:
        routed = [address for address in map(_way_to, FAR) if address]
        named: list[str] = []
        with suppress(OSError):
            named = [str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
        with self._lock:
            self._known, self._at, self._asking = ranked(routed, named), time.monotonic(), None


_own = Own()


@lru_cache(maxsize=4096)
def counted(address: str) -> str:
    """Under what an address is counted: one of the new kind (IPv6) with all those that a household or school has beside it."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return address
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, 64), strict=False))


def ranked(routed: Iterable[str], named: Iterable[str]) -> list[Place]:
    """Addresses in the order in which they are shown, each once; those of this computer alone are left out."""
    routed = list(routed)
    found = {address: where_from(address, address in routed) for address in (*routed, *named)}
    return sorted((one for one in found.values() if not one.loopback), key=lambda one: one.rank)


def _way_to(far: str) -> str:
    """The address from which this computer would send to another; empty where there is no way."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((far, 9))
        return str(probe.getsockname()[0])
    return ""


def firewall_says(rules: Iterable[str], program: str) -> Verdict:
    """What the rules of Windows' firewall say of who may reach a program. One that blocks wins over one that lets in, as in Windows."""
    verdict: Verdict = "unasked"
    for rule in rules:
        said = dict(part.split("=", 1) for part in rule.split("|") if "=" in part)
        if said.get("Active") != "TRUE" or said.get("Dir") != "In" or said.get("App", "").lower() != program.lower():
            continue
        if said.get("Protocol", "6") != "6":
            continue
        if said.get("Action") == "Block":
            return "blocked"
        verdict = "open"
    return verdict


def firewall() -> Verdict:
    """What the firewall of this computer says of this program; `unknown` on systems whose firewall can't be asked."""
    if sys.platform != "win32":
        return "unknown"
    import winreg  # noqa: PLC0415 - only Windows has it

    found = []
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, RULES) as key:
            for number in range(winreg.QueryInfoKey(key)[1]):
                found.append(str(winreg.EnumValue(key, number)[1]))
    except OSError:
        return "unknown"
    return firewall_says(found, sys.executable)
