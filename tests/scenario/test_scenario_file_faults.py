"""Every fault of scenario.toml is told with its line, the key and one plain sentence."""

import pytest

from caffael.rules.terms import CATEGORIES, WEIGHTS
from caffael.scenario import Fault
from tests.scenario.workbench import Workbench

ID_FORM = "small letters, figures and hyphens in quotation marks, like my-game."
KEYS = [
    (
        'id = "smarter-spending"',
        'id = "Smarter!"',
        "id",
        f'"Smarter!" is not an id; write {ID_FORM}',
    ),
    ('id = "smarter-spending"', "", "id", f'"id" is missing; write {ID_FORM}'),
    ('title_en = "Smarter Spending"', 'title_en = ""', "title_en", "The text is empty; write one."),
    ("level = 3", "level = 9", "level", '"9" is too large; write a whole number from 1 to 5.'),
    ("minutes = 50", "minuts = 50", "minuts", '"minuts" is not known here; did you mean "minutes"?'),
    ("years = 5", "years = 9", "years", '"9" is too large; write a whole number from 1 to 8.'),
    ("years = 5", "years = 4", "years", "A game of 4 years is not among years_offered; write 3 or 5."),
    ("years_offered = [3, 5]", 'years_offered = [5, "six"]', "years_offered", '"six" is not a whole number from 1 to 8.'),
    ("years_offered = [3, 5]", "years_offered = 5", "years_offered", '"5" is not a list of whole numbers in square brackets.'),
    (
        "officer_days_a_year = 6",
        'officer_days_a_year = "six"',
        "rules.officer_days_a_year",
        '"six" is not a whole number from 1 to 30.',
    ),
    ("officer_days_a_year = 6", "officer_days_a_year = 6.5", "rules.officer_days_a_year", '"6.5" is not a whole number from 1 to 30.'),
    (
        "officer_days_a_year = 6",
        "officer_dayz_a_year = 6",
        "rules.officer_dayz_a_year",
        '"officer_dayz_a_year" is not known here; did you mean "officer_days_a_year"?',
    ),
    ("officer_days_a_year = 6", "zzz = 6", "rules.zzz", '"zzz" is not known here; take it out.'),
    ("years = 5", 'years = "5"', "years", '"5" stands in quotation marks; write a whole number from 1 to 8 without them.'),
    ("labs = true", 'labs = "true"', "rules.labs", '"true" stands in quotation marks; write true or false without them.'),
    ("labs = true", "labs = 1", "rules.labs", '"1" is not true or false.'),
    ("labs = true", 'labs = "yes"', "rules.labs", '"yes" is not true or false.'),
    ("open_needs_most = 3", "open_needs_most = true", "rules.open_needs_most", '"true" is not a whole number from 1 to 6.'),
    ("contracts_most = 8", "contracts_most = 9", "rules.contracts_most", '"9" is too large; write a whole number from 1 to 8.'),
    (
        "suppliers_in_market = 11",
        "suppliers_in_market = 0",
        "rules.suppliers_in_market",
        '"0" is too small; write a whole number from 1 to 20.',
    ),
    ('ending = "gentle"', 'ending = "gentel"', "rules.ending", '"gentel" is not a known choice; did you mean "gentle"?'),
    (
        'management = "choice"',
        'management = "zzz"',
        "rules.management",
        '"zzz" is not a known choice; write off, choice or automatic.',
    ),
    (
        "goal_start = 3",
        "goal_start = 19",
        "rules.goal_start",
        "Goals cannot start at 19, above the end of their track; write at most 18.",
    ),
    (
        "marks_percent = [25, 50, 75, 100]",
        "marks_percent = [25, 75, 50, 100]",
        "rules.marks_percent",
        "There must be 4 carbon marks from 1 to 200, each above the one before, for example [25, 50, 75, 100].",
    ),
    ("step_percent = 10", "step_percent = 15", "weights.step_percent", '"15" is not 5, 10, 20, 25 or 50.'),
    (
        "step_percent = 10",
        "step_percent = 5",
        "weights",
        f"These limits allow 1,493 ways to weigh, but at most {WEIGHTS} fit; choose a larger step_percent.",
    ),
    (
        "price = { min = 0, max = 70 }",
        "price = { min = 80, max = 70 }",
        "weights.price",
        "The smallest weight, 80 %, is above the largest, 70 %; change one of them.",
    ),
    (
        "price = { min = 0, max = 70 }",
        "price = { min = 100, max = 100 }",
        "weights",
        "No weights are possible within these limits; together they must be able to make 100 %.",
    ),
    (
        "price = { min = 0, max = 70 }\nquality = { min = 0, max = 70 }\nsocial_value = { min = 0, max = 70 }",
        "price = { min = 10, max = 70 }\nquality = { min = 60, max = 70 }\nsocial_value = { min = 40, max = 70 }",
        "weights",
        "The smallest weights make 110 % together (price 10, quality 60 and social_value 40), so no weights are possible; "
        "lower them to 100 % or less.",
    ),
    (
        "price = { min = 0, max = 70 }\nquality = { min = 0, max = 70 }\n"
        "social_value = { min = 0, max = 70 }\ncarbon = { min = 0, max = 70 }",
        "price = { max = 20 }\nquality = { max = 20 }\nsocial_value = { max = 20 }\ncarbon = { max = 20 }",
        "weights",
        "The largest weights make only 80 % together (price 20, quality 20, social_value 20 and carbon 20), so no weights are possible; "
        "raise them to 100 % or more.",
    ),
    (
        "price = { min = 0, max = 70 }",
        "price = { least = 10 }",
        "weights.price.least",
        '"least" is not known here; take it out.',
    ),
    (
        "bid_cards = { -3 = 12,",
        "bid_cards = { -80 = 12,",
        "decks.bid_cards.-80",
        '"-80" is no value of these cards; write a whole number from -50 to 50.',
    ),
    (
        "bid_cards = { -3 = 12,",
        "bid_cards = { -3 = 120,",
        "decks.bid_cards",
        "There are 168 cards, but at most 80 fit; take out 88.",
    ),
    (
        "delivery_cards = { 1 = 10,",
        "delivery_cards = { 1 = -10,",
        "decks.delivery_cards.1",
        "There cannot be -10 copies of a card; write a whole number from 0 to 80.",
    ),
    (
        "delivery_cards = { 1 = 10, 2 = 10, 3 = 10, 4 = 10, 5 = 10, 6 = 10 }",
        "delivery_cards = {}",
        "decks.delivery_cards",
        "The deck is empty; there must be delivery cards, for example 1 = 10.",
    ),
    (
        "bid_cards = { -3 = 12, -1 = 12, 0 = 12, 1 = 12, 3 = 12 }",
        "bid_cards = {}",
        "decks.bid_cards",
        "The deck is empty; add bid cards, or set bid_cards = false under [rules].",
    ),
    ("delivery_cards = { 1 = 10,", 'delivery_cards = { 1 = "x",', "decks.delivery_cards.1", '"x" is not a whole number.'),
    ("[routes.quotes]", "[routes.quotas]", "routes.quotas", '"quotas" is not known here; did you mean "quotes"?'),
    (
        "labs = { procurement = 2, adaption = 1 }",
        "labs = { procurement = 4 }",
        "routes.flexible.labs.procurement",
        '"4" is too large; write a whole number from 0 to 3.',
    ),
    (
        "labs = { procurement = 2, adaption = 1 }",
        "labs = 2",
        "routes.flexible.labs",
        '"2" is not a table.',
    ),
    (
        'social_goal = "prosperous"',
        'social_goal = "prosper"',
        "framework.social_goal",
        '"prosper" is not a known goal; did you mean "prosperous"?',
    ),
    ('title_en = "Transport"', "", "category.title_en", '"title_en" is missing; write a text in quotation marks.'),
    ('title_en = "Transport"', "title_en = 5", "category.title_en", '"5" is not a text in quotation marks.'),
    (
        "factor = 0.259553",
        'factor = "0.26"',
        "subject.factor",
        '"0.26" stands in quotation marks; write a number from 0 to 100 without them.',
    ),
    ("factor = 0.259553", "factor = nan", "subject.factor", '"nan" is not a number from 0 to 100.'),
    ("factor = 0.259553", "factor = -1.5", "subject.factor", '"-1.5" is too small; write a number from 0 to 100.'),
]


@pytest.mark.parametrize(("before", "after", "key", "message"), KEYS)
def test_a_wrong_key_is_named_with_its_line_and_sentence(bench: Workbench, before: str, after: str, key: str, message: str) -> None:
    line = bench.toml(before, after)
    fault = bench.only_fault()
    assert (fault.file, fault.column, fault.message) == ("scenario.toml", key, message)
    if key == "weights":
        line = bench.toml("[weights]", "[weights]")
    if after == "" and key == "category.title_en":
        line -= 2  # the line of its [[category]]
    assert fault.row == (None if after == "" and key == "id" else line)


def test_a_line_that_is_no_toml_is_named(bench: Workbench) -> None:
    line = bench.toml("level = 3", "level 3")
    fault = bench.only_fault()
    assert (fault.file, fault.row, fault.column) == ("scenario.toml", line, None)
    assert fault.message == "Between a key and its value stands an equals sign; write level = 3."
    assert str(fault).startswith(f"scenario.toml, line {line}: Between a key")


def test_toml_that_ends_too_early_is_named_with_its_last_line(bench: Workbench) -> None:
    path = bench.folder / "scenario.toml"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + '\nodd = "y', encoding="utf-8")
    assert {fault.row for fault in bench.faults()} == {path.read_text(encoding="utf-8").count("\n") + 1}


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000])
def test_toml_that_breaks_its_reader_is_told_too(bench: Workbench, text: str) -> None:
    (bench.folder / "scenario.toml").write_text(text, encoding="utf-8")
    assert bench.only_fault().file == "scenario.toml"


def test_a_number_too_long_to_show_is_told_too(bench: Workbench) -> None:
    bench.toml("level = 3", "level = 0x" + "f" * 5000)
    assert bench.only_fault().message == f'"0x{"f" * 58}…" is too large; write a whole number from 1 to 5.'


def test_a_missing_scenario_file_is_told(bench: Workbench) -> None:
    (bench.folder / "scenario.toml").unlink()
    assert bench.only_fault() == Fault("scenario.toml", None, None, None, "The file is missing from the pack.")


def test_a_pack_needs_categories(bench: Workbench) -> None:
    path = bench.folder / "scenario.toml"
    lines = path.read_text(encoding="utf-8").split("[[category]]")
    path.write_text(lines[0] + "[[subject]]" + lines[-1].split("[[subject]]", 1)[1], encoding="utf-8")
    faults = [fault for fault in bench.faults() if fault.file == "scenario.toml"]
    assert faults == [Fault("scenario.toml", None, "category", None, '"category" is missing; write at least one table [[category]].')]


def test_more_categories_than_fit_are_refused(bench: Workbench) -> None:
    more = "".join(f'[[category]]\nid = "more-{i}"\ntitle_en = "More"\n' for i in range(CATEGORIES))
    line = bench.toml("[[category]]", more + "[[category]]")
    fault = bench.only_fault()
    assert (fault.row, fault.column) == (line, "category")
    assert fault.message == f"There are {CATEGORIES + 6} of them; write at most {CATEGORIES}."


@pytest.mark.parametrize(
    ("table", "name", "message"),
    [
        ("category", "food", 'The category "food" is defined twice; take one out.'),
        ("category", "all", '"all" means every category in events; choose another id.'),
        ("subject", "catering", 'The subject "catering" is defined twice; take one out.'),
    ],
)
def test_an_id_of_a_table_is_its_own(bench: Workbench, table: str, name: str, message: str) -> None:
    path = bench.folder / "scenario.toml"
    text = path.read_text(encoding="utf-8")
    factor = "factor = 0.1\n" if table == "subject" else ""
    path.write_text(f'{text}\n[[{table}]]\nid = "{name}"\ntitle_en = "Again"\n{factor}', encoding="utf-8")
    assert bench.only_fault() == Fault("scenario.toml", text.count("\n") + 3, f"{table}.id", name, message)


def test_years_that_are_not_offered_are_refused(bench: Workbench) -> None:
    line = bench.toml("years_offered", "years_offered")
    message = "This pack is not offered for 4 years; choose 3 or 5."
    assert bench.only_fault(years=4) == Fault("scenario.toml", line, "years_offered", "4", message)


def test_too_few_track_records_are_told(bench: Workbench) -> None:
    line = bench.toml("track_records = { -2 = 10, -1 = 20, 0 = 20, 1 = 20, 2 = 10 }", "track_records = { 0 = 20 }")
    suppliers = len(bench.column("suppliers.csv", "id"))
    message = f"There are 20 track records for {suppliers} suppliers; add {suppliers - 20}, or set track_records = false."
    assert bench.only_fault() == Fault("scenario.toml", line, "decks.track_records", None, message)


def test_more_criteria_than_there_are_cannot_be_asked_for(bench: Workbench) -> None:
    bench.toml("people = false", "people = true")
    line = bench.toml("criteria_at_least = 3", "criteria_at_least = 4")
    message = "4 criteria must be weighed, but this scenario has only 3; write at most 3."
    assert bench.only_fault() == Fault("scenario.toml", line, "weights.criteria_at_least", "4", message)


def test_some_way_to_buy_must_be_on(bench: Workbench) -> None:
    for route in ("open", "quotes", "framework", "lots"):
        bench.toml(f"[routes.{route}]\non = true", f"[routes.{route}]\non = false")
    fault = bench.only_fault()
    assert (fault.file, fault.column) == ("scenario.toml", "routes")
    assert fault.message == "No way to buy is on that every need may take; set on = true for one, best for [routes.open]."


def test_faults_of_both_the_file_and_the_decks_are_told_together(bench: Workbench) -> None:
    bench.toml("level = 3", 'level = "hard"')
    bench.cell("needs.csv", 2, "urgency", "0")
    assert [fault.file for fault in bench.faults()] == ["needs.csv", "scenario.toml"]
