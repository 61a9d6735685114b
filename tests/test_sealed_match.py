"""Sealed games as matches: several seats at once, one write for what belongs together, taken up again after a crash, watched, verified."""

import random
from pathlib import Path
from typing import Any

import pytest

from caffael.match import IllegalAction, Match, Seat, branch, watch
from caffael.rules import actions
from caffael.rules.actions import Reason
from caffael.rules.copying import words_of
from caffael.rules.notation import from_text
from caffael.rules.terms import NONE, WRITING, Phase
from caffael.saves import read, verify
from caffael.saves.writing import Writer
from caffael.scenario import Pack, load_pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("sealed", years=3)


def start(pack: Pack, save: Path | None = None, players: str = "you you you", seed: int = 5) -> Match:
    seats = [Seat(f"Tîm {i}", pack.ids.councils[i], player) for i, player in enumerate(players.split())]
    return Match.start(pack, seats, seed, save)


def tender(match: Match, seat: int) -> list[int]:
    """The three decisions of an open tender for the first need of a seat's tray."""
    weights = from_text("weights 40/20/20/20", match.cards, match.ids)
    return [actions.TENDER + match.state.councils[seat].tray[0], actions.ROUTE, weights]


def play_anything(match: Match, count: int, chance: random.Random) -> None:
    """Let any seat that may decide play anything, until the end at most."""
    for _ in range(count):
        seats = [seat for seat in range(match.state.seats) if match.may_decide(seat)]
        if not seats:
            return
        seat = chance.choice(seats)
        match.play(chance.choice(match.legal_for(seat)), seat)


def words(match: Match) -> list[int]:
    return list(words_of(match.state))


def test_every_council_that_has_not_passed_may_decide_at_the_same_time(pack: Pack) -> None:
    match = start(pack)
    match.play(actions.PASS, 1)
    assert [match.may_decide(seat) for seat in range(3)] == [True, False, True]
    match.play_together(tender(match, 2), 2)
    assert match.legal_for(2) == [actions.TAKE_BACK]
    assert match.history[-1].seat == 2
    with pytest.raises(IllegalAction) as refused:
        match.play(actions.WAIT, 1)
    assert refused.value.reason == Reason.ANOTHER_DECIDES


def test_what_belongs_together_is_played_whole_or_not_at_all(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    before = words(match)
    wrong = [*tender(match, 1)[:2], actions.SUPPLIER]
    with pytest.raises(IllegalAction) as refused:
        match.play_together(wrong, 1)
    assert (refused.value.action, refused.value.seat) == (actions.SUPPLIER, 1)
    assert words(match) == before and match.history == []
    assert match.path is not None and read(match.path).entries == []
    assert match.play_together(tender(match, 1), 1) == []
    assert [turn.action for turn in match.history] == tender(match, 1)


def test_the_lines_of_a_tender_come_to_the_disk_by_one_write(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    match = start(pack, tmp_path)
    writes: list[int] = []
    honest = Writer.write

    def counted(writer: Writer) -> bool:
        writes.append(writer.lines)
        return honest(writer)

    monkeypatch.setattr(Writer, "write", counted)
    match.play_together(tender(match, 1), 1)
    assert writes == [4]  # the header and three lines


def test_in_turns_too_a_tender_is_played_whole(tmp_path: Path) -> None:
    match = start(load_pack("smarter-spending", years=3), tmp_path)
    happenings = match.play_together(tender(match, 0), 0)
    assert happenings and match.state.decider == 1
    with pytest.raises(IllegalAction):
        match.play_together(tender(match, 0), 0)
    assert match.path is not None and len(read(match.path).entries) == 3


def test_listeners_hear_each_action_of_what_belongs_together(pack: Pack) -> None:
    heard: list[Any] = []

    class Listener:
        def before(self, match: Match, action: int) -> None:
            heard.append(("before", action, match.state.sealed[1]))

        def after(self, match: Match, action: int, happenings: list[Any]) -> None:
            heard.append(("after", action, match.state.sealed[1]))

    match = start(pack)
    match.listeners.append(Listener())
    three = tender(match, 1)
    match.play_together(three, 1)
    assert [(kind, action) for kind, action, _ in heard] == [(kind, action) for action in three for kind in ("before", "after")]
    assert heard[-1][2] == 1


def test_a_game_in_which_councils_act_in_any_order_is_resumed_verified_watched_and_branched(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    play_anything(match, 90, random.Random(4))
    match.take_back_draft()
    match.close()
    assert match.path is not None
    verdict = verify(match.path)
    assert verdict.holds, verdict.fault
    again = Match.resume(match.path, pack)
    assert words(again) == words(match)
    seen = watch(match.path)
    while seen.can_redo():
        seen.redo()
    assert words(seen) == words(match)
    other = branch(match.path, len(read(match.path).moves), tmp_path / "other")
    assert words(other) == words(match)


def test_a_draft_that_a_crash_left_half_is_taken_back_when_the_game_is_resumed(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    match.play_together(tender(match, 2), 2)
    before = words(match)
    match.play_together(tender(match, 1), 1)
    match.close()
    assert match.path is not None
    whole = match.path.read_bytes().splitlines(keepends=True)
    for lines in (5, 6):  # one, then two lines of the second tender have come to the disk
        path = tmp_path / f"cut-{lines}.caffael"
        path.write_bytes(b"".join(whole[:lines]) + whole[lines][:40])
        resumed = Match.resume(path, pack)
        assert words(resumed) == before
        assert resumed.may_decide(0) and resumed.may_decide(1)
        resumed.play_together(tender(resumed, 1), 1)
        resumed.close()
        assert verify(path).holds


def test_a_game_in_turns_is_resumed_in_the_middle_of_a_tender_as_ever(tmp_path: Path) -> None:
    pack = load_pack("smarter-spending", years=3)
    match = start(pack, tmp_path)
    match.play(tender(match, 0)[0])
    match.close()
    assert match.path is not None
    resumed = Match.resume(match.path, pack)
    assert resumed.state.phase == Phase.ROUTE
    assert resumed.take_back_draft() == 1 and resumed.state.phase == Phase.BUY
    assert resumed.take_back_draft() == 0


def test_whatever_is_cut_off_what_was_laid_before_lies_there_after_resume(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    chance = random.Random(11)
    stands = [words(match)]
    while len(match.history) < 60:
        seats = [seat for seat in range(3) if match.may_decide(seat)]
        seat = chance.choice(seats)
        if match.state.phase == Phase.BUY and match.state.sealed[seat] == 0 and chance.random() < 0.5:
            wish = tender(match, seat)
            if match.why_not_together(wish, seat) == Reason.LEGAL:
                match.play_together(wish, seat)
                stands += [stands[-1], stands[-1], words(match)]
                continue
        at_once = [action for action in match.legal_for(seat) if not actions.TENDER <= action < actions.ENGAGE]
        at_once = [action for action in at_once if not actions.JOINT_TENDER <= action < actions.PARTNER]
        match.play(chance.choice(at_once), seat)
        stands.append(words(match))
    match.close()
    assert match.path is not None
    whole = match.path.read_bytes().splitlines(keepends=True)
    for number in chance.sample(range(1, len(whole)), 12):
        path = tmp_path / f"cut-{number}.caffael"
        path.write_bytes(b"".join(whole[:number]) + whole[number][: chance.randrange(len(whole[number]) - 1)])
        resumed = Match.resume(path, pack)
        assert words(resumed) == stands[number - 1]
        assert resumed.state.phase not in WRITING
        resumed.close()


def test_no_bot_opens_envelopes_and_bots_write_in_the_order_of_the_round(pack: Pack) -> None:
    match = start(pack, players="balanced you cheapest")
    assert match.bot_to_move() == "balanced"
    while match.bot_to_move() is not None:
        match.play(match.bot_action())
    assert (match.state.decider, match.state.sealed[:3]) == (1, [1, 0, 0])
    match.play_together(tender(match, 1), 1)
    assert match.bot_to_move() == "cheapest"
    while match.bot_to_move() is not None:
        match.play(match.bot_action())
    assert match.state.phase == Phase.OPEN and match.bot_to_move() is None
    assert match.legal() == [actions.OPEN]


def test_a_slip_is_undone_while_a_tender_is_written_and_not_once_it_is_sealed(pack: Pack) -> None:
    match = start(pack)
    first, *rest = tender(match, 0)
    match.play(first)
    assert match.can_undo_slip(0) and not match.can_undo_slip(1)
    match.undo()
    match.play_together([first, *rest], 0)
    assert not match.can_undo_slip(0)
    match.play(actions.TAKE_BACK, 0)
    assert match.state.envelopes[0].written == [NONE, NONE, NONE]


def test_opened_envelopes_stepped_back_lie_sealed_and_play_again_the_same(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    for seat in (2, 0, 1):
        match.play_together(tender(match, seat), seat)
    before = words(match)
    while match.state.phase == Phase.OPEN:
        match.play(actions.OPEN)
    after, opened = words(match), len(match.history)
    match.go_to(9)
    assert words(match) == before and match.state.sealed[:3] == [1, 1, 1]
    match.go_to(opened)
    assert words(match) == after
    match.close()
    assert match.path is not None and verify(match.path).holds
