"""What people can set for the board, how it is called, and the page that offers it."""

from dataclasses import dataclass
from typing import Literal

from caffael.authoring.own.editable import MOST_MINUTES
from caffael.presentation.blocks import Page
from caffael.presentation.rows import OneOf, Option, Stepper, Toggle, one_of, toggle
from caffael.words.language import CODES, NAMES, Code, Language, words

LOOKS = {"light": words("Light"), "dark": words("Dark"), "bright": words("Strong contrast")}
"""The looks of the theme file, in the order they are offered."""
TEXT_SCALES = (1.0, 1.25, 1.5, 1.75)
MOVEMENTS = {"full": words("All of it"), "reduced": words("Only a little"), "off": words("None")}
"""How much moves: everything; only what grows or counts in its place; nothing."""
VOLUMES = {"off": words("None"), "quiet": words("Quiet"), "full": words("Louder")}
PACES = {"calm": words("Calmly"), "quick": words("Quickly"), "at once": words("At once")}
"""How fast computer teams play."""
Way = Literal["relay", "lan"]
WAYS = {"relay": words("Through a relay"), "lan": words("In this network")}
"""How the devices of a class reach the board."""
LONGEST_ADDRESS = 200


@dataclass(slots=True)
class Settings:
    """What can be set.

    `movement` is one of `MOVEMENTS`, `look` one of `LOOKS`. `instant` is for a board that plays by itself: nothing waits or moves;
    it is never kept.
    """

    language: Code = "en"
    full_screen: bool = False
    text_scale: float = 1.0
    movement: str = "full"
    look: str = "light"
    hide_scores: bool = False  # until the game is over
    predict: bool = True  # the class says who will win before a tender is published
    hints: bool = True  # a line on the table says what a team could think of
    bot_pace: str = "quick"
    sounds: str = "quiet"  # one of `VOLUMES`
    way: Way = "relay"  # how the devices of a class reach the board
    relay: str = ""  # the address of the relay that was used last
    instant: bool = False


def settings_page(language: Language, settings: Settings, full_screen: bool) -> Page:
    """All that can be set; each setting counts at once."""
    blocks = (
        language_row(language),
        letters_row(language, settings),
        one_of(language, "look", language.text("Look"), LOOKS, settings.look),
        one_of(language, "sounds", language.text("Sounds"), VOLUMES, settings.sounds),
        one_of(language, "motion", language.text("Movement"), MOVEMENTS, settings.movement),
        pace_row(language, settings),
        toggle(language, "predict", language.text("Predict before publishing"), settings.predict),
        hints_row(language, settings),
        full_screen_row(language, full_screen),
    )
    return Page("settings", language.text("Change the settings"), blocks=blocks)


def language_row(language: Language) -> OneOf:
    """The two languages."""
    return OneOf("language", language.text("Language"), tuple(Option(code, NAMES[code]) for code in CODES), language.code)


def letters_row(language: Language, settings: Settings) -> OneOf:
    """How large the letters are."""
    sizes = tuple(Option(str(scale), language.percent(round(scale * 100))) for scale in TEXT_SCALES)
    return OneOf("letters", language.text("Size of the letters"), sizes, str(settings.text_scale))


def pace_row(language: Language, settings: Settings) -> OneOf:
    """How fast computer teams play."""
    return one_of(language, "pace", language.text("Computer teams play"), PACES, settings.bot_pace)


def hints_row(language: Language, settings: Settings) -> Toggle:
    """Whether the table says what a team could think of."""
    return toggle(language, "hints", language.text("Hints on the table"), settings.hints)


def full_screen_row(language: Language, full_screen: bool) -> Toggle:
    """Whether the board fills the whole screen."""
    return toggle(language, "full", language.text("Fill the whole screen"), full_screen)


def timer_row(language: Language, minutes: int) -> Stepper:
    """How many minutes a team has for a decision."""
    said = tuple(
        language.plural("{n} minute", "{n} minutes", n) if n else language.text("off") for n in range(max(MOST_MINUTES, minutes) + 1)
    )
    off, most = language.text("The timer is off."), language.text("This is the most.")
    return Stepper("timer", language.text("Team timer"), minutes, 0, MOST_MINUTES, off, most, said=said)


def time_label(language: Language) -> str:
    """What the ring of the team timer shows."""
    return language.text("Time for this team")


def time_left(language: Language, minutes: int, over: bool) -> str:
    """The minutes that a team has left, or that it is time."""
    return language.text("Time to decide") if over else language.plural("{n} minute left", "{n} minutes left", minutes)
