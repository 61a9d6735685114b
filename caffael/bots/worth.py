"""What a bid is worth to a taste, in hundredths of a point of score.

A taste is five numbers, in per cent of what each thing is worth to the score: price, goals (need and quality), social value, carbon,
local money. `BALANCED` takes all as they are; the others chase one thing.
"""

from caffael.rules.delivery import CARDS_AND_RELIABILITY, known_record, social_points
from caffael.rules.records import Bidder, Cards, State, Table
from caffael.rules.tender import FLEXIBLE, JOINT, RESERVED, known_reliability, price_of
from caffael.rules.terms import GOALS, NONE

PRICE = 0
GOALS_FED = 1
SOCIAL = 2
CARBON = 3
LOCAL_MONEY = 4

CHEAPEST = (3_000, 10, 0, 0, 0)
GREENEST = (10, 10, 10, 3_000, 0)
LOCAL = (10, 10, 10, 0, 3_000)
BALANCED = (100, 100, 100, 100, 100)

POUNDS_A_POINT = 30_000
"""What a point of score costs when money is spent on goals: far less than the £100k that a point of savings takes."""
KILOS_A_POINT = 25_000
"""A council's yearly share decides over up to four goal points, and the region's budget over the end."""
LOCAL_WORTH = 20
"""What 1 % more local money is worth to who wants nothing else (hundredths)."""


def chance_reached(cards: Cards, state: State, seat: int, supplier: int, bonus: int) -> int:
    """How likely a delivery check is reached, in per cent, as far as the seat knows the supplier's track record."""
    reliability = known_reliability(cards, supplier, known_record(state, seat, supplier))
    needed = CARDS_AND_RELIABILITY - reliability - bonus
    return min(max(7 - needed, 0), 6) * 100 // 6


def worth_of(cards: Cards, state: State, seat: int, need: int, route: int, bidder: Bidder, taste: tuple[int, int, int, int, int]) -> int:
    """What a bid for a need is worth to a taste over the years that are left, in hundredths of a point; one year of it counts managed."""
    card = cards.needs[need]
    supplier = cards.suppliers[bidder.supplier]
    years = min(card.term, cards.settings.years - state.year + 1)
    bonus = 1 + (cards.settings.flexible_reliability if route == FLEXIBLE else 0)
    chance = chance_reached(cards, state, seat, bidder.supplier, bonus)
    goals = 0
    for goal in range(GOALS):
        goals += card.goals[goal]
    if bidder.quality >= 5:
        goals += 1
    elif bidder.quality <= 2:
        goals -= 1
    if route == RESERVED:
        goals += cards.settings.reserved_equal
    local = 1 if supplier.local >= cards.settings.local_share else 0
    if card.public == 1 and supplier.welsh == 1:
        goals += 1
    kilos = card.carbon * max(bidder.carbon + (cards.settings.joint_carbon if route == JOINT else 0), 0) // 100
    pounds = price_of(cards, need, bidder.percent) * years // card.term
    worth = taste[GOALS_FED] * goals * chance * years // 100
    worth += taste[SOCIAL] * social_points(bidder.social, 1) * chance * years // 100
    worth += taste[LOCAL_MONEY] * (local * chance * years + (supplier.local * LOCAL_WORTH if taste[LOCAL_MONEY] > 100 else 0)) // 100
    worth -= taste[CARBON] * kilos * years // KILOS_A_POINT
    worth -= taste[PRICE] * pounds // POUNDS_A_POINT
    return worth


def best_row(cards: Cards, state: State, seat: int, need: int, route: int, table: Table, taste: tuple[int, int, int, int, int]) -> int:
    """The row of the table that is worth most to a taste; NONE when nobody bids."""
    best = NONE
    most = 0
    for i in range(table.count):
        worth = worth_of(cards, state, seat, need, route, table.bidders[i], taste)
        if best == NONE or worth > most:
            best = i
            most = worth
    return best
