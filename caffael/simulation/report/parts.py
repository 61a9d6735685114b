"""What a report is made of: sections of sentences, tables and figures. The template gives each its place on the page."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from caffael.rules.terms import Badge, Lab, Route
from caffael.scenario import Pack
from caffael.simulation.play.shares import Figure
from caffael.simulation.questions.writing import percent
from caffael.words.language import Language
from caffael.words.sentences import badge_name, lab_name, route_name

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


ENGLISH = Language("en")
KIND_NAMES = {"routes": "Route", "labs": "Lab", "projects": "Project", "badges": "Badge", "suppliers": "Supplier", "needs": "Need"}
NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def name_of(pack: Pack, kind: str, thing: str) -> str:
    """A route, lab, project, badge, supplier or need by id, as players read it."""
    if kind == "routes":
        return route_name(ENGLISH, Route[thing.upper()])
    if kind == "labs":
        return lab_name(ENGLISH, Lab[thing.upper()])
    if kind == "badges":
        return badge_name(ENGLISH, Badge[thing.upper()])
    if kind == "projects":
        return pack.project(pack.ids.projects.index(thing)).title("en")
    if kind == "suppliers":
        return pack.supplier(pack.ids.suppliers.index(thing)).title("en")
    return pack.need(pack.ids.needs.index(thing)).title("en")


def line_up_name(bots: Sequence[str]) -> str:
    """A line-up in short: two balanced, two cheapest."""
    return ", ".join(f"{NUMBERS[number]} {bot}" if number > 1 else bot for bot, number in Counter(bots).items())


def points(value: float) -> str:
    """A gap of two shares in percentage points."""
    return f"{value * 100:+z.1f}"


def times(value: float) -> str:
    """A ratio; a division by nothing has no number."""
    return f"{value:.2f}" if math.isfinite(value) else "no bound"


def whole_percent(value: float) -> str:
    """A share on an axis."""
    return f"{value * 100:.4g} %"


def percent_and_interval(figure: Figure) -> str:
    """A share and its interval."""
    return f"{percent(figure.value)} ({figure.low * 100:.1f} to {figure.high * 100:.1f})"


def points_and_interval(figure: Figure) -> str:
    """A gap and its interval."""
    return f"{points(figure.value)} ({points(figure.low)} to {points(figure.high)})"


def times_and_interval(figure: Figure) -> str:
    """A ratio and its interval."""
    return f"{times(figure.value)} ({times(figure.low)} to {times(figure.high)})"


def scores_and_interval(figure: Figure) -> str:
    """A gap of scores and its interval."""
    return f"{figure.value:+.2f} ({figure.low:+.2f} to {figure.high:+.2f})"
