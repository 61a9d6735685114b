"""What the cards of a school's game have in common: large heads, lines to read, strips of numbers."""

from collections.abc import Sequence

from caffael.printing.box import Box
from caffael.printing.paper import Paper
from caffael.printing.school.form import LEAST
from caffael.printing.tongues import BETWEEN
from caffael.rules.terms import Criterion
from caffael.words.looks import CRITERION_IDS, CRITERION_PICTURES

HEAD = 10.0
COUNTS = 30
"""From so many per cent on, a criterion is one of those that a weight card is about."""


def head(paper: Paper, inside: Box, picture: str, words: str, ink: str) -> float:
    """The strip at the top of a card; the height it took."""
    top = inside.head(HEAD)
    paper.fill(top, f"{ink}.pale" if "." in ink else "paper_sunk", radius=1.5)
    paper.picture(picture, Box(top.left + 1, top.top + 1, HEAD - 2, HEAD - 2), ink)
    paper.write(words, Box(top.left + HEAD + 1, top.top, top.width - HEAD - 2, HEAD), 12, ink, bold=True, centred=True, least=LEAST)
    return HEAD + 1.5


def line(paper: Paper, row: Box, picture: str, name: str, value: str, ink: str = "ink", size: float = 11) -> None:
    """A line: a picture, words, a value on the right."""
    side = min(6.0, row.height)
    paper.picture(picture, Box(row.left, row.top + (row.height - side) / 2, side, side).inset(0.3), ink)
    if paper.letters.width(value, size, True) > row.width / 2:
        value, size = value.replace(BETWEEN, "\n"), size - 1
    wide = max(paper.letters.width(part, size, True) for part in value.split("\n")) + 0.5
    paper.write(value, Box(row.right - wide, row.top, wide, row.height), size, bold=True, align="right", centred=True, least=LEAST)
    words = Box(row.left + side + 1.2, row.top, row.width - side - wide - 2.4, row.height)
    if paper.letters.width(name, size - 0.5) > words.width:
        name = name.replace(BETWEEN, "\n")
    paper.write(name, words, size - 0.5, centred=True, least=LEAST)


def strip(paper: Paper, box: Box, title: str, values: Sequence[tuple[str, str]], ink: str) -> None:
    """A title, and under it boxes with a small word over a bold one."""
    paper.write(title, box.head(4), 8, ink, centred=True, least=LEAST)
    for column, (over, under) in zip(box.below(4.2).columns([1] * len(values)), values, strict=True):
        paper.frame(column, ink)
        upper, lower = column.inset(0.3).rows([1, 1.1])
        paper.write(over, upper, 7.5, "ink_soft", align="middle", centred=True, least=LEAST)
        paper.write(under, lower, 8.5, bold=True, align="middle", centred=True, least=LEAST)


def about(weights: tuple[int, ...]) -> list[Criterion]:
    """The criteria that a weight card puts first; all of them where none stands out."""
    return [criterion for criterion in Criterion if weights[criterion] >= COUNTS]


def signs(paper: Paper, box: Box, criteria: Sequence[Criterion], people: bool) -> None:
    """The pictures of some criteria beside each other: the sign of a weight card, and of its row on each firm."""
    side = min(box.height, box.width / max(len(criteria), 1))
    left = box.left + (box.width - side * len(criteria)) / 2
    for index, criterion in enumerate(criteria):
        place = Box(left + index * side, box.top + (box.height - side) / 2, side, side)
        paper.picture(picture_of(criterion, people), place.inset(0.4), ink_of(criterion))


def picture_of(criterion: Criterion, people: bool) -> str:
    """The picture of a criterion; people where quality and social value are one."""
    return "people" if people and criterion == Criterion.QUALITY else CRITERION_PICTURES[criterion]


def ink_of(criterion: Criterion) -> str:
    """The colour of a criterion."""
    return f"criterion.{CRITERION_IDS[criterion]}"
