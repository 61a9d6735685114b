"""What the guide says: page by page, what it points at, and what has to be done before it goes on.

A step without `until` only explains: it has a button that goes on, or that makes it silent where everything may be pressed. Where a
dialog is open everything in it may be pressed.
"""

from dataclasses import dataclass
from typing import Literal

from caffael.presentation.screens import ScreenId
from caffael.words.language import words

Until = Literal["", "need chosen", "weights moved", "asked", "ticked", "left"]
"""What a page says that it has come to; it never says that it was left, because the next page does."""
EVERYTHING = ("",)
"""Every name begins with nothing: all on the page may be pressed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One bubble. `points` and `live` are beginnings of the names of widgets: what it points at, and what may be pressed."""

    page: ScreenId
    says: str
    points: tuple[str, ...] = ()
    live: tuple[str, ...] = ()
    until: Until = ""


STEPS = (
    Step(
        ScreenId.YEAR,
        words(
            "Welcome! For one year you spend the money of a town. Whoever has most points at the end wins, and most points come from the "
            "petals. When you have read a page, press the button at its top right."
        ),
        ("go on",),
        EVERYTHING,
        "left",
    ),
    Step(
        ScreenId.TABLE,
        words("This is your town. It has money, and officer days: all work takes some. The petals are the seven goals of Wales."),
        ("council panel",),
    ),
    Step(ScreenId.TABLE, words("This is what your town needs. If nobody buys it, goals go down."), ("need ",)),
    Step(
        ScreenId.TABLE,
        words("These suppliers would like to work for you. Some are cheap, some good, some clean, some local: nobody is all of it."),
        ("supplier ",),
    ),
    Step(ScreenId.TABLE, words("Now buy what is needed. Publish a tender!"), ("do tender",), ("do tender",), "left"),
    Step(ScreenId.TENDER, words("First choose the need."), ("need.",), ("need.",), "need chosen"),
    Step(
        ScreenId.TENDER,
        words("These suppliers can bid. The one at the top would win if it stayed like this. The bars show where its points come from."),
        ("bidder.",),
    ),
    Step(
        ScreenId.TENDER,
        words("What shall count? Move Social value to the right, by dragging or with the arrow keys, and watch the order change."),
        ("weight.2",),
        ("weight.", "preset."),
        "weights moved",
    ),
    Step(
        ScreenId.TENDER,
        words("You get what you ask for. Try other weights for as long as you like. Then publish the tender."),
        ("publish",),
        ("weight.", "preset.", "publish"),
        "asked",
    ),
    Step(ScreenId.TENDER, words("From here there is no way back: the true bids are turned up now. Who will win?"), (), EVERYTHING, "left"),
    Step(
        ScreenId.BIDS,
        words("Here come the bids. A bid card can make one a little dearer or better than expected. Read why the winner won, then go on."),
        (),
        EVERYTHING,
    ),
    Step(
        ScreenId.MANAGE,
        words("A promise is not a delivery yet. Spend an officer day on this contract: then what was promised comes whole."),
        ("contract ",),
        ("contract ",),
        "ticked",
    ),
    Step(ScreenId.MANAGE, words("Well done. Now let the year go on."), ("done",), ("done", "contract "), "left"),
    Step(
        ScreenId.DELIVERY,
        words("Now it shows whether the supplier delivers. A card is turned up, and good management helps."),
        (),
        EVERYTHING,
    ),
    Step(
        ScreenId.REVIEW,
        words("The year is counted up. What was delivered makes petals grow, needs that nobody bought cost something, and carbon adds up."),
        (),
        EVERYTHING,
    ),
    Step(
        ScreenId.DEBRIEF,
        words(
            "This is the story of your game. In a real game the team with most points wins. Full petals bring most of them, and the lowest "
            "goal counts again, so leave none behind. Look round here, then begin a real game from the title."
        ),
        (),
        EVERYTHING,
    ),
)
