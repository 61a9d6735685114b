"""How a report calls things, and how it writes figures: shares in per cent, gaps in points, ratios as times."""

import math
from collections import Counter
from collections.abc import Sequence

from caffael.rules.terms import Badge, Lab, Route
from caffael.scenario import Pack
from caffael.simulation.play.shares import Figure
from caffael.simulation.questions.numbers_in_words import percent
from caffael.words.language import Language
from caffael.words.sentences import badge_name, lab_name, route_name

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
