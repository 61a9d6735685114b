"""The stars on a firm's card: what it would score under each weight card, at each price that it may offer, in whole points.

The prices stand in boxes, a step apart: a box for each number of jobs that it has. Where offer cards are turned up there is one box more on
either side, because such a card moves a price by one box at most.

A rule scores a price against the lowest bid of the tender. A card can't know that, so stars take a usual lowest price instead; in all but a
few tenders the firm with the most stars is the winner of the rules (`tests/printing/test_school.py` holds how many).
"""

from fractions import Fraction

from caffael.printing.reckoning import FULL, carbon_points, rating_points
from caffael.rules.cards import Cards, Settings, Supplier
from caffael.rules.tender import joined_rating
from caffael.rules.terms import Criterion, Management

QUARTER = 4
ROUND = 10


def usual_lowest(cards: Cards) -> int:
    """A usual lowest price: a quarter of the firms are not dearer. Where offer cards are turned up, one of them mostly gets a low one."""
    printed = sorted(cards.suppliers[i].price for i in range(cards.supplier_count))
    return printed[(len(printed) - 1) // QUARTER] + (min(cards.bid_cards[: cards.bid_card_count]) if has_offer_cards(cards) else 0)


def cleanest(cards: Cards) -> int:
    """The least carbon that a firm of the pack makes, in per cent of the usual."""
    return min(cards.suppliers[i].carbon for i in range(cards.supplier_count))


def has_offer_cards(cards: Cards) -> bool:
    """Whether a card is turned up for each offer."""
    return cards.settings.bid_cards == 1 and cards.bid_card_count > 0


def by_one_box(cards: Cards) -> bool:
    """Whether no offer card moves a price by more than one box."""
    load = cards.settings.load
    return all(card in (-load, 0, load) for card in cards.bid_cards[: cards.bid_card_count])


def boxes(cards: Cards, firm: Supplier) -> range:
    """The boxes on a firm's card, each by the number of jobs whose price it has; the first one may be cheaper than with no job at all."""
    return range(-1, firm.capacity + 1) if has_offer_cards(cards) else range(firm.capacity)


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
    """The stars by a row of weights: for each firm, for each box of its card.

    They are whole points, moved up where two would be the same that are not: so the order is the exact one, and a tie is a true tie.
    """
    firms = [cards.suppliers[i] for i in range(cards.supplier_count)]
    totals = [[total(cards, firm, jobs, weights) for jobs in boxes(cards, firm)] for firm in firms]
    written: dict[Fraction, int] = {}
    last = -1
    for points in sorted({points for row in totals for points in row}):
        last = written[points] = max(int(points + Fraction(1, 2)), last + 1)
    return [[written[points] for points in row] for row in totals]


def done_from(settings: Settings, firm: Supplier) -> int:
    """The least delivery card with which a firm's work is done."""
    bonus = settings.managed_bonus if settings.management != Management.OFF else 0
    return settings.check_sum - firm.reputation - bonus


def is_sure(cards: Cards) -> bool:
    """Whether every firm always does its work, so that no delivery card is needed."""
    least = min(cards.delivery_cards[: cards.delivery_card_count])
    return all(done_from(cards.settings, cards.suppliers[i]) <= least for i in range(cards.supplier_count))


def prices(cards: Cards) -> list[int]:
    """Every price that a firm's card may show, in per cent."""
    firms = [cards.suppliers[i] for i in range(cards.supplier_count)]
    return sorted({price_with(cards.settings, firm, jobs) for firm in firms for jobs in boxes(cards, firm)})


def anchors(cards: Cards) -> list[int]:
    """The round prices, in per cent, that a need card has in pounds: from below the lowest to above the highest."""
    shown = prices(cards)
    return list(range(shown[0] // ROUND * ROUND, shown[-1] + (-shown[-1] % ROUND) + 1, ROUND))


def are_round(cards: Cards) -> bool:
    """Whether every price that a firm's card may show stands on the need cards, so that nobody counts on."""
    return all(price % ROUND == 0 for price in prices(cards))
