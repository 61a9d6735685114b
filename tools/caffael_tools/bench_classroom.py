"""Figures of a class on its own devices, on this machine alone: one room, many rooms behind a relay, several relays behind HAProxy.

Devices are WebSockets of this process, each of which says hello, joins, and then sends as pupils do. What is never answered is lost.
Goals: 64 devices in a room in 10 s with 99 of 100 acts answered, durably, in 50 ms; 1,000 on a relay in 200 ms.
"""

import asyncio
import json
import os
import random
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from caffael.classroom.net.serving import listener
from caffael.classroom.relay.shards import proxy_map, proxy_settings, shares
from caffael.classroom.relay.tickets import new_key

ROOM_DEVICES, TEAMS, TEAM = 64, 6, 8
RELAY_DEVICES, RELAY_ROOMS = 1_000, 30
SHARDS, SHARD_DEVICES, SHARD_ROOMS = 3, 3_000, 90
LEAST = 20.0
"""Seconds for which a class acts at least."""
BETWEEN_ACTS = 1.0
"""Seconds between two acts of a class, several times as lively as one that thinks."""
BETWEEN_FRAMES = 8.0
"""Seconds between two frames of a device that only speaks."""
AT_ONCE = 50
"""Devices that open their lines at one time."""
PATIENCE = 30.0
"""Seconds after which a frame is lost."""
Figures = dict[str, float | int]


class Device:
    """One device: its line, and when it sent what has not been answered yet."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.at = 0
        self.number = 0
        self.token = ""
        self.waiting: dict[int, asyncio.Future[bool]] = {}
        self.greeted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        with suppress(ConnectionClosed):
            async for text in self.socket:
                assert isinstance(text, str)
                if text.startswith('{"v":') and '"parts"' in text[:40]:
                    continue  # a page, which this device does not draw
                frame = json.loads(text)
                if "yes" in frame or "no" in frame:
                    answered = self.waiting.pop(frame.get("yes", frame.get("no")), None)
                    if answered is not None and not answered.done():
                        answered.set_result("yes" in frame)
                elif "you" in frame:
                    self.token = frame["you"].get("token", self.token)
                    self.at = frame.get("room", {}).get("v", self.at)
                    if not self.greeted.done():
                        self.greeted.set_result(None)
                elif set(frame) == {"v"}:
                    self.at = frame["v"]

    async def hello(self, code: str, token: str = "") -> None:
        """Say hello, with a token if one was given before, and wait to be told who one is."""
        await self.socket.send(json.dumps({"hello": {"room": code, **({"token": token} if token else {})}}))
        await asyncio.wait_for(asyncio.shield(self.greeted), PATIENCE)

    async def ask(self, **frame: Any) -> tuple[float, bool]:
        """Ask for something; the seconds until the answer, and whether it was yes. Raises TimeoutError where none comes."""
        self.number += 1
        answered = self.waiting[self.number] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        with suppress(ConnectionClosed):
            await self.socket.send(json.dumps({"id": self.number, **frame}))
        good = await asyncio.wait_for(answered, PATIENCE)
        return time.perf_counter() - began, good


class Class:
    """Devices at one address, and what was measured of them."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.devices: list[Device] = []
        self.acks: list[float] = []
        self.lost = 0
        self.join_s = 0.0

    async def join(self, codes: Sequence[str], count: int) -> None:
        """Let devices come, one room after the other."""
        began = time.perf_counter()
        gate = asyncio.Semaphore(AT_ONCE)

        async def come(number: int) -> None:
            code = codes[number % len(codes)]
            async with gate:
                for _ in range(5):
                    try:
                        url = f"ws://{self.address}/r/{code}/line"
                        line = await connect(
                            url, origin=Origin(f"http://{self.address}"), compression=None, max_size=None, open_timeout=PATIENCE
                        )
                        device = Device(line)
                        await device.hello(code)
                    except (OSError, TimeoutError, ConnectionClosed):
                        await asyncio.sleep(0.5)
                    else:
                        self.devices.append(device)
                        return
                self.lost += 1

        await asyncio.gather(*(come(number) for number in range(count)))
        self.join_s = time.perf_counter() - began

    async def measured(self, device: Device, **frame: Any) -> bool:
        """Ask and note how long it took; whether the answer was yes."""
        try:
            seconds, good = await device.ask(**frame)
        except TimeoutError:
            self.lost += 1
            return False
        self.acks.append(seconds * 1000)
        return good

    async def speak(self, device: Device, seconds: float, *, measured: bool, **frame: Any) -> None:
        """A device sends now and then."""
        until = time.perf_counter() + seconds
        await asyncio.sleep(random.uniform(0, BETWEEN_FRAMES))
        while time.perf_counter() < until:
            if measured:
                await self.measured(device, **frame)
            else:
                try:
                    await device.ask(**frame, at=device.at)
                except TimeoutError:
                    self.lost += 1
            await asyncio.sleep(BETWEEN_FRAMES * random.uniform(0.7, 1.3))

    async def leave(self) -> None:
        """Let all go."""
        await asyncio.gather(*(device.socket.close() for device in self.devices), return_exceptions=True)
        for device in self.devices:
            device.reader.cancel()

    def figures(self, memory_mb: float) -> Figures:
        """What was measured."""
        acks = sorted(self.acks)
        return {
            "devices": len(self.devices),
            "join_s": round(self.join_s, 2),
            "ack_p50_ms": round(statistics.median(acks), 1) if acks else 0.0,
            "ack_p99_ms": round(acks[len(acks) * 99 // 100], 1) if acks else 0.0,
            "lost": self.lost,
            "memory_mb": round(memory_mb, 1),
        }


class Asked:
    """A process that is asked line by line."""

    def __init__(self, *words: str) -> None:
        command = [sys.executable, "-m", "caffael_tools.classroom_load", *words]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        self.first = self.heard()

    def heard(self) -> dict[str, Any]:
        """The next answer. Raises ValueError where there is none."""
        assert self.process.stdout is not None
        found: dict[str, Any] = json.loads(self.process.stdout.readline())
        return found

    def ask(self, word: str) -> dict[str, Any]:
        """Ask, and wait for the answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        return self.heard()

    def end(self) -> None:
        """Ask nothing more."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


async def one_room(seconds: float, devices: int = ROOM_DEVICES) -> Figures:
    """A class in one room over the network: captains act, one after the other, as soon as it is their turn; all others speak."""
    board = await asyncio.to_thread(Asked, "room", str(TEAMS))
    lesson = Class(f"127.0.0.1:{board.first['port']}")
    try:
        await lesson.join([board.first["code"]], devices)
        teams: dict[int, Device] = {}
        began = time.perf_counter()

        async def sit(number: int, device: Device) -> None:
            seat = number % TEAMS
            joins = number < TEAMS * TEAM
            await device.ask(join={"team": seat} if joins else {"watch": 1})
            if joins:
                teams.setdefault(seat, device)

        for number, device in enumerate(lesson.devices[:TEAMS]):
            await sit(number, device)
        await asyncio.gather(*(sit(number, device) for number, device in enumerate(lesson.devices) if number >= TEAMS))
        lesson.join_s += time.perf_counter() - began
        voices = {"weights": "40/20/20/20"}
        others = [device for device in lesson.devices if device not in teams.values()]
        speaking = [asyncio.create_task(lesson.speak(device, seconds, measured=False, voice=voices)) for device in others]
        until = time.perf_counter() + seconds
        word = "next"
        while time.perf_counter() < until:
            act = await asyncio.to_thread(board.ask, word)
            captain = teams[act["seat"]]
            await asyncio.sleep(BETWEEN_ACTS)
            good = await lesson.measured(captain, do=act["do"], at=captain.at)
            word = "next" if good else "plain"
        await asyncio.gather(*speaking)
        memory = (await asyncio.to_thread(board.ask, "memory"))["memory_mb"]
        await lesson.leave()
    finally:
        await asyncio.to_thread(board.end)
    return lesson.figures(memory)


@contextmanager
def relay(public: str, port: int, signs: str, key: str, *more: str) -> Iterator[subprocess.Popen[str]]:
    """`caffael relay` as a process."""
    words = ["--public", public, "--port", str(port), *(("--signs", signs) if signs else ()), *more]
    command = [sys.executable, "-m", "caffael", "relay", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "CAFFAEL_RELAY_KEY": key}) as process:  # noqa: S603
        assert process.stdout is not None
        if not process.stdout.readline():
            raise ValueError("the relay did not begin")
        try:
            yield process
        finally:
            process.terminate()


async def behind(public: str, rooms: int, devices: int, seconds: float, relays: Sequence[subprocess.Popen[str]]) -> Figures:
    """Classes behind a relay, whose boards answer at once: what is measured is the way there and back."""
    boards = await asyncio.to_thread(Asked, "boards", public, str(rooms))
    lesson = Class(public.removeprefix("http://"))
    try:
        await lesson.join(boards.first["codes"], devices)
        await asyncio.gather(*(lesson.speak(device, seconds, measured=True, voice={}) for device in lesson.devices))
        memory = sum(resident_of(process.pid) for process in relays)
        await lesson.leave()
    finally:
        await asyncio.to_thread(boards.end)
    return lesson.figures(memory)


def one_relay(seconds: float, devices: int = RELAY_DEVICES, rooms: int = RELAY_ROOMS) -> Figures:
    """Many rooms on one process."""
    port = free_port()
    public = f"http://127.0.0.1:{port}"
    with relay(public, port, "", new_key()) as process:
        return asyncio.run(behind(public, rooms, devices, seconds, [process]))


def several(seconds: float, devices: int = SHARD_DEVICES, rooms: int = SHARD_ROOMS) -> Figures:
    """Many rooms on several processes behind HAProxy. Raises ValueError where there is no HAProxy."""
    haproxy = shutil.which("haproxy") or shutil.which("/usr/sbin/haproxy")
    if haproxy is None:
        raise ValueError("HAProxy is not installed here (apt-get install haproxy), so several processes were not measured.")
    port, key = free_port(), new_key()
    public = f"http://127.0.0.1:{port}"
    ports = [free_port() for _ in range(SHARDS)]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "shards.map").write_text(proxy_map(SHARDS), "utf-8")
        settings = proxy_settings(SHARDS, f"127.0.0.1:{port}", str(folder / "shards.map"), ports)
        (folder / "haproxy.cfg").write_text(settings, "utf-8")
        relays = [
            stack.enter_context(relay(public, place, signs, key, "--proxy", "127.0.0.1"))
            for place, signs in zip(ports, shares(SHARDS), strict=True)
        ]
        proxy = subprocess.Popen([haproxy, "-q", "-db", "-f", str(folder / "haproxy.cfg")])  # noqa: S603
        stack.callback(proxy.wait)
        stack.callback(proxy.terminate)
        wait_for(port, proxy)
        return asyncio.run(behind(public, rooms, devices, seconds, relays))


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until something listens on a port. Raises ValueError where the process that was to do so has ended."""
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise ValueError("HAProxy did not begin, so several processes were not measured.")


def resident_of(number: int) -> float:
    """The memory that a process holds, in megabytes; 0 where the system does not say."""
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000
    except (OSError, ValueError, AttributeError):
        return 0.0


def free_port() -> int:
    """A port that was free a moment ago."""
    with listener("127.0.0.1", (0,)) as probe:
        return int(probe.getsockname()[1])


def classroom_figures(seconds: float) -> dict[str, Figures | str]:
    """The objects `room`, `relay` and `shards`; a sentence for one that can't be measured here."""
    with suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    seconds = max(seconds, LEAST)
    found: dict[str, Figures | str] = {}
    for name, measure in MEASURES.items():
        try:
            found[name] = measure(seconds)
        except (ValueError, OSError) as fault:
            found[name] = str(fault) or f"could not be measured here ({type(fault).__name__})"
    return found


def in_one_room(seconds: float) -> Figures:
    """A class in one room, for longer, because there are few acts in it."""
    return asyncio.run(one_room(2 * seconds))


MEASURES: dict[str, Callable[[float], Figures]] = {"room": in_one_room, "relay": one_relay, "shards": several}
