"""The deal: all the luck of a game, every deck shuffled from a seed, and the table laid from it."""

from caffael.rules.cards import Cards, CouncilCard, Settings
from caffael.rules.chance import draw_below, seed_stream, shuffle
from caffael.rules.copying import count_up
from caffael.rules.records import Council, Deal, State, Stream, Told
from caffael.rules.terms import BADGES, EARLIER, HOME_SUPPLIERS, LABS, NONE, SUPPLIERS, Phase
from caffael.rules.year import open_year

DEAL_STREAM = 0
"""The purpose of the deal's stream; bots take other numbers (see `chance.seed_stream`)."""


def shuffle_decks(cards: Cards, seed: int, stream: Stream, deal: Deal) -> None:
    """Shuffle every deck from a small seed. The same cards and seed give the same deal under any library and any way of running."""
    seed_stream(stream, seed, DEAL_STREAM)
    shuffle_from(cards, stream, deal)


def shuffle_from(cards: Cards, stream: Stream, deal: Deal) -> None:
    """Shuffle every deck by the numbers of a stream (see `seeds.begin_stream` for one from any seed)."""
    count_up(deal.needs, 0, cards.need_count)
    shuffle(stream, deal.needs, cards.need_count)
    count_up(deal.suppliers, 0, cards.supplier_count)
    shuffle(stream, deal.suppliers, cards.supplier_count)
    count_up(deal.events, 0, cards.event_count)
    shuffle(stream, deal.events, cards.event_count)
    shuffle_bids_and_deliveries(cards, stream, deal)
    deal_track_records(cards, stream, deal)


def shuffle_bids_and_deliveries(cards: Cards, stream: Stream, deal: Deal) -> None:
    """Shuffle the bid cards and the delivery cards, all of them."""
    for i in range(cards.bid_card_count):
        deal.bids[i] = cards.bid_cards[i]
    shuffle(stream, deal.bids, cards.bid_card_count)
    for i in range(cards.delivery_card_count):
        deal.deliveries[i] = cards.delivery_cards[i]
    shuffle(stream, deal.deliveries, cards.delivery_card_count)


def deal_track_records(cards: Cards, stream: Stream, deal: Deal) -> None:
    """Deal one track-record card, face down, to each supplier; the cards left over are not used."""
    for i in range(SUPPLIERS):
        deal.records[i] = cards.track_records[i] if i < cards.track_record_count else 0
    count = cards.track_record_count
    for i in range(min(cards.supplier_count, count)):
        j = i + draw_below(stream, count - i)
        record = deal.records[i]
        deal.records[i] = deal.records[j]
        deal.records[j] = record


def lay_table(cards: Cards, deal: Deal, state: State, seats: int, council_cards: list[int], told: Told) -> None:
    """Lay a fresh state for 1 to 6 councils (which council card each seat holds) and open the first year."""
    settings = cards.settings
    state.seats = seats
    state.phase = Phase.BUY
    state.fund = settings.fund
    for seat in range(seats):
        council = state.councils[seat]
        card = cards.councils[council_cards[seat]]
        council.card = council_cards[seat]
        council.budget = card.budget
        council.estate = card.estate
        for goal in range(len(council.goals)):
            council.goals[goal] = settings.goal_start
        lay_beginnings(settings, card, council)
        for i in range(HOME_SUPPLIERS):
            supplier = card.home[i]
            if supplier != NONE and settings.track_records == 1:
                state.private[seat].records[supplier] = deal.records[supplier]
    open_year(cards, deal, state, told)


def lay_beginnings(settings: Settings, card: CouncilCard, council: Council) -> None:
    """Give a council the labs and badges that its card says it begins with, where the scenario has labs and badges."""
    if settings.labs == 1:
        for lab in range(LABS):
            council.labs[lab] = card.labs[lab]
    if settings.badges == 1:
        for badge in range(BADGES):
            if card.badges[badge] > 0:
                council.badges[badge] = EARLIER
