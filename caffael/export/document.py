"""What is told, as headings, sentences, tables and bars. Everything here is in words already, and every picture has a table beside it."""

from dataclasses import dataclass, field

Cell = str | tuple[str, ...]
"""A cell of a table: a few words, or several lines."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; `lead` stands out, `note` steps back, `source` may hold an address."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Listing:
    """Sentences under one another, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row names it. `numbers` are columns set to the right, `widths` the columns' shares of the paper."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: frozenset[int] = frozenset()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of parts one after another: (share of the whole width, colour), and what it stands for."""

    label: str
    parts: tuple[tuple[float, str], ...]
    value: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars under one another. `mark` is a line across all of them, a share of the whole width; `legend` names the colours."""

    title: str
    told: str  # the same in a sentence, for who can't see it
    bars: tuple[Bar, ...]
    mark: float | None = None
    legend: tuple[tuple[str, str], ...] = ()  # name, colour


Block = Paragraph | Listing | Table | Bars


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. One that begins a `sheet` begins a page of its own on paper."""

    key: str
    heading: str
    blocks: list[Block] = field(default_factory=list)
    parts: "list[Section]" = field(default_factory=list)
    sheet: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The whole story in one language."""

    code: str
    title: str
    line: str
    facts: tuple[tuple[str, str], ...]
    contents: str  # what the list of contents is called
    sections: list[Section]
