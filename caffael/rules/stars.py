"""How a supplier stands among all of its scenario in steps that can be counted: coins for its price, leaves for its carbon."""

from caffael.rules.cards import Cards, Supplier

STARS = 5
"""The most of a kind."""


def coins(cards: Cards, card: Supplier) -> int:
    """How dear a supplier is: a coin for the cheapest of the scenario, all of them for the dearest."""
    low = card.price
    high = card.price
    for i in range(cards.supplier_count):
        low = min(low, cards.suppliers[i].price)
        high = max(high, cards.suppliers[i].price)
    return 1 + step_of(card.price, low, high)


def leaves(cards: Cards, card: Supplier) -> int:
    """How clean a supplier is: all leaves for the cleanest of the scenario, one for that with most carbon."""
    low = card.carbon
    high = card.carbon
    for i in range(cards.supplier_count):
        low = min(low, cards.suppliers[i].carbon)
        high = max(high, cards.suppliers[i].carbon)
    return STARS - step_of(card.carbon, low, high)


def step_of(value: int, low: int, high: int) -> int:
    """Where a value lies between two others, from 0 to one less than there are stars, rounded to the nearest step."""
    wide = high - low
    if wide == 0:
        return 0
    return (2 * (STARS - 1) * (value - low) + wide) // (2 * wide)
