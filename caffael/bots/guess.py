"""A deal of a bot's own: everything that is face down for a seat, shuffled anew, and what it knows left as it is.

It knows the suppliers and needs that are in play or under their decks, the track records turned up for all or for itself, and what its data
lab shows. It does not remember which bid cards, delivery cards and events have gone by. A view says of no deck where it stands: the guess
begins each at its top.
"""

from caffael.rules.cards import Cards
from caffael.rules.chance import shuffle
from caffael.rules.copying import count_up
from caffael.rules.deal import shuffle_bids_and_deliveries
from caffael.rules.delivery import known_record
from caffael.rules.records import Deal, State, Stream
from caffael.rules.terms import NONE, UNKNOWN, Place

IN_DECK = int(Place.DECK)


def guess_envelopes(state: State, seat: int) -> None:
    """While envelopes are written, let every other council write anew: nobody knows what lies in an envelope of theirs.

    Those that are not opened yet while a partner answers are left: with nothing known to be in them, they are empty.
    """
    if state.opened == 0:
        for other in range(state.seats):
            if other != seat:
                state.sealed[other] = 0


def guess_deal(cards: Cards, state: State, seat: int, stream: Stream, bag: list[int], deal: Deal) -> None:
    """Fill a deal that fits all that a seat knows. `bag` is scratch, as long as the longest deck."""
    guess_deck(state.supplier_place, cards.supplier_count, stream, bag, deal.suppliers)
    for i in range(len(state.private[seat].suppliers)):
        if state.private[seat].suppliers[i] != NONE:
            bring_forward(deal.suppliers, cards.supplier_count, i, state.private[seat].suppliers[i])
    guess_deck(state.need_place, cards.need_count, stream, bag, deal.needs)
    guess_events(cards, state, seat, stream, deal)
    shuffle_bids_and_deliveries(cards, stream, deal)
    guess_records(cards, state, seat, stream, bag, deal)


def guess_deck(place: list[int], count: int, stream: Stream, bag: list[int], deck: list[int]) -> None:
    """Shuffle the cards that are still in a deck to its top; those that have left lie below."""
    left = 0
    for card in range(count):
        if place[card] == IN_DECK:
            bag[left] = card
            left += 1
    shuffle(stream, bag, left)
    for i in range(left):
        deck[i] = bag[i]
    for card in range(count):
        if place[card] != IN_DECK:
            deck[left] = card
            left += 1


def bring_forward(deck: list[int], count: int, to: int, card: int) -> None:
    """Change places so that a card that is known to come lies where it comes; nothing when it is not in the deck's rest."""
    for i in range(to, count):
        if deck[i] == card:
            deck[i] = deck[to]
            deck[to] = card
            return


def guess_events(cards: Cards, state: State, seat: int, stream: Stream, deal: Deal) -> None:
    """Shuffle the events; the one that lies open is behind, and the one the data lab saw comes next."""
    count = cards.event_count
    if count == 0:
        return
    count_up(deal.events, 0, count)
    shuffle(stream, deal.events, count)
    if state.event != NONE:
        swap_to(deal.events, count, count - 1, state.event)
    if state.private[seat].event != NONE:
        swap_to(deal.events, count, 0, state.private[seat].event)


def swap_to(deck: list[int], count: int, to: int, card: int) -> None:
    """Change places so that a card lies at a place of its deck."""
    for i in range(count):
        if deck[i] == card:
            deck[i] = deck[to]
            deck[to] = card
            return


def guess_records(cards: Cards, state: State, seat: int, stream: Stream, bag: list[int], deal: Deal) -> None:
    """Deal the track-record cards that the seat hasn't seen to the suppliers whose record it doesn't know."""
    left = cards.track_record_count
    for i in range(left):
        bag[i] = cards.track_records[i]
    for supplier in range(cards.supplier_count):
        record = known_record(state, seat, supplier)
        deal.records[supplier] = 0 if record == UNKNOWN else record
        if record != UNKNOWN:
            for i in range(left):
                if bag[i] == record:
                    left -= 1
                    bag[i] = bag[left]
                    break
    shuffle(stream, bag, left)
    for supplier in range(cards.supplier_count):
        if left > 0 and known_record(state, seat, supplier) == UNKNOWN:
            left -= 1
            deal.records[supplier] = bag[left]
