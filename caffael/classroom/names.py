"""The names that are dealt: an animal and a colour, in both languages. No device types one, so none is rude and none is anybody's own."""

from dataclasses import dataclass
from typing import NamedTuple

from caffael.words.language import Code


class Colour(NamedTuple):
    """A colour: its id, and its words; Welsh softens it behind a feminine noun."""

    id: str
    en: str
    cy: str
    cy_feminine: str


class Animal(NamedTuple):
    """An animal: its id, its words, and whether it is feminine in Welsh."""

    id: str
    en: str
    cy: str
    feminine: bool = False


COLOURS = (
    Colour("red", "red", "coch", "goch"),
    Colour("green", "green", "gwyrdd", "werdd"),
    Colour("blue", "blue", "glas", "las"),
    Colour("yellow", "yellow", "melyn", "felen"),
    Colour("purple", "purple", "porffor", "borffor"),
    Colour("orange", "orange", "oren", "oren"),
    Colour("silver", "silver", "arian", "arian"),
    Colour("golden", "golden", "euraid", "euraid"),
)
ANIMALS = (
    Animal("otter", "otter", "dyfrgi"),
    Animal("fox", "fox", "llwynog"),
    Animal("hare", "hare", "ysgyfarnog", True),
    Animal("hedgehog", "hedgehog", "draenog"),
    Animal("squirrel", "squirrel", "gwiwer", True),
    Animal("owl", "owl", "tylluan", True),
    Animal("puffin", "puffin", "pâl"),
    Animal("salmon", "salmon", "eog"),
    Animal("seal", "seal", "morlo"),
    Animal("dolphin", "dolphin", "dolffin"),
    Animal("deer", "deer", "carw"),
    Animal("bee", "bee", "gwenynen", True),
    Animal("swan", "swan", "alarch"),
    Animal("duck", "duck", "hwyaden", True),
    Animal("beaver", "beaver", "afanc"),
    Animal("crab", "crab", "cranc"),
)
NAMES = len(COLOURS) * len(ANIMALS)
"""How many names there are; more than devices in a room."""


@dataclass(frozen=True, slots=True)
class Name:
    """A dealt name, by its number from 0 to NAMES - 1."""

    number: int

    @property
    def animal(self) -> Animal:
        """The animal."""
        return ANIMALS[self.number % len(ANIMALS)]

    @property
    def colour(self) -> Colour:
        """The colour."""
        return COLOURS[self.number // len(ANIMALS)]

    def said(self, code: Code) -> str:
        """The name in a language: "Red otter", "Dyfrgi coch"."""
        animal, colour = self.animal, self.colour
        if code == "en":
            return f"{colour.en.capitalize()} {animal.en}"
        return f"{animal.cy.capitalize()} {colour.cy_feminine if animal.feminine else colour.cy}"


@dataclass(frozen=True, slots=True)
class Picture:
    """By what a class knows its room, on the big screen and on each device: a colour and two animals."""

    colour: Colour
    first: Animal
    second: Animal

    def said(self, code: Code) -> tuple[str, str, str]:
        """The colour and the two animals in a language, to be shown side by side."""
        if code == "en":
            return self.colour.en, self.first.en, self.second.en
        return self.colour.cy, self.first.cy, self.second.cy


def picture_of(number: int) -> Picture:
    """The picture of a number; the same one always has the same."""
    number, colour = divmod(number, len(COLOURS))
    number, first = divmod(number, len(ANIMALS))
    second = (first + 1 + number % (len(ANIMALS) - 1)) % len(ANIMALS)
    return Picture(COLOURS[colour], ANIMALS[first], ANIMALS[second])
