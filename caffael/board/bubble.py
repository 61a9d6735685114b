"""The bubble of the guide, docked at the foot of the window under the board, with the ring round what it points at.

The board is laid out over it and never under it: the window keeps so many pixels at its foot (`App.keep_foot`). So the bubble can lie over
nothing that it tells of, at any size and with any letters.
"""

from collections.abc import Callable, Iterable

from caffael.board.look import Look
from caffael.board.painter import Painter
from caffael.board.scale import Box
from caffael.board.widgets import Button, Words
from caffael.board.widgets.base import Widget
from caffael.board.widgets.button import Style

AIR = 20.0
RING = 8.0
HAND = 56.0
EDGE = 12.0
GAP = 18.0
MOST_WIDE = 2600.0
BESIDE = 0.55
"""The buttons stand beside the words as long as these keep so much of the width; else under them."""
LARGE = 1.3
LEAVE, NEXT = "guide.leave", "guide.next"

Verb = tuple[str, Callable[[], None]]


class Bubble(Widget):
    """A sentence with a button that leaves the guided game and, where nothing has to be done, one that goes on."""

    role = "group"
    live = True

    def __init__(self, look: Look, words: str, target: Box | None, leave: Verb, on: Verb | None) -> None:
        whole = foot_of(look)
        wide = min(MOST_WIDE, whole.width - 2 * EDGE)
        box = Box(whole.centerx - wide / 2, whole.top + EDGE / 2, wide, whole.height - EDGE * 1.5)
        super().__init__(whole, words, name="guide")
        self.paper, self.target = box, target
        verbs = [leave] if on is None else [on, leave]  # the way out never moves to where a way on was
        wides = [natural(look, verb[0]) for verb in verbs]
        foot = Button.natural(look, "A", size="body")[1]
        left, taken = box.left + AIR + HAND + GAP, sum(wides) + GAP * len(verbs)
        beside = stands_beside(look, box.width, taken)
        room = box.right - AIR - left - (taken if beside else 0.0)
        top, high = box.top + AIR / 2, box.height - AIR - (0.0 if beside else foot + GAP / 2)
        self.add(Words(Box(left, top, room, high), words, size=letters(look), middle=True, name="guide.words"))
        at, row = box.right - AIR - taken + GAP, box.centery - foot / 2 if beside else box.bottom - AIR / 2 - foot
        for verb, width in zip(verbs, wides, strict=True):
            out = verb is leave
            style: Style = "quiet" if out else "primary"
            self.add(Button(Box(at, row, width, foot), verb[0], verb[1], style=style, size="body", name=LEAVE if out else NEXT))
            at += width + GAP

    def covers(self, at: tuple[float, float]) -> bool:
        """Only its paper is in the way of what lies below."""
        return bool(self.paper.collidepoint(at))

    def draw(self, painter: Painter) -> None:
        """Draw the ring, the paper and the hand."""
        if self.target is not None:
            around = Box(self.target).inflate(2 * RING, 2 * RING)
            painter.rect(around, None, "radius_large", "focus_halo", RING)
            painter.rect(around, None, "radius_large", "accent", RING / 2)
        painter.shadow(self.paper, "radius_large", 14, 120)
        painter.card(self.paper, "paper_warm", "radius_large", "accent", "left", 10)
        painter.icon("hand", (self.paper.left + AIR + HAND / 2, self.paper.centery), HAND, "accent")


def letters(look: Look) -> str:
    """The size of its letters: smaller steps where all letters are large, so that the board keeps most of the window."""
    return "lead" if look.text_scale <= LARGE else "body"


def natural(look: Look, words: str) -> float:
    """How wide a button of the bubble wants to be."""
    return Button.natural(look, words, size="body")[0]


def stands_beside(look: Look, width: float, taken: float) -> bool:
    """Whether buttons that take so much stand beside the words."""
    return width - 2 * AIR - HAND - GAP - taken >= width * BESIDE


def foot_of(look: Look) -> Box:
    """The foot of the window in units: what lies under the board, from side to side."""
    scale = look.scale
    left, top = scale.to_units((0, scale.height - scale.foot))
    right, bottom = scale.to_units((scale.width, scale.height))
    return Box(left, top, right - left, bottom - top)


def foot_height(look: Look, sentences: Iterable[str], verbs: list[str]) -> float:
    """How high the foot has to be for the longest of some sentences, in units of a board that has no foot."""
    width = min(MOST_WIDE, look.scale.width / look.scale.factor - 2 * EDGE)
    taken = sum(natural(look, verb) + GAP for verb in verbs)
    beside = stands_beside(look, width, taken)
    room = width - 2 * AIR - HAND - GAP - (taken if beside else 0.0)
    words = max(look.words_height(sentence, room - 4, letters(look)) for sentence in sentences)
    button = Button.natural(look, "A", size="body")[1]
    return max(words, button if beside else 0.0) + (0.0 if beside else button + GAP / 2) + AIR + EDGE * 1.5 + 4
