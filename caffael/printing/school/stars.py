"""The stars on a firm's card: what it would score under each weight card, for each number of jobs that it has, in whole points.

A rule scores a price against the lowest bid of the tender. A card can't know that, so stars take a usual lowest price instead; in all but a
few tenders the firm with the most stars is the winner of the rules (`tests/printing/test_school.py` holds how many).
"""

from fractions import Fraction

from caffael.printing.reckoning import FULL, carbon_points, rating_points
from caffael.rules.cards import Cards, Settings, Supplier
from caffael.rules.delivery import CARDS_AND_RELIABILITY
from caffael.rules.tender import joined_rating
from caffael.rules.terms import Criterion, Management

QUARTER = 4


def usual_lowest(cards: Cards) -> int:
    """A usual lowest price: a quarter of the firms are not dearer."""
    prices = sorted(cards.suppliers[i].price for i in range(cards.supplier_count))
    return prices[(len(prices) - 1) // QUARTER]


def cleanest(cards: Cards) -> int:
    """The least carbon that a firm of the pack makes, in per cent of the usual."""
    return min(cards.suppliers[i].carbon for i in range(cards.supplier_count))


def price_with(settings: Settings, firm: Supplier, jobs: int) -> int:
    """A firm's price in per cent of the usual price, when it has so many jobs already."""
    return firm.price + settings.load * jobs


def price_points(settings: Settings, lowest: int, percent: int) -> Fraction:
    """The points for a price by a usual lowest one; what is cheaper still has more than all of them."""
    if settings.price_ratio == 1:
        return Fraction(FULL * lowest, percent)
    return max(Fraction(FULL) - Fraction(settings.price_slope * FULL * (percent - lowest), lowest), Fraction(0))


def total(cards: Cards, firm: Supplier, jobs: int, weights: tuple[int, ...]) -> Fraction:
    """What a firm that has so many jobs scores by a row of weights, exactly."""
    settings = cards.settings
    quality, social = rating_points(firm.quality), rating_points(firm.social)
    if settings.people == 1:
        quality, social = rating_points(joined_rating(firm.quality, firm.social)), 0
    points = {
        Criterion.PRICE: price_points(settings, usual_lowest(cards), price_with(settings, firm, jobs)),
        Criterion.QUALITY: Fraction(quality),
        Criterion.SOCIAL_VALUE: Fraction(social),
        Criterion.CARBON: Fraction(carbon_points(settings, firm.carbon - cleanest(cards))),
    }
    return sum((weights[criterion] * points[criterion] for criterion in Criterion), Fraction(0)) / FULL


def stars(cards: Cards, weights: tuple[int, ...]) -> list[list[int]]:
    """The stars by a row of weights: for each firm, for each number of jobs that it may have.

    They are whole points, moved up where two would be the same that are not: so the order is the exact one, and a tie is a true tie.
    """
    firms = [cards.suppliers[i] for i in range(cards.supplier_count)]
    totals = [[total(cards, firm, jobs, weights) for jobs in range(firm.capacity)] for firm in firms]
    written: dict[Fraction, int] = {}
    last = -1
    for points in sorted({points for row in totals for points in row}):
        last = written[points] = max(int(points + Fraction(1, 2)), last + 1)
    return [[written[points] for points in row] for row in totals]


def done_from(settings: Settings, firm: Supplier) -> int:
    """The least delivery card with which a firm's work is done."""
    bonus = settings.managed_bonus if settings.management != Management.OFF else 0
    return CARDS_AND_RELIABILITY - firm.reputation - bonus


def anchors(cards: Cards) -> list[int]:
    """The round prices, in per cent, that a need card has in pounds: from below the lowest to above the highest."""
    firms = [cards.suppliers[i] for i in range(cards.supplier_count)]
    least = min(firm.price for firm in firms) // 10 * 10
    most = max(price_with(cards.settings, firm, max(firm.capacity - 1, 0)) for firm in firms)
    return list(range(least, most + 10, 10))
