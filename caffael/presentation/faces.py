"""What the cards and tokens of the table show: plain numbers, and words already said. Each is drawn as it stands; it knows no rule."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Petal:
    """One goal: its id, how far it has grown (0 to 20, also in between while it moves), and its number as written."""

    goal: str
    level: float
    words: str
    picture: str = ""


@dataclass(frozen=True, slots=True)
class NeedFace:
    """What a need's card shows; all words are translated already.

    `figures` is the line of estimate, term and carbon; `goals` are pairs of goal and number as written; `urgency` and `urgency_goal`
    say what waiting costs, with the icon of the goal; `picture` is the icon of the category if it is not the category's own; `news` is what
    others' moves have changed.
    """

    category: str
    title: str
    figures: str
    goals: Sequence[tuple[str, str]] = field(default_factory=tuple)
    urgency: str = ""
    urgency_goal: str = ""
    saves: str = ""
    picture: str = ""
    news: str = ""

    def __post_init__(self) -> None:
        # A face is the key its drawing is kept under, so what it holds must be hashable.
        object.__setattr__(self, "goals", tuple(self.goals))


@dataclass(frozen=True, slots=True)
class Stars:
    """One thing that counts, as things to count: `count` of `most` stars, or coins for a price. `name` is read out with them."""

    picture: str
    ink: str
    name: str
    count: int
    most: int = 5
    coins: bool = False


@dataclass(frozen=True, slots=True)
class SupplierFace:
    """What a supplier's card shows; all words are translated already.

    Percentages and points are plain numbers for the bars; `record` is the track record as written, or a question mark as long as
    nobody has seen it; `record_known` only changes its colour. `capacity` is how many contracts it can hold, `free` how
    many more it can take. `picked` marks it; `faint` greys it, as when it cannot bid. With `stars` the card is plain: they stand for all
    numbers, which are on its sheet.
    """

    name: str
    kind: str
    kind_words: str
    categories: Sequence[str] = field(default_factory=tuple)
    price: int = 100
    quality: int = 3
    social: int = 0
    social_goal: str = ""
    carbon: int = 100
    local: int = 50
    welsh: bool = False
    supported: bool = False
    record: str = "?"
    record_known: bool = False
    free: int = 1
    capacity: int = 1
    picked: bool = False
    faint: bool = False
    stars: tuple[Stars, ...] = ()

    def __post_init__(self) -> None:
        # A face is the key its drawing is kept under, so what it holds must be hashable.
        object.__setattr__(self, "categories", tuple(self.categories))

    @property
    def said(self) -> str:
        """What is read out after its name."""
        return ". ".join((self.kind_words, *(star.name for star in self.stars)))


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of a bid with its picture; `wide` is how much room it wants beside the others, `below` stands small under it.

    With `stars` these are drawn instead of the number.
    """

    picture: str
    ink: str
    words: str
    wide: float
    below: str = ""
    stars: Stars | None = None


@dataclass(frozen=True, slots=True)
class BidderFace:
    """A bidder as its row shows it. `facts` is what it offers: price, quality, social value, carbon, local, reliability.

    `brings` is what a year of its contract would bring, after a title of a few words; `said` is reliability and that, as read out.
    """

    supplier: int
    name: str
    kind: str
    kind_words: str
    money: str
    percent: str
    facts: tuple[Fact, ...]
    welsh: bool
    supported: bool
    brings_title: str
    brings: tuple[Fact, ...]
    said: str


@dataclass(frozen=True, slots=True)
class LabFace:
    """A lab to train in: how many of its levels are reached, what the next one costs (empty: none is left), and what each level brings."""

    level: int
    most: int
    cost: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProjectFace:
    """An innovation project: its story, what it does for good, and whether it is finished."""

    story: str
    power: str
    done: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a contract would fare: the lowest delivery card that would do, in words too; what would grow if the check is reached; and the
    points of that, and of a check that is missed.
    """

    title: str
    least: int
    check: str
    gains: tuple[Fact, ...]
    points: str


@dataclass(frozen=True, slots=True)
class ManageFace:
    """A contract to manage or not: its supplier, the years left, how it fares alone and managed, and what a missed check would cost
    (`stake`) or, where none can be missed, that it is `sure`; `tick`: the word beside its tick; `unsure` and `missed` say what is
    not known of its supplier and that a check was missed.
    """

    category: str
    supplier: str
    left: str
    alone: Outlook
    managed: Outlook
    tick: str
    stake: str
    sure: str
    unsure: str
    missed: str


Face = NeedFace | SupplierFace | LabFace | ProjectFace | ManageFace
"""A card to choose."""


@dataclass(frozen=True, slots=True)
class Token:
    """A running contract on the map: its category, the years left of its term, and whether a promise was missed."""

    category: str
    left: int
    term: int
    missed: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One council: where it is in half-steps, whose it is (None: nobody plays it), and its contracts."""

    key: str
    name: str
    column: int
    row: int
    team: int | None = None
    contracts: Sequence[Token] = field(default_factory=tuple)
    turn: bool = False

    def __post_init__(self) -> None:
        # A face is the key its drawing is kept under, so what it holds must be hashable.
        object.__setattr__(self, "contracts", tuple(self.contracts))


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a track: where it is (1: all of it), what stands beside it, whether it has been passed, and what it pays or costs."""

    share: float
    words: str
    passed: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One criterion's share of a score: its points, and how they are written in the bar."""

    criterion: str
    points: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShelfFace:
    """The card of a game on the shelf. Chips are words and picture; of a faulty game the line says so, and no picture is seen."""

    id: str
    title: str
    line: str
    picture: str
    facts: tuple[tuple[str, str], ...] = ()
    ribbons: tuple[tuple[str, str], ...] = ()
    faulty: bool = False

    @property
    def said(self) -> str:
        """All that it says below its title."""
        return ". ".join((self.line, *(words for words, _ in (*self.ribbons, *self.facts))))
