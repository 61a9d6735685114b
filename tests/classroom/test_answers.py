"""How the room answers: each id once, acts by the rules, `look` when the table has moved, `yes` when it is safe."""

from pathlib import Path

import pytest

from caffael import disk
from caffael.match import IllegalAction
from caffael.rules.notation import from_text
from caffael.rules.terms import Phase
from tests.classroom.class_of import Lesson, a_tender, new_game, play_words


def test_an_act_of_three_decisions_is_one_table_action_all_or_none() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    words = a_tender(lesson.match, 0)
    assert "yes" in captains[0].ask(do=words)
    assert [lesson.match.text_of(turn.action) for turn in lesson.match.history] == words
    assert lesson.match.state.decider == 1
    bad = [*a_tender(lesson.match, 1)[:2], "weights 99/1/0/0"]
    assert captains[1].ask(do=bad)["why"] == "There is no such choice in this game."
    assert len(lesson.match.history) == 3


def test_half_a_tender_is_no_act() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    for words in (a_tender(lesson.match, 0)[:1], a_tender(lesson.match, 0)[:2], [*a_tender(lesson.match, 0), "pass"], ["pass", "pass"]):
        assert "no" in captains[0].ask(do=words)
    assert not lesson.match.history


def test_why_something_can_not_be_done_is_said_in_the_devices_language() -> None:
    lesson = Lesson()
    lesson.team(0)
    device = lesson.device().join(1, language="cy")
    assert device.ask(do=["pass"])["why"] == "Tîm arall sy'n penderfynu nawr."


def test_a_repeated_id_gets_the_same_answer_and_does_nothing() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    lab = {"do": ["train data"], "at": captains[0].at}
    first = captains[0].ask_again(9, **lab)
    assert "yes" in first
    again = captains[0].ask_again(9, **lab)
    other = captains[0].ask_again(9, do=["pass"], at=captains[0].at)
    assert first == again == other
    assert len(lesson.match.history) == 1


def test_a_repeated_id_is_answered_the_same_on_another_line() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    first = captains[0].ask_again(9, do=["train data"], at=captains[0].at)
    assert captains[0].again().ask_again(9, do=["train data"], at=1) == first
    assert len(lesson.match.history) == 1


def test_the_last_32_answers_are_kept_and_an_id_below_them_is_refused() -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    (other,) = lesson.team(1)
    answers = {number: other.ask_again(number, do=["pass"], at=1) for number in range(10, 50)}
    assert other.ask_again(18, do=["pass"], at=1) == answers[18]
    assert other.ask_again(17, do=["pass"], at=1)["why"].startswith("This was decided long ago.")
    assert other.ask_again(3, do=["pass"], at=1)["why"].startswith("This was decided long ago.")
    assert captain.ask(do=["train data"])["yes"] == captain.id


def test_ids_are_counted_for_each_token_apart() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    captains[0].ask_again(500, do=["pass"], at=1)
    assert "yes" in captains[1].ask_again(2, do=["pass"], at=1)


# ------------------------------------------------------------------------------------------------------------------------------ at and look


def tender_that_moves(lesson: Lesson) -> tuple[list[str], int]:
    """A tender of seat 1 from whose table of bids something changes when seat 0 has published its own."""
    match = lesson.match
    for word_of_0 in match.ids.needs:
        need = match.ids.needs.index(word_of_0)
        if match.state.need_seat[need] != 0:
            continue
        category = match.cards.needs[need].category
        for word_of_1 in match.ids.needs:
            other = match.ids.needs.index(word_of_1)
            if match.state.need_seat[other] == 1 and match.cards.needs[other].category == category:
                weights = a_tender(match, 1)[2]
                return [f"tender {word_of_1}", "route open", weights], need
    return [], -1


def lesson_in_which_a_table_moves() -> tuple[Lesson, list[str], list[str]]:
    """A lesson, what seat 0 publishes, and what seat 1 had prepared whose table of bids has changed by it."""
    for seed in range(60):
        lesson = Lesson(new_game(seed=seed))
        words, need = tender_that_moves(lesson)
        if words:
            return lesson, [f"tender {lesson.match.ids.needs[need]}", "route open", words[2]], words
    raise AssertionError("no deal has it")


def test_a_publication_from_an_old_page_is_asked_again_when_its_table_of_bids_has_changed() -> None:
    lesson, before, words = lesson_in_which_a_table_moves()
    captains = lesson.captains()
    old = captains[1].at
    assert "yes" in captains[0].ask(do=before)
    answer = captains[1].ask(do=words, at=old)
    assert set(answer) == {"no", "look", "v"}
    assert answer["look"].endswith(".")
    assert len(lesson.match.history) == 3
    lesson.tick()
    desk = lesson.room.desk(1)
    assert desk.words == tuple(words), "it lies on the desk, with what has changed"
    assert desk.changes
    assert "yes" in captains[1].ask(do=words, at=captains[1].at)


def test_a_publication_from_an_old_page_is_played_when_its_table_of_bids_is_as_it_was() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    old = captains[1].at
    captains[0].ask(do=["train data"])
    assert "yes" in captains[1].ask(do=a_tender(lesson.match, 1), at=old)


def test_what_stands_on_no_table_of_bids_may_be_decided_from_an_old_page() -> None:
    lesson, before, _ = lesson_in_which_a_table_moves()
    captains = lesson.captains()
    old = captains[1].at
    captains[0].ask(do=before)
    assert "yes" in captains[1].ask(do=["train data"], at=old)


def test_a_page_of_a_table_that_is_not_kept_any_more_is_asked_again() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    answer = captains[0].ask(do=a_tender(lesson.match, 0), at=0)
    assert answer["look"] == "The table has moved on since your page was made. Look once more before you decide."


def test_the_number_of_the_table_grows_with_a_step_back_too() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    seen = [captains[0].at]
    captains[0].ask(do=["train data"])
    lesson.tick()
    seen.append(captains[0].at)
    lesson.match.undo()
    lesson.room.changed()
    lesson.tick()
    seen.append(captains[0].at)
    lesson.table.match = new_game(seed=9)
    lesson.room.changed()
    lesson.tick()
    seen.append(captains[0].at)
    assert seen == sorted(set(seen))


# ------------------------------------------------------------------------------------------------------------------- yes is safe


class Watched:
    """Makes files safe, and says when."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def keep(self, *paths: Path) -> None:
        self.kept.extend(path.suffix for path in paths)


def test_yes_comes_after_the_record_has_the_act(tmp_path: Path) -> None:
    lesson = Lesson(new_game(save=tmp_path))
    captains = lesson.captains()
    watched, words = Watched(), a_tender(lesson.match, 0)
    record = lesson.match.path
    assert record is not None
    lying: list[tuple[int, str]] = []
    put = lesson.outbox.put

    def spy(line: int, frame: dict[str, object], kind: str = "") -> None:
        if "yes" in frame:
            lying.append((watched.kept.count(".caffael"), record.read_text()))
        put(line, frame, kind)

    lesson.outbox.put = spy  # type: ignore[method-assign]
    disk.use(watched)
    try:
        captains[0].ask(do=words)
    finally:
        disk.use(None)
    ((kept, text),) = lying
    assert kept >= 1
    assert all(f'"do":"{word}"' in text for word in words)


def test_what_the_disk_does_not_take_is_said_to_be_unsaved_and_the_front_sees_why(tmp_path: Path) -> None:
    lesson = Lesson(new_game(save=tmp_path))
    captains = lesson.captains()

    class Full:
        def keep(self, *paths: Path) -> None:
            raise OSError(28, "No space left on device")

    disk.use(Full())
    try:
        answer = captains[0].ask(do=["train data"])
    finally:
        disk.use(None)
    assert answer["unsaved"] == 1
    assert lesson.room.trouble is not None
    assert "unsaved" not in captains[1].ask(do=["train data"])


# ------------------------------------------------------------------------------------------------------- the big screen comes first


def test_while_the_big_screen_tells_devices_see_the_table_of_before_and_wait() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    lesson.table.open_page = True
    play_words(lesson.match, a_tender(lesson.match, 0))
    lesson.room.changed()
    lesson.tick()
    assert captains[1].parts["story"] == "0"
    assert captains[1].ask(do=["train data"])["why"].startswith("Something on the big screen comes first.")
    lesson.table.open_page = False
    lesson.room.changed()
    lesson.tick()
    assert captains[1].parts["story"] == "3"
    assert "yes" in captains[1].ask(do=["train data"])


def test_who_comes_while_the_big_screen_tells_sees_the_table_of_before_too() -> None:
    lesson = Lesson()
    lesson.captains()
    lesson.table.open_page = True
    play_words(lesson.match, a_tender(lesson.match, 0))
    lesson.room.changed()
    late = [lesson.device(f"10.0.1.{number}") for number in range(2)]
    for device, seat in zip(late, (1, None), strict=True):
        device.join(seat, language="cy")
    lesson.tick()
    assert [device.parts["story"] for device in late] == ["0", "0"]
    assert [device.at for device in late] == [1, 1]


def test_the_owner_of_the_game_takes_back_what_it_played_of_an_act_that_is_refused() -> None:
    lesson = Lesson()
    match = lesson.match
    words = [*a_tender(match, 0)[:2], "pass"]
    with pytest.raises(IllegalAction):
        lesson.table.play(0, [from_text(word, match.cards, match.ids) for word in words])
    assert not match.history
    assert match.state.phase == Phase.BUY


def test_when_the_front_acts_for_a_team_with_a_captain_its_page_says_so() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    play_words(lesson.match, ["train data"])
    lesson.room.changed()
    assert lesson.room._hall.by_front == {0}
    captains[1].ask(do=["train data"])
    assert lesson.room._hall.by_front == {0}
    for captain in captains[2:]:
        captain.ask(do=["train data"])
    captains[0].ask(do=["pass"])
    assert lesson.room._hall.by_front == set()


def test_a_team_that_the_computer_stands_in_for_does_not_decide_from_its_device() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    lesson.match.set_player(0, "balanced")
    assert captains[0].ask(do=["train data"])["why"] == "The computer plays for your team just now."
    lesson.match.set_player(0, "you")
    assert "yes" in captains[0].ask(do=["train data"])
