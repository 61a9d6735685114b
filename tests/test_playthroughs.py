"""A golden game of every scenario: a change of rules or cards shows here as a readable difference."""

import pytest

from caffael.scenario import find_packs, load_pack
from tests.playthrough import FOLDER, playthrough

PACKS = find_packs()


def test_every_scenario_has_a_playthrough_and_no_playthrough_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == {pack.id for pack in PACKS}


@pytest.mark.parametrize("scenario", [pack.id for pack in PACKS])
def test_the_golden_game_goes_as_written(scenario: str) -> None:
    pack = load_pack(scenario, load_pack(scenario).years_offered[0])
    written = (FOLDER / f"{scenario}.txt").read_text(encoding="utf-8").splitlines()
    played = playthrough(pack).splitlines()
    for number, (expected, line) in enumerate(zip(written, played, strict=False), 1):
        assert line == expected, f"line {number}; if the change is wanted: python -m tests.playthrough"
    assert len(played) == len(written)
