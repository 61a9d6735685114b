"""A long lesson that never ends: a room on this network and rooms behind a relay, whose devices act, speak, reload and lose their lines.

`CAFFAEL_SOAK=240 python -m tests.class_soak` plays so many minutes (10 by itself) and prints each minute what board and relay hold in
memory. Nothing that was asked may be lost, and memory may not grow once the class is in.
"""

import asyncio
import os
import random
import time
from collections.abc import Sequence

from caffael_tools.bench_classroom import Asked, Device, free_port, relay, resident_of
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from caffael.classroom.relay.tickets import new_key

MINUTES = float(os.environ.get("CAFFAEL_SOAK", "10"))
TEAMS, ROOM_DEVICES = 4, 34
RELAY_ROOMS, RELAY_DEVICES = 6, 120
RELOADS = 0.08
"""How likely a device loads its page anew before it sends again."""
GROWTH = 1.25
"""How much more memory than after the first quarter is too much."""


class Pupil:
    """A device that comes back as who it was."""

    def __init__(self, address: str, code: str) -> None:
        self.address, self.code = address, code
        self.token = ""
        self.number = 0
        self.device: Device | None = None
        self.asked = self.lost = self.reloads = 0

    async def come(self) -> None:
        """Open a line, or another one, as after a reload."""
        if self.device is not None:
            self.reloads += 1
            self.number = self.device.number
            await self.device.socket.close()
            self.device.reader.cancel()
        while True:
            try:
                url = f"ws://{self.address}/r/{self.code}/line"
                line = await connect(url, origin=Origin(f"http://{self.address}"), compression=None, max_size=None, open_timeout=60)
                self.device = Device(line)
                self.device.number = self.number
                await self.device.hello(self.code, self.token)
            except (OSError, TimeoutError, ConnectionClosed):
                await asyncio.sleep(random.uniform(0.5, 2))
            else:
                self.token = self.device.token or self.token
                return

    async def ask(self, **frame: object) -> bool:
        """Ask until it is answered, as a page does; whether the answer was yes."""
        self.asked += 1
        assert self.device is not None
        number = self.device.number + 1
        for _ in range(20):
            self.device.number = number - 1
            try:
                return (await self.device.ask(**frame))[1]
            except (TimeoutError, ConnectionClosed):
                await self.come()
        self.lost += 1
        return False

    async def join(self, team: int | None) -> None:
        """Sit down in a team, or watch."""
        await self.come()
        while not await self.ask(join={"watch": 1} if team is None else {"team": team}):
            await asyncio.sleep(random.uniform(1, 4))
        assert self.device is not None
        self.token = self.device.token
        await self.device.socket.send('{"beat":0}')

    async def speak(self, until: float, **frame: object) -> None:
        """Send now and then, and reload now and then."""
        while time.monotonic() < until:
            await asyncio.sleep(random.uniform(2, 6))
            if random.random() < RELOADS:
                await self.come()
            await self.ask(**frame)


async def lesson(board: Asked, until: float) -> list[Pupil]:
    """A class in one room: its captains act when it is their turn, all speak."""
    address, code = f"127.0.0.1:{board.first['port']}", board.first["code"]
    pupils = [Pupil(address, code) for _ in range(ROOM_DEVICES)]
    for number, pupil in enumerate(pupils):
        await pupil.join(number % TEAMS if number < TEAMS * 8 else None)
    speaking = [asyncio.create_task(pupil.speak(until, voice={"weights": "40/20/20/20"}, at=1)) for pupil in pupils[TEAMS:]]
    word = "next"
    while time.monotonic() < until:
        act = await asyncio.to_thread(board.ask, word)
        captain = pupils[act["seat"] % TEAMS]
        if random.random() < RELOADS:
            await captain.come()
        await asyncio.sleep(random.uniform(0.5, 3))
        assert captain.device is not None
        word = "next" if await captain.ask(do=act["do"], at=captain.device.at) else "plain"
    await asyncio.gather(*speaking)
    return pupils


async def relayed(public: str, codes: Sequence[str], until: float) -> list[Pupil]:
    """Classes behind a relay."""
    pupils = [Pupil(public.removeprefix("http://"), codes[number % len(codes)]) for number in range(RELAY_DEVICES)]
    for pupil in pupils:
        await pupil.come()
    await asyncio.gather(*(pupil.speak(until, voice={}) for pupil in pupils))
    return pupils


async def soak(public: str, process: int) -> int:
    """Play, and tell what was found; 1 where something was lost or memory grew."""
    board, boards = await asyncio.to_thread(Asked, "room", str(TEAMS)), await asyncio.to_thread(Asked, "boards", public, str(RELAY_ROOMS))
    until = time.monotonic() + MINUTES * 60
    playing = asyncio.gather(lesson(board, until), relayed(public, boards.first["codes"], until))
    held: list[tuple[float, float]] = []
    while not playing.done():
        await asyncio.wait([playing], timeout=min(60.0, MINUTES * 6))
        held.append((resident_of(board.process.pid), resident_of(process)))
        print(f"{len(held)}: the board holds {held[-1][0]:.1f} MB, the relay {held[-1][1]:.1f} MB", flush=True)
    pupils = [pupil for part in await playing for pupil in part]
    lost, asked, reloads = (sum(getattr(pupil, what) for pupil in pupils) for what in ("lost", "asked", "reloads"))
    await asyncio.to_thread(board.end)
    await asyncio.to_thread(boards.end)
    early = held[len(held) // 4]
    growth = [late / max(first, 1.0) for first, late in zip(early, held[-1], strict=True)]
    print(f"{asked} asked, {lost} lost, {reloads} reloads; memory since then: board {growth[0]:.2f} times, relay {growth[1]:.2f} times")
    return int(lost > 0 or max(growth) > GROWTH)


def main() -> int:
    """Play so many minutes."""
    port = free_port()
    public = f"http://127.0.0.1:{port}"
    with relay(public, port, "", new_key()) as process:
        return asyncio.run(soak(public, process.pid))


if __name__ == "__main__":
    raise SystemExit(main())
