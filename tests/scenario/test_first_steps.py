"""First Steps has nothing that the youngest do not need, and enough of what they do."""

import pytest

from caffael.rules.terms import CRITERIA, Ending, Management, Route
from caffael.scenario import Pack, load_pack

OFF = (
    "bid_cards",
    "track_records",
    "engagement",
    "labs",
    "projects",
    "events",
    "climate_events",
    "welsh_duty",
    "badges",
    "section_114",
    "refresh",
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("first-steps")


def test_it_is_sound_and_says_what_it_is(pack: Pack) -> None:
    assert pack.warnings == []
    assert (pack.level, pack.ages, pack.years, pack.years_offered) == (1, "8-11", 3, (3,))
    assert (pack.teams, pack.teams_most, pack.wording, pack.picture) == (4, 6, "school", "school")


def test_there_are_open_tenders_and_nothing_else(pack: Pack) -> None:
    settings = pack.cards.settings
    assert [Route(i) for i, route in enumerate(pack.cards.routes) if route.on] == [Route.OPEN]
    assert [name for name in OFF if getattr(settings, name)] == []
    assert (settings.management, settings.ending, settings.people) == (Management.AUTOMATIC, Ending.GENTLE, 1)


def test_each_way_to_weigh_is_a_card_with_a_name(pack: Pack) -> None:
    weights = [tuple(pack.cards.weights[i * CRITERIA : (i + 1) * CRITERIA]) for i in range(pack.cards.weights_count)]
    assert weights == [card.weights for card in pack.texts.weight_cards]
    assert weights[0] == (60, 20, 0, 20)
    assert len({card.title("en") for card in pack.texts.weight_cards}) == len({card.title("cy") for card in pack.texts.weight_cards}) == 7


def test_every_category_has_needs_and_more_suppliers_than_a_tender_wants(pack: Pack) -> None:
    cards = pack.cards
    for category in range(cards.categories):
        assert sum(supplier.categories[category] for supplier in cards.suppliers[: cards.supplier_count]) >= 10
        assert sum(need.category == category for need in cards.needs[: cards.need_count]) >= 7


def test_there_are_needs_for_a_full_table(pack: Pack) -> None:
    settings = pack.cards.settings
    assert pack.cards.need_count >= pack.teams_most * (settings.first_draw + settings.draw * (pack.years - 1))


def test_the_money_is_that_of_a_school(pack: Pack) -> None:
    assert all(3_000 <= need.estimate <= 60_000 for need in pack.cards.needs[: pack.cards.need_count])
    assert all(5_000 <= council.budget < council.grant < 30_000 for council in pack.cards.councils[: pack.cards.council_count])
