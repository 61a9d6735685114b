"""Which packs are printed in the form for young children."""

from caffael.printing.school.stars import by_one_box
from caffael.printing.sheets import Format
from caffael.rules.terms import Management, Route
from caffael.scenario import Pack

WIDE = Format(95.0, 138.0, 2, 2)
"""Cards for small hands: four on a sheet, cut with two long cuts."""
LEAST = 7.0
"""No letter of these sheets is smaller, in points."""


def has_school_form(pack: Pack) -> bool:
    """Whether a pack is a school's game with weight cards, and has nothing that these sheets have no place for."""
    cards, settings = pack.cards, pack.cards.settings
    others = any(cards.routes[route].on == 1 for route in Route if route != Route.OPEN)
    left_out = (
        settings.labs,
        settings.projects,
        settings.events,
        settings.climate_events,
        settings.track_records,
        settings.engagement,
        settings.welsh_duty,
        settings.badges,
        settings.section_114,
        settings.refresh,
    )
    return (
        pack.wording == "school"
        and bool(pack.texts.weight_cards)
        and not others
        and not any(left_out)
        and settings.management != Management.CHOICE
        and settings.carbon == 1
        and (settings.bid_cards == 0 or by_one_box(cards))
    )
