"""A pack that extends another has all of it but what it writes itself, and every fault names the file in which it stands."""

import random
from pathlib import Path

import pytest

from caffael.rules.terms import NONE
from caffael.scenario import Fault, Pack, PackError, find_packs, load_pack
from caffael.scenario.bars import load_bars
from caffael.scenario.faults import listed
from caffael.scenario.models import NeedRow, columns_of
from tests.scenario.workbench import SHIPPED, Extending, Workbench, spoil

NEW_NEED = 'mountain-rescue,Rescue,food,catering,communities,90000,2,"",1,1,equal,2,equal,yes'
NEEDED = "id,title_en,category,subject,theme,estimate_gbp,term_years,carbon_kg,equal,cohesive,main_goal,urgency,urgency_goal,public"


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(SHIPPED)


def test_a_pack_that_writes_nothing_has_the_cards_of_the_one_it_extends(mine: Extending, shipped: Pack) -> None:
    pack = mine.load()
    assert pack.cards == shipped.cards
    assert (pack.id, pack.title("en"), pack.title("cy"), pack.warnings) == ("mine", "Mine", "Fy un i", [])
    assert (pack.line, pack.level, pack.ages, pack.minutes) == (shipped.line, shipped.level, shipped.ages, shipped.minutes)
    assert (pack.years, pack.years_offered, pack.texts) == (shipped.years, shipped.years_offered, shipped.texts)


def test_a_pack_that_lies_beside_is_extended_by_its_name(bench: Workbench, mine_of_bench: Extending) -> None:
    bench.toml("load_percent = 5", "load_percent = 8")
    assert mine_of_bench.load().cards.settings.load == 8


def test_the_list_of_packs_shows_an_extending_one_with_what_it_has_from_the_other(mine: Extending) -> None:
    info = next(info for info in find_packs([mine.folder.parent]) if info.id == "mine")
    assert (info.title("en"), info.minutes, info.years_offered, info.faults) == ("Mine", 50, (3, 5), ())


def test_a_list_of_packs_shows_the_fault_of_one_that_extends_nothing(mine: Extending) -> None:
    mine.extends = "nothing"
    mine.toml("")
    info = next(info for info in find_packs([mine.folder.parent]) if info.id == "mine")
    assert info.faults[0].message.startswith('There is no pack "nothing" that ships or lies beside this one')


def test_a_folder_that_is_being_written_is_not_listed(tmp_path: Path) -> None:
    Extending(tmp_path / ".mine-1234")
    assert find_packs([tmp_path]) == find_packs()


# ------------------------------------------------------------------------------------------------------------------------ the tables


def test_a_table_changes_the_keys_it_has_and_leaves_the_others(mine: Extending, shipped: Pack) -> None:
    mine.toml("[rules]\nload_percent = 9\n[weights.price]\nmax = 60\n[routes.lots.labs]\ndata = 2\n[framework]\nquality = 4\n")
    cards, before = mine.load().cards, shipped.cards
    assert (cards.settings.load, cards.settings.days) == (9, before.settings.days)
    assert {cards.weights[index * 4] for index in range(cards.weights_count)} == {0, 10, 20, 30, 40, 50, 60}
    assert [route.labs for route in cards.routes][3] == [1, 0, 2]
    assert (cards.suppliers[-1].quality, cards.suppliers[-1].price) == (4, before.suppliers[-1].price)


def test_a_list_is_replaced_as_a_whole(mine: Extending) -> None:
    mine.toml("[rules]\nmarks_percent = [10, 20, 30, 40]\n", "years_offered = [5, 6]\n")
    pack = mine.load()
    assert (pack.cards.settings.marks, pack.years_offered) == ([10, 20, 30, 40], (5, 6))


def test_a_plain_deck_changes_by_its_values_and_nought_takes_cards_out(mine: Extending) -> None:
    mine.toml("[decks]\nbid_cards = { -3 = 0, 1 = 1, 2 = 2 }\n")
    cards = mine.load().cards
    assert cards.bid_cards[: cards.bid_card_count] == [-1] * 12 + [0] * 12 + [1] + [2] * 2 + [3] * 12


def test_categories_and_subjects_are_changed_by_id_and_added_after_the_others(mine: Extending, shipped: Pack) -> None:
    mine.toml(
        '[[category]]\nid = "space"\ntitle_en = "Space"\n[[category]]\nid = "care"\ntitle_en = "Caring"\n'
        '[[subject]]\nid = "bakery"\nfactor = 0.5\n'
    )
    pack = mine.load()
    assert pack.ids.categories == [*shipped.ids.categories, "space"]
    care = shipped.ids.categories.index("care")
    assert (pack.category(care).title("en"), pack.category(care).title("cy")) == ("Caring", "Caring")
    bakery = pack.subject(shipped.ids.subjects.index("bakery"))
    assert (bakery.factor, bakery.title("en"), len(pack.ids.subjects)) == (0.5, "Bread and cakes", len(shipped.ids.subjects))


def test_id_and_title_are_the_packs_own(mine: Extending) -> None:
    (mine.folder / "scenario.toml").write_text(f'extends = "{SHIPPED}"\n', encoding="utf-8")
    assert [(fault.file, fault.row, fault.column) for fault in mine.faults()] == [
        ("scenario.toml", None, "id"),
        ("scenario.toml", None, "title_en"),
    ]


# ------------------------------------------------------------------------------------------------------------------------- the decks


def test_a_row_changes_the_cells_that_are_filled(mine: Extending, shipped: Pack) -> None:
    mine.deck("suppliers.csv", "price_percent,id,quality", "120,minibws-mali,", ",gardd-wen,2")
    cards = mine.load().cards
    mali, wen = (shipped.ids.suppliers.index(name) for name in ("minibws-mali", "gardd-wen"))
    before = shipped.cards.suppliers
    assert (cards.suppliers[mali].price, cards.suppliers[mali].quality) == (120, before[mali].quality)
    assert (cards.suppliers[wen].price, cards.suppliers[wen].quality) == (before[wen].price, 2)
    cards.suppliers[mali].price, cards.suppliers[wen].quality = before[mali].price, before[wen].quality
    assert cards == shipped.cards


def test_a_row_with_a_new_id_is_added_after_the_others(mine: Extending, shipped: Pack) -> None:
    mine.deck("needs.csv", NEEDED, NEW_NEED, "school-milk,,,,,,1,,,,,,,")
    pack = mine.load()
    assert pack.ids.needs == [*shipped.ids.needs, "mountain-rescue"]
    assert (pack.cards.needs[-1].estimate, pack.need(-1).title("en")) == (0, "Rescue")
    assert pack.cards.needs[len(shipped.ids.needs)].estimate == 90_000
    assert pack.cards.needs[shipped.ids.needs.index("school-milk")].term == 1


def test_cards_of_every_deck_can_be_left_out(mine: Extending, shipped: Pack) -> None:
    ids = shipped.ids
    gone = {deck: getattr(ids, deck)[1] for deck in ("needs", "suppliers", "events", "projects", "councils")}
    mine.toml("[leave_out]\n" + "".join(f'{deck} = ["{name}"]\n' for deck, name in gone.items()))
    pack = mine.load()
    for deck, name in gone.items():
        assert getattr(pack.ids, deck) == [other for other in getattr(ids, deck) if other != name]


def test_a_supplier_that_is_left_out_goes_from_the_home_of_councils(mine: Extending, shipped: Pack) -> None:
    home = [index for index in shipped.cards.councils[0].home if index != NONE]
    mine.toml(f'[leave_out]\nsuppliers = ["{shipped.ids.suppliers[home[0]]}"]\n')
    pack = mine.load()
    left = [pack.ids.suppliers[index] for index in pack.cards.councils[0].home if index != NONE]
    assert left == [shipped.ids.suppliers[index] for index in home[1:]]


def test_a_deck_that_the_extended_pack_switches_off_can_be_written_anew(bench: Workbench, mine_of_bench: Extending) -> None:
    bench.toml("projects = true", "projects = false")
    whole = (bench.folder / "projects.csv").read_text(encoding="utf-8").splitlines()
    (bench.folder / "projects.csv").unlink()
    assert mine_of_bench.load().cards.project_count == 0
    mine_of_bench.toml("[rules]\nprojects = true\n")
    assert mine_of_bench.load().cards.project_count == 0
    mine_of_bench.deck("projects.csv", *whole[:3])
    assert mine_of_bench.load().cards.project_count == 2


# ------------------------------------------------------------------------------------------------------------------------ the faults


def test_a_wrong_value_of_its_own_is_told_with_its_own_file(mine: Extending) -> None:
    line = mine.toml("[rules]\nload_percent = 900\n")
    message = '"900" is too large; write a whole number from 0 to 100.'
    assert mine.only_fault() == Fault("scenario.toml", line + 1, "rules.load_percent", "900", message)


def test_a_wrong_value_of_the_extended_pack_is_told_with_that_packs_file(bench: Workbench, mine_of_bench: Extending) -> None:
    line = bench.toml("load_percent = 5", "load_percent = 900")
    mine_of_bench.toml("[rules]\ndays = 3\nofficer_days_a_year = 7\n")
    message = '"900" is too large; write a whole number from 0 to 100.'
    assert Fault("copy/scenario.toml", line, "rules.load_percent", "900", message) in mine_of_bench.faults()
    assert [fault.place for fault in mine_of_bench.faults()] == [
        f"copy/scenario.toml, line {line}, rules.load_percent",
        "scenario.toml, line 6, rules.days",
    ]


def test_a_wrong_value_that_is_changed_is_no_fault(bench: Workbench, mine_of_bench: Extending) -> None:
    bench.toml("load_percent = 5", "load_percent = 900")
    bench.cell("needs.csv", 3, "urgency", "9")
    mine_of_bench.toml("[rules]\nload_percent = 5\n")
    mine_of_bench.deck("needs.csv", "id,urgency", f"{bench.cell('needs.csv', 3, 'id')},2")
    assert mine_of_bench.load().cards.settings.load == 5


@pytest.mark.parametrize("mine_writes", ["[weights.price]\nmax = 60\n", "[weights]\nprice = { max = 60 }\n"])
@pytest.mark.parametrize("theirs", ["price = { min = 200, max = 70 }", "[weights.price]\nmin = 200"])
def test_each_key_of_a_table_in_one_line_keeps_its_own_file(
    bench: Workbench, mine_of_bench: Extending, theirs: str, mine_writes: str
) -> None:
    if theirs.startswith("["):
        bench.toml("price = { min = 0, max = 70 }\n", "")
        line = bench.toml("\n[decks]", f"\n{theirs}\n\n[decks]") + 2
    else:
        line = bench.toml("price = { min = 0, max = 70 }", theirs)
    mine_of_bench.toml(mine_writes)
    fault = mine_of_bench.only_fault()
    assert (fault.file, fault.row, fault.column) == ("copy/scenario.toml", line, "weights.price.min")


def test_a_fault_between_values_stands_where_this_pack_wrote(bench: Workbench, mine_of_bench: Extending) -> None:
    bench.toml("price = { min = 0, max = 70 }", "price = { min = 10, max = 70 }")
    line = mine_of_bench.toml("[weights.price]\nmax = 5\n")
    message = "The smallest weight, 10 %, is above the largest, 5 %; change one of them."
    assert mine_of_bench.only_fault() == Fault("scenario.toml", line, "weights.price", None, message)


def test_an_added_category_is_checked_at_its_own_line(mine: Extending) -> None:
    line = mine.toml('[[category]]\nid = "food"\n[[category]]\nid = "space"\n[[subject]]\nid = "bakery"\nfactor = "much"\n')
    faults = mine.faults()
    assert [(fault.file, fault.row, fault.column) for fault in faults] == [
        ("scenario.toml", line + 2, "category.title_en"),
        ("scenario.toml", line + 6, "subject.factor"),
    ]


def test_a_category_that_is_written_twice_is_told(mine: Extending) -> None:
    line = mine.toml('[[category]]\nid = "food"\ntitle_en = "A"\n[[category]]\nid = "food"\ntitle_en = "B"\n')
    message = 'The category "food" is defined twice; take one out.'
    assert mine.only_fault() == Fault("scenario.toml", line + 4, "category.id", "food", message)


def test_a_wrong_cell_is_told_with_the_file_it_stands_in(bench: Workbench, mine_of_bench: Extending) -> None:
    bench.cell("suppliers.csv", 4, "quality", "9")
    name = bench.cell("suppliers.csv", 4, "id")
    mine_of_bench.deck("suppliers.csv", "id,price_percent,welsh", f"{name},900,maybe")
    assert [(fault.file, fault.row, fault.column, fault.value) for fault in mine_of_bench.faults()] == [
        ("copy/suppliers.csv", 4, "quality", "9"),
        ("suppliers.csv", 2, "price_percent", "900"),
        ("suppliers.csv", 2, "welsh", "maybe"),
    ]


def test_a_row_with_a_mistyped_id_is_told_with_the_one_that_is_near(mine: Extending) -> None:
    mine.deck("needs.csv", "id,urgency", "scool-milk,1")
    fault = mine.only_fault()
    assert (fault.file, fault.row, fault.column, fault.value) == ("needs.csv", 2, "id", "scool-milk")
    assert fault.message.startswith('"scool-milk" is not in smarter-spending/needs.csv, and a new need must also have title_en, category, ')
    assert fault.message.endswith('; did you mean "school-milk"?')


def test_a_new_card_must_be_complete(mine: Extending) -> None:
    mine.deck("needs.csv", NEEDED, NEW_NEED.replace("communities", "").replace(",2,equal,yes", ",,equal,yes"))
    message = '"mountain-rescue" is not in smarter-spending/needs.csv, and a new need must also have theme and urgency.'
    assert mine.only_fault() == Fault("needs.csv", 2, "id", "mountain-rescue", message)


def test_a_row_without_an_id_is_told(mine: Extending) -> None:
    mine.deck("needs.csv", "id,urgency", "school-milk,2", ",1")
    assert mine.only_fault() == Fault("needs.csv", 3, "id", None, "The cell is empty; write the id of a need.")


def test_a_card_is_changed_in_one_row_only(mine: Extending) -> None:
    mine.deck("needs.csv", "id,urgency", "school-milk,2", "school-milk,1")
    message = 'The id "school-milk" stands in row 2 already; give this row another one.'
    assert mine.only_fault() == Fault("needs.csv", 3, "id", "school-milk", message)


def test_a_deck_needs_a_column_of_ids(mine: Extending) -> None:
    mine.deck("needs.csv", "urgncy,theme", "2,communities")
    assert [(fault.file, fault.row, fault.message) for fault in mine.faults()] == [
        ("needs.csv", 1, 'The column "urgncy" is not known here; did you mean "urgency"?'),
        ("needs.csv", 1, 'The column "id" is missing; add it to the first row.'),
    ]


def test_a_row_of_another_file_is_named_with_its_file(bench: Workbench, mine_of_bench: Extending) -> None:
    taken, other = bench.row_of("events.csv", "mark", "1"), bench.row_of("events.csv", "mark", "2")
    mine_of_bench.deck("events.csv", "id,mark", f"{bench.cell('events.csv', other, 'id')},1")
    message = f"Carbon mark 1 has its climate event in row {taken} already; write another mark from 0 to 4."
    assert mine_of_bench.only_fault() == Fault("events.csv", 2, "mark", "1", message)
    mine_of_bench.deck("events.csv", "id,title_en,mark", "new-event,New,1")
    message = f"Carbon mark 1 has its climate event in row {taken} of copy/events.csv already; write another mark from 0 to 4."
    assert mine_of_bench.only_fault() == Fault("events.csv", 2, "mark", "1", message)


def test_a_card_that_is_not_there_cannot_be_left_out(mine: Extending) -> None:
    line = mine.toml('[leave_out]\nneeds = ["scool-milk"]\n')
    message = '"scool-milk" is not a known need; did you mean "school-milk"?'
    assert mine.only_fault() == Fault("scenario.toml", line + 1, "leave_out.needs", "scool-milk", message)


def test_a_card_cannot_be_left_out_and_changed(mine: Extending) -> None:
    mine.toml('[leave_out]\nneeds = ["school-milk"]\n')
    mine.deck("needs.csv", "id,urgency", "school-milk,2")
    message = '"school-milk" is left out by scenario.toml; take out this row, or the id there.'
    assert mine.only_fault() == Fault("needs.csv", 2, "id", "school-milk", message)


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ('need = ["school-milk"]', "leave_out.need", '"need" is not known here; did you mean "needs"?'),
        ('needs = "school-milk"', "leave_out.needs", '"school-milk" is not a list of ids in square brackets.'),
        ("needs = [5]", "leave_out.needs", '"5" is not small letters, figures and hyphens in quotation marks, like my-game.'),
    ],
)
def test_a_wrong_table_of_what_is_left_out_is_told(mine: Extending, text: str, column: str, message: str) -> None:
    line = mine.toml(f"[leave_out]\n{text}\n")
    fault = mine.only_fault()
    assert (fault.file, fault.row, fault.column, fault.message) == ("scenario.toml", line + 1, column, message)


def test_only_a_pack_that_extends_another_can_leave_out(bench: Workbench, mine_of_bench: Extending) -> None:
    line = bench.toml("[rules]", '[leave_out]\nneeds = ["school-milk"]\n\n[rules]')
    message = "Only a pack that extends another can leave out cards; take this out, or write extends at the top of the file."
    assert bench.only_fault() == Fault("scenario.toml", line, "leave_out", None, message)
    assert mine_of_bench.faults()[0].file == "copy/scenario.toml"


@pytest.mark.parametrize(
    ("extends", "message"),
    [
        ("smarter-spendin", '; did you mean "smarter-spending"? Caffael ships with '),
        ("nowhere", 'There is no pack "nowhere" that ships or lies beside this one; write the id of a pack that ships, or the name of one'),
        ("", '"" cannot be the name of a pack that is extended'),
        ("Our Base", '"Our Base" cannot be the name of a pack that is extended: small letters, figures and hyphens; write the id'),
        ("a\\u0000b", '"a?b" cannot be the name of a pack'),
        ("../copy", '"../copy" is a path; lay the pack that is extended beside this one and write its name alone, like our-base.'),
        ("/packs/mine", '"/packs/mine" is a path; lay'),
        ("C:\\\\packs", "is a path; lay"),
        ("c:packs", "is a path; lay"),
        ("a\\\\b", "is a path; lay"),
        (".", "is a path; lay"),
        ("..", "is a path; lay"),
        (
            "mine",
            "A pack cannot extend itself; write the id of a pack that ships, or the name of one that lies beside this one, like our-base.",
        ),
    ],
)
def test_a_pack_that_cannot_be_extended_is_the_one_fault(mine: Extending, extends: str, message: str) -> None:
    mine.extends = extends
    mine.toml("")
    fault = mine.only_fault()
    assert (fault.file, fault.row, fault.column) == ("scenario.toml", 1, "extends")
    assert message in fault.message


def test_the_name_of_the_extended_pack_is_a_text(mine: Extending) -> None:
    (mine.folder / "scenario.toml").write_text('id = "mine"\nextends = 5\n', encoding="utf-8")
    assert mine.only_fault().place == "scenario.toml, line 2, extends"


def test_files_of_the_extended_pack_that_do_not_read_are_told(bench: Workbench, mine_of_bench: Extending) -> None:
    (bench.folder / "events.csv").unlink()
    bench.write("needs.csv", [["nothing"]])
    assert [str(fault) for fault in mine_of_bench.faults()] == [
        "copy/events.csv: The file is missing from the pack.",
        f"copy/needs.csv, row 1: No row names the columns; write their names into the first row: {listed(columns_of(NeedRow), 'and')}.",
    ]


def test_an_extended_scenario_file_that_does_not_read_is_the_one_fault(bench: Workbench, mine_of_bench: Extending) -> None:
    line = bench.toml("level = 3", "level 3")
    fault = mine_of_bench.only_fault()
    assert (fault.file, fault.row) == ("copy/scenario.toml", line)


def test_a_scenario_file_that_does_not_read_hides_no_more_than_its_decks(mine: Extending) -> None:
    line = mine.toml("[rules\n")
    fault = mine.only_fault()
    assert (fault.file, fault.row) == ("scenario.toml", line)


def test_tables_without_end_are_told(mine: Extending) -> None:
    mine.toml(".".join("a" * 4000) + " = 1\n")
    assert mine.only_fault().message == "The name has more than 8 parts; no pack needs that."


def test_welsh_that_is_missing_is_counted_for_each_pack(bench: Workbench, mine_of_bench: Extending) -> None:
    bench.cell("needs.csv", 3, "story_cy", "")
    mine_of_bench.deck("needs.csv", NEEDED, NEW_NEED)
    welsh = [warning for warning in mine_of_bench.load().warnings if "Welsh text" in warning.message]
    assert [(warning.file, warning.row, warning.column, warning.value) for warning in welsh] == [
        ("copy/needs.csv", 3, "story_cy", "1"),
        ("needs.csv", 2, "title_cy", "1"),
    ]


@pytest.mark.parametrize("seed", range(40))
def test_spoiled_bytes_of_either_pack_raise_nothing_but_pack_errors(bench: Workbench, mine_of_bench: Extending, seed: int) -> None:
    mine_of_bench.toml(
        "[rules]\nload_percent = 9\n[routes.lots]\nlabs = { data = 1 }\n[decks]\nbid_cards = { -8 = 0 }\n"
        '[leave_out]\nsuppliers = ["gofal-gwenno"]\n'
        '[[category]]\nid = "food"\ntitle_en = "Eating"\n[[category]]\nid = "new"\ntitle_en = "New"\n'
    )
    mine_of_bench.deck("needs.csv", NEEDED, NEW_NEED, "school-milk,,,,,,1,,,,,,,")
    chance = random.Random(seed)
    mine, theirs = sorted(mine_of_bench.folder.iterdir()), ["scenario.toml", "needs.csv", "balance.toml"]
    for _ in range(chance.randint(1, 4)):
        spoil(chance.choice([*mine, *mine, *(bench.folder / name for name in theirs)]), chance)
    changes: dict[str, object] = {"rules.load_percent": "x2", "needs.*.urgency": "+0"}
    for read in (lambda: load_pack(mine_of_bench.folder, changes=changes), lambda: load_bars(mine_of_bench.folder)):
        try:
            read()
        except PackError as error:
            assert error.faults
            assert all(fault.message.endswith((".", "?")) for fault in error.faults)
