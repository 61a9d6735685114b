"""Frames are read strictly: what is not named is refused by name, whatever is sent."""

import json
import os
import random
import string
from typing import Any

import pytest

from caffael.classroom.frames import MOST_BYTES, Act, Beat, Draft, Hello, Join, Office, Refused, Voice, read_frame
from tests.classroom.class_of import Device, Lesson, a_tender

FUZZED = int(os.environ.get("CAFFAEL_FUZZED", "4000"))
TOKEN = "a" * 43


def read(**said: Any) -> object:
    return read_frame(json.dumps(said))


def why_refused(text: str) -> str:
    with pytest.raises(Refused) as fault:
        read_frame(text)
    return str(fault.value.args[0])


def test_the_frames_of_the_design_are_read_as_they_stand_there() -> None:
    hello = read(hello={"room": "K7M2QX", "token": TOKEN, "have": {"council": "a41f"}, "language": "cy", "large": 1})
    assert hello == Hello("K7M2QX", TOKEN, {"council": "a41f"}, "cy", True)
    assert read(id=7, join={"team": 2}) == Join(7, 2)
    assert read(id=7, join={"watch": 1}) == Join(7)
    assert read(id=7, join={"card": "0412"}) == Join(7, None, "0412")
    words = ("tender school-milk", "route open", "weights 10/20/0/70")
    assert read(id=8, draft=words, at=131) == Draft(8, words, 131)
    assert read(id=8, draft=[], at=131, ready=1) == Draft(8, (), 131, True)
    assert read(id=9, do=words, at=131) == Act(9, words, 131)
    assert read(id=10, voice={"weights": "40/20/20/20", "winner": "gardd-wen"}, at=131) == Voice(10, "40/20/20/20", "gardd-wen", 131)
    assert read(id=12, captain="take") == Office(12)
    assert read(id=12, captain="give", to=3) == Office(12, 3)
    assert read(beat=3) == Beat(3)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "json"),
        ("{", "json"),
        ("[]", "json"),
        ("7", "json"),
        ('"hello"', "json"),
        ("{}", "frame"),
        ('{"beat":NaN}', "json"),
        ('{"beat":1.5}', "json"),
        ('{"beat":1,"beat":2}', "json"),
        ('{"beat":-1}', "beat"),
        ('{"beat":true}', "beat"),
        ('{"beat":"1"}', "beat"),
        ('{"beat":99999999999}', "beat"),
        ('{"beat":1,"more":1}', "keys"),
        ('{"hello":{}}', "keys"),
        ('{"hello":7}', "hello"),
        ('{"hello":{"room":"K7M2QX","admin":1}}', "keys"),
        ('{"hello":{"room":"k7m2qx"}}', "room"),
        ('{"hello":{"room":["K7M2QX"]}}', "room"),
        ('{"hello":{"room":"K7M2QX","token":"short"}}', "token"),
        ('{"hello":{"room":"K7M2QX","token":"' + "a" * 44 + '"}}', "token"),
        ('{"hello":{"room":"K7M2QX","language":"fr"}}', "language"),
        ('{"hello":{"room":"K7M2QX","have":{"../etc":"a"}}}', "have"),
        ('{"hello":{"room":"K7M2QX","have":{"top":"<b>"}}}', "have"),
        ('{"hello":{"room":"K7M2QX","have":{"top":{"top":{"top":{}}}}}}', "have"),
        ('{"hello":{"room":"K7M2QX","large":2}}', "large"),
        ('{"id":1}', "frame"),
        ('{"do":["pass"],"at":1}', "frame"),
        ('{"id":0.5,"do":["pass"],"at":1}', "json"),
        ('{"id":1,"do":["pass"]}', "at"),
        ('{"id":1,"do":["pass"],"at":1,"seat":2}', "keys"),
        ('{"id":1,"do":[],"at":1}', "do"),
        ('{"id":1,"do":"pass","at":1}', "do"),
        ('{"id":1,"do":[["pass"]],"at":1}', "do"),
        ('{"id":1,"do":[""],"at":1}', "do"),
        ('{"id":1,"do":["a\\u0000b"],"at":1}', "do"),
        ('{"id":1,"do":["' + "p" * 81 + '"],"at":1}', "do"),
        (json.dumps({"id": 1, "do": ["pass"] * 13, "at": 1}), "do"),
        ('{"id":1,"do":["pass"],"draft":[],"at":1}', "keys"),
        ('{"id":1,"draft":[],"at":1,"ready":2}', "ready"),
        ('{"id":1,"voice":{},"at":1}', "voice"),
        ('{"id":1,"voice":{"seat":2},"at":1}', "keys"),
        ('{"id":1,"voice":{"weights":7},"at":1}', "weights"),
        ('{"id":1,"join":{}}', "join"),
        ('{"id":1,"join":{"team":-1}}', "team"),
        ('{"id":1,"join":{"team":1,"watch":1}}', "join"),
        ('{"id":1,"join":{"watch":true}}', "join"),
        ('{"id":1,"join":{"card":"12345"}}', "card"),
        ('{"id":1,"join":{"card":"١٢٣٤"}}', "card"),
        ('{"id":1,"captain":"make"}', "captain"),
        ('{"id":1,"captain":"give"}', "keys"),
        ('{"id":1,"open":1}', "frame"),
    ],
)
def test_what_is_not_named_is_refused_by_name(text: str, why: str) -> None:
    assert why_refused(text) == why


def test_a_frame_of_more_than_8_kib_is_refused_before_it_is_read() -> None:
    assert why_refused('{"beat":1' + " " * MOST_BYTES + "}") == "size"
    assert why_refused('{"beat":' + "é" * (MOST_BYTES // 2) + "}") == "size"


def test_a_frame_nested_without_end_is_refused() -> None:
    assert why_refused("[" * MOST_BYTES) == "json"
    assert why_refused('{"a":' * 1300 + "1" + "}" * 1300) in ("frame", "json")


def test_the_largest_frame_that_a_page_sends_is_under_1_kb() -> None:
    words = [f"manage {'need-with-a-long-name' * 2}"] * 8 + ["done"]
    assert len(json.dumps({"id": 2**31 - 1, "do": words, "at": 2**53})) < 1024


def fuzzed(chance: random.Random, good: list[str]) -> str:
    """A frame that somebody might send: a good one that was bent, pieces of JSON at random, or any signs at all."""
    kind = chance.randrange(4)
    if kind == 0:
        text = list(chance.choice(good))
        for _ in range(chance.randint(1, 4)):
            text[chance.randrange(len(text))] = chance.choice('{}[]",:0129etrufals \\u\x00é')
        return "".join(text)
    if kind == 1:
        return json.dumps(anything(chance, 0))
    if kind == 2:
        frame = json.loads(chance.choice(good))
        key = chance.choice(list(frame))
        frame[key] = anything(chance, 1)
        if chance.random() < 0.3:
            frame[chance.choice(["seat", "token", "open", "admin", "hello", "do", "id"])] = anything(chance, 2)
        return json.dumps(frame)
    return "".join(chance.choice(string.printable + "ŵŷ漢\u202e\ud800") for _ in range(chance.randrange(60)))


def anything(chance: random.Random, depth: int) -> Any:
    """Any JSON value."""
    kinds = 8 if depth < 4 else 6
    kind = chance.randrange(kinds)
    if kind == 0:
        return chance.choice([0, 1, -1, 2**31, 2**63, -(2**70), 10**30])
    if kind == 1:
        return chance.choice([True, False, None, 0.5, 1e308])
    if kind in (2, 3, 4, 5):
        return chance.choice(
            ["", "pass", "done", "take", "K7M2QX", "weights 40/20/20/20", "tender x", "<script>", "../..", "\x00", "a" * 90]
        )
    if kind == 6:
        return [anything(chance, depth + 1) for _ in range(chance.randrange(4))]
    keys = ["hello", "id", "join", "draft", "do", "voice", "captain", "beat", "at", "room", "token", "team", "card", "watch", "have", "x"]
    return {chance.choice(keys): anything(chance, depth + 1) for _ in range(chance.randrange(5))}


def test_no_frame_brings_the_room_to_grief_or_changes_what_its_sender_may_not() -> None:
    """CAFFAEL_FUZZED=100000 is a long look."""
    chance = random.Random(7)
    lesson = Lesson()
    captains = lesson.captains()
    watcher = lesson.team(None)[0]
    match = lesson.match
    seen = set()
    for number in range(FUZZED):
        device = chance.choice([*captains, watcher])
        if device.ended is not None:  # a bent hello may end its line
            device = chance.choice(captains)
        good = [
            json.dumps({"id": number + 1000, "do": a_tender(match, chance.randrange(4), chance), "at": 1}),
            json.dumps({"id": number + 1000, "draft": a_tender(match, chance.randrange(4), chance), "at": 1, "ready": 1}),
            json.dumps({"id": number + 1000, "voice": {"weights": "40/20/20/20"}, "at": 1}),
            json.dumps({"id": number + 1000, "join": {"team": 1}}),
            json.dumps({"id": number + 1000, "captain": "take"}),
            json.dumps({"hello": {"room": lesson.room.code, "token": TOKEN}}),
            json.dumps({"beat": 1}),
        ]
        decider, turns = match.state.decider, len(match.history)
        answers = send(lesson, device, fuzzed(chance, good))
        seen |= {next(iter(answer)) for answer in answers}
        if len(match.history) > turns:
            assert device.you["role"] == "captain"
            assert device.you["team"] == decider
            assert all(turn.seat == decider for turn in match.history[turns:])
        if device.ended is not None and device in captains:
            captains[captains.index(device)] = device.again()
    assert {"refused", "no"} <= seen


def send(lesson: Lesson, device: Device, text: str) -> list[dict[str, Any]]:
    """Send a text; returns what came back."""
    lesson.clock.now += 1
    return device.send_text(text)
