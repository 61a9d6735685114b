"""How a supplier stands among all: whole steps between the least and the most of the scenario."""

import pytest

from caffael.rules.stars import coins, leaves
from tests.small_table import small_cards


@pytest.mark.parametrize(("price", "count"), [(80, 1), (84, 1), (85, 2), (94, 2), (95, 3), (100, 3), (105, 4), (115, 5), (120, 5)])
def test_coins_rise_with_the_price_from_one_to_five(price: int, count: int) -> None:
    cards = small_cards()
    cards.supplier_count = 3
    for card, its in zip(cards.suppliers, (80, 120, price), strict=False):
        card.price = its
    assert coins(cards, cards.suppliers[2]) == count


@pytest.mark.parametrize(("carbon", "count"), [(40, 5), (60, 4), (80, 3), (100, 2), (120, 1)])
def test_leaves_fall_with_the_carbon_from_five_to_one(carbon: int, count: int) -> None:
    cards = small_cards()
    assert leaves(cards, next(card for card in cards.suppliers if card.carbon == carbon)) == count


def test_where_all_are_alike_they_are_cheap_and_clean() -> None:
    cards = small_cards()
    for card in cards.suppliers:
        card.price, card.carbon = 100, 100
    assert (coins(cards, cards.suppliers[0]), leaves(cards, cards.suppliers[0])) == (1, 5)


def test_places_without_a_supplier_do_not_count() -> None:
    cards = small_cards()
    cards.suppliers[cards.supplier_count].price = 10_000
    dearest = max(cards.suppliers[: cards.supplier_count], key=lambda card: card.price)
    assert coins(cards, dearest) == 5
