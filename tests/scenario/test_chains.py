"""A pack that extends may be extended in its turn; every rule of extending holds through the chain."""

from itertools import pairwise
from pathlib import Path

import pytest

from caffael.rules.terms import NONE
from caffael.scenario import Fault, Pack, load_pack
from caffael.scenario.bars import load_bars
from tests.scenario.test_extending import NEEDED, NEW_NEED
from tests.scenario.workbench import SHIPPED, Extending, Workbench

ONE_BAR = '[[bar]]\nid = "seats"\ntitle_en = "Seats"\nmeasure = "seat_share"\nbots = ["balanced"]\nmost = 0.5\n'


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(SHIPPED)


@pytest.fixture
def top(mine: Extending, tmp_path: Path) -> Extending:
    """A pack on `mine`, which stands on the one that ships."""
    return Extending(tmp_path / "top", "mine")


def chain(place: Path, names: list[str]) -> list[Extending]:
    """Packs of which each extends the one after it."""
    return [Extending(place / name, below) for name, below in pairwise(names)]


def test_a_chain_that_writes_nothing_has_the_cards_of_the_lowest(top: Extending, shipped: Pack) -> None:
    pack = top.load()
    assert (pack.cards, pack.texts, pack.warnings) == (shipped.cards, shipped.texts, [])


def test_each_pack_counts_over_those_below(mine: Extending, top: Extending, shipped: Pack) -> None:
    mine.toml('[rules]\nload_percent = 8\nofficer_days_a_year = 7\n[[category]]\nid = "space"\ntitle_en = "Space"\ntitle_cy = "Gofod"\n')
    top.toml('[rules]\nload_percent = 9\n[[category]]\nid = "space"\ntitle_en = "Outer space"\n')
    mine.deck("needs.csv", NEEDED, NEW_NEED, "school-milk,,,,,,1,,,,,3,,")
    top.deck("needs.csv", "id,estimate_gbp,urgency", "mountain-rescue,95000,", "school-milk,,2")
    pack = top.load()
    assert (pack.cards.settings.load, pack.cards.settings.days) == (9, 7)
    assert (pack.category(-1).title("en"), pack.category(-1).title("cy")) == ("Outer space", "Outer space")
    milk, rescue = (pack.cards.needs[pack.ids.needs.index(name)] for name in ("school-milk", "mountain-rescue"))
    assert (milk.term, milk.urgency, rescue.estimate) == (1, 2, 95_000)
    assert pack.ids.needs == [*shipped.ids.needs, "mountain-rescue"]


def test_a_fault_has_the_name_of_the_pack_it_stands_in(bench: Workbench, tmp_path: Path) -> None:
    low, top = chain(tmp_path, ["top", "middle", "copy"])[::-1]
    bench.cell("needs.csv", 3, "urgency", "9")
    low.toml("[rules]\nload_percent = 900\n")
    low.deck("suppliers.csv", "id,quality", "gardd-wen,8")
    top.deck("suppliers.csv", "id,welsh", "gardd-wen,maybe")
    assert [fault.place for fault in top.faults()] == [
        "copy/needs.csv, row 3, urgency",
        "middle/scenario.toml, line 6, rules.load_percent",
        "middle/suppliers.csv, row 2, quality",
        "suppliers.csv, row 2, welsh",
    ]


def test_each_pack_leaves_out_of_what_lies_below_it(mine: Extending, top: Extending, shipped: Pack) -> None:
    first, second = shipped.ids.needs[:2]
    home = [shipped.ids.suppliers[index] for index in shipped.cards.councils[0].home if index != NONE]
    mine.toml(f'[leave_out]\nneeds = ["{first}"]\nsuppliers = ["{home[0]}"]\n')
    top.toml(f'[leave_out]\nneeds = ["{second}"]\nsuppliers = ["{home[1]}"]\n')
    pack = top.load()
    assert pack.ids.needs == shipped.ids.needs[2:]
    assert [pack.ids.suppliers[index] for index in pack.cards.councils[0].home if index != NONE] == home[2:]
    line = top.toml(f'[leave_out]\nneeds = ["{first}"]\n')
    assert (top.only_fault().row, top.only_fault().column, top.only_fault().value) == (line + 1, "leave_out.needs", first)


def test_what_one_pack_leaves_out_the_next_may_add_anew(mine: Extending, top: Extending, shipped: Pack) -> None:
    mine.toml('[leave_out]\nneeds = ["school-milk"]\n')
    top.deck("needs.csv", NEEDED, NEW_NEED.replace("mountain-rescue", "school-milk"))
    assert top.load().ids.needs == [*(name for name in shipped.ids.needs if name != "school-milk"), "school-milk"]


def test_a_wrong_table_of_a_middle_pack_is_told(mine: Extending, top: Extending) -> None:
    line = mine.toml('[leave_out]\nneed = ["school-milk"]\nevents = [5]\n')
    top.toml('[leave_out]\nneeds = ["school-milk"]\n')
    assert [(fault.file, fault.row, fault.column) for fault in top.faults()] == [
        ("mine/scenario.toml", line + 1, "leave_out.need"),
        ("mine/scenario.toml", line + 2, "leave_out.events"),
    ]


def test_id_and_titles_are_of_the_topmost_in_both_languages(mine: Extending, top: Extending) -> None:
    (top.folder / "scenario.toml").write_text('extends = "mine"\nid = "top"\ntitle_en = "Top"\n', encoding="utf-8")
    pack = top.load()
    assert (pack.id, pack.title("en"), pack.title("cy")) == ("top", "Top", "Top")
    assert [(warning.file, warning.row, warning.column) for warning in pack.warnings] == [("scenario.toml", 3, "title_cy")]
    (top.folder / "scenario.toml").write_text('extends = "mine"\n', encoding="utf-8")
    assert [(fault.file, fault.column) for fault in top.faults()] == [("scenario.toml", "id"), ("scenario.toml", "title_en")]


def test_a_deck_that_is_switched_off_anywhere_below_need_not_be_there(bench: Workbench, tmp_path: Path) -> None:
    low, top = chain(tmp_path, ["top", "middle", "copy"])[::-1]
    (bench.folder / "projects.csv").unlink()
    low.toml("[rules]\nprojects = false\n")
    assert top.load().cards.project_count == 0
    top.toml("[rules]\nprojects = true\n")
    assert top.load().cards.project_count == 0
    low.toml("")
    assert top.only_fault() == Fault("copy/projects.csv", None, None, None, "The file is missing from the pack.")


def test_bars_are_those_of_the_nearest_pack_that_has_any(mine: Extending, top: Extending) -> None:
    assert load_bars(top.folder) == load_bars(SHIPPED)
    (mine.folder / "balance.toml").write_text(ONE_BAR, encoding="utf-8")
    assert [bar.id for bar in load_bars(top.folder)] == ["seats"]


def test_four_packs_may_lie_below_one_another_and_no_more(bench: Workbench, tmp_path: Path) -> None:
    packs = chain(tmp_path, ["e", "d", "c", "b", "copy"])
    bench.toml("load_percent = 5", "load_percent = 8")
    assert packs[0].load().cards.settings.load == 8
    top = Extending(tmp_path / "f", "e")
    message = "This is the pack below e, d, c and b; at most 4 may lie below one another, so extend a lower one."
    assert top.only_fault() == Fault("b/scenario.toml", 1, "extends", "copy", message)


def test_packs_that_extend_each_other_in_a_ring_are_told(tmp_path: Path) -> None:
    first, second, _ = chain(tmp_path, ["a", "b", "c", "a"])
    message = 'The packs extend each other in a ring: "a", "b", "c", "a"; let one of them extend a pack that ships.'
    assert first.only_fault() == Fault("c/scenario.toml", 1, "extends", "a", message)
    assert second.only_fault().file == "a/scenario.toml"


def test_a_pack_below_that_is_not_there_is_told_where_it_is_named(mine: Extending, top: Extending) -> None:
    mine.extends = "nowhere"
    line = mine.toml("") - 4
    fault = top.only_fault()
    assert (fault.file, fault.row, fault.column, fault.value) == ("mine/scenario.toml", line, "extends", "nowhere")


# ---------------------------------------------------------------------------------------------------------------- cells that are emptied


def test_a_hyphen_alone_empties_a_cell_that_may_be_empty(mine: Extending, top: Extending, shipped: Pack) -> None:
    sized = next(index for index, supplier in enumerate(shipped.cards.suppliers) if supplier.largest)
    name = shipped.ids.suppliers[sized]
    mine.deck("suppliers.csv", "id,largest_gbp,line_en,line_cy", f"{name},-,-,-")
    assert (mine.load().cards.suppliers[sized].largest, mine.load().supplier(sized).line("en")) == (0, "")
    assert top.load().cards.suppliers[sized].largest == 0
    top.deck("suppliers.csv", "id,largest_gbp", f"{name},90000")
    assert top.load().cards.suppliers[sized].largest == 90_000


def test_a_hyphen_in_a_cell_that_must_be_filled_is_what_it_says(mine: Extending) -> None:
    mine.deck("needs.csv", "id,title_en,urgency", "school-milk,-,-")
    assert mine.only_fault() == Fault("needs.csv", 2, "urgency", "-", '"-" is not a whole number; write a whole number from 1 to 3.')
    mine.deck("needs.csv", "id,title_en", "school-milk,-")
    pack = mine.load()
    assert pack.need(pack.ids.needs.index("school-milk")).title("en") == "-"


def test_numbers_below_nought_and_texts_with_hyphens_stay_as_they_are(mine: Extending, shipped: Pack) -> None:
    mine.deck("needs.csv", "id,story_en,story_cy", "school-milk,- a list -,–")
    mine.deck("events.csv", "id,effect_1", "bus-strike,days -1")
    pack = mine.load()
    assert pack.need(shipped.ids.needs.index("school-milk")).story("en") == "- a list -"
    assert pack.cards.events[shipped.ids.events.index("bus-strike")].effects[0].amount == -1


def test_a_hyphen_in_a_pack_that_extends_none_is_a_value_like_any(bench: Workbench) -> None:
    bench.cell("suppliers.csv", 2, "largest_gbp", "-")
    assert bench.only_fault().column == "largest_gbp"


def test_a_new_card_may_leave_cells_empty_by_hyphens(mine: Extending) -> None:
    mine.deck("needs.csv", f"{NEEDED},title_cy", f"{NEW_NEED.replace(chr(34) * 2, '-')},-")
    pack = mine.load()
    assert pack.need(pack.ids.needs.index("mountain-rescue")).title("cy") == "Rescue"
