"""What makes a pack poor is told as a warning; the pack loads all the same."""

from caffael.scenario import Fault
from tests.scenario.workbench import Workbench


def only_warning(bench: Workbench) -> Fault:
    warnings = bench.load().warnings
    assert len(warnings) == 1, [str(warning) for warning in warnings]
    return warnings[0]


def test_carbon_far_from_its_factor(bench: Workbench) -> None:
    right = bench.load().cards.needs[0].carbon
    wrong = str(right * 103 // 100)
    bench.cell("needs.csv", 2, "carbon_kg", wrong)
    message = f'"{wrong}" is more than 2 % off what spend, term and factor make; write {right} or nothing.'
    assert only_warning(bench) == Fault("needs.csv", 2, "carbon_kg", wrong, message)
    assert bench.load().cards.needs[0].carbon == int(wrong)


def test_carbon_near_its_factor_is_no_matter(bench: Workbench) -> None:
    right = bench.load().cards.needs[0].carbon
    bench.cell("needs.csv", 2, "carbon_kg", str(right * 101 // 100))
    assert bench.load().warnings == []


def test_carbon_that_is_left_out_comes_from_the_factor(bench: Workbench) -> None:
    right = bench.load().cards.needs[0].carbon
    bench.cell("needs.csv", 2, "carbon_kg", "")
    pack = bench.load()
    assert pack.warnings == []
    assert pack.cards.needs[0].carbon == right


def test_a_category_that_nobody_serves(bench: Workbench) -> None:
    line = bench.toml("[[category]]", '[[category]]\nid = "space"\ntitle_en = "Space"\ntitle_cy = "Gofod"\n\n[[category]]')
    message = 'No supplier serves the category "Space" (space), so its needs can only be bought through the framework;'
    assert only_warning(bench) == Fault("scenario.toml", line, "category.id", "space", f"{message} add suppliers of it to suppliers.csv.")


def test_a_need_that_nobody_can_carry(bench: Workbench) -> None:
    table = bench.table("suppliers.csv")
    for row in table[1:]:
        if row[table[0].index("largest_gbp")] == "":
            row[table[0].index("largest_gbp")] = "20000000"
    bench.write("suppliers.csv", table)
    bench.cell("needs.csv", 2, "estimate_gbp", "20000001")
    bench.cell("needs.csv", 2, "carbon_kg", "")
    assert 'No supplier of its category can carry "20000001"; the largest_gbp of one must be at least that.' in [
        warning.message for warning in bench.load().warnings if (warning.row, warning.column) == (2, "estimate_gbp")
    ]


def test_a_main_goal_without_points(bench: Workbench) -> None:
    goal = bench.cell("needs.csv", 2, "main_goal")
    bench.cell("needs.csv", 2, goal, "0")
    message = f'Its main goal gets no points; write 1 or 2 under "{goal}" or choose another main goal.'
    assert only_warning(bench) == Fault("needs.csv", 2, "main_goal", goal, message)


def test_a_deck_too_small_for_the_years(bench: Workbench) -> None:
    bench.toml("needs_leave = true", "needs_leave = false")
    bench.toml("needs_drawn_in_first_year = 3", "needs_drawn_in_first_year = 2")
    bench.toml("needs_drawn_a_year = 3", "needs_drawn_a_year = 2")
    table = bench.table("needs.csv")
    bench.write("needs.csv", [table[0], *table[-39:]])
    message = "There are 39 needs, but 4 councils may draw 40 in 5 years; some will be lacking."
    assert Fault("needs.csv", None, None, "39", message) in bench.load().warnings
    assert not [warning for warning in bench.load(3).warnings if "may draw" in warning.message]


def test_where_needs_leave_a_deck_lasts_longer_since_they_go_back_under_it(bench: Workbench) -> None:
    table = bench.table("needs.csv")
    bench.write("needs.csv", [table[0], *table[-47:]])
    message = "There are 47 needs, but 4 councils may buy 48 in 5 years; some will be lacking."  # 4 in 5 of the 60 that are drawn
    assert Fault("needs.csv", None, None, "47", message) in bench.load().warnings
    bench.write("needs.csv", [table[0], *table[-48:]])
    assert not [warning for warning in bench.load().warnings if "may buy" in warning.message]
    bench.toml("needs_leave = true", "needs_leave = false")
    assert [warning.value for warning in bench.load().warnings if "may draw 60" in warning.message] == ["48"]


def test_missing_welsh_is_counted(bench: Workbench) -> None:
    bench.cell("needs.csv", 4, "title_cy", "")
    bench.cell("needs.csv", 9, "story_cy", "")
    line = bench.toml('title_cy = "Bwyd"', "")
    many = "2 Welsh texts are missing in this file, the first one here; English is shown in its place."
    one = "1 Welsh text is missing in this file, the first one here; English is shown in its place."
    pack = bench.load()
    assert pack.warnings[0] == Fault("needs.csv", 4, "title_cy", "2", many)
    assert pack.warnings[1:] == [Fault("scenario.toml", line - 3, "category.title_cy", "1", one)]
    assert pack.need(2).title("cy") == pack.need(2).title("en") != ""


def test_a_council_that_cannot_pay_its_first_need(bench: Workbench) -> None:
    bench.cell("councils.csv", 2, "budget_gbp", "0")
    bench.cell("councils.csv", 2, "grant_gbp", "1000")
    pack = bench.load()
    own = pack.cards.councils[0].first_category
    needs = [need for need in pack.cards.needs[: pack.cards.need_count] if need.category == own]
    dearest = max(-(-need.estimate // need.term) for need in needs)
    message = f"Budget and grant are 1,000 pounds, but its first need may cost {dearest:,} in the first year; give it more."
    assert only_warning(bench) == Fault("councils.csv", 2, "budget_gbp", "0", message)


def test_a_first_category_without_needs(bench: Workbench) -> None:
    name = bench.cell("councils.csv", 2, "first_category")
    table = bench.table("needs.csv")
    place = table[0].index("category")
    bench.write("needs.csv", [table[0], *(row for row in table[1:] if row[place] != name)])
    message = f'There is no need of its first category, "{name}"; it will draw any other.'
    assert Fault("councils.csv", 2, "first_category", name, message) in bench.load().warnings


def test_a_mark_without_its_climate_event(bench: Workbench) -> None:
    table = bench.table("events.csv")
    bench.write("events.csv", [row for row in table if row[table[0].index("mark")] != "3"])
    message = "Climate events are on, but carbon mark 3 has none; nothing will follow when it is reached."
    assert only_warning(bench) == Fault("events.csv", None, "mark", None, message)
    assert bench.load().climate(2).title("en") == ""


def test_events_that_are_on_but_not_there(bench: Workbench) -> None:
    table = bench.table("events.csv")
    bench.write("events.csv", [row for row in table if row[table[0].index("mark")] != "0"])
    message = "Events are on, but no row has mark 0; nothing will happen in a year."
    assert only_warning(bench) == Fault("events.csv", None, "mark", None, message)
