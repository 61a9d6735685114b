"""The small game that a new pack begins as: which cards of the standard game it keeps, and what is different in its rules.

Four teams draw all of its sixteen needs in three years, every category has four suppliers or more, and every carbon mark its event.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from caffael.scenario.models import CouncilRow, EventRow, NeedRow, ProjectRow, SupplierRow

CHANGES: dict[str, object] = {
    "rules.needs_drawn_in_first_year": 2,
    "rules.needs_drawn_a_year": 1,
    "rules.needs_leave": False,
    "rules.suppliers_in_market": 9,
    "rules.suppliers_leave_a_year": 1,
    "rules.carbon_budget_kg_a_year": 90_000,
}
NEEDS = (
    ("primary-meals", "fruit-veg", "fair-trade"),
    ("village-bus", "electric-minibuses", "hire-bikes"),
    ("led-lights", "warm-homes"),
    ("food-waste", "valley-trees", "repair-cafes"),
    ("young-carers", "dementia-welsh"),
    ("library-books", "youth-clubs", "welcome-classes"),
)
SUPPLIERS = (
    ("gardd-wen", "minibws-mali", "clydwch-cadi", "beics-bwlchgoch"),
    ("arlwyo-afon-ddu", "trydan-cwm-hir", "penny-lark-care", "gwyrddlas-grounds"),
    ("clyd-a-chynnes", "ysgwydd-care", "maes-mawr-group", "tollgrave-group"),
)
EVENTS = (
    ("bus-strike", "egg-prices", "eisteddfod", "volunteers-week", "city-deal", "recycling-record"),
    ("wet-winter", "classroom-heat", "river-road", "sea-wall"),
)
PROJECTS = (("carbon-literacy", "digital-library"),)


@dataclass(frozen=True, slots=True)
class Small:
    """The small game: its head, and the cards that it keeps; of the councils it keeps all."""

    head: Mapping[str, Any]
    cards: Mapping[str, frozenset[str]]

    def kept(self, file: str, rows: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
        """The rows of a deck that it keeps. Of the home suppliers of a council those stay that are here."""
        if file == CouncilRow.file:
            here = self.cards[SupplierRow.file]
            return [{**row, "home": " ".join(name for name in row.get("home", "").split() if name in here)} for row in rows]
        return [row for row in rows if row["id"] in self.cards[file]]


def all_of(groups: Sequence[Sequence[str]]) -> frozenset[str]:
    """The ids of all groups."""
    return frozenset(name for group in groups for name in group)


SMALL = Small(
    head={"level": 1, "years": 3, "years_offered": [3], "teams_most": 4, "line_en": "", "line_cy": ""},
    cards={
        NeedRow.file: all_of(NEEDS),
        SupplierRow.file: all_of(SUPPLIERS),
        EventRow.file: all_of(EVENTS),
        ProjectRow.file: all_of(PROJECTS),
    },
)
