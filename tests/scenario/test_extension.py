"""Changes are written down as a small pack that extends, whole or not at all."""

import os
from pathlib import Path

import pytest

from caffael.scenario import PackError, load_pack
from caffael.scenario.extension import write_extension
from tests.scenario.workbench import SHIPPED, Extending, Workbench

CHANGES: list[dict[str, object]] = [
    {},
    {"rules.load_percent": 7, "rules.labs": False, "rules.ending": "hard", "rules.marks_percent": [10, 20, 30, 40]},
    {"weights.price.max": 60, "weights.step_percent": 20, "framework.welsh": False, "framework.social_goal": "culture"},
    {"routes.open.days": 3, "routes.open.labs.data": 1, "routes.open.largest_gbp": 90_000, "routes.flexible.on": True},
    {"decks.bid_cards": {-4: 5, 0: 5, 3: 5}, "decks.track_records": {"0": 80}},
    {"suppliers.gardd-wen.price_percent": 120, "suppliers.minibws-mali.welsh": False, "suppliers.minibws-mali.categories": "care food"},
    {"needs.*.estimate_gbp": "x1.1", "needs.school-milk.estimate_gbp": "+5", "councils.*.grant_gbp": 250_000},
    {"events.bus-strike.effect_1": "goal culture 1 if budget below 200000", "projects.retrofit-map.cost_gbp": 50_000},
]


def refused(folder: Path, extends: str = SHIPPED, id: str = "mine", title: str = "Mine", **changes: object) -> str:  # noqa: A002
    with pytest.raises(PackError) as caught:
        write_extension(folder, extends, id, title, {name.replace("__", "."): value for name, value in changes.items()})
    (fault,) = caught.value.faults
    return str(fault)


def everything(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("changes", CHANGES)
def test_what_is_written_loads_to_the_cards_of_the_changes(tmp_path: Path, changes: dict[str, object]) -> None:
    folder = write_extension(tmp_path / "mine", SHIPPED, "mine", "Mine", changes)
    pack = load_pack(folder)
    assert (pack.id, pack.title("en"), pack.place) == ("mine", "Mine", tmp_path / "mine")
    assert pack.cards == load_pack(SHIPPED, changes=changes).cards
    assert (pack.cards == load_pack(SHIPPED).cards) == (changes == {})


def test_only_what_is_changed_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    changes = {"suppliers.minibws-mali.welsh": 0, "suppliers.gardd-wen.quality": 2, "rules.load_percent": "+2", "routes.open.days": 3}
    write_extension(folder, SHIPPED, "mine", 'Say "Mine"', changes)
    assert everything(folder) == ["scenario.toml", "suppliers.csv"]
    assert (folder / "suppliers.csv").read_text(encoding="utf-8-sig") == "id,quality,welsh\ngardd-wen,2,\nminibws-mali,,no\n"
    assert (folder / "scenario.toml").read_text(encoding="utf-8").splitlines() == [
        "# smarter-spending with 4 values changed; everything else is taken from there.",
        "",
        'extends = "smarter-spending"',
        'id = "mine"',
        'title_en = "Say \\"Mine\\""',
        "",
        "[rules]",
        "load_percent = 7",
        "",
        "[routes.open]",
        "days = 3",
    ]


def test_a_pack_of_a_folder_is_extended_by_its_name_beside_the_new_one(
    bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.toml("load_percent = 5", "load_percent = 8")
    monkeypatch.chdir(tmp_path)
    for extends, folder in ((str(bench.folder), Path("near")), ("copy", tmp_path / "other")):
        write_extension(folder, extends, "mine", "Mine", {"rules.load_percent": "+1"})
        assert load_pack(folder).cards.settings.load == 9
        assert 'extends = "copy"' in (folder / "scenario.toml").read_text(encoding="utf-8")


def test_a_pack_is_written_beside_the_one_it_extends_or_not_at_all(bench: Workbench, tmp_path: Path) -> None:
    message = refused(tmp_path / "far" / "mine", str(bench.folder))
    beside = tmp_path / "mine"
    assert message == f'A pack that extends "{bench.folder}" must lie beside it; write it beside that one, as "{beside}".'
    assert not (tmp_path / "far").exists()


def test_a_pack_whose_name_nobody_can_write_cannot_be_extended(bench: Workbench, tmp_path: Path) -> None:
    for name in ("My copy", SHIPPED):
        bench.folder.rename(tmp_path / name)
        bench.folder = tmp_path / name
        assert "has a name by which it cannot be extended; rename it" in refused(tmp_path / "mine", str(tmp_path / name))


def test_a_pack_that_ships_is_extended_by_its_id_also_where_its_path_was_given(tmp_path: Path) -> None:
    write_extension(tmp_path / "mine", str(load_pack(SHIPPED).place), "mine", "Mine", {})
    assert 'extends = "smarter-spending"' in (tmp_path / "mine" / "scenario.toml").read_text(encoding="utf-8")


def test_an_empty_folder_is_written_into(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    write_extension(tmp_path / "mine", SHIPPED, "mine", "Mine", {"rules.load_percent": 7})
    assert everything(tmp_path) == ["mine", "mine/scenario.toml"]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    assert refused(folder) == f'There is something at "{folder}" already; choose a new folder or an empty one.'
    assert refused(folder / "notes.txt").endswith("choose a new folder or an empty one.")
    assert everything(tmp_path) == ["mine", "mine/notes.txt"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"id": "My Game"}, 'id: "My Game" is not an id; write small letters, figures and hyphens in quotation marks, like my-game.'),
        ({"id": "a\nb"}, 'id: "a?b" cannot be the id of a pack; write a text of one line.'),
        ({"title": ""}, 'title_en: "" cannot be the title_en of a pack; write a text of one line.'),
        ({"title": "\udc80"}, 'title_en: "?" cannot be the title_en of a pack; write a text of one line.'),
        ({"title": "x" * 81}, "title_en: The text has 81 characters; write at most 80."),
        ({"extends": "smarter-spendin"}, 'There is no pack "smarter-spendin"; did you mean "smarter-spending"? Caffael ships with '),
        ({"rules__load_percent": 900}, 'rules.load_percent: "900" is too large; write a whole number from 0 to 100.'),
        ({"rules__load_percnt": 1}, '"rules.load_percnt" is not a number of a pack; did you mean "rules.load_percent"?'),
    ],
)
def test_what_makes_no_pack_is_refused_in_one_sentence_and_leaves_nothing(tmp_path: Path, given: dict[str, str], message: str) -> None:
    assert refused(tmp_path / "mine", **given).startswith(message)
    assert everything(tmp_path) == []


def test_a_pack_that_extends_another_is_extended_in_its_turn(mine: Extending, tmp_path: Path) -> None:
    mine.toml("[rules]\nload_percent = 8\n[decks]\nbid_cards = { -8 = 0 }\n")
    changes: dict[str, object] = {"rules.load_percent": "+1", "decks.bid_cards": {"0": 5, "3": 5}, "needs.school-milk.urgency": 1}
    second = write_extension(tmp_path / "second", str(mine.folder), "second", "Second", changes)
    assert 'extends = "mine"' in (second / "scenario.toml").read_text(encoding="utf-8")
    assert load_pack(second).cards == load_pack(mine.folder, changes=changes).cards


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert refused(tmp_path / "file" / "mine").startswith(f'The folder "{tmp_path}/file/mine" cannot be written (')
    assert refused(tmp_path / "a\0b").startswith("The folder ")


def test_nothing_is_left_when_writing_breaks_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def break_off(path: Path, data: bytes) -> int:
        if path.name == "suppliers.csv":
            raise OSError(28, os.strerror(28))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", break_off)
    changes: dict[str, object] = {"rules.load_percent": 7, "suppliers.gardd-wen.quality": 2}
    with pytest.raises(PackError, match=r"cannot be written \(the disk is full\); choose another one"):
        write_extension(tmp_path / "mine", SHIPPED, "mine", "Mine", changes)
    assert everything(tmp_path) == []
