"""A school's words beyond the board: saved games that are told, and tables that are watched."""

from contextlib import closing
from pathlib import Path

import pytest

from caffael.cli.play import tell_story
from caffael.debrief import make_debrief
from caffael.debrief.questions import all_questions
from caffael.match import Match, Seat
from caffael.scenario import load_pack
from caffael.simulation.research.research_table import ResearchTable
from tests.little_school import little_school


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return little_school(tmp_path_factory.mktemp("scenarios"))


@pytest.fixture(scope="module")
def saved(school: Path) -> Path:
    """The file of a game that bots have played to its end, beside its scenario."""
    place = school.parent
    seats = [Seat("Oak", "cardiff", "balanced"), Seat("Usk", "newport", "cheapest")]
    with closing(Match.start(load_pack(school), seats, 7, save=place)) as match:
        while not match.finished:
            match.play(match.bot_action())
    return next(place.glob("*.caffael"))


@pytest.mark.parametrize(("language", "said"), [("en", "asked for offers for"), ("cy", "am gynigion ar gyfer")])
def test_a_saved_game_of_a_school_is_told_in_its_words(saved: Path, capsys: pytest.CaptureFixture[str], language: str, said: str) -> None:
    tell_story(saved, language, sentences=True)
    told = capsys.readouterr().out
    assert said in told
    assert "published an open tender" not in told
    assert "dendr agored" not in told


def test_a_table_of_a_school_is_watched_in_its_words(school: Path) -> None:
    table = ResearchTable(school, 2, 3, "score", "ansi")
    table.lay(7)
    assert table.news is not None and any("has a new need" in line for line in table.news)
    assert table.why_illegal(table.legal[0]) == ""


def test_nobody_is_asked_about_buying_together_where_that_is_no_part_of_the_game(saved: Path) -> None:
    with closing(Match.resume(saved)) as match:
        kinds = {question.kind for question in all_questions(match, make_debrief(match))}
    assert "last-year" in kinds
    assert "alone" not in kinds
