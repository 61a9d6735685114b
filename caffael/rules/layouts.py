"""The layouts of the card records under earlier rules, so that games that were saved under them are played again to the same end.

A saved game holds its cards and its deal as rows of whole numbers, in the order of the fields. A field that is new in this version of the
rules is named here, in a line of its own; its default is what the earlier rules did, and where a record has no numbers for it, it
keeps that. `tests/test_earlier_rules.py` fails where one was forgotten.
"""

from collections.abc import Mapping

from caffael.rules.cards import CouncilCard, Settings

Without = Mapping[type, tuple[str, ...]]
"""By the kind of record: the fields that a layout does not have."""

NEW_IN_3: Without = {
    Settings: (
        "needs_leave",
        "quality_feeds",
        "social_kept",
        "social_loose",
        "check_sum",
        "adaption_later",
        "over_points",
    ),
}
"""What came with version 3 of the rules."""
SEALED: Without = {Settings: ("sealed",)}
"""What came while version 3 was in force: sealed tenders."""
BEGINNINGS: Without = {CouncilCard: ("labs", "badges")}
"""What came while version 2 was in force: that a council may begin with labs and badges."""


def both(first: Without, second: Without) -> Without:
    """A layout without the fields of either."""
    return {kind: (*first.get(kind, ()), *second.get(kind, ())) for kind in {**first, **second}}


ADDED = (NEW_IN_3, BEGINNINGS, SEALED)
"""Fields that stand in a pack's digest only where one of them is not its default, so that older packs keep the digest they had."""
LAYOUTS: Mapping[int, tuple[Without, ...]] = {
    2: (both(NEW_IN_3, SEALED), both(both(NEW_IN_3, BEGINNINGS), SEALED)),
    3: ({}, SEALED),
}
"""The versions of the rules whose games these rules play to the same end, with every layout that their records have."""
