"""A whole class plays a game on its devices to the end, and what can be said of it afterwards."""

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from caffael.classroom.guard import TEAM
from tests.axe import CHROMIUM
from tests.classroom.lesson.device import Device
from tests.classroom.lesson.hands import Captain, Diary, Voice
from tests.classroom.lesson.owner import Owner
from tests.classroom.lesson.plain import PlainDevice
from tests.classroom.lesson.wifi import CLEAR, Weather, Wifi

if TYPE_CHECKING:
    from playwright.async_api import Browser

Tell = Callable[[str], None]
FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-extensions",
    "--renderer-process-limit=4",
    "--disable-site-isolation-trials",
]
STUCK = 120.0
"""Seconds without an act after which a lesson counts as stuck."""
SIZES = ((360, 640), (768, 1024), (1366, 768))


@dataclass
class Plan:
    """How a lesson goes. `pace`: 1 for hands as quick as the devices allow; `reloads`: about how many seconds lie between two of them."""

    voices: int = 30
    pages: int = 30
    """How many of the voices are pages of a browser; the others are plain lines."""
    languages: Sequence[str] = ("en",)
    weathers: Sequence[Weather] = (CLEAR,)
    """Of the pages' networks, one after the other."""
    reloads: float = 4.0
    drops: float = 0.0
    """Seconds between two networks that break; 0 for none."""
    seed: int = 1
    pace: float = 1.0
    pictures: Path | None = None


@dataclass
class Report:
    """What came of it."""

    pages: int = 0
    lines: int = 0
    seconds: float = 0.0
    acts: int = 0
    again: int = 0
    looks: int = 0
    refused: list[str] = field(default_factory=list)
    prepared: int = 0
    voices: int = 0
    guesses: int = 0
    taken_back: int = 0
    """Envelopes."""
    reloads: int = 0
    line_reloads: int = 0
    drops: int = 0
    sockets_cut: int = 0
    segments_lost: int = 0
    stumbles: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """Errors of pages."""
    unanswered: int = 0
    """What devices still wanted to send at the end."""
    frames: int = 0
    longest_frame_ms: int = 0
    """For how long the owner heard nothing, where it draws."""
    frame_p99_ms: int = 0
    answered_p50_ms: int = 0
    """What plain lines waited for their answers."""
    answered_p99_ms: int = 0


class Class:
    """The devices of a class."""

    def __init__(self, owner: Owner, plan: Plan, tell: Tell) -> None:
        self.owner = owner
        self.plan = plan
        self.tell = tell
        self.chance = random.Random(plan.seed)
        self.diary = Diary()
        self.devices: list[Device] = []
        self.plain: list[PlainDevice] = []
        self._lines: list[asyncio.Task[None]] = []
        self.drops = 0

    def _device(self, browser: "Browser", number: int) -> Device:
        plan = self.plan
        device = Device(
            browser,
            self.owner.address,
            Wifi(plan.weathers[number % len(plan.weathers)], plan.seed + number),
            size=SIZES[number % len(SIZES)],
            language=plan.languages[number % len(plan.languages)],
            seed=1_000 * plan.seed + number,
        )
        self.devices.append(device)
        return device

    async def play(self) -> Report:
        """From the door to the debrief on every device."""
        from playwright.async_api import async_playwright

        begun = time.monotonic()
        async with async_playwright() as running:
            browser = await running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            try:
                await self._come_in(browser)
                self.tell(f"{len(self.devices)} pages and {len(self.plain)} plain lines are in after {time.monotonic() - begun:.0f} s")
                await self._lesson()
                return await self._look_back(begun)
            finally:
                await browser.close()

    async def _come_in(self, browser: "Browser") -> None:
        """Captains first, then everybody else, four at a time; whom no team has a place for watches."""
        plan, seats = self.plan, self.owner.match.state.seats
        room_in_teams = seats * (TEAM - 1)
        row = [*range(seats), *(number % seats if number < room_in_teams else None for number in range(plan.voices))]
        door = asyncio.Semaphore(4)

        async def come(device: Device, seat: int | None) -> None:
            async with door:
                await device.open(self.owner.listen if device in captains else None)
                await device.join(seat)

        coming = [(self._device(browser, number), seat) for number, seat in enumerate(row[: seats + plan.pages])]
        captains = self.devices[:seats]
        await asyncio.gather(*(come(device, seat) for device, seat in coming[:seats]))
        await asyncio.gather(*(come(device, seat) for device, seat in coming[seats:]))
        for number, seat in enumerate(row[len(coming) :], len(coming)):
            language = plan.languages[number % len(plan.languages)]
            device = PlainDevice(self.owner, seat, self.diary, language=language, seed=1_000 * plan.seed + number, pace=plan.pace)
            self.plain.append(device)
            self._lines.append(asyncio.ensure_future(device.live()))
        await asyncio.gather(*(device.joined.wait() for device in self.plain))

    async def _lesson(self) -> None:
        seats = self.owner.match.state.seats
        captains = [Captain(device, self.owner, self.diary, self.plan.pace).play() for device in self.devices[:seats]]
        voices = [Voice(device, self.diary, self.plan.pace).speak() for device in self.devices[seats:]]
        async with asyncio.TaskGroup() as group:
            for line in self._lines:
                group.create_task(ended(line))
            others = [group.create_task(one) for one in (self._reloads(), self._drops(), self._progress())]
            await asyncio.gather(*(group.create_task(one) for one in (*captains, *voices)))
            async with AsyncExitStack() as quiet:
                for device in self.devices:
                    await quiet.enter_async_context(device.loading)
                for task in others:
                    task.cancel()

    async def _reloads(self) -> None:
        """Pages are loaded anew at random moments, whatever they were doing."""
        while self.plan.reloads:
            await asyncio.sleep(self.chance.expovariate(1 / self.plan.reloads))
            await self.chance.choice(self.devices).reload()

    async def _drops(self) -> None:
        """Devices lose their network at random moments; not while their page is loaded, which a browser doesn't try again by itself."""
        while self.plan.drops:
            await asyncio.sleep(self.chance.expovariate(1 / self.plan.drops))
            device = self.chance.choice(self.devices)
            async with device.loading:
                device.wifi.drop()
            self.drops += 1

    async def _progress(self) -> None:
        pictured, acts, since = 0, 0, time.monotonic()
        while True:
            await asyncio.sleep(10)
            match, diary = self.owner.match, self.diary
            reloads = sum(device.reloads for device in self.devices) + sum(device.reloads for device in self.plain)
            done = len(self.owner.ledger.done)
            self.tell(f"year {match.state.year}, {done} acts, {diary.voices} voices, {diary.guesses} guesses, {reloads} reloads")
            if self.owner.fault is not None:
                raise self.owner.fault
            if done > acts:
                acts, since = done, time.monotonic()
            elif time.monotonic() - since > STUCK:
                for device in self.devices[: match.state.seats]:
                    self.tell(f"{device.me}: {await device.stands()} {device.stumbles[-3:]}")
                raise AssertionError(f"nobody has done anything for {STUCK} seconds")
            if self.plan.pictures is not None:
                device = self.devices[pictured % len(self.devices)]
                async with device.loading:
                    await device.picture(self.plan.pictures, f"{pictured:03}")
                pictured += 1

    async def _look_back(self, begun: float) -> Report:
        """Every device shows how the game ended; then all of them are put away."""
        owner, devices = self.owner, self.devices
        report = Report()
        for number, device in enumerate(devices):
            await device.page.wait_for_selector("#end:not([hidden])")
            assert await device.page.locator("#end .questions li").count() >= 3, "the three questions are not there"
            assert await device.page.locator("#end h3").count() >= 2, "no scores are there"
            page = await device.stands()
            report.unanswered += len(page["waits"])
            assert page["words"] == device.language
            if self.plan.pictures is not None and number < 6:
                await device.picture(self.plan.pictures, f"end-{number}")
        report.seconds = time.monotonic() - begun
        ledger = owner.ledger
        report.acts, report.again, report.looks = len(ledger.done), ledger.again, ledger.looks
        report.refused, report.frames = ledger.refused, ledger.frames
        report.prepared, report.voices, report.guesses = self.diary.prepared, self.diary.voices, self.diary.guesses
        report.drops, report.taken_back = self.drops, self.diary.taken_back
        for device in devices:
            report.reloads += device.reloads
            report.sockets_cut += device.wifi.sockets_cut
            report.segments_lost += device.wifi.lost
            report.stumbles += device.stumbles
            report.faults += device.faults
            await device.close()
        report.pages, report.lines = len(devices), len(self.plain)
        waits = [wait for device in self.plain for wait in device.waits]
        report.answered_p50_ms, report.answered_p99_ms = within(waits, 0.5), within(waits, 0.99)
        report.frame_p99_ms, report.longest_frame_ms = within(owner.frames, 0.99), within(owner.frames, 1.0)
        report.line_reloads = sum(device.reloads for device in self.plain)
        return report


def within(seconds: Sequence[float], share: float) -> int:
    """Milliseconds within which a share of them lie; 0 where there are none."""
    return round(1000 * sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]) if seconds else 0


async def ended(line: "asyncio.Task[None]") -> None:
    """Wait for a device that has begun before; what went wrong on it goes wrong here."""
    await line
