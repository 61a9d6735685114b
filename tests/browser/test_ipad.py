"""The board in a tab on an emulated iPad: from the title to a tender by fingers alone, as a screen reader reads it, in Welsh."""

import re
from typing import Any

import pytest

from caffael.words.language import Language
from tests.browser.opening import opened
from tests.browser.serving import PlainServer

WAIT = 60_000
TEXT = Language("cy").text


class Finger:
    """Touches what is found by its role and its name."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def there(self, role: str, name: Any) -> Any:
        """Wait for an element, and until it stands still."""
        found = self.page.get_by_role(role, name=name).first
        found.wait_for(state="attached", timeout=WAIT)
        return found

    def tap(self, role: str, name: Any, then: tuple[str, Any]) -> None:
        """Touch the middle of it, and wait for what comes of that; a touch that only ends a movement is made once more."""
        for _ in range(4):
            box = self.there(role, name).bounding_box()
            self.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
            try:
                self.page.get_by_role(then[0], name=then[1]).first.wait_for(state="attached", timeout=WAIT / 4)
            except self.page.timed_out:
                continue
            return
        raise AssertionError(f"{name} did not lead to {then[1]}")


def starts(words: str) -> Any:
    """A name that begins with these words."""
    return re.compile("^" + re.escape(words))


def test_a_tender_is_begun_by_fingers_and_axe_finds_nothing_on_the_way(chromium: Any, server: PlainServer) -> None:
    from playwright.sync_api import TimeoutError as TimedOut
    from playwright.sync_api import expect

    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe-core-python comes with the extra `test`.").Axe()
    context = chromium.new_context(locale="cy-GB", viewport={"width": 1024, "height": 768}, device_scale_factor=2, has_touch=True)
    page = context.new_page()
    page.timed_out = TimedOut
    opened(page, server.address)
    finger = Finger(page)
    finger.there("button", TEXT("Begin a new game"))
    assert page.locator("html").get_attribute("lang") == "cy"
    assert not [one["id"] for one in axe.run(page)["violations"]]
    finger.tap("button", TEXT("Begin a new game"), ("button", TEXT("Choose the teams")))
    finger.tap("button", TEXT("Choose the teams"), ("button", TEXT("Begin the game")))
    line = finger.there("textbox", TEXT("Name of the team"))
    box = line.bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(line).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Ŵyn a mêl")
    expect(line).to_have_value("Ŵyn a mêl")
    assert not [one["id"] for one in axe.run(page)["violations"]]
    finger.tap("button", TEXT("Begin the game"), ("heading", starts(TEXT("Year {year} begins", year=1))))
    finger.tap("button", TEXT("Go on"), ("button", TEXT("Publish a tender")))
    finger.tap("button", TEXT("Publish a tender"), ("heading", TEXT("What do you want to buy?")))
    assert not [one["id"] for one in axe.run(page)["violations"]]
    assert page.evaluate("[visualViewport.scale, scrollX, scrollY]") == [1, 0, 0]
    context.close()
