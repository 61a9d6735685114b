"""Whatever text a person can set, devices show it as that text: names of teams, and every word of a pack that a stranger wrote."""

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from caffael.match import Match
from caffael.rules.terms import Phase
from caffael.saves import Seat
from caffael.scenario import Pack, load_pack
from tests.classroom.class_of import play_words
from tests.classroom.device_kit import ADDRESS
from tests.classroom.lesson.decisions import Adviser
from tests.classroom.live_class import LiveClass, RoomDevice
from tests.tiny_pack import COUNCILS, EVENTS, NEEDS, SCENARIO, SUPPLIERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog

LONG = bool(os.environ.get("CAFFAEL_LESSONS"))
"""Whether each payload comes into each place."""
PAYLOADS = (
    "<script>pwned()</script>",
    "<img src=x onerror=pwned()>",
    '"><svg onload=pwned()>',
    "' autofocus onfocus='pwned()",
    "</script><script>pwned()</script>",
    "</section><button data-do='[]'>",
    "<style>*{display:none}</style>",
    "<iframe srcdoc='<script>parent.pwned()</script>'>",
    "&lt;img src=x onerror=pwned()&gt;",
    "javascript:pwned()",
    "{{ 7*7 }}{% raw %}",
    "{n} {supplier} %s",
    "\\u003cscript\\u003epwned()",
)
WORDS = ("title_en", "title_cy", "story_en", "story_cy", "line_en", "line_cy", "name", "name_en", "name_cy")
"""Columns and keys that hold words which the board shows."""
FOREIGN = "script:not([src]), img, iframe, object, embed, base, style, form:not(#ask), a:not(.skip)"
"""What no page of a device has."""
INSIDE = """() => [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes])
  .filter((one) => one.name.startsWith("on") || one.name === "autofocus" || one.name === "srcdoc").map((one) => one.name)"""


class Words:
    """The payloads one after the other, so that no two texts of a pack are the same and each payload comes into many places."""

    def __init__(self, first: int) -> None:
        self.place = first

    def next(self) -> str:
        """The next payload, with a number so that no two names are the same."""
        self.place += 1
        return f"{PAYLOADS[self.place % len(PAYLOADS)]} {self.place}"


def sheet(text: str, words: Words) -> str:
    """A sheet whose words are payloads."""
    head, *rows = [line.split(",") for line in text.splitlines()]
    changed = [[quoted(words.next()) if name in WORDS else cell for name, cell in zip(head, row, strict=True)] for row in rows]
    return "\n".join(",".join(row) for row in [head, *changed])


def quoted(text: str) -> str:
    """A cell that may hold anything."""
    return '"' + text.replace('"', '""') + '"'


def hostile(folder: Path, first: int) -> Pack:
    """The tiny pack with payloads for every word in it."""
    folder.mkdir()
    words = Words(first)
    lines = [f"{line.partition(' = ')[0]} = '''{words.next()}'''" if line.startswith(WORDS) else line for line in SCENARIO.splitlines()]
    (folder / "scenario.toml").write_text("\n".join(lines), "utf-8")
    for name, text in {"needs": NEEDS, "suppliers": SUPPLIERS, "events": EVENTS, "councils": COUNCILS}.items():
        (folder / f"{name}.csv").write_text(sheet(text, words), "utf-8")
    return load_pack(folder)


class Watched:
    """Devices on which a payload that does anything is noticed. Their pages have no policy: escaping alone has to hold."""

    def __init__(self, browser: "Browser", match: Match) -> None:
        self.lesson = LiveClass(browser, match)
        self.dialogs: list[str] = []
        self.devices = [self._device(language) for language in ("en", "cy", "en")]
        for place, device in enumerate(self.devices):
            self._watch(device)
            if place < 2:
                device.press("[data-join='0']")
                self.lesson.until(device.page.locator("body.joined").count)

    def _device(self, language: str) -> RoomDevice:
        return self.lesson.device(bypass_csp=True, locale={"en": "en-GB", "cy": "cy-GB"}[language])

    def _watch(self, device: RoomDevice) -> None:
        def noted(dialog: "Dialog") -> None:
            self.dialogs.append(dialog.message)
            dialog.dismiss()

        device.page.on("dialog", noted)
        device.page.add_init_script("window.pwned = () => { window.hit = true }")
        device.page.reload()

    def harmless(self) -> None:
        """Nothing ran, and nothing came into a page that is none of its own."""
        for device in self.devices:
            assert not device.page.evaluate("window.hit === true")
            assert device.page.locator(FOREIGN).count() == 0
            assert device.page.evaluate(INSIDE) == []
        assert self.dialogs == []

    def text(self) -> str:
        """All that the devices show, also where it is folded."""
        return "\n".join(device.page.locator("main").text_content() or "" for device in self.devices)


@pytest.mark.parametrize("first", range(len(PAYLOADS) if LONG else 1))
def test_every_text_of_a_pack_and_every_teams_name_is_shown_as_it_was_written(first: int, chromium: "Browser", tmp_path: Path) -> None:
    pack, words = hostile(tmp_path / "pack", first), Words(first)
    match = Match.start(pack, [Seat(words.next(), "east", "you"), Seat(words.next(), "west", "you")], 5)
    devices = Watched(chromium, match)
    lesson, captain = devices.lesson, devices.devices[0]
    lesson.run(0.3)
    devices.harmless()
    captain.press("#work [data-draft]:not([aria-disabled])")
    captain.press("#work [data-step-of='1']:not([hidden]) [data-draft]:not([aria-disabled])")
    lesson.until(lambda: captain.page.locator("#weighing:visible").count())
    devices.harmless()
    shown = devices.text()
    advisers = [Adviser(seat) for seat in range(2)]
    while not match.finished:
        play_one(match, advisers[match.state.decider])
        lesson.run(0.1)
        shown += devices.text()
    lesson.until(lambda: captain.page.locator("#end:not([hidden])").count())
    devices.harmless()
    shown += devices.text()
    missing = [text for text in texts_of(pack, match) if " ".join(text.split()) not in " ".join(shown.split())]
    assert missing == []
    lesson.close()


def texts_of(pack: Pack, match: Match) -> list[str]:
    """Texts that come onto the devices' pages in every game."""
    dealt = [need for council in match.state.councils for need in council.tray[: council.tray_count]]
    names = [pack.supplier(supplier).name for supplier in match.state.market if supplier >= 0]
    return [*(seat.team for seat in match.seats), *names, *(pack.need(need).title.en for need in dealt)]


def play_one(match: Match, adviser: Adviser) -> None:
    """One table action at the big screen."""
    if match.state.phase == Phase.MANAGE:
        match.play(match.legal()[-1])
    else:
        play_words(match, adviser.buys(match) if match.state.phase == Phase.BUY else adviser.answers(match))


def test_what_came_into_a_page_all_the_same_would_not_run(chromium: "Browser") -> None:
    lesson = LiveClass(chromium)
    device = lesson.team(0)
    device.page.evaluate("""() => {
      window.pwned = () => { window.hit = true };
      document.getElementById("story").innerHTML = "<img src=x onerror=pwned()><svg onload=pwned()></svg>";
      const script = document.createElement("script");
      script.textContent = "pwned()";
      document.body.append(script);
    }""")
    lesson.run(0.5)
    assert not device.page.evaluate("window.hit === true")
    assert any("Content Security Policy" in fault for fault in device.faults)
    device.faults.clear()
    lesson.close()


def test_a_code_in_the_address_is_a_code_and_nothing_else(chromium: "Browser") -> None:
    lesson = LiveClass(chromium)
    device = lesson.device()
    for payload in PAYLOADS if LONG else PAYLOADS[:3]:
        device.page.goto(f"{ADDRESS}/r/{quote(payload, safe='')}")
        lesson.run(0.1)
        assert device.page.locator(FOREIGN).count() == 0
        assert device.page.evaluate(INSIDE) == []
    device.faults.clear()
    lesson.close()
