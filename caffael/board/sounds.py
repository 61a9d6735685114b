"""A few soft sounds. Nothing depends on them: without a device, or set to off, the board is silent and all else is the same."""

from collections.abc import Iterable

import pygame

from caffael.presentation.screens import ScreenId
from caffael.resources import folder
from caffael.rules.happened import Happening
from caffael.rules.records import Happened

LOUD = {"off": 0.0, "quiet": 0.25, "full": 0.8}

OF_SCREENS = {ScreenId.BIDS: "publish", ScreenId.YEAR: "year", ScreenId.REVIEW: "coin"}
"""What is heard when a screen begins to tell its part of a story."""


def sound_of(screen: ScreenId, happenings: Iterable[Happened]) -> str:
    """The sound with which a story screen begins: a mark of the carbon track is heard before all else. Empty for none."""
    if screen is ScreenId.REVIEW and any(happened.kind == Happening.MARK for happened in happenings):
        return "climate"
    return OF_SCREENS.get(screen, "")


class Sounds:
    """Plays the sounds of assets/sounds by their names. The device is opened with the first sound, so that the board starts at once."""

    def __init__(self, volume: str = "quiet") -> None:
        self.volume = volume
        self._kept: dict[str, object] = {}
        self._silent = False

    def play(self, name: str) -> bool:
        """Play a sound; say whether it is heard."""
        loud = LOUD[self.volume]
        if loud == 0 or self._silent:
            return False
        try:
            if not pygame.mixer.get_init():
                pygame.mixer.init(22_050, -16, 1, 512)
            sound = self._kept.get(name)
            if not isinstance(sound, pygame.mixer.Sound):
                sound = pygame.mixer.Sound(str(folder("assets") / "sounds" / f"{name}.wav"))
                self._kept[name] = sound
            sound.set_volume(loud)
            sound.play()
        except (pygame.error, OSError, NotImplementedError):
            self._silent = True  # no device here: not tried again
        return not self._silent
