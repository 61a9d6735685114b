"""What a report is made of: sections of sentences, tables and figures. The template gives each its place on the page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

GOOD = "good"
BAD = "bad"


@dataclass(frozen=True)
class Row:
    """A row of a table: what it is about, its cells, a tone (good or bad) for the last of them, and the group that it stands in."""

    name: str
    cells: Sequence[str]
    tone: str = ""
    code: str = ""  # the id, shown small beside the name
    group: str = ""  # rows of the same group stand together below its name
    group_code: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a caption and a heading for each column."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Row]
    kind: str = field(default="table", init=False)


@dataclass(frozen=True)
class Picture:
    """A figure: its drawing, and what stands below it."""

    drawing: Markup
    caption: str
    kind: str = field(default="picture", init=False)


@dataclass(frozen=True)
class Sentences:
    """Sentences: a paragraph, or a list where each tells of one thing."""

    lines: Sequence[str]
    listed: bool = False
    tone: str = ""
    kind: str = field(default="sentences", init=False)


@dataclass(frozen=True)
class Section:
    """A section of the report; `key` is its anchor."""

    key: str
    title: str
    parts: Sequence[Table | Picture | Sentences]
