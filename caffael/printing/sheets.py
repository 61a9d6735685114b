"""Cards laid out on sheets: fronts, then their backs mirrored, for printers that turn the sheet on its long edge."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from caffael.printing.box import A4, Box
from caffael.printing.paper import Paper

MARK = 4.0
"""The length of a crop mark."""
AWAY = 1.5
"""How far a crop mark stays away from the cards."""

Draw = Callable[[Paper, Box], None]


@dataclass(frozen=True, slots=True)
class Format:
    """How large cards are, and how many stand on a sheet of A4."""

    width: float
    height: float
    columns: int
    rows: int

    @property
    def count(self) -> int:
        """Cards on a sheet."""
        return self.columns * self.rows

    def place(self, index: int, back: bool = False) -> Box:
        """Where a card stands on the sheet, or its back on the other side: the columns are mirrored there."""
        column, row = index % self.columns, index // self.columns
        if back:
            column = self.columns - 1 - column
        left = (A4[0] - self.columns * self.width) / 2 + column * self.width
        top = (A4[1] - self.rows * self.height) / 2 + row * self.height
        return Box(left, top, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Enlarged(Format):
    """Cards that are drawn for a smaller place and come out larger: both languages on a card stay easy to read."""

    drawn: tuple[float, float] = (0.0, 0.0)

    @property
    def times(self) -> float:
        """How many times as large they come out."""
        return min(self.width / self.drawn[0], self.height / self.drawn[1])


LARGE = Format(63.0, 88.0, 3, 3)
"""Playing cards of the usual size: they fit into usual sleeves."""
SMALL = Format(45.0, 44.0, 4, 6)
LARGE_BOTH = Enlarged(95.0, 132.7, 2, 2, (63.0, 88.0))
"""Large cards in both languages."""
SMALL_BOTH = Enlarged(63.0, 61.6, 3, 4, (45.0, 44.0))
"""Small cards in both languages."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card: what draws its front and its back."""

    front: Draw
    back: Draw


def sheets_of(form: Format, cards: Sequence[Card]) -> int:
    """How many sheets so many cards take."""
    return -(-len(cards) // form.count)


def lay_out(paper: Paper, form: Format, cards: Sequence[Card], backs: bool) -> Iterator[None]:
    """Draw all cards on as few sheets as they need, a sheet at a time: each sheet's fronts, then, if wanted, its backs."""
    for sheet in batched_cards(cards, form.count):
        paper.page()
        crop_marks(paper, form)
        for index, card in enumerate(sheet):
            draw_card(paper, form, card.front, form.place(index))
        if backs:
            paper.page()
            crop_marks(paper, form)
            for index, card in enumerate(sheet):
                draw_card(paper, form, card.back, form.place(index, back=True))
        yield


def draw_card(paper: Paper, form: Format, draw: Draw, place: Box) -> None:
    """Draw one side of a card in its place, as large as its format wants it."""
    if isinstance(form, Enlarged):
        with paper.enlarged((place.left, place.top), form.times):
            draw(paper, Box(0, 0, *form.drawn))
    else:
        draw(paper, place)


def batched_cards(cards: Sequence[Card], count: int) -> list[Sequence[Card]]:
    """The cards of each sheet."""
    return [cards[first : first + count] for first in range(0, len(cards), count)]


def crop_marks(paper: Paper, form: Format) -> None:
    """Short lines in the margin where the sheet is cut."""
    first, last = form.place(0), form.place(form.count - 1)
    for column in range(form.columns + 1):
        at = first.left + column * form.width
        paper.line((at, first.top - AWAY - MARK), (at, first.top - AWAY), "ink")
        paper.line((at, last.bottom + AWAY), (at, last.bottom + AWAY + MARK), "ink")
    for row in range(form.rows + 1):
        at = first.top + row * form.height
        paper.line((first.left - AWAY - MARK, at), (first.left - AWAY, at), "ink")
        paper.line((last.right + AWAY, at), (last.right + AWAY + MARK, at), "ink")
