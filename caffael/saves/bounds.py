"""Whether recorded card numbers make a game at all: counts that fit their rows, and loops that end soon."""

from caffael.rules.powers import LAB_TOP
from caffael.rules.records import Cards
from caffael.rules.terms import (
    BID_CARDS,
    CATEGORIES,
    COUNCILS,
    DELIVERY_CARDS,
    EVENTS,
    NEEDS,
    PROJECTS,
    REGISTER,
    ROW,
    SUPPLIERS,
    TRACK_RECORDS,
    TRAY,
    WEIGHTS,
    YEARS,
    EffectKind,
)


def check_counts(cards: Cards) -> None:
    """Raise ValueError when a count is larger than its row, or a number of turns longer than any game takes."""
    settings = cards.settings
    most = (
        (cards.categories, CATEGORIES),
        (cards.need_count, NEEDS),
        (cards.supplier_count, SUPPLIERS),
        (cards.event_count, EVENTS),
        (cards.project_count, PROJECTS),
        (cards.council_count, COUNCILS),
        (cards.bid_card_count, BID_CARDS),
        (cards.delivery_card_count, DELIVERY_CARDS),
        (cards.track_record_count, TRACK_RECORDS),
        (cards.weights_count, WEIGHTS),
        (settings.years, YEARS),
        (settings.tray, TRAY),
        (settings.register, REGISTER),
        (settings.draw, NEEDS),
        (settings.first_draw, NEEDS),
        (settings.leave, ROW),
        (settings.market, ROW),
    )
    if any(not 0 <= count <= limit for count, limit in most):
        raise ValueError("a count is beyond its row")
    for council in cards.councils:
        if any(not 0 <= level <= LAB_TOP for level in council.labs) or any(badge not in (0, 1) for badge in council.badges):
            raise ValueError("a council begins with what there is not")
    for event in [*cards.events, *cards.climate]:
        for effect in event.effects:
            if effect.kind == EffectKind.MARKET and abs(effect.amount) > SUPPLIERS:
                raise ValueError("an event moves more suppliers than there are")
