"""Every scenario that ships, in every length: a thousand games between four good teams come to their end."""

import pytest

from caffael.scenario import find_packs, load_pack
from caffael.simulation.play.laboratory import Laboratory
from caffael.simulation.play.runs import Run

GAMES = 1_000
LENGTHS = [(info.id, years) for info in find_packs() for years in info.years_offered]


@pytest.fixture(scope="module")
def laboratory() -> Laboratory:
    return Laboratory(1, quiet=True)


@pytest.mark.parametrize(("scenario", "years"), LENGTHS)
def test_a_thousand_games_of_four_balanced_teams_have_no_dead_end(scenario: str, years: int, laboratory: Laboratory) -> None:
    outcome = laboratory.play(Run(load_pack(scenario, years), ("balanced",) * 4, GAMES, seed=1))
    assert outcome.tally.finished == GAMES
