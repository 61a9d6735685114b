"""How often a class named the winners: kept beside the saved game as sums, and told in every debrief of it."""

import json
from pathlib import Path

import pytest

from caffael.debrief import make_debrief
from caffael.export.files import FORMS, game_of, read_game
from caffael.match import Match, Seat
from caffael.presentation.blocks import Table, Text
from caffael.presentation.debrief.asked import asked_page
from caffael.presentation.viewer import look
from caffael.rules.happened import Happening
from caffael.saves.guesses import Guess, guesses_path, keep_guesses, read_guesses
from caffael.scenario import load_pack
from caffael.words.language import Language


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Match:
    pack = load_pack("our-town", 3)
    seats = [Seat("Wye", pack.ids.councils[0], "balanced"), Seat("Taff", pack.ids.councils[1], "balanced")]
    match = Match.start(pack, seats, 7, tmp_path_factory.mktemp("games") / "GAME.caffael")
    while not match.finished:
        match.play(match.bot_action())
    return match


def awards(match: Match) -> list[int]:
    return [place for place, turn in enumerate(match.history) if any(told.kind == Happening.AWARDED for told in turn.happenings)]


def test_sums_are_kept_beside_the_record_and_read_again(tmp_path: Path) -> None:
    record = tmp_path / "GAME.caffael"
    assert read_guesses(record) == () and read_guesses(None) == ()
    kept = (Guess(3, 4, 9), Guess(17, 0, 12))
    assert keep_guesses(record, kept)
    assert read_guesses(record) == kept
    assert guesses_path(record).name == "GAME.class"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b'{"version": 2, "guesses": [[1, 1, 1]]}',
        b'{"version": 1, "guesses": 7}',
        b'{"version": 1, "guesses": [[1, 2], [-1, 0, 1], [1, 3, 2], ["1", 0, 1], [1, 0, 0], [2, true, 2]]}',
        b'{"version": 1, "guesses": [[1, 1, 2]]}' + b" " * 200_000,
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_file_of_sums_that_makes_no_sense_costs_the_sums_alone(tmp_path: Path, content: bytes) -> None:
    record = tmp_path / "GAME.caffael"
    guesses_path(record).write_bytes(content)
    assert read_guesses(record) == () or json.loads(content)["guesses"] == [[1, 1, 2]]


def test_a_place_where_nothing_can_be_written_is_no_error(tmp_path: Path) -> None:
    assert not keep_guesses(tmp_path / "missing" / "GAME.caffael", [Guess(1, 1, 2)])


def test_each_contract_has_the_sum_of_its_own_award_and_no_other(played: Match) -> None:
    first, second = awards(played)[:2]
    debrief = make_debrief(played, [Guess(first, 3, 8), Guess(second, 8, 8), Guess(len(played.history) + 5, 1, 1)])
    assert [(story.right, story.guesses) for story in debrief.guessed] == [(3, 8), (8, 8)]
    assert make_debrief(played).guessed == []


@pytest.mark.parametrize(("code", "said"), [("en", "11 of 16"), ("cy", "11 o 16")])
def test_the_page_says_how_often_the_class_was_right(played: Match, code: str, said: str) -> None:
    first, second = awards(played)[:2]
    viewer = look(played, Language(code, played.pack.wording), 0)  # type: ignore[arg-type]
    page = asked_page(viewer, make_debrief(played, [Guess(first, 3, 8), Guess(second, 8, 8)]))
    assert said in next(block.words for block in page.blocks if isinstance(block, Text) and block.id == "guessed")
    assert len(next(block for block in page.blocks if isinstance(block, Table) and block.id == "guesses").rows) == 2
    silent = asked_page(viewer, make_debrief(played))
    assert not [block for block in silent.blocks if getattr(block, "id", "") in ("guessed", "guesses")]


def test_a_kept_debrief_tells_it_at_the_table_and_of_a_saved_game(played: Match) -> None:
    assert played.path is not None
    keep_guesses(played.path, [Guess(awards(played)[0], 3, 8)])
    try:
        for game in (game_of(played, "en"), read_game(played.path, "en")):
            page = FORMS[".html"]([game]).decode()
            assert "How often the class was right" in page and "3 of 8" in page
    finally:
        guesses_path(played.path).unlink()
