"""Publishing a tender: its days are paid, its bids are turned up and assessed, and a contract is signed with the first of them."""

from caffael.rules.cards import Cards
from caffael.rules.decks import take_out
from caffael.rules.happened import Happening, tell
from caffael.rules.powers import power_of
from caffael.rules.records import Bidder, Contract, Deal, State, Told
from caffael.rules.tender import (
    BY_FRAMEWORK,
    DIRECT,
    FLEXIBLE,
    JOINT,
    RESERVED,
    fill_bidders,
    is_engaged,
    price_of,
    score_bids,
    tender_days,
    turn_up_bid_cards,
    weigh,
)
from caffael.rules.terms import NONE, REGISTER, Place, Power

BID = int(Happening.BID)
CLEANER_CATEGORY = int(Power.CLEANER_CATEGORY)


def publish(cards: Cards, deal: Deal, state: State, told: Told) -> None:
    """Publish the tender that lies on the buyer's desk: pay the days, turn up the bid cards, assess, and award or fail."""
    seat = state.buyer
    draft = state.drafts[seat]
    need = draft.need
    partner = draft.partner
    route = draft.route
    scope = draft.scope
    weights = draft.weights
    pay_tender_days(cards, state, seat, need, partner, route, scope, weights, told)
    table = told.table
    engaged = is_engaged(state, need, partner)
    fill_bidders(cards, state, seat, need, partner, route, scope, table)
    if table.count == 0:
        if scope == 0 and route != RESERVED:
            state.need_failed[need] = state.year
            if partner != NONE:
                state.need_failed[partner] = state.year
        tell(told, Happening.FAILED, seat, need, route)
        return
    turn_up_bid_cards(cards, deal, state, route, engaged, table)
    score_bids(cards, need, partner, table)
    if weights == NONE:
        table.winner = 0
    else:
        weigh(cards, weights, table)
    for i in range(table.count):
        bidder = table.bidders[i]
        tell(told, BID, seat, bidder.supplier, bidder.card, bidder.bid, bidder.total, bidder.rank)
    award(cards, state, seat, need, partner, route, weights, engaged, told)


def award_directly(cards: Cards, state: State, supplier: int, told: Told) -> None:
    """Award the drafted tender to one supplier of the council's choice, without a competition."""
    seat = state.buyer
    need = state.drafts[seat].need
    pay_tender_days(cards, state, seat, need, NONE, DIRECT, 0, NONE, told)
    table = told.table
    fill_bidders(cards, state, seat, need, NONE, DIRECT, 0, table)
    score_bids(cards, need, NONE, table)
    for i in range(table.count):
        if table.bidders[i].supplier == supplier:
            table.winner = i
            table.bidders[i].rank = 0
        else:
            table.bidders[i].rank = 1
    bidder = table.bidders[table.winner]
    tell(told, BID, seat, supplier, 0, bidder.bid, 0, 0)
    award(cards, state, seat, need, NONE, DIRECT, NONE, is_engaged(state, need, NONE), told)


def pay_tender_days(
    cards: Cards, state: State, seat: int, need: int, partner: int, route: int, scope: int, weights: int, told: Told
) -> None:
    """Take the officer days of a tender from its council, and the partner's from the partner."""
    council = state.councils[seat]
    days = tender_days(cards, state, seat, route)
    council.days -= days
    council.tenders_year += 1
    tell(told, Happening.TENDER, seat, need, route, weights, days, scope)
    if partner != NONE:
        state.councils[state.need_seat[partner]].days -= cards.settings.partner_days


def award(cards: Cards, state: State, seat: int, need: int, partner: int, route: int, weights: int, engaged: int, told: Told) -> None:
    """Award the tender to the table's winner: a contract each, one place of the supplier's capacity."""
    table = told.table
    winner = table.bidders[table.winner]
    margin = winner.total
    for i in range(table.count):
        if table.bidders[i].rank == 1:
            margin = winner.total - table.bidders[i].total
    state.supplier_running[winner.supplier] += 1
    other = state.need_seat[partner] if partner != NONE else NONE
    if route == BY_FRAMEWORK and state.councils[seat].restricted == 0:
        state.councils[seat].frameworks += 1
    sign(cards, state, seat, need, partner, route, weights, engaged, margin, told)
    if other != NONE:
        sign(cards, state, other, partner, need, route, weights, engaged, margin, told)
        state.councils[seat].joint += 1
        state.councils[other].joint += 1


def sign(
    cards: Cards, state: State, seat: int, need: int, partner: int, route: int, weights: int, engaged: int, margin: int, told: Told
) -> None:
    """Take a need from the tray and write its contract with the table's winner into a free place of the register."""
    council = state.councils[seat]
    table = told.table
    winner = table.bidders[table.winner]
    take_need(state, seat, need)
    place = 0
    while council.contracts[place].need != NONE:
        place += 1
        if place >= REGISTER:
            raise IndexError("no free place in the register")
    contract = council.contracts[place]
    write_contract(cards, state, seat, need, partner, route, weights, engaged, winner, contract)
    council.order[council.running] = place
    council.running += 1
    tell(told, Happening.AWARDED, seat, need, winner.supplier, contract.price, contract.carbon, margin)


def write_contract(
    cards: Cards,
    state: State,
    seat: int,
    need: int,
    partner: int,
    route: int,
    weights: int,
    engaged: int,
    bidder: Bidder,
    contract: Contract,
) -> None:
    """Write the contract that a council signs with a bidder for a need. Nothing else changes, so it may be reckoned beforehand too."""
    card = cards.needs[need]
    percent = bidder.carbon - power_of(cards, state.councils[seat], CLEANER_CATEGORY, card.category)
    if route == JOINT:
        percent += cards.settings.joint_carbon
    contract.need = need
    contract.supplier = bidder.supplier
    contract.route = route
    contract.weights = weights
    contract.signed = state.year
    contract.term = card.term
    contract.age = 0
    contract.price = price_of(cards, need, bidder.percent)
    contract.carbon = card.carbon * max(percent, 0) // 100
    contract.quality = bidder.quality
    contract.social = bidder.social
    contract.reliability_change = cards.settings.flexible_reliability if route == FLEXIBLE else 0
    contract.engaged = engaged
    contract.managed = 0
    contract.misses = 0
    contract.partner = partner


def take_need(state: State, seat: int, need: int) -> None:
    """Take a need out of a council's tray; the others close up."""
    council = state.councils[seat]
    take_out(council.tray, council.tray_count, need)
    council.tray_count -= 1
    state.need_place[need] = Place.CONTRACT
    state.need_seat[need] = NONE
