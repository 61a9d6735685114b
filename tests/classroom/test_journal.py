"""The room's file: what it keeps and when, how long it stays, and a class that goes on after the board was killed."""

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from caffael import disk
from caffael.classroom.journal import KEPT_FOR, Journal, JournalError, has_room, read_story, sweep
from caffael.classroom.tokens import hash_of
from caffael.match import Match
from caffael.saves.room import SUFFIX, room_path
from tests.classroom.class_of import Lesson, a_tender, new_game, play_words
from tests.classroom.test_managing import tick_of
from tests.classroom.test_voices import bidder_of


def lesson_with_a_file(tmp_path: Path, match: Match | None = None) -> Lesson:
    """A lesson whose game and room are kept."""
    match = match or new_game(save=tmp_path)
    assert match.path is not None
    return Lesson(match, journal=room_path(match.path))


def lines_of(lesson: Lesson) -> list[dict[str, Any]]:
    """The lines of its file."""
    assert lesson.journal is not None
    return [json.loads(line) for line in lesson.journal.read_text(encoding="utf-8").splitlines()]


class Watched:
    """Makes files safe, and says which."""

    def __init__(self) -> None:
        self.kept: list[str] = []

    def keep(self, *paths: Path) -> None:
        self.kept.extend(path.suffix for path in paths)


# ----------------------------------------------------------------------------------------------------------- what is kept, and when


def test_the_rooms_file_lies_beside_the_record(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    assert lesson.match.path is not None
    assert lesson.journal == lesson.match.path.with_suffix(SUFFIX)
    first = lines_of(lesson)[0]
    assert (first["room"], first["version"]) == (lesson.room.code, 1)


def test_who_joins_is_safe_before_the_answer_and_as_a_hash_alone(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    watched = Watched()
    lying: list[bool] = []
    put = lesson.outbox.put

    def spy(line: int, frame: dict[str, Any], kind: str = "") -> None:
        if "token" in frame.get("you", {}):
            assert lesson.journal is not None
            lying.append(SUFFIX in watched.kept and hash_of(frame["you"]["token"]) in lesson.journal.read_text())
        put(line, frame, kind)

    lesson.outbox.put = spy  # type: ignore[method-assign]
    disk.use(watched)
    try:
        (captain,) = lesson.team(2)
    finally:
        disk.use(None)
    assert lying == [True]
    assert lesson.journal is not None
    assert captain.token not in lesson.journal.read_text()


def test_a_change_of_roles_is_safe_at_once(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    captain, member = lesson.team(0, 2)
    watched = Watched()
    disk.use(watched)
    try:
        captain.ask(captain="give", to=member.you["number"])
    finally:
        disk.use(None)
    assert SUFFIX in watched.kept
    rows = {line["member"]: line["is"] for line in lines_of(lesson) if "member" in line}
    assert rows[member.you["number"]][2] == "captain"
    assert rows[captain.you["number"]][2] == "member"


def test_a_draft_is_kept_a_second_after_its_last_change_and_at_once_when_it_is_ready(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(1)
    words = a_tender(lesson.match, 1)
    captain.ask(draft=words[:2])
    assert not [line for line in lines_of(lesson) if line.get("words")]
    lesson.tick(1.1)
    assert [line["words"] for line in lines_of(lesson) if line.get("words")] == [words[:2]]
    captain.ask(draft=words, ready=1)
    assert [line for line in lines_of(lesson) if line.get("words")][-1]["ready"] == 1


def test_voices_are_kept_as_sums_alone(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    captain, member = lesson.team(0, 2)
    words = a_tender(lesson.match, 0)
    captain.ask(draft=words)
    member.ask(voice={"winner": bidder_of(lesson, 0)})
    lesson.tick(2)
    captain.ask(do=words)
    (sums,) = [line["guesses"] for line in lines_of(lesson) if "guesses" in line]
    assert sums == list(lesson.room.guesses[0])
    assert not [line for line in lines_of(lesson) if "voice" in line]


def test_no_address_and_no_word_of_a_device_is_in_the_file(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    device = lesson.device("192.0.2.77")
    device.join(0)
    device.send(hello={"room": lesson.room.code, "token": device.token, "have": {"top": "abcd"}})
    lesson.tick(2)
    assert lesson.journal is not None
    text = lesson.journal.read_text()
    assert "192.0.2.77" not in text
    assert "abcd" not in text
    assert {key for line in lines_of(lesson) for key in line} <= {"room", "version", "picture", "member", "is", "t", "sum"}


# ------------------------------------------------------------------------------------------------------------------- going on with it


def test_after_a_kill_the_class_has_the_same_code_tokens_teams_roles_and_drafts(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    captain, member = lesson.team(1, 2)
    (watcher,) = lesson.team(None)
    captain.ask(captain="give", to=member.you["number"])
    words = a_tender(lesson.match, 1)
    member.ask(draft=words, ready=1)
    lesson.room.lock()
    lesson.tick(2)
    after = lesson.killed()
    assert after.room.code == lesson.room.code
    assert after.room.picture == lesson.room.picture
    assert after.room.locked
    assert after.room.desk(1).words == tuple(words)
    assert after.room.ready(1)
    for device, role in ((captain, "member"), (member, "captain"), (watcher, "watcher")):
        back = after.device().hello(device.token)
        assert (back.you["name"], back.you["team"], back.you["role"]) == (device.you["name"], device.you["team"], role)


def test_what_has_changed_since_a_draft_was_written_is_known_after_a_kill_too(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    captain.ask(draft=a_tender(lesson.match, 0), ready=1)
    captain.ask(do=["train data"])
    before = lesson.room.desk(0).changes
    assert before
    assert lesson.killed().room.desk(0).changes == before


def test_an_act_is_answered_the_same_after_a_kill(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    answer = captain.ask_again(9, do=["train data"], at=captain.at)
    after = lesson.killed()
    back = after.device().hello(captain.token)
    assert back.you["id"] == 9
    assert back.ask_again(9, do=["train data"], at=captain.at) == answer
    assert len(after.match.history) == 1


def test_an_act_that_the_record_has_is_done_though_the_board_was_killed_before_it_answered(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    words = a_tender(lesson.match, 0)
    play = lesson.table.play

    def killed(seat: int, actions: Sequence[int]) -> None:
        play(seat, actions)
        raise KeyboardInterrupt

    lesson.table.play = killed  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        captain.send(id=9, do=words, at=captain.at)
    after = lesson.killed()
    back = after.device().hello(captain.token)
    assert back.ask_again(9, do=words, at=captain.at)["yes"] == 9
    assert len(after.match.history) == 3


def test_an_act_that_the_record_has_not_was_never_done(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)

    def killed(seat: int, actions: Sequence[int]) -> None:
        raise KeyboardInterrupt

    lesson.table.play = killed  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        captain.send(id=9, do=["train data"], at=captain.at)
    after = lesson.killed()
    back = after.device().hello(captain.token)
    assert back.ask_again(9, do=["train data"], at=captain.at)["yes"] == 9
    assert len(after.match.history) == 1


def test_ticks_are_there_after_a_kill(tmp_path: Path) -> None:
    match = new_game(save=tmp_path)
    lesson = lesson_with_a_file(tmp_path, match)
    captains = lesson.captains()
    for _ in range(4):
        play_words(match, a_tender(match, match.state.decider))
    while match.state.phase == 0:
        match.play(match.legal()[-1])
    lesson.room.changed()
    first, *rest = lesson.room.waits_for()
    word = tick_of(lesson, first)
    captains[first].ask(do=[word, "done"])
    after = lesson.killed()
    assert after.room.ready(first)
    for seat in rest:
        back = after.device().hello(captains[seat].token)
        back.id = 50
        assert "yes" in back.ask(do=["done"], at=1)
    assert (first, word) in [(turn.seat, after.match.text_of(turn.action)) for turn in after.match.history]


def test_guesses_are_there_after_a_kill_and_those_taken_back_are_not(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    captain, member = lesson.team(0, 2)
    words = a_tender(lesson.match, 0)
    captain.ask(draft=words)
    member.ask(voice={"winner": bidder_of(lesson, 0)})
    captain.ask(do=words)
    assert lesson.killed().room.guesses == lesson.room.guesses != ()
    lesson.match.undo(3)
    lesson.room.changed()
    assert lesson.killed().room.guesses == ()


def test_the_tables_numbers_are_others_after_a_kill(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    once = lesson.killed()
    twice = once.killed()
    seen = {captain.at, *(other.device().hello(captain.token).you and other.room._hall.stand.at for other in (once, twice))}
    assert len(seen) == 3


def test_another_code_can_be_given_where_the_relay_gave_another(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    assert lesson.journal is not None
    after = lesson.killed()
    after.room = type(after.room).resume(
        after.table, after.outbox, lesson.journal, code="AAAAAA", clock=after.clock, wall=after.clock, pages=after.pages
    )
    assert after.room.code == "AAAAAA"
    assert after.device().hello(captain.token).you["role"] == "captain"


# ---------------------------------------------------------------------------------------------------------------------- when it is bad


def test_a_line_that_was_cut_by_the_kill_is_cut_off(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    assert lesson.journal is not None
    whole = lesson.journal.read_bytes()
    for tail in (b"{", b'{"member":3,"is":["', b"\0" * 900):
        lesson.journal.write_bytes(whole + tail)
        after = lesson.killed()
        assert after.device().hello(captain.token).you["role"] == "captain"
        after.room.leave()
        lesson.journal.write_bytes(whole)


def test_a_bad_line_costs_the_tokens_and_never_the_game(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    captain.ask(do=["train data"])
    assert lesson.journal is not None
    whole = lesson.journal.read_bytes()
    spoiled = whole.replace(b'"captain"', b'"watcher"', 1)
    assert spoiled != whole
    lesson.journal.write_bytes(spoiled)
    after = lesson.killed()
    assert len(after.match.history) == 1
    assert after.room.code == lesson.room.code
    assert after.device().hello(captain.token).you["role"] == "guest"
    assert after.team(0)[0].you["role"] == "captain"
    assert after.killed().room.members != ()


@pytest.mark.parametrize(
    "fields",
    [
        {"member": 500, "is": ["a" * 64, 0, "captain", 1, 0, 0]},
        {"member": 3, "is": ["a", 0, "captain", 1, 0, 0]},
        {"member": 3, "is": ["a" * 64, 99, "captain", 1, 0, 0]},
        {"member": 3, "is": ["a" * 64, 0, "teacher", 1, 0, 0]},
        {"member": 3},
        {"gone": 500},
        {"desk": 9, "words": []},
        {"desk": 1, "words": "pass"},
        {"desk": 1, "of": "buy", "words": ["pass"], "printed": [1, 2]},
        {"desk": 1, "of": "buy", "words": ["pass"], "printed": [1, 2, [["a", 2]], 3]},
        {"doing": 500, "id": 1, "turns": 0, "seat": 0, "words": ["pass"]},
        {"did": 500, "id": 1, "answer": {}},
        {"guesses": [1, 2]},
        {"guesses": [1, 2, 3, 4, 5, "6"]},
        {"lock": "yes"},
        {"something": 1},
    ],
)
def test_a_line_that_no_room_writes_costs_the_tokens_too(tmp_path: Path, fields: dict[str, Any]) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    lesson.room._hall.journal.add(fields)
    after = lesson.killed()
    assert after.room.code == lesson.room.code
    assert after.device().hello(captain.token).you["role"] == "guest"


def test_any_changed_byte_is_noticed_or_does_not_matter(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    captain, _ = lesson.team(0, 2)
    captain.ask(draft=a_tender(lesson.match, 0), ready=1)
    assert lesson.journal is not None
    whole, chance = lesson.journal.read_bytes(), random.Random(4)
    for _ in range(30):
        spoiled = bytearray(whole)
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
        lesson.journal.write_bytes(bytes(spoiled))
        after = lesson.killed()
        role = after.device().hello(captain.token).you["role"] if after.room.code == lesson.room.code else "guest"
        assert role in ("captain", "guest")
        assert len(after.match.history) == 0
        after.room.leave()


def test_a_file_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    assert lesson.journal is not None
    other = Journal(lesson.journal, lesson.clock)
    lesson.journal.unlink()
    other.add({"room": lesson.room.code, "version": 2, "picture": 1})
    with pytest.raises(JournalError, match="version"):
        read_story(lesson.journal, lesson.clock())
    assert lesson.killed().device().lesson.room.members == ()
    assert captain.token


def test_a_disk_that_is_full_holds_nobody_up_and_the_front_sees_it(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    lesson.team(0)

    class Full:
        def keep(self, *paths: Path) -> None:
            if paths[0].suffix == SUFFIX:
                raise OSError(28, "No space left on device")

    disk.use(Full())
    try:
        (other,) = lesson.team(1)
        assert other.you["role"] == "captain"
        assert lesson.room.trouble is not None
        assert "devices would have to join again" in lesson.room.trouble
    finally:
        disk.use(None)
    lesson.tick(1.1)
    lesson.tick(1.1)
    assert lesson.room.trouble is None
    assert lesson.killed().device().hello(other.token).you["role"] == "captain"


def test_a_folder_that_is_gone_holds_nobody_up(tmp_path: Path) -> None:
    match = new_game()
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    lesson = Lesson(match, journal=blocked / f"x{SUFFIX}")
    assert lesson.team(0)[0].you["role"] == "captain"
    assert lesson.room.trouble is not None


# ---------------------------------------------------------------------------------------------------------------------------- how long


def test_the_file_is_gone_when_the_room_is_closed(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    lesson.team(0)
    assert lesson.match.path is not None
    assert has_room(lesson.match.path, lesson.clock)
    lesson.room.close()
    assert lesson.journal is not None
    assert not lesson.journal.exists()
    assert not has_room(lesson.match.path, lesson.clock)


def test_the_file_counts_no_more_12_hours_after_its_last_line(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    assert lesson.match.path is not None
    lesson.clock.now += KEPT_FOR - 60
    assert has_room(lesson.match.path, lesson.clock)
    lesson.clock.now += 120
    assert not has_room(lesson.match.path, lesson.clock)
    after = lesson.killed()
    assert after.room.code != lesson.room.code
    assert after.room.members == ()
    assert captain.token


def test_files_of_rooms_that_are_over_are_swept_away(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    lesson.team(0)
    young = Journal.begin(tmp_path / f"young{SUFFIX}", "AAAAAA", 1, lambda: lesson.clock() + KEPT_FOR)
    young.leave()
    torn = tmp_path / f"torn{SUFFIX}"
    torn.write_text("nothing that can be read")
    sweep(tmp_path, lesson.clock() + KEPT_FOR + 60)
    assert lesson.journal is not None
    assert not lesson.journal.exists()
    assert (tmp_path / f"young{SUFFIX}").exists()
    assert torn.exists(), "what can't be read may be somebody else's"


def test_a_board_that_is_closed_leaves_the_room_to_be_taken_up_again(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    captain.ask(draft=a_tender(lesson.match, 0))
    lesson.room.leave()
    after = lesson.killed()
    assert after.room.desk(0).words
    assert after.device().hello(captain.token).you["role"] == "captain"


def test_the_room_goes_on_in_another_file_when_another_game_begins(tmp_path: Path) -> None:
    lesson = lesson_with_a_file(tmp_path)
    (captain,) = lesson.team(0)
    captain.ask(do=["train data"])
    before = lesson.journal
    lesson.table.match = new_game(seed=8, save=tmp_path)
    lesson.room.changed()
    assert lesson.table.match.path is not None
    lesson.journal = room_path(lesson.table.match.path)
    lesson.room.move_journal(lesson.journal)
    assert before is not None
    assert not before.exists()
    after = lesson.killed()
    back = after.device().hello(captain.token)
    assert (back.you["role"], after.room.code) == ("captain", lesson.room.code)
    assert len(after.match.history) == 0
