"""A board that owns a room on the network is killed in mid-round, again and again. Devices do as their page does: they open a new line at
once, then later and later, and send again what was not answered. Each comes back into its seat, and no act is lost.

`CAFFAEL_LAN_KILLS=100` is a long look; `-s` tells the figures, also after how many seconds the last device was back.
"""

import asyncio
import json
import os
import random
import sys
import time
from asyncio.subprocess import PIPE, Process
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.typing import Origin

from caffael.saves import read, rebuild

KILLS = int(os.environ.get("CAFFAEL_LAN_KILLS", "1"))
LATER = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds after which a page tries again, 30 % more or less."""
SEATS = (0, 1, 2, 3, 0, 2)


class Tablet:
    """A device, as its page keeps it: who it is, and what was not answered yet."""

    def __init__(self, lesson: "Lesson", seat: int, number: int) -> None:
        self.lesson = lesson
        self.seat = seat
        self.address = f"127.2.0.{number + 1}"
        self.token = self.name = ""
        self.role = ""
        self.next = 1
        self.v = 0
        self.waiting: dict[int, dict[str, Any]] = {}
        self.back = asyncio.Event()
        self._socket: Any = None

    async def live(self) -> None:
        """Be there, on one line after the other."""
        tries = 0
        while True:
            try:
                await self._on_a_line()
                tries = 0
            except (OSError, WebSocketException, InvalidHandshake, asyncio.IncompleteReadError):
                pass
            self._socket = None
            if self.back.is_set():
                tries = 0
            self.back.clear()
            await asyncio.sleep(LATER[min(tries, len(LATER) - 1)] * self.lesson.chance.uniform(0.7, 1.3))
            tries += 1

    async def _on_a_line(self) -> None:
        lesson = self.lesson
        async with connect(
            f"ws://127.0.0.1:{lesson.port}/r/{lesson.code}/line",
            origin=Origin(f"http://127.0.0.1:{lesson.port}"),
            compression=None,
            max_size=2**20,
            local_addr=(self.address, 0),
            ping_interval=None,
        ) as self._socket:
            await self._send(hello={"room": lesson.code, **({"token": self.token} if self.token else {})})
            async for text in self._socket:
                await self._hear(json.loads(text))

    async def _send(self, **frame: Any) -> None:
        if self._socket is not None:
            try:
                await self._socket.send(json.dumps(frame))
            except WebSocketException:
                self._socket = None

    async def ask(self, about: dict[str, Any], **frame: Any) -> None:
        """Ask for something, until it is answered."""
        self.next += 1
        self.waiting[self.next] = {"about": about, "frame": frame}
        await self._send(id=self.next, **frame)

    async def _hear(self, frame: dict[str, Any]) -> None:
        if "you" in frame:
            await self._is(frame["you"])
        elif "beat" in frame:
            await self._send(beat=frame["beat"])
        elif set(frame) == {"v"}:
            self.v = frame["v"]
        elif "yes" in frame:
            kept = self.waiting.pop(frame["yes"], None)
            if kept is not None:
                self.lesson.acknowledged(self, kept)
        elif "no" in frame:
            kept = self.waiting.pop(frame["no"], None)
            if kept is not None and "team" not in str(kept):
                self.lesson.refused.append((kept["frame"], frame.get("why", frame.get("look"))))

    async def _is(self, you: dict[str, Any]) -> None:
        if you["role"] == "guest":
            assert not self.token, f"{self.name} is not back in its seat"
            await self.ask({}, join={"team": self.seat})
            return
        assert self.name in ("", you["name"]), f"{self.name} is back as {you['name']}"
        assert you["team"] == self.seat
        assert self.role in ("", you["role"])
        self.token, self.name, self.role = you.get("token", self.token), you["name"], you["role"]
        self.next = max(self.next, you["id"])
        self.back.set()
        await self._send(beat=0)
        for number, kept in list(self.waiting.items()):
            self.lesson.again += 1
            await self._send(id=number, **kept["frame"])


class Lesson:
    """A board that is killed, and the devices in front of it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.seed = seed
        self.chance = random.Random(seed)
        self.port = 0
        self.code = ""
        self.done: dict[int, tuple[int, list[str]]] = {}
        """Acknowledged acts, by how many turns came before them."""
        self.drafts: dict[int, list[str]] = {}
        self.gone: list[list[str]] = []
        """Drafts that were ready, and are on no desk after a kill."""
        self.refused: list[Any] = []
        self.again = 0
        self.offer: dict[str, Any] = {}
        """What could be done, as the board said last; nothing as long as it has just begun."""
        self.listens = 0.0
        self.started = asyncio.Event()
        self.slowest = 0.0
        self.tablets: list[Tablet] = []

    async def killed(self, kills: int) -> int:
        """Play, killed so many times or until the game is over; returns how often it was killed."""
        tasks: list[asyncio.Task[None]] = []
        board = await self._board()
        try:
            await self.started.wait()
            self.tablets = [Tablet(self, seat, number) for number, seat in enumerate(SEATS)]
            tasks = [asyncio.ensure_future(tablet.live()) for tablet in self.tablets] + [asyncio.ensure_future(self._play())]
            for kill in range(kills):
                await self._all_back(tasks)
                await asyncio.sleep(self.chance.uniform(0.05, 1.5))
                if self.offer.get("finished"):
                    return kill
                board.kill()
                await board.wait()
                self.hold()
                for tablet in self.tablets:
                    tablet.back.clear()
                killed = time.monotonic()
                self.started.clear()
                self.offer = {}
                board = await self._board()
                await self._all_back(tasks)
                self.slowest = max(self.slowest, time.monotonic() - max(killed, self.listens))
            await self._answered()
            self.hold()
            return kills
        finally:
            for task in tasks:
                task.cancel()
            gone = await asyncio.gather(*tasks, return_exceptions=True)
            board.kill()
            await board.wait()
            for fault in gone:
                if isinstance(fault, Exception):
                    raise fault

    async def _board(self) -> Process:
        arguments = (str(self.folder), str(self.port), str(self.seed))
        program = "tests.classroom.lesson.killed_board"
        board = await asyncio.create_subprocess_exec(sys.executable, "-m", program, *arguments, stdout=PIPE)
        asyncio.ensure_future(self._listen(board))  # noqa: RUF006 - it ends with the board
        return board

    async def _listen(self, board: Process) -> None:
        assert board.stdout is not None
        async for text in board.stdout:
            what = json.loads(text)
            if "port" in what:
                assert self.code in ("", what["code"]), "the room has another code"
                lost = [seat for seat, words in self.drafts.items() if what["desks"][seat] != words and seat not in what["passed"]]
                self.gone = [self.drafts[seat] for seat in lost if not self._decides(seat)]
                self.port, self.code, self.listens = what["port"], what["code"], time.monotonic()
                self.started.set()
            else:
                self.offer = what
                self.drafts = {seat: words for seat, words in self.drafts.items() if seat not in what.get("passed", ())}

    def _decides(self, seat: int) -> bool:
        """Whether a captain waits for an answer to an act: it may have been played, and its draft with it."""
        return any("do" in kept["frame"] for kept in self.tablets[seat].waiting.values())

    async def _all_back(self, tasks: list[asyncio.Task[None]]) -> None:
        """Wait until every device has its seat."""
        await self.started.wait()
        assert self.gone == [], "a draft that was ready is gone"
        while not all(tablet.back.is_set() for tablet in self.tablets):
            assert not any(task.done() for task in tasks), "a device came to grief"
            await asyncio.sleep(0.02)

    async def _answered(self) -> None:
        while any(tablet.waiting for tablet in self.tablets):
            await asyncio.sleep(0.05)

    async def _play(self) -> None:
        """Decide whatever is offered."""
        while True:
            offer = dict(self.offer)
            for seat, words in offer.get("manage", {}).items():
                await self._decide(int(seat), words, {})
            if "seat" in offer:
                await self._decide(offer["seat"], offer["words"], {"turns": offer["turns"]})
                if offer.get("prepared") and offer["other"] not in self.drafts and self.chance.random() < 0.4:
                    await self._prepare(offer["other"], offer["prepared"])
            await asyncio.sleep(0.05)

    async def _decide(self, seat: int, words: list[str], about: dict[str, Any]) -> None:
        captain = self.tablets[seat]
        if about.get("turns") in self.done:
            return  # it was acknowledged, and the board has not said yet what comes next
        if captain.back.is_set() and not any("do" in kept["frame"] for kept in captain.waiting.values()):
            await captain.ask(about, do=words, at=captain.v)

    async def _prepare(self, seat: int, words: list[str]) -> None:
        captain = self.tablets[seat]
        if captain.back.is_set() and not captain.waiting:
            await captain.ask({"draft": words}, draft=words, at=captain.v, ready=1)

    def acknowledged(self, tablet: Tablet, kept: dict[str, Any]) -> None:
        """A device was told that something counts."""
        frame, about = kept["frame"], kept["about"]
        if "turns" in about:
            assert about["turns"] not in self.done, "an act was acknowledged for a place that another one has"
            self.done[about["turns"]] = (tablet.seat, frame["do"])
            self.drafts.pop(tablet.seat, None)
        elif "draft" in about:
            self.drafts[tablet.seat] = about["draft"]

    def hold(self) -> None:
        """Every acknowledged act lies in the record, where it was played and once."""
        record = read(self.folder / "lesson.caffael")
        rebuild(record)
        moves = [(move.seat, move.text) for move in record.moves]
        for turns, (seat, words) in self.done.items():
            assert moves[turns : turns + len(words)] == [(seat, word) for word in words], "an acknowledged act is gone"


async def lessons(folder: Path, kills: int) -> dict[str, Any]:
    """Lessons one after the other, until a board was killed so often."""
    left, number, acts, again, slowest, refused = kills, 0, 0, 0, 0.0, 0
    while left:
        number += 1
        (folder / str(number)).mkdir()
        lesson = Lesson(folder / str(number), number)
        left -= await lesson.killed(left)
        acts, again, slowest = acts + len(lesson.done), again + lesson.again, max(slowest, lesson.slowest)
        refused += len(lesson.refused)
    return {"kills": kills, "lessons": number, "acts": acts, "sent again": again, "refused": refused, "slowest": round(slowest, 2)}


def test_over_the_network_every_act_outlives_every_kill_and_every_device_is_back_in_its_seat(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as thread:
        figures = thread.submit(asyncio.run, lessons(tmp_path, KILLS)).result()
    print(figures)
    assert figures["acts"] > 0
