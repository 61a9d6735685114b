"""How bids are scored on paper: in whole points, read off tables, by the same rules as the game's.

The bid with the lowest percentage has 100 points for its price. Points are rounded to the nearest whole; where the two best sums are less
than a point apart, the price points of these two are reckoned exactly instead (`exact_price_points`).
"""

from fractions import Fraction

from caffael.rules.records import Cards, Settings
from caffael.rules.terms import FRAMEWORK, Route

ROWS = 50
MOST_COLUMNS = 30
FULL = 100
TOP_RATING = 5
CLOSE = 1
"""Sums that are nearer than so many points are reckoned exactly."""


def exact_price_points(settings: Settings, lowest: int, percent: int) -> Fraction:
    """The points for a price of so many per cent of the estimate, where the lowest bid has so many."""
    if settings.price_ratio == 1:
        return Fraction(FULL * lowest, percent)
    return max(Fraction(FULL) - Fraction(settings.price_slope * FULL * (percent - lowest), lowest), Fraction(0))


def price_points(settings: Settings, lowest: int, percent: int) -> int:
    """The same in whole points, as the table has them."""
    return int(exact_price_points(settings, lowest, percent) + Fraction(1, 2))


def rating_points(rating: int) -> int:
    """The points for quality or social value, from 1 to 5."""
    return rating * FULL // TOP_RATING


def carbon_points(settings: Settings, above: int) -> int:
    """The points of a bid that is so many per cent of the old way's carbon above the cleanest."""
    return max(FULL - settings.carbon_slope * above, 0)


def lowest_bids(cards: Cards) -> range:
    """The lowest bids, in per cent, that the table of price points has a row for: from the least that this pack can bring."""
    prices = [cards.suppliers[i].price for i in range(cards.supplier_count)] + [cards.suppliers[FRAMEWORK].price]
    bids = cards.bid_cards[: cards.bid_card_count] if cards.settings.bid_cards == 1 else []
    joint = cards.routes[Route.JOINT]
    least = min(prices) + min([0, *bids]) + (joint.price if joint.on == 1 else 0)
    return range(least, least + ROWS)


def differences(cards: Cards) -> range:
    """How far above the lowest bid the table goes: as far as anything is scored, or as far as fits."""
    settings, last = cards.settings, lowest_bids(cards)[-1]
    most = MOST_COLUMNS
    while most > 1 and exact_price_points(settings, last, last + most) == 0:
        most -= 1
    return range(1, most + 1)
