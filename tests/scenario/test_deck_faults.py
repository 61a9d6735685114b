"""Every fault of a deck is told with its file, row, column, value and one plain sentence."""

import re

import pytest

from caffael.rules.terms import COUNCILS, EVENTS, NEEDS, PROJECTS, SUPPLIERS
from caffael.scenario import Fault, PackError, load_pack
from tests.scenario.workbench import Workbench

GOALS = "prosperous, resilient, healthier, equal, cohesive, culture or global"
NUMBER_FORM = "write it without commas, points or signs of money, like 20000."

CELLS = [
    ("needs.csv", "id", "School Milk", '"School Milk" is not an id; write small letters, figures and hyphens, like school-meals.'),
    ("needs.csv", "id", "", "The cell is empty; write small letters, figures and hyphens, like school-meals."),
    ("needs.csv", "id", "a" * 41, f'"{"a" * 41}" is not an id; write small letters, figures and hyphens, like school-meals.'),
    ("needs.csv", "title_en", "", "The cell is empty; write a text."),
    ("needs.csv", "title_en", "x" * 81, "The text has 81 characters; write at most 80."),
    ("needs.csv", "title_cy", "a\x07b", "The text contains a character that cannot be shown (U+0007); type the text again without it."),
    ("needs.csv", "category", "fod", '"fod" is not a known category; did you mean "food"?'),
    (
        "needs.csv",
        "category",
        "zzz",
        '"zzz" is not a known category; write food, transport, energy, green, care or communities.',
    ),
    ("needs.csv", "subject", "caterin", '"caterin" is not a known subject; did you mean "catering"?'),
    ("needs.csv", "subject", "zzz", '"zzz" is not a known subject; write one that stands in scenario.toml.'),
    ("needs.csv", "theme", "zzz", '"zzz" is not a known theme; write decarbonisation or communities.'),
    ("needs.csv", "estimate_gbp", "12,50", '"12,50" is not a whole number; write a whole number of pounds from 1000 to 50000000.'),
    ("needs.csv", "estimate_gbp", "$12500", '"$12500" is not a whole number; write a whole number of pounds from 1000 to 50000000.'),
    ("needs.csv", "estimate_gbp", "600", '"600" is too small; write a whole number of pounds from 1000 to 50000000.'),
    ("needs.csv", "term_years", "5", '"5" is too large; write a whole number from 1 to 4.'),
    ("needs.csv", "carbon_kg", "-1", '"-1" is too small; write a whole number of kg from 0 to 50000000.'),
    ("needs.csv", "global", "3", '"3" is too large; write a whole number from 0 to 2.'),
    ("needs.csv", "main_goal", "Prosperus", '"Prosperus" is not a known goal; did you mean "prosperous"?'),
    ("needs.csv", "main_goal", "zzz", f'"zzz" is not a known goal; write {GOALS}.'),
    ("needs.csv", "urgency", "1.5", '"1.5" is not a whole number; write a whole number from 1 to 3.'),
    ("needs.csv", "public", "maybe", '"maybe" is neither yes nor no; write yes or no.'),
    (
        "suppliers.csv",
        "kind",
        "social enterprize",
        '"social enterprize" is not a known kind of supplier; did you mean "social-enterprise"?',
    ),
    ("suppliers.csv", "categories", "food, care", '"food, care" has commas or semicolons; separate the names by blanks alone.'),
    ("suppliers.csv", "categories", "food food", '"food" stands there twice; take one out.'),
    ("suppliers.csv", "categories", "food caare", '"caare" is not a known category; did you mean "care"?'),
    ("suppliers.csv", "carbon_percent", "50", '"50" is not a carbon class; write 40, 60, 80, 100 or 120.'),
    ("suppliers.csv", "local_percent", "101", '"101" is too large; write a whole number of percent from 0 to 100.'),
    ("suppliers.csv", "id", "framework", 'The id "framework" is the framework\'s own; choose another one.'),
    ("events.csv", "mark", "5", '"5" is too large; write a whole number from 0 to 4.'),
    ("events.csv", "effect_1", "budgt 100", '"budgt" is not a known effect; did you mean "budget"?'),
    ("events.csv", "effect_1", "price 10", '"price 10" does not read as an effect; write it like "price food 10".'),
    ("events.csv", "effect_1", "goal cultre 1", '"cultre" is not a known goal; did you mean "culture"?'),
    ("events.csv", "effect_1", "emergency foood", '"foood" is not a known category; did you mean "food"?'),
    ("events.csv", "effect_1", "budget 20k", f'"20k" is not a whole number; {NUMBER_FORM}'),
    ("events.csv", "effect_1", "days 0", '"0" would do nothing; write an amount above or below 0, like "days -1".'),
    ("events.csv", "effect_1", "days 11", '"11" is too much for days; write at most 10 up or down.'),
    (
        "events.csv",
        "effect_1",
        "market 2 if runs food",
        '"market" is for the whole region and takes no condition; take out "if runs food".',
    ),
    ("events.csv", "effect_1", "days 1 if bugdet below 5", '"bugdet" is not a known condition; did you mean "budget"?'),
    ("projects.csv", "power", "incomes", '"incomes" is not a known power; did you mean "income"?'),
    ("projects.csv", "lab_data", "4", '"4" is too large; write a whole number from 0 to 3.'),
    ("councils.csv", "home", "zzz", '"zzz" is not a known supplier; write one that stands in suppliers.csv.'),
    ("councils.csv", "first_category", "caring", '"caring" is not a known category; did you mean "care"?'),
    ("councils.csv", "grant_gbp", "", "The cell is empty; write a whole number of pounds from 0 to 50000000."),
]


@pytest.mark.parametrize(("file", "column", "value", "message"), CELLS)
def test_a_wrong_cell_is_named_with_its_sentence(bench: Workbench, file: str, column: str, value: str, message: str) -> None:
    if column == "id" and file == "suppliers.csv":
        for row in range(2, len(bench.table("councils.csv")) + 1):
            bench.cell("councils.csv", row, "home", "")
    row = 3
    bench.cell(file, row, column, value)
    assert bench.only_fault() == Fault(file, row, column, value or None, message)


def test_a_supplier_with_a_mistyped_name_at_home_is_guessed(bench: Workbench) -> None:
    known = bench.cell("suppliers.csv", 2, "id")
    bench.cell("councils.csv", 2, "home", known[:-1])
    fault = bench.only_fault()
    assert (fault.file, fault.row, fault.column) == ("councils.csv", 2, "home")
    assert fault.message == f'"{known[:-1]}" is not a known supplier; did you mean "{known}"?'


def test_a_council_has_three_home_suppliers_at_most(bench: Workbench) -> None:
    bench.cell("councils.csv", 2, "home", " ".join(bench.column("suppliers.csv", "id")[:4]))
    fault = bench.only_fault()
    assert (fault.file, fault.row, fault.column) == ("councils.csv", 2, "home")
    assert fault.message == "There are 4 of them; write at most 3."


def test_two_cards_may_not_have_the_same_id(bench: Workbench) -> None:
    same = bench.cell("needs.csv", 2, "id")
    bench.cell("needs.csv", 9, "id", same)
    message = f'The id "{same}" stands in row 2 already; give this row another one.'
    assert bench.only_fault() == Fault("needs.csv", 9, "id", same, message)


def test_a_carbon_mark_has_one_climate_event(bench: Workbench) -> None:
    first, second = bench.row_of("events.csv", "mark", "1"), bench.row_of("events.csv", "mark", "2")
    bench.cell("events.csv", second, "mark", "1")
    message = f"Carbon mark 1 has its climate event in row {first} already; write another mark from 0 to 4."
    assert bench.only_fault() == Fault("events.csv", second, "mark", "1", message)


def test_two_councils_may_not_lie_on_one_place(bench: Workbench) -> None:
    column, row = bench.cell("councils.csv", 2, "map_column"), bench.cell("councils.csv", 2, "map_row")
    bench.cell("councils.csv", 3, "map_column", column)
    bench.cell("councils.csv", 3, "map_row", row)
    fault = bench.only_fault()
    assert (fault.file, fault.row, fault.column, fault.value) == ("councils.csv", 3, "map_column", column)
    assert fault.message.startswith("It lies on the same place of the map as the council of row 2; write another place, for example map_")


@pytest.mark.parametrize(("across", "down"), [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_no_council_may_cover_the_half_of_another(bench: Workbench, across: int, down: int) -> None:
    bench.cell("councils.csv", 2, "map_column", "18")
    bench.cell("councils.csv", 2, "map_row", "16")
    bench.cell("councils.csv", 3, "map_column", str(18 + across))
    bench.cell("councils.csv", 3, "map_row", str(16 + down))
    fault = bench.only_fault()
    assert (fault.file, fault.row, fault.column) == ("councils.csv", 3, "map_column")
    assert fault.message.startswith("On the map it covers a part of the council of row 2: in a row of the map councils lie 2 columns apart")
    written = re.search(r"map_column (\d+), map_row (\d+)", fault.message)
    assert written is not None
    bench.cell("councils.csv", 3, "map_column", written[1])
    bench.cell("councils.csv", 3, "map_row", written[2])
    assert bench.load().council(1).column == int(written[1])


@pytest.mark.parametrize(
    ("power", "column", "value", "message"),
    [
        ("income", "target", "", 'The power "income" needs a category as its target; write one.'),
        ("involve", "target", "food", 'The power "involve" has no target; leave the cell empty.'),
        ("feeds", "amount", "6", '"6" does not suit the power "feeds"; write a whole number from 1 to 5.'),
        ("cleaner-managed", "amount", "0", '"0" does not suit the power "cleaner-managed"; write a whole number from 1 to 100.'),
    ],
)
def test_a_power_has_the_target_and_amount_it_needs(bench: Workbench, power: str, column: str, value: str, message: str) -> None:
    row = bench.row_of("projects.csv", "power", power)
    bench.cell("projects.csv", row, column, value)
    assert bench.only_fault() == Fault("projects.csv", row, column, value or None, message)


@pytest.mark.parametrize(
    ("file", "most", "card"),
    [("needs.csv", NEEDS, "need"), ("suppliers.csv", SUPPLIERS, "supplier"), ("projects.csv", PROJECTS, "project")],
)
def test_a_deck_above_its_size_is_refused_with_the_limit(bench: Workbench, file: str, most: int, card: str) -> None:
    table = bench.table(file)
    rows = [[f"copy-{index}", *table[1][1:]] for index in range(most + 3)]
    bench.write(file, [table[0], *rows])
    if file == "suppliers.csv":
        bench.toml("track_records = true", "track_records = false")
        for row in range(2, len(bench.table("councils.csv")) + 1):
            bench.cell("councils.csv", row, "home", "")
    message = f"There are {most + 3} {card} cards, but at most {most} fit; take out 3."
    assert bench.only_fault() == Fault(file, most + 2, None, None, message)


def test_more_councils_than_fit_are_refused(bench: Workbench) -> None:
    table = bench.table("councils.csv")
    place = table[0].index("map_row")
    rows = [[f"copy-{index}", *table[1][1:place], str(index // 5), *table[1][place + 1 :]] for index in range(COUNCILS + 1)]
    for index, row in enumerate(rows):
        row[place - 1] = str(index % 5 * 2 + index // 5 % 2)
    bench.write("councils.csv", [table[0], *rows])
    assert bench.only_fault().message == f"There are {COUNCILS + 1} council cards, but at most {COUNCILS} fit; take out 1."


def test_more_yearly_events_than_fit_are_refused(bench: Workbench) -> None:
    table = bench.table("events.csv")
    climate = [row for row in table[1:] if row[table[0].index("mark")] not in ("0", "1")]
    rows = [[f"copy-{index}", *table[1][1:]] for index in range(EVENTS + 1)]
    bench.write("events.csv", [table[0], *rows, *climate])
    message = f"There are {EVENTS + 1} events with mark 0, but at most {EVENTS} fit; take out 1."
    assert bench.only_fault() == Fault("events.csv", EVENTS + 2, None, None, message)


@pytest.mark.parametrize(("file", "card"), [("needs.csv", "need"), ("councils.csv", "council")])
def test_a_deck_without_cards_is_refused(bench: Workbench, file: str, card: str) -> None:
    bench.write(file, bench.table(file)[:1])
    assert bench.only_fault() == Fault(file, None, None, None, f"The deck is empty; a pack has at least one {card}.")


def test_twelve_faults_are_all_told_in_order(bench: Workbench) -> None:
    planted = [
        ("councils.csv", 4, "budget_gbp", "lots"),
        ("councils.csv", 6, "first_category", "foood"),
        ("events.csv", 2, "effect_1", "rain 3"),
        ("events.csv", 8, "mark", "9"),
        ("needs.csv", 3, "category", "fod"),
        ("needs.csv", 3, "urgency", "7"),
        ("needs.csv", 20, "term_years", "0"),
        ("needs.csv", 40, "public", "ja"),
        ("projects.csv", 2, "power", "magic"),
        ("suppliers.csv", 5, "quality", "6"),
        ("suppliers.csv", 30, "kind", "huge"),
    ]
    for place in reversed(planted):
        bench.cell(*place)
    line = bench.toml("officer_days_a_year = 6", "officer_days_a_year = 600")
    planted.insert(9, ("scenario.toml", line, "rules.officer_days_a_year", "600"))
    assert [(f.file, f.row, f.column, f.value) for f in bench.faults()] == planted


def test_a_pack_error_reads_as_one_line_for_each_fault(bench: Workbench) -> None:
    bench.cell("needs.csv", 3, "urgency", "7")
    bench.cell("needs.csv", 5, "public", "ja")
    with pytest.raises(PackError) as caught:
        load_pack(bench.folder)
    assert str(caught.value).splitlines() == [
        'needs.csv, row 3, urgency: "7" is too large; write a whole number from 1 to 3.',
        'needs.csv, row 5, public: "ja" is neither yes nor no; write yes or no.',
    ]
