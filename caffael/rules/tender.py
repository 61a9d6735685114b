"""The tender: routes, who can bid, bids, assessment. `publication.py` publishes one and signs its contract.

One function fills the table of bidders (`fill_bidders`), one prices it, one scores it (`score_bids`), one weighs it (`weigh`):
the award takes its top row, and the expected table on the screen, the bots and the debrief ask the same functions.
"""

from caffael.rules.cards import Cards
from caffael.rules.powers import PROCUREMENT, power_of
from caffael.rules.records import Council, Deal, Race, State, Table
from caffael.rules.terms import BIDDERS, CRITERIA, FRAMEWORK, NONE, Criterion, Kind, Power, Route, Scope

OPEN = int(Route.OPEN)
QUOTES = int(Route.QUOTES)
BY_FRAMEWORK = int(Route.FRAMEWORK)
LOTS = int(Route.LOTS)
RESERVED = int(Route.RESERVED)
FLEXIBLE = int(Route.FLEXIBLE)
DIRECT = int(Route.DIRECT)
JOINT = int(Route.JOINT)
WIDER_MARKET = int(Power.WIDER_MARKET)
LOCAL = int(Scope.LOCAL)
SMALL = int(Scope.SMALL)
LARGEST_SMALL_KIND = int(Kind.SOCIAL_ENTERPRISE)
PRICE = int(Criterion.PRICE)
QUALITY = int(Criterion.QUALITY)
SOCIAL_VALUE = int(Criterion.SOCIAL_VALUE)
CARBON = int(Criterion.CARBON)
FULL = 100_000
"""The best score on a criterion, in thousandths of a point."""
POINT = 1_000
"""A point, in thousandths."""
TOP_RATING = 5
"""Quality and social value are rated up to 5."""
CLASS_STEP = 20
CLEANEST = 40


def tender_days(cards: Cards, state: State, seat: int, route: int) -> int:
    """Officer days a tender costs: its route's, less one for the year's first with procurement lab 3."""
    days = cards.routes[route].days
    council = state.councils[seat]
    if council.labs[PROCUREMENT] >= 3 and council.tenders_year == 0 and days > 0 and cards.settings.labs == 1:
        days -= 1
    return days


def tender_size(cards: Cards, need: int, partner: int) -> int:
    """The whole value of a tender in pounds: its need's estimate, and the partner's where there is one."""
    size = cards.needs[need].estimate
    if partner != NONE:
        size += cards.needs[partner].estimate
    return size


def has_free_place(cards: Cards, council: Council) -> bool:
    """Whether a council's register has a free contract place."""
    return council.running < cards.settings.register


def can_bid(cards: Cards, state: State, supplier: int, category: int, size: int, route: int, scope: int) -> bool:
    """Whether a supplier of the row may bid: its category, a free place of its capacity, the size it can carry, and what the route asks."""
    return can_supply(cards, state, supplier, category) and suits_route(cards, supplier, size, route, scope)


def can_supply(cards: Cards, state: State, supplier: int, category: int) -> bool:
    """Whether a supplier serves a category and has a free place of its capacity."""
    card = cards.suppliers[supplier]
    return card.categories[category] == 1 and state.supplier_running[supplier] < card.capacity


def suits_route(cards: Cards, supplier: int, size: int, route: int, scope: int) -> bool:
    """Whether a supplier can carry the size, and is what the route asks for.

    In lots a contract counts half against its size; a direct award takes it whatever the size.
    """
    card = cards.suppliers[supplier]
    if card.largest > 0 and route != DIRECT:
        carried = (size + 1) // 2 if route == LOTS else size
        if carried > card.largest:
            return False
    if route == RESERVED:
        return card.supported == 1
    if scope == LOCAL:
        return card.local >= cards.settings.local_share
    if scope == SMALL:
        return card.kind <= LARGEST_SMALL_KIND
    return True


def fill_bidders(cards: Cards, state: State, seat: int, need: int, partner: int, route: int, scope: int, table: Table) -> None:
    """Fill the table with who can bid, oldest card first, with what their cards print and no bid card. Prices and scores are left out."""
    find_suppliers(cards, state, need, table)
    add_bidders(cards, state, seat, need, partner, route, scope, table)


def find_suppliers(cards: Cards, state: State, need: int, table: Table) -> None:
    """Note at the table the suppliers of the row that can supply a need by any route at all, oldest card first."""
    table.supplier_count = 0
    category = cards.needs[need].category
    for supplier in state.market[: state.market_count]:
        if can_supply(cards, state, supplier, category):
            table.suppliers[table.supplier_count] = supplier
            table.supplier_count += 1


def add_bidders(cards: Cards, state: State, seat: int, need: int, partner: int, route: int, scope: int, table: Table) -> None:
    """Fill the table with those of its suppliers who can bid by a route."""
    table.count = 0
    table.winner = NONE
    settings = cards.settings
    council = state.councils[seat]
    category = cards.needs[need].category
    points = cards.routes[route].price + council.price_change[category]
    if route == BY_FRAMEWORK:
        add_bidder(cards, table, FRAMEWORK, cards.suppliers[FRAMEWORK].price + points, 0)
        return
    size = tender_size(cards, need, partner)
    most = BIDDERS
    if route == QUOTES:
        most = settings.quotes_most + power_of(cards, council, WIDER_MARKET, NONE)
    social = is_engaged(state, need, partner) * settings.engage_social
    for supplier in table.suppliers[: table.supplier_count]:
        if table.count >= most:
            return
        if suits_route(cards, supplier, size, route, scope):
            percent = cards.suppliers[supplier].price + settings.load * state.supplier_running[supplier] + points
            add_bidder(cards, table, supplier, percent, social)
            if route == FLEXIBLE:
                bidder = table.bidders[table.count - 1]
                bidder.quality = min(bidder.quality + 1, TOP_RATING)
                bidder.carbon = max(bidder.carbon - CLASS_STEP, min(bidder.carbon, CLEANEST))


def add_bidder(cards: Cards, table: Table, supplier: int, percent: int, social: int) -> None:
    """Write a supplier's printed card into the next row of the table."""
    bidder = table.bidders[table.count]
    card = cards.suppliers[supplier]
    bidder.supplier = supplier
    bidder.card = 0
    bidder.percent = percent
    bidder.bid = 0
    bidder.quality = card.quality
    bidder.social = min(card.social + social, TOP_RATING)
    bidder.carbon = card.carbon
    bidder.total = 0
    bidder.rank = table.count
    table.count += 1


def is_engaged(state: State, need: int, partner: int) -> int:
    """1 when the market was engaged for this tender, by either council of a joint one."""
    if state.need_engaged[need] == 1:
        return 1
    if partner != NONE and state.need_engaged[partner] == 1:
        return 1
    return 0


def has_bid_cards(cards: Cards, route: int) -> bool:
    """Whether bid cards are turned up on a route: not on a framework, nor for a direct award."""
    return cards.settings.bid_cards == 1 and cards.bid_card_count > 0 and route != BY_FRAMEWORK and route != DIRECT


def turn_up_bid_cards(cards: Cards, deal: Deal, state: State, route: int, engaged: int, table: Table) -> None:
    """Turn up a bid card for each bidder, in the order of the row.

    None for a framework or a direct award; after engagement none counts above 0.
    """
    if not has_bid_cards(cards, route):
        return
    for i in range(table.count):
        bidder = table.bidders[i]
        card = deal.bids[state.bid_next]
        state.bid_next = (state.bid_next + 1) % cards.bid_card_count
        if engaged == 1 and card > 0:
            card = 0
        bidder.card = card
        bidder.percent += card


def price_of(cards: Cards, need: int, percent: int) -> int:
    """A percentage of a need's estimate, rounded down to whole pounds."""
    return cards.needs[need].estimate * max(percent, 0) // 100


def score_bids(cards: Cards, need: int, partner: int, table: Table) -> None:
    """Price every bid and score it on the four criteria, in thousandths of a point (0 to 100,000 each).

    Price: 100 less 4 for each 1 % above the lowest bid, not below 0 (or lowest / bid, by a switch). Quality and social value: out of 5;
    joined, their mean rounded up. Carbon: 100 less 1 for each 1 % of the old way's carbon above the cleanest bid, not below 0.
    """
    lowest = 0
    cleanest = 0
    for i in range(table.count):
        bidder = table.bidders[i]
        bid = price_of(cards, need, bidder.percent)
        if partner != NONE:
            bid += price_of(cards, partner, bidder.percent)
        bidder.bid = bid
        if i == 0 or bid < lowest:
            lowest = bid
        if i == 0 or bidder.carbon < cleanest:
            cleanest = bidder.carbon
    slope = cards.settings.price_slope * FULL
    carbon_slope = cards.settings.carbon_slope * POINT
    for i in range(table.count):
        bidder = table.bidders[i]
        scores = bidder.scores
        if bidder.bid == lowest:
            scores[PRICE] = FULL
        elif cards.settings.price_ratio == 1:
            scores[PRICE] = FULL * lowest // bidder.bid
        else:
            scores[PRICE] = max(FULL - slope * (bidder.bid - lowest) // max(lowest, 1), 0)
        if cards.settings.people == 1:
            scores[QUALITY] = joined_rating(bidder.quality, bidder.social) * FULL // TOP_RATING
            scores[SOCIAL_VALUE] = 0
        else:
            scores[QUALITY] = bidder.quality * FULL // TOP_RATING
            scores[SOCIAL_VALUE] = bidder.social * FULL // TOP_RATING
        scores[CARBON] = max(FULL - carbon_slope * (bidder.carbon - cleanest), 0)


def joined_rating(quality: int, social: int) -> int:
    """Quality and social value as one criterion, *people*: their mean, rounded up."""
    return (quality + social + 1) // 2


def weigh(cards: Cards, weights: int, table: Table) -> None:
    """Add up the scores by the published weights and rank the bids; the first is the most advantageous tender.

    Ties: quality, then the lower price, then the older card. `weights` is a row of the scenario's weights.
    """
    add_up(cards, weights, table)
    rank(table)


def add_up(cards: Cards, weights: int, table: Table) -> None:
    """Add up each bid's scores by a row of the scenario's weights."""
    first = weights * CRITERIA
    price = cards.weights[first]
    quality = cards.weights[first + 1]
    social = cards.weights[first + 2]
    carbon = cards.weights[first + 3]
    for i in range(table.count):
        bidder = table.bidders[i]
        scores = bidder.scores
        bidder.total = price * scores[0] + quality * scores[1] + social * scores[2] + carbon * scores[3]


def winner_by(cards: Cards, weights: int, table: Table) -> int:
    """The row that a row of weights makes the most advantageous tender; NONE when nobody bids. As `weigh`, but nothing is written down."""
    first = weights * CRITERIA
    price = cards.weights[first]
    quality = cards.weights[first + 1]
    social = cards.weights[first + 2]
    carbon = cards.weights[first + 3]
    winner = NONE
    most = NONE
    for i in range(table.count):
        scores = table.bidders[i].scores
        total = price * scores[0] + quality * scores[1] + social * scores[2] + carbon * scores[3]
        if total > most or (total == most and wins_tie(table, i, winner)):
            winner = i
            most = total
    return winner


def enter_race(table: Table, row: int, race: Race) -> None:
    """Hold one bid's scores against those of each other bid; against nothing where it bids alone."""
    race.bid = row
    race.count = 0
    own = table.bidders[row].scores
    for rival in range(table.count):
        if rival != row or table.count == 1:
            race.rivals[race.count] = rival
            race.count += 1
            scores = table.bidders[rival].scores
            for criterion in range(CRITERIA):
                race.gaps[rival * CRITERIA + criterion] = own[criterion] - (scores[criterion] if rival != row else 0)


def lead_of(cards: Cards, weights: int, table: Table, race: Race, least: int) -> int:
    """By how much a row of weights puts the race's bid above the next (the whole where it bids alone), by the totals of `weigh`; `least`
    where another bid wins, or where it leads by no more than that.

    The rival that stood in its way is asked first the next time: by most rows of weights one is enough.
    """
    first = weights * CRITERIA
    price = cards.weights[first]
    quality = cards.weights[first + 1]
    social = cards.weights[first + 2]
    carbon = cards.weights[first + 3]
    gaps = race.gaps
    lead = NONE
    for i in range(race.count):
        rival = race.rivals[i]
        at = rival * CRITERIA
        ahead = price * gaps[at] + quality * gaps[at + 1] + social * gaps[at + 2] + carbon * gaps[at + 3]
        if ahead <= least or (ahead == 0 and rival != race.bid and wins_tie(table, rival, race.bid)):
            race.rivals[i] = race.rivals[0]
            race.rivals[0] = rival
            return least
        if lead == NONE or ahead < lead:
            lead = ahead
    return lead


def rank(table: Table) -> None:
    """Give each bid its place by its total, and find the winner."""
    bidders = table.bidders
    for i in range(table.count):
        bidders[i].rank = 0
    for i in range(1, table.count):
        for j in range(i):
            worse = i if is_better(table, j, i) else j
            bidders[worse].rank += 1
    for i in range(table.count):
        if bidders[i].rank == 0:
            table.winner = i


def is_better(table: Table, one: int, other: int) -> bool:
    """Whether row `one` of the table is a more advantageous tender than row `other`."""
    ahead = table.bidders[one].total - table.bidders[other].total
    return ahead > 0 or (ahead == 0 and wins_tie(table, one, other))


def wins_tie(table: Table, one: int, other: int) -> bool:
    """Whether row `one` of the table goes before row `other` when their totals are equal: quality, the lower price, the older card."""
    a = table.bidders[one]
    b = table.bidders[other]
    if a.quality != b.quality:
        return a.quality > b.quality
    if a.bid != b.bid:
        return a.bid < b.bid
    return one < other


def expected_table(
    cards: Cards, state: State, seat: int, need: int, partner: int, route: int, scope: int, weights: int, table: Table
) -> None:
    """Fill the table as printed: what the cards say before any bid card is turned up, scored by the weights ("expected")."""
    fill_bidders(cards, state, seat, need, partner, route, scope, table)
    score_bids(cards, need, partner, table)
    if weights != NONE:
        weigh(cards, weights, table)
