"""When things break: every row that concerns the room. Nothing is lost, and no barrier depends on a device."""

import random
from pathlib import Path

from caffael.rules.terms import Phase
from tests.classroom.class_of import Lesson, a_tender, new_game, play_words
from tests.classroom.test_journal import lesson_with_a_file
from tests.classroom.test_managing import lesson_in_manage


def test_after_a_reload_the_page_is_whole_again_in_one_answer() -> None:
    lesson = Lesson()
    captain = lesson.captains()[2]
    lesson.tick()
    again = captain.again()
    lesson.tick()
    assert again.parts == captain.parts
    assert again.at == captain.at


def test_a_device_is_sent_only_the_parts_that_it_does_not_have() -> None:
    lesson = Lesson()
    captain = lesson.captains()[2]
    lesson.tick()
    have = {name: own for frame in captain.heard for name, (own, _) in frame.get("parts", {}).items()}
    back = lesson.device()
    back.hello(captain.token, have=have)
    lesson.tick()
    sent = {name for frame in back.heard for name in frame.get("parts", {})}
    assert sent <= {"team", "top"}, "only who is awake may have changed"
    other = lesson.device()
    other.hello(captain.token, have={**have, "story": "0000"})
    lesson.tick()
    assert other.parts["story"] == captain.parts["story"]


def test_what_was_missed_while_asleep_is_there_after_waking() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    captains[3].gone()
    captains[0].ask(do=["train data"])
    captains[1].ask(do=["train data"])
    back = captains[3].again()
    lesson.tick()
    assert back.parts["story"] == "2"


def test_a_draft_outlives_its_devices_reload_sleep_and_change_of_captain() -> None:
    lesson = Lesson()
    captain, member = lesson.team(1, 2)
    words = a_tender(lesson.match, 1)
    captain.ask(draft=words, ready=1)
    captain.gone()
    lesson.tick(30)
    member.send(beat=1)
    lesson.tick(20)
    assert "yes" in member.ask(captain="take")
    assert lesson.room.desk(1).words == tuple(words)
    assert lesson.room.ready(1)


def test_the_laptop_sleeps_and_on_waking_all_is_as_it_was() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    code = lesson.room.code
    for captain in captains:
        captain.gone()
    lesson.tick(3 * 3600)
    assert lesson.room.code == code
    for captain in captains:
        assert captain.again().you["role"] == "captain"
    assert not lesson.match.history


def test_the_board_crashes_in_mid_round_and_the_class_goes_on(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    captains = lesson.captains()
    captains[0].ask(do=a_tender(lesson.match, 0))
    captains[2].ask(draft=a_tender(lesson.match, 2), ready=1)
    after = lesson.killed()
    back = [after.device().hello(captain.token) for captain in captains]
    after.tick()
    assert [device.you["team"] for device in back] == [0, 1, 2, 3]
    assert back[3].parts["story"] == "3"
    assert after.room.ready(2)
    back[1].id = 40
    assert "yes" in back[1].ask(do=["train data"])


def test_who_is_there_before_the_board_is_back_is_asleep_and_not_gone(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    lesson.captains()
    after = lesson.killed()
    assert [one.awake for one in after.room.members] == [False] * 4
    assert not any(after.room.captain_gone(seat) for seat in range(4)), "they have 45 seconds to come back"
    after.tick(46)
    assert all(after.room.captain_gone(seat) for seat in range(4))


def test_a_team_without_a_device_is_decided_for_at_the_big_screen() -> None:
    lesson = Lesson()
    for seat in (0, 2, 3):
        lesson.team(seat)
    assert [lesson.room.has_device(seat) for seat in range(4)] == [True, False, True, True]
    play_words(lesson.match, ["train data"])
    lesson.room.changed()
    play_words(lesson.match, ["train data"])
    lesson.room.changed()
    assert lesson.room._hall.by_front == {0}
    assert lesson.match.state.decider == 2


def test_a_computer_stands_in_for_a_team_and_hands_it_back() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    lesson.match.set_player(1, "balanced")
    captains[0].ask(do=["train data"])
    lesson.match.play(lesson.match.bot_action())
    lesson.room.changed()
    assert lesson.match.history[-1].seat == 1
    lesson.match.set_player(1, "you")
    assert captains[1].you["role"] == "captain"


def test_a_round_never_waits_for_a_device_that_is_gone_for_ever() -> None:
    lesson, captains = lesson_in_manage()
    waiting = lesson.room.waits_for()
    for seat in waiting[1:]:
        captains[seat].ask(do=["done"])
    captains[waiting[0]].gone()
    lesson.tick(3600)
    assert lesson.match.state.phase == Phase.MANAGE
    lesson.room.open_now()
    assert lesson.match.state.phase == Phase.BUY


def test_when_the_clock_is_over_nothing_happens_by_itself() -> None:
    lesson, captains = lesson_in_manage()
    lesson.room.set_clock(60)
    assert captains[0].heard[-1] == {"clock": 60}
    assert lesson.room.clock_left == 60
    late = lesson.device().hello()
    assert {"clock": 60} in late.heard
    turns = len(lesson.match.history)
    lesson.tick(90)
    assert lesson.room.clock_left == 0
    assert len(lesson.match.history) == turns
    lesson.room.set_clock(None)
    assert captains[0].heard[-1]["clock"] is None
    assert lesson.room.clock_left is None


def test_after_a_step_back_parts_are_of_the_table_that_lies_there() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    before = captains[1].parts
    captains[0].ask(do=["train data"])
    lesson.tick()
    assert captains[1].parts["story"] == "1"
    lesson.match.undo()
    lesson.room.changed()
    lesson.tick()
    assert captains[1].parts["story"] == before["story"] == "0"
    assert captains[1].parts["status"].endswith("True"), "and the page says that the teacher has gone back"
    assert "yes" in captains[0].ask(do=["train procurement"])
    lesson.tick()
    assert captains[1].parts["status"].endswith("False")


def test_another_game_with_the_same_class_needs_no_joining_anew() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    captains[0].ask(draft=a_tender(lesson.match, 0))
    lesson.table.match = new_game(seats=3, seed=8)
    lesson.room.changed()
    lesson.tick()
    assert [captain.you["role"] for captain in captains] == ["captain", "captain", "captain", "watcher"]
    assert lesson.room.desk(0).words == ()
    assert "yes" in captains[0].ask(do=["train data"])


def test_a_teacher_who_hides_the_scores_hides_them_on_devices_at_once() -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    lesson.table.scores_hidden = True
    lesson.room.changed()
    viewer = lesson.room._hall.stand.viewer(0, "en")
    assert viewer is not None
    assert viewer.scores_hidden
    assert captain.ended is None


def test_34_devices_are_shown_the_game_in_as_many_ways_as_they_differ() -> None:
    lesson = Lesson()
    for seat in range(4):
        for number in range(8):
            lesson.device().join(seat, language="cy" if number % 4 == 3 else "en")
    lesson.team(None, 2)
    lesson.tick()
    assert len(lesson.room._hall.made) <= 16
    made = lesson.room._showing.made
    lesson.room._hall.mark()
    lesson.tick()
    parts = len(next(iter(lesson.room._hall.made.values())).hashes)
    assert lesson.room._showing.made - made <= 16 * 9
    assert parts >= 5


def test_a_part_is_sent_again_only_when_it_says_something_else() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    lesson.tick()
    before = len(captains[0].heard)
    lesson.room._hall.mark()
    lesson.tick()
    assert captains[0].heard[before:] == []
    captains[1].ask(draft=a_tender(lesson.match, 1))
    lesson.tick()
    assert {name for frame in captains[0].heard[before:] for name in frame.get("parts", {})} == set()


def test_drawing_stops_when_its_time_is_over_and_goes_on_where_it_stopped() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    lesson.room._showing.budget = 0.0
    captains[0].ask(do=["train data"])
    ticks = 0
    while lesson.room.tick() == 0.0:
        ticks += 1
    assert ticks > 10
    assert captains[3].parts["story"] == "1"
    assert captains[3].at == lesson.room._hall.stand.at


def test_what_matters_for_a_decision_is_drawn_before_the_number_of_its_table_is_told() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    lesson.tick()
    before = len(captains[1].heard)
    captains[0].ask(do=["train data"])
    lesson.tick()
    order = ["v" if set(frame) == {"v"} else next(iter(frame["parts"])) for frame in captains[1].heard[before:] if "v" in frame]
    assert order.index("v") > order.index("status")
    assert order[-1] == "story" or order.index("story") < order.index("v")


def test_devices_see_the_end_of_a_game_once_the_big_screen_has_told_it() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    chance = random.Random(2)
    while not lesson.match.finished:
        lesson.match.play(chance.choice(lesson.match.legal()))
    lesson.table.open_page = True
    lesson.room.changed()
    lesson.tick()
    assert captains[0].parts["story"] == "0"
    lesson.table.open_page = False
    lesson.room.changed()
    lesson.tick()
    assert captains[0].parts["story"] == str(len(lesson.match.history))
    assert captains[0].ask(do=["pass"])["why"] == "The game is over."
    assert lesson.room._hall.debrief() is not None
