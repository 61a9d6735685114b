"""What councils begin with, by the columns of councils.csv, and packs of a campaign in a list."""

from pathlib import Path

from caffael.scenario import find_packs, load_pack
from caffael.scenario.pack import Beginning, begin_with, beginning_of
from tests.campaign_packs import lay_campaign, lay_game
from tests.scenario.workbench import Extending

NOTHING = Beginning((0, 0, 0), (0,) * 5)


def test_the_lab_columns_may_be_left_out(tmp_path: Path) -> None:
    pack = load_pack("smarter-spending")
    assert all(beginning_of(card) == NOTHING for card in pack.cards.councils)
    assert Extending(tmp_path / "mine").load().digest == pack.digest


def test_a_council_begins_with_the_labs_of_its_row(tmp_path: Path) -> None:
    mine = Extending(tmp_path / "mine")
    mine.deck("councils.csv", "id,lab_procurement,lab_data", "newport,2,", "cardiff,,3")
    pack = mine.load()
    labs = {name: pack.cards.councils[place].labs for place, name in enumerate(pack.ids.councils)}
    assert (labs["newport"], labs["cardiff"], labs["torfaen"]) == ([2, 0, 0], [0, 0, 3], [0, 0, 0])
    assert pack.digest != load_pack("smarter-spending").digest


def test_in_a_symmetric_game_all_begin_with_the_labs_of_the_first(tmp_path: Path) -> None:
    mine = Extending(tmp_path / "mine")
    first = load_pack("smarter-spending").ids.councils[0]
    mine.deck("councils.csv", "id,lab_adaption", f"{first},1")
    pack = mine.load({"rules.asymmetric": False})
    assert {tuple(card.labs) for card in pack.cards.councils[: pack.cards.council_count]} == {(0, 1, 0)}


def test_a_level_that_no_lab_has_is_told(tmp_path: Path) -> None:
    mine = Extending(tmp_path / "mine")
    mine.deck("councils.csv", "id,lab_data", "newport,4")
    fault = mine.only_fault()
    assert (fault.file, fault.row, fault.column, fault.value) == ("councils.csv", 2, "lab_data", "4")
    assert fault.message == '"4" is too large; write a whole number from 0 to 3.'


def test_a_pack_in_which_councils_begin_with_others_is_another_pack_and_leaves_the_first_as_it_was() -> None:
    pack = load_pack("smarter-spending")
    digest = pack.digest
    learned = Beginning((1, 2, 3), (1, 0, 0, 0, 1))
    other = begin_with(pack, {"newport": learned, "atlantis": learned})
    place = pack.ids.councils.index("newport")
    assert beginning_of(other.cards.councils[place]) == learned
    assert [beginning_of(card) for card in other.cards.councils].count(NOTHING) == len(other.cards.councils) - 1
    assert other.digest != digest == pack.digest
    assert beginning_of(pack.cards.councils[place]) == NOTHING
    assert begin_with(other, {"newport": NOTHING}).digest == digest
    assert other.title == pack.title


def test_games_of_a_campaign_are_listed_one_after_the_other(tmp_path: Path) -> None:
    lay_campaign(tmp_path)
    names = [info.id for info in find_packs([tmp_path]) if info.campaign is not None and info.campaign.id == "three-games"]
    assert names == ["first-steps", "second-wind", "last-word"]
    lay_game(tmp_path / "elsewhere", 1, campaign="another")
    (info,) = [info for info in find_packs([tmp_path / "elsewhere"]) if info.campaign is not None and info.campaign.id == "another"]
    assert info.campaign is not None and info.campaign.next == "second-wind"
