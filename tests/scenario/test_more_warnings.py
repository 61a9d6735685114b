"""Warnings about what no game can use and nobody would miss: each named after what it finds, and after what it lets pass."""

import pytest

from caffael.scenario import Fault
from tests.scenario.workbench import Workbench


def told(bench: Workbench, years: int | None = None) -> list[Fault]:
    return bench.load(years).warnings


def only(bench: Workbench, years: int | None = None) -> Fault:
    warnings = told(bench, years)
    assert len(warnings) == 1, [str(warning) for warning in warnings]
    return warnings[0]


def keep(bench: Workbench, file: str, column: str, wanted: str, many: int) -> None:
    """Leave only so many rows whose cell has a word; other rows stay."""
    table = bench.table(file)
    place = table[0].index(column)
    kept, seen = [table[0]], 0
    for row in table[1:]:
        has = wanted in row[place].split()
        seen += has
        if not has or seen <= many:
            kept.append(row)
    bench.write(file, kept)


def change_all(bench: Workbench, file: str, column: str, value: str) -> None:
    table = bench.table(file)
    for row in table[1:]:
        row[table[0].index(column)] = value
    bench.write(file, table)


# --------------------------------------------------------------------------------------------------------------- suppliers and needs


def test_a_category_with_two_suppliers_has_no_competition(bench: Workbench) -> None:
    change_all(bench, "councils.csv", "home", "")
    keep(bench, "suppliers.csv", "categories", "food", 2)
    (found,) = [warning for warning in told(bench) if warning.column == "category.id"]
    assert found.value == "food"
    assert found.message.startswith('Only 2 suppliers serve the category "Food" (food), so there is hardly any competition; add suppliers')


def test_a_category_with_three_suppliers_has(bench: Workbench) -> None:
    change_all(bench, "councils.csv", "home", "")
    keep(bench, "suppliers.csv", "categories", "food", 3)
    assert [warning for warning in told(bench) if warning.column == "category.id"] == []


def test_a_supplier_too_small_for_every_need_even_in_lots(bench: Workbench) -> None:
    row = bench.row_of("suppliers.csv", "id", "gardd-wen")
    bench.cell("suppliers.csv", row, "largest_gbp", "1000")
    found = [warning for warning in told(bench) if warning.row == row]
    assert [warning.column for warning in found] == ["largest_gbp"]
    assert found[0].message.startswith('It can carry "1000" at most, but the smallest need of its categories is ')


def test_lots_let_a_supplier_carry_a_need_of_twice_its_size(bench: Workbench) -> None:
    row = bench.row_of("suppliers.csv", "id", "gardd-wen")
    needs = bench.load().cards.needs
    smallest = min(need.estimate for need in needs[: bench.load().cards.need_count] if need.category in (0, 3))
    bench.cell("suppliers.csv", row, "largest_gbp", str((smallest + 1) // 2))
    assert told(bench) == []
    bench.toml("[routes.lots]\non = true", "[routes.lots]\non = false")
    assert [warning.column for warning in told(bench)] == ["home", "largest_gbp"]


def test_a_home_supplier_that_can_carry_no_need(bench: Workbench) -> None:
    bench.cell("councils.csv", 2, "home", "gardd-wen")
    bench.cell("suppliers.csv", bench.row_of("suppliers.csv", "id", "gardd-wen"), "largest_gbp", "1000")
    message = 'Its home supplier "Gardd Wen Growers" (gardd-wen) can carry no need; choose another one.'
    assert Fault("councils.csv", 2, "home", "gardd-wen", message) in told(bench)


def test_a_supplier_that_is_cheaper_and_nowhere_worse(bench: Workbench) -> None:
    table = bench.table("suppliers.csv")
    head, first = table[0], dict(zip(table[0], table[1], strict=True))
    better = first | {"id": "better", "name": "Better", "price_percent": str(int(first["price_percent"]) - 1)}
    row = bench.add("suppliers.csv", [better[column] for column in head])
    message = '"Better" (better) is cheaper and nowhere worse, so this one is chosen for nothing; make it better in something.'
    assert only(bench) == Fault("suppliers.csv", 2, "id", first["id"], message)
    bench.cell("suppliers.csv", row, "reputation", str(int(first["reputation"]) - 1))
    assert told(bench) == []


@pytest.mark.parametrize(("column", "worse"), [("categories", "food"), ("largest_gbp", "250000"), ("kind", "national"), ("welsh", "no")])
def test_a_supplier_that_is_worse_in_one_thing_beats_nobody(bench: Workbench, column: str, worse: str) -> None:
    table = bench.table("suppliers.csv")
    first = dict(zip(table[0], table[1], strict=True))
    cheaper = first | {"id": "cheaper", "name": "Cheaper", "price_percent": str(int(first["price_percent"]) - 1), column: worse}
    bench.add("suppliers.csv", [cheaper[name] for name in table[0]])
    assert told(bench) == []


def test_a_goal_that_no_need_feeds(bench: Workbench) -> None:
    change_all(bench, "needs.csv", "culture", "0")
    message = 'No need feeds the goal "culture", so it can hardly rise; write 1 or 2 in this column for some needs.'
    assert Fault("needs.csv", None, "culture", None, message) in told(bench)


def test_a_goal_that_is_fed_far_more_than_the_others(bench: Workbench) -> None:
    change_all(bench, "needs.csv", "culture", "2")
    found = [warning for warning in told(bench) if warning.column == "culture"]
    assert [warning.value for warning in found] == [str(2 * bench.load().cards.need_count)]
    assert "spread them more evenly" in found[0].message


# --------------------------------------------------------------------------------------------------------------------------- carbon


def test_a_carbon_budget_that_nobody_can_keep_to(bench: Workbench) -> None:
    line = bench.toml("carbon_budget_kg_a_year = 177000", "carbon_budget_kg_a_year = 50000")
    found = only(bench)
    assert (found.row, found.column, found.value) == (line, "rules.carbon_budget_kg_a_year", "50000")
    assert "even with the cleanest suppliers" in found.message


def test_a_carbon_budget_that_decides_nothing(bench: Workbench) -> None:
    bench.toml("carbon_budget_kg_a_year = 177000", "carbon_budget_kg_a_year = 400000")
    assert "so carbon decides nothing" in only(bench).message
    bench.toml("carbon = true                     #", "carbon = false #")
    assert told(bench) == []


def test_a_carbon_mark_that_is_never_reached(bench: Workbench) -> None:
    bench.toml("marks_percent = [25, 50, 75, 100]", "marks_percent = [25, 50, 75, 180]")
    assert only(bench).value == "180"
    bench.toml("climate_events = true", "climate_events = false")
    assert told(bench) == []


# ---------------------------------------------------------------------------------------------------------- what can never happen


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        ("goal culture at least 19", "A goal goes to 18 at most"),
        ("goal culture below 0", "Nothing here can be below 0"),
        ("lab data at least 4", "A lab has level 3 at most"),
        ("lab data below 0", "Nothing here can be below 0"),
        ("unmet at least 12", "A council has at most 11 unmet needs"),
        ("contracts at least 9", "A council runs 8 contracts at most"),
        ("budget at least 90000000", "No council ever has so much money"),
        ("runs space", 'There is no need of the category "space"'),
    ],
)
def test_an_effect_whose_condition_is_never_met(bench: Workbench, condition: str, why: str) -> None:
    bench.toml("[[subject]]", '[[category]]\nid = "space"\ntitle_en = "Space"\ntitle_cy = "Gofod"\n\n[[subject]]')
    bench.cell("events.csv", 2, "effect_1", f"budget 5000 if {condition}")
    (found,) = [warning for warning in told(bench) if warning.file == "events.csv"]
    assert found == Fault(
        "events.csv", 2, "effect_1", f"budget 5000 if {condition}", f"{why}, so this never happens; change the condition."
    )


@pytest.mark.parametrize(
    "condition",
    ["goal culture at least 18", "goal culture below 1", "lab data at least 3", "unmet at least 11", "contracts at least 8", "lacks food"],
)
def test_an_effect_whose_condition_is_met_just_so(bench: Workbench, condition: str) -> None:
    bench.cell("events.csv", 2, "effect_1", f"budget 5000 if {condition}")
    assert told(bench) == []


@pytest.mark.parametrize(
    ("column", "value", "part"),
    [
        ("cost_gbp", "40000000", "No council ever has 40,000,000 pounds"),
        ("days", "7", "It takes 7 days, but a council has 6 in a year"),
    ],
)
def test_a_project_that_can_never_be_started(bench: Workbench, column: str, value: str, part: str) -> None:
    bench.cell("projects.csv", 2, column, value)
    found = only(bench)
    assert (found.row, found.column, found.value) == (2, column, value)
    assert found.message.startswith(part)


def test_a_project_whose_labs_take_more_days_than_a_short_game_has(bench: Workbench) -> None:
    bench.toml("officer_days_a_year = 6", "officer_days_a_year = 4")
    for lab in ("procurement", "adaption", "data"):
        bench.cell("projects.csv", 2, f"lab_{lab}", "3")
    assert told(bench, 5) == []
    assert only(bench, 3).message == "Its labs take 18 days of training, but a council has 12 in 3 years; ask for lower levels."


def test_weights_that_leave_hardly_a_choice(bench: Workbench) -> None:
    bench.toml("price = { min = 0, max = 70 }", "price = { min = 40, max = 70 }")
    bench.toml("quality = { min = 0, max = 70 }", "quality = { min = 40, max = 70 }")
    bench.toml("step_percent = 10", "step_percent = 20")
    found = only(bench)
    assert (found.column, found.value) == ("weights", "2")
    assert found.message.startswith("There are only 2 ways to share out the weights, which is hardly a choice")


def test_a_single_weight_card_is_no_choice_but_two_are(bench: Workbench) -> None:
    one = '[[weights.card]]\nid = "{}"\ntitle_en = "{}"\ntitle_cy = "C {}"\nprice = {}\nquality = {}\n\n'
    bench.toml("[decks]", one.format("plain", "Plain", "plaen", 50, 50) + "[decks]")
    assert only(bench).message == "There is only one weight card, so councils have no choice; add another."
    bench.toml("[decks]", one.format("other", "Other", "arall", 60, 40) + "[decks]")
    assert told(bench) == []


# ------------------------------------------------------------------------------------------------------------------- texts and names


def test_welsh_that_is_the_english_is_told_once_for_a_file(bench: Workbench) -> None:
    for row in (3, 7):
        bench.cell("needs.csv", row, "story_cy", bench.cell("needs.csv", row, "story_en"))
    message = "2 Welsh texts are the same as in English in this file, the first one here; translate what is not a name."
    assert only(bench) == Fault("needs.csv", 3, "story_cy", "2", message)


def test_a_name_may_be_the_same_in_both_languages(bench: Workbench) -> None:
    for column in ("title_en", "title_cy"):
        bench.cell("events.csv", 2, column, "Storm Gwilym 2")
    for column in ("name_en", "name_cy"):
        bench.cell("councils.csv", 2, column, "Ysgol y Bont")
    assert told(bench) == []


def test_two_needs_that_are_called_the_same(bench: Workbench) -> None:
    title = bench.cell("needs.csv", 2, "title_en").upper()
    bench.cell("needs.csv", 5, "title_en", title)
    message = f'"{title}" stands in row 2 already; nobody could tell the cards apart.'
    assert only(bench) == Fault("needs.csv", 5, "title_en", title, message)


def test_ids_that_differ_only_by_a_hyphen(bench: Workbench) -> None:
    bench.cell("events.csv", 5, "id", "busstrike")
    assert bench.cell("events.csv", 3, "id") == "bus-strike"
    message = '"busstrike" and "bus-strike" of row 3 differ only by a hyphen; give one another name.'
    assert only(bench) == Fault("events.csv", 5, "id", "busstrike", message)


def test_a_next_game_lies_beside_this_one_and_is_the_next_of_its_campaign(bench: Workbench) -> None:
    campaign = '[campaign]\nid = "trip"\ntitle_en = "Trip"\ntitle_cy = "Taith"\ngame = 1\ngames = 2\nnext = "{}"\n\n[rules]'
    line = bench.toml("[rules]", campaign.format("second-game"))
    message = 'There is no pack "second-game" beside this one or among those that ship; game 2 can\'t begin until there is.'
    assert only(bench) == Fault("scenario.toml", line + 6, "campaign.next", "second-game", message)
    beside = bench.folder.parent / "second-game"
    beside.mkdir()
    (beside / "scenario.toml").write_text("", encoding="utf-8")
    assert told(bench) == []
    bench.toml("second-game", "our-town")
    message = '"our-town" is not game 2 of the campaign "trip"; write that in its [campaign].'
    assert only(bench) == Fault("scenario.toml", line + 6, "campaign.next", "our-town", message)


def test_the_shipped_pack_has_no_warnings_in_any_length(bench: Workbench) -> None:
    for years in bench.load().years_offered:
        assert told(bench, years) == []
