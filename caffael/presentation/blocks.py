"""What pages and sheets are made of: plain records of words already said, each with the id by which it is found.

A block never says what a front end does with pixels, and never holds a function: what a press does is data too (`Press`), so that a board,
a web page and a test can all carry it out. Pictures and inks are the names of `words.looks` and of the theme.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from caffael.presentation.faces import BidderFace, Face, Mark, NeedFace, Petal, ShelfFace, SupplierFace, Tile
from caffael.presentation.press import Do, Open, Press
from caffael.presentation.rows import Row

# --------------------------------------------------------------------------------------------------------------------- small blocks


@dataclass(frozen=True, slots=True)
class Chip:
    """A word or two in a small frame; `short` is what stands there where there is no room for them."""

    words: str
    picture: str = ""
    ink: str = "ink"
    fill: str = "paper_sunk"
    short: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences below their chips. `lead` stands out, `soft` steps back, `source` may hold an address; the others are kinds of warning."""

    words: str
    tone: Literal["plain", "lead", "soft", "alert", "source", "accent", "warn", "bad"] = "plain"
    id: str = ""
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing about a card: its picture, what it is called, its value, and a sentence that explains it or says where it comes from.

    `share` is how much of a bar it fills (below 0: it has no bar), `marks` are the marks on it, `chips` are what it changed.
    """

    title: str
    value: str = ""
    words: str = ""
    picture: str = ""
    ink: str = "ink"
    press: Press | None = None
    value_ink: str = "ink"
    id: str = ""
    chips: tuple[Chip, ...] = ()
    share: float = -1.0
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press; with a `why` it can't be pressed now. The `line` says what it does, `turns` tells more of what it stands for."""

    id: str
    words: str
    press: Press
    picture: str = ""
    style: Literal["primary", "plain"] = "primary"
    why: str = ""
    ink: str = "accent"
    line: str = ""
    turns: Press | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One card to choose: what it is called, how it is read out, the action it stands for, and why it can't be chosen (empty: it can).

    `face` is the card itself where it shows one; `above` and `note` stand over and under its title, `more` says what it is to whoever
    asks, `turns` shows its other side.
    """

    id: str
    action: int
    title: str
    said: str = ""
    why: str = ""
    note: str = ""
    picture: str = ""
    ink: str = "ink"
    face: Face | None = None
    chips: tuple[Chip, ...] = ()
    lines: tuple[Line, ...] = ()
    above: str = ""
    more: str = ""
    chosen: bool = False
    turns: Press | None = None


@dataclass(frozen=True, slots=True)
class Bid:
    """A bidder: who it is, what it offers and how that is read out; where weights decide, its points by criterion, their sum and its
    place (0 is first). Where one is chosen, `action` awards it the contract. `turns` says where its points come from.
    """

    id: str
    face: BidderFace
    said: str
    points: tuple[float, ...] = ()
    total: str = ""
    rank: int = 0
    action: int | None = None
    chosen: bool = False
    turns: Press | None = None


@dataclass(frozen=True, slots=True)
class Assessed:
    """A bid of a tender that was assessed: as it was `printed`, the bid card that was turned up, and the `bid` as it came.

    `place` is its place in the row of the market; `guess` says that the class had named it.
    """

    id: str
    place: int
    printed: Bid
    bid: Bid
    card: int = 0
    card_words: str = ""
    guess: str = ""


@dataclass(frozen=True, slots=True)
class Slider:
    """A number that can be one of some values, smallest first; `limits` says the least and the most where that is not 0 to 100 %."""

    id: str
    title: str
    number: int
    value: str
    values: tuple[int, ...]
    limits: str = ""
    picture: str = ""
    ink: str = "ink"
    more: str = ""
    turns: Press | None = None


Face_co = TypeVar("Face_co", bound=NeedFace | SupplierFace | Tile, covariant=True)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Face_co]):
    """A card or tile that lies on the table, what a press of it does, and what turns it over where that is something else."""

    id: str
    face: Face_co
    press: Press | None = None
    turns: Press | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A delivery check: who delivers what, the card that was turned up, what the bonuses add, what was needed, and what came of it.

    `turned_down` is a card that was turned up before this one, `bonuses` are the pictures of what gave a bonus. `chips` are what the
    year cost and brought, `why` opens what the check was made of.
    """

    id: str
    title: str
    supplier: str
    picture: str
    seat: int
    card: str
    card_words: str
    turned_down: str
    bonus: str
    bonus_words: str
    bonuses: tuple[str, ...]
    total: str
    needed: str
    reached: bool
    outcome: str
    chips: tuple[Chip, ...]
    remarks: tuple[Line, ...]
    why: Button

    @property
    def words(self) -> str:
        """All that its card says, as it would be read aloud."""
        said = (self.title, self.supplier, self.card, self.bonus, self.total, self.needed, self.outcome)
        return " ".join((*said, *(chip.words for chip in self.chips), *(remark.title for remark in self.remarks)))


# ----------------------------------------------------------------------------------------------------------- tables, bars and lists

Cell = str | tuple[str, ...]
"""A cell of a table: a few words, or several lines."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Sentences under one another, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row names it. `numbers` are columns set to the right, `widths` the columns' shares of the paper."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of parts one after another: (share of the whole width, colour), what it stands for, and a word more about it."""

    label: str
    parts: tuple[tuple[float, str], ...]
    value: str
    note: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under one another. `told` is the same in a sentence, for who can't see it; `mark` is a line across all of them, a share of the
    whole width; `legend` names the colours.
    """

    title: str
    told: str
    bars: tuple[Bar, ...]
    mark: float | None = None
    legend: tuple[tuple[str, str], ...] = ()
    id: str = ""


# ------------------------------------------------------------------------------------------------------------------ sheets and pages


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences, under a picture and a word or two where it has them."""

    words: str
    title: str = ""
    picture: str = ""
    ink: str = "ink_soft"


@dataclass(frozen=True, slots=True)
class Panel:
    """An entry of the handbook: what it is about, its first sentences, and its passages."""

    id: str
    title: str
    opening: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """What stands on the back of a card: entries of the handbook, and a sentence that says where the numbers of the card come from."""

    panels: tuple[Panel, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that lies over a page: a heading, a story, lines, buttons at its foot, and its other side.

    `art` is a vignette beside the story; `flower` or `face`, petals or a card, stand beside the lines. One that `must_answer` can't be
    closed without. One that holds nothing but a back has no front.
    """

    id: str
    title: str
    line: str = ""
    story: str = ""
    picture: str = ""
    ink: str = "accent"
    art: str = ""
    flower: tuple[Petal, ...] = ()
    face: SupplierFace | None = None
    lines: tuple[Line, ...] = ()
    rows: tuple[Row, ...] = ()
    buttons: tuple[Button, ...] = ()
    back: Back | None = None
    must_answer: bool = False

    @property
    def back_alone(self) -> bool:
        """Whether there is nothing but a back to it."""
        return self.back is not None and not (self.story or self.lines or self.buttons)


@dataclass(frozen=True, slots=True)
class Choice:
    """A sheet with cards of which one is chosen, and the button that does it: choosing alone plays nothing.

    The button plays the action of the chosen offer, or does `then` with its number; until one is chosen it says `why` it can't be pressed.
    With `at_once` the press of a card is the answer, and the button goes on without one.
    """

    id: str
    title: str
    offers: tuple[Offer, ...]
    button: str
    why: str = ""
    line: str = ""
    story: str = ""
    picture: str = ""
    ink: str = "accent"
    button_picture: str = ""
    then: Open | Do | None = None
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that belong together under a heading. One that begins a `sheet` begins a page of its own on paper."""

    id: str
    title: str
    blocks: "tuple[Block, ...]" = ()
    picture: str = ""
    ink: str = "ink"
    sheet: bool = False


Block = (
    Text
    | Chip
    | Line
    | Button
    | Offer
    | Placed[NeedFace | SupplierFace | Tile]
    | Bid
    | Assessed
    | Checked
    | Slider
    | Listing
    | Table
    | Bars
    | Group
    | Row
    | Face
    | ShelfFace
    | Petal
)


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page: its heading, the line under it, its blocks in the order in which they are read, and its buttons."""

    id: str
    title: str
    line: str = ""
    picture: str = ""
    ink: str = "accent"
    blocks: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()

    def every(self) -> Iterator[Block]:
        """All its blocks, those of groups after their group."""
        waiting = list(reversed(self.blocks))
        while waiting:
            block = waiting.pop()
            yield block
            if isinstance(block, Group):
                waiting += reversed(block.blocks)


B = TypeVar("B")


def block(shown: Page | Group, kind: type[B], name: str) -> B:
    """The block of a page or group that has an id. There being none is an error of the front end that asks."""
    return next(one for one in shown.blocks if isinstance(one, kind) and getattr(one, "id", "") == name)


def question(name: str, title: str, story: str, do: str, leave: str, picture: str, ink: str = "bad") -> Sheet:
    """A question before something that would be missed: a sentence, a button that does it, and one that leaves everything as it is."""
    buttons = (Button("answer.leave", leave, Do("close"), style="plain"), Button("answer.do", do, Do(name), picture, ink=ink))
    return Sheet(name, title, story=story, picture=picture, ink=ink, buttons=buttons)
