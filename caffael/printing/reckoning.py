"""Numbers as they stand on paper, and how bids are scored there: in whole points, read off tables, by the same rules as the game's.

The bid with the lowest percentage has 100 points for its price. Points are rounded to the nearest whole; where the two best sums are less
than a point apart, the price points of these two are reckoned exactly instead (`exact_price_points`).
"""

from fractions import Fraction
from math import gcd

from caffael.rules.cards import Cards, Need, Settings
from caffael.rules.terms import CRITERIA, FRAMEWORK, Criterion, Route
from caffael.words.language import MINUS, SPACE

MOST_CLASSES = 6
HUNDREDTHS = 100


def kilograms(number: int) -> str:
    """Carbon to the kilogram: 12,345 kg."""
    return f"{number:,}{SPACE}kg".replace("-", MINUS)


def pounds_and_pence(pence: int) -> str:
    """Money to the penny, without pence where there are none: £1,010, £98.50."""
    whole, rest = divmod(pence, HUNDREDTHS)
    return f"£{whole:,}.{rest:02d}" if rest else f"£{whole:,}"


def one_per_cent(need: Need) -> str:
    """One per cent of a need's estimate, exactly."""
    return pounds_and_pence(need.estimate)


def carbon_classes(cards: Cards) -> list[int]:
    """The percentages of carbon that stand on the suppliers' cards; the six most frequent, where there are more."""
    printed = [cards.suppliers[i].carbon for i in range(cards.supplier_count)] + [cards.suppliers[FRAMEWORK].carbon]
    frequent = sorted(set(printed), key=lambda percent: (-printed.count(percent), percent))
    return sorted(frequent[:MOST_CLASSES])


def carbon_of(need: Need, percent: int) -> int:
    """A contract's carbon a year: so many per cent of the old way's, rounded down to the kilogram."""
    return need.carbon * percent // 100


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


def weight_rows(cards: Cards) -> list[tuple[int, ...]]:
    """Every row of weights that may be published, in per cent, in the order of the criteria."""
    return [tuple(cards.weights[first : first + CRITERIA]) for first in range(0, cards.weights_count * CRITERIA, CRITERIA)]


def used_criteria(cards: Cards) -> list[Criterion]:
    """The criteria that some row weighs."""
    rows = weight_rows(cards)
    return [criterion for criterion in Criterion if any(row[criterion] > 0 for row in rows)]


def step_of(cards: Cards) -> int:
    """The step in which weights are shared out, in per cent."""
    return gcd(*(weight for row in weight_rows(cards) for weight in row)) or 100


def range_of(cards: Cards, criterion: Criterion) -> tuple[int, int]:
    """The least and the most that may stand on a criterion."""
    weights = [row[criterion] for row in weight_rows(cards)]
    return min(weights), max(weights)


def least_criteria(cards: Cards) -> int:
    """How many criteria have to be above 0 at least."""
    return min(sum(weight > 0 for weight in row) for row in weight_rows(cards))
