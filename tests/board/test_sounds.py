"""A few sounds that nothing depends on."""

from pathlib import Path

import pygame
import pytest
from caffael_tools.sounds import RATE, SOUNDS, samples, write_sounds

from caffael.board.settings_file import keep_settings, load_settings
from caffael.board.sounds import OF_SCREENS, Sounds, sound_of
from caffael.presentation.screens import ScreenId
from caffael.presentation.settings import VOLUMES, Settings
from caffael.resources import folder
from caffael.rules.happened import Happening
from caffael.rules.records import Happened
from tests.board.frame_kit import board


def test_the_files_are_those_that_the_program_makes(tmp_path: Path) -> None:
    write_sounds(tmp_path)
    kept = folder("assets") / "sounds"
    assert sorted(path.name for path in kept.glob("*.wav")) == sorted(f"{name}.wav" for name in SOUNDS)
    assert all((kept / path.name).read_bytes() == path.read_bytes() for path in tmp_path.glob("*.wav"))


def test_every_sound_is_short_and_soft_and_ends_in_silence() -> None:
    for name, notes in SOUNDS.items():
        wave = samples(notes)
        assert len(wave) < 1.6 * RATE, name
        assert max(abs(one) for one in wave) <= 0.5 and abs(wave[-1]) < 0.01, name
    assert set(OF_SCREENS.values()) <= set(SOUNDS)
    assert sound_of(ScreenId.REVIEW, [Happened(kind=int(Happening.MARK))]) == "climate"
    assert sound_of(ScreenId.DELIVERY, []) == ""


def test_off_and_no_device_are_silent_and_break_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not Sounds("off").play("card")

    def no_device(*_: object) -> None:
        raise pygame.error("no device")

    monkeypatch.setattr(pygame.mixer, "get_init", lambda: None)
    monkeypatch.setattr(pygame.mixer, "init", no_device)
    sounds = Sounds("full")
    assert not sounds.play("card") and not sounds.play("award")


def test_the_volume_is_set_and_kept_and_no_device_is_opened_before_a_sound(tmp_path: Path) -> None:
    pygame.mixer.quit()  # another test may have opened it
    keep_settings(Settings(sounds="off"), tmp_path)
    assert load_settings(tmp_path).sounds == "off"
    session = board(tmp_path)
    session.show(ScreenId.SETTINGS)
    session.app.frame()
    assert not pygame.mixer.get_init()
    screen = session.app.screen
    assert screen is not None
    assert {f"sounds.{name}" for name in VOLUMES} <= {widget.name for widget in screen.tree.root.everything()} or screen.tree.find("sounds")
