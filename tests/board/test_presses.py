"""How many presses a whole game takes on one mouse: counted on the real board, and held."""

from pathlib import Path

import pytest
from caffael_tools import presses
from caffael_tools.presses import OtherWayError, count_presses, decided_by, main

from caffael.saves import Turn
from caffael.scenario import Pack


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAFFAEL_SETTINGS", str(tmp_path / "settings"))
    monkeypatch.setenv("CAFFAEL_GAMES", str(tmp_path / "games"))


@pytest.mark.parametrize(("scenario", "most"), [("first-steps", 120), ("our-town", 200)])
def test_four_teams_of_people_press_no_more_than_this_in_a_whole_game(scenario: str, most: int) -> None:
    counted = count_presses(scenario, None)
    assert counted.total() <= most, counted
    pages = {kind: counted[kind] for kind in ("delivery", "review")}
    assert pages == {"delivery": 3, "review": 3}, "each holds once a year, however many contracts there are"
    assert counted["tender+"] == counted["bids"], "publishing asks once"


def test_a_board_that_plays_something_else_than_was_decided_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def otherwise(pack: Pack, bot: str, seed: int, teams: int) -> list[Turn]:
        turns = decided_by(pack, bot, seed, teams)
        return [*turns[:3], *reversed(turns[3:])]

    monkeypatch.setattr(presses, "decided_by", otherwise)
    with pytest.raises((OtherWayError, AssertionError, KeyError, StopIteration)):
        count_presses("first-steps", None)


def test_the_counts_are_printed_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["first-steps", "--teams", "2"]) == 0
    lines = capsys.readouterr().out.strip().splitlines()
    assert lines[-1].startswith("| all | ")
    kinds = [line for line in lines if line.startswith("| ") and not line.startswith(("| presses", "| ---", "| all"))]
    assert int(lines[-1].split("|")[2]) == sum(int(line.split("|")[2]) for line in kinds)
