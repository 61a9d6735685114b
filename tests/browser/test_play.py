"""The board is played in a real browser: by mouse, by finger and by keys, in both languages and sizes, and whole games by itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.board_kit import Board, Finger, Keys, Mouse, autoplay, play_to_the_bids
from tests.browser.opening import OPEN
from tests.browser.serving import PlainServer, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

IPAD: dict[str, Any] = {"viewport": {"width": 1024, "height": 768}, "device_scale_factor": 2, "has_touch": True, "is_mobile": True}
CHROMEBOOK: dict[str, Any] = {"viewport": {"width": 1366, "height": 768}}


def a_board(chromium: "Browser", server: PlainServer, **how: Any) -> Iterator[Board]:
    """A board in a context of its own; no fault was written when it is closed."""
    context = chromium.new_context(**how)
    board = Board(context.new_page(), server.address)
    yield board
    assert board.faults == []
    context.close()


@pytest.fixture(scope="module")
def opened_once(chromium: "Browser", server: PlainServer) -> Iterator[Board]:
    """A board on a Chromebook, opened once: opening takes longer than playing."""
    yield from a_board(chromium, server, **CHROMEBOOK)


@pytest.fixture
def chromebook(opened_once: Board) -> Board:
    """That board at its title, in English."""
    opened_once.python("session.set_language('en')\nsession.show_title()")
    opened_once.wait_for("title")
    return opened_once


@pytest.fixture
def ipad(chromium: "Browser", server: PlainServer) -> Iterator[Board]:
    """A board on an iPad that lies on its side, with fingers and two pixels to one."""
    yield from a_board(chromium, server, **IPAD, locale="cy-GB")


def test_by_mouse_from_the_title_to_a_published_tender_and_its_bids(chromebook: Board) -> None:
    play_to_the_bids(Mouse(chromebook))
    assert chromebook.python("session.game.path.is_file()")
    assert chromebook.page.evaluate("document.documentElement.lang") == "en"


def test_by_keys_alone_from_the_title_to_a_published_tender_and_its_bids(chromebook: Board) -> None:
    play_to_the_bids(Keys(chromebook))
    chromebook.page.keyboard.press("F2")
    chromebook.wait("session.language.code == 'cy'")
    chromebook.page.wait_for_function("document.documentElement.lang === 'cy'")


def test_by_finger_and_in_welsh_on_an_ipad_from_the_title_to_its_bids(ipad: Board) -> None:
    assert ipad.python("session.language.code") == "cy"
    assert ipad.python("session.app.surface.get_size()") == [2048, 1536]
    play_to_the_bids(Finger(ipad))
    assert ipad.page.evaluate("document.documentElement.lang") == "cy"


def test_a_whole_game_of_first_steps_comes_to_its_debrief_in_welsh(chromebook: Board) -> None:
    seen = autoplay(chromebook, "first-steps", language="cy", seats=("balanced", "cheapest"))
    assert {"title", "shelf", "teams", "table", "bids", "review", "debrief-1", "saves"} <= set(seen)


def test_with_the_server_stopped_the_page_reloads_and_a_saved_game_goes_on(chromium: "Browser", site: Path) -> None:
    context = chromium.new_context(**CHROMEBOOK)
    with serving(site) as running:
        board = Board(context.new_page(), running.address)
        board.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        play_to_the_bids(Mouse(board))
        played = board.python("len(session.game.history)")
        running.stop()
        board.page.reload()
        board.page.wait_for_selector(OPEN, state="attached")
    hand = Mouse(board)
    hand.press("Go on with a saved game")
    board.wait_for("saves")
    hand.press("save.0")
    board.wait("session.match is not None")
    assert board.python("len(session.game.history)") >= played  # a computer's council may have played on before the page went
    context.close()
