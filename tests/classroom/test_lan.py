"""The board's own server on the local network: the page, the line by WebSocket, the same line by plain requests."""

import gzip
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from websockets.exceptions import ConnectionClosed

from caffael.classroom.device_files import POLICY as PAGE_POLICY
from caffael.classroom.device_files import device_files
from caffael.classroom.net.lan import LanDoorway
from tests.classroom.net_kit import FILES, POLICY, device, get, heard, lan, post, wait_until

LINE = "a-line-of-a-device"


def test_the_page_and_its_files_come_from_memory_with_their_policy() -> None:
    with lan() as (doorway, _):
        for path, (kind, content) in FILES.items():
            status, headers, body = get(doorway.port, path)
            assert (status, headers["content-type"].partition(";")[0], body) == (200, kind.partition(";")[0], content)
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["cache-control"] == "no-cache"
        policy = get(doorway.port, "/")[1]["content-security-policy"]
        assert policy == POLICY.replace("connect-src 'self'", f"connect-src 'self' ws://127.0.0.1:{doorway.port}")


def test_the_page_is_found_under_the_rooms_code_too() -> None:
    with lan() as (doorway, _):
        assert get(doorway.port, "/r/K7M2QX")[2] == FILES["/"][1]


def test_files_are_small_for_a_browser_that_takes_them_so() -> None:
    with lan() as (doorway, _):
        _, headers, body = get(doorway.port, "/", Accept_Encoding="gzip, br")
        assert headers["content-encoding"] == "gzip"
        assert headers["vary"] == "Accept-Encoding"
        assert gzip.decompress(body) == FILES["/"][1]


def test_the_pupils_page_is_what_is_served_unless_something_else_is_given() -> None:
    doorway = LanDoorway("K7M2QX", host="127.0.0.1", ports=(0,))
    doorway.start()
    try:
        for path, (_, content) in device_files().items():
            assert get(doorway.port, path)[2] == content
        assert PAGE_POLICY.partition("connect-src")[0] in get(doorway.port, "/")[1]["content-security-policy"]
    finally:
        doorway.stop()


def test_a_page_that_has_not_changed_is_not_sent_again() -> None:
    with lan() as (doorway, _):
        mark = get(doorway.port, "/device.js")[1]["etag"]
        status, _, body = get(doorway.port, "/device.js", If_None_Match=mark)
        assert (status, body) == (304, b"")


@pytest.mark.parametrize(
    "path", ["/../pyproject.toml", "/%2e%2e/pyproject.toml", "/etc/passwd", "/device.css/", "//device.css", "/health", "/relay"]
)
def test_nothing_else_is_served(path: str) -> None:
    with lan() as (doorway, _):
        assert get(doorway.port, path)[0] == 404


def test_a_device_says_hello_and_is_answered_and_its_going_is_known() -> None:
    with lan() as (doorway, room):
        with device(doorway.port) as socket:
            socket.send('{"hello":{}}')
            assert heard(socket) == {"you": {"line": 1}}
            socket.send('{"id":7}')
            assert heard(socket) == {"yes": 7}
        wait_until(lambda: "closed" in room.kinds())
        assert room.kinds() == ["opened", "received", "received", "closed"]
        assert room.happened[0][2] == "127.0.0.1"


def test_what_the_room_ends_is_told_why_and_closed() -> None:
    with lan() as (doorway, _), device(doorway.port) as socket:
        socket.send('{"send me away":1}')
        assert heard(socket) == {"end": "sent"}
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=20)


def test_devices_are_told_when_the_board_closes_the_room() -> None:
    with lan() as (doorway, _), device(doorway.port) as socket:
        socket.send('{"hello":{}}')
        heard(socket)
        doorway.stop()
        assert heard(socket) == {"end": "closed"}
        assert not doorway.open


def test_plain_requests_carry_the_same_line() -> None:
    with lan() as (doorway, room):
        port = doorway.port
        with ThreadPoolExecutor() as pool:
            waiting = pool.submit(get, port, "/down?after=0", X_Line=LINE)
            assert post(port, "/up", '{"hello":{}}\n{"id":1}', X_Line=LINE)[0] == 204
            first = json.loads(waiting.result()[2])
        frames = list(first["frames"])
        number = first["n"]
        while {"yes": 1} not in frames:
            more = json.loads(get(port, f"/down?after={number}", X_Line=LINE)[2])
            frames += more["frames"]
            number = more["n"]
        assert frames == [{"you": {"line": 1}}, {"yes": 1}]
        assert room.kinds().count("opened") == 1


def test_a_batch_whose_answer_was_lost_comes_again_until_its_number_is_said() -> None:
    with lan() as (doorway, _):
        port = doorway.port
        post(port, "/up", '{"hello":{}}', X_Line=LINE)
        first = json.loads(get(port, "/down?after=0", X_Line=LINE)[2])
        assert first["frames"] == [{"you": {"line": 1}}]
        assert json.loads(get(port, "/down?after=0", X_Line=LINE)[2]) == first
        nothing = json.loads(get(port, f"/down?after={first['n']}", X_Line=LINE)[2])
        assert nothing == {"n": first["n"], "frames": []}


def test_a_line_by_plain_requests_that_asks_no_more_is_gone_and_begins_anew() -> None:
    with lan() as (doorway, room):
        post(doorway.port, "/up", '{"hello":{}}', X_Line=LINE)
        get(doorway.port, "/down?after=0", X_Line=LINE)
        wait_until(lambda: "closed" in room.kinds())
        assert get(doorway.port, "/down?after=1", X_Line=LINE)[0] == 410


def test_what_ends_a_line_by_plain_requests_is_told_and_then_the_line_is_gone() -> None:
    with lan() as (doorway, room):
        post(doorway.port, "/up", '{"send me away":1}', X_Line=LINE)
        told = json.loads(get(doorway.port, "/down?after=0", X_Line=LINE)[2])
        assert told == {"n": 1, "frames": [{"end": "sent"}]}
        assert get(doorway.port, "/down?after=1", X_Line=LINE)[0] == 410
        wait_until(lambda: "closed" in room.kinds())


def test_of_two_requests_that_wait_the_newer_is_answered() -> None:
    with lan(held=5.0) as (doorway, _), ThreadPoolExecutor() as pool:
        older = pool.submit(get, doorway.port, "/down?after=0", X_Line=LINE)
        wait_until(doorway.lines)
        newer = pool.submit(get, doorway.port, "/down?after=0", X_Line=LINE)
        assert json.loads(older.result()[2]) == {"n": 0, "frames": []}
        post(doorway.port, "/up", '{"id":3}', X_Line=LINE)
        assert json.loads(newer.result()[2]) == {"n": 1, "frames": [{"yes": 3}]}


@pytest.mark.parametrize("name", ["", "short", "a line with spaces in it", "x" * 65])
def test_a_line_needs_a_name_that_is_one(name: str) -> None:
    with lan() as (doorway, _):
        assert post(doorway.port, "/up", "{}", X_Line=name)[0] == 400
        assert get(doorway.port, "/down?after=0", X_Line=name)[0] == 400


def test_a_port_that_is_taken_gives_way_to_the_next() -> None:
    with lan() as (first, _):
        second = LanDoorway(files=FILES, policy=POLICY, host="127.0.0.1", ports=(first.port, 0))
        second.start()
        assert second.open
        assert second.port != first.port
        second.stop()


def test_a_room_that_is_closed_says_so_and_one_that_is_left_lets_devices_wait() -> None:
    for closed in (True, False):
        with lan() as (doorway, _), device(doorway.port) as line:
            line.send('{"hello":{}}')
            assert "you" in heard(line)
            doorway.stop(closed)
            if closed:
                assert heard(line) == {"end": "closed"}
            with pytest.raises(ConnectionClosed):
                heard(line)


def test_where_no_port_can_be_had_the_board_says_so_and_goes_on() -> None:
    with lan() as (first, _):
        second = LanDoorway(files=FILES, policy=POLICY, host="127.0.0.1", ports=(first.port,))
        second.start()
        assert not second.open
        assert "relay" in second.state
        assert second.address == second.link == ""


def test_the_address_to_type_and_the_whole_one_for_the_picture() -> None:
    with lan() as (doorway, _):
        if doorway.address:
            assert doorway.address.endswith(f":{doorway.port}")
            assert doorway.link == f"{doorway.address}/r/K7M2QX"
        for other in doorway.others:
            doorway.choose(other)
            assert doorway.address == f"http://{other}:{doorway.port}"
