"""The relay without a socket: tickets, codes, who is joined with whom, and what it refuses."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caffael.classroom.guard import DEVICES
from caffael.classroom.net.lines import Refused
from caffael.classroom.relay import rooms, wire
from caffael.classroom.relay.naming import public_name
from caffael.classroom.relay.rooms import EXPECTED, FREED, MOST_LINES, WRONG_A_MINUTE
from caffael.classroom.relay.tickets import LASTS, Tickets, new_key
from caffael.classroom.tokens import SIGNS, new_code
from tests.classroom.relay_kit import KEY, Bench, Clock, told

AWAY, BACK = {"away": 1}, {"back": 1}


def why(found: object) -> str:
    assert isinstance(found, Refused)
    return found.why


# Tickets


def test_a_ticket_gives_its_code_until_it_ends() -> None:
    tickets = Tickets(KEY)
    ticket = tickets.ticket("K7M2QX", 1000)
    assert tickets.code(ticket, 1000) == "K7M2QX"
    assert tickets.code(ticket, 1000 + LASTS) == "K7M2QX"
    assert tickets.code(ticket, 1001 + LASTS) is None


def test_no_ticket_is_forged_by_changing_one_sign() -> None:
    tickets = Tickets(KEY)
    ticket = tickets.ticket("K7M2QX", 1000)
    for place, sign in enumerate(ticket):
        for other in "A2.-z":
            if other != sign:
                assert tickets.code(ticket[:place] + other + ticket[place + 1 :], 1000) is None or ticket[-1] == sign


def test_a_ticket_of_another_relay_or_another_code_or_a_longer_life_is_none() -> None:
    tickets = Tickets(KEY)
    code, until, total = tickets.ticket("K7M2QX", 1000).split(".")
    assert Tickets(new_key().encode()).code(f"{code}.{until}.{total}", 1000) is None
    assert tickets.code(f"K7M2QY.{until}.{total}", 1000) is None
    assert tickets.code(f"{code}.{int(until) + 1}.{total}", 1000) is None
    assert tickets.code(f"{code}.{until}.", 1000) is None
    assert tickets.code("", 1000) is None


@given(st.text(max_size=80))
def test_no_text_at_all_is_a_ticket(text: str) -> None:
    assert Tickets(KEY).code(text, 1000) is None


def test_a_short_key_is_no_key() -> None:
    with pytest.raises(ValueError, match="32"):
        Tickets(b"short")


# Its name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://class.example.org", ("https", "class.example.org")),
        ("https://Class.example.org:443/", ("https", "class.example.org")),
        ("http://class.example.org:8400", ("http", "class.example.org:8400")),
        ("https://dosbarth.tŵr.cymru", ("https", "dosbarth.xn--tr-bva.cymru")),
    ],
)
def test_a_relay_is_known_under_the_name_that_browsers_say(address: str, name: tuple[str, str]) -> None:
    assert public_name(address) == name


# The wire


@given(
    st.lists(st.integers(0, 999_999_999), min_size=1, max_size=100),
    st.text(),
    st.sampled_from(["", "part:council", "v", "board"]),
    st.booleans(),
)
def test_a_frame_for_devices_is_read_as_it_was_written(numbers: list[int], text: str, kind: str, last: bool) -> None:
    assert wire.read_down(wire.down(numbers, text, kind, last)) == (tuple(numbers), kind, last, text)


@given(st.text())
def test_anything_else_is_no_frame_and_does_no_harm(text: str) -> None:
    for read in (wire.read_down, wire.read_up, wire.read_own):
        read(text)


def test_what_a_device_sent_reaches_the_board_as_it_was() -> None:
    assert wire.read_up('7 {"id":1} 2') == ("", 7, '{"id":1} 2')
    assert wire.read_up("+7") == ("+", 7, "")
    assert wire.read_up("-7") == ("-", 7, "")
    assert wire.read_up("seven {}") is None


# Joined


def test_board_and_device_meet_by_the_code_and_hear_each_other() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    device.receive('{"hello":1}')
    assert board.take() == ["+1", '1 {"hello":1}']
    board.receive('1 {"you":1}')
    board.receive('1:v {"v":1}')
    board.receive('1:v {"v":2}')
    assert told(device) == [{"you": 1}, {"v": 2}]
    device.close()
    assert board.take() == ["-1"]


def test_one_frame_of_the_board_goes_to_all_it_names() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    devices = [bench.let_in(code) for _ in range(3)]
    board.receive('1,3:v {"v":5}')
    assert [told(device) for device in devices] == [[{"v": 5}], [], [{"v": 5}]]


def test_rooms_hear_nothing_of_each_other() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    other, other_code, _ = bench.board()
    here, there = bench.let_in(code), bench.let_in(other_code)
    other.receive('1,2,3 {"v":1}')
    other.receive("-1 {}")
    there.receive('{"id":1}')
    assert told(here) == []
    assert board.take() == ["+1"]


def test_a_code_may_be_typed_in_small_letters() -> None:
    bench = Bench()
    _, code, _ = bench.board()
    assert told(bench.let_in(code.lower())) == []


def test_the_board_sends_a_device_away_by_a_last_frame() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    board.receive('-1 {"end":"sent"}')
    board.receive('1 {"v":1}')
    assert told(device) == [{"end": "sent"}]
    assert device.ending


def test_a_board_that_closes_its_room_frees_the_code_and_its_devices_are_told() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    board.receive(wire.own(closed=1))
    assert told(device) == [{"end": "closed"}]
    assert why(bench.device(code)) == "unknown"


# Lost and found


def test_devices_wait_while_the_board_is_away_and_begin_anew_when_it_is_back() -> None:
    bench = Bench()
    board, code, ticket = bench.board()
    device = bench.let_in(code)
    board.close()
    late = bench.let_in(code)
    assert told(device) == [AWAY]
    assert told(late) == [AWAY]
    device.receive('{"id":1}')
    bench.board(ticket)
    assert bench.told == ["+1", "+2"]
    assert told(device) == told(late) == [BACK]


def test_a_code_is_free_half_an_hour_after_its_board_was_lost_and_not_before() -> None:
    bench = Bench()
    board, code, ticket = bench.board()
    device = bench.let_in(code)
    board.close()
    bench.clock.now += FREED - 1
    bench.relay.tick()
    assert told(device) == [AWAY]
    bench.clock.now += 1
    bench.relay.tick()
    assert told(device) == [{"end": "closed"}]
    assert code not in bench.relay.rooms
    _, again, _ = bench.board(ticket)
    assert again == code


def test_a_code_that_no_board_claims_is_soon_free() -> None:
    bench = Bench()
    opened = bench.relay.open_room("10.0.0.1")
    assert not isinstance(opened, Refused)
    bench.clock.now += EXPECTED
    bench.relay.tick()
    assert bench.relay.rooms == {}


def test_after_a_new_start_of_the_relay_the_ticket_brings_the_code_back_and_devices_waited() -> None:
    clock = Clock()
    before = Bench(clock=clock)
    _, code, ticket = before.board()
    after = Bench(clock=clock, fresh=True)
    device = after.let_in(code)
    assert told(device) == [AWAY]
    board, again, _ = after.board(ticket)
    assert again == code
    assert after.told == ["+1"]
    assert told(device) == [BACK]
    device.receive('{"hello":1}')
    assert board.take() == ['1 {"hello":1}']


def test_devices_that_waited_for_a_board_that_never_came_are_told_so() -> None:
    bench = Bench(fresh=True)
    device = bench.let_in("K7M2QX")
    bench.clock.now += EXPECTED
    bench.relay.tick()
    assert told(device)[-1] == {"end": "unknown"}
    assert why(bench.device("K7M2QX")) == "unknown"


def test_what_is_no_code_is_never_waited_for() -> None:
    bench = Bench(fresh=True)
    for text in ("", "K7M2Q", "K7M2QXX", "K7M2Q0", "K7M2QI", "../../", "K7M2Q\n"):
        assert why(bench.device(text)) == "unknown"


def test_a_forged_ticket_gets_no_code_and_takes_none_away() -> None:
    bench = Bench()
    board, code, ticket = bench.board()
    for forged in (ticket[:-2] + "AA", ticket.replace(code, "K7M2QX"), "", "{}", f"{code}.99999999999.{'A' * 43}"):
        thief = bench.relay.open_board(code, lambda: None)
        thief.receive(wire.own(ticket=forged))
        assert [wire.read_own(text) for text in thief.take()] == [{"end": "ticket"}]
        assert thief.ending
    assert bench.relay.rooms[code].board is board
    assert bench.relay.figures.refused["ticket"] == 5


def test_a_ticket_opens_its_own_code_and_no_other() -> None:
    bench = Bench()
    _, code, _ = bench.board()
    _, _, other = bench.board()
    thief = bench.relay.open_board(code, lambda: None)
    thief.receive(wire.own(ticket=other))
    assert [wire.read_own(text) for text in thief.take()] == [{"end": "ticket"}]


def test_before_its_ticket_a_board_reaches_no_device() -> None:
    bench = Bench()
    _, code, _ = bench.board()
    device = bench.let_in(code)
    thief = bench.relay.open_board(code, lambda: None)
    thief.receive('1 {"v":1}')
    thief.receive('1 {"v":1}')
    assert told(device) == []


def test_the_newest_board_with_the_ticket_has_the_room_and_the_older_is_told() -> None:
    bench = Bench()
    old, code, ticket = bench.board()
    device = bench.let_in(code)
    new, _, _ = bench.board(ticket)
    assert [wire.read_own(text) for text in old.take()][-1] == {"end": "elsewhere"}
    old.close()
    old.receive('1 {"v":1}')
    device.receive('{"hello":1}')
    assert new.take() == ['1 {"hello":1}']
    assert told(device) == [BACK]


# Too much


def test_a_guess_of_codes_is_slowed_and_never_locks_a_class_out() -> None:
    bench = Bench()
    _, code, _ = bench.board()
    _, later, _ = bench.board()
    school = "192.0.2.7"
    bench.let_in(code, school)
    answers = [why(bench.device(new_code(), school)) for _ in range(WRONG_A_MINUTE + 10)]
    assert answers == ["unknown"] * WRONG_A_MINUTE + ["busy"] * 10
    assert not isinstance(bench.device(code, school), Refused)
    assert why(bench.device(later, school)) == "busy"
    assert not isinstance(bench.device(later, "192.0.2.8"), Refused)
    bench.clock.now += 61
    assert not isinstance(bench.device(later, school), Refused)


def test_guessing_a_whole_day_from_one_address_finds_one_room_in_thousands_of_days() -> None:
    """60 guesses a minute among 887 million codes, with 300 rooms open: a hit in some 34 days of guessing without pause."""
    codes = len(SIGNS) ** 6
    assert 30 < codes / 300 / (WRONG_A_MINUTE * 60 * 24) < 40


def test_a_whole_class_comes_at_once_and_a_stranger_cannot_fill_its_door() -> None:
    bench = Bench()
    _, code, _ = bench.board()
    lines = [bench.let_in(code) for _ in range(DEVICES)]
    assert why(bench.device(code)) == "busy"
    bench.clock.now += 1
    assert [isinstance(bench.device(code), Refused) for _ in range(4)] == [False] * 3 + [True]
    for line in lines:
        line.close()


def test_a_room_has_lines_for_its_devices_and_a_few_more() -> None:
    bench = Bench()
    _, code, _ = bench.board()
    for _ in range(MOST_LINES):
        bench.clock.now += 1
        bench.let_in(code)
    bench.clock.now += 1
    assert why(bench.device(code)) == "full"


def test_a_device_that_floods_is_cut_before_the_board_hears_of_it() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    for _ in range(1000):
        bench.clock.now += 0.001
        device.receive('{"id":1}')
    assert len(board.take()) < 20
    assert told(device) == [{"end": "busy"}]


def test_a_large_frame_of_a_device_ends_it() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    device.receive("x" * 9000)
    assert told(device) == [{"end": "busy"}]
    assert board.take() == ["+1"]


def test_a_device_that_takes_nothing_is_cut_and_its_neighbours_are_not() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    slow, quick = bench.let_in(code), bench.let_in(code)
    seen = 0
    for number in range(40):
        board.receive(f'1,2 {{"yes":{number}}}')
        seen += len(told(quick))
    assert seen == 40
    assert told(slow) == [{"end": "slow"}]


def test_pages_pile_up_for_nobody() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    for number in range(10_000):
        bench.clock.now += 0.01
        board.receive(f'1:part:council {{"v":{number}}}')
    assert told(device) == [{"v": 9999}]


def test_pages_of_a_board_that_means_no_good_do_not_fill_the_memory() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    for number in range(10):
        board.receive(f"1:part:p{number} {'x' * 300_000}")
    assert [json.loads(text) for text in device.take()] == [{"end": "slow"}]


def test_one_large_page_is_no_fault() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    for number in range(10):
        board.receive(f"1:part:p{number} {'x' * 300_000}")
        assert len(device.take()) == 1


def test_a_board_that_sends_without_end_is_cut_and_its_devices_wait() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    for number in range(3_000):
        board.receive(f'1:v {{"v":{number}}}')
    assert [wire.read_own(text) for text in board.take()] == [{"end": "busy"}]
    assert told(device) == [{"v": 1999}, AWAY]


def test_a_board_that_takes_nothing_is_let_go_and_its_room_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "BOARD_WAITS", 5)
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    for _ in range(6):
        bench.clock.now += 1
        device.receive('{"id":1}')
    assert [wire.read_own(text) for text in board.take()] == [{"end": "slow"}]
    assert told(device) == [AWAY]


def test_one_address_opens_no_more_rooms_than_a_school_needs() -> None:
    bench = Bench()
    answers = [isinstance(bench.relay.open_room("10.0.0.1"), Refused) for _ in range(70)]
    assert answers == [False] * 60 + [True] * 10
    assert not isinstance(bench.relay.open_room("10.0.0.2"), Refused)


def test_a_relay_makes_codes_of_its_own_shard_alone() -> None:
    bench = Bench()
    bench.relay.signs = "QR"
    opened = bench.relay.open_room("10.0.0.1")
    assert not isinstance(opened, Refused)
    assert opened[0][0] in "QR"
    ticket = bench.relay.tickets.ticket("A7M2QX", bench.clock.now)
    line = bench.relay.open_board("A7M2QX", lambda: None)
    line.receive(wire.own(ticket=ticket))
    assert [wire.read_own(text) for text in line.take()] == [{"end": "ticket"}]


def test_no_two_rooms_have_one_code() -> None:
    bench = Bench()
    codes = set()
    for number in range(300):
        opened = bench.relay.open_room(f"10.0.1.{number}")
        assert not isinstance(opened, Refused)
        codes.add(opened[0])
    assert len(codes) == len(bench.relay.rooms) == 300


def test_frames_are_passed_on_as_they_are_and_never_read() -> None:
    bench = Bench()
    board, code, _ = bench.board()
    device = bench.let_in(code)
    odd = '{"anything": "\u2028 at all", [broken'
    device.receive(odd)
    assert board.take() == ["+1", f"1 {odd}"]
    board.receive(f"1 {odd}")
    assert device.take() == [odd]
    with pytest.raises(ValueError, match="Expecting"):
        json.loads(odd)
