"""What a bid is worth to a bot, in hundredths of a point of score: goals fed, social value, local money, less carbon and price,
each by the bot's taste.
"""

from caffael.bots.bot import Bot
from caffael.bots.desk import Desk, Stakes
from caffael.rules.cards import Cards
from caffael.rules.delivery import known_record, known_reliability, quality_points, social_points
from caffael.rules.records import Bidder, State
from caffael.rules.tender import FLEXIBLE, JOINT, RESERVED, price_of
from caffael.rules.terms import GOALS, NONE, SUPPLIERS
from caffael.rules.year import region_budget

MONEY_PERCENT = 20
"""Of the money that a point of savings takes, so much buys a point when it is spent on goals: £20k of the standard game's £100k."""
POINTS_A_SHARE = 8
"""A council's yearly share of carbon decides over up to four goal points, and the region's budget over the end."""
LOCAL_WORTH = 20
"""What 1 % more local money is worth to who wants nothing else (hundredths)."""
WATCHFUL = 150
"""How much carbon counts to who watches the region's carbon track, in per cent of what it counts to others."""
ALARMED = 300
"""The same while the region has emitted more than its share of the years that are over."""
BARRED = -(10**8)
"""What a supplier that a bot is barred from is worth to it."""


def pounds_a_point(cards: Cards) -> int:
    """What a point of score costs when money is spent on goals, in pounds."""
    return max(cards.settings.money_step * MONEY_PERCENT // 100, 1)


def kilos_a_point(cards: Cards) -> int:
    """How much carbon costs a point of score, in kg: 22 t of the standard game's 177 t a year."""
    return max(cards.settings.carbon_budget // max(cards.settings.years, 1) // POINTS_A_SHARE, 1)


def carbon_taste(cards: Cards, state: State, bot: Bot) -> int:
    """How much carbon counts to a bot, in per cent: who watches the region gives it more, and most when carbon runs ahead of the years."""
    if bot.watch == 0:
        return bot.carbon
    years = max(cards.settings.years, 1)
    ahead = state.carbon * years > region_budget(cards, state) * (state.year - 1)
    return bot.carbon * (ALARMED if ahead else WATCHFUL) // 100


def chance_reached(cards: Cards, state: State, seat: int, supplier: int, bonus: int) -> int:
    """How likely a delivery check is reached, in per cent, as far as the seat knows the supplier's track record."""
    reliability = known_reliability(cards, supplier, known_record(state, seat, supplier))
    needed = cards.settings.check_sum - reliability - bonus
    return min(max(7 - needed, 0), 6) * 100 // 6


def worth_of(cards: Cards, state: State, seat: int, need: int, route: int, bidder: Bidder, bot: Bot, stakes: Stakes) -> int:
    """What a bid for a need is worth to a bot over the years that are left, in hundredths of a point; one year of it counts managed."""
    if bidder.supplier < SUPPLIERS and bot.no_supplier[bidder.supplier] == 1:
        return BARRED
    card = cards.needs[need]
    supplier = cards.suppliers[bidder.supplier]
    years = min(card.term, cards.settings.years - state.year + 1)
    bonus = 1 + (cards.settings.flexible_reliability if route == FLEXIBLE else 0)
    chance = chance_reached(cards, state, seat, bidder.supplier, bonus)
    goals = stakes.goals + quality_points(cards, bidder.quality)
    local = 1 if supplier.local >= cards.settings.local_share else 0
    if cards.settings.welsh_duty == 1 and card.public == 1 and supplier.welsh == 1:
        goals += 1
    kilos = card.carbon * max(bidder.carbon + (cards.settings.joint_carbon if route == JOINT else 0), 0) // 100
    pounds = price_of(cards, need, bidder.percent) * years // card.term
    worth = bot.goals * goals * chance * years // 100
    worth += bot.social * social_points(cards, bidder.social, 1) * chance * years // 100
    worth += bot.local * (local * chance * years + (supplier.local * LOCAL_WORTH if bot.local > 100 else 0)) // 100
    worth -= stakes.carbon * kilos * years // stakes.kilos
    worth -= bot.price * pounds // stakes.pounds
    return worth


def fed_by(cards: Cards, need: int, route: int) -> int:
    """Goal points that a delivered year of a need brings whoever wins it."""
    goals = cards.settings.reserved_equal if route == RESERVED else 0
    for goal in range(GOALS):
        goals += cards.needs[need].goals[goal]
    return goals


def fill_worths(cards: Cards, state: State, seat: int, need: int, route: int, desk: Desk, bot: Bot) -> int:
    """Fill the desk with what each bid on its table is worth to a bot, and return the row that is worth most; NONE when nobody bids."""
    best = NONE
    stakes = desk.stakes
    stakes.goals = fed_by(cards, need, route)
    stakes.carbon = carbon_taste(cards, state, bot)
    stakes.pounds = pounds_a_point(cards)
    stakes.kilos = kilos_a_point(cards)
    for i in range(desk.table.count):
        desk.worths[i] = worth_of(cards, state, seat, need, route, desk.table.bidders[i], bot, stakes)
        if best == NONE or desk.worths[i] > desk.worths[best]:
            best = i
    return best
