"""What a written extension changes can be read back."""

from pathlib import Path

import pytest

from caffael.scenario import load_pack
from caffael.scenario.extension import write_extension
from caffael.scenario.layers.own_changes import read_own_changes
from caffael.scenario.pack import parameters
from tests.scenario.test_extension import CHANGES
from tests.scenario.workbench import SHIPPED

BEGINNING: dict[str, object] = {"years": 4, "years_offered": [3, 4], "board.timer_minutes": 6, "board.language": "cy"}


@pytest.mark.parametrize("changes", [*CHANGES, BEGINNING])
def test_changes_that_were_written_are_read_back(tmp_path: Path, changes: dict[str, object]) -> None:
    found = read_own_changes(write_extension(tmp_path / "mine", SHIPPED, "mine", "Mine", changes))
    assert found is not None and found.extends == SHIPPED
    assert load_pack(SHIPPED, changes=found.changes).cards == load_pack(SHIPPED, changes=changes).cards


def test_how_a_game_begins_is_changed_by_name_and_is_no_parameter(tmp_path: Path) -> None:
    pack = load_pack(write_extension(tmp_path / "mine", SHIPPED, "mine", "Mine", BEGINNING, "Fy un i"))
    assert (pack.years, pack.years_offered, pack.timer_minutes, pack.language) == (4, (3, 4), 6, "cy")
    assert (pack.title("en"), pack.title("cy")) == ("Mine", "Fy un i")
    assert not any(name.split(".")[0] in ("years", "years_offered", "board") for name in parameters(SHIPPED))


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("scenario.toml", 'extends = "smarter-spending"\nid = "mine"\ntitle_en = "Mine"\n[leave_out]\nneeds = ["school-milk"]\n'),
        ("scenario.toml", 'extends = "smarter-spending"\nid = "mine"\ntitle_en = "Mine"\nlevel = 2\n'),
        ("scenario.toml", 'id = "mine"\ntitle_en = "Mine"\n'),
        ("scenario.toml", "extends = \n"),
        ("needs.csv", "id,title_en\nschool-milk,Milk\n"),
        ("balance.toml", ""),
    ],
)
def test_a_pack_that_does_more_is_not_taken_for_changed_values(tmp_path: Path, file: str, text: str) -> None:
    folder = write_extension(tmp_path / "mine", SHIPPED, "mine", "Mine", {"rules.load_percent": 7})
    (folder / file).write_text(text, encoding="utf-8")
    assert read_own_changes(folder) is None


def test_what_a_system_leaves_in_the_folder_is_no_change(tmp_path: Path) -> None:
    folder = write_extension(tmp_path / "mine", SHIPPED, "mine", "Mine", {"rules.load_percent": 7})
    (folder / ".DS_Store").write_text("x")
    (folder / "~$needs.xlsx").write_text("x")
    assert read_own_changes(folder) is not None
    (folder / "notes.txt").write_text("x")
    assert read_own_changes(folder) is None
