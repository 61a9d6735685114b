"""What is typed in a browser comes into the board's line, whatever puts the letters together, and the line stays above the keyboard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from caffael.board.widgets import TextLine
from caffael.presentation.screens import ScreenId
from tests.board.frame_kit import board
from tests.browser.access_kit import Both, beside

SIZE = {"width": 1024, "height": 768}
KEYBOARD = """
const real = new EventTarget();
Object.assign(real, { offsetTop: 0, offsetLeft: 0, scale: 1 });
Object.defineProperty(real, "height", { get: () => window.tall ?? innerHeight });
Object.defineProperty(window, "visualViewport", { value: real });
"""


@pytest.fixture
def teams(chromium: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Both]:
    """The screen on which a team is named, with the line in which that is done touched."""
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    session = board(tmp_path, (SIZE["width"], SIZE["height"]))
    session.show_title()
    session.show(ScreenId.SCENARIOS)
    with beside(chromium, session, KEYBOARD, viewport=SIZE, has_touch=True) as both:
        both.element("button", "Choose the teams").dispatch_event("click")
        both.step()
        box = both.element("textbox", "Name of the team").bounding_box()
        both.page.touchscreen.tap(box["x"] + 20, box["y"] + box["height"] / 2)
        both.step()
        both.key("Control+a")
        yield both


def line(both: Both) -> TextLine:
    """The line that is typed in."""
    screen = both.session.app.screen
    assert screen is not None and isinstance(screen.tree.focused, TextLine)
    return screen.tree.focused


def both_say(both: Both, words: str) -> None:
    """The board's line and the page's input hold the same."""
    assert line(both).words == words
    assert both.element("textbox", "Name of the team").input_value() == words


def write(both: Both, words: str) -> None:
    """Type on a keyboard."""
    both.page.keyboard.type(words)
    both.step()


def test_letters_of_the_keyboard_and_of_the_system_are_written_once(teams: Both) -> None:
    write(teams, "Tŷ a'r bŵth")
    both_say(teams, "Tŷ a'r bŵth")


def test_keys_move_the_caret_and_take_letters_away(teams: Both) -> None:
    write(teams, "Afonn")
    for key in ("Backspace", "Home", "Delete", "ArrowRight"):
        teams.key(key)
    write(teams, "l")
    both_say(teams, "flon")
    assert teams.page.evaluate("document.activeElement.selectionStart") == line(teams).caret == 2
    teams.key("Control+z")
    both_say(teams, "fon")


def test_letters_that_are_put_together_are_shown_and_written_when_they_are_done(teams: Both) -> None:
    write(teams, "C")
    typist = teams.page.context.new_cdp_session(teams.page)
    for part in ("^", "ŵ"):
        typist.send("Input.imeSetComposition", {"text": part, "selectionStart": 1, "selectionEnd": 1})
        teams.step()
        assert line(teams).composed == part
        assert line(teams).words == "C"
    typist.send("Input.insertText", {"text": "ŵ"})
    teams.step()
    assert not line(teams).composed
    both_say(teams, "Cŵ")
    write(teams, "n")
    both_say(teams, "Cŵn")


def test_a_keyboard_without_keys_takes_letters_away_too(teams: Both) -> None:
    write(teams, "Derwen")
    teams.page.evaluate(
        """for (const inputType of ["deleteContentBackward", "deleteContentBackward"]) document.activeElement.dispatchEvent(
            new InputEvent("beforeinput", { inputType, bubbles: true, cancelable: true }))"""
    )
    teams.step()
    both_say(teams, "Derw")


def test_a_word_that_the_keyboard_puts_in_the_place_of_another_is_taken_over(teams: Both) -> None:
    write(teams, "Dreigiau")
    teams.page.evaluate(
        """document.activeElement.value = "Dreigiau Coch";
        document.activeElement.dispatchEvent(new InputEvent("input", { inputType: "insertReplacementText", bubbles: true }))"""
    )
    teams.step()
    both_say(teams, "Dreigiau Coch")


def test_what_has_no_room_stands_in_neither(teams: Both) -> None:
    longest = line(teams).longest
    write(teams, "w" * (longest + 3))
    both_say(teams, "w" * longest)


def test_tab_leaves_the_line(teams: Both) -> None:
    teams.key("Tab")
    screen = teams.session.app.screen
    assert screen is not None and screen.tree.focused is not None
    assert not isinstance(screen.tree.focused, TextLine)
    assert teams.focused() == screen.tree.focused.label


def shift(both: Both, tall: int | None) -> float:
    """How far the board is moved while so much of the page is seen above the keyboard."""
    both.page.evaluate("tall => { window.tall = tall ?? undefined; visualViewport.dispatchEvent(new Event('resize')) }", tall)
    found: float = both.page.evaluate("innerHeight - document.getElementById('stage').getBoundingClientRect().bottom")
    return found


def test_the_line_stays_above_the_keyboard_and_the_board_goes_back_afterwards(teams: Both) -> None:
    assert shift(teams, 400) == 0  # the line stands above it by itself
    teams.page.evaluate("document.activeElement.style.top = '600px'")
    assert shift(teams, 400) > 200
    box = teams.page.evaluate("(box => [box.top, box.bottom])(document.activeElement.getBoundingClientRect())")
    assert 0 <= box[0] < box[1] <= 400
    assert shift(teams, None) == 0
    teams.page.evaluate("document.activeElement.style.top = '600px'")
    shift(teams, 400)
    teams.key("Tab")
    assert shift(teams, 400) == 0
