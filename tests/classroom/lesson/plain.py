"""A pupil's device without a browser: it opens the same line, speaks the same frames, and comes back when the line is gone."""

import asyncio
import json
import random
from typing import Any

from tests.classroom.lesson.hands import Diary
from tests.classroom.lesson.owner import Owner
from tests.classroom.lesson.wifi import Wifi


class PlainDevice:
    """A voice of a team, or of who watches, on a WebSocket of its own address."""

    def __init__(self, owner: Owner, seat: int | None, diary: Diary, *, language: str, seed: int, pace: float) -> None:
        self.owner = owner
        self.seat = seat
        self.diary = diary
        self.language = language
        self.pace = pace
        self.chance = random.Random(seed)
        self.wifi = Wifi()
        self.reloads = 0
        self.name = ""
        self.joined = asyncio.Event()
        self.over = False
        self._token = ""
        self._next = 1
        self._v = 0
        self._opening = False
        self._parts: dict[str, str] = {}
        self.waits: list[float] = []
        """Seconds until each thing that was said was answered."""
        self._said: dict[int, float] = {}

    async def live(self) -> None:
        """Be in the lesson until the game is over, on one line after the other."""
        from websockets.asyncio.client import connect
        from websockets.exceptions import ConnectionClosed
        from websockets.typing import Origin

        port, code = self.owner.port, self.owner.code
        while not self.over:
            line = connect(
                f"ws://127.0.0.1:{port}/r/{code}/line",
                origin=Origin(f"http://127.0.0.1:{port}"),
                compression=None,
                max_size=2**20,
                local_addr=(self.wifi.address, 0),
            )
            try:
                async with line as socket:
                    await self._on(socket)
            except (OSError, ConnectionClosed):
                await asyncio.sleep(self.chance.uniform(0.1, 1.0))

    async def _on(self, socket: Any) -> None:
        """Speak on one line until it ends, or until the device is loaded anew."""
        hello = {"room": self.owner.code, "language": self.language, "have": {}, "large": 0}
        await socket.send(json.dumps({"hello": hello | ({"token": self._token} if self._token else {})}))
        reload_at = asyncio.get_running_loop().time() + self.chance.expovariate(1 / 120)
        while not self.over:
            try:
                async with asyncio.timeout(self.chance.uniform(2.0, 8.0) * self.pace):
                    while not self.over:
                        await self._hear(socket, json.loads(await socket.recv()))
            except TimeoutError:
                if self.joined.is_set():
                    await self._speak(socket)
            if self.joined.is_set() and asyncio.get_running_loop().time() > reload_at:
                self.reloads += 1
                return

    async def _hear(self, socket: Any, frame: dict[str, Any]) -> None:
        if "you" in frame:
            await self._is(socket, frame["you"])
        said = self._said.pop(frame.get("yes", frame.get("no", 0)), None)
        if said is not None:
            self.waits.append(asyncio.get_running_loop().time() - said)
        if "beat" in frame:
            await socket.send(json.dumps({"beat": frame["beat"]}))
        if set(frame) == {"v"}:
            self._v = frame["v"]
        for name, (_, html) in frame.get("parts", {}).items():
            self._parts[name] = html
            if name == "end" and " hidden" not in html.partition(">")[0]:
                self.over = True

    async def _is(self, socket: Any, you: dict[str, Any]) -> None:
        """Join as a guest; come back as who one was as anybody else."""
        if you["role"] == "guest":
            assert not self._token, f"{self.name} was forgotten"
            self._next += 1
            await socket.send(json.dumps({"id": self._next, "join": {"watch": 1} if self.seat is None else {"team": self.seat}}))
            return
        self._token = you.get("token", self._token)
        assert self.name in ("", you["name"]), f"{self.name} came back as {you['name']}"
        assert you["team"] == self.seat
        self.name, self._next = you["name"], max(self._next, you["id"])
        self.joined.set()
        await socket.send(json.dumps({"beat": 0}))

    async def _speak(self, socket: Any) -> None:
        """Say what should count, or who will win."""
        match, chance = self.owner.match, self.chance
        voice: dict[str, str] = {}
        if self.seat is not None and chance.random() < 0.6:
            row = chance.randrange(match.cards.weights_count)
            voice["weights"] = "/".join(map(str, match.cards.weights[row * 4 : row * 4 + 4]))
        else:
            voice["winner"] = chance.choice(match.ids.suppliers)
        self._next += 1
        self._said[self._next] = asyncio.get_running_loop().time()
        await socket.send(json.dumps({"id": self._next, "voice": voice, "at": self._v}))
        self.diary.voices += "weights" in voice
        self.diary.guesses += "winner" in voice
