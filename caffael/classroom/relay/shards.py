"""Which process a code belongs to, where one is not enough: its first sign says so, and a proxy sends it there.

All lines of a room meet in one process, so that processes share nothing.
"""

from collections.abc import Sequence
from importlib.resources import files
from string import Template

from caffael.classroom.tokens import SIGNS

FIRST_PORT = 8401
MOST = len(SIGNS)


def shares(processes: int) -> list[str]:
    """The first signs of each process's codes, as even as can be. Raises ValueError for more processes than signs, or none."""
    if not 1 <= processes <= MOST:
        raise ValueError(f"{processes} processes: 1 to {MOST} can share the first signs")
    return [SIGNS[number::processes] for number in range(processes)]


def proxy_map(processes: int) -> str:
    """The map from the beginning of a path to the process, for HAProxy's `map_beg`."""
    rows = sorted((sign, number + 1) for number, signs in enumerate(shares(processes)) for sign in signs)
    return "".join(f"/R/{sign} relay{number}\n" for sign, number in rows)


def proxy_settings(processes: int, bind: str, shard_map: str, ports: Sequence[int] = ()) -> str:
    """The settings of HAProxy for so many processes on this machine; `bind` is where it listens, `shard_map` the place of the map."""
    numbers = range(1, processes + 1)
    places = ports or [FIRST_PORT + number - 1 for number in numbers]
    anywhere = "".join(f"    server relay{number} 127.0.0.1:{port} check\n" for number, port in zip(numbers, places, strict=True))
    each = "".join(
        f"\nbackend relay{number}\n    server relay{number} 127.0.0.1:{port} check\n" for number, port in zip(numbers, places, strict=True)
    )
    text = files("caffael.classroom.relay").joinpath("haproxy.cfg").read_text("utf-8")
    return Template(text).substitute(bind=bind, map=shard_map, anywhere=anywhere.rstrip("\n"), each=each.strip("\n"))
