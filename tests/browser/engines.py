"""A game begun in any engine by mouse, with nothing but what its page says: what a screen reader finds is pressed in its middle."""

import json
import time
from typing import Any, Protocol

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


def open_board(window: Window, address: str) -> None:
    """Go to the board and wait until it is there."""
    window.go(address)
    until(window, OPEN)


def play_from_the_teams_to_the_bids(window: Window) -> None:
    """From the page of the teams to the bids of a tender."""
    for name in ("Begin the game", "Go on", "Publish a tender"):
        press(window, name)
    press(window, "", after="3 What counts")  # the first need; a route stands already
    press(window, "Publish the tender")
    asked = until(window, f"({BUTTONS}).find((one) => ['Publish without guessing', 'Publish'].includes(one[0]))")
    press(window, asked[0])  # where more than one firm bids the class may guess
    until(window, f"({BUTTONS}).some((one) => one[0] === 'Continue')")
