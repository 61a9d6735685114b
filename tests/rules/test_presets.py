"""Presets: the row of weights that is nearest to equal shares, or to one criterion counting twice as much as each other."""

import pytest

from caffael.rules.cards import Cards
from caffael.rules.presets import BALANCED, preset_row
from caffael.rules.terms import CRITERIA, NONE, Criterion
from caffael.scenario import load_pack
from tests.small_table import small_cards

Row = tuple[int, int, int, int]


def cards_of(*rows: Row) -> Cards:
    """Cards with these weights."""
    cards = small_cards()
    cards.weights_count = len(rows)
    cards.weights[: len(rows) * CRITERIA] = [weight for row in rows for weight in row]
    return cards


def first(criterion: Criterion) -> int:
    return 1 + criterion


@pytest.mark.parametrize(
    ("preset", "row"),
    [
        (BALANCED, (30, 30, 20, 20)),  # 25 each is none of its steps: what comes first has more
        (first(Criterion.PRICE), (40, 20, 20, 20)),
        (first(Criterion.QUALITY), (20, 40, 20, 20)),
        (first(Criterion.SOCIAL_VALUE), (20, 20, 40, 20)),
        (first(Criterion.CARBON), (20, 20, 20, 40)),
    ],
)
def test_the_standard_game_has_these_presets(preset: int, row: Row) -> None:
    cards = load_pack("smarter-spending").cards
    at = preset_row(cards, preset, NONE)
    assert tuple(cards.weights[at * CRITERIA : (at + 1) * CRITERIA]) == row


def test_of_rows_that_are_as_near_the_one_with_more_on_the_first_criteria_is_taken() -> None:
    rows: tuple[Row, ...] = ((20, 30, 30, 20), (30, 20, 20, 30), (30, 20, 30, 20))
    assert preset_row(cards_of(*rows), BALANCED, NONE) == 2
    assert preset_row(cards_of(*reversed(rows)), BALANCED, NONE) == 0


def test_a_criterion_that_never_counts_has_no_share() -> None:
    rows: tuple[Row, ...] = ((60, 20, 0, 20), (50, 25, 0, 25), (40, 30, 0, 30), (20, 60, 0, 20))
    cards = cards_of(*rows)
    assert preset_row(cards, BALANCED, NONE) == 2  # a third each
    assert preset_row(cards, first(Criterion.PRICE), NONE) == 1  # a half and two quarters
    assert preset_row(cards, first(Criterion.QUALITY), NONE) == 3


def test_where_there_are_no_weights_no_preset_gives_any() -> None:
    assert preset_row(cards_of(), BALANCED, NONE) == NONE
