"""Sealed tenders on the class's devices: all write at the same time, the front opens (chapter 17 of the rulebook)."""

import random
from pathlib import Path

from caffael.rules import actions
from caffael.rules.actions import LEGAL
from caffael.rules.happened import Happening
from caffael.rules.terms import Phase
from caffael.saves.room import room_path
from tests.classroom.class_of import Device, Lesson, a_tender, new_game, play_words
from tests.classroom.test_voices import bidder_of


def sealed_lesson(seed: int = 6, save: Path | None = None) -> tuple[Lesson, list[Device]]:
    """A lesson of a sealed game with a device in each team."""
    match = new_game(seed=seed, save=save, scenario="sealed")
    lesson = Lesson(match, journal=None if match.path is None else room_path(match.path))
    return lesson, lesson.captains()


def seal(lesson: Lesson, captain: Device) -> dict[str, object]:
    """Lay down a tender."""
    return captain.ask(do=a_tender(lesson.match, captain.you["team"]))


def open_next(lesson: Lesson) -> None:
    """The front opens the next envelope."""
    lesson.match.play(actions.OPEN, lesson.match.state.decider)
    lesson.room.changed()
    lesson.tick()


def test_all_write_at_the_same_time_in_any_order() -> None:
    lesson, captains = sealed_lesson()
    assert lesson.room.waits_for() == [0, 1, 2, 3]
    for seat in (2, 0, 3):
        assert "yes" in seal(lesson, captains[seat])
        viewer = lesson.room._hall.stand.viewer(None, "en")
        assert viewer is not None
        assert {"say": f"An envelope lies on the table now: {viewer.council(seat)}."} in captains[1].heard
    assert lesson.room.waits_for() == [1]
    assert [lesson.room.ready(seat) for seat in range(4)] == [True, False, True, True]
    assert "yes" in captains[1].ask(do=["wait"])
    assert lesson.match.state.phase == Phase.OPEN
    assert lesson.room.waits_for() == []


def test_what_is_no_tender_is_done_at_once_and_one_writes_on() -> None:
    lesson, captains = sealed_lesson()
    for _ in range(2):
        assert "yes" in captains[3].ask(do=["train data"]) or lesson.match.state.councils[3].days == 0
    assert lesson.match.state.councils[3].labs[2] >= 1
    assert 3 in lesson.room.waits_for() or lesson.match.state.councils[3].passed


def test_ready_seals_a_tender_that_is_whole_and_allowed() -> None:
    lesson, captains = sealed_lesson()
    words = a_tender(lesson.match, 2)
    assert "yes" in captains[2].ask(draft=words)
    assert lesson.match.state.sealed[2] == 0
    assert "no" in captains[2].ask(draft=words[:2], ready=1)
    assert "yes" in captains[2].ask(draft=words, ready=1)
    assert lesson.match.state.sealed[2] == 1
    assert lesson.room.desk(2).words == ()


def test_an_envelope_is_sealed_from_an_older_page_too() -> None:
    lesson, captains = sealed_lesson()
    old = captains[1].at
    seal(lesson, captains[0])
    captains[2].ask(do=["train data"])
    assert "yes" in captains[1].ask(do=a_tender(lesson.match, 1), at=old)


def test_whose_envelope_lies_may_take_it_back_and_finds_it_on_the_desk() -> None:
    lesson, captains = sealed_lesson()
    words = a_tender(lesson.match, 1)
    captains[1].ask(do=words)
    assert captains[1].ask(do=["train data"])["why"] == "The team's envelope lies on the table: it has to be taken back first."
    assert "yes" in captains[1].ask(do=["take-back"])
    assert lesson.room.desk(1).words == tuple(words)
    assert lesson.room.desk(1).reason == LEGAL
    assert "no" in captains[1].ask(do=["take-back"])
    assert "yes" in captains[1].ask(do=words)


def test_while_an_envelope_lies_the_next_tender_can_be_prepared() -> None:
    lesson, captains = sealed_lesson()
    seal(lesson, captains[1])
    other = lesson.match.ids.needs[lesson.match.state.councils[1].tray[1]]
    words = [f"tender {other}", "route open"]
    assert "yes" in captains[1].ask(draft=words)
    assert lesson.room.desk(1).words == tuple(words)
    captains[1].ask(do=["take-back"])
    assert lesson.room.desk(1).words == tuple(words), "what lies there is not pushed aside"


def test_only_the_front_opens() -> None:
    lesson, captains = sealed_lesson()
    for captain in captains:
        assert "no" in captain.ask(do=["open"])
        seal(lesson, captain)
    assert lesson.match.state.phase == Phase.OPEN
    turns = len(lesson.match.history)
    for captain in captains:
        for words in (["open"], ["wait"], ["take-back"], ["train data"], a_tender(lesson.match, captain.you["team"])):
            assert "no" in captain.ask(do=words)
    assert len(lesson.match.history) == turns


def test_the_front_opens_the_round_and_nobody_is_made_to_pass() -> None:
    lesson, captains = sealed_lesson()
    seal(lesson, captains[0])
    words = a_tender(lesson.match, 2)
    captains[2].ask(draft=words)
    captains[3].ask(draft=a_tender(lesson.match, 3)[:2])
    lesson.room.open_now()
    match = lesson.match
    assert match.state.phase == Phase.OPEN
    assert list(match.state.sealed[:4]) == [1, 1, 1, 1]
    assert [council.passed for council in match.state.councils[:4]] == [0, 0, 0, 0]
    said = [(turn.seat, match.text_of(turn.action)) for turn in match.history[3:]]
    assert said == [(1, "wait"), (2, words[0]), (2, words[1]), (2, words[2]), (3, "wait")]
    assert lesson.room.desk(3).words == tuple(a_tender(match, 3)[:2]), "what is half written stays on the desk"


def test_an_envelope_that_is_opened_is_guessed_at_and_the_teams_own_voices_count() -> None:
    lesson, captains = sealed_lesson()
    member = lesson.team(0)[0]
    captains[0].ask(draft=a_tender(lesson.match, 0))
    supplier = bidder_of(lesson, 0)
    member.ask(voice={"winner": supplier})
    seal(lesson, captains[0])
    other = lesson.match.ids.needs[lesson.match.state.councils[0].tray[1]]
    captains[0].ask(draft=[f"tender {other}", "route open"])
    lesson.room.open_now()
    lesson.table.open_page = True
    open_next(lesson)
    opening = lesson.room.opening
    assert opening is not None
    assert opening.seat == 0
    assert "yes" in captains[3].ask(voice={"winner": lesson.match.ids.suppliers[opening.suppliers[0]]})
    lesson.table.open_page = False
    lesson.room.changed()
    (guesses,) = lesson.room.guesses
    assert guesses.of == 2
    assert guesses.seat == 0


def test_a_half_written_tender_of_the_big_screen_stands_in_no_devices_way() -> None:
    lesson, captains = sealed_lesson()
    play_words(lesson.match, a_tender(lesson.match, 0)[:2])
    lesson.room.changed()
    assert "yes" in seal(lesson, captains[2])
    assert lesson.match.state.sealed[2] == 1
    assert lesson.match.state.phase == Phase.BUY


def test_after_a_step_back_envelopes_lie_sealed_again() -> None:
    lesson, captains = sealed_lesson()
    for captain in captains:
        seal(lesson, captain)
    open_next(lesson)
    lesson.match.undo()
    lesson.room.changed()
    lesson.tick()
    assert lesson.match.state.phase == Phase.OPEN
    assert list(lesson.match.state.sealed[:4]) == [1, 1, 1, 1]
    assert lesson.room.ready(0)


def test_envelopes_and_what_was_written_are_there_after_a_kill(tmp_path: Path) -> None:
    lesson, captains = sealed_lesson(save=tmp_path)
    words = a_tender(lesson.match, 1)
    answer = captains[1].ask_again(20, do=words, at=captains[1].at)
    captains[2].ask(draft=a_tender(lesson.match, 2))
    lesson.tick(2)
    after = lesson.killed()
    assert after.match.state.sealed[1] == 1
    assert after.room.waits_for() == [0, 2, 3]
    assert after.room.desk(2).words == tuple(a_tender(lesson.match, 2))
    back = after.device().hello(captains[1].token)
    back.id = 30
    assert back.ask_again(20, do=words, at=1) == answer
    assert "yes" in back.ask(do=["take-back"], at=1)
    assert after.room.desk(1).words == tuple(words)


def test_a_tender_that_was_sealed_by_ready_is_done_once_though_the_board_was_killed(tmp_path: Path) -> None:
    lesson, captains = sealed_lesson(save=tmp_path)
    words = a_tender(lesson.match, 1)
    captains[1].ask_again(20, draft=words, ready=1, at=captains[1].at)
    after = lesson.killed()
    back = after.device().hello(captains[1].token)
    assert "yes" in back.ask_again(20, draft=words, ready=1, at=captains[1].at)
    assert len(after.match.history) == 3


def test_whole_games_by_devices_that_the_front_opens() -> None:
    """By chance: everybody writes, takes back, prepares; what comes back lies on its desk again; Manage is by all at once."""
    came_back = 0
    for seed in (1, 2, 5):
        lesson, captains = sealed_lesson(seed)
        match, chance = lesson.match, random.Random(seed)
        while not match.finished:
            if match.state.phase == Phase.OPEN:
                seat = match.state.decider
                had = lesson.room._hall.desks[seat].sealed.words
                empty = not lesson.room._hall.desks[seat].buy.words
                open_next(lesson)
                if any(row.kind == Happening.CAME_BACK for row in match.history[-1].happenings):
                    came_back += 1
                    if had and empty:
                        assert lesson.room._hall.desks[seat].buy.words == had
            elif match.state.phase == Phase.ANSWER:
                assert "yes" in captains[match.state.decider].ask(do=[chance.choice(["agree", "refuse"])], at=lesson.room._hall.stand.at)
            elif match.state.phase == Phase.MANAGE:
                for seat in lesson.room.waits_for():
                    assert "yes" in captains[seat].ask(do=["done"])
            else:
                write_something(lesson, captains, chance)
        lesson.tick()
        assert captains[0].parts["story"] == str(len(lesson.room._hall.stand.viewer(0, "en").history))  # type: ignore[union-attr]
    assert came_back > 0


def write_something(lesson: Lesson, captains: list[Device], chance: random.Random) -> None:
    """One of those who are waited for does something by chance; now and then one whose envelope lies takes it back."""
    match = lesson.match
    lying = [seat for seat in range(4) if match.state.sealed[seat] and match.may_decide(seat)]
    if lying and chance.random() < 0.1:
        assert "yes" in captains[chance.choice(lying)].ask(do=["take-back"])
        return
    seat = chance.choice(lesson.room.waits_for())
    words = some_words(lesson, seat, chance)
    assert "yes" in captains[seat].ask(do=words, at=chance.choice([1, lesson.room._hall.stand.at])), words


def some_words(lesson: Lesson, seat: int, chance: random.Random) -> list[str]:
    """A whole table action of a seat, as the rules offer it decision by decision on a copy."""
    from caffael.classroom.desk import is_complete
    from caffael.rules.actions import legal_actions
    from caffael.rules.copying import copy_into
    from caffael.rules.records import Deal, State, Told
    from caffael.rules.step import step_for
    from caffael.rules.terms import CHOICES

    match, copy, row = lesson.match, State(), [0] * CHOICES
    copy_into(copy, match.state)
    legal = match.legal_for(seat)
    joint = [action for action in legal if actions.JOINT_TENDER <= action < actions.PARTNER]
    decisions = [chance.choice(joint or legal)]
    while not is_complete(decisions):
        assert step_for(match.cards, Deal(), copy, seat, decisions[-1], Told()) == LEGAL
        decisions.append(chance.choice(row[: legal_actions(match.cards, copy, seat, row)]))
    return [match.text_of(action) for action in decisions]
