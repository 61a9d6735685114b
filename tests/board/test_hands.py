"""A whole game from the title to the last page of its debrief, with one kind of hand alone."""

from pathlib import Path

import pytest

from caffael.presentation.screens import ScreenId
from tests.board.frame_kit import board
from tests.board.hands import HANDS, Player


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


@pytest.mark.parametrize(("way", "scenario"), [("mouse", "our-town"), ("keys", "our-town"), ("touch", "our-town")])
def test_a_whole_game_is_played_with_one_kind_of_hand(way: str, scenario: str, tmp_path: Path) -> None:
    session = board(tmp_path, instant=False)
    session.show_title()
    player = Player(HANDS[way](session, scenario))
    player.play()
    assert player.published >= 3
    assert player.moved_slider
    assert session.match is not None
    assert session.match.finished
    assert {ScreenId.TITLE, ScreenId.SCENARIOS, ScreenId.SEATS, ScreenId.TABLE, ScreenId.TENDER, ScreenId.BIDS} <= set(player.seen)
