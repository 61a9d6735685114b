"""The plain table of a school that plays by weight cards: stars and coins to count, and no long numbers."""

from dataclasses import replace

from caffael.presentation.cards import need_figures, supplier_face
from caffael.presentation.plain import is_plain, supplier_stars
from caffael.presentation.sheets.supplier import criteria_lines
from caffael.presentation.table.council import council_panel
from caffael.presentation.viewer import Viewer, look
from caffael.rules.stars import STARS, coins, leaves
from caffael.words.language import Code, Language
from tests.presentation.positions import game


def school(code: Code = "en", edition: str = "school", scenario: str = "first-steps") -> Viewer:
    return look(game(scenario, None), Language(code, edition), 0, deciding=0)


def test_a_table_is_plain_where_schools_play_by_weight_cards() -> None:
    assert is_plain(school())
    assert not is_plain(school(edition="council"))
    assert not is_plain(school(scenario="our-town")), "its weights are shared out freely"


def test_the_dearest_has_all_coins_and_the_cheapest_one() -> None:
    viewer = school()
    cards = sorted(viewer.cards.suppliers[: viewer.cards.supplier_count], key=lambda one: one.price)
    counts = [coins(viewer.cards, card) for card in cards]
    assert (counts[0], counts[-1]) == (1, STARS)
    assert counts == sorted(counts)


def test_the_cleanest_has_all_stars_and_that_with_most_carbon_one() -> None:
    viewer = school()
    cards = sorted(viewer.cards.suppliers[: viewer.cards.supplier_count], key=lambda one: one.carbon)
    counts = [leaves(viewer.cards, card) for card in cards]
    assert (counts[0], counts[-1]) == (STARS, 1)
    assert counts == sorted(counts, reverse=True)


def test_stars_for_people_are_those_that_the_rules_score() -> None:
    viewer = school()
    supplier = viewer.market[0]
    card = viewer.cards.suppliers[supplier]
    for card.quality, card.social, wanted in ((5, 0, 3), (4, 4, 4), (1, 0, 1), (5, 5, 5)):
        people = supplier_stars(viewer, supplier)[1]
        assert (people.count, people.name) == (wanted, f"People: {wanted} of 5 stars")


def test_a_market_in_which_all_cost_the_same_has_one_coin_each() -> None:
    viewer = school()
    for card in viewer.cards.suppliers:
        card.price = 100
    assert {coins(viewer.cards, card) for card in viewer.cards.suppliers[: viewer.cards.supplier_count]} == {1}


def test_the_weights_that_count_are_shown_and_no_others() -> None:
    viewer = school()
    assert [one.picture for one in supplier_stars(viewer, viewer.market[0])] == ["pound", "people", "leaf"]
    viewer.cards.settings.people = 0
    viewer.cards.settings.carbon = 0
    assert [one.picture for one in supplier_stars(viewer, viewer.market[0])] == ["pound", "star", "heart-hands"]


def test_a_plain_card_is_read_out_with_its_stars_and_another_by_its_kind() -> None:
    face = supplier_face(school(), 0)
    assert len(face.stars) == 3
    assert face.said == ". ".join([face.kind_words, *(one.name for one in face.stars)])
    assert replace(face, stars=()).said == face.kind_words


def test_a_need_says_its_money_and_its_years() -> None:
    viewer = school()
    need = next(one for one in viewer.tray(0) if viewer.cards.needs[one].term == 2)
    assert need_figures(viewer, need).endswith("k for 2 years")
    assert "CO" not in need_figures(viewer, need)


def test_the_panel_has_no_numbers_round_the_flower_and_money_ahead_only_once_something_is_due() -> None:
    viewer = school()
    panel = council_panel(viewer)
    assert (panel.numbers, panel.ahead) == (False, None)
    assert council_panel(school(edition="council")).numbers
    contract = viewer.own.contracts[0]
    contract.need, contract.price, contract.term, contract.age = viewer.tray(0)[0], 30_000, 3, 1
    viewer.own.running, viewer.own.order[0] = 1, 0
    ahead = council_panel(viewer).ahead
    assert ahead is not None and ahead.due == ("To pay this year", "£10k") and not ahead.short
    viewer.own.budget = -40_000
    ahead = council_panel(viewer).ahead
    assert ahead is not None and ahead.short


def test_the_sheet_of_a_plain_card_says_people_as_the_rules_score_it() -> None:
    viewer = school()
    card = viewer.cards.suppliers[0]
    card.quality, card.social = 5, 0
    line = next(one for one in criteria_lines(viewer, 0) if one.title == "People")
    assert line.value == "3 of 5"
