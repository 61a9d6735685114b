"""Two games of the soak; `python -m tests.soak` plays fifty."""

from pathlib import Path

import pygame
import pytest

from caffael.board import window
from caffael.board.screens.table.screen import TableScreen
from caffael.rules import actions
from caffael.rules.terms import Phase
from tests import monkey
from tests.board.frame_kit import board, pack, press, seats
from tests.monkey import Monkey


def test_a_monkey_plays_two_games_to_their_end_and_breaks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("CAFFAEL_SETTINGS", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    monkeypatch.setattr(window, "FRAMES", window.FRAMES)
    monkeypatch.setattr(monkey, "STEPS", 40)
    monkeypatch.setattr(monkey, "LEAP", 1.5)
    monkeypatch.setattr(monkey, "SIZES", ((640, 360), (480, 600)))
    player = Monkey(tmp_path, seed=4, games=(("first-steps", 3),))
    try:
        player.play()
        player.play()
        assert player.played == 2
    finally:
        pygame.event.clear()


def test_a_step_that_was_taken_back_is_not_played_again_under_a_tender_that_is_being_written(tmp_path: Path) -> None:
    session = board(tmp_path)
    session.new_game(pack(), seats("you"), 7)
    table = session.app.screen
    assert isinstance(table, TableScreen)
    match = session.game
    match.play(next(action for action in match.legal() if actions.TENDER <= action < actions.ENGAGE))
    match.undo()
    table.write_tender(None, None)
    press(session, pygame.K_y, pygame.KMOD_CTRL)
    assert match.state.phase == Phase.BUY
