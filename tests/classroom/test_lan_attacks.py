"""What somebody on the same Wi-Fi can try against the board's own server, row by row of the attacker's table."""

import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from caffael.classroom.doorway import MOST_LINES
from caffael.classroom.guard import BURST
from caffael.classroom.outbox import MOST_WAITING
from tests.classroom.net_kit import deaf, device, get, heard, is_closed, lan, post, said, wait_until

EVIL = "evil.example"
LINE = "a-line-of-a-device"


# Under whose name, and from whose page


def test_a_request_under_a_foreign_name_is_misdirected() -> None:
    with lan() as (doorway, _):
        for host in (EVIL, f"{EVIL}:{doorway.port}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1:{doorway.port}.{EVIL}"):
            status, headers, body = get(doorway.port, "/", Host=host)
            assert (status, body) == (421, b"")
            assert headers["content-security-policy"].startswith("default-src 'none'")


def test_a_request_without_a_name_or_with_two_is_refused() -> None:
    with lan() as (doorway, _):
        ours = f"127.0.0.1:{doorway.port}"
        for hosts in ("", f"Host: {ours}\r\nHost: {EVIL}\r\n", f"Host: {EVIL}\r\nHost: {ours}\r\n"):
            with said(doorway.port, f"GET / HTTP/1.1\r\n{hosts}\r\n".replace("\r\n", "\n"), end=False) as raw:
                assert raw.recv(100).split()[1] in (b"400", b"421")


def test_a_foreign_page_reaches_nothing() -> None:
    with lan() as (doorway, room):
        ours = f"http://127.0.0.1:{doorway.port}"
        for origin in (f"http://{EVIL}", "null", f"https://127.0.0.1:{doorway.port}", f"{ours}.{EVIL}", f"{ours}/", "http://127.0.0.1"):
            assert get(doorway.port, "/", Origin=origin)[0] == 403
            assert post(doorway.port, "/up", "{}", X_Line=LINE, Origin=origin)[0] == 403
            with pytest.raises(InvalidStatus) as refused:
                device(doorway.port, origin=origin)
            assert refused.value.response.status_code == 403
        assert room.happened == []


def test_name_and_page_that_are_both_evil_and_equal_reach_nothing() -> None:
    with lan() as (doorway, room):
        evil = f"{EVIL}:{doorway.port}"
        assert get(doorway.port, "/", Host=evil, Origin=f"http://{evil}")[0] == 421
        assert post(doorway.port, "/up", "{}", X_Line=LINE, Host=evil, Origin=f"http://{evil}")[0] == 421
        upgrade = "Upgrade: websocket\nConnection: Upgrade\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nSec-WebSocket-Version: 13"
        with said(doorway.port, f"GET /line HTTP/1.1\nHost: {evil}\nOrigin: http://{evil}\n{upgrade}") as raw:
            assert raw.recv(100).split()[1] == b"421"
        assert room.happened == []


def test_what_changes_something_says_from_which_page_it_comes() -> None:
    with lan() as (doorway, room):
        assert post(doorway.port, "/up", "{}", X_Line=LINE, Origin="")[0] == 403
        with pytest.raises(InvalidStatus) as refused:
            device(doorway.port, origin=None)
        assert refused.value.response.status_code == 403
        assert room.happened == []


# Slowly


def test_headers_that_never_end_are_not_waited_for() -> None:
    with lan() as (doorway, _):
        with said(doorway.port, "GET / HTTP/1.1\nHost: x\nX-Slow: ", end=False) as raw:
            assert is_closed(raw)
        assert doorway.threshold.timed_out == 1


def test_headers_that_come_sign_by_sign_have_no_more_time() -> None:
    with lan() as (doorway, _), said(doorway.port, "GET / HTTP/1.1\n", end=False) as raw:
        raw.settimeout(0.02)
        closed = False
        while not closed:
            try:
                raw.sendall(b"X")
                closed = raw.recv(1) == b""
            except TimeoutError:
                continue
            except OSError:
                closed = True


def test_a_connection_on_which_nothing_is_said_is_closed() -> None:
    with lan() as (doorway, _), socket.create_connection(("127.0.0.1", doorway.port)) as raw:
        raw.settimeout(20)
        assert is_closed(raw)


def test_a_second_request_on_the_same_connection_has_the_same_deadline() -> None:
    with lan() as (doorway, _), said(doorway.port, f"GET /device.css HTTP/1.1\nHost: 127.0.0.1:{doorway.port}") as raw:
        assert b"200" in raw.recv(4096)
        raw.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
        while raw.recv(4096):
            pass
        assert doorway.threshold.timed_out >= 1


def test_a_body_that_never_ends_is_not_waited_for() -> None:
    with lan() as (doorway, _):
        host = f"127.0.0.1:{doorway.port}"
        head = f"POST /up HTTP/1.1\nHost: {host}\nOrigin: http://{host}\nX-Line: {LINE}\nContent-Length: 100"
        with said(doorway.port, head) as raw:
            raw.sendall(b"{")
            assert b"408" in raw.recv(100)


def test_a_device_that_never_reads_is_let_go_and_holds_nobody_up() -> None:
    with lan() as (doorway, room):
        room.big = "x" * 200_000
        raw = deaf(doorway.port)
        wait_until(doorway.lines)
        line = doorway.lines()[0]
        with device(doorway.port) as other:
            while not line.gone:
                doorway.put(line.number, {"v": 1, "parts": room.big}, "part:council")
                other.send('{"id":1}')
                assert heard(other) == {"yes": 1}
                time.sleep(0.3)
        raw.close()


def test_answers_that_nobody_takes_end_the_line() -> None:
    with lan() as (doorway, _):
        line = doorway.open_line()
        for number in range(MOST_WAITING + 1):
            doorway.put(line.number, {"yes": number})
        assert [parcel.frame for parcel in line.outbox.take()] == [{"end": "slow"}]
        assert line.outbox.ending


# Too many


def test_one_address_has_twelve_connections_and_no_more() -> None:
    with lan(header_time=20.0) as (doorway, _):
        held = [said(doorway.port, "GET / HTTP/1.1\n", end=False) for _ in range(30)]
        wait_until(lambda: doorway.threshold.refused == 18)
        assert doorway.threshold.of_address["127.0.0.1"] == 12
        for raw in held:
            raw.close()
        wait_until(lambda: not doorway.threshold.of_address)
        assert get(doorway.port, "/")[0] == 200


def test_sockets_count_as_connections_until_they_are_closed() -> None:
    with lan(connections=2) as (doorway, _):
        with device(doorway.port) as one, device(doorway.port):
            with pytest.raises((OSError, WebSocketException)):
                device(doorway.port)
            one.send('{"hello":{}}')
            assert heard(one)
        wait_until(lambda: not doorway.threshold.of_address)
        with device(doorway.port) as again:
            again.send('{"hello":{}}')
            assert heard(again)


def test_lines_by_plain_requests_are_counted_too() -> None:
    with lan(connections=3) as (doorway, _):
        assert [post(doorway.port, "/up", "{}", X_Line=f"{LINE}-{number}")[0] for number in range(5)] == [204, 204, 204, 429, 429]


def test_a_room_has_no_more_lines_than_a_class_needs() -> None:
    with lan(connections=0) as (doorway, _):
        for _ in range(MOST_LINES):
            doorway.open_line()
        with device(doorway.port) as socket:
            assert heard(socket) == {"end": "full"}


def test_a_flood_is_cut_and_its_address_waits_while_others_are_answered() -> None:
    with lan() as (doorway, room):
        with device(doorway.port) as flooding:
            told: list[object] = []
            with pytest.raises(ConnectionClosed):
                for number in range(100_000):
                    flooding.send(json.dumps({"id": number}))
            with pytest.raises(ConnectionClosed):
                while True:
                    told.append(heard(flooding))
        if told:
            assert told[-1] == {"end": "busy"}
        assert room.kinds().count("received") <= BURST + 4
        with device(doorway.port) as soon:
            assert heard(soon) == {"end": "busy"}
        wait_until(lambda: doorway.clock() > max(doorway._busy_until.values()))
        with device(doorway.port) as later:
            later.send('{"id":1}')
            assert heard(later) == {"yes": 1}


def test_a_device_that_sends_as_people_do_is_never_cut() -> None:
    with lan() as (doorway, _), device(doorway.port) as socket:
        for number in range(BURST):
            socket.send(json.dumps({"id": number}))
            assert heard(socket) == {"yes": number}


# Too large


def test_a_frame_of_a_megabyte_ends_the_line() -> None:
    with lan() as (doorway, room), device(doorway.port) as socket:
        with pytest.raises(ConnectionClosed) as closed:
            socket.send("x" * 1_000_000)
            heard(socket)
        assert closed.value.rcvd is None or closed.value.rcvd.code == 1009
        assert "received" not in room.kinds()


def test_a_frame_in_pieces_is_measured_as_one() -> None:
    with lan() as (doorway, room), device(doorway.port) as socket:
        with pytest.raises(ConnectionClosed):
            socket.send("x" * 4000 for _ in range(3))
            heard(socket)
        assert "received" not in room.kinds()


def test_bytes_are_no_frame() -> None:
    with lan() as (doorway, room), device(doorway.port) as socket:
        with pytest.raises(ConnectionClosed):
            socket.send(b"\0\1")
            socket.recv(timeout=20)
        assert "received" not in room.kinds()


def test_a_large_body_is_refused_by_its_length_and_cut_while_it_streams() -> None:
    with lan() as (doorway, room):
        assert post(doorway.port, "/up", "x" * 9000, X_Line=LINE)[0] == 413
        host = f"127.0.0.1:{doorway.port}"
        head = f"POST /up HTTP/1.1\nHost: {host}\nOrigin: http://{host}\nX-Line: {LINE}\nTransfer-Encoding: chunked"
        with said(doorway.port, head) as raw:
            sent = 0
            try:
                while sent < 50_000_000:
                    raw.sendall(b"1000\r\n" + b"x" * 4096 + b"\r\n")
                    sent += 4096
            except OSError:
                pass
            assert sent < 20_000_000
        assert room.happened == []


def test_headers_of_any_length_are_refused() -> None:
    with lan() as (doorway, _), said(doorway.port, f"GET / HTTP/1.1\nHost: x\nX: {'x' * 200_000}") as raw:
        assert raw.recv(20).split()[1] == b"400"


def test_letters_that_are_none_are_refused() -> None:
    with lan() as (doorway, room):
        host = f"127.0.0.1:{doorway.port}"
        with said(doorway.port, f"POST /up HTTP/1.1\nHost: {host}\nOrigin: http://{host}\nX-Line: {LINE}\nContent-Length: 2") as raw:
            raw.sendall(b"\xff\xfe")
            assert b"400" in raw.recv(100)
        assert room.happened == []


def waits_in_vain(port: int) -> bool:
    """Whether headers that never end were not waited for."""
    with said(port, "GET / HTTP/1.1\nX: ", end=False) as raw:
        return is_closed(raw)


def test_all_at_once_and_a_class_is_still_served() -> None:
    """Hands of one attacker on every row at once, while four devices of a class are answered."""
    with lan(connections=0) as (doorway, _), ThreadPoolExecutor(8) as hands:
        port = doorway.port
        for attack in (
            lambda: waits_in_vain(port),
            lambda: get(port, "/", Host=EVIL),
            lambda: post(port, "/up", "x" * 9000, X_Line=LINE),
            lambda: said(port, "\0\1\2\3").close(),
        ):
            hands.map(lambda _, attack=attack: attack(), range(10))
        for _ in range(4):
            with device(port) as socket:
                socket.send('{"id":5}')
                assert heard(socket) == {"yes": 5}
