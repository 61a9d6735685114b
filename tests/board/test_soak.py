"""Two games of the soak; `python -m tests.soak` plays fifty."""

from pathlib import Path

import pygame
import pytest

from caffael.board import window
from tests import monkey
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
