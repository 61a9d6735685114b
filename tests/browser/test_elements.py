"""A screen reader in a browser: the board's elements have roles, names, values and states, are kept in step, and do what a finger does."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caffael.board.options import BoardOptions, begin
from caffael.board.session import Session
from caffael.presentation.screens import ScreenId
from tests.board.frame_kit import board, top
from tests.board.tour import tour
from tests.browser.access_kit import Both, beside

SIZE = (1280, 720)
MAIN = {
    "title",
    "shelf",
    "teams",
    "settings",
    "editor",
    "help-keys",
    "saves",
    "table",
    "menu",
    "tender-need",
    "tender-weights",
    "tender-publish",
    "bids",
    "delivery",
    "review",
    "year",
    "manage",
    "teacher",
    "debrief-1",
    "debrief-3",
}


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


def shown(session: Session) -> Session:
    session.show_title()
    return session


@pytest.fixture
def title(chromium: Any, tmp_path: Path) -> Iterator[Both]:
    """The title, and its page."""
    with beside(chromium, shown(board(tmp_path, SIZE)), viewport={"width": SIZE[0], "height": SIZE[1]}) as both:
        yield both


@pytest.fixture
def table(chromium: Any, tmp_path: Path) -> Iterator[Both]:
    """A table at which a team decides, and its page."""
    session = board(tmp_path, SIZE)
    assert not begin(session, BoardOptions(scenario="our-town", seats=["you"], years=3, seed=7))
    with beside(chromium, session, viewport={"width": SIZE[0], "height": SIZE[1]}) as both:
        yield both


def press(both: Both, role: str, name: str) -> None:
    """Press as a screen reader does: without a key or a pointer."""
    both.element(role, name).dispatch_event("click")
    both.step()


def test_the_title_is_read_and_its_button_is_found_by_role_and_name(title: Both) -> None:
    assert title.element("button", "Begin a new game").count() == 1
    assert title.element("heading", "Caffael").count() == 1
    assert title.page.locator("html").get_attribute("lang") == "en"
    press(title, "button", "Begin a new game")
    assert top(title.session) == ScreenId.SCENARIOS
    assert title.element("button", "Begin a new game").count() == 0


def test_the_page_follows_the_focus_and_the_language_of_the_board(title: Both) -> None:
    for _ in range(3):
        title.key("Tab")
        screen = title.session.app.screen
        assert screen is not None and screen.tree.focused is not None
        assert title.focused() == screen.tree.focused.label
    title.key("F2")
    assert title.page.locator("html").get_attribute("lang") == "cy"
    assert title.element("button", title.session.text("Begin a new game")).count() == 1


def test_the_board_follows_the_focus_of_the_page(title: Both) -> None:
    title.element("button", "Change the settings").focus()
    title.step()
    screen = title.session.app.screen
    assert screen is not None and screen.tree.focused is not None
    assert screen.tree.focused.label == "Change the settings"


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_key_is_the_boards_alone_and_nothing_is_pressed_twice(title: Both, key: str) -> None:
    title.key("Tab")
    title.page.keyboard.press(key)
    posts = title.page.evaluate("posts.filter(([kind, message]) => kind === 'key' || message.what === 'press')")
    assert [kind for kind, _ in posts] == ["key"]


def test_a_tender_is_written_by_a_screen_reader_alone(table: Both) -> None:
    press(table, "button", "Publish a tender")
    for name in ("need.", "way."):
        screen = table.session.app.screen
        assert screen is not None
        press(table, "button", next(one.label for one in screen.tree.reachable() if one.name.startswith(name) and one.enabled))
    slider = table.element("slider", "Quality")
    assert slider.get_attribute("aria-valuetext") == table.session.language.percent(20)
    slider.fill("40")
    table.step()
    assert slider.input_value() == "40"
    assert slider.get_attribute("aria-valuetext") == table.session.language.percent(40)
    press(table, "button", "Publish the tender")
    dialog = table.page.get_by_role("dialog")
    assert dialog.get_attribute("aria-modal") == "true" and dialog.get_attribute("aria-label") == "Publish this tender?"
    assert table.page.get_by_role("button").all_inner_texts() == ["Not yet", "Publish"]
    press(table, "button", "Publish")
    assert top(table.session) == ScreenId.BIDS


def test_what_is_disabled_says_why_and_can_be_come_to(table: Both) -> None:
    press(table, "button", "Publish a tender")
    step = table.element("button", "2 Route")
    assert step.get_attribute("aria-disabled") == "true"
    why = table.page.locator(f"#{step.get_attribute('aria-describedby')}")
    assert why.text_content() == "First choose what comes before this."
    press(table, "button", "2 Route")
    said = table.page.get_by_role("status").filter(has_text="First choose what comes before this.")
    assert said.count() == 1 and said.get_attribute("aria-live") == "polite"


def test_options_and_switches_say_which_is_on(title: Both) -> None:
    press(title, "button", "Change the settings")
    assert title.element("radio", "English").get_attribute("aria-checked") == "true"
    press(title, "radio", "Cymraeg")
    assert title.session.language.code == "cy"
    assert title.element("radio", "Cymraeg").get_attribute("aria-checked") == "true"
    press(title, "radio", "English")
    switch = title.page.get_by_role("switch").first
    before = switch.get_attribute("aria-checked")
    switch.dispatch_event("click")
    title.step()
    assert switch.get_attribute("aria-checked") != before


def test_an_element_lies_over_what_it_stands_for(title: Both) -> None:
    screen = title.session.app.screen
    assert screen is not None
    widget = next(one for one in screen.tree.reachable() if one.label == "Begin a new game")
    place, box = screen.look.scale.rect(widget.box), title.element("button", "Begin a new game").bounding_box()
    assert (round(box["x"]), round(box["y"]), round(box["width"]), round(box["height"])) == tuple(place)
    assert title.page.evaluate("([x, y]) => document.elementFromPoint(x, y).tagName", list(place.center)) == "CANVAS"


def test_only_what_has_changed_is_sent(title: Both) -> None:
    sent: list[dict[str, Any]] = []
    title.reader._post = sent.append
    title.session.app.redraw()
    title.session.app.frame()
    assert not sent
    title.session.app.say("Hello.")
    title.session.app.frame()
    assert [[thing.get("value") for thing in message["things"]] for message in sent] == [["Hello."]]


def told_anew(both: Both) -> None:
    """Take all elements away and tell the whole screen once more."""
    both.reader.telling.forget()
    both.page.evaluate("for (const key of [...access.things.keys()]) access.drop(key)")
    both.session.app.redraw()
    both.step()


def elements(both: Both) -> list[str]:
    """The elements in their order, without the order of their attributes."""
    markup: str = both.page.evaluate("access.root.innerHTML")
    tags = re.findall(r"<[^>]+>|[^<]+", re.sub(r' (style|tabindex|value)="[^"]*"', "", markup))
    return [" ".join(sorted(tag.strip("<>").split())) for tag in tags]


def test_axe_finds_nothing_on_the_main_screens_and_changes_lead_where_telling_all_leads(chromium: Any) -> None:
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe-core-python comes with the extra `test`.").Axe()
    opened: list[Any] = []
    seen: set[str] = set()

    def look(name: str, session: Session) -> None:
        if not opened:
            opened.append(beside(chromium, session, viewport={"width": SIZE[0], "height": SIZE[1]}))
            opened.append(opened[0].__enter__())
        both: Both = opened[1]
        session.app.redraw()
        both.step()
        if name in MAIN:
            seen.add(name)
            found = axe.run(both.page)
            assert not [(name, one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
            kept = elements(both)
            told_anew(both)
            assert elements(both) == kept, name

    try:
        names = tour(look, years=3)
        assert {name for name in MAIN if name in names} == seen
        assert len(seen) > 12
    finally:
        if opened:
            opened[0].__exit__(None, None, None)


@pytest.mark.parametrize(("end", "key"), [(-1, "Tab"), (0, "Shift+Tab")])
def test_tab_leaves_the_board_behind_its_last_element_and_before_its_first(title: Both, end: int, key: str) -> None:
    screen = title.session.app.screen
    assert screen is not None
    title.element("button", [one.label for one in screen.tree.reachable()][end]).focus()
    title.step()
    title.page.keyboard.press(key)
    assert not title.page.evaluate("posts.filter(([, message]) => message.key === 'Tab').length")
    title.element("button", "Learn by playing").focus()
    title.page.keyboard.press(key)
    assert title.page.evaluate("posts.filter(([, message]) => message.key === 'Tab').length") == 1
