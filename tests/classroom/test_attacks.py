"""What somebody on the same network can try against the room, row by row of the attacker's table (docs/classroom.md)."""

import random
import secrets
import time
from typing import Any

import pytest

from caffael.classroom.roles import Role
from caffael.classroom.tokens import new_token
from caffael.match import Match
from caffael.rules import actions
from caffael.rules.notation import to_text
from caffael.rules.terms import Phase
from tests.classroom.class_of import Device, Lesson, a_tender, new_game

# ------------------------------------------------------------------------------------------------------------------------------ take a seat


def test_a_forged_a_truncated_and_another_rooms_token_take_no_seat() -> None:
    lesson, other = Lesson(), Lesson()
    (captain,) = lesson.team(0)
    (stranger,) = other.team(0)
    token = captain.token
    flipped = token[:-1] + ("A" if token[-1] != "A" else "B")
    for tried in (new_token(), stranger.token, token[::-1], flipped, token.swapcase(), "A" * 43):
        device = lesson.device().hello(tried)
        assert device.you["role"] == "guest"
        assert device.ask(do=["train data"])["why"] == "Join a team first."
    for bad in (token[:-1], token + "A", "", token.replace(token[0], "'", 1)):
        answers = lesson.device().send(hello={"room": lesson.room.code, "token": bad})
        assert answers == [{"refused": "token"}]
    assert captain.ended is None
    assert not lesson.match.history


def test_a_token_counts_in_the_first_frame_of_a_line_and_nowhere_else() -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    guest = lesson.device().hello()
    for frame in (
        {"id": 5, "do": ["train data"], "at": 1, "token": captain.token},
        {"token": captain.token},
        {"beat": 1, "token": captain.token},
    ):
        assert guest.send(**frame)[0]["refused"] in ("keys", "frame")
    assert not lesson.match.history


def test_a_token_is_said_once_and_to_its_own_device_alone() -> None:
    lesson = Lesson()
    devices = [device for seat in range(4) for device in lesson.team(seat, 2)]
    for device in devices:
        said = [line for line, text, _ in lesson.outbox.raw if device.token in text]
        assert said == [device.line]


def test_a_seat_card_that_was_used_is_replayed_in_vain() -> None:
    lesson = Lesson()
    digits = lesson.room.seat_card(1)
    frame = {"join": {"card": digits}}
    assert "yes" in lesson.device().hello().ask(**frame)
    for _ in range(3):
        assert "no" in lesson.device().hello().ask(**frame)


def test_seat_cards_can_not_be_guessed() -> None:
    lesson = Lesson()
    digits = lesson.room.seat_card(1)
    tried = [f"{number:04}" for number in range(40) if f"{number:04}" != digits]
    guessers = [lesson.device().hello() for _ in range(5)]
    for number, card in enumerate(tried):
        lesson.clock.now += 1
        assert "no" in guessers[number % 5].ask(join={"card": card})
    assert "no" in lesson.device().hello().ask(join={"card": digits}), "after three wrong ones the teacher shows a new one"
    assert lesson.room.members == ()


# --------------------------------------------------------------------------------------------------------------------- act for another seat


def every_action(match: Match) -> list[str]:
    """Every action there is, in words."""
    words = []
    for action in range(actions.ACTIONS):
        try:
            words.append(to_text(action, match.cards, match.ids))
        except ValueError:
            continue
    return words


@pytest.mark.parametrize("moments", [(0, 7, 40)])
def test_no_device_can_do_anything_for_another_seat(moments: tuple[int, ...]) -> None:
    """Every action × every other seat, at several moments of a game, by captains of other seats, members and watchers."""
    for played in moments:
        match, chance = new_game(seed=11), random.Random(played)
        while len(match.history) < played:
            match.play(chance.choice(match.legal()))
        lesson = Lesson(match)
        captains = lesson.captains()
        member = lesson.team(match.state.decider)[0]
        assert member.you["role"] == "member"
        (watcher,) = lesson.team(None)
        before, decider = len(match.history), match.state.decider
        others = [device for device in captains if device.you["team"] != decider]
        legal = {match.text_of(action) for action in match.legal()}
        for word in every_action(match):
            for device in [*others, member, watcher] if word in legal else [chance.choice([*others, member, watcher])]:
                lesson.clock.now += 1
                answer = device.ask(do=[word], at=lesson.room._hall.stand.at)
                if match.state.phase == Phase.MANAGE and device in others:
                    assert "no" in answer or word == "done" or word.startswith("manage ")
                else:
                    assert "no" in answer, (device.you, word)
        assert [turn.seat for turn in match.history[before:]] == []


def test_members_and_watchers_write_no_draft_and_take_no_office() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    (watcher,) = lesson.team(None)
    words = a_tender(lesson.match, 0)
    for device in (member, watcher):
        assert device.ask(draft=words)["why"] == "Only the captain of a team decides for it."
        assert "no" in device.ask(captain="take")
        assert "no" in device.ask(captain="give", to=device.you["number"])
    assert lesson.room.desk(0).words == ()
    assert captain.you["role"] == "captain"


def test_nobody_may_what_only_the_front_may() -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    for frame in ({"open": 1}, {"lock": 1}, {"back": 1}, {"clock": 9}, {"move": 1}, {"admit": 1}, {"do": ["open"], "at": 1}):
        answers = captain.send(id=50, **frame)
        assert answers
        assert all("yes" not in answer for answer in answers)
    assert not lesson.match.history


def test_a_role_is_checked_when_something_is_done_and_not_when_it_was_given() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    lesson.room.make_captain(member.you["number"])
    assert captain.ask(do=["train data"])["why"] == "Only the captain of a team decides for it."
    lesson.room.move(member.you["number"], 1)
    assert member.ask(do=["train data"])["why"] == "Another team decides now."


# ------------------------------------------------------------------------------------------------------------------------------ guess codes


def test_ten_wrong_codes_a_minute_from_an_address_and_then_a_rest() -> None:
    lesson = Lesson()
    ends = []
    for _ in range(12):
        device = lesson.device("10.9.9.9")
        device.send(hello={"room": "ZZZZZZ"})
        ends.append(device.ended)
    assert ends == ["unknown"] * 10 + ["busy"] * 2
    other = lesson.device("10.9.9.8")
    other.send(hello={"room": "ZZZZZZ"})
    assert other.ended == "unknown"


# ------------------------------------------------------------------------------------------------------------------------------------ flood


def flood(lesson: Lesson, device: Device, frames: int, seconds: float, text: str) -> int:
    """Send frames as fast as that; returns how many were answered or refused by name."""
    heard = len(device.heard)
    for _ in range(frames):
        lesson.clock.now += seconds / frames
        lesson.room.received(device.line, text)
    return len(device.heard) - heard


def test_a_device_that_floods_is_cut_and_kept_out_for_ten_seconds() -> None:
    lesson = Lesson()
    captain, other = lesson.team(0, 2)
    lesson.clock.now += 60
    answered = flood(lesson, captain, 1000, 1.0, '{"id":9,"do":["pass","pass"],"at":1}')
    assert captain.ended == "busy"
    assert answered <= 16
    assert captain.again().ended == "busy"
    lesson.clock.now += 11
    back = captain.again()
    assert back.ended is None
    assert back.you["role"] == "captain"
    assert other.ended is None


def test_nothing_is_sent_to_a_device_whose_line_was_ended() -> None:
    lesson = Lesson()
    captain, member, third = lesson.team(0, 3)
    member.send(hello={"room": "ZZZZZZ", "token": member.token})
    assert member.ended == "unknown"
    assert "yes" in captain.ask(captain="give", to=third.you["number"])
    lesson.room.make_captain(member.you["number"])
    lesson.room.set_clock(30)
    lesson.tick()
    assert member.again().you["role"] == "captain"


def test_a_hello_with_an_unknown_token_leaves_the_seat_that_was_on_the_line() -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    captain.hello("A" * 43)
    assert captain.you["role"] == "guest"
    assert not lesson.room.captain(0).awake  # type: ignore[union-attr]
    captain.send(hello={"room": "ZZZZZZ"})
    lesson.room.make_captain(member.you["number"])
    lesson.tick()
    assert captain.ended == "unknown"


def test_frames_after_the_cut_are_not_even_read() -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    flood(lesson, captain, 400, 0.1, '{"beat":1}')
    assert captain.ended == "busy"
    assert flood(lesson, captain, 400, 400.0, '{"id":5,"do":["train data"],"at":1}') == 0
    assert not lesson.match.history


def test_a_flood_of_one_device_takes_nothing_from_the_others() -> None:
    lesson = Lesson()
    captains = lesson.captains()
    for _ in range(3):
        for captain in captains[1:]:
            lesson.clock.now += 0.001
            lesson.room.received(captain.line, '{"beat":1}')
        flood(lesson, captains[3], 1000, 0.5, "[" * 8000)
    assert captains[3].ended == "busy"
    assert "yes" in captains[0].ask(do=["train data"])
    assert "yes" in captains[1].ask(do=["train data"])


def test_three_join_in_ten_seconds_from_an_address() -> None:
    lesson = Lesson()
    answers = []
    for _ in range(5):
        device = lesson.device("10.0.0.50").hello()
        answers.append("yes" in device.ask(join={"watch": 1}))
    assert answers == [True, True, True, False, False]


def test_behind_a_relay_a_whole_class_joins_in_the_same_moment_and_then_three_a_second() -> None:
    lesson = Lesson()

    def join(moment: float) -> bool:
        lesson.clock.now = moment
        device = lesson.device()
        lesson.room._hall.lines[device.line].address = ""
        device.hello()
        return "yes" in device.ask(join={"watch": 1})

    assert [join(1000.0) for _ in range(42)] == [True] * 40 + [False] * 2
    assert [join(1001.0) for _ in range(4)] == [True, True, True, False]


def test_lines_without_end_are_not_kept_open() -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    devices = [lesson.device("10.0.0.66") for _ in range(300)]
    assert [device.ended for device in devices].count("full") == 300 - 127
    for device in devices:
        device.gone()
    assert "yes" in captain.ask(do=["train data"])
    assert lesson.device().hello().you["role"] == "guest"


def test_the_room_holds_64_devices_and_a_team_eight() -> None:
    lesson = Lesson()
    for seat in range(4):
        lesson.team(seat, 8)
    extra = lesson.device().hello()
    assert "no" in extra.ask(join={"team": 2})
    lesson.team(None, 31)
    assert "yes" in extra.ask(join={"watch": 1})
    assert lesson.device().hello().ended == "full"
    assert len(lesson.room.members) == 64


# -------------------------------------------------------------------------------------------------------------------- big and broken frames


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, '{"hello":' * 100_000, "[" * 1_000_000, '{"id":1,"do":["' + "p" * 1_000_000 + '"],"at":1}']
)
def test_a_frame_of_a_megabyte_is_refused_by_its_size_alone(text: str) -> None:
    lesson = Lesson()
    (captain,) = lesson.team(0)
    assert captain.send_text(text) == [{"refused": "size"}]
    assert captain.ended is None


def test_a_frame_of_a_megabyte_costs_no_more_than_its_length() -> None:
    """Not a limit on time: the cost of a refused frame, held against that of one that is read, on the same machine in the same second."""
    lesson = Lesson()
    (captain,) = lesson.team(0)
    big = "é" * 1_000_000

    def cost(text: str) -> float:
        lesson.clock.now += 3600
        began = time.perf_counter()
        captain.send_text(text)
        return time.perf_counter() - began

    small = min(cost('{"id":' + str(number + 100) + ',"do":["pass","pass"],"at":1}') for number in range(5))
    assert min(cost(big) for _ in range(5)) < 50 * small


# ---------------------------------------------------------------------------------------------------------------------------------- scripts


PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{7*7}}",
    "{% raw %}",
    "'-alert(1)-'",
    "\u202e<b>",
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_of_a_device_comes_back_on_any_page_or_in_any_answer(payload: str) -> None:
    lesson = Lesson()
    captain, member = lesson.team(0, 2)
    before = len(lesson.outbox.raw)
    for frame in ({"draft": [payload]}, {"do": [payload]}, {"voice": {"winner": payload}}, {"voice": {"weights": payload}}):
        captain.send(id=secrets.randbelow(2**30) + 100, at=1, **frame)
    member.send(id=90, join={"team": payload})
    member.send(id=91, captain=payload)
    member.send(hello={"room": lesson.room.code, "token": member.token, "language": payload})
    lesson.tick()
    assert all(payload not in text for _, text, _ in lesson.outbox.raw[before:])


# ------------------------------------------------------------------------------------------------------------------------- what is kept out


def test_a_role_is_not_named_by_a_frame_but_given_by_the_room() -> None:
    lesson = Lesson()
    lesson.team(0)
    device = lesson.device()
    for hello in ({"role": "captain"}, {"seat": 0}, {"team": 0}, {"number": 1}):
        assert device.send(hello={"room": lesson.room.code, **hello}) == [{"refused": "keys"}]
    assert {Role(one.value) for one in Role} == set(Role)
    assert lesson.room.guests == 0


def random_frames(lesson: Lesson, chance: random.Random) -> dict[str, Any]:
    """A well-formed frame by chance."""
    words = a_tender(lesson.match, chance.randrange(4), chance)
    kinds: list[dict[str, Any]] = [
        {"do": words[: chance.randint(1, 3)]},
        {"draft": words[: chance.randint(0, 3)], "ready": chance.randint(0, 1)},
        {"do": [lesson.match.text_of(chance.choice(lesson.match.legal()))]},
        {"do": ["done"]},
        {"voice": {"winner": chance.choice(lesson.match.ids.suppliers)}},
        {"captain": "take"},
        {"join": {"team": chance.randrange(5)}},
    ]
    return chance.choice(kinds)


def test_whatever_well_formed_frames_come_only_the_deciding_captain_moves_the_game() -> None:
    chance, lesson = random.Random(8), Lesson(new_game(seed=3))
    devices = [device for seat in range(4) for device in lesson.team(seat, 2)] + lesson.team(None)
    for number in range(3000):
        if lesson.match.finished:
            break
        device = chance.choice(devices)
        turns, decider, phase = len(lesson.match.history), lesson.match.state.decider, lesson.match.state.phase
        device.id = number + 100
        frame = random_frames(lesson, chance)
        if "captain" not in frame and "join" not in frame:
            frame["at"] = lesson.room._hall.stand.at
        device.send(id=number + 100, **frame)
        lesson.clock.now += 1
        if len(lesson.match.history) > turns and phase != Phase.MANAGE:
            assert device.you["team"] == decider
            assert device.you["role"] == "captain"
    assert len(lesson.match.history) > 20
