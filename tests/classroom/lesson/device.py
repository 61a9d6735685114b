"""A pupil's device: a page of Chromium with storage and a network of its own. What it does is pressed on what the page shows."""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.classroom.lesson.wifi import Wifi

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Page

PATIENCE = 60_000
"""Milliseconds until something that is waited for counts as never coming."""
STANDS = """() => {
  const one = (id) => document.getElementById(id);
  const kept = JSON.parse(localStorage.getItem("caffael-room-" + location.pathname.slice(3)) || "{}");
  const status = one("status"), work = one("work"), act = one("act"), end = one("end");
  return {
    joined: document.body.classList.contains("joined"),
    me: one("me")?.textContent ?? "",
    kind: status?.className ?? "",
    draft: JSON.parse(status?.dataset.draft || "[]"),
    ready: status?.dataset.ready === "1",
    work: work && !work.hidden ? work.dataset.kind ?? "" : "",
    act: act && !act.hidden && act.getAttribute("aria-disabled") !== "true" ? act.dataset.act : "",
    waits: (kept.out ?? []).map((one) => one.kind),
    told: one("told")?.textContent ?? "",
    good: one("told")?.className === "good",
    sliders: document.querySelectorAll("[data-criterion]").length,
    said: [0, 1, 2, 3].map((at) => parseInt(document.querySelector(`[data-criterion="${at}"]`)?.getAttribute("aria-valuetext")) || 0),
    weights: [...document.querySelectorAll("#weighing [data-row]")].map((one) => Number(one.dataset.row)),
    winners: [...document.querySelectorAll("#work [data-winner], #voices [data-winner]")].filter((one) => one.checkVisibility()).length,
    asked: document.querySelector("#voices [data-about]") !== null,
    over: Boolean(end && !end.hidden),
    words: document.documentElement.lang,
  };
}"""
NETWORK = ("WebSocket connection to", "Failed to load resource", "ERR_")
"""How the console begins what it says of a line that broke, which the page is made for."""


class Device:
    """A device. `faults` are errors of its page; `reloads` how often it was loaded anew, each time to come back as who it was."""

    def __init__(self, browser: "Browser", address: str, wifi: Wifi, *, size: tuple[int, int], language: str, seed: int) -> None:
        self.browser = browser
        self.address = address
        self.wifi = wifi
        self.size = size
        self.language = language
        self.chance = random.Random(seed)
        self.faults: list[str] = []
        self.reloads = 0
        self.stumbles: list[str] = []
        """Presses that came to nothing, as where the page was loaded anew under the finger."""
        self.me = ""
        self.seat: int | None = None
        self.loading = asyncio.Lock()

    async def open(self, listen: "Callable[[Page], None] | None" = None) -> None:
        """Open the room's page. `listen` is given the page before it says anything."""
        proxy = await self.wifi.start()
        width, height = self.size
        tags = {"en": "en-GB", "cy": "cy-GB"}
        self.context: BrowserContext = await self.browser.new_context(
            viewport={"width": width, "height": height}, locale=tags[self.language], proxy={"server": proxy}
        )
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = await self.context.new_page()
        if listen is not None:
            listen(self.page)
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.page.on("console", lambda told: self._told(told.type, told.text))
        await self.page.goto(self.address, wait_until="commit")

    def _told(self, kind: str, text: str) -> None:
        if kind == "error" and not (text.startswith(NETWORK) or any(one in text for one in NETWORK)):
            self.faults.append(text)

    async def join(self, seat: int | None) -> None:
        """Join a team, or watch."""
        await self.page.click("[data-watch]" if seat is None else f"[data-join='{seat}']")
        await self.page.wait_for_selector("body.joined")
        self.me = await self._name()
        self.seat = seat

    async def _name(self) -> str:
        """The device's name as its page says it, without its office."""
        said = await self.page.inner_text("#me")
        return said.partition(" · ")[0]

    async def reload(self) -> None:
        """Load the page anew; it must come back as who it was, by itself."""
        async with self.loading:
            await self.page.reload(wait_until="commit")
            await self.page.wait_for_selector("body.joined")
            await self.page.wait_for_selector("#page[aria-busy='false']")
            now = await self._name()
            assert now == self.me, f"{self.me} came back as {now}"
            self.reloads += 1

    async def stands(self) -> dict[str, Any]:
        """What the page shows. While it is loaded anew nothing can be asked of it."""
        from playwright.async_api import Error

        while True:
            try:
                return dict(await self.page.evaluate(STANDS))
            except Error:
                if self.page.is_closed():
                    raise
                await asyncio.sleep(0.1)

    async def trial(self, what: str, doing: Awaitable[object]) -> bool:
        """Do something on the page; say whether that went. The page may be loaded anew under the finger; who presses looks again."""
        from playwright.async_api import Error

        try:
            await doing
        except Error as fault:
            if self.page.is_closed():
                raise
            self.stumbles.append(f"{what}: {why(str(fault))}")
            return False
        return True

    async def press(self, what: str, patience: int = 15_000) -> bool:
        """Press something once it is there and can be pressed; say whether that went."""
        return await self.trial(what, self.page.click(what, timeout=patience))

    async def press_draft(self, words: list[str], patience: int = 15_000) -> bool:
        """Press the card that lays these decisions on the desk."""
        return await self.press(f"button[data-draft={json.dumps(as_text(words))}]", patience)

    async def slide(self, criterion: int, place: int) -> bool:
        """Move a slider to one of its places."""
        what = f"[data-criterion='{criterion}']"
        return await self.trial(what, self.page.fill(what, str(place), timeout=15_000))

    async def picture(self, folder: Path, name: str) -> None:
        """Keep a picture of the whole page."""
        await self.page.screenshot(path=folder / f"{name}-{self.language}-{self.size[0]}.png", full_page=True)

    async def close(self) -> None:
        """Put the device away."""
        await self.context.close()
        await self.wifi.stop()


def why(fault: str) -> str:
    """Why a press came to nothing: the last thing that the browser says of it."""
    lines = [line.strip(" -") for line in fault.splitlines()]
    telling = [line for line in lines if "intercepts" in line or "is not" in line or "detached" in line or "navigat" in line]
    return f"{lines[0]} {telling[-1] if telling else ''}".strip()


def as_text(words: list[str]) -> str:
    """Words as a page's attribute has them."""
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))
