"""The sounds of the board, made of plain waves: `python -m caffael_tools.sounds` writes them anew into assets/sounds.

Few, short and soft: tones with a gentle beginning and a long end, and breaths of filtered noise. The same program makes the same files.
"""

import math
import random
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

from caffael.resources import folder

RATE = 22_050
LOUDEST = 0.5
"""Of what a file can hold; the player makes it softer still."""
ATTACK = 0.006


@dataclass(frozen=True, slots=True)
class Tone:
    """A tone: hertz, when it begins, how long it rings, how loud, and how much of its octave sounds with it."""

    pitch: float
    begin: float
    length: float
    loud: float = 1.0
    octave: float = 0.3


@dataclass(frozen=True, slots=True)
class Breath:
    """A breath of noise, as of paper or of a stamp: `dull` from 0 (bright) to 1 (dark)."""

    begin: float
    length: float
    loud: float = 1.0
    dull: float = 0.7


Note = Tone | Breath
SOUNDS: dict[str, tuple[Note, ...]] = {
    "card": (Breath(0, 0.09, 0.7, 0.75), Breath(0.05, 0.06, 0.4, 0.6)),
    "publish": (Breath(0, 0.16, 0.6, 0.85), Tone(392, 0.05, 0.35, 0.7), Tone(587, 0.14, 0.45, 0.6)),
    "turn": (Breath(0, 0.05, 0.5, 0.6), Tone(660, 0.02, 0.12, 0.25)),
    "award": (Tone(392, 0, 0.4), Tone(494, 0.1, 0.4), Tone(587, 0.2, 0.6), Tone(784, 0.3, 0.8, 0.9)),
    "delivered": (Tone(587, 0, 0.22, 0.7), Tone(784, 0.08, 0.4, 0.7)),
    "missed": (Tone(330, 0, 0.3, 0.8, 0.1), Tone(262, 0.12, 0.5, 0.8, 0.1)),
    "coin": (Tone(1318, 0, 0.12, 0.4, 0.2), Tone(1760, 0.06, 0.3, 0.4, 0.2)),
    "year": (Tone(294, 0, 0.9, 0.8, 0.5), Tone(440, 0.02, 0.9, 0.5, 0.4), Tone(587, 0.25, 0.9, 0.4)),
    "climate": (Breath(0, 0.9, 0.9, 0.97), Tone(110, 0.05, 0.9, 0.9, 0.1), Tone(131, 0.3, 0.7, 0.6, 0.1)),
}


def samples(notes: tuple[Note, ...]) -> list[float]:
    """The wave of some notes, from -1 to 1."""
    count = math.ceil(max(note.begin + note.length for note in notes) * RATE)
    made = [0.0] * count
    for note in notes:
        if isinstance(note, Tone):
            _add_tone(made, note)
        else:
            _add_breath(made, note)
    most = max(abs(one) for one in made) or 1.0
    return [LOUDEST * one / most for one in made]


def _add_tone(made: list[float], tone: Tone) -> None:
    first = int(tone.begin * RATE)
    for place in range(int(tone.length * RATE)):
        now = place / RATE
        shape = min(1.0, now / ATTACK) * (1 - now / tone.length) ** 2.5
        angle = 2 * math.pi * tone.pitch * now
        made[first + place] += tone.loud * shape * (math.sin(angle) + tone.octave * math.sin(2 * angle))


def _add_breath(made: list[float], breath: Breath) -> None:
    chance, kept = random.Random(7), 0.0
    first = int(breath.begin * RATE)
    for place in range(int(breath.length * RATE)):
        now = place / RATE
        kept = breath.dull * kept + (1 - breath.dull) * chance.uniform(-1, 1)
        shape = min(1.0, now / ATTACK) * (1 - now / breath.length) ** 2
        made[first + place] += 4 * breath.loud * shape * kept


def write_sounds(place: Path) -> None:
    """Write every sound into a folder, as a WAV file of one channel and 16 bits."""
    place.mkdir(parents=True, exist_ok=True)
    for name, notes in SOUNDS.items():
        with wave.open(str(place / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(array("h", [round(32_767 * one) for one in samples(notes)]).tobytes())


if __name__ == "__main__":
    write_sounds(folder("assets") / "sounds")
