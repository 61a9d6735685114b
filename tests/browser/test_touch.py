"""Fingers on an iPad in landscape: they come to the board, miss nothing that is near, and don't move the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caffael.board.options import BoardOptions, begin
from caffael.board.session import Session
from caffael.board.widgets import Widget
from caffael.presentation.screens import ScreenId
from tests.board.frame_kit import board, top
from tests.browser.access_kit import Both, beside

IPAD: dict[str, Any] = {"viewport": {"width": 1024, "height": 768}, "device_scale_factor": 2, "has_touch": True}
PIXELS = (2048, 1536)


def on_an_ipad(session: Session) -> Session:
    session.app.machine.density = 2.0
    session.app.set_window_size(PIXELS)
    return session


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


@pytest.fixture
def title(chromium: Any, tmp_path: Path) -> Iterator[Both]:
    session = board(tmp_path, PIXELS)
    session.show_title()
    with beside(chromium, on_an_ipad(session), **IPAD) as both:
        yield both


@pytest.fixture
def table(chromium: Any, tmp_path: Path) -> Iterator[Both]:
    session = board(tmp_path, PIXELS)
    assert not begin(session, BoardOptions(scenario="our-town", seats=["you"], years=3, seed=7))
    with beside(chromium, on_an_ipad(session), **IPAD) as both:
        yield both


def place(both: Both, widget: Widget, aside: tuple[float, float] = (0, 0)) -> tuple[float, float]:
    """Where the middle of a widget is on the page, in its pixels, and something aside of that."""
    x, y = both.session.app.look.scale.to_pixels(widget.box.center)
    return x / 2 + aside[0], y / 2 + aside[1]


def widget(both: Both, name: str) -> Widget:
    screen = both.session.app.screen
    assert screen is not None
    return screen.tree.find(name)


def tap(both: Both, at: tuple[float, float]) -> None:
    both.page.touchscreen.tap(*at)
    both.step()


def test_a_finger_presses_what_it_is_put_on(title: Both) -> None:
    box = title.element("button", "Begin a new game").bounding_box()
    tap(title, (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
    assert top(title.session) == ScreenId.SCENARIOS


def test_a_finger_that_lands_a_little_beside_a_small_button_presses_it(table: Both) -> None:
    help_button = widget(table, "corner help")
    beside_it = place(table, help_button, (0, help_button.box.height * table.session.app.look.scale.factor / 4 + 1))
    tap(table, beside_it)
    assert top(table.session) == ScreenId.HELP


def test_a_touch_of_a_need_opens_its_tender_and_shows_who_could_bid(table: Both) -> None:
    screen: Any = table.session.app.screen
    need = next(one for one in screen.tree.reachable() if one.name.startswith("need "))
    tap(table, place(table, need))
    opened: Any = table.session.app.screen
    assert opened.id is ScreenId.TENDER
    assert any(one.name.startswith("bidder.") for one in opened.tree.root.everything())


class Fingers:
    """Several fingers on the glass."""

    def __init__(self, both: Both) -> None:
        self.both = both
        self.glass = both.page.context.new_cdp_session(both.page)

    def __call__(self, kind: str, *points: tuple[float, float]) -> None:
        named = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.glass.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": named})
        self.both.step()


def test_two_fingers_that_spread_enlarge_nothing_and_press_nothing(title: Both) -> None:
    x, y = place(title, next(one for one in title.session.app.screen.tree.reachable()))  # type: ignore[union-attr]
    fingers = Fingers(title)
    fingers("touchStart", (x, y))
    fingers("touchStart", (x, y), (x + 30, y + 30))
    for step in range(1, 9):
        fingers("touchMove", (x - 30 * step, y), (x + 30 + 30 * step, y + 30 * step))
    fingers("touchEnd")
    assert title.page.evaluate("[visualViewport.scale, scrollX, scrollY]") == [1, 0, 0]
    assert top(title.session) == ScreenId.TITLE
    tap(title, (x, y))
    assert top(title.session) != ScreenId.TITLE


def test_a_finger_that_the_system_takes_away_presses_nothing(title: Both) -> None:
    first = title.session.app.screen.tree.reachable()[0]  # type: ignore[union-attr]
    fingers = Fingers(title)
    fingers("touchStart", place(title, first))
    assert first.held
    fingers("touchCancel")
    assert not first.held
    assert top(title.session) == ScreenId.TITLE


def test_a_finger_moves_a_list_and_the_page_stays(title: Both) -> None:
    title.session.show(ScreenId.SCENARIOS)
    title.step()
    screen: Any = title.session.app.screen
    area = next(one for one in screen.tree.root.everything() if one.role == "scroll area" and one.furthest > 0)
    before = area.scrolled
    x, y = place(title, area)
    fingers = Fingers(title)
    fingers("touchStart", (x, y))
    for step in range(1, 6):
        fingers("touchMove", (x, y + (-20 if before == 0 else 20) * step))
    fingers("touchEnd")
    assert area.scrolled != before
    assert title.page.evaluate("[scrollX, scrollY, document.scrollingElement.scrollTop]") == [0, 0, 0]
    assert top(title.session) == ScreenId.SCENARIOS
