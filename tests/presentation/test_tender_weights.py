"""Weights as a pupil moves them: always 100 %, always a row of the scenario, and fair to the criteria that are not moved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from caffael.presentation.tender.draft import BALANCED, WeightRows
from caffael.rules.cards import Cards
from caffael.rules.terms import NONE, Criterion
from caffael.scenario import load_pack
from tests.small_table import small_cards

STANDARD = load_pack("smarter-spending").cards


def joined_cards() -> Cards:
    """A game of price, people and planet in steps of 25 %."""
    cards = small_cards()
    cards.settings.people = 1
    rows = [(p, q, 0, 100 - p - q) for p in range(25, 100, 25) for q in range(0, 100, 25) if 0 <= 100 - p - q <= 75]
    cards.weights_count = len(rows)
    for at, row in enumerate(rows):
        cards.weights[at * 4 : at * 4 + 4] = row
    return cards


@pytest.mark.parametrize("cards", [STANDARD, small_cards(), joined_cards()])
def test_every_move_ends_in_a_row_of_the_scenario_that_adds_up(cards: Cards) -> None:
    rows = WeightRows(cards)
    for anchor in range(0, len(rows.rows), 5):
        for criterion in rows.criteria:
            for percent in range(0, 101, 5):
                reached = rows.rows[rows.moved(anchor, criterion, percent)]
                assert sum(reached) == 100
                assert reached[criterion] == rows.snapped(criterion, percent)


def test_what_one_takes_the_others_give_in_proportion() -> None:
    rows = WeightRows(STANDARD)
    anchor = rows.rows.index((40, 20, 20, 20))
    assert rows.rows[rows.moved(anchor, Criterion.PRICE, 70)] == (70, 10, 10, 10)
    assert rows.rows[rows.moved(anchor, Criterion.PRICE, 10)] == (10, 30, 30, 30)
    uneven = rows.rows.index((10, 60, 20, 10))
    assert rows.rows[rows.moved(uneven, Criterion.CARBON, 30)][1] > rows.rows[rows.moved(uneven, Criterion.CARBON, 30)][2]


def test_a_criterion_that_counts_nothing_gets_nothing_when_another_gives() -> None:
    rows = WeightRows(STANDARD)
    anchor = rows.rows.index((40, 40, 0, 20))
    assert rows.rows[rows.moved(anchor, Criterion.PRICE, 20)][Criterion.SOCIAL_VALUE] == 0


def test_limits_come_from_the_rows() -> None:
    rows = WeightRows(STANDARD)
    assert (rows.low(Criterion.PRICE), rows.high(Criterion.PRICE)) == (0, 70)
    assert rows.least_criteria == 3


def test_a_joined_game_has_three_sliders() -> None:
    assert WeightRows(joined_cards()).criteria == [Criterion.PRICE, Criterion.QUALITY, Criterion.CARBON]


@pytest.mark.parametrize("cards", [STANDARD, small_cards(), joined_cards()])
def test_presets_are_rows_and_none_stands_twice(cards: Cards) -> None:
    rows = WeightRows(cards)
    presets = rows.presets(NONE)
    assert len(set(presets.values())) == len(presets)
    for key, row in presets.items():
        if key != BALANCED:
            weights = rows.rows[row]
            assert weights[Criterion[key]] == max(weights)


@settings(max_examples=60, deadline=None)
@given(some.lists(some.tuples(some.sampled_from(range(4)), some.integers(-2, 2)), min_size=1, max_size=8))
def test_a_move_there_and_back_ends_where_it_began(steps: list[tuple[int, int]]) -> None:
    rows = WeightRows(STANDARD)
    anchor = rows.balanced(NONE)
    for criterion, by in steps:
        value = rows.rows[anchor][criterion]
        rows.moved(anchor, criterion, rows.stepped(criterion, value, by))
        assert rows.moved(anchor, criterion, value) == anchor
