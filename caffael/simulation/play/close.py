"""What only a close look counts: how contests end, and whose moves change whose likely winners. Plain functions that compile."""

from caffael.rules.cards import Cards
from caffael.rules.copying import copy_into
from caffael.rules.happened import Happening
from caffael.rules.presets import BALANCED, preset_row
from caffael.rules.records import Bidder, State, Table
from caffael.rules.stars import STARS, coins, leaves
from caffael.rules.sway import has_part, is_move, likely_winner, take_back
from caffael.rules.tender import CARBON, FULL, PRICE, RESERVED, TOP_RATING, score_bids, winner_by
from caffael.rules.terms import CRITERIA, KINDS, NONE
from caffael.simulation.play.counts import CardRow, Room

TENDER = int(Happening.TENDER)
AWARDED = int(Happening.AWARDED)
FIRST_TWO = 2
FEW = FULL // TOP_RATING
"""The score of a rating of 1."""


def look_closely(cards: Cards, room: Room, card_row: CardRow) -> None:
    """Count what one step told."""
    told = room.told
    if not is_move(told.rows, told.count):
        return
    need = NONE
    partner = NONE
    route = NONE
    weights = NONE
    for line in told.rows[: told.count]:
        if line.kind == TENDER:
            need = line.a
            route = line.b
            weights = line.c
        elif line.kind == AWARDED and line.a != need:
            partner = line.a
    if weights != NONE and told.table.count > 1:
        count_contest(cards, need, partner, route, weights, told.table, room.desk.table, card_row)
    count_swayed(cards, room, card_row)


def count_contest(cards: Cards, need: int, partner: int, route: int, weights: int, bids: Table, scratch: Table, card_row: CardRow) -> None:
    """Count how a tender ended for which two or more bid: whether as was to be expected, how well the winner stands on each criterion
    among the bidders, and which kinds of supplier bid and won."""
    card_row.contests += 1
    winner = bids.bidders[bids.winner]
    if expected_winner(cards, need, partner, weights, bids, scratch) != bids.winner:
        card_row.erred += 1
    for criterion in range(CRITERIA):
        better = 0
        for i in range(bids.count):
            if is_better_on(criterion, bids.bidders[i], winner):
                better += 1
        if better < FIRST_TWO:
            card_row.near_best[criterion] += 1
        if is_poor_on(cards, criterion, winner):
            card_row.poor[criterion] += 1
    if route != RESERVED:
        count_kinds(cards, bids, cards.suppliers[winner.supplier].kind, card_row)


def expected_winner(cards: Cards, need: int, partner: int, weights: int, bids: Table, scratch: Table) -> int:
    """The row of the bid that would have won as printed, before any bid card was turned up."""
    copy_into(scratch, bids)
    for i in range(scratch.count):
        scratch.bidders[i].percent -= scratch.bidders[i].card
    score_bids(cards, need, partner, scratch)
    return winner_by(cards, weights, scratch)


def is_better_on(criterion: int, one: Bidder, other: Bidder) -> bool:
    """Whether a bid is better than another on a criterion: cheaper, cleaner, or rated higher."""
    if criterion == PRICE:
        return one.bid < other.bid
    if criterion == CARBON:
        return one.carbon < other.carbon
    return one.scores[criterion] > other.scores[criterion]


def is_poor_on(cards: Cards, criterion: int, winner: Bidder) -> bool:
    """Whether a bid has 0 or 1 of 5 on a criterion: of its rating, of its supplier's leaves, or, where all coins make none, of the coins
    that its price leaves."""
    if criterion == PRICE:
        return coins(cards, cards.suppliers[winner.supplier]) == STARS
    if criterion == CARBON:
        return leaves(cards, cards.suppliers[winner.supplier]) <= 1
    return winner.scores[criterion] <= FEW


def count_kinds(cards: Cards, bids: Table, won: int, card_row: CardRow) -> None:
    """Count each kind of supplier that bids against another kind, and the kind that wins against others."""
    kinds = 0
    for i in range(bids.count):
        kinds |= 1 << cards.suppliers[bids.bidders[i].supplier].kind
    if kinds == 1 << won:
        return
    card_row.kind_wins[won] += 1
    for kind in range(KINDS):
        if kinds >> kind & 1:
            card_row.kind_bids[kind] += 1


def watch_trays(cards: Cards, state: State, watched: list[int], card_row: CardRow) -> None:
    """Begin to watch the needs that lie in trays now that a year's Buy begins: beside each the weights that are preselected for it."""
    for need in range(len(watched)):
        watched[need] = NONE
    for seat in range(state.seats):
        council = state.councils[seat]
        for i in range(council.tray_count):
            watched[council.tray[i]] = preset_row(cards, BALANCED, council.tray[i])
            card_row.open_needs += 1


def count_swayed(cards: Cards, room: Room, card_row: CardRow) -> None:
    """Count the watched needs of councils that had no part in a move, for which it changed the likely winner; each once a year."""
    told = room.told
    state = room.state
    copy_into(room.without, state)
    take_back(room.without, told.rows, told.count)
    for turn in range(2):  # without the move, then with it: one call of the rules, because each is compiled anew
        lying = room.without if turn == 0 else state
        for seat in range(state.seats):
            if has_part(told.rows, told.count, seat):
                continue
            council = state.councils[seat]
            for i in range(council.tray_count):
                need = council.tray[i]
                if room.watched[need] == NONE:
                    continue
                winner = likely_winner(cards, lying, seat, need, room.watched[need], room.desk.table)
                if turn == 0:
                    room.likely[need] = winner
                elif room.likely[need] != winner:
                    card_row.swayed += 1
                    room.watched[need] = NONE
