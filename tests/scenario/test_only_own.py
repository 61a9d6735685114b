"""Only my cards: a pack that extends another can leave out a whole deck of it, in its file or by a switch of the board's editor."""

from pathlib import Path

import pytest

from caffael.authoring.own.own_game import begin
from caffael.presentation.setup.editor import editor_page
from caffael.scenario import Pack, Words, load_pack
from caffael.scenario.models import DECKS, deck_of
from caffael.words.language import Language
from tests.scenario.test_extending import NEEDED, NEW_NEED
from tests.scenario.workbench import SHIPPED, Extending, Workbench

SUPPLIERS = (
    "id,name,kind,supported,categories,price_percent,quality,social,social_goal,"
    "carbon_percent,reputation,capacity,largest_gbp,local_percent,welsh"
)
NEW_SUPPLIER = "new-firm,New Firm,micro,no,food,104,4,3,cohesive,60,4,1,,84,yes"


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(SHIPPED)


def with_own_need(pack: Extending, head: str = 'only_own = ["needs"]\n') -> None:
    pack.toml("", head)
    pack.deck("needs.csv", NEEDED, NEW_NEED)


def test_the_other_packs_cards_of_a_deck_are_left_out_and_other_decks_stay(mine: Extending, shipped: Pack) -> None:
    with_own_need(mine)
    pack = mine.load()
    assert pack.ids.needs == ["mountain-rescue"]
    assert (pack.ids.suppliers, pack.ids.events, pack.ids.councils) == (shipped.ids.suppliers, shipped.ids.events, shipped.ids.councils)


def test_a_card_of_the_other_pack_that_has_a_row_stays(mine: Extending, shipped: Pack) -> None:
    mine.toml("", 'only_own = ["needs"]\n')
    mine.deck("needs.csv", "id,urgency", "school-milk,3", "led-lights,")
    pack = mine.load()
    assert pack.ids.needs == [name for name in shipped.ids.needs if name in ("school-milk", "led-lights")]
    assert pack.cards.needs[pack.ids.needs.index("school-milk")].urgency == 3


@pytest.mark.parametrize("deck", [deck_of(model) for model in DECKS])
def test_a_deck_without_cards_of_ones_own_is_told(mine: Extending, deck: str) -> None:
    line = mine.toml("", f'only_own = ["{deck}"]\n')
    fault = mine.only_fault()
    assert (fault.file, fault.row, fault.column, fault.value) == ("scenario.toml", line - 1, "only_own", deck)
    assert fault.message == f'No card of {deck}.csv is this pack\'s own; write some, or take "{deck}" out of only_own.'


def test_a_deck_of_ones_own_that_cannot_be_read_is_told_once(mine: Extending) -> None:
    with_own_need(mine)
    path = mine.folder / "needs.csv"
    path.write_bytes(path.read_bytes() + "caffè,".encode("cp1252"))
    assert mine.only_fault().file == "needs.csv"


def test_suppliers_that_go_with_their_deck_go_from_the_homes_of_councils(mine: Extending) -> None:
    mine.toml("[rules]\ntrack_records = false\n", 'only_own = ["suppliers"]\n')
    mine.deck("suppliers.csv", SUPPLIERS, NEW_SUPPLIER)
    pack = mine.load()
    assert pack.ids.suppliers == ["new-firm"]


def test_what_remains_must_be_playable(mine: Extending) -> None:
    mine.toml("", 'only_own = ["councils"]\n')
    mine.deck("councils.csv", "id,grant_gbp", "cardiff,")
    assert mine.only_fault().message == "Up to 6 teams can play, but there are only 1 councils; write teams_most = 1."


@pytest.mark.parametrize("value", ['["potatoes"]', '"needs"', "true"])
def test_a_deck_that_there_is_not_is_told(mine: Extending, value: str) -> None:
    line = mine.toml("", f"only_own = {value}\n")
    fault = mine.only_fault()
    assert (fault.file, fault.row, fault.column) == ("scenario.toml", line - 1, "only_own")


def test_a_pack_that_extends_none_has_nothing_to_leave_out(bench: Workbench) -> None:
    bench.toml('id = "', 'only_own = ["needs"]\nid = "')
    assert bench.only_fault().message.startswith("Only a pack that extends another can leave out cards")


def test_a_pack_above_keeps_the_cards_of_the_nearest_pack_that_writes_any(mine: Extending, tmp_path: Path) -> None:
    with_own_need(mine, "")
    top = Extending(tmp_path / "top", "mine")
    top.toml("", 'only_own = ["needs"]\n')
    assert top.load().ids.needs == ["mountain-rescue"]
    top.deck("needs.csv", NEEDED, NEW_NEED.replace("mountain-rescue", "sea-rescue").replace("Rescue", "Sea rescue"))
    assert top.load().ids.needs == ["sea-rescue"]


def test_what_a_pack_in_between_leaves_out_stays_out_and_its_mistakes_are_told(mine: Extending, tmp_path: Path) -> None:
    with_own_need(mine)
    top = Extending(tmp_path / "top", "mine")
    assert top.load().ids.needs == ["mountain-rescue"]
    mine.toml("", 'only_own = ["potatoes"]\n')
    assert [(fault.file, fault.column) for fault in top.faults()] == [("mine/scenario.toml", "only_own")]


def test_the_editor_has_a_switch_for_a_deck_with_own_cards_and_reads_it_back(mine: Extending, tmp_path: Path) -> None:
    with_own_need(mine, "")
    game = begin(mine.folder, True, Words("Ours", "Ein gêm"))
    assert [key for key in game.settings() if key.startswith("only_own")] == ["only_own.needs"]
    game.set("only_own.needs", True)
    assert game.faults == []
    saved = game.save(tmp_path)
    assert load_pack(saved).ids.needs == ["mountain-rescue"]
    again = begin(saved, True, Words("Ours", "Ein gêm"))
    assert (again.value("only_own.needs"), again.kept) == (True, {})
    again.reset("only_own.needs")
    assert len(load_pack(again.save(tmp_path)).ids.needs) > 1


def test_the_switch_is_said_in_both_languages_and_only_where_there_are_own_cards(mine: Extending) -> None:
    with_own_need(mine, "")
    game = begin(mine.folder, True, Words("Ours", "Ein gêm"))
    for code in ("en", "cy"):
        assert any(getattr(block, "id", "") == "Own cards" for block in editor_page(Language(code), game).blocks), code
    plain = begin(load_pack("our-town").place, False, Words("Ours", "Ein gêm"))
    assert not [key for key in plain.settings() if key.startswith("only_own")]
    assert all(getattr(block, "id", "") != "Own cards" for block in editor_page(Language("en"), plain).blocks)


def test_a_key_of_the_head_that_stands_below_a_heading_is_told_to_go_up(mine: Extending) -> None:
    mine.toml('[rules]\nload_percent = 4\nonly_own = ["needs"]\n')
    fault = mine.only_fault()
    assert (fault.file, fault.column) == ("scenario.toml", "rules.only_own")
    assert fault.message == '"only_own" is not known here; put its line above the first heading in square brackets.'


def test_capitals_do_not_matter_in_the_names_of_decks_pictures_and_colours(mine: Extending) -> None:
    with_own_need(mine, 'only_own = ["Needs"]\n')
    looks = '[[category]]\nid = "food"\ntitle_en = "Food"\npicture = "Ball"\ncolour = "Pink"\n'
    with (mine.folder / "scenario.toml").open("a", encoding="utf-8") as file:
        file.write(looks)
    assert len(mine.load().ids.needs) == 1
