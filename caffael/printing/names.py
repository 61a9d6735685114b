"""The names by which pictures and colours are found: one for each goal, category, kind, lab, badge and criterion that the rules number."""

from caffael.rules.terms import Badge, Goal, Kind, Lab
from caffael.scenario import Pack

GOAL_IDS = tuple(goal.name.lower() for goal in Goal)
LAB_IDS = tuple(lab.name.lower() for lab in Lab)
KIND_IDS = tuple(kind.name.lower().replace("_", "-") for kind in Kind)
BADGE_IDS = tuple(badge.name.lower().replace("_", "-") for badge in Badge)
CRITERION_IDS = ("price", "quality", "social", "carbon")
CRITERION_PICTURES = ("pound", "star", "heart-hands", "carbon")
DRAWN_CATEGORIES = ("food", "transport", "energy", "green", "care", "communities")


def category_id(pack: Pack, category: int) -> str:
    """The picture and colour of a category; one that has none of its own borrows in turn."""
    own = pack.ids.categories[category]
    return own if own in DRAWN_CATEGORIES else DRAWN_CATEGORIES[category % len(DRAWN_CATEGORIES)]
