"""What a draft would cost its council, and what that would leave: said where it is written, and before it is published."""

from caffael.presentation.blocks import Text
from caffael.presentation.money import price_text
from caffael.presentation.tender.draft import Draft
from caffael.presentation.viewer import Viewer
from caffael.rules.forecast import highest_price, likely_price
from caffael.rules.tender import is_engaged, price_of
from caffael.rules.terms import Route


def draft_text(viewer: Viewer, draft: Draft) -> Text | None:
    """What a draft would leave, in a sentence; None where nobody can bid, or nobody is chosen yet."""
    prices = draft_prices(viewer, draft)
    return None if prices is None else price_text(viewer, draft.seat, draft.need, draft.route, *prices)


def draft_prices(viewer: Viewer, draft: Draft) -> tuple[int, int] | None:
    """What a draft would cost its council as expected, and at most; alike where the price is fixed."""
    table, cards = draft.table(), viewer.cards
    if draft.route == Route.DIRECT:
        chosen = [bidder for bidder in table.bidders[: table.count] if bidder.supplier == draft.supplier]
        price = price_of(cards, draft.need, chosen[0].percent) if chosen else 0
        return (price, price) if chosen else None
    if table.count == 0:
        return None
    engaged = is_engaged(viewer.state, draft.need, draft.partner)
    return likely_price(cards, draft.need, table), highest_price(cards, draft.need, draft.route, engaged, table)
