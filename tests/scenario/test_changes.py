"""Values of a pack are changed by their names, before anything is checked."""

from typing import Any

import pytest

from caffael.rules.cards import Cards
from caffael.rules.terms import EffectKind, Ending, Route
from caffael.scenario import Fault, Pack, PackError, load_pack
from caffael.scenario.pack import parameters
from tests.scenario.workbench import SHIPPED, Extending, Workbench


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(SHIPPED)


def refused(changes: dict[str, object]) -> list[Fault]:
    with pytest.raises(PackError) as caught:
        load_pack(SHIPPED, changes=changes)
    return caught.value.faults


def changed(changes: dict[str, object]) -> Cards:
    return load_pack(SHIPPED, changes=changes).cards


@pytest.mark.parametrize(
    ("name", "value", "read", "expected"),
    [
        ("rules.load_percent", 7, lambda cards: cards.settings.load, 7),
        ("rules.load_percent", "7", lambda cards: cards.settings.load, 7),
        ("rules.load_percent", "+3", lambda cards: cards.settings.load, 8),
        ("rules.load_percent", "-3", lambda cards: cards.settings.load, 2),
        ("rules.load_percent", "x1.1", lambda cards: cards.settings.load, 6),
        ("rules.load_percent", "x1.09", lambda cards: cards.settings.load, 5),
        ("rules.load_percent", "x0", lambda cards: cards.settings.load, 0),
        ("rules.joint_carbon_percent", "x1.5", lambda cards: cards.settings.joint_carbon, -45),
        ("rules.carbon_budget_kg_a_year", 100_000, lambda cards: cards.settings.carbon_budget, 500_000),
        ("rules.labs", False, lambda cards: cards.settings.labs, 0),
        ("rules.labs", 0, lambda cards: cards.settings.labs, 0),
        ("rules.labs", "false", lambda cards: cards.settings.labs, 0),
        ("rules.carbon", "1", lambda cards: cards.settings.carbon, 1),
        ("rules.ending", "hard", lambda cards: cards.settings.ending, Ending.HARD),
        ("rules.marks_percent", [10, 20, 30, 40], lambda cards: cards.settings.marks, [10, 20, 30, 40]),
        ("weights.price.max", 40, lambda cards: max(cards.weights[: cards.weights_count * 4 : 4]), 40),
        ("routes.open.days", 3, lambda cards: cards.routes[Route.OPEN].days, 3),
        ("routes.flexible.on", True, lambda cards: cards.routes[Route.FLEXIBLE].on, 1),
        ("routes.lots.labs.procurement", "+1", lambda cards: cards.routes[Route.LOTS].labs, [2, 0, 0]),
        ("routes.open.labs.data", 1, lambda cards: cards.routes[Route.OPEN].labs, [0, 0, 1]),
        ("framework.price_percent", "x0.9", lambda cards: cards.suppliers[-1].price, 90),
        ("decks.bid_cards", {-3: 1, "5": 2}, lambda cards: cards.bid_cards[: cards.bid_card_count], [-3, 5, 5]),
        ("needs.primary-meals.estimate_gbp", 700_000, lambda cards: cards.needs[0].estimate, 700_000),
        ("suppliers.becws-cwm-brwyn.welsh", False, lambda cards: cards.suppliers[0].welsh, 0),
        ("suppliers.becws-cwm-brwyn.welsh", 0, lambda cards: cards.suppliers[0].welsh, 0),
        ("suppliers.becws-cwm-brwyn.supported", "yes", lambda cards: cards.suppliers[0].supported, 1),
        ("suppliers.becws-cwm-brwyn.categories", "care", lambda cards: cards.suppliers[0].categories[:6], [0, 0, 0, 0, 1, 0]),
        ("councils.blaenau-gwent.grant_gbp", "+1", lambda cards: cards.councils[0].grant, 268_001),
        ("projects.retrofit-map.cost_gbp", "x2", lambda cards: cards.projects[0].cost, 16_000),
        ("projects.retrofit-map.lab_procurement", "+1", lambda cards: cards.projects[0].labs, [1, 0, 2]),
        ("events.storm-gwilym.effect_1", "fund 5000", lambda cards: cards.events[0].effects[0].kind, EffectKind.FUND),
    ],
)
def test_a_value_is_changed_by_its_name(name: str, value: object, read: Any, expected: object) -> None:
    assert read(changed({name: value})) == expected


def test_a_star_changes_every_card(shipped: Pack) -> None:
    cards = changed({"suppliers.*.price_percent": 100, "needs.*.estimate_gbp": "x1.1", "needs.*.carbon_kg": "x1"})
    count = shipped.cards.need_count
    assert {supplier.price for supplier in cards.suppliers[: cards.supplier_count]} == {100}
    assert [need.estimate for need in cards.needs[:count]] == [(need.estimate * 11 + 5) // 10 for need in shipped.cards.needs[:count]]
    assert cards.suppliers[-1].price == shipped.cards.suppliers[-1].price


def test_an_empty_cell_that_means_any_size_is_not_multiplied(shipped: Pack) -> None:
    before = [supplier.largest for supplier in shipped.cards.suppliers]
    assert 0 in before[: shipped.cards.supplier_count]
    assert [supplier.largest for supplier in changed({"suppliers.*.largest_gbp": "x2"}).suppliers] == [size * 2 for size in before]


def test_a_later_change_counts_on_top_of_an_earlier_one(shipped: Pack) -> None:
    cards = changed({"suppliers.*.price_percent": 100, "suppliers.minibws-mali.price_percent": "+5"})
    assert cards.suppliers[shipped.ids.suppliers.index("minibws-mali")].price == 105


def test_what_a_pack_leaves_out_is_changed_from_the_standard(bench: Workbench) -> None:
    bench.toml("load_percent = 5", "")
    bench.toml("[routes.joint]\non = true\ndays = 1\nprice_points = -20\nlabs = { procurement = 0 }\n", "")
    cards = load_pack(bench.folder, changes={"rules.load_percent": "x2", "routes.joint.labs.data": 1}).cards
    assert (cards.settings.load, cards.routes[Route.JOINT].labs) == (10, [2, 0, 1])
    assert bench.load().cards.routes[Route.JOINT].labs == [2, 0, 0]


def test_a_route_that_names_its_labs_asks_for_no_others(bench: Workbench) -> None:
    bench.toml("labs = { procurement = 1 }", "labs = { data = 1 }")
    assert load_pack(bench.folder, changes={"routes.lots.labs.procurement": "+1"}).cards.routes[Route.LOTS].labs == [1, 0, 1]


def test_changes_are_made_after_a_pack_is_laid_over_another(mine: Extending) -> None:
    mine.toml('[rules]\nload_percent = 9\n[leave_out]\nneeds = ["school-milk"]\n')
    mine.deck("suppliers.csv", "id,price_percent", "minibws-mali,120")
    cards = mine.load({"rules.load_percent": "+1", "suppliers.minibws-mali.price_percent": "x1.1"}).cards
    assert (cards.settings.load, cards.suppliers[load_pack(SHIPPED).ids.suppliers.index("minibws-mali")].price) == (10, 132)
    assert mine.only_fault({"needs.school-milk.urgency": 1}).message.startswith('"school-milk" is not a card of needs.csv')


def test_a_fault_of_the_file_is_mended_by_a_change(bench: Workbench) -> None:
    bench.toml("load_percent = 5", 'load_percent = "much"')
    bench.cell("needs.csv", 2, "urgency", "often")
    name = bench.cell("needs.csv", 2, "id")
    mended: dict[str, object] = {"rules.load_percent": 6, f"needs.{name}.urgency": 2}
    assert load_pack(bench.folder, changes=mended).cards.settings.load == 6


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("rules.load_percnt", '"rules.load_percnt" is not a number of a pack; did you mean "rules.load_percent"?'),
        ("zzz", '"zzz" is not a number of a pack; write one like rules.load_percent or needs.*.estimate_gbp.'),
        ("need.*.estimate_gbp", '"need.*.estimate_gbp" is not a number of a pack; did you mean "needs.*.estimate_gbp"?'),
        ("category.food.title_en", '"category.food.title_en" is not a number of a pack'),
        ("framework.name_en", '"framework.name_en" is not a number of a pack'),
        ("", '"" is not a number of a pack'),
    ],
)
def test_a_name_of_nothing_is_told_with_the_one_that_is_near(name: str, message: str) -> None:
    (fault,) = refused({name: 7})
    assert (fault.place, fault.value) == ("", "7")
    assert fault.message.startswith(message)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("needs.scool-milk.urgency", '"scool-milk" is not a card of needs.csv; did you mean "school-milk"?'),
        ("needs.zzz.urgency", '"zzz" is not a card of needs.csv.'),
        ("needs.school-milk.urgncy", '"urgncy" is not a column of needs.csv that can be changed; did you mean "urgency"?'),
        ("needs.*.title_en", '"title_en" is not a column of needs.csv that can be changed'),
        ("needs.*.id", '"id" is not a column of needs.csv that can be changed'),
    ],
)
def test_a_cell_of_nothing_is_told_with_the_one_that_is_near(name: str, message: str) -> None:
    (fault,) = refused({name: 7})
    assert (fault.place, fault.value) == (name, "7")
    assert fault.message.startswith(message)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("rules.load_percent", 900, '"900" is too large; write a whole number from 0 to 100.'),
        ("rules.load_percent", "x90", '"450" is too large; write a whole number from 0 to 100.'),
        ("rules.load_percent", True, '"true" is not a whole number from 0 to 100.'),
        ("rules.load_percent", 5.5, '"5.5" is not a whole number from 0 to 100.'),
        ("rules.labs", 2, '"2" is not true or false.'),
        ("rules.labs", "x2", '"x2" is not true or false.'),
        ("rules.ending", "hrd", '"hrd" is not a known choice; did you mean "hard"?'),
        ("rules.marks_percent", 5, '"5" is not a list of whole numbers in square brackets.'),
        ("decks.bid_cards", 5, '"5" is not a table.'),
        (
            "rules.load_percent",
            "more",
            '"more" does not read as a change; write a whole number, "x1.1" to multiply, or "+3" or "-3" to add.',
        ),
        ("suppliers.becws-cwm-brwyn.price_percent", 900, '"900" is too large; write a whole number of percent from 50 to 200.'),
        ("suppliers.becws-cwm-brwyn.carbon_percent", "x1.1", '"88" is not a carbon class; write 40, 60, 80, 100 or 120.'),
        ("suppliers.becws-cwm-brwyn.welsh", "maybe", '"maybe" is neither yes nor no; write yes or no.'),
        ("events.storm-gwilym.effect_1", "budgt 5", '"budgt" is not a known effect; did you mean "budget"?'),
        ("events.storm-gwilym.effect_1", " ", "A card's cell cannot be emptied by a change; write what shall stand there."),
        ("projects.retrofit-map.amount", 900, '"900" does not suit the power "cleaner-category"; write a whole number from 1 to 100.'),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_its_name(name: str, value: object, message: str) -> None:
    assert [(fault.file, fault.place, fault.message) for fault in refused({name: value})] == [("", name, message)]


def test_an_empty_cell_of_one_card_has_nothing_to_multiply(shipped: Pack) -> None:
    largest = next(i for i, supplier in enumerate(shipped.cards.suppliers) if supplier.largest == 0)
    (fault,) = refused({f"suppliers.{shipped.ids.suppliers[largest]}.largest_gbp": "x2"})
    assert fault.message == 'There is no number here that "x2" could change; write a whole number.'


def test_a_fault_of_a_whole_deck_is_told_with_its_name() -> None:
    (fault,) = refused({"decks.bid_cards": {"0": 500}})
    assert (fault.place, fault.message) == ("decks.bid_cards", "There are 500 cards, but at most 80 fit; take out 420.")


def test_a_fault_within_a_changed_deck_is_told_with_its_name_also_where_the_pack_has_that_value(mine: Extending) -> None:
    fault = mine.only_fault({"decks.bid_cards": {"0": -1, "4": 30}})
    assert (fault.place, fault.message) == ("decks.bid_cards.0", "There cannot be -1 copies of a card; write a whole number from 0 to 80.")


def test_a_change_that_spoils_many_cards_names_each(shipped: Pack) -> None:
    faults = refused({"suppliers.*.price_percent": "x3"})
    assert [fault.column for fault in faults] == [f"suppliers.{name}.price_percent" for name in shipped.ids.suppliers]


def test_a_change_and_faults_of_the_files_are_told_together(bench: Workbench) -> None:
    bench.cell("needs.csv", 2, "urgency", "9")
    with pytest.raises(PackError) as caught:
        load_pack(bench.folder, changes={"rules.zzz": 1, "needs.*.urgency": "+1"})
    assert [fault.place for fault in caught.value.faults][:1] == [""]
    assert len(caught.value.faults) > 2


@pytest.mark.parametrize("changes", [{"rules.load_percent": "+1"}, {"needs.*.urgency": "+0"}, {"routes.open.days": 9}])
def test_changes_of_a_pack_that_does_not_read_add_no_faults(bench: Workbench, changes: dict[str, object]) -> None:
    bench.toml("load_percent = 5", 'load_percent = "much"')
    bench.toml("[routes.open]\non = true\ndays = 2", "[routes]\nopen = 5")
    bench.cell("needs.csv", 3, "urgency", "often")
    before = bench.faults()
    with pytest.raises(PackError) as caught:
        load_pack(bench.folder, changes=changes)
    assert caught.value.faults == before


# -------------------------------------------------------------------------------------------------------------------- the parameters


def test_parameters_are_the_numbers_that_stand_there() -> None:
    found = parameters(SHIPPED)
    assert (found["rules.load_percent"], found["weights.quality.max"], found["framework.local_percent"]) == (5, 70, 25)
    assert (found["routes.lots.labs.procurement"], found["routes.quotes.largest_gbp"]) == (1, 170_000)
    assert (found["needs.primary-meals.estimate_gbp"], found["councils.blaenau-gwent.grant_gbp"]) == (600_000, 268_000)
    assert (found["projects.retrofit-map.lab_data"], found["suppliers.becws-cwm-brwyn.largest_gbp"]) == (2, 260_000)
    assert (found["rules.labs"], found["routes.flexible.on"], found["suppliers.becws-cwm-brwyn.welsh"]) == (True, False, True)
    assert type(found["rules.labs"]) is type(found["suppliers.becws-cwm-brwyn.welsh"]) is bool


def test_parameters_have_no_texts_no_labels_and_no_empty_cells(shipped: Pack) -> None:
    found = parameters(SHIPPED)
    assert {type(value) for value in found.values()} == {int, bool}
    assert not [name for name in found if name.endswith((".mark", ".map_column", ".main_goal", ".power", "_en"))]
    any_size = next(i for i, supplier in enumerate(shipped.cards.suppliers) if supplier.largest == 0)
    assert f"suppliers.{shipped.ids.suppliers[any_size]}.largest_gbp" not in found


def test_every_parameter_can_be_changed_and_its_own_value_changes_nothing(shipped: Pack) -> None:
    assert changed(dict(parameters(SHIPPED))) == shipped.cards


def test_parameters_of_what_a_pack_leaves_out_are_the_standard(bench: Workbench) -> None:
    for line in ("load_percent = 5", "criteria_at_least = 3", "labs = { procurement = 1 }"):
        bench.toml(line, "")
    found = parameters(bench.folder)
    assert (found["rules.load_percent"], found["weights.criteria_at_least"], found["routes.lots.labs.procurement"]) == (5, 3, 1)
    assert load_pack(bench.folder, changes=dict(found)).cards == bench.load().cards


def test_parameters_of_an_extending_pack_are_those_it_ends_up_with(mine: Extending) -> None:
    mine.toml("[rules]\nload_percent = 9\n")
    mine.deck("suppliers.csv", "id,price_percent", "minibws-mali,120")
    found = parameters(mine.folder)
    assert (found["rules.load_percent"], found["suppliers.minibws-mali.price_percent"]) == (9, 120)


def test_parameters_of_a_broken_pack_are_refused(bench: Workbench) -> None:
    bench.toml("level = 3", "level = 9")
    with pytest.raises(PackError):
        parameters(bench.folder)


def test_parameters_ask_for_years_that_are_offered() -> None:
    with pytest.raises(PackError, match="not offered for 4 years"):
        parameters(SHIPPED, 4)
