"""A team's device in Safari's engine: it joins the board's own server, moves a slider, publishes, and comes back to its place."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from caffael.classroom.net.lan import LanDoorway
from caffael.classroom.room import Room
from caffael.classroom.table import PlainTable
from caffael.match import Match
from tests.browser.test_webkit import WAIT, display, safari  # noqa: F401 - fixtures
from tests.classroom.class_of import new_game

CODE = "K7M2QX"


@contextmanager
def served(match: Match) -> Iterator[str]:
    """A room over a game on the board's own server, with a thread that is its owner; the address of its page."""
    doorway = LanDoorway(CODE, host="127.0.0.1", ports=(0,))
    room, over = Room(PlainTable(match), doorway, code=CODE), threading.Event()

    def own() -> None:
        while not over.wait(0.02):
            doorway.drain(room)
            room.changed()
            room.tick()

    doorway.start()
    assert doorway.open, doorway.state
    owner = threading.Thread(target=own)
    owner.start()
    try:
        yield f"http://127.0.0.1:{doorway.port}/r/{CODE}"
    finally:
        over.set()
        owner.join()
        doorway.stop()


class Page:
    """The page, read and pressed."""

    def __init__(self, window: Any) -> None:
        from selenium.webdriver.support.wait import WebDriverWait

        self.window = window
        self._wait = WebDriverWait(window, WAIT)

    def until(self, true: Callable[[Any], Any]) -> Any:
        """Wait for something."""
        return self._wait.until(true)

    def there(self, what: str) -> Any:
        """Wait for something that is seen."""
        return self.until(lambda window: next((one for one in window.find_elements("css selector", what) if one.is_displayed()), None))

    def press(self, what: str) -> None:
        """Press it."""
        self.there(what)
        self.window.execute_script("document.querySelector(arguments[0]).click()", what)

    def shows(self, words: str) -> None:
        """Wait until the page says something."""
        self.until(lambda window: words in window.find_element("tag name", "body").text)


@pytest.mark.filterwarnings("ignore:setting remote_server_addr")
def test_a_team_publishes_in_safaris_engine(safari: Any) -> None:  # noqa: F811 - the fixture
    from selenium.webdriver.common.keys import Keys

    match = new_game(2)
    with served(match) as address:
        safari.get(address)
        page = Page(safari)
        page.press("[data-join='0']")
        page.there("body.joined #status.turn")
        assert safari.execute_script("return document.querySelectorAll('symbol').length") > 50
        page.press("#work [data-draft^='[\"tender ']:not([aria-disabled])")
        page.press("#work [data-draft*='route open']")
        slider = page.there("#weight-0")
        before = safari.find_element("css selector", "#weight-0-said").text
        slider.send_keys(Keys.ARROW_RIGHT)
        page.until(lambda window: window.find_element("css selector", "#weight-0-said").text != before)
        page.until(lambda window: window.find_element("css selector", "#advice").text)
        page.there("#act:not([aria-disabled])")
        page.press("#act")
        page.shows("Prepare your next turn.")
        assert [turn.seat for turn in match.history] == [0, 0, 0]
        safari.refresh()
        page.there("body.joined #status")
        page.shows("Prepare your next turn.")
