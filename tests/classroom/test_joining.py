"""How devices come in and come back: names, teams, tokens, the door, seat cards, and the captain's office."""

import pytest

from caffael.classroom.names import ANIMALS, COLOURS, NAMES, Name, picture_of
from caffael.classroom.tokens import hash_of
from caffael.words.language import CODES
from tests.classroom.class_of import Lesson, a_tender, new_game


def test_the_dealt_names_are_said_in_both_languages_and_there_are_more_than_devices() -> None:
    assert Name(0).said("en") == "Red otter"
    assert Name(0).said("cy") == "Dyfrgi coch"
    assert Name(next(at for at, animal in enumerate(ANIMALS) if animal.id == "owl")).said("cy") == "Tylluan goch"
    for code in CODES:
        assert len({Name(number).said(code) for number in range(NAMES)}) == NAMES
    assert NAMES > 64
    feminine = [colour.cy_feminine for colour in COLOURS]
    assert feminine == ["goch", "werdd", "las", "felen", "borffor", "oren", "arian", "euraid"]


def test_a_room_has_a_picture_of_two_different_animals_and_a_colour() -> None:
    pictures = {(picture.colour.id, picture.first.id, picture.second.id) for picture in map(picture_of, range(4000))}
    assert all(first != second for _, first, second in pictures)
    assert len(pictures) > 1500
    assert picture_of(77) == picture_of(77)


def test_the_first_in_a_team_is_its_captain_and_all_others_are_members() -> None:
    lesson = Lesson()
    first, second, third = lesson.team(2, 3)
    assert [one.you["role"] for one in (first, second, third)] == ["captain", "member", "member"]
    assert {one.you["team"] for one in (first, second, third)} == {2}
    assert len({one.you["name"] for one in (first, second, third)}) == 3


def test_a_welsh_device_is_called_by_its_welsh_name() -> None:
    lesson = Lesson()
    device = lesson.device().join(0, language="cy")
    assert device.you["name"] == Name(device.you["number"]).said("cy")
    assert lesson.room.members[0].name.said("en") == Name(device.you["number"]).said("en")


def test_a_guest_is_told_that_it_is_one_and_sees_the_teams() -> None:
    lesson = Lesson()
    lesson.team(1)
    guest = lesson.device().hello()
    lesson.tick()
    assert guest.you["role"] == "guest"
    assert "Tile(seat=1, devices=1" in guest.parts["top"]
    assert lesson.room.guests == 1


def test_a_guest_can_do_nothing_but_join() -> None:
    lesson = Lesson()
    guest = lesson.device().hello()
    words = a_tender(lesson.match, 0)
    for frame in ({"do": words}, {"draft": words}, {"voice": {"winner": "x"}}, {"captain": "take"}):
        assert guest.ask(**frame)["why"] == "Join a team first."
    assert not lesson.match.history


def test_before_hello_nothing_is_answered() -> None:
    lesson = Lesson()
    device = lesson.device()
    assert device.send(id=1, join={"team": 0}) == []
    assert device.send(beat=1) == []


def test_a_late_device_joins_in_the_same_way_at_any_time() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    captains[0].ask(do=a_tender(lesson.match, 0))
    late = lesson.team(0)[0]
    assert late.you["role"] == "member"
    assert late.parts["story"] == "3"


def test_a_full_team_offers_another_or_to_watch() -> None:
    lesson = Lesson()
    lesson.team(0, 8)
    late = lesson.device().hello()
    assert late.ask(join={"team": 0})["why"] == "This team is full. Choose another one, or watch."
    assert "yes" in late.ask(join={"watch": 1})
    assert late.you["role"] == "watcher"


def test_a_full_room_takes_nobody_more() -> None:
    lesson = Lesson()
    for seat in (0, 1, 2, 3):
        lesson.team(seat, 8)
    lesson.team(None, 32)
    last = lesson.device().hello()
    assert last.ended == "full"


def test_nobody_joins_a_team_that_is_not_in_the_game_or_that_the_computer_plays() -> None:
    lesson = Lesson(new_game(seats=3, bots={2}))
    device = lesson.device().hello()
    for seat in (2, 3, 99):
        assert device.ask(join={"team": seat})["why"] == "There is no such team in this game."


def test_without_a_game_the_room_waits_for_one() -> None:
    lesson = Lesson(game=False)
    device = lesson.device().hello()
    lesson.tick()
    assert device.parts["story"] == "None"
    assert device.ask(join={"team": 0})["why"] == "Waiting for the game to begin."
    assert "yes" in device.ask(join={"watch": 1})
    assert device.ask(do=["pass"])["why"] == "Waiting for the game to begin."
    lesson.table.match = new_game()
    lesson.room.changed()
    lesson.tick()
    assert device.parts["story"] == "0"


def test_a_known_token_is_straight_in_its_seat_again() -> None:
    lesson = Lesson()
    device = lesson.team(1)[0]
    name = device.you["name"]
    device.gone()
    again = device.again()
    assert (again.you["name"], again.you["team"], again.you["role"]) == (name, 1, "captain")
    assert "token" not in again.heard[0]["you"], "a token is said once"


def test_the_newest_line_with_a_token_wins_at_once() -> None:
    lesson = Lesson()
    device = lesson.team(1)[0]
    again = device.again()
    assert device.ended == "elsewhere"
    assert again.you["role"] == "captain"
    assert device.send(id=99, do=["pass"], at=1) == []
    assert "no" in again.ask(do=["pass"]), "another team decides, but this line is heard"
    device.gone()
    assert lesson.room.members[0].awake, "the older line's end puts nobody to sleep"


def test_a_token_of_another_room_is_no_token_here() -> None:
    other = Lesson()
    stranger = other.team(0)[0]
    lesson = Lesson()
    lesson.team(0)
    device = lesson.device().hello(stranger.token)
    assert device.you["role"] == "guest"


def test_another_rooms_code_ends_the_line() -> None:
    lesson = Lesson()
    device = lesson.device()
    device.send(hello={"room": "AAAAAA"})
    assert device.ended == "unknown"


def test_a_device_that_never_said_a_word_after_joining_leaves_no_ghost() -> None:
    lesson = Lesson()
    device = lesson.device().hello()
    device.ask(join={"team": 0})
    device.gone()
    other = lesson.team(0)[0]
    assert other.you["role"] == "member"
    lesson.tick(26)
    assert [one.id for one in lesson.room.members] == [other.you["number"]]
    assert other.you["role"] == "captain"


def test_a_device_that_is_loaded_anew_before_its_first_word_has_its_seat() -> None:
    lesson = Lesson()
    device = lesson.device().hello()
    device.ask(join={"team": 0})
    device.token = device.you["token"]
    device.gone()
    lesson.tick(10)
    again = device.again()
    lesson.tick(30)
    assert again.you["role"] == "captain"
    assert len(lesson.room.members) == 1


def test_a_hello_in_another_language_changes_what_is_shown_on_the_same_line() -> None:
    lesson = Lesson()
    device = lesson.team(0)[0]
    device.hello(device.token, language="cy")
    assert device.ended is None
    assert device.you["name"] == Name(device.you["number"]).said("cy")


# -------------------------------------------------------------------------------------------------------------------------------- the door


def test_behind_a_closed_door_one_knocks_and_may_be_let_in() -> None:
    lesson = Lesson()
    lesson.room.lock()
    device = lesson.device().hello()
    assert device.ask(join={"team": 1})["why"].startswith("The teacher has closed the door.")
    device.ask(join={"team": 1})
    (knock,) = lesson.room.knocks
    lesson.room.admit(knock.id)
    assert device.you["team"] == 1
    assert len(device.you["token"]) == 43
    assert lesson.room.knocks == ()


def test_who_is_turned_away_stays_outside_and_hears_so() -> None:
    lesson = Lesson()
    lesson.room.lock()
    device = lesson.device().hello()
    device.ask(join={"team": 1})
    lesson.room.turn_away(lesson.room.knocks[0].id)
    assert device.heard[-1] == {"say": "The teacher has not let this device in."}
    assert lesson.room.members == ()


def test_a_closed_door_keeps_nobody_out_who_was_in() -> None:
    lesson = Lesson()
    device = lesson.team(0)[0]
    lesson.room.lock()
    device.gone()
    assert device.again().you["role"] == "captain"
    lesson.room.unlock()
    assert lesson.device().join(0).you["role"] == "member"


def test_who_knocked_and_left_is_let_in_no_more() -> None:
    lesson = Lesson()
    lesson.room.lock()
    device = lesson.device().hello()
    device.ask(join={"team": 1})
    (knock,) = lesson.room.knocks
    device.gone()
    lesson.room.admit(knock.id)
    assert lesson.room.members == ()


# ------------------------------------------------------------------------------------------------------------------------------ seat cards


def test_a_seat_card_gives_a_wiped_device_its_seat_back_also_behind_a_closed_door() -> None:
    lesson = Lesson()
    captain, _ = lesson.team(2, 2)
    name, token = captain.you["name"], captain.token
    captain.gone()
    lesson.room.lock()
    digits = lesson.room.seat_card(2)
    device = lesson.device().hello()
    assert "yes" in device.ask(join={"card": digits})
    assert (device.you["name"], device.you["role"]) == (name, "captain")
    assert lesson.device().hello(token).you["role"] == "guest", "the token before is void"


def test_a_seat_card_is_void_once_it_was_used() -> None:
    lesson = Lesson()
    digits = lesson.room.seat_card(2)
    assert "yes" in lesson.device().hello().ask(join={"card": digits})
    assert "no" in lesson.device().hello().ask(join={"card": digits})


def test_a_seat_card_is_void_after_two_minutes_and_after_three_wrong_tries() -> None:
    lesson = Lesson()
    digits = lesson.room.seat_card(2)
    lesson.tick(121)
    assert "no" in lesson.device().hello().ask(join={"card": digits})
    digits = lesson.room.seat_card(2)
    wrong = [f"{number:04}" for number in range(4) if f"{number:04}" != digits][:3]
    for tried in wrong:
        assert "no" in lesson.device().hello().ask(join={"card": tried})
    assert "no" in lesson.device().hello().ask(join={"card": digits})


def test_new_tokens_for_a_seat_make_all_its_devices_join_anew() -> None:
    lesson = Lesson()
    captain, member = lesson.team(1, 2)
    digits = lesson.room.new_token(1)
    assert (captain.you["role"], member.you["role"]) == ("guest", "guest")
    assert captain.ask(do=["pass"])["why"] == "Join a team first."
    assert "yes" in member.ask(join={"card": digits})
    assert member.you["team"] == 1
    assert captain.again().you["role"] == "guest"


# ------------------------------------------------------------------------------------------------------------- what the front does


def test_who_is_sent_away_sees_so_also_when_the_page_is_opened_anew_and_can_be_let_back() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    lesson.room.send_away(captain.you["number"])
    assert captain.ended == "sent"
    assert captain.again().ended == "sent"
    assert member.you["role"] == "captain"
    (away,) = lesson.room.sent_away
    lesson.room.let_back(away.id)
    back = captain.again()
    assert (back.you["role"], back.you["team"]) == ("member", 0)


def test_a_device_that_is_moved_is_of_the_other_team_at_once() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    lesson.room.move(captain.you["number"], 3)
    assert (captain.you["team"], captain.you["role"]) == (3, "captain")
    assert member.you["role"] == "captain"
    lesson.room.move(captain.you["number"], None)
    assert captain.you["role"] == "watcher"
    lesson.team(1, 8)
    with pytest.raises(ValueError, match="no place"):
        lesson.room.move(captain.you["number"], 1)


def test_a_muted_device_has_no_voice_that_counts() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    captain.ask(draft=a_tender(lesson.match, 0))
    assert "yes" in member.ask(voice={"weights": "25/25/25/25"}) or "yes" in member.ask(voice={"weights": "40/20/20/20"})
    assert lesson.room.voices(0).voices == 1
    lesson.room.mute(member.you["number"])
    assert member.you["muted"] == 1
    assert lesson.room.voices(0).voices == 0
    assert member.ask(voice={"weights": "40/20/20/20"})["why"] == "The teacher has muted this device."
    lesson.room.mute(member.you["number"], False)
    assert lesson.room.voices(0).voices == 1


def test_the_front_knows_nobody_of_a_name_that_was_not_dealt() -> None:
    lesson = Lesson()
    with pytest.raises(ValueError, match="nobody"):
        lesson.room.mute(3)


# --------------------------------------------------------------------------------------------------------------------------------- captains


def test_a_captain_hands_the_office_on_by_choice() -> None:
    lesson = Lesson()
    captain, member, _ = lesson.team(0, 3)
    assert "yes" in captain.ask(captain="give", to=member.you["number"])
    assert (captain.you["role"], member.you["role"]) == ("member", "captain")
    assert {"say": f"Captain now: {member.you['name']}."} in captain.heard
    assert "no" in captain.ask(captain="give", to=captain.you["number"])


def test_the_office_can_only_be_given_within_the_team_to_somebody_awake() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    (stranger,) = lesson.team(1)
    assert "no" in captain.ask(captain="give", to=stranger.you["number"])
    member.gone()
    assert "no" in captain.ask(captain="give", to=member.you["number"])
    assert captain.you["role"] == "captain"


def test_a_captain_that_is_gone_for_45_seconds_can_be_followed_by_the_first_who_presses() -> None:
    lesson = Lesson()
    captain, second, third = lesson.team(0, 3)
    captain.gone()
    lesson.tick(30)
    second.send(beat=1)
    third.send(beat=1)
    lesson.tick()
    assert second.ask(captain="take")["why"] == "The captain is there."
    lesson.tick(20)
    second.send(beat=1)
    third.send(beat=1)
    lesson.tick()
    lesson.tick()
    assert third.parts["team"].endswith("True")
    assert lesson.room.captain_gone(0)
    assert "yes" in third.ask(captain="take")
    assert second.ask(captain="take")["why"] == "The captain is there."
    assert {"say": f"Captain now: {third.you['name']}."} in second.heard
    back = captain.again()
    assert back.you["role"] == "member"


def test_a_team_of_one_device_is_made_no_such_offer() -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    captain.gone()
    lesson.tick(60)
    assert not lesson.room._hall.members.offered(0, lesson.clock.now)
    assert captain.again().you["role"] == "captain"


def test_the_front_may_move_the_office() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    lesson.room.make_captain(member.you["number"])
    assert (captain.you["role"], member.you["role"]) == ("member", "captain")
    (watcher,) = lesson.team(None)
    with pytest.raises(ValueError, match="without a team"):
        lesson.room.make_captain(watcher.you["number"])


# -------------------------------------------------------------------------------------------------------------------------------- sleepers


def test_a_device_without_a_beat_for_25_seconds_is_asleep_and_never_taken_out() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    lesson.tick(20)
    member.send(beat=1)
    lesson.tick(10)
    lesson.tick()
    assert [one.awake for one in lesson.room.members] == [False, True]
    assert lesson.room.asleep(captain.you["number"])
    assert "awake=False" in member.parts["team"]
    lesson.tick(4000)
    assert len(lesson.room.members) == 2
    captain.send(beat=1)
    lesson.tick()
    assert lesson.room.members[0].awake


def test_the_room_beats_every_ten_seconds() -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    for _ in range(4):
        lesson.tick(10)
    beats = [frame["beat"] for frame in captain.heard if "beat" in frame]
    assert beats == sorted(beats)
    assert len(beats) >= 3


def test_a_closed_room_ends_every_line() -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    guest = lesson.device().hello()
    lesson.room.close()
    assert (captain.ended, guest.ended) == ("closed", "closed")
    lesson.tick()


def test_tokens_are_kept_as_their_hashes_alone(tmp_path: object) -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    kept = lesson.room._hall.members.of_token(captain.token)
    assert kept is not None
    assert kept.hash == hash_of(captain.token)
    assert all(captain.token not in str(getattr(kept, name)) for name in type(kept).__slots__)
