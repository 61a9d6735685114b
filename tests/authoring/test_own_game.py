"""A pack of one's own while it is changed, and as it is written."""

from pathlib import Path

from caffael.authoring.own.editable import MONEY, SETTINGS
from caffael.authoring.own.own_game import begin
from caffael.scenario import Words, load_pack
from caffael.scenario.extension import write_extension
from caffael.scenario.finding import shipped

STANDARD = "smarter-spending"


def test_what_the_editor_does_not_show_of_an_own_pack_is_kept(tmp_path: Path) -> None:
    own = tmp_path / "user" / "scenarios"
    changes = {"rules.load_percent": 9, "suppliers.gardd-wen.quality": 2, "councils.cardiff.budget_gbp": 123_000}
    path = write_extension(own / "mine", STANDARD, "mine", "Mine", changes)
    game = begin(path, True, Words())
    assert game.value(MONEY) == 100
    game.set("rules.labs", False)
    game.save(own)
    assert load_pack(path).cards == load_pack(STANDARD, changes={**changes, "rules.labs": False}).cards


def test_a_second_pack_of_the_same_title_lies_beside_the_first(tmp_path: Path) -> None:
    first = shipped()[0] / STANDARD
    folder = tmp_path / "scenarios"
    paths = [begin(first, False, Words("Our valley", "")).save(folder) for _ in range(2)]
    assert [path.name for path in paths] == ["our-valley", "our-valley-2"]


def test_every_way_to_buy_cannot_be_switched_off() -> None:
    game = begin(shipped()[0] / STANDARD, False, Words("Ours", ""))
    routes = [key for key in SETTINGS if key.startswith("routes.")]
    for key in routes:
        game.set(key, False)
    assert len(game.blamed) == 1 and next(iter(game.blamed)) in routes
