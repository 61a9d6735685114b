"""Which way works here: whether a relay is reached from this network, and by which kind of line. Whether devices reach this computer itself
only a device can tell: `LanDoorway.visited`.
"""

import json
import urllib.error
import urllib.request
from typing import Literal

from websockets.exceptions import WebSocketException
from websockets.sync.client import connect
from websockets.typing import Origin

from caffael.classroom.addresses import firewall, own_addresses
from caffael.classroom.uplink import relay_address
from caffael.words.sentence import Sentence

PATIENCE = 8.0
"""Seconds for an answer."""
NOBODYS = "AAAAAA"
"""A code that is asked for to see whether a WebSocket passes; the answer is that no room has it, or that it is waited for."""
Found = Literal["sockets", "plain", "other", "nothing"]


def reach(relay: str) -> Found:
    """How a relay is reached: by WebSockets, by plain requests alone, something else answers in its place, or nothing does."""
    relay = relay_address(relay)
    try:
        with urllib.request.urlopen(f"{relay}/relay", timeout=PATIENCE) as answer:  # noqa: S310 - http or https
            said = json.loads(answer.read(10_000))
    except urllib.error.HTTPError:
        return "other"
    except ValueError:
        return "other"
    except OSError:
        return "nothing"
    if said != {"relay": 1}:
        return "other"
    try:
        url = f"ws{relay.removeprefix('http')}/r/{NOBODYS}/line"
        with connect(url, origin=Origin(relay), open_timeout=PATIENCE, compression=None) as socket:
            socket.recv(timeout=PATIENCE)
    except (OSError, WebSocketException, TimeoutError):
        return "plain"
    return "sockets"


def which_way(relay: str, found: Found) -> Sentence:
    """What works on this network, in one sentence; `found` is what `reach` says."""
    host = relay_address(relay).partition("://")[2]
    if found == "sockets":
        return Sentence("The relay {relay} works here.", relay=host)
    if found == "plain":
        return Sentence("The relay {relay} works here, by plain requests: this network cuts WebSockets.", relay=host)
    if found == "other":
        return Sentence(
            "{relay} answers, but is no relay: its address is another, or the school's sign-in page stands before it.", relay=host
        )
    if not own_addresses():
        return Sentence("This computer is on no network; connect it to the one of the devices.")
    return Sentence("The relay {relay} can't be reached from here; ask the technician to allow this name.", relay=host)


def lan_hindrance() -> Sentence | None:
    """What stands in the way of devices that would come to this computer, as far as it can tell by itself."""
    if not own_addresses():
        return Sentence("This computer is on no network; connect it to the one of the devices.")
    if firewall() == "blocked":
        return Sentence("This computer's firewall keeps devices out, and only an administrator can change that: use a relay.")
    if firewall() == "unasked":
        return Sentence("No device has come yet. Windows lets them in only after an administrator has said so: otherwise use a relay.")
    return None
