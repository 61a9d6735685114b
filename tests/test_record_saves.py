import os
import random
import shutil
from datetime import datetime
from pathlib import Path
from typing import Self

import pytest

from caffael.match import Match
from caffael.saves import games_folder, list_saves
from caffael.saves.folder import name_of
from caffael.scenario import Pack, load_pack
from tests.test_match import SCENARIO, play_on, start


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(SCENARIO, years=3)


def test_the_folder_of_games_may_be_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "stick"))
    assert games_folder() == tmp_path / "stick"
    assert list_saves() == []
    monkeypatch.delenv("CAFFAEL_GAMES")
    assert games_folder().name == "games"
    assert "caffael" in games_folder().parts


def test_saves_are_listed_newest_first_with_what_a_person_looks_for(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path))
    made: list[Match] = []
    for day, actions in ((3, 4), (5, 10_000), (4, 0)):

        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> Self:
                return cls(2026, 1, day, 9, 0, 0)  # noqa: B023 - used within this turn of the loop

        monkeypatch.setattr("caffael.match.game.datetime", Clock)
        match = start(pack, games_folder(), seed=day)
        play_on(match, actions, random.Random(day))
        match.set_team(0, "Renamed")
        match.close()
        made.append(match)
    saves = list_saves()
    assert [save.date.day for save in saves] == [5, 4, 3]
    assert [save.path for save in saves] == [made[1].path, made[2].path, made[0].path]
    finished, untouched, begun = saves
    assert finished.finished
    assert finished.totals == tuple(score.total for score in made[1].scores())
    assert finished.year == finished.years == 3
    assert not begun.finished
    assert begun.year == made[0].state.year
    assert begun.actions == 4
    assert untouched.actions == 0
    for save in saves:
        assert save.scenario == SCENARIO
        assert save.seats[0].team == "Renamed"
        assert save.can_continue
        assert Match.resume(save.path).history is not None


def test_taking_back_the_last_action_of_a_finished_game_makes_it_unfinished(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    play_on(match, 10_000, random.Random(1))
    assert list_saves(tmp_path)[0].finished
    match.undo()
    assert not list_saves(tmp_path)[0].finished
    match.redo()
    match.close()
    assert list_saves(tmp_path)[0].finished


def test_a_damaged_save_is_listed_with_the_reason_and_spoils_no_other(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    play_on(match, 9, random.Random(1))
    match.close()
    assert match.path is not None
    data = bytearray(match.path.read_bytes())
    data[-200] ^= 1
    (tmp_path / "damaged.caffael").write_bytes(data)
    (tmp_path / "folder.caffael").mkdir()
    (tmp_path / "nothing.caffael").write_bytes(b"")
    (tmp_path / "notes.txt").write_text("not a game")
    shutil.copy(match.path, tmp_path / "torn.caffael")
    with (tmp_path / "torn.caffael").open("ab") as file:
        file.write(b'{"n":11,"sea')
    saves = {save.path.name: save for save in list_saves(tmp_path)}
    assert set(saves) == {match.path.name, "damaged.caffael", "folder.caffael", "torn.caffael"}
    assert {name for name, save in saves.items() if not save.can_continue} == {"damaged.caffael", "folder.caffael"}
    assert "damaged.caffael" in str(saves["damaged.caffael"].why_not)
    assert saves["torn.caffael"].actions == 9


def test_a_pack_that_changed_or_went_is_told_in_the_list(pack: Pack, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    shutil.copytree(pack.place, folder)
    scenario = (folder / "scenario.toml").read_text("utf-8")

    def officer_days(days: int) -> None:
        changed = scenario.replace("officer_days_a_year = 6", f"officer_days_a_year = {days}").replace('"smarter-spending"', '"ours"')
        assert changed != scenario
        (folder / "scenario.toml").write_text(changed, "utf-8")

    officer_days(8)
    match = start(load_pack(folder, years=3), tmp_path)
    match.close()
    assert list_saves(tmp_path)[0].can_continue
    officer_days(7)
    assert "have changed" in str(list_saves(tmp_path)[0].why_not)
    (folder / "scenario.toml").unlink()
    assert "not here" in str(list_saves(tmp_path)[0].why_not)
    assert match.path is not None
    os.utime(match.path, (0, 0))
    assert list_saves(tmp_path)[0].date.year > 2000


def test_file_names_are_plain_whatever_the_scenario_is_called() -> None:
    when = datetime(2026, 3, 4, 14, 15, 30)
    assert name_of("smarter-spending", when) == "2026-03-04-141530-smarter-spending.caffael"
    assert name_of("../Ŵyl y Dŵr/..", when) == "2026-03-04-141530-yl-y-d-r.caffael"
    assert name_of("ŵŷ", when) == "2026-03-04-141530-game.caffael"
    assert len(name_of("x" * 500, when)) < 100
