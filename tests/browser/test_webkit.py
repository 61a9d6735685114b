"""The board in Safari's engine: it opens, is read by role and name, and hears keys, touches and letters. Under Xvfb, without a window."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.engines import WebKit, play_from_the_teams_to_the_bids
from tests.browser.serving import PlainServer

DRIVER = shutil.which("WebKitWebDriver")
BROWSERS = [*Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), *Path("/usr/lib").glob("*/webkitgtk-6.0/MiniBrowser")]
FIND = """
const shown = [...document.querySelectorAll(".access [data-key]")];
return shown.find((one) => (one.getAttribute("aria-label") ?? one.textContent) === arguments[0]) ?? null;
"""
MIDDLE = "const box = arguments[0].getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]"
WAIT = 180


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A screen that nobody sees."""
    if DRIVER is None or not BROWSERS or shutil.which("Xvfb") is None:
        pytest.skip("Safari's engine is not here: on Debian apt-get install webkit2gtk-driver xvfb.")
    ours, theirs = os.pipe()
    running = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1400x1000x24"], pass_fds=[theirs], stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    with os.fdopen(ours) as told:
        monkeypatch.setenv("DISPLAY", f":{told.readline().strip()}")
    yield
    running.terminate()
    running.wait()


@pytest.fixture
def safari(display: None) -> Iterator[Any]:
    """A window of WebKitGTK."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not here; it comes with the extra `test`.")
    from selenium.webdriver.webkitgtk.service import Service

    options = webdriver.WebKitGTKOptions()
    options.binary_location = str(BROWSERS[0])
    options.add_argument("--automation")
    window = webdriver.WebKitGTK(options=options, service=Service(DRIVER))
    window.set_window_size(1100, 900)
    yield window
    window.quit()


class Reading:
    """What is on the board, and hands on it."""

    def __init__(self, window: Any) -> None:
        from selenium.webdriver.support.wait import WebDriverWait

        self.window = window
        self._wait = WebDriverWait(window, WAIT)

    def until(self, true: Callable[[Any], Any]) -> Any:
        """Wait for something."""
        return self._wait.until(true)

    def there(self, name: str) -> Any:
        """Wait for the element of a name."""
        return self.until(lambda window: window.execute_script(FIND, name))

    def touch(self, name: str) -> None:
        """Click in the middle of what has a name."""
        from selenium.webdriver.common.actions.action_builder import ActionBuilder

        x, y = self.window.execute_script(MIDDLE, self.there(name))
        actions: Any = ActionBuilder(self.window)
        actions.pointer_action.move_to_location(int(x), int(y)).click()
        actions.perform()

    def focused(self) -> str:
        """The name of what has the page's focus."""
        found: str = self.window.execute_script(
            "const now = document.activeElement; return now.getAttribute('aria-label') ?? now.textContent"
        )
        return found

    def press(self, *keys: str) -> None:
        """Type, one key after the other."""
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.window).send_keys(*keys).perform()


@pytest.mark.filterwarnings("ignore:setting remote_server_addr")
def test_the_board_is_read_typed_into_and_played_to_the_bids_in_safaris_engine(safari: Any, server: PlainServer) -> None:
    from selenium.webdriver.common.keys import Keys

    safari.get(server.address)
    board = Reading(safari)
    begin = board.there("Begin a new game")
    assert (begin.aria_role, begin.accessible_name) == ("button", "Begin a new game")
    board.until(lambda _: board.focused() == "Begin a new game")
    board.press(Keys.TAB)
    board.until(lambda _: board.focused() == "Go on with a saved game")
    board.touch("Begin a new game")
    board.touch("Choose the teams")
    board.touch("Name of the team")
    board.until(lambda _: board.focused() == "Name of the team")
    before = safari.execute_script("return document.activeElement.value.length")
    board.press(*[Keys.BACKSPACE] * before, "Tŷ bach")
    board.until(lambda window: window.execute_script("return document.activeElement.value") == "Tŷ bach")
    board.press(Keys.TAB)
    board.until(lambda _: board.focused() == "Take another name")
    play_from_the_teams_to_the_bids(WebKit(safari))
