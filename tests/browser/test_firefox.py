"""The board in Firefox: from the title to the bids of a tender, by mouse."""

import shutil

import pytest

from tests.browser.bidi import firefox
from tests.browser.engines import open_board, play_from_the_teams_to_the_bids, press
from tests.browser.serving import PlainServer


def test_the_board_is_played_in_firefox(server: PlainServer) -> None:
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("Firefox is not here (on Debian: apt-get install firefox-esr).")
    pytest.importorskip("websocket", reason="websocket-client is not here; it comes with selenium.")
    with firefox(program) as window:
        open_board(window, server.address)
        press(window, "Begin a new game")
        press(window, "Choose the teams")
        play_from_the_teams_to_the_bids(window)
