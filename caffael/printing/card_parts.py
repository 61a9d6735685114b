"""What several kinds of cards have in common: the frame, the head, lines with a picture, the number in the corner, and the backs.

A back is one picture for each deck, with white all round, so that one that lies a little askew gives nothing away.
"""

from caffael.printing.box import Box
from caffael.printing.paper import THIN, Paper
from caffael.printing.sheets import Draw
from caffael.printing.tongues import BETWEEN

EDGE = 2.0
"""From the cut to the frame of a card, so that a cut that goes astray does not touch it."""
AIR = 1.6
HEAD = 9.0
CODE = 3.1
ROW = 5.0
TIGHT = 4.1
STORY_LEAST = 6.0
ENTRY_LEAST = 4.1
"""A line in both languages may be so small, because such a card comes out larger; in one language none comes near it."""


def frame(paper: Paper, place: Box, ink: str, code: str, size: float = 6.5) -> Box:
    """The frame of a card and its number in letters of a size; what is left to be drawn in."""
    inside = place.inset(EDGE)
    paper.frame(inside, ink, 0.5, radius=2.0)
    inside = inside.inset(AIR)
    paper.write(code, inside.foot(CODE), size, "ink_soft", align="right", centred=True, least=min(size, 4))
    return Box(inside.left, inside.top, inside.width, inside.height - CODE)


def head(paper: Paper, inside: Box, picture: str, words: str, ink: str) -> float:
    """The strip at the top of a card: a picture and what kind of card it is; the height it took."""
    strip = inside.head(HEAD)
    paper.fill(strip, f"{ink}.pale" if "." in ink else "paper_sunk", radius=1.2)
    paper.picture(picture, Box(strip.left + 0.8, strip.top + 0.8, HEAD - 1.6, HEAD - 1.6), ink)
    paper.write(words, Box(strip.left + HEAD + 0.8, strip.top, strip.width - HEAD - 1.6, HEAD), 7.5, ink, bold=True, centred=True)
    return HEAD + 1.2


def rows_height(paper: Paper, room: Box, count: int, story: str) -> float:
    """How high so many lines may be together: comfortable where there is room, closer where the story needs it."""
    left = room.height - paper.height_of(story, room.width, STORY_LEAST) - 1.0
    return count * max(TIGHT, min(ROW, left / max(1, count)))


def entry(paper: Paper, row: Box, picture: str, words: str, ink: str = "ink", size: float = 7.6, bold: bool = False) -> None:
    """A line: a picture, and words beside it."""
    side = min(4.0, row.height)
    if picture:
        paper.picture(picture, Box(row.left, row.top + (row.height - side) / 2, side, side).inset(0.2), ink)
    paper.write(words, Box(row.left + 4.8, row.top, row.width - 4.8, row.height), size, bold=bold, centred=True, least=ENTRY_LEAST)


def figure(paper: Paper, row: Box, picture: str, name: str, value: str, ink: str = "ink") -> None:
    """A line with its value on the right."""
    wide = min(paper.letters.width(value, 8, True) + 0.5, row.width * 0.62)
    entry(paper, Box(row.left, row.top, row.width - wide - 1, row.height), picture, name, ink)
    paper.write(value, Box(row.right - wide, row.top, wide, row.height), 8, bold=True, align="right", centred=True)


WHITE = 5.0
SMALLEST_SIDE = 50.0


def back_of(name: str, picture: str, ink: str) -> Draw:
    """What draws the back of a deck."""

    def draw(paper: Paper, place: Box) -> None:
        large = place.height > SMALLEST_SIDE
        inside = place.inset(WHITE if large else WHITE * 0.7)
        paper.frame(inside, ink, 0.8, radius=3.0)
        paper.frame(inside.inset(1.2), ink, THIN, radius=2.2)
        side = inside.width * (0.5 if large else 0.4)
        middle = inside.middle
        rise = 6.0 if large else 3.5
        paper.picture(picture, Box(middle[0] - side / 2, middle[1] - side / 2 - rise, side, side), ink)
        words = Box(inside.left + 3, middle[1] + side / 2 - rise + 1, inside.width - 6, inside.bottom - middle[1] - side / 2 + rise - 3)
        paper.write(name.replace(BETWEEN, "\n"), words, 13 if large else 9, ink, bold=True, align="middle", centred=True)

    return draw
