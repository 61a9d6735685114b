"""The words that packs use for what the rules number: goals, labs, kinds of supplier, routes, powers."""

from collections.abc import Iterable
from enum import IntEnum

from caffael.rules.terms import Goal, Kind, Lab, Power, Theme

ENGLISH = "en"
WELSH = "cy"


def words_for(kinds: Iterable[IntEnum]) -> tuple[str, ...]:
    """The names of an enumeration as packs write them: social-enterprise for SOCIAL_ENTERPRISE."""
    return tuple(kind.name.lower().replace("_", "-") for kind in kinds)


GOAL_WORDS = words_for(Goal)
LAB_WORDS = words_for(Lab)
KIND_WORDS = words_for(Kind)
THEME_WORDS = words_for(Theme)
POWER_WORDS = words_for(Power)

EVERY_CATEGORY = "all"
"""What an effect writes for every category; no category may be called so."""
FRAMEWORK_ID = "framework"
"""The id of the framework's own supplier; no other supplier may be called so."""
