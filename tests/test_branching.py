"""A recorded game is watched without being touched, and another game goes another way from any of its turns."""

from pathlib import Path

import pytest

from caffael.bots import Desk
from caffael.match import Match, branch, watch
from caffael.rules import actions
from caffael.rules.copying import words_of
from caffael.saves import Branched, Carried, RecordError, Seat, list_saves, read, verify
from caffael.scenario import load_pack

TURNS = 30


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recorded game of two bots, some turns long."""
    pack = load_pack("first-steps")
    seats = [Seat(f"Tîm {seat}", pack.ids.councils[seat], player) for seat, player in enumerate(("balanced", "local"))]
    match = Match.start(pack, seats, 5, tmp_path_factory.mktemp("games"))
    for _ in range(TURNS):
        match.play(match.bot_action())
    match.set_team(0, "Derwen")
    match.close()
    assert match.path is not None
    return match.path


def table(match: Match) -> list[int]:
    return list(words_of(match.state))


def test_a_branch_is_a_sound_record_with_the_same_deal_that_knows_where_it_came_from(played: Path, tmp_path: Path) -> None:
    match = branch(played, 12, tmp_path)
    assert match.path is not None
    verdict = verify(match.path)
    assert verdict.holds and verdict.deal_of_seed and verdict.numbers_of_digest and verdict.actions == 12
    old, new = read(played), read(match.path)
    assert new.header.branched == match.branched == Branched(played.name, 12)
    assert (new.header.deal, new.header.seed, new.header.digest) == (old.header.deal, old.header.seed, old.header.digest)
    assert [move.text for move in new.moves] == [move.text for move in old.moves[:12]]
    assert [seat.team for seat in new.seats] == ["Derwen", "Tîm 1"]
    assert [save.branched for save in list_saves(tmp_path)] == [Branched(played.name, 12)]


def test_a_branch_stands_where_the_game_stood_and_is_played_on_and_resumed(played: Path, tmp_path: Path) -> None:
    match, old = branch(played, 12, tmp_path), watch(played)
    old.go_to(12)
    assert table(match) == table(old)
    assert match.bot_action() == old.ahead[0].action
    other = next(action for action in match.legal() if action != old.ahead[0].action)
    match.play(other)
    match.close()
    assert match.path is not None
    resumed = Match.resume(match.path)
    resumed.close()
    assert table(resumed) == table(match) and resumed.branched == match.branched
    assert len(read(played).moves) == TURNS


def test_a_branch_from_the_beginning_and_one_from_the_end(played: Path, tmp_path: Path) -> None:
    assert branch(played, 0, tmp_path / "first.caffael").history == []
    assert len(branch(played, TURNS).history) == TURNS
    for wrong in (-1, TURNS + 1):
        with pytest.raises(ValueError, match="more than was played"):
            branch(played, wrong)


def test_a_game_is_watched_step_by_step_and_its_record_is_not_touched(played: Path) -> None:
    before = played.read_bytes()
    match = watch(played)
    assert match.history == [] and len(match.ahead) == TURNS and match.path is None
    first = match.ahead[0]
    assert match.redo() == first.happenings
    match.go_to(TURNS)
    assert match.ahead == [] and not match.can_redo()
    last = table(match)
    match.go_to(7)
    match.go_to(TURNS)
    assert table(match) == last
    assert played.read_bytes() == before


def test_stepping_to_a_point_lies_in_the_record_and_comes_back_with_what_is_ahead(tmp_path: Path) -> None:
    pack = load_pack("first-steps")
    match = Match.start(pack, [Seat("Derwen", pack.ids.councils[0])], 5, tmp_path)
    for _ in range(6):
        match.play(match.legal()[0])
    match.go_to(2)
    match.go_to(4)
    match.close()
    assert match.path is not None and verify(match.path).holds
    resumed = Match.resume(match.path)
    assert len(resumed.history) == 4
    assert [(turn.action, turn.happenings) for turn in resumed.ahead] == [(turn.action, turn.happenings) for turn in match.ahead]
    with pytest.raises(ValueError, match="more than was played"):
        resumed.go_to(7)
    resumed.play(resumed.legal()[0])
    assert resumed.ahead == []
    resumed.close()


def test_a_question_is_answered_apart_from_the_game_as_the_bot_would(played: Path) -> None:
    match = branch(played, 12)
    question, expected = match.question("planner"), match.bot_action("planner")
    before = table(match)
    match.go_to(3)
    assert question.answer(Desk()) == expected
    match.go_to(12)
    assert table(match) == before
    match.set_player(match.state.decider, "you")
    with pytest.raises(ValueError, match="no bot"):
        match.question()


def test_a_game_whose_numbers_changed_is_watched_but_not_branched(played: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = load_pack("first-steps", changes={"rules.goal_start": 4})
    monkeypatch.setattr("caffael.saves.Finder.find", lambda finder, header, record: changed)
    assert len(watch(played).ahead) == TURNS
    with pytest.raises(RecordError):
        branch(played, 3)


def test_a_branch_keeps_what_it_carries_into_a_campaign(tmp_path: Path) -> None:
    pack = load_pack("cohort-alpha")
    seats = [Seat(f"Tîm {seat}", pack.ids.councils[seat]) for seat in range(pack.teams_least)]
    carried = Carried("before.caffael", (tuple(0 for _ in seats),))
    match = Match.start(pack, seats, 5, tmp_path, carried)
    match.play(actions.PASS)
    assert match.path is not None
    assert branch(match.path, 1).carried == carried
    match.close()
