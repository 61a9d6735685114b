"""A record finds its scenario after a stick, a folder or an account changed its name, and says nobody's name itself."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from caffael.match import Match
from caffael.match.beginning import path_of
from caffael.saves import Finder, RecordError, games_folder, list_saves, own_folder, read
from caffael.saves.header import place_name
from caffael.saves.packs import note_place, noted_places
from caffael.scenario import load_pack
from caffael.scenario.finding import shipped
from tests.test_match import some_seats
from tests.test_record import rewrite

OURS = 'extends = "smarter-spending"\nid = "ours"\ntitle_en = "Ours"\ntitle_cy = "Ein un ni"\n[rules]\nofficer_days_a_year = {days}\n'


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "data" / "games"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "account"))


def own_pack(folder: Path, days: int = 8, scenario: str = "ours") -> Path:
    """A pack of one's own, with numbers of its own."""
    folder.mkdir(parents=True)
    (folder / "scenario.toml").write_text(OURS.format(days=days).replace('"ours"', f'"{scenario}"'), "utf-8")
    return folder


def begun(place: Path, games: Path) -> Path:
    """The record of a game of a pack, two actions long."""
    pack = load_pack(place, 3)
    match = Match.start(pack, some_seats(pack), 4, games)
    for _ in range(2):
        match.play(match.legal()[-1])
    match.close()
    assert match.path is not None
    return match.path


def goes_on(record: Path, opened: tuple[Path, ...] = ()) -> Path:
    """The game goes on from the list and by itself; where the pack is with which it does."""
    assert [save.why_not for save in list_saves(record.parent, opened)] == [None]
    match = Match.resume(record, opened=opened)
    match.play(match.legal()[-1])
    match.close()
    return match.pack.place


def test_a_stick_that_has_another_name_keeps_its_games(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = tmp_path / "stickE"
    monkeypatch.setenv("CAFFAEL_GAMES", str(stick / "caffael-data" / "games"))
    record = begun(own_pack(own_folder() / "ours"), games_folder())
    moved = stick.rename(tmp_path / "stickF")
    monkeypatch.setenv("CAFFAEL_GAMES", str(moved / "caffael-data" / "games"))
    assert goes_on(games_folder() / record.name) == own_folder() / "ours"


DROPPED = "dropped on the board"
MOVES: dict[str, Callable[[Path, Path], object]] = {
    "beside the record": lambda pack, record: pack.rename(record.parent / "renamed"),
    "round the record": lambda pack, record: shutil.copytree(pack, record.parent, dirs_exist_ok=True),
    "beside the folder of the record": lambda pack, record: pack.rename(record.parent.parent / "scenarios" / "x"),
    "one's own": lambda pack, record: pack.rename(own_folder() / "anew"),
    "those of the account": lambda pack, record: shutil.copytree(pack, pack.parent.parent / "account" / "caffael" / "scenarios" / "x"),
    "a zip": lambda pack, record: shutil.make_archive(str(record.parent / "ours"), "zip", pack),
    DROPPED: lambda pack, record: shutil.copytree(pack, pack.with_name("dropped")),
}


@pytest.mark.parametrize("move", MOVES)
def test_a_pack_that_was_moved_and_renamed_is_found(tmp_path: Path, move: str) -> None:
    pack = own_pack(tmp_path / "here" / "ours")
    record = begun(pack, tmp_path / "teacher" / "records")
    own_folder().mkdir(parents=True)
    (tmp_path / "teacher" / "scenarios").mkdir()
    assert list_saves(record.parent)[0].why_not is not None
    MOVES[move](pack, record)
    shutil.rmtree(pack, ignore_errors=True)
    goes_on(record, (pack.with_name("dropped"),) if move == DROPPED else ())


def test_of_several_packs_the_one_with_the_right_numbers_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    own_pack(own_folder() / "ours", days=7)
    right = own_pack(own_folder() / "zz", scenario="another")
    record = begun(own_pack(tmp_path / "away" / "ours"), tmp_path / "records")
    assert goes_on(record) == right
    shutil.rmtree(right)
    assert "have changed" in str(list_saves(record.parent)[0].why_not)
    with pytest.raises(RecordError, match="have changed"):
        Match.resume(record)


def test_a_pack_opened_from_elsewhere_is_noted_on_this_computer_and_found_another_day(tmp_path: Path) -> None:
    pack = own_pack(tmp_path / "lessons" / "ours")
    games_folder().mkdir(parents=True)
    note_place(pack)
    note_place(shipped()[0] / "smarter-spending")
    note_place(own_folder() / "ours")
    assert noted_places() == [pack]
    assert goes_on(begun(pack, tmp_path / "records")) == pack
    for number in range(60):
        note_place(tmp_path / str(number))
    assert len(noted_places()) == 40 and noted_places()[0] == tmp_path / "59"


def test_no_record_holds_a_path_or_a_name_of_a_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "Users" / "jane.evans"
    pack = own_pack(home / "Documents" / "my-game")
    record = begun(pack, home / "games")
    text = record.read_text("utf-8")
    assert read(record).header.path == "my-game"
    assert "jane" not in text and str(tmp_path) not in text and "Users" not in text
    monkeypatch.setattr(Path, "home", lambda: home)
    shutil.copy(pack / "scenario.toml", home)
    assert path_of(load_pack(home, 3)) is None
    assert json.loads(text.splitlines()[0])["path"] == "my-game"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/jane/my-game", "my-game"),
        ("C:\\Users\\jane\\my-game.zip", "my-game.zip"),
        ("\\\\server\\share\\my-game\\", "my-game"),
        ("../../my-game", "my-game"),
        ("my-game", "my-game"),
        ("//server", "server"),
        ("", ""),
        ("/", ""),
    ],
)
def test_of_an_older_path_only_its_last_name_is_used(path: str, name: str) -> None:
    assert place_name(path) == name


@pytest.mark.parametrize("path", ["\\\\stranger\\share\\pack", "//stranger/share/pack", "/proc/self/fd", "..", "CON", "\0", "a" * 3000])
def test_listing_games_touches_no_place_that_a_strangers_record_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    record = begun(own_pack(tmp_path / "away" / "ours"), tmp_path / "records")

    def strange(rows: list[dict[str, Any]]) -> None:
        rows[0].update({"path": path, "digest": "0" * 64})

    rewrite(record, strange)
    shutil.rmtree(tmp_path / "away")
    asked: list[str] = []
    for name in ("stat", "iterdir", "is_dir", "is_file", "open"):
        real = getattr(Path, name)

        def spy(self: Path, *rest: Any, real: Any = real, **named: Any) -> Any:
            asked.append(str(self))
            return real(self, *rest, **named)

        monkeypatch.setattr(Path, name, spy)
    (save,) = list_saves(record.parent)
    assert "not here" in str(save.why_not)
    assert asked and all(path not in place for place in asked if path != "..") and not any("stranger" in place for place in asked)


def test_an_older_record_with_a_whole_path_goes_on_where_its_pack_is_now(tmp_path: Path) -> None:
    record = begun(own_pack(own_folder() / "ours"), games_folder())
    rewrite(record, lambda rows: rows[0].update({"path": "D:\\caffael-data\\scenarios\\ours"}))
    assert goes_on(record) == own_folder() / "ours"


def test_each_pack_is_loaded_once_for_a_whole_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = begun(own_pack(own_folder() / "ours"), games_folder())
    for number in range(5):
        shutil.copy(record, record.with_name(f"{number}.caffael"))
    loaded: list[Path] = []
    real = load_pack

    def load(place: Path, years: int) -> Any:
        loaded.append(place)
        return real(place, years)

    monkeypatch.setattr("caffael.saves.packs.load_pack", load)
    assert len(list_saves()) == 6 and loaded == [own_folder() / "ours"]
    assert Finder().find(read(record).header, record).id == "ours"
