"""First Steps has nothing that the youngest do not need, and enough of what they do."""

import pytest

from caffael.printing.school.stars import is_sure
from caffael.rules.tender import joined_rating
from caffael.rules.terms import CRITERIA, Ending, Management, Route
from caffael.scenario import Pack, load_pack

OFF = (
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


def test_coins_stars_and_leaves_have_steps_of_the_same_size(pack: Pack) -> None:
    settings, firms = pack.cards.settings, pack.cards.suppliers[: pack.cards.supplier_count]
    assert sorted({firm.price for firm in firms}) == [70, 80, 90, 100, 110]
    assert sorted({firm.carbon for firm in firms}) == [40, 60, 80, 100, 120]
    assert {joined_rating(firm.quality, firm.social) for firm in firms} == {1, 2, 3, 4, 5}
    assert 10 * settings.price_slope == 20 * settings.carbon_slope == 20


def test_a_job_and_an_offer_card_move_a_price_by_one_coin(pack: Pack) -> None:
    assert pack.cards.settings.load == 10
    assert set(pack.cards.bid_cards[: pack.cards.bid_card_count]) == {-10, 0, 10}


def test_who_has_much_for_people_helps_people_and_works_well(pack: Pack) -> None:
    for firm in pack.cards.suppliers[: pack.cards.supplier_count]:
        if joined_rating(firm.quality, firm.social) >= 4:
            assert min(firm.quality, firm.social) >= 3


def test_every_firm_keeps_what_it_promises(pack: Pack) -> None:
    assert is_sure(pack.cards)


def test_a_school_has_days_for_two_of_three_needs_and_three_new_ones_a_year(pack: Pack) -> None:
    settings = pack.cards.settings
    assert (settings.days, settings.first_draw, settings.draw, settings.tray, settings.needs_leave) == (2, 3, 3, 3, 1)


def test_each_way_to_weigh_is_a_card_with_a_name(pack: Pack) -> None:
    weights = [tuple(pack.cards.weights[i * CRITERIA : (i + 1) * CRITERIA]) for i in range(pack.cards.weights_count)]
    assert weights == [card.weights for card in pack.texts.weight_cards]
    assert weights[0] == (50, 25, 0, 25)
    assert len({card.title("en") for card in pack.texts.weight_cards}) == len({card.title("cy") for card in pack.texts.weight_cards}) == 4


def test_every_category_has_needs_and_more_suppliers_than_a_tender_wants(pack: Pack) -> None:
    cards = pack.cards
    for category in range(cards.categories):
        assert sum(supplier.categories[category] for supplier in cards.suppliers[: cards.supplier_count]) >= 10
        assert sum(need.category == category for need in cards.needs[: cards.need_count]) >= 7


def test_there_are_needs_for_a_full_table(pack: Pack) -> None:
    settings, needs = pack.cards.settings, pack.cards.needs[: pack.cards.need_count]
    running = settings.days * (max(need.term for need in needs) - 1)
    assert len(needs) >= pack.teams_most * (settings.draw + running)


def test_the_money_is_that_of_a_school(pack: Pack) -> None:
    assert all(3_000 <= need.estimate <= 60_000 for need in pack.cards.needs[: pack.cards.need_count])
    assert all(5_000 <= council.budget < council.grant < 30_000 for council in pack.cards.councils[: pack.cards.council_count])
