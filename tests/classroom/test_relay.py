"""A real relay: boards and devices meet there by WebSockets and by plain requests, and come back after anything."""

import json
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from caffael.classroom.net.uplink_socket import RelayUplink
from caffael.classroom.relay import wire
from caffael.classroom.relay.rooms import Relay
from tests.classroom.net_kit import deaf, device, get, heard, is_closed, post, said, wait_until
from tests.classroom.relay_kit import behind, free_port, key_file, opened, relay_here, relay_process

LINE = "a-line-of-a-device"


def hello(line: ClientConnection) -> object:
    """What a device is told that says hello."""
    line.send('{"hello":{}}')
    return heard(line)


def test_a_board_opens_a_room_and_a_device_is_answered_through_the_relay() -> None:
    with relay_here() as (relay, port), opened(port) as (uplink, room):
        assert uplink.code in relay.rooms
        assert uplink.link == f"http://127.0.0.1:{port}/r/{uplink.code}"
        with device(port, f"/r/{uplink.code}/line") as line:
            assert hello(line) == {"you": {"line": 1}}
            line.send('{"id":4}')
            assert heard(line) == {"yes": 4}
        wait_until(lambda: "closed" in room.kinds())
        assert room.happened[0] == ("opened", 1, "")


def test_a_device_that_is_sent_away_is_told_why() -> None:
    with relay_here() as (_, port), opened(port) as (uplink, room), device(port, f"/r/{uplink.code}/line") as line:
        line.send('{"send me away":1}')
        assert heard(line) == {"end": "sent"}
        with pytest.raises(ConnectionClosed):
            line.recv(timeout=20)
        wait_until(lambda: "closed" in room.kinds())


def test_a_class_that_sees_the_same_is_sent_it_once_over_the_boards_line() -> None:
    with relay_here() as (relay, port), opened(port) as (uplink, room), ExitStack() as stack:
        lines = [stack.enter_context(device(port, f"/r/{uplink.code}/line")) for _ in range(10)]
        for line in lines:
            hello(line)
        sent: list[str] = []
        outgoing, due = uplink.outgoing, threading.Event()

        def noted() -> list[str]:
            if not due.is_set():
                return []  # its thread may be woken by what was said before
            sent.extend(outgoing())
            return sent[-1:]

        uplink.outgoing = noted  # type: ignore[method-assign]
        uplink.ready, ready = (lambda: None), uplink.ready
        frame: dict[str, object] = {"v": 5, "parts": {"council": "<p>"}}
        for number in range(1, 11):
            uplink.put(number, frame, "part:council")
        due.set()
        ready()
        for line in lines:
            assert heard(line) == frame
        assert sent == ['1,2,3,4,5,6,7,8,9,10:part:council {"v":5,"parts":{"council":"<p>"}}']
        assert relay.devices == 10
        del room


def test_without_a_room_of_that_code_a_device_is_told_so() -> None:
    with relay_here() as (relay, port):
        relay.began -= 3600
        with device(port, "/r/K7M2QX/line") as line:
            assert heard(line) == {"end": "unknown"}
        assert json.loads(get(port, "/r/K7M2QX/down?after=0", X_Line=LINE)[2]) == {"n": 0, "frames": [{"end": "unknown"}]}
        assert post(port, "/r/K7M2QX/up", "{}", X_Line=LINE)[0] == 204


def held_back(port: int, path: str, after: int) -> Any:
    """What a device gets that asks for what is new until something is: an answer without frames is one that was held to its end."""
    while True:
        said = json.loads(get(port, f"{path}/down?after={after}", X_Line=LINE)[2])
        if said["frames"]:
            return said


def test_a_device_whose_network_cuts_sockets_has_the_same_line_by_plain_requests() -> None:
    with relay_here() as (_, port), opened(port) as (uplink, _):
        path = f"/r/{uplink.code}"
        post(port, f"{path}/up", '{"hello":{}}', X_Line=LINE)
        assert held_back(port, path, 0) == {"n": 1, "frames": [{"you": {"line": 1}}]}
        post(port, f"{path}/up", '{"id":9}', X_Line=LINE)
        assert held_back(port, path, 1) == {"n": 2, "frames": [{"yes": 9}]}


def test_a_board_whose_network_cuts_sockets_carries_its_class_by_plain_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    async def cut(self: RelayUplink, step: object) -> None:
        self.lost()

    monkeypatch.setattr(RelayUplink, "_dial", cut)
    with relay_here(held=20.0, away=20.0) as (_, port), opened(port) as (uplink, _):
        assert uplink.plain
        assert "WebSockets" in uplink.state
        with device(port, f"/r/{uplink.code}/line") as line:
            assert hello(line) == {"you": {"line": 1}}
            line.send('{"id":1}')
            assert heard(line) == {"yes": 1}


def test_when_the_relay_is_started_anew_board_and_devices_are_back_by_themselves() -> None:
    port = free_port()
    with ExitStack() as first:
        first.enter_context(relay_here(port=port))
        with opened(port) as (uplink, room):
            code = uplink.code
            with device(port, f"/r/{code}/line") as line:
                hello(line)
            first.close()
            wait_until(lambda: not uplink.open)
            assert "tried again" in uplink.state
            wait_until(lambda: room.kinds().count("closed") == 1)
            with relay_here(port=port) as (relay, _):
                with device(port, f"/r/{code}/line") as line:
                    line.send('{"hello":{}}')
                    told = [heard(line)]
                    if told == [{"away": 1}]:
                        assert heard(line) == {"back": 1}
                        told = [hello(line)]
                    assert list(told[0]) == ["you"]
                assert uplink.open
                assert uplink.code == code
                assert list(relay.rooms) == [code]


def test_a_board_that_was_killed_has_its_code_again_by_the_ticket_that_was_kept() -> None:
    with relay_here() as (_, port):
        with opened(port) as (before, _):
            code, ticket = before.code, before.ticket
            before._call("_something")
            before.stopped()  # its thread dies without a word, as when its process is killed
        with opened(port, ticket=ticket) as (after, _):
            assert after.code == code
            assert after.ticket


def test_a_board_whose_window_was_closed_finds_its_devices_waiting() -> None:
    with relay_here() as (relay, port), opened(port) as (before, _):
        code, ticket = before.code, before.ticket
        with device(port, f"/r/{code}/line") as line:
            hello(line)
            before.stop(closed=False)
            assert heard(line) == {"away": 1}
            assert list(relay.rooms) == [code]
            with opened(port, ticket=ticket) as (after, _):
                assert after.code == code
                assert heard(line) == {"back": 1}


def test_a_relay_that_has_another_key_says_that_it_does_not_know_the_room() -> None:
    ticket = Relay(b"quite another key, and long enough").tickets.ticket("K7M2QX", 4_000_000_000)
    with relay_here() as (_, port), behind(port, ticket=ticket) as (uplink, _):
        wait_until(lambda: uplink.phase == "ended")
        assert "doesn't know this room any more" in uplink.state


def test_a_room_that_is_opened_elsewhere_is_given_up_here() -> None:
    with relay_here() as (_, port), opened(port) as (here, _), opened(port, ticket=here.ticket) as (there, _):
        wait_until(lambda: here.phase == "ended")
        assert "another computer" in here.state
        assert there.open


def test_what_is_no_relay_is_named() -> None:
    with relay_here() as (_, port):
        uplink = RelayUplink(f"http://localhost:{port}")  # not the name under which it is a relay
        uplink.start()
        wait_until(lambda: uplink.phase == "ended")
        assert "no relay" in uplink.state
        uplink.stop()


def test_where_nothing_answers_it_is_tried_until_something_does() -> None:
    port = free_port()
    with behind(port) as (uplink, _):
        wait_until(lambda: uplink.phase == "lost")
        with relay_here(port=port):
            wait_until(lambda: uplink.open)


def test_devices_are_told_when_the_board_closes_the_room_and_the_code_is_free() -> None:
    with relay_here() as (relay, port), opened(port) as (uplink, _), device(port, f"/r/{uplink.code}/line") as line:
        hello(line)
        uplink.stop()
        assert heard(line) == {"end": "closed"}
        assert relay.rooms == {}
        assert "not open" in uplink.state


def test_another_name_or_a_foreign_page_gets_nothing_from_a_relay() -> None:
    with relay_here() as (relay, port):
        assert get(port, "/", Host="evil.example")[0] == 421
        assert post(port, "/room", "", Host="evil.example", Origin="http://evil.example")[0] == 421
        assert post(port, "/room", "", Origin="http://evil.example")[0] == 403
        assert post(port, "/room", "", Origin="")[0] == 403
        for path in ("/r/K7M2QX/line", "/r/K7M2QX/board"):
            with pytest.raises(InvalidStatus) as refused:
                device(port, path, origin="http://evil.example")
            assert refused.value.response.status_code == 403
        assert relay.rooms == {}


def test_a_get_opens_no_room() -> None:
    with relay_here() as (relay, port):
        assert get(port, "/room")[0] == 405
        assert relay.rooms == {}


def test_a_megabyte_from_anybody_ends_his_line_alone() -> None:
    with relay_here() as (_, port), opened(port) as (uplink, _), device(port, f"/r/{uplink.code}/line") as good:
        for path in (f"/r/{uplink.code}/line", f"/r/{uplink.code}/board"):
            with device(port, path) as line, pytest.raises(ConnectionClosed):
                line.send("x" * 1_000_000)
                line.recv(timeout=20)
        with device(port, f"/r/{uplink.code}/line") as line:
            line.send("x" * 20_000)
            assert heard(line) == {"end": "busy"}
        assert post(port, f"/r/{uplink.code}/up", "x" * 9000, X_Line=LINE)[0] == 413
        assert post(port, f"/r/{uplink.code}/board/up", "x" * (wire.LARGEST_BATCH + 1), X_Line=LINE)[0] == 413
        assert hello(good) == {"you": {"line": 1}}


def test_headers_that_never_end_are_not_waited_for_at_a_relay() -> None:
    with relay_here() as (_, port), said(port, "GET / HTTP/1.1\nX-Slow: ", end=False) as raw:
        assert is_closed(raw)


def test_a_school_behind_one_address_is_let_in() -> None:
    with relay_here() as (_, port), opened(port) as (uplink, _), ExitStack() as stack:
        lines = [stack.enter_context(device(port, f"/r/{uplink.code}/line")) for _ in range(30)]
        assert [list(hello(line)) for line in lines] == [["you"]] * 30  # type: ignore[call-overload]


def test_a_device_that_never_reads_is_let_go_and_the_class_goes_on() -> None:
    with relay_here() as (_, port), opened(port) as (uplink, room), device(port, f"/r/{uplink.code}/line") as good:
        hello(good)
        raw = deaf(port, f"/r/{uplink.code}/line")
        number = 0
        while "closed" not in room.kinds():
            number += 1
            uplink.put(2, {"v": number, "parts": "x" * 200_000}, f"part:{number % 8}")
            good.send(json.dumps({"id": number}))
            assert heard(good) == {"yes": number}
            time.sleep(0.3)  # as people send
        raw.close()


def test_health_and_figures_are_there_under_any_name_and_say_nothing_of_anybody() -> None:
    with relay_here() as (_, port), opened(port) as (uplink, _), device(port, f"/r/{uplink.code}/line") as line:
        hello(line)
        status, _, body = get(port, "/health", Host="10.1.2.3")
        assert (status, json.loads(body)) == (200, {"ok": True, "rooms": 1, "boards": 1, "devices": 1})
        figures = get(port, "/metrics", Host="10.1.2.3")[2].decode()
        assert "caffael_relay_rooms 1\n" in figures
        assert "caffael_relay_devices 1\n" in figures
        assert "caffael_relay_frames_up_total 1\n" in figures
        assert uplink.code not in figures
        assert "127.0.0.1" not in figures
        for row in figures.splitlines():
            assert row.startswith("# ") or float(row.rpartition(" ")[2]) >= 0


def test_a_page_for_boards_and_devices_alike_says_that_this_is_a_relay() -> None:
    with relay_here() as (_, port):
        assert json.loads(get(port, "/relay")[2]) == {"relay": 1}
        assert get(port, "/")[2] == get(port, "/r/K7M2QX")[2] == get(port, "/r/k7m2qx")[2]


# The command


def test_the_command_runs_a_relay_whose_rooms_outlive_it(tmp_path: Path) -> None:
    port = free_port()
    words = ("--port", str(port), "--key", key_file(tmp_path))
    with relay_process(*words) as (process, first):
        assert first == f"The relay is at http://127.0.0.1:{port} (port {port}). Ctrl-C ends it."
        with opened(port) as (uplink, _):
            code = uplink.code
            process.kill()
            process.wait()
            wait_until(lambda: not uplink.open)
            with relay_process(*words):
                wait_until(lambda: uplink.open)
                assert uplink.code == code
                with device(port, f"/r/{code}/line") as line:
                    assert list(hello(line)) == ["you"]  # type: ignore[call-overload]
    assert [path.name for path in tmp_path.iterdir()] == ["relay.key"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking it")
def test_the_command_ends_when_it_is_told_to_and_says_so() -> None:
    for word in (signal.SIGTERM, signal.SIGINT):
        with relay_process("--port", "0") as (process, first):
            assert "Ctrl-C" in first
            assert process.stdout is not None
            assert "Its key goes with it" in process.stdout.readline()
            process.send_signal(word)
            rest, errors = process.communicate()
            assert (process.returncode, rest, errors) == (0, "The relay has ended.\n", "")


def test_a_key_file_is_made_where_there_is_none_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "relay.key"
    with relay_process("--port", "0", "--key", str(path)) as (process, _):
        process.terminate()
        rest, _ = process.communicate()
        assert "Its key goes with it" not in rest
    assert len(path.read_text(encoding="utf-8").strip()) >= 32
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_many_classes_at_once_are_kept_apart() -> None:
    with relay_here() as (_, port), ExitStack() as stack:
        rooms = [stack.enter_context(opened(port)) for _ in range(5)]
        lines = [
            (number, stack.enter_context(device(port, f"/r/{uplink.code}/line")))
            for number, (uplink, _) in enumerate(rooms)
            for _ in range(3)
        ]

        def asks(place: tuple[int, ClientConnection]) -> list[object]:
            number, line = place
            line.send(json.dumps({"id": number}))
            return [heard(line)]

        with ThreadPoolExecutor(8) as hands:
            assert list(hands.map(asks, lines)) == [[{"yes": number}] for number, _ in lines]
