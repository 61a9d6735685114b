"""The board's line to a relay, without a socket: what it does next, how it comes back, and what it sends."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caffael.browser import wire as tab_wire
from caffael.browser.uplink import TabUplink
from caffael.classroom.net.lines import Line
from caffael.classroom.relay import wire
from caffael.classroom.uplink import (
    BACK_OFF,
    MOST_BATCH,
    SPREAD,
    Ask,
    Dial,
    Knock,
    Rest,
    UplinkDoorway,
    Wait,
    batches,
    relay_address,
)
from tests.classroom.net_kit import EchoRoom
from tests.classroom.relay_kit import Bench, Clock, told

RELAY = "https://class.example.org"
ANSWER = '{"code":"K7M2QX","ticket":"a ticket"}'
CLAIMED = wire.own(code="K7M2QX", ticket="another ticket")


class Board:
    """An uplink whose clock a test turns."""

    def __init__(self, ticket: str = "", code: str = "") -> None:
        self.clock = Clock()
        self.woken = 0
        self.uplink = UplinkDoorway(RELAY, self.wake, ticket=ticket, code=code, clock=self.clock, chance=random.Random(1))
        self.room = EchoRoom(self.uplink)

    def wake(self) -> None:
        self.woken += 1

    def drain(self) -> None:
        self.uplink.drain(self.room)

    def opened(self) -> "Board":
        """The same, once the relay has given it its code."""
        self.uplink.next()
        self.uplink.answered(200, ANSWER)
        self.uplink.next()
        self.uplink.began()
        self.uplink.heard(CLAIMED)
        assert self.uplink.open
        return self


def test_a_new_room_asks_for_its_code_and_shows_its_ticket() -> None:
    board = Board()
    uplink = board.uplink
    assert uplink.next() == Ask(f"{RELAY}/room")
    assert "Reaching" in uplink.state
    uplink.answered(200, ANSWER)
    assert (uplink.code, uplink.ticket) == ("K7M2QX", "a ticket")
    assert uplink.next() == Dial("wss://class.example.org/r/K7M2QX/board")
    assert wire.read_own(uplink.began()) == {"ticket": "a ticket"}
    uplink.heard(CLAIMED)
    assert uplink.open
    assert uplink.ticket == "another ticket"
    assert (uplink.address, uplink.link) == ("class.example.org", f"{RELAY}/r/K7M2QX")
    assert board.woken


def test_a_kept_ticket_needs_no_new_code() -> None:
    board = Board(ticket="K7M2QX.1.x")
    assert board.uplink.next() == Dial("wss://class.example.org/r/K7M2QX/board")
    assert board.uplink.code == "K7M2QX"


def test_it_is_tried_again_at_once_and_then_ever_later_but_never_later_than_eight_seconds() -> None:
    board = Board(ticket="K7M2QX.1.x")
    for number in range(12):
        board.uplink.next()
        board.uplink.lost()
        step = board.uplink.next()
        pause = step.seconds if isinstance(step, Wait) else 0.0
        meant = BACK_OFF[min(number, len(BACK_OFF) - 1)]
        assert meant * (1 - SPREAD) <= pause <= meant * (1 + SPREAD)
        board.clock.now += pause
    assert "tried again and again" in board.uplink.state


def test_after_two_sockets_that_were_cut_plain_requests_are_tried_and_then_each_in_turn() -> None:
    board = Board(ticket="K7M2QX.1.x")
    kinds = []
    for _ in range(6):
        board.clock.now += 10
        kinds.append(type(board.uplink.next()))
        board.uplink.lost()
    assert kinds == [Dial, Dial, Knock, Dial, Knock, Dial]


def test_where_plain_requests_were_the_way_they_are_tried_first_the_next_time() -> None:
    board = Board(ticket="K7M2QX.1.x")
    for _ in range(3):
        board.clock.now += 10
        step = board.uplink.next()
        if not isinstance(step, Knock):
            board.uplink.lost()
    board.uplink.began()
    board.uplink.heard(CLAIMED)
    assert "cuts WebSockets" in board.uplink.state
    board.uplink.lost()
    board.clock.now += 10
    assert isinstance(board.uplink.next(), Knock)


def test_a_line_that_is_lost_takes_its_devices_along_and_they_come_back_as_new_ones() -> None:
    board = Board().opened()
    board.uplink.heard("+7")
    board.uplink.heard('7 {"hello":{}}')
    board.drain()
    board.uplink.lost()
    board.drain()
    assert board.room.kinds() == ["opened", "received", "closed"]
    board.uplink.next()
    board.uplink.began()
    board.uplink.heard(CLAIMED)
    board.uplink.heard("+8")
    board.drain()
    assert board.room.happened[-1] == ("opened", 2, "")


def test_frames_of_devices_that_are_gone_are_swallowed() -> None:
    board = Board().opened()
    board.uplink.heard('9 {"hello":{}}')
    board.uplink.heard("-9")
    board.uplink.heard("nonsense")
    board.uplink.put(5, {"v": 1})
    board.uplink.end(5, "sent")
    board.drain()
    assert board.room.happened == []
    assert board.uplink.outgoing() == []


def test_what_goes_to_several_devices_is_sent_once_and_each_ones_order_is_kept() -> None:
    board = Board().opened()
    for number in (3, 5, 9):
        board.uplink.heard(f"+{number}")
    same: dict[str, object] = {"v": 2, "parts": {"top": "x"}}
    board.uplink.put(1, {"yes": 1})
    for line in (1, 2, 3):
        board.uplink.put(line, same, "part:top")
    board.uplink.end(2, "sent")
    assert board.uplink.outgoing() == [
        '3 {"yes":1}',
        '5,9:part:top {"v":2,"parts":{"top":"x"}}',
        '-5 {"end":"sent"}',
        '3:part:top {"v":2,"parts":{"top":"x"}}',
    ]


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["", "v", "part:top"]), st.integers(0, 3)), max_size=40))
def test_through_a_relay_each_device_gets_what_it_would_get_without_one(puts: list[tuple[int, str, int]]) -> None:
    bench = Bench()
    board, code, _ = bench.board()
    devices = {number: bench.let_in(code) for number in range(1, 5)}
    uplink = UplinkDoorway(RELAY)
    uplink.phase = "open"
    for text in board.take():
        uplink.heard(text)
    for line, kind, what in puts:
        uplink.put(line, {"v": what, "kind": kind}, kind)
    for text in uplink.outgoing():
        board.receive(text)
    for number, device in devices.items():
        mine = [(kind, what) for line, kind, what in puts if line == number]
        latest = [one for place, one in enumerate(mine) if not one[0] or one[0] not in [kind for kind, _ in mine[place + 1 :]]]
        if sum(not kind for kind, _ in mine) <= 32:
            assert [(frame["kind"], frame["v"]) for frame in told(device)] == latest


def test_a_relay_that_knows_no_such_ticket_ends_it_with_a_sentence() -> None:
    board = Board(ticket="K7M2QX.1.x")
    board.uplink.next()
    board.uplink.began()
    board.uplink.heard(wire.own(end="ticket"))
    assert board.uplink.next() == Rest()
    assert "doesn't know this room" in board.uplink.state
    board.uplink.lost()
    assert board.uplink.next() == Rest()


ANSWERS = [(404, "", "ended"), (405, "", "ended"), (200, "<html>", "ended"), (429, "", "lost"), (502, "", "lost")]


@pytest.mark.parametrize(("status", "body", "phase"), ANSWERS)
def test_what_answers_like_no_relay_is_named_and_what_may_recover_is_tried_again(status: int, body: str, phase: str) -> None:
    board = Board()
    board.uplink.next()
    board.uplink.answered(status, body)
    assert board.uplink.phase == phase


def test_a_room_that_is_closed_says_so_to_the_relay_and_rests() -> None:
    board = Board().opened()
    board.uplink.heard("+1")
    board.uplink.end(1, "closed")
    assert board.uplink.stopped() == ['-1 {"end":"closed"}', wire.own(closed=1)]
    assert board.uplink.next() == Rest()
    assert board.uplink.stopped() == []


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("class.example.org", RELAY),
        (" https://Class.example.org/ ", RELAY),
        ("https://class.example.org/r/K7M2QX", RELAY),
        ("class.example.org:8443", "https://class.example.org:8443"),
        ("127.0.0.1:8400", "http://127.0.0.1:8400"),
        ("localhost:8400", "http://localhost:8400"),
        ("http://10.0.0.5:8400", "http://10.0.0.5:8400"),
    ],
)
def test_an_address_may_be_typed_as_people_type_it(typed: str, address: str) -> None:
    assert relay_address(typed) == address


@given(st.lists(st.text(alphabet="aŵ", max_size=30)))
def test_batches_hold_every_frame_in_order(frames: list[str]) -> None:
    assert [frame for body in batches(frames) for frame in body.split("\n")] == frames


def test_a_batch_is_no_larger_than_a_relay_takes() -> None:
    found = batches(["x" * 100_000] * 7)
    assert all(len(body) <= MOST_BATCH + 10 for body in found)
    assert len(found) == 4


# In a tab


class Net:
    """What page/net.js does, without a browser: it joins the tab to a relay in this process."""

    origin = RELAY

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.done: list[tuple[str, object]] = []
        self.line: Line | None = None
        self.uplink: TabUplink | None = None
        self.free = True

    def tell(self, what: str, text: str = "", status: int = 0) -> None:
        assert self.uplink is not None
        self.uplink.take({"kind": "net", "what": what, "text": text, "status": status})

    def ask(self, url: str) -> None:
        self.done.append(("ask", url))
        code, ticket = self.bench.relay.open_room("10.0.0.1")  # type: ignore[misc]
        self.tell("answer", json.dumps({"code": code, "ticket": ticket}), 200)

    def dial(self, url: str) -> None:
        self.done.append(("dial", url))
        self.line = self.bench.relay.open_board(url.split("/")[4], lambda: None)
        self.tell("began")
        self.pump()

    def knock(self, up: str, down: str, name: str) -> None:
        self.done.append(("knock", (up, down, name)))

    def send(self, text: str) -> None:
        self.done.append(("send", text))
        if self.line is not None:
            self.line.receive(text)

    def wait(self, milliseconds: int) -> None:
        self.done.append(("wait", milliseconds))

    def soon(self, milliseconds: int) -> None:
        self.done.append(("soon", milliseconds))

    def end(self) -> None:
        self.done.append(("end", None))

    def pump(self) -> None:
        """Let what the relay has for the board arrive."""
        assert self.line is not None
        for text in self.line.take():
            self.tell("heard", text)


@pytest.fixture
def net() -> Iterator[Net]:
    """A tab's way to a relay."""
    before = (tab_wire.canvas, tab_wire._page, tab_wire.net)
    found = Net(Bench())
    tab_wire.use(None, lambda kind, message: None, found)
    yield found
    tab_wire.use(*before)


def test_a_board_in_a_tab_owns_a_room_by_the_browsers_own_requests(net: Net) -> None:
    uplink = net.uplink = TabUplink(RELAY)
    room = EchoRoom(uplink)
    uplink.start()
    assert uplink.open
    device = net.bench.let_in(uplink.code)
    device.receive('{"id":3}')
    net.pump()
    uplink.drain(room)
    assert ("soon", 0) in net.done
    net.tell("send")
    assert told(device) == [{"yes": 3}]
    uplink.stop()
    assert told(device) == [{"end": "closed"}]
    assert net.done[-1] == ("end", None)


def test_a_tab_whose_socket_is_full_sends_later(net: Net) -> None:
    uplink = net.uplink = TabUplink(RELAY)
    uplink.start()
    device = net.bench.let_in(uplink.code)
    net.pump()
    net.free = False
    uplink.put(1, {"v": 1}, "v")
    net.tell("send")
    assert net.done[-1][0] == "soon"
    uplink.put(1, {"v": 2}, "v")
    net.free = True
    net.tell("send")
    assert told(device) == [{"v": 2}]


def test_a_tab_that_loses_its_line_waits_and_dials_again(net: Net) -> None:
    uplink = net.uplink = TabUplink(RELAY)
    uplink.start()
    code = uplink.code
    net.tell("lost")
    while net.done[-1][0] == "wait":
        uplink._again_at = 0.0
        net.tell("due")
    assert uplink.open
    assert uplink.code == code
    lost: Any = [kind for kind, _ in net.done].count("dial")
    assert lost == 2
