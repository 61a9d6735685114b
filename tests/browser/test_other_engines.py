"""The board in the engines of Safari and of Firefox: from the title to the bids of a tender, by mouse."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.browser.bidi import firefox
from tests.browser.serving import PlainServer

MINIBROWSERS = ("lib/*/webkit2gtk-4.1/MiniBrowser", "lib/*/webkit2gtk-4.0/MiniBrowser", "libexec/webkit2gtk-4.1/MiniBrowser")
SCREEN = "1500x1000x24"
TRIES = 1_200
PAUSE = 0.1
AGAIN = 100
BUTTONS = """
[...document.querySelectorAll(".access button")].map((one) => {
  const box = one.getBoundingClientRect();
  const name = one.getAttribute("aria-label") ?? one.textContent;
  return [name, box.x + box.width / 2, box.y + box.height / 2, one.getAttribute("aria-disabled") !== "true" && !one.disabled];
})
"""
OPEN = "document.querySelector('#loading[hidden]') !== null"
TROUBLE = "document.querySelector('#trouble:not([hidden])')?.textContent ?? null"


class Window(Protocol):
    """A window of a browser."""

    def go(self, address: str) -> None: ...

    def js(self, expression: str) -> Any: ...

    def click(self, x: float, y: float) -> None: ...


class WebKit:
    """A window of WebKitGTK, which is Safari's engine."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def go(self, address: str) -> None:
        self.driver.get(address)

    def js(self, expression: str) -> Any:
        return json.loads(self.driver.execute_script(f"return JSON.stringify({expression} ?? null)"))

    def click(self, x: float, y: float) -> None:
        from selenium.webdriver.common.action_chains import ActionChains

        chain: Any = ActionChains(self.driver)
        chain.w3c_actions.pointer_action.move_to_location(round(x), round(y))
        chain.w3c_actions.pointer_action.click()
        chain.perform()


@pytest.fixture
def webkit() -> Iterator[WebKit]:
    """A window of WebKitGTK on a screen that nobody sees."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browser = next((str(found) for pattern in MINIBROWSERS for found in Path("/usr").glob(pattern)), None)
    if driver is None or screen is None or browser is None:
        pytest.skip("WebKitGTK is not here (on Debian: apt-get install webkit2gtk-driver xvfb).")
    selenium = pytest.importorskip("selenium.webdriver", reason="selenium is not here; it comes with the extra `test`.")
    from selenium.webdriver.webkitgtk.options import Options
    from selenium.webdriver.webkitgtk.service import Service

    reads, writes = os.pipe()
    words = [screen, "-displayfd", str(writes), "-screen", "0", SCREEN]
    shown = subprocess.Popen(words, pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    try:
        with os.fdopen(reads) as said:
            display = f":{said.readline().strip()}"
        options = Options()
        options.binary_location = browser
        options.add_argument("--automation")
        running = selenium.WebKitGTK(options=options, service=Service(driver, env={**os.environ, "DISPLAY": display}))
        running.set_window_size(1420, 900)
        yield WebKit(running)
        running.quit()
    finally:
        shown.terminate()
        shown.wait()


def until(window: Window, expression: str) -> Any:
    """What an expression gives once it gives something."""
    for _ in range(TRIES):
        found = window.js(expression)
        if found:
            return found
        trouble = window.js(TROUBLE)
        assert not trouble, trouble
        time.sleep(PAUSE)
    raise AssertionError(f"never came: {expression}; there are {[one[0] for one in window.js(BUTTONS)]}")


def press(window: Window, name: str, after: str = "") -> None:
    """Press a button by its name once it can be pressed, or the first behind `after`; again where that only hurried."""
    wanted = f"one[0] === {json.dumps(name)}" if name else f"at > all.findIndex((each) => each[0] === {json.dumps(after)})"
    if after:
        wanted += f" && all.some((each) => each[0] === {json.dumps(after)})"
    found = f"({BUTTONS}).find((one, at, all) => one[3] && {wanted})"
    pressed, x, y, _ = until(window, found)
    for _ in range(TRIES // AGAIN):
        window.click(x, y)
        for _ in range(AGAIN):
            time.sleep(PAUSE)
            if not window.js(f"({BUTTONS}).some((one) => one[0] === {json.dumps(pressed)} && one[1] === {x} && one[2] === {y})"):
                return
    raise AssertionError(f"{pressed!r} was pressed, and nothing came of it")


def play_to_the_bids(window: Window, address: str) -> None:
    """From the title to the bids of a tender."""
    window.go(address)
    until(window, OPEN)
    for name in ("Begin a new game", "Choose the teams", "Begin the game", "Go on", "Publish a tender"):
        press(window, name)
    press(window, "", after="3 What counts")  # the first need
    until(window, f"({BUTTONS}).some((one) => one[0] === 'Open procedure')")
    press(window, "Open procedure")
    for name in ("Publish the tender", "Publish", "Publish without guessing"):
        press(window, name)
    until(window, f"({BUTTONS}).some((one) => one[0] === 'Continue')")


@pytest.mark.filterwarnings("ignore:setting remote_server_addr")
def test_the_board_is_played_in_safaris_engine(webkit: WebKit, server: PlainServer) -> None:
    play_to_the_bids(webkit, server.address)


def test_the_board_is_played_in_firefox(server: PlainServer) -> None:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("Firefox is not here (on Debian: apt-get install firefox-esr).")
    pytest.importorskip("websocket", reason="websocket-client is not here; it comes with selenium.")
    with firefox(program) as window:
        play_to_the_bids(window, server.address)
