"""Presets: the row of weights that is nearest to what a need asks for, or to the same with more for one criterion."""

from collections.abc import Iterable

import pytest

from caffael.rules.cards import Cards
from caffael.rules.presets import BALANCED, LEAST_AT_STAKE, MORE, MOST_AT_STAKE, PRESETS, USUAL, at_stake, counted, part_of, preset_row
from caffael.rules.terms import CRITERIA, NONE, Criterion
from caffael.scenario import load_pack
from tests.small_table import small_cards

Row = tuple[int, int, int, int]
PRICE, QUALITY, SOCIAL_VALUE, CARBON = Criterion.PRICE, Criterion.QUALITY, Criterion.SOCIAL_VALUE, Criterion.CARBON
NO_ROWS: tuple[Row, ...] = ()


def cards_of(rows: Iterable[Row], *needs: tuple[int, int, int]) -> Cards:
    """Cards with these weights, and with needs of so many pounds, years and kg a year, if any are given."""
    cards = small_cards()
    weights = [weight for row in rows for weight in row]
    cards.weights_count = len(weights) // CRITERIA
    cards.weights[: len(weights)] = weights
    if needs:
        cards.need_count = len(needs)
        for i, (estimate, term, carbon) in enumerate(needs):
            cards.needs[i].estimate, cards.needs[i].term, cards.needs[i].carbon = estimate, term, carbon
    return cards


def first(criterion: Criterion) -> int:
    return 1 + criterion


def weights_of(cards: Cards, preset: int, need: int) -> Row:
    at = preset_row(cards, preset, need)
    price, quality, social, carbon = cards.weights[at * CRITERIA : (at + 1) * CRITERIA]
    return price, quality, social, carbon


ALIKE = ((100_000, 1, 20_000), (200_000, 2, 20_000))
"""Two needs that cost and emit the same in a year."""


# ---------------------------------------------------------------------------------------------------------------- what a need asks for


def test_for_a_need_like_all_others_balanced_is_the_usual_shares() -> None:
    usual: Row = (11, 11, 28, 50)  # 40, 40, 100 and 180 of 360
    cards = cards_of([(25, 25, 25, 25), (10, 10, 30, 50), usual, (12, 11, 27, 50), (40, 20, 20, 20)], *ALIKE)
    assert USUAL == (40, 40, 100, 180)
    assert weights_of(cards, BALANCED, 0) == weights_of(cards, BALANCED, 1) == usual


def test_the_dearer_a_year_of_a_need_is_the_more_price_counts() -> None:
    cards = cards_of(NO_ROWS, (50_000, 1, 20_000), (100_000, 1, 20_000), (150_000, 1, 20_000))
    assert [part_of(cards, PRICE, need) for need in range(3)] == [20, 40, 60]  # half, all and one and a half of the mean
    assert [part_of(cards, QUALITY, need) for need in range(3)] == [40] * 3
    assert [part_of(cards, SOCIAL_VALUE, need) for need in range(3)] == [100] * 3
    assert [part_of(cards, CARBON, need) for need in range(3)] == [180] * 3


def test_it_is_the_cost_of_a_year_that_counts_not_that_of_the_whole_term() -> None:
    cards = cards_of(NO_ROWS, (400_000, 4, 20_000), (100_000, 1, 20_000))
    assert part_of(cards, PRICE, 0) == part_of(cards, PRICE, 1) == USUAL[PRICE]


def test_the_more_a_need_emits_the_more_carbon_counts() -> None:
    cards = cards_of(NO_ROWS, (100_000, 1, 10_000), (100_000, 1, 20_000), (100_000, 1, 30_000))
    assert [part_of(cards, CARBON, need) for need in range(3)] == [90, 180, 270]
    assert [part_of(cards, PRICE, need) for need in range(3)] == [40] * 3


def test_a_dear_need_moves_the_row_to_price_and_a_dirty_one_to_carbon() -> None:
    cards = cards_of(
        [(70, 10, 10, 10), (40, 10, 20, 30), (10, 10, 30, 50), (10, 10, 10, 70)],
        (1_000_000, 1, 20_000),
        (10_000, 1, 20_000),
        (10_000, 1, 200_000),
        (10_000, 1, 20_000),
    )
    assert weights_of(cards, BALANCED, 0)[PRICE] > weights_of(cards, BALANCED, 1)[PRICE]
    assert weights_of(cards, BALANCED, 2)[CARBON] > weights_of(cards, BALANCED, 1)[CARBON]


def test_price_and_carbon_count_a_fifth_of_the_usual_at_least_and_six_times_it_at_most() -> None:
    cards = cards_of(NO_ROWS, *[(1_000, 1, 0)] * 9, (1_000_000, 1, 90_000))
    assert (LEAST_AT_STAKE, MOST_AT_STAKE) == (20, 600)
    for criterion in (PRICE, CARBON):
        assert [at_stake(cards, criterion, need) for need in (0, 9)] == [20, 600]
        assert part_of(cards, criterion, 0) == USUAL[criterion] * 20 // 100
        assert part_of(cards, criterion, 9) == USUAL[criterion] * 6


def test_just_within_the_bounds_nothing_is_cut_off() -> None:
    cards = cards_of(NO_ROWS, (21_000, 1, 20_000), (179_000, 1, 20_000))
    assert [at_stake(cards, PRICE, need) for need in (0, 1)] == [21, 179]


def test_where_nothing_costs_or_emits_anything_a_criterion_counts_as_usual() -> None:
    cards = cards_of(NO_ROWS, (100_000, 1, 0), (50_000, 1, 0))
    assert [part_of(cards, CARBON, need) for need in (0, 1)] == [USUAL[CARBON]] * 2


def test_quality_and_social_value_do_not_follow_the_need() -> None:
    cards = cards_of(NO_ROWS, (1_000, 1, 1), (1_000_000, 1, 100_000))
    for criterion in (QUALITY, SOCIAL_VALUE):
        assert [at_stake(cards, criterion, need) for need in (0, 1)] == [100, 100]


# --------------------------------------------------------------------------------------------------------------------- what comes first


@pytest.mark.parametrize("criterion", list(Criterion))
def test_what_a_preset_puts_first_counts_three_tenths_more_and_the_others_as_in_balanced(criterion: Criterion) -> None:
    cards = cards_of([(25, 25, 25, 25)], *ALIKE)
    assert MORE == 130
    for other in Criterion:
        balanced, putting = counted(cards, other, BALANCED, 0), counted(cards, other, first(criterion), 0)
        assert putting * 10 == balanced * (13 if other == criterion else 10)


@pytest.mark.parametrize("criterion", list(Criterion))
@pytest.mark.parametrize("pack", ["smarter-spending", "our-town", "first-steps"])
def test_no_preset_gives_what_it_puts_first_less_than_balanced_does(pack: str, criterion: Criterion) -> None:
    cards = load_pack(pack).cards
    for need in (NONE, *range(cards.need_count)):
        assert weights_of(cards, first(criterion), need)[criterion] >= weights_of(cards, BALANCED, need)[criterion]


def test_what_a_preset_puts_first_weighs_a_step_more_than_in_the_balanced_one_where_the_scenario_allows_it() -> None:
    rows: tuple[Row, ...] = ((10, 10, 30, 50), (20, 10, 20, 50), (20, 0, 30, 50), (30, 0, 30, 40))
    cards = cards_of(rows, *ALIKE)
    assert weights_of(cards, BALANCED, 0) == (10, 10, 30, 50)
    assert weights_of(cards, first(PRICE), 0) == (20, 10, 20, 50)
    assert weights_of(cards, first(CARBON), 0) == (10, 10, 30, 50)  # no row gives carbon more


# ---------------------------------------------------------------------------------------------------------------------- without a need


@pytest.mark.parametrize(
    ("preset", "row"),
    [
        (BALANCED, (30, 30, 20, 20)),  # 25 each is none of its steps: what comes first has more
        (first(PRICE), (40, 20, 20, 20)),  # 30 and thrice 23, and a step more than in the balanced one
        (first(QUALITY), (20, 40, 20, 20)),
        (first(SOCIAL_VALUE), (30, 20, 30, 20)),
        (first(CARBON), (30, 20, 20, 30)),
    ],
)
def test_without_a_need_the_criteria_of_the_standard_game_count_alike(preset: int, row: Row) -> None:
    assert weights_of(load_pack("smarter-spending").cards, preset, NONE) == row


@pytest.mark.parametrize("criterion", list(Criterion))
def test_without_a_need_each_criterion_counts_alike_and_what_comes_first_three_tenths_more(criterion: Criterion) -> None:
    cards = cards_of([(25, 25, 25, 25)], (1_000_000, 1, 1), (1_000, 1, 100_000))
    assert part_of(cards, criterion, NONE) == 100
    assert [counted(cards, criterion, preset, NONE) for preset in (BALANCED, first(criterion))] == [10_000, 13_000]


def test_of_rows_that_are_as_near_the_one_with_more_on_the_first_criteria_is_taken() -> None:
    rows: tuple[Row, ...] = ((20, 30, 30, 20), (30, 20, 20, 30), (30, 20, 30, 20))
    assert preset_row(cards_of(rows), BALANCED, NONE) == 2
    assert preset_row(cards_of(reversed(rows)), BALANCED, NONE) == 0


def test_a_criterion_that_never_counts_has_no_share() -> None:
    rows: tuple[Row, ...] = ((60, 20, 0, 20), (40, 30, 0, 30), (34, 33, 0, 33), (30, 40, 0, 30), (20, 60, 0, 20))
    cards = cards_of(rows)
    assert preset_row(cards, BALANCED, NONE) == 2  # a third each
    assert preset_row(cards, first(PRICE), NONE) == 1  # 13 parts of 33
    assert preset_row(cards, first(QUALITY), NONE) == 3
    assert [counted(cards, SOCIAL_VALUE, preset, NONE) for preset in range(PRESETS)] == [0] * PRESETS


def test_where_there_are_no_weights_no_preset_gives_any() -> None:
    assert preset_row(cards_of(NO_ROWS), BALANCED, NONE) == NONE
    assert preset_row(cards_of(NO_ROWS), BALANCED, 0) == NONE


# ------------------------------------------------------------------------------------------------------------------------ joined people


def test_where_quality_and_social_value_are_joined_quality_stands_for_both() -> None:
    cards = cards_of([(11, 39, 0, 50), (11, 11, 0, 78), (33, 34, 0, 33)], *ALIKE)
    assert part_of(cards, QUALITY, 0) == USUAL[QUALITY]
    cards.settings.people = 1
    assert part_of(cards, QUALITY, 0) == USUAL[QUALITY] + USUAL[SOCIAL_VALUE]
    assert counted(cards, SOCIAL_VALUE, BALANCED, 0) == 0
    assert weights_of(cards, BALANCED, 0) == (11, 39, 0, 50)


def test_joined_people_count_as_one_criterion_where_there_is_no_need_to_follow() -> None:
    cards = cards_of([(11, 39, 0, 50), (33, 34, 0, 33)])
    cards.settings.people = 1
    assert part_of(cards, QUALITY, NONE) == part_of(cards, PRICE, NONE)
    assert weights_of(cards, BALANCED, NONE) == (33, 34, 0, 33)
