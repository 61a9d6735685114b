"""What captains and voices do on their devices, each for itself and all at the same time."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caffael.presentation.tender.draft import WeightRows
from caffael.rules.terms import Phase
from tests.classroom.lesson.decisions import Adviser
from tests.classroom.lesson.device import Device, as_text
from tests.classroom.lesson.owner import Owner

if TYPE_CHECKING:
    from playwright.async_api import Locator

PREPARES = 0.5
"""How often a captain who waits prepares its next turn."""
TAKES_BACK = 0.05
"""How often one whose envelope lies takes it back, each time that it looks."""


@dataclass
class Diary:
    """What was done on the devices of a class."""

    prepared: int = 0
    voices: int = 0
    guesses: int = 0
    taken_back: int = 0


class Captain:
    """Decides for a seat as its bot would, by pressing what its page offers."""

    def __init__(self, device: Device, owner: Owner, diary: Diary, pace: float) -> None:
        self.device = device
        self.owner = owner
        self.diary = diary
        self.pace = pace
        assert device.seat is not None
        self.seat = device.seat
        self.adviser = Adviser(self.seat)
        self._rows = WeightRows(owner.match.cards)

    async def play(self) -> None:
        """Play until the game is over."""
        while True:
            await asyncio.sleep(self.device.chance.uniform(0.2, 1.0) * self.pace)
            page = await self.device.stands()
            if page["over"]:
                return
            if "do" in page["waits"]:
                continue
            if page["kind"] == "turn" or page["work"] == "sealed":
                await self._turn(page["work"], page["draft"], page["act"])
            elif page["kind"] == "prepare" and not page["ready"] and self.device.chance.random() < PREPARES * self.pace:
                await self._prepare()

    async def _turn(self, work: str, draft: list[str], act: str) -> None:
        match = self.owner.match
        if work == "sealed":
            back = f"[data-do={quoted(as_text(['take-back']))}]"
            if self.device.chance.random() < TAKES_BACK * self.pace and await self.device.page.locator(back).count():
                self.diary.taken_back += await self._pressed(back)
        elif work == "answer":
            words = await self._ask(Phase.ANSWER, lambda: self.adviser.answers(match))
            if words:
                await self._pressed(f"[data-do={quoted(as_text(words))}]")
        elif work == "manage":
            ticks = await self._ask(Phase.MANAGE, lambda: self.adviser.manages(match))
            if ticks is not None:
                await self._manage(ticks)
        elif work == "buy":
            words = await self._ask(Phase.BUY, lambda: self.adviser.buys(match))
            if words and (draft == words or await self._write(words)):
                await self._pressed("#act[data-act='do']")

    async def _ask(self, phase: Phase, decide: Callable[[], list[str]]) -> list[str] | None:
        """What the bot decides, if the game is at this phase and waits for this seat; None where it has moved on."""
        match = self.owner.match

        def asked() -> list[str] | None:
            lies = phase == Phase.BUY and match.state.sealed[self.seat] == 1
            own = phase == Phase.MANAGE or (match.may_decide(self.seat) and not lies)
            return decide() if match.state.phase == phase and own and self.owner.table.answerable() else None

        return await asyncio.wrap_future(self.owner.ask(asked))

    async def _prepare(self) -> None:
        """Write what would be done now, and keep it ready."""
        match = self.owner.match

        def asked() -> list[str] | None:
            buying = match.state.phase in (Phase.BUY, Phase.ANSWER) and match.state.decider != self.seat
            return self.adviser.buys(match) if buying and not match.state.councils[self.seat].passed else None

        words = await asyncio.wrap_future(self.owner.ask(asked))
        if words and await self._write(words) and await self.device.press("#act", 3_000):
            self.diary.prepared += 1

    async def _write(self, words: list[str]) -> bool:
        """Lay decisions on the desk, card by card; say whether they lie there."""
        device = self.device
        way = words[0].partition(" ")[0]
        if not await device.press(f"[data-way='{way}']", 5_000):
            return False
        for count in range(1, len(words) + 1):
            if words[count - 1].startswith("weights"):
                if not await self._weigh(words[count - 1].partition(" ")[2]):
                    return False
            elif count > 1 and words[0].startswith("tender") and not await self._routes(words[:count]):
                continue
            elif not await self._step(way, count - 1, words[:count]):
                return False
        return await self._lies(words)

    async def _step(self, way: str, place: int, words: list[str]) -> bool:
        """Choose a card; where another step is shown, go back to its own first."""
        card = self.device.page.locator(f"[data-way-of='{way}'] [data-draft={quoted(as_text(words))}]")
        await self.device.trial("a card", card.first.wait_for(state="attached", timeout=5_000))
        if await card.count() and not await card.first.is_visible():
            await self.device.press(f"[data-way-of='{way}'] [data-step='{place}']", 3_000)
        return await self.device.press_draft(words, 5_000)

    async def _routes(self, words: list[str]) -> bool:
        """Whether a route has to be chosen: where there is one alone, what counts comes next."""
        offered = f"#work button[data-draft={quoted(as_text(words))}]"
        wait = self.device.page.wait_for_selector(f"{offered}, #weighing", state="attached", timeout=5_000)
        return await self.device.trial("routes", wait) and await self.device.page.locator(offered).count() > 0

    async def _lies(self, words: list[str]) -> bool:
        """Wait until the room has these decisions on the desk."""
        for _ in range(100):
            page = await self.device.stands()
            if page["draft"] == words:
                return True
            if page["kind"] not in ("turn", "prepare"):
                return False
            await asyncio.sleep(0.1)
        self.device.stumbles.append(f"the desk never had {words}")
        return False

    async def _weigh(self, weights: str) -> bool:
        """Choose a row of weights: by a card or preset where there is one, else slider by slider."""
        wanted = ["/".join(map(str, row)) for row in self._rows.rows].index(weights)
        device = self.device
        if not await device.trial("weights", device.page.wait_for_selector("#weighing:visible", timeout=5_000)):
            return False
        page = await device.stands()
        if wanted in page["weights"]:
            return await device.press(f"#weighing [data-row='{wanted}']")
        said = tuple(page["said"])
        if said not in self._rows.rows:  # the page was loaded anew just now
            return False
        for criterion, value in slides(self._rows, self._rows.rows.index(said), wanted):
            if not await device.slide(criterion, self._rows.values(criterion).index(value)):
                return False
        return True

    async def _manage(self, ticks: list[str]) -> None:
        """Tick contracts, and say that it is all."""
        device = self.device
        ticked = device.page.locator("[data-tick][aria-pressed='true']")
        for word in [await ticked.nth(place).get_attribute("data-tick") for place in range(await ticked.count())]:
            if word not in ticks and not await device.press(f"[data-tick='{word}']"):
                return
        for word in ticks:
            card = f"[data-tick='{word}']"
            if await device.page.locator(f"{card}[aria-pressed='true']").count() == 0 and not await device.press(card):
                return
        await self._pressed("[data-done]")

    async def _pressed(self, button: str) -> bool:
        """Press what counts, and wait for what becomes of it, whatever happens to the page meanwhile; say whether it was pressed."""
        if not await self.device.press(button, 5_000):
            return False
        for _ in range(1_200):
            page = await self.device.stands()
            if "do" not in page["waits"]:
                return True
            await asyncio.sleep(0.05)
        raise AssertionError(f"{button} was never answered: {page}")


class Voice:
    """Moves the weights of its team's tender as it likes, and says who will win."""

    def __init__(self, device: Device, diary: Diary, pace: float) -> None:
        self.device = device
        self.diary = diary
        self.pace = pace

    async def speak(self) -> None:
        """Speak whenever something is asked, until the game is over."""
        device, chance = self.device, self.device.chance
        while True:
            await asyncio.sleep(chance.uniform(1.0, 5.0) * self.pace)
            page = await device.stands()
            if page["over"]:
                return
            if page["winners"] and (page["asked"] or chance.random() < 0.4):
                where = "#voices" if page["asked"] else "#work"
                self.diary.guesses += await self._one_of(f"{where} [data-winner]:visible")
            elif page["sliders"]:
                self.diary.voices += await self._slide(page["sliders"])
            elif page["weights"]:
                self.diary.voices += await self._one_of("#weighing [data-row]:visible")

    async def _slide(self, sliders: int) -> bool:
        slider = self.device.page.locator("[data-criterion]").nth(self.device.chance.randrange(sliders))
        return await self.device.trial("a slider", self._to_somewhere(slider))

    async def _to_somewhere(self, slider: "Locator") -> None:
        most = int(await slider.get_attribute("max", timeout=3_000) or "0")
        await slider.fill(str(self.device.chance.randint(0, most)), timeout=3_000)

    async def _one_of(self, what: str) -> bool:
        found = self.device.page.locator(what)
        return await self.device.trial(what, self._any(found))

    async def _any(self, found: "Locator") -> None:
        count = await found.count()
        if count:
            await found.nth(self.device.chance.randrange(count)).click(timeout=3_000)


def slides(rows: WeightRows, start: int, wanted: int) -> list[tuple[int, int]]:
    """How sliders are moved from one row of weights to another: which criterion, and to what per cent."""
    ways: dict[int, list[tuple[int, int]]] = {start: []}
    waiting = deque([start])
    while wanted not in ways:
        row = waiting.popleft()
        last = ways[row][-1][0] if ways[row] else -1
        for criterion in rows.criteria:
            if criterion == last:
                continue
            for value in rows.values(criterion):
                after = rows.moved(row, criterion, value)
                if after not in ways:
                    ways[after] = [*ways[row], (criterion, value)]
                    waiting.append(after)
    return ways[wanted]


def quoted(text: str) -> str:
    """A text as the value of an attribute in a selector."""
    return json.dumps(text, ensure_ascii=False)
