"""The deal that lies on a table of paper: the order in which the shuffled decks lie, top card first."""

from collections import Counter
from collections.abc import Mapping, Sequence

from caffael.rules.cards import Cards
from caffael.rules.records import Deal


def paper_deal(
    cards: Cards,
    needs: Sequence[int],
    suppliers: Sequence[int],
    events: Sequence[int] = (),
    records: Mapping[int, int] | None = None,
    bids: Sequence[int] = (),
    deliveries: Sequence[int] = (),
) -> Deal:
    """The deal of decks that lie in these orders, from the top: needs, suppliers and events by their index, bid and delivery cards by
    the number on them; `records` is the track record that came to lie beside each supplier.

    Raises ValueError when a deck is not whole: a card is missing, or is there twice.
    """
    check_whole("needs", needs, range(cards.need_count))
    check_whole("suppliers", suppliers, range(cards.supplier_count))
    check_whole("events", events, range(cards.event_count) if cards.settings.events == 1 else [])
    check_whole("bid cards", bids, cards.bid_cards[: cards.bid_card_count] if cards.settings.bid_cards == 1 else [])
    check_whole("delivery cards", deliveries, cards.delivery_cards[: cards.delivery_card_count])
    deal = Deal()
    deal.needs[: len(needs)] = needs
    deal.suppliers[: len(suppliers)] = suppliers
    deal.events[: len(events)] = events
    deal.bids[: len(bids)] = bids
    deal.deliveries[: len(deliveries)] = deliveries
    lying = Counter((records or {}).values())
    if lying - Counter(cards.track_records[: cards.track_record_count]):
        raise ValueError("The track records that lie on the table are more than the deck holds.")
    for supplier, record in (records or {}).items():
        deal.records[supplier] = record
    return deal


def check_whole(name: str, deck: Sequence[int], printed: Sequence[int]) -> None:
    """Raise ValueError unless a deck holds exactly the cards that are printed."""
    lying, whole = Counter(deck), Counter(printed)
    if lying != whole:
        missing, more = sorted((whole - lying).elements()), sorted((lying - whole).elements())
        raise ValueError(f"The deck of {name} is not the printed one: missing {missing}, too many {more}.")
