"""Bids scored off the printed tables give the winner that the rules give."""

import random
from fractions import Fraction

import pytest

from caffael.printing.reckoning import CLOSE, carbon_points, exact_price_points, price_points, range_of, rating_points, step_of, weight_rows
from caffael.rules.cards import Cards
from caffael.rules.records import Table
from caffael.rules.tender import score_bids, weigh
from caffael.rules.terms import NONE, Criterion
from caffael.scenario import load_pack


@pytest.fixture(scope="module")
def cards() -> Cards:
    return load_pack("smarter-spending").cards


def some_table(chance: random.Random) -> Table:
    table = Table()
    table.count = chance.randint(2, 7)
    for index in range(table.count):
        bidder = table.bidders[index]
        bidder.supplier, bidder.percent = index, chance.randint(75, 125)
        bidder.quality, bidder.social, bidder.carbon = chance.randint(1, 5), chance.randint(0, 5), chance.choice((40, 60, 80, 100, 120))
    return table


def on_paper(cards: Cards, table: Table, weights: tuple[int, ...]) -> int:
    """The winner as the tender sheet says to find it; sums are in hundredths of a point."""
    bidders = table.bidders[: table.count]
    lowest, cleanest = min(bidder.percent for bidder in bidders), min(bidder.carbon for bidder in bidders)

    def total(row: int, exactly: bool) -> float | Fraction:
        bidder = bidders[row]
        price = exact_price_points if exactly else price_points
        points = (
            price(cards.settings, lowest, bidder.percent),
            rating_points(bidder.quality),
            rating_points(bidder.social),
            carbon_points(cards.settings, bidder.carbon - cleanest),
        )
        return sum(weight * point for weight, point in zip(weights, points, strict=True)) / 100

    def order(row: int, sums: list[float | Fraction]) -> tuple[float | Fraction, ...]:
        return -sums[row], -bidders[row].quality, bidders[row].percent, row

    rough = [total(row, exactly=False) for row in range(table.count)]
    best = max(rough)
    close = [row for row in range(table.count) if best - rough[row] < CLOSE]
    sums = [total(row, exactly=row in close) for row in range(table.count)]
    return min(close, key=lambda row: order(row, sums))


def test_the_tender_sheet_finds_the_winner_of_the_rules(cards: Cards) -> None:
    chance, rows = random.Random(7), weight_rows(cards)
    need = next(i for i in range(cards.need_count) if cards.needs[i].estimate % 100 == 0)
    for _ in range(300):
        table, weights = some_table(chance), chance.randrange(len(rows))
        score_bids(cards, need, NONE, table)
        weigh(cards, weights, table)
        assert on_paper(cards, table, rows[weights]) == table.winner


def test_the_rulebook_s_example_stands_in_the_table(cards: Cards) -> None:
    assert [price_points(cards.settings, 100, percent) for percent in (100, 104, 110, 125, 130)] == [100, 84, 60, 0, 0]


def test_every_estimate_that_ships_has_a_whole_per_cent() -> None:
    for name in ("first-steps", "our-town", "smarter-spending", "future-generations"):
        pack = load_pack(name)
        assert [pack.ids.needs[i] for i in range(pack.cards.need_count) if pack.cards.needs[i].estimate % 100] == []


def test_the_weights_on_the_sheet_are_those_that_may_be_published(cards: Cards) -> None:
    assert step_of(cards) == 10
    assert [range_of(cards, criterion) for criterion in Criterion] == [(0, 70), (0, 70), (0, 70), (0, 70)]
