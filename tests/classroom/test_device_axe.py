"""Every page of a device keeps the rules for accessible pages, on a phone and on a laptop, by day and by night; nothing is cut off."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest

from caffael.classroom.roles import Role
from caffael.classroom.room_view import Opening, RoomView
from caffael.words.language import Code
from tests.classroom.device_kit import Device, you
from tests.classroom.pages_kit import asked, before_a_game, buying, finished, first_tender, managing, room_at
from tests.classroom.test_pages import with_changes
from tests.presentation.positions import at_year

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def a_school(code: Code) -> RoomView:
    match = at_year(1, scenario="first-steps", years=None)
    return room_at(match, 0, code, first_tender(match, "route open"))


def watched(code: Code) -> RoomView:
    match = buying()
    return room_at(match, None, code, opening=Opening(1, match.state.councils[1].tray[0], tuple(match.state.market[:4])))


KINDS: dict[str, tuple[Callable[[Code], RoomView], Role]] = {
    "guest": (lambda code: replace(room_at(buying(), None, code), locked=True), Role.GUEST),
    "start": (lambda code: room_at(buying(), 0, code), Role.CAPTAIN),
    "weights": (with_changes, Role.CAPTAIN),
    "watcher": (watched, Role.WATCHER),
    "manage": (lambda code: room_at(managing(), 0, code, together=True), Role.CAPTAIN),
    "answer": (lambda code: room_at(asked(), 1, code), Role.CAPTAIN),
    "end": (lambda code: room_at(finished(), 0, code), Role.CAPTAIN),
    "school": (a_school, Role.CAPTAIN),
}


@pytest.fixture(scope="module")
def device(chromium: "Browser") -> Iterator[Device]:
    """One device that is shown one page after the other."""
    made = Device(chromium, 360, 640, reduced_motion="reduce")
    made.greet(before_a_game("en"), Role.MEMBER)
    made.open()
    made.page.wait_for_selector("symbol", state="attached")
    yield made
    made.close()


def show(device: Device, kind: str, code: Code, width: int, height: int, look: Literal["light", "dark"] = "light") -> None:
    """Show a page of a kind on a screen of a size."""
    make, role = KINDS[kind]
    device.page.set_viewport_size({"width": width, "height": height})
    device.page.emulate_media(color_scheme=look)
    room = make(code)
    device.send(you(role))
    device.shown(room, role)
    device.page.wait_for_selector(f"html[data-look={look}]")
    device.page.wait_for_timeout(30)


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_a_phone(device: Device, kind: str) -> None:
    show(device, kind, "en", 360, 640, "dark" if len(kind) % 2 else "light")
    assert device.violations() == []


def test_axe_finds_nothing_on_a_laptop_on_which_all_parts_are_seen(device: Device) -> None:
    show(device, "weights", "en", 1366, 768, "dark")
    device.page.evaluate("document.querySelectorAll('details').forEach(one => (one.open = true))")
    assert device.violations() == []


CUT = """() => [...document.querySelectorAll("main *, #bar *, #pages *")].filter((one) => {
  const box = one.getBoundingClientRect();
  if (!box.width || one.closest("svg, .unseen, [hidden]")) return false;
  return box.right > document.documentElement.clientWidth + 1 || box.left < -1;
}).map((one) => one.outerHTML.slice(0, 120))"""
SMALL = """() => [...document.querySelectorAll("button, summary, input")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && (box.width < 44 || box.height < 43.5);
}).map((one) => one.outerHTML.slice(0, 120))"""
LETTERS = "large => document.documentElement.toggleAttribute('data-large', large)"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_the_screen_and_fingers_meet_all(device: Device, kind: str) -> None:
    show(device, kind, "cy", 360, 640)
    for width, height, large in ((360, 640, False), (360, 640, True), (768, 1024, False)):
        device.page.set_viewport_size({"width": width, "height": height})
        device.page.evaluate(LETTERS, large)
        assert device.page.evaluate(CUT) == [], (width, large)
        assert device.page.evaluate(SMALL) == [], (width, large)
    device.page.evaluate(LETTERS, False)


def test_nothing_moves_for_who_wants_no_motion(device: Device) -> None:
    show(device, "weights", "en", 360, 640)
    moving = "() => [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s').length"
    assert device.page.evaluate(moving) == 0
    device.page.emulate_media(reduced_motion="no-preference")
    assert device.page.evaluate(moving) > 0
    device.page.emulate_media(reduced_motion="reduce")
