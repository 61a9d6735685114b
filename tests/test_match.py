import random
from pathlib import Path
from types import SimpleNamespace

import pytest

from caffael.match import IllegalAction, Match, Seat
from caffael.rules import actions
from caffael.rules.actions import Reason
from caffael.rules.copying import copy_into, words_of
from caffael.rules.deal import shuffle_from
from caffael.rules.happened import Happening
from caffael.rules.records import Deal, State, Stream
from caffael.rules.seeds import begin_stream
from caffael.rules.terms import UNKNOWN, Phase, Route
from caffael.saves import History, read, rebuild
from caffael.scenario import Pack, load_pack
from tests.small_table import Game

SCENARIO = "smarter-spending"


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(SCENARIO, years=3)


def some_seats(pack: Pack, players: str = "you you you") -> list[Seat]:
    return [Seat(f"Tîm {i}", pack.ids.councils[i], player) for i, player in enumerate(players.split())]


def start(pack: Pack, save: Path | None = None, players: str = "you you you", seed: int = 5) -> Match:
    return Match.start(pack, some_seats(pack, players), seed, save)


def play_on(match: Match, count: int, chance: random.Random) -> None:
    """Play random actions for everybody, until the end at most."""
    for _ in range(count):
        if match.finished:
            return
        match.play(chance.choice(match.legal()))


def play_until(match: Match, chance: random.Random, phase: Phase) -> None:
    """Play random actions until something of a phase is to be decided."""
    while match.state.phase != phase:
        match.play(chance.choice(match.legal()))


def words(match: Match) -> list[int]:
    return list(words_of(match.state))


def turned_up(state: State) -> list[int]:
    return [state.bid_next, state.delivery_next, state.need_next, state.supplier_next, state.event_next]


def notes_of(match: Match) -> list[tuple[int, int, list[list[int]]]]:
    return [(turn.seat, turn.action, [list(words_of(row)) for row in turn.happenings]) for turn in match.history]


def test_a_match_plays_the_very_game_that_the_rules_play(pack: Pack) -> None:
    match = start(pack)
    table = Game(pack.cards, 3, 5)
    chance = random.Random(1)
    assert match.opening
    while not match.finished:
        action = chance.choice(match.legal())
        assert match.legal() == table.legal()
        happenings = match.play(action)
        table.step(action)
        assert [list(words_of(row)) for row in happenings] == [list(words_of(row)) for row in table.told.rows[: table.told.count]]
        assert words(match) == list(words_of(table.state))
    assert match.legal() == []
    assert match.bot_to_move() is None
    assert match.why_not(actions.PASS) == Reason.GAME_OVER


def test_an_illegal_action_is_refused_with_its_reason_and_leaves_no_trace(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    heard = Ear()
    match.listeners.append(heard)
    before = words(match)
    assert match.path is not None
    size = match.path.stat().st_size
    for action in (actions.AGREE, -1, 10**9, actions.PUBLISH):
        with pytest.raises(IllegalAction) as caught:
            match.play(action)
        assert caught.value.reason == match.why_not(action) != Reason.LEGAL
    other = (match.state.decider + 1) % match.state.seats
    assert match.legal_for(other) == [] != match.legal_for(match.state.decider)
    with pytest.raises(IllegalAction, match=f"not legal for seat {other} now. Another team decides now.") as caught:
        match.play(match.legal()[0], other)
    assert (caught.value.seat, caught.value.reason) == (other, Reason.ANOTHER_DECIDES)
    assert words(match) == before
    assert match.path.stat().st_size == size
    assert match.history == []
    assert heard.news == []


class Ear:
    def __init__(self) -> None:
        self.news: list[tuple[str, int, int]] = []

    def before(self, match: Match, action: int) -> None:
        self.news.append(("before", action, len(match.history)))

    def after(self, match: Match, action: int, happenings: list[object]) -> None:
        assert happenings is match.history[-1].happenings
        self.news.append(("after", action, len(match.history)))


def test_listeners_hear_each_action_before_and_after_and_may_lack_either_ear(pack: Pack) -> None:
    match = start(pack)
    ear = Ear()
    match.listeners.extend([ear, SimpleNamespace(), SimpleNamespace(after=lambda *news: None)])
    action = match.legal()[0]
    match.play(action)
    assert ear.news == [("before", action, 0), ("after", action, 1)]


def test_what_a_step_told_is_not_written_over_by_the_next(pack: Pack) -> None:
    match = start(pack)
    chance = random.Random(3)
    rows = []
    for _ in range(30):
        happenings = match.play(chance.choice(match.legal()))
        rows.append([list(words_of(row)) for row in happenings])
    assert [[list(words_of(row)) for row in turn.happenings] for turn in match.history] == rows


def test_the_table_stays_the_same_object_through_play_undo_and_redo(pack: Pack) -> None:
    match = start(pack)
    state, told, council = match.state, match.told, match.state.councils[0]
    play_on(match, 10, random.Random(1))
    match.undo(4)
    match.redo()
    match.undo(7)
    assert match.state is state
    assert match.told is told
    assert match.state.councils[0] is council


@pytest.mark.parametrize("seed", range(3))
def test_undo_and_redo_stand_where_a_replay_stands(pack: Pack, seed: int) -> None:
    match = start(pack, seed=seed)
    chance = random.Random(seed)
    stands = [words(match)]
    while not match.finished:
        match.play(chance.choice(match.legal()))
        stands.append(words(match))
    notes = notes_of(match)
    most = len(match.history)
    for _ in range(60):
        if match.history and chance.random() < 0.5:
            match.undo(chance.randint(1, min(len(match.history), 50)))
        elif match.can_redo():
            for _ in range(chance.randint(1, most - len(match.history))):
                match.redo()
        place = len(match.history)
        assert words(match) == stands[place]
        assert notes_of(match) == notes[:place]
        if place:
            rows = [list(words_of(row)) for row in match.told.rows[: match.told.count]]
            assert rows == notes[place - 1][2]
    match.undo(len(match.history)) if match.history else None
    assert words(match) == stands[0]
    for _ in range(most):
        match.redo()
    assert words(match) == stands[-1]
    assert match.finished


def test_a_new_action_after_undo_ends_what_could_be_redone(pack: Pack) -> None:
    match = start(pack)
    play_on(match, 8, random.Random(2))
    match.undo(3)
    assert match.can_redo()
    match.play(match.legal()[-1])
    assert not match.can_redo()
    with pytest.raises(ValueError, match="nothing was taken back"):
        match.redo()
    with pytest.raises(ValueError, match="more than was played"):
        match.undo(len(match.history) + 1)
    with pytest.raises(ValueError, match="more than was played"):
        match.undo(0)


def test_undo_past_stale_snapshots_plays_the_new_line_and_not_the_old(pack: Pack) -> None:
    cards = pack.cards
    history = History(cards, Game(cards, 4, 9).deal, [0, 1, 2, 3])
    plain = Game(cards, 4, 9)
    chance = random.Random(4)

    def play(count: int) -> None:
        for _ in range(count):
            copy_into(plain.state, history.state)
            history.play(chance.choice(plain.legal()))

    play(45)
    history.back(10)
    play(20)
    history.back(3)
    again = History(cards, history.deal, [0, 1, 2, 3])
    for turn in history.turns:
        again.play(turn.action)
    assert list(words_of(history.state)) == list(words_of(again.state))


def test_a_slip_can_be_undone_only_while_nothing_was_turned_up(pack: Pack) -> None:
    seen = set()
    for seed in range(25):
        match = start(pack, seed=seed)
        assert not any(map(match.can_undo_slip, range(match.state.seats)))
        chance = random.Random(seed)
        while not match.finished:
            legal = match.legal()
            drafts = [
                action for action in legal if actions.JOINT_TENDER <= action < actions.MANAGE or actions.TENDER <= action < actions.ENGAGE
            ]
            action = chance.choice(drafts or legal)
            before, seat = turned_up(match.state), match.state.decider
            happenings = match.play(action)
            assert not any(match.can_undo_slip(other) for other in range(match.state.seats) if other != seat)
            if match.can_undo_slip(seat):
                assert happenings == []
                assert turned_up(match.state) == before
                assert match.state.phase in (Phase.ROUTE, Phase.WEIGHTS, Phase.SUPPLIER, Phase.PARTNER)
                seen.add(actions.phase_of(action))
            elif action == actions.ROUTE + 4:
                assert any(row.kind == Happening.TENDER and row.b == Route.FRAMEWORK for row in happenings)
    assert {Phase.BUY, Phase.ROUTE} <= seen


def test_bots_of_every_kind_finish_a_game_and_the_same_seed_gives_the_same_game(pack: Pack) -> None:
    games = []
    for _ in range(2):
        match = start(pack, players="random greenest balanced promiser planner:iterations=1", seed=11)
        while not match.finished:
            assert match.bot_to_move() == match.seats[match.state.decider].player
            match.play(match.bot_action())
        games.append(notes_of(match))
    assert games[0] == games[1]


def test_bots_decide_the_same_after_undo_and_after_resume(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path, "random random random", 12)
    while not match.finished:
        match.play(match.bot_action())
    whole = notes_of(match)
    match.undo(30)
    assert match.path is not None
    match.close()
    resumed = Match.resume(match.path, pack)
    while not resumed.finished:
        resumed.play(resumed.bot_action())
    assert notes_of(resumed) == whole


def test_a_bot_is_given_a_stream_of_its_own_for_each_decision_and_none_from_which_the_deal_can_be_made(pack: Pack) -> None:
    match = start(pack, seed=7)
    given = []
    for _ in range(3):
        given.append(match.question("random").stream)
        assert match.question("random").stream == given[-1]
        for purpose in range(12):
            stream = Stream()
            begin_stream(stream, match.seed + len(match.history), purpose)
            assert stream != given[-1]
        shuffled = Deal()
        shuffle_from(pack.cards, given[-1], shuffled)
        assert shuffled != match.deal
        play_on(match, 1, random.Random(1))
    assert len({(stream.a, stream.b, stream.c) for stream in given}) == 3


def test_random_bots_of_two_seats_draw_from_streams_of_their_own(pack: Pack) -> None:
    first, second = start(pack, players="random you you"), start(pack, players="random you you", seed=6)
    choices = []
    for match in (first, second):
        row = []
        for _ in range(25):
            if match.bot_to_move():
                row.append(match.bot_action() % 97)
            play_on(match, 1, random.Random(len(row)))
        choices.append(row)
    assert choices[0] != choices[1]


def test_a_bot_decides_by_the_view_of_its_seat_and_never_sees_the_deal(pack: Pack) -> None:
    looked: list[State] = []

    def nosy(cards: object, state: State, legal: list[int], count: int, stream: object, desk: object, bot: object) -> int:
        looked.append(state)
        return count - 1

    match = start(pack, players="random random random")
    match.policy = nosy
    for _ in range(3):
        seat = match.state.decider
        match.play(match.bot_action())
        for other in range(3):
            if other != seat:
                assert set(looked[-1].private[other].records) == {UNKNOWN}
        assert looked[-1] is not match.state
    assert any(record != UNKNOWN for private in match.state.private for record in private.records)


def test_people_are_never_asked_of_a_bot(pack: Pack) -> None:
    match = start(pack)
    assert match.bot_to_move() is None
    with pytest.raises(ValueError, match="no bot"):
        match.bot_action()


def test_seats_that_make_no_game_are_refused_in_a_sentence(pack: Pack) -> None:
    councils = pack.ids.councils
    for seats in (
        [],
        [Seat("A", name) for name in councils[:7]],
        [Seat("A", "atlantis")],
        [Seat("A", councils[0]), Seat("B", councils[0])],
        [Seat("A", councils[0], "deep-thought")],
    ):
        with pytest.raises(ValueError, match=r"\.$"):
            Match.start(pack, seats, 1)
    for seed in (-1, 2**128):
        with pytest.raises(ValueError, match=r"\.$"):
            Match.start(pack, some_seats(pack), seed)
    match = start(pack)
    with pytest.raises(ValueError, match="No bot"):
        match.set_player(0, "deep-thought")


def test_handing_over_a_seat_and_renaming_a_team_are_kept(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    play_on(match, 5, random.Random(1))
    match.set_player(1, "greenest")
    match.set_team(2, '  Dŵr "Glân"\n\x07 ŷ ')
    match.set_player(2, "you")  # as it was: no line
    play_on(match, 5, random.Random(2))
    match.set_player(1, "you")
    match.set_player(0, "local")
    match.close()
    assert match.path is not None
    resumed = Match.resume(match.path, pack)
    assert resumed.seats == match.seats
    assert [seat.player for seat in resumed.seats] == ["local", "you", "you"]
    assert resumed.seats[2].team == 'Dŵr "Glân" ŷ'
    assert len(read(match.path).entries) == 14
    assert len(resumed.history) == 10


@pytest.mark.parametrize("phase", [Phase.ROUTE, Phase.WEIGHTS, Phase.MANAGE])
def test_a_game_is_resumed_in_the_middle_of_a_tender(pack: Pack, tmp_path: Path, phase: Phase) -> None:
    match = start(pack, tmp_path, seed=21)
    play_until(match, random.Random(9), phase)
    match.close()
    assert match.path is not None
    resumed = Match.resume(match.path, pack)
    assert words(resumed) == words(match)
    assert resumed.state.phase == phase
    assert resumed.legal() == match.legal()
    assert notes_of(resumed) == notes_of(match)
    chance = random.Random(1)
    play_on(resumed, 10_000, chance)
    assert resumed.finished
    resumed.close()
    assert words(Match.resume(match.path, pack)) == words(resumed)


def test_a_game_is_resumed_with_the_partner_asked_for_its_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Pack) -> None:
    for seed in range(200):
        match = start(pack, tmp_path / str(seed), seed=seed)
        chance = random.Random(seed)
        while not match.finished and match.state.phase != Phase.ANSWER:
            legal = match.legal()
            wanted = [a for a in legal if actions.JOINT_TENDER <= a < actions.MANAGE or a == actions.TRAIN]
            match.play(chance.choice(wanted or legal))
        match.close()
        if match.state.phase == Phase.ANSWER:
            break
    assert match.state.phase == Phase.ANSWER
    assert match.path is not None
    resumed = Match.resume(match.path, pack)
    assert words(resumed) == words(match)
    resumed.play(actions.AGREE)
    assert resumed.state.phase != Phase.ANSWER


def test_what_was_taken_back_can_be_played_again_after_resuming(pack: Pack, tmp_path: Path) -> None:
    match = start(pack, tmp_path)
    play_on(match, 20, random.Random(3))
    stands = words(match)
    match.undo(2)
    match.undo(3)
    match.redo()
    match.close()
    assert match.path is not None
    resumed = Match.resume(match.path, pack)
    assert words(resumed) == words(match)
    for _ in range(4):
        resumed.redo()
    assert not resumed.can_redo()
    assert words(resumed) == stands
    assert words(resumed) == list(words_of(rebuild(read(match.path)).state))


def test_ranking_scores_and_winners_agree(pack: Pack) -> None:
    match = start(pack)
    assert match.winners() == []
    play_on(match, 10_000, random.Random(8))
    totals = [score.total for score in match.scores()]
    ranking = match.ranking()
    assert [standing.total for standing in ranking] == sorted(totals, reverse=True)
    assert all(totals[standing.seat] == standing.total for standing in ranking)
    assert ranking[0].rank == 0
    assert match.winners() in ([], [standing.seat for standing in ranking if standing.rank == 0])


def test_a_match_without_a_record_plays_as_one_with(pack: Pack, tmp_path: Path) -> None:
    kept, unkept = start(pack, tmp_path / "kept"), start(pack)
    for match in (kept, unkept):
        play_on(match, 40, random.Random(6))
        match.undo(5)
        match.redo()
    assert words(kept) == words(unkept)
    assert unkept.path is None
    assert unkept.trouble is None
    assert unkept.save_again()


def test_an_action_that_the_rules_choke_on_is_not_recorded(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    match = start(pack, tmp_path)
    before = words(match)

    def choke(*_: object) -> int:
        raise OverflowError("more happened in one step than its row holds")

    with monkeypatch.context() as patch:
        patch.setattr("caffael.saves.history.step_for", choke)
        with pytest.raises(OverflowError):
            match.play(match.legal()[0])
    assert words(match) == before
    assert match.path is not None
    assert read(match.path).entries == []
    match.play(match.legal()[0])
    assert len(read(match.path).entries) == 1
